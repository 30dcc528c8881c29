"""One export from beginning to end, in steps that can be stopped between."""

from collections.abc import Generator, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from editor_app.export.archive import write_archive
from editor_app.export.choice import Choice, choose
from editor_app.export.delivery import Action, Delivery
from editor_app.export.lists import list_files
from editor_app.export.manifest import NAME, FileEntry, ItemEntry, Manifest, read_manifest
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
from editor_app.media.recipes import Recipe
from editor_app.model.identity import ItemId
from editor_app.model.item import NewsItem
from editor_app.render.listing import ListingRenderer
from editor_app.render.shown_photos import lead_photo
from editor_app.render.listed_parts import small_photos
from editor_app.render.theme import Theme
from editor_app.store.errors import (
    DamagedItemError,
    ItemNotFoundError,
    PhotoDamagedError,
    PhotoMissingError,
)
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


class _Copy(NamedTuple):
    """A copy of a photo that is due: it stands in the folder, or its bytes are here, or neither."""

    recipe: Recipe
    entry: FileEntry
    stands: bool
    data: bytes | None = None


class ExportRun:
    """One export into one staged folder."""

    def __init__(
        self, library: Library, staging: Staging, options: ExportOptions, *, now: datetime
    ) -> None:
        theme = Theme.default()
        self._library, self._staging, self._options, self._now = library, staging, options, now
        self._before = read_manifest(staging.target)
        self._delivery = Delivery(staging, self._before)
        self._pages = PageMaker(library, theme, now=now, each=options.each)
        self._listing = ListingRenderer(theme)
        self._items: dict[str, ItemEntry] = dict(self._before.items)
        self._exported: dict[str, ItemEntry] = {}
        self._weights: dict[str, Weight] = {}
        self._held_back: list[HeldBack] = []
        self._lost_links: list[LostLink] = []

    def steps(self, item_ids: Sequence[ItemId] | None) -> Generator[Progress, None, ExportReport]:
        """Make the export, yielding after each step, and return what came of it."""
        choice = choose(self._library, item_ids, self._options, self._before)
        self._held_back.extend(choice.held_back)
        for entry in choice.leaving:
            del self._items[entry.item]
        total = len(choice.wanted) + _LAST_STEPS
        yield from self._write_items(choice, total)
        self._pages.flush()
        self._write_the_rest(choice)
        yield Progress(total - 1, total, "")
        if not self._options.is_rehearsal:
            yield from self._move_in(total)
            self._record()
        return self._report(choice)

    # ------------------------------------------------------------ items

    def _write_items(self, choice: Choice, total: int) -> Iterator[Progress]:
        """Deliver each item; those that lead to others wait until all of these are known."""
        leaving = {entry.item for entry in choice.leaving}
        taken = {
            entry.folder: entry.item for entry in self._items.values() if entry.item not in leaving
        }
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
                group = groups.get(kit.item.translation_group or one.item, [])
                others = tuple(other for other in group if other.item != one.item)
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
            self._pages.expect([item for item in items if item])
            yield from zip(batch, items, strict=True)

    def _kit(
        self, one: Wanted, item: NewsItem | None, folder: str, begun: Progress
    ) -> Generator[Progress, None, _Kit | None]:
        """Deliver an item's photos and return the item, or None if it does not go out."""
        try:
            item = item or self._library.items.get(ItemId(one.item))
            text = self._pages.text(item)
            reasons = self._pages.reasons(item, text)
            if reasons and not self._options.is_draft and not self._options.force_reason:
                self._held_back.append(HeldBack(one.item, item.headline, reasons))
                return None
            photos = list(self._pages.photos(item, text, folder))
            copies = yield from self._copies(photos, begun)
        except ItemNotFoundError:
            return None  # trashed for good while the export ran
        except (DamagedItemError, PhotoMissingError, PhotoDamagedError, MediaError) as error:
            self._held_back.append(HeldBack(one.item, one.headline, (error.message,)))
            return None
        for copy in copies:
            self._deliver(copy)
        forced = self._options.force_reason if reasons and not self._options.is_draft else ""
        self._items[one.item] = self._pages.entry(item, text, folder)
        return _Kit(item, text, folder, forced, photos)

    def _copies(
        self, photos: Sequence[PhotoFiles], begun: Progress
    ) -> Generator[Progress, None, list[_Copy]]:
        """Return the copies of photos that are still due, made where they do not stand there."""
        copies: list[_Copy] = []
        for number, files in enumerate(photos, start=1):
            due = [
                _Copy(recipe, entry, self._delivery.stands(entry))
                for recipe, entry in files.entries
                if entry.path not in self._delivery.actions
            ]
            missing = [copy.recipe for copy in due if not copy.stands]
            made = self._made(files, missing)
            copies += [copy._replace(data=made.get(copy.recipe)) for copy in due]
            if made:
                label = f"{begun.label}: photo {number} of {len(photos)}"
                yield Progress(begun.done, begun.total, label)
        return copies

    def _made(self, files: PhotoFiles, missing: Sequence[Recipe]) -> dict[Recipe, bytes]:
        """Return the copies that are missing; none of them in a rehearsal."""
        if not self._options.is_rehearsal:
            return self._pages.copies(files, missing)
        if missing:
            self._pages.look_at(files)
        return {}

    def _deliver(self, copy: _Copy) -> None:
        if copy.data is not None:
            self._delivery.due(copy.data, copy.entry)
        elif copy.stands:
            self._delivery.due_as_it_is(copy.entry)
        else:
            self._delivery.due_unmade(copy.entry)

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
        if self._options.is_rehearsal:
            shown = (
                *lead_photo(kit.item),
                *kit.text.body.photos,
                *small_photos(kit.item),
            )
            weight = page_weight(len(page), kit.photos, shown, self._library.renditions)
            self._weights[kit.item.id] = weight
        self._exported[kit.item.id] = entry_of_item = self._items[kit.item.id]
        self._lost_links.extend(
            LostLink(kit.item.id, kit.item.headline, self._headline(target))
            for target in entry_of_item.links
            if not self._place(target)
        )

    def _place(self, item_id: str) -> str:
        """Return the folder of an item that is exported, now or before."""
        entry = self._items.get(item_id)
        return entry.folder if entry else ""

    def _headline(self, item_id: str) -> str:
        try:
            return self._library.items.get(ItemId(item_id)).headline or "an item without a headline"
        except (ItemNotFoundError, DamagedItemError):
            return "an item that is not in the library any more"

    def _groups(self) -> dict[str, list[ItemEntry]]:
        """Return the items of each translation group, in the order of their languages."""
        groups: dict[str, list[ItemEntry]] = {}
        for entry in sorted(self._items.values(), key=lambda one: (one.language, one.folder)):
            groups.setdefault(entry.group, []).append(entry)
        return groups

    # ------------------------------------------------------------ everything else

    def _write_the_rest(self, choice: Choice) -> None:
        """Deliver the lists and the manifest, and take away what is no longer due."""
        if not self._items and not self._before.files:
            return  # nothing went out, and nothing was there: not even an empty list
        if not self._options.is_draft:
            items = list(self._items.values())
            for path, data in list_files(items, self._pages.house, self._listing):
                self._delivery.due(data, FileEntry(path=path, sha256="", size=0))
        leaving = {entry.item for entry in choice.leaving}
        for entry in self._before.files.values():
            if not entry.item or entry.item in self._exported or entry.item in leaving:
                self._delivery.remove(entry)
            else:
                self._delivery.keep(entry)
        self._write_manifest()

    def _write_manifest(self) -> None:
        manifest = Manifest(files=self._delivery.files, items=self._items)
        archive = self._archive(manifest)
        with_archive = Manifest(files=manifest.files, items=manifest.items, archive=archive)
        self._delivery.due_manifest(with_archive.to_bytes())

    def _archive(self, manifest: Manifest) -> FileEntry | None:
        """Make the zip file where one is asked for, or where one from before would go stale."""
        before = self._before.archive
        if self._options.is_rehearsal or not (self._options.as_zip or before):
            return before
        name = before.path if before else f"{_archive_name(self._staging.target)}.zip"
        made = self._staging.prepared(name)
        write_archive(
            made,
            manifest.files,
            place=self._delivery.place,
            manifest=(NAME, manifest.to_bytes()),
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
        changes += [ItemChange(one.item, one.headline, Change.REMOVED) for one in choice.leaving]
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

    def _change(self, entry: ItemEntry) -> ItemChange:
        if entry.item not in self._before.items:
            change = Change.NEW
        elif entry.item in self._delivery.written_items:
            change = Change.CHANGED
        else:
            change = Change.UNCHANGED
        weight = self._weights.get(entry.item, NO_WEIGHT)
        return ItemChange(entry.item, entry.headline, change, weight)


def _archive_name(target: Path) -> str:
    """Return what the zip file of a folder is called."""
    name = "".join(sign for sign in target.resolve().name if sign.isalnum() or sign in "-_. ")
    return name.strip(". ") or "export"
