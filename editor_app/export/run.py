"""One export from beginning to end, in steps that can be stopped between."""

from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from editor_app.export.archive import archive_name, write_archive
from editor_app.export.as_left import AsLeft, known_page, shared_key
from editor_app.export.choice import Choice, choose
from editor_app.export.copies import Copies
from editor_app.export.delivery import Action, Delivery
from editor_app.export.gate import can_be_forced, held_back
from editor_app.export.lists import ListFiles
from editor_app.export.manifest import NAME, FileEntry, ItemEntry, Manifest
from editor_app.export.pages import Around, PageMaker
from editor_app.export.photos import PhotoFiles
from editor_app.export.places import Wanted, assigned
from editor_app.export.reports import (
    Change,
    ExportOptions,
    ExportReport,
    HeldBack,
    ItemChange,
    LostLink,
    Progress,
)
from editor_app.export.staging import Staging
from editor_app.export.texts import ExportText
from editor_app.export.weight import NO_WEIGHT, Weight, page_weight
from editor_app.media.errors import MediaError
from editor_app.model.identity import ItemId
from editor_app.model.item import NewsItem
from editor_app.render.listed_parts import small_photos
from editor_app.render.listing import ListingRenderer
from editor_app.render.shown_photos import lead_photo
from editor_app.render.theme import Theme
from editor_app.store.errors import (
    DamagedItemError,
    ItemNotFoundError,
    PhotoDamagedError,
    PhotoMissingError,
)
from editor_app.store.export_folders import NOTHING_KNOWN, FolderMemory, KnownPage
from editor_app.store.exports import ExportRecord
from editor_app.store.library import Library

_LAST_STEPS = 2  # the lists, and moving everything in
_READ_AT_ONCE = 50


class _Kit(NamedTuple):
    """An item that goes out: everything but its page is delivered."""

    item: NewsItem
    text: ExportText
    folder: str
    forced: str
    photos: list[PhotoFiles]


