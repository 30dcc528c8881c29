"""One export from beginning to end, in steps that can be stopped between."""

from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import chain, islice, repeat

from editor_app.export.archive import archive_name, write_archive
from editor_app.export.as_left import AsLeft, shared_key
from editor_app.export.choice import Choice, choose
from editor_app.export.delivery import Action, Delivery
from editor_app.export.item_pages import Exported, ItemWriter
from editor_app.export.kept_lists import KeptLists
from editor_app.export.kept_pages import KeptPages
from editor_app.export.lists import ListFiles
from editor_app.export.manifest import NAME, FileEntry, Manifest
from editor_app.export.pages import PageMaker
from editor_app.export.reports import (
    Change,
    ExportOptions,
    ExportReport,
    ItemChange,
    Progress,
)
from editor_app.export.staging import Staging
from editor_app.export.weight import NO_WEIGHT, weight_of
from editor_app.model.identity import ItemId
from editor_app.render.listing import ListingRenderer
from editor_app.render.theme import Theme
from editor_app.store.export_folders import NOTHING_KNOWN, FolderMemory, SettledPage
from editor_app.store.exports import ExportRecord
from editor_app.store.library import Library

_LISTS_AT_ONCE = 50
_LAST_STEPS = 2  # the lists, and moving everything in


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

    def _recalled(self) -> FolderMemory:
        """Return what the library remembers of the folder, as far as that is of use."""
        if self._options.is_draft or self._options.is_thorough or self._staging.was_interrupted:
            return NOTHING_KNOWN
        if not (self._staging.target / NAME).exists():
            return NOTHING_KNOWN  # somebody emptied the folder
        known = self._library.export_folders.recall(str(self._staging.target.resolve()))
        return known if known.made_with == self._made_with else NOTHING_KNOWN

    def steps(self, item_ids: Sequence[ItemId] | None) -> Generator[Progress, None, ExportReport]:
        """Make the export, yielding after each step, and return what came of it."""
        settled = self._settled() if item_ids is None else None
        if settled is not None:
            yield Progress(1, 1, "")
            return self._all_kept(settled)
        choice = choose(self._library, item_ids, self._options, self._left)
        self._begin(choice)
        total = len(choice.wanted) + _LAST_STEPS
        yield from self._writer.write(choice.wanted, total)
        choice.wanted.clear()  # an archive has many, and they are needed no more
        yield Progress(total - _LAST_STEPS, total, "")
        self._write_the_rest(choice)
        yield Progress(total - 1, total, "")
        if not self._options.is_rehearsal:
            yield from self._move_in(total)
            self._record()
            self._remember()
        return self._report(choice)

    def _settled(self) -> list[SettledPage] | None:
        """Return all pages where everything is in the folder just as it would be written."""
        left = self._left
        if self._options.only_changed or not left.is_known or left.disturbed:
            return None
        if self._options.as_zip and not left.has_archive:
            return None
        return self._library.export_folders.settled(str(self._staging.target.resolve()))

    def _begin(self, choice: Choice) -> None:
        self._before = self._left.manifest
        pages = PageMaker(
            self._library,
            self._theme,
            now=self._now,
            each=self._options.each,
            made_with=self._made_with,
        )
        self._delivery = Delivery(self._staging, self._left)
        made_with = self._made_with if pages.passes_last else ""
        kept = KeptPages(self._library.kept_html, self._theme.style, made_with=made_with)
        self._writer = ItemWriter(self._library, pages, self._delivery, self._options, kept)
        self._items = self._writer.items = self._before.items.copy()
        self._known_pages = self._writer.known_pages = dict(self._left.pages)
        self._exported = self._writer.exported
        for page in choice.leaving:
            del self._items[page.item]
            del self._known_pages[page.item]

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
        kept = KeptLists(self._library.kept_html, self._theme.style)
        files = chain(lists.files(list(pages.values())), lists.moved(moved, places))
        while batch := list(islice(files, _LISTS_AT_ONCE)):
            entries = [
                FileEntry(path=file.path, sha256="", size=0, made_from=file.made_from)
                for file in batch
            ]
            standing = [self._delivery.stands(entry) for entry in entries]
            kept.expect(file for file, stands in zip(batch, standing, strict=True) if not stands)
            for file, entry, stands in zip(batch, entries, standing, strict=True):
                if stands:
                    self._delivery.due_as_it_is(entry)
                else:
                    self._delivery.due(kept.made(file), entry)
        kept.flush()

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
        self._delivery.due_manifest(replace(manifest, archive=archive))

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
        exported = self._exported.values()
        standing = {
            ItemId(entry.item): entry.version for entry in exported if not self._is_written(entry)
        }
        up_to_date = standing.keys() - self._library.exports.out_of_date(standing)
        self._library.exports.record(
            self._export_record(entry) for entry in exported if entry.item not in up_to_date
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

    def _is_written(self, entry: Exported) -> bool:
        return self._delivery.actions[f"{entry.folder}/index.html"] is Action.WRITTEN

    def _export_record(self, entry: Exported) -> ExportRecord:
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
            held_back=(*choice.held_back, *self._writer.held_back),
            lost_links=tuple(self._writer.lost_links),
            items=tuple(changes),
            left=tuple(prefix + path for path in self._delivery.left),
        )

    def _all_kept(self, settled: Sequence[SettledPage]) -> ExportReport:
        kept = tuple(zip(sorted(self._left.memory.files), repeat(Action.KEPT.value)))
        items = [
            ItemChange(page.item, page.headline, Change.UNCHANGED, weight_of(page.weight))
            for page in settled
        ]
        return ExportReport(files=kept, items=tuple(items))

    def _change(self, entry: Exported) -> ItemChange:
        if entry.item not in self._before.items:
            change = Change.NEW
        elif entry.item in self._delivery.written_items:
            change = Change.CHANGED
        else:
            change = Change.UNCHANGED
        weight = self._writer.weights.get(entry.item, NO_WEIGHT)
        return ItemChange(entry.item, entry.headline, change, weight)