class ExportRun:
    """One export into one staged folder."""

    def __init__(
        self, library: Library, staging: Staging, options: ExportOptions, *, now: datetime
    ) -> None:
        theme = Theme.default()
        self._library, self._staging, self._options, self._now = library, staging, options, now
        self._theme, self._house = theme, library.house.get()
        self._made_with = shared_key(self._house, library.lists.everything(), theme)
        self._left = AsLeft(staging.target, self._recalled())
        self._exported: dict[str, ItemEntry] = {}
        self._weights: dict[str, Weight] = {}
        self._held_back: list[HeldBack] = []
        self._lost_links: list[LostLink] = []

    def _recalled(self) -> FolderMemory:
        """Return what the library remembers of the folder, as far as that is of use."""
        if self._options.is_draft or self._options.is_thorough or self._staging.was_interrupted:
            return NOTHING_KNOWN
        known = self._library.export_folders.recall(str(self._staging.target.resolve()))
        return known if known.made_with == self._made_with else NOTHING_KNOWN

    def steps(self, item_ids: Sequence[ItemId] | None) -> Generator[Progress, None, ExportReport]:
        """Make the export, yielding after each step, and return what came of it."""
        choice = choose(self._library, item_ids, self._options, self._left)
        if self._is_settled(choice, item_ids):
            yield Progress(1, 1, "")
            return self._all_kept(choice)
        self._begin(choice)
        total = len(choice.wanted) + _LAST_STEPS
        yield from self._write_items(choice, total)
        self._pages.flush()
        yield Progress(total - _LAST_STEPS, total, "")
        self._write_the_rest(choice)
        yield Progress(total - 1, total, "")
        if not self._options.is_rehearsal:
            yield from self._move_in(total)
            self._record()
            self._remember()
        return self._report(choice)

    def _is_settled(self, choice: Choice, item_ids: Sequence[ItemId] | None) -> bool:
        """Return whether all is in the folder just as it would be written."""
        left = self._left
        if item_ids is not None or self._options.only_changed or not left.is_known:
            return False
        return not (
            choice.wanted
            or choice.leaving
            or left.disturbed
            or (self._options.as_zip and not left.has_archive)
        )

    def _begin(self, choice: Choice) -> None:
        self._before = self._left.manifest
        self._pages = PageMaker(
            self._library,
            self._theme,
            now=self._now,
            each=self._options.each,
            made_with=self._made_with,
        )
        self._delivery = Delivery(self._staging, self._left)
        self._copies = Copies(self._delivery, self._pages, is_rehearsal=self._options.is_rehearsal)
        self._items = self._before.items.copy()
        self._known_pages: dict[str, KnownPage] = dict(self._left.pages)
        self._held_back.extend(choice.held_back)
        for page in choice.leaving:
            del self._items[page.item]
            del self._known_pages[page.item]

    # ------------------------------------------------------------ items

    def _write_items(self, choice: Choice, total: int) -> Iterator[Progress]:
        """Deliver each item; those that lead to others wait until all of these are known."""
        taken = {page.place: page.item for page in self._known_pages.values()}
        folders = assigned(choice.wanted, taken)
        waiting: list[Wanted] = []
        done = 0
        for one, item in self._read_ahead(choice.wanted):
            begun = Progress(done, total, one.headline)
            kit = yield from self._kit(one, item, folders[one.item], begun)
            if kit and self._leads_to_others(kit):
                waiting.append(one)
            else:
                if kit:
                    self._write_page(kit, ())
                done += 1
                yield Progress(done, total, one.headline)
        groups = self._groups() if waiting else {}
        for one, item in self._read_ahead(waiting):
            begun = Progress(done, total, one.headline)
            kit = yield from self._kit(one, item, folders[one.item], begun)
            if kit:
                group = groups.get(kit.item.translation_group, [])
                others = tuple(self._items[other] for other in group if other != one.item)
                self._write_page(kit, () if self._options.is_draft else others)
            done += 1
            yield Progress(done, total, one.headline)

    def _leads_to_others(self, kit: _Kit) -> bool:
        if self._items[kit.item.id].links:
            return True
        return bool(kit.item.translation_group) and not self._options.is_draft

    def _read_ahead(self, wanted: Sequence[Wanted]) -> Iterator[tuple[Wanted, NewsItem | None]]:
        """Yield what is wanted with its item, read in short batches; None: it is read alone."""
        for start in range(0, len(wanted), _READ_AT_ONCE):
            batch = wanted[start : start + _READ_AT_ONCE]
            items: list[NewsItem] | list[None]
            try:
                items = list(self._library.items.get_many(ItemId(one.item) for one in batch))
            except (ItemNotFoundError, DamagedItemError):
                items = [None] * len(batch)
            self._pages.expect([item for item in items if item], [one.mark for one in batch])
            yield from zip(batch, items, strict=True)

    def _kit(
        self, one: Wanted, item: NewsItem | None, folder: str, begun: Progress
    ) -> Generator[Progress, None, _Kit | None]:
        """Deliver an item's photos and return the item, or None if it does not go out."""
        try:
            item = item or self._library.items.get(ItemId(one.item))
            text = self._pages.text(item)
            mark = one.mark if item.version == one.version else ""
            held_by = () if self._options.is_draft else self._pages.held_by(item, mark)
            if held_by and not (self._options.force_reason and can_be_forced(held_by)):
                self._held_back.append(held_back(item, held_by))
                return None
            photos = list(self._pages.photos(item, text, folder))
            copies = yield from self._copies.make(photos, begun)
        except ItemNotFoundError:
            return None  # trashed for good while the export ran
        except (DamagedItemError, PhotoMissingError, PhotoDamagedError, MediaError) as error:
            self._held_back.append(HeldBack(one.item, one.headline, (error.message,)))
            return None
        self._copies.deliver(copies)
        forced = self._options.force_reason if held_by else ""
        entry = self._items[one.item] = self._pages.entry(item, text, folder)
        key = mark if not forced and folder == one.folder else ""
        self._known_pages[one.item] = known_page(entry, self._items.line(one.item), key=key)
        return _Kit(item, text, folder, forced, photos)

    def _write_page(self, kit: _Kit, others: tuple[ItemEntry, ...]) -> None:
        page = self._pages.page(
            kit.item,
            kit.text,
            folder=kit.folder,
            around=Around(
                others=others, places=self._place, is_clearance_copy=self._options.is_draft
            ),
        )
        entry = FileEntry(
            path=f"{kit.folder}/index.html",
            sha256="",
            size=0,
            item=kit.item.id,
            version=kit.item.version,
            forced=kit.forced,
        )
        self._delivery.due(page, entry)
        self._exported[kit.item.id] = exported = self._items[kit.item.id]
        lost = [target for target in exported.links if not self._place(target)]
        self._lost_links.extend(
            LostLink(kit.item.id, kit.item.headline, self._headline(target)) for target in lost
        )
        shown = (*lead_photo(kit.item), *kit.text.body.photos, *small_photos(kit.item))
        weight = page_weight(len(page), kit.photos, shown, self._library.renditions)
        self._weights[kit.item.id] = weight
        known = self._known_pages[kit.item.id]
        key = "" if lost else known.key  # what was lost is said each time
        self._known_pages[kit.item.id] = known._replace(key=key, weight=weight.written())

    def _place(self, item_id: str) -> str:
        """Return the folder of an item that is exported, now or before."""
        page = self._known_pages.get(item_id)
        return page.place if page else ""

    def _headline(self, item_id: str) -> str:
        try:
            return self._library.items.get(ItemId(item_id)).headline or "an item without a headline"
        except (ItemNotFoundError, DamagedItemError):
            return "an item that is not in the library any more"

    def _groups(self) -> dict[str, list[str]]:
        """Return the items of each translation group, in the order of their languages."""
        groups: dict[str, list[str]] = {}
        together = (page for page in self._known_pages.values() if page.group)
        for page in sorted(together, key=lambda one: (one.language, one.place)):
            groups.setdefault(page.group, []).append(page.item)
        return groups

    # ------------------------------------------------------------ everything else

    def _write_the_rest(self, choice: Choice) -> None:
        """Deliver the lists and the manifest, and take away what is no longer due."""
        if not self._items and not self._before.files:
            return  # nothing went out, and nothing was there: not even an empty list
        moved = self._moved(choice)
        if not self._options.is_draft:
            self._write_lists(moved)
        leaving = {page.item for page in choice.leaving}
        settled = {page.item for page, _ in choice.settled}
        for path in self._before.files:
            item = self._left.owner(path)
            if not item or item in self._exported or item in leaving:
                self._delivery.remove(path)
            else:
                self._delivery.keep(path, is_asked_for=item in settled)
        self._write_manifest(moved)

    def _write_lists(self, moved: Mapping[str, str]) -> None:
        pages = self._known_pages
        renderer = ListingRenderer(self._theme)
        lists = ListFiles(self._items, self._house, renderer, self._made_with)
        places = {item: pages[item].place for item in moved.values() if item in pages}
        for file in (*lists.files(list(pages.values())), *lists.moved(moved, places)):
            entry = FileEntry(path=file.path, sha256="", size=0, made_from=file.made_from)
            self._delivery.due_made(entry, file.make)

    def _moved(self, choice: Choice) -> dict[str, str]:
        """Return the folders that only lead on, with the items that once lay there."""
        if self._options.is_draft or not self._house.leaves_redirects:
            return {}
        gone = {page.place: page.item for page in choice.leaving}
        was = {
            item: self._left.pages[item].place for item in self._exported.keys() & self._left.pages
        }
        in_use = {page.place for page in self._known_pages.values()}
        moved = dict(self._before.moved) | gone | {place: item for item, place in was.items()}
        return {folder: item for folder, item in moved.items() if folder not in in_use}

    def _write_manifest(self, moved: Mapping[str, str]) -> None:
        manifest = Manifest(files=self._delivery.files, items=self._items, moved=moved)
        archive = self._archive(manifest)
        self._delivery.due_manifest(replace(manifest, archive=archive).to_bytes())

    def _archive(self, manifest: Manifest) -> FileEntry | None:
        """Make the zip file where one is asked for, or where one from before would go stale."""
        before = self._before.archive
        if self._options.is_rehearsal or not (self._options.as_zip or before):
            return before
        name = before.path if before else f"{archive_name(self._staging.target)}.zip"
        made = self._staging.prepared(name)
        write_archive(
            made,
            manifest.files,
            place=self._delivery.place,
            others={NAME: manifest.to_bytes()},
        )
        return self._delivery.due_prepared(FileEntry(path=name, sha256="", size=0), before)

    def _move_in(self, total: int) -> Iterator[Progress]:
        moves = self._delivery.moves
        if moves:
            for _ in self._staging.flush(self._options.each):
                yield Progress(total - 1, total, "")
            self._staging.commit(moves)
        yield Progress(total, total, "")

    def _record(self) -> None:
        """Tell the library what went out, where it does not know it already."""
        if self._options.is_draft:
            return
        out_of_date = self._library.exports.out_of_date(
            {ItemId(entry.item): entry.version for entry in self._exported.values()}
        )
        self._library.exports.record(
            self._export_record(entry)
            for entry in self._exported.values()
            if entry.item in out_of_date or self._is_written(entry)
        )

    def _remember(self) -> None:
        """Keep what lies in the folder now, so that the next export need not look at all of it."""
        if self._options.is_draft:
            return
        memory = FolderMemory(
            manifest=self._delivery.manifest,
            made_with=self._made_with,
            pages=self._known_pages,
            files=self._delivery.stamps(),
        )
        folder = str(self._staging.target.resolve())
        self._library.export_folders.remember(folder, memory, over=self._left.memory, now=self._now)

    def _is_written(self, entry: ItemEntry) -> bool:
        return self._delivery.actions[f"{entry.folder}/index.html"] is Action.WRITTEN

    def _export_record(self, entry: ItemEntry) -> ExportRecord:
        file = self._delivery.files[f"{entry.folder}/index.html"]
        return ExportRecord(
            item_id=ItemId(entry.item),
            version=entry.version,
            kind="page",
            folder=str(self._staging.target),
            path=file.path,
            sha256=file.sha256,
            exported_at=self._now,
            forced_reason=file.forced,
        )

    # ------------------------------------------------------------ report

    def _report(self, choice: Choice) -> ExportReport:
        prefix = f"{self._staging.target.name}/" if self._options.is_draft else ""
        changes = [self._change(entry) for entry in self._exported.values()]
        changes += [
            ItemChange(one.item, self._before.items[one.item].headline, Change.REMOVED)
            for one in choice.leaving
        ]
        changes += choice.unchanged()
        return ExportReport(
            files=tuple(
                (prefix + path, action.value)
                for path, action in sorted(self._delivery.actions.items())
            ),
            held_back=tuple(self._held_back),
            lost_links=tuple(self._lost_links),
            items=tuple(changes),
            left=tuple(prefix + path for path in self._delivery.left),
        )

    def _all_kept(self, choice: Choice) -> ExportReport:
        kept = tuple((path, Action.KEPT.value) for path in sorted(self._left.memory.files))
        return ExportReport(files=kept, items=tuple(choice.unchanged()))

    def _change(self, entry: ItemEntry) -> ItemChange:
        if entry.item not in self._before.items:
            change = Change.NEW
        elif entry.item in self._delivery.written_items:
            change = Change.CHANGED
        else:
            change = Change.UNCHANGED
        weight = self._weights.get(entry.item, NO_WEIGHT)
        return ItemChange(entry.item, entry.headline, change, weight)
