"""What the window of the lists does when it is asked to."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from editor_app.background.progress import Job
from editor_app.editing.bulk import change_items, undo_last
from editor_app.editing.list_changes import ListChange, merge_entries, names_beside, save_entry
from editor_app.export.list_file import write_list
from editor_app.intake.list_file import ListFile, read_list
from editor_app.media.endings import PHOTO_ENDINGS
from editor_app.model.lists import Entry, EntryId, ListKind, Record
from editor_app.store.bulk import BulkOutcome
from editor_app.ui.fields.settled_line import settle_typing
from editor_app.ui.lists.parts import PhotoPart
from editor_app.ui.lists.uses_dialog import MOST_SHOWN, Use, UsesDialog
from editor_app.ui.lists.window import ListsWindow
from editor_app.ui.lists.words import in_brief, items_words
from editor_app.ui.messages import Choice, Tone
from editor_app.ui.photos.shown_pictures import cut_picture
from editor_app.ui.window import MainWindow
from editor_app.ui.wiring_desk import Desk, attempt
from editor_app.ui.wiring_items import ItemCommands
from editor_app.ui.wiring_photo_intake import PhotoIntake

_CSV = "Tables (*.csv);;All files (*)"
_PHOTOS = f"Photos ({' '.join(f'*{ending}' for ending in PHOTO_ENDINGS)});;All files (*)"


class ListsAtWork:
    """The commands of the window of lists, over the library; ``changed`` is called after each."""

    def __init__(
        self,
        window: MainWindow,
        desk: Desk,
        items: ItemCommands,
        photos: PhotoIntake,
        changed: Callable[[], None],
    ) -> None:
        self._window, self._desk, self._items, self._photos = window, desk, items, photos
        self._changed = changed
        self._shown: ListsWindow | None = None
        self._uses: dict[ListKind, Mapping[str, int]] = {}

    def show(self) -> None:
        """Open the window, or bring it forward."""
        if self._shown is None:
            self._shown = self._made()
        self._shown.show()
        self._shown.raise_()
        self._shown.activateWindow()
        self.read()

    def read(self, *, chosen: EntryId | None = None) -> None:
        """Show the list as it is now; how often its entries are used is counted on a thread."""
        shown, lists = self._shown, self._desk.library.lists
        if shown is None:
            return
        kind = shown.kind
        entries = attempt(shown.notices, partial(lists.all, kind))
        if entries is None:
            return
        shown.show_entries(entries, self._uses.get(kind, {}), chosen=chosen)
        if kind is ListKind.PROJECT:
            donors = lists.everything().offered(ListKind.DONOR)
            shown.form.offer_donors([donor.name for donor in donors])

        def take(uses: Mapping[str, int]) -> None:
            self._uses[kind] = uses
            if shown.kind is kind:
                shown.show_uses(uses)

        self._desk.background.run(
            partial(lists.uses, kind), then=take, failed=shown.notices.show_error
        )

    # ------------------------------------------------------------ entries

    def _save(self, entry: Entry | None, record: Record) -> None:
        shown, library = self._front(), self._desk.library
        if entry is None:
            made = attempt(shown.notices, partial(library.lists.add, shown.kind, record))
            if made is not None:
                shown.notices.clear()
                self._took(made)
            return
        change = attempt(shown.notices, partial(save_entry, library, entry, record))
        if change is None:
            self._look_after_what_is_gone(entry)
            return
        shown.notices.clear()
        self._took(change.entry)
        self._let_items_follow(change)

    def _took(self, entry: Entry) -> None:
        self._front().take_as_saved(entry)
        self.read(chosen=entry.id)
        self._changed()

    def _look_after_what_is_gone(self, entry: Entry) -> None:
        """Where an entry was deleted while it was shown, its words become those of a new one."""
        entries = self._desk.library.lists.all(entry.kind)
        if entry.id not in {one.id for one in entries}:
            self._front().keep_as_new()

    def _merge(self, kept: EntryId, ids: Sequence[EntryId]) -> None:
        shown = self._front()
        change = attempt(shown.notices, partial(merge_entries, self._desk.library, kept, ids))
        self.read(chosen=kept)
        if change is not None:
            self._changed()
            self._let_items_follow(change)

    def _retire(self, ids: Sequence[EntryId], is_retired: bool) -> None:  # noqa: FBT001 - a signal's
        lists = self._desk.library.lists
        attempt(self._front().notices, partial(lists.retire, ids, is_retired=is_retired))
        self.read()
        self._changed()

    def _delete(self, ids: Sequence[EntryId]) -> None:
        shown, lists = self._front(), self._desk.library.lists
        before = [entry for entry in lists.all(shown.kind) if entry.id in set(ids)]
        attempt(shown.notices, partial(lists.delete, ids))
        self.read()
        gone = [
            entry for entry in before if entry.id not in {one.id for one in lists.all(shown.kind)}
        ]
        if gone:
            name = f"“{in_brief(gone[0].name)}”" if len(gone) == 1 else f"{len(gone)} entries"
            undo = Choice(words="Undo", act=partial(self._put_back, gone))
            shown.notices.show_notice(f"Deleted {name}.", choices=[undo])
        self._changed()

    def _put_back(self, entries: Sequence[Entry]) -> None:
        lists = self._desk.library.lists
        attempt(self._front().notices, partial(lists.put_back, entries))
        self.read(chosen=entries[0].id)
        self._changed()

    def _order(self, ids: Sequence[EntryId]) -> None:
        attempt(self._front().notices, partial(self._desk.library.lists.put_in_order, ids))
        self.read()
        self._changed()

    # ------------------------------------------------------------ items that follow

    def _let_items_follow(self, change: ListChange) -> None:
        """Give the items of a change the entry's name, in one bulk change with one undo."""
        shown = self._front()
        if not change.items:
            if len(change.before) > 1:
                self._tell(change, BulkOutcome(changed=0))
            return
        settle_typing(self._window)
        if attempt(shown.notices, self._left) is None:
            return
        job = Job(self._desk.background, parent=self._window)
        words = f"{change.follow.what}: {items_words(len(change.items))} follow…"
        shown.notices.show_notice(words, choices=[Choice(words="Cancel", act=job.cancel)])
        undo = Choice(words="Undo", act=partial(self._put_back, change.before))
        job.cancelled.connect(
            lambda: shown.notices.show_notice(
                "Stopped: no item was changed. They are found by the name they have.",
                choices=[undo],
            )
        )
        job.run(
            change_items(self._desk.library, change.follow, change.items),
            then=partial(self._tell, change),
            failed=shown.notices.show_error,
        )

    def _left(self) -> bool:
        self._desk.session.leave()
        return True

    def _tell(self, change: ListChange, outcome: BulkOutcome) -> None:
        """Show what came of a change, and offer to take it back, list and items together."""
        self._show_items_anew()
        words = f"{change.follow.what} in {items_words(outcome.changed)}."
        tone = Tone.WARNING if outcome.refused else Tone.GOOD
        if outcome.refused:
            words += f" {items_words(len(outcome.refused))} could not be changed."
        last = attempt(self._front().notices, self._desk.library.bulk.last)
        key = last.key if last is not None and outcome.changed else None
        undo = Choice(words="Undo", act=partial(self._undo, change, key))
        self._front().notices.show_notice(words, tone=tone, choices=[undo])

    def _undo(self, change: ListChange, key: int | None) -> None:
        shown, library = self._front(), self._desk.library
        last = attempt(shown.notices, library.bulk.last)
        if key is not None and (last is None or last.key != key):
            words = "Items were changed by something else since; undo that first."
            shown.notices.show_notice(words, tone=Tone.WARNING)
            return
        if attempt(shown.notices, self._left) is None:
            return
        if key is None:
            self._put_back(change.before)
            return

        def undone(outcome: BulkOutcome) -> None:
            self._show_items_anew()
            words = f"Undone in {items_words(outcome.changed)}."
            shown.notices.show_notice(words, tone=Tone.GOOD)

        job = Job(self._desk.background, parent=self._window)
        job.run(undo_last(library), then=undone, failed=shown.notices.show_error)

    def _show_items_anew(self) -> None:
        if self._desk.session.draft is not None:
            attempt(self._front().notices, self._desk.session.read_again)
        self._items.show_list_anew()
        self.read()
        self._changed()

    # ------------------------------------------------------------ looking and files

    def _show_items(self, entry: Entry) -> None:
        shown, library = self._front(), self._desk.library

        def found() -> tuple[int, list[Use]]:
            ids = library.lists.items_with(entry.kind, entry.carried_names())
            items = library.items.get_many(ids[:MOST_SHOWN])
            return len(ids), [
                Use(item.id, item.headline, _details(item.section, item.language, item.is_trashed))
                for item in items
            ]

        def show(found: tuple[int, list[Use]]) -> None:
            number, uses = found
            lead = f"“{in_brief(entry.name)}” is used in {items_words(number)}."
            if number > len(uses):
                lead += f" These are the {len(uses)} that were changed last."
            dialog = UsesDialog(lead, uses, shown)
            dialog.open_requested.connect(self._open)
            dialog.show()

        self._desk.background.run(found, then=show, failed=shown.notices.show_error)

    def _open(self, item_id: str) -> None:
        self._items.open(item_id)
        self._window.come_forward()

    def _choose_photo(self, part: PhotoPart) -> None:
        shown = self._front()
        folder = self._desk.memory.text("photo-folder")
        dialog = QFileDialog(shown, "Choose a photo", folder, _PHOTOS)
        dialog.setObjectName("choosePhotoFile")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)

        def take(names: list[str]) -> None:
            self._photos.add([Path(names[0])], then=lambda srcs: part.take(srcs[0]))

        dialog.filesSelected.connect(take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _export(self) -> None:
        shown = self._front()
        dialog = QFileDialog(shown, "Export the list", f"{shown.kind}s.csv", _CSV)
        dialog.setObjectName("exportList")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.fileSelected.connect(self._write)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _write(self, name: str) -> None:
        shown = self._front()
        entries = self._desk.library.lists.all(shown.kind)

        def told(_: None) -> None:
            words = f"Wrote {len(entries):,} entries to “{Path(name).name}”."
            shown.notices.show_notice(words, tone=Tone.GOOD)

        self._desk.background.run(
            partial(write_list, entries, Path(name)), then=told, failed=shown.notices.show_error
        )

    def _import(self) -> None:
        dialog = QFileDialog(self._front(), "Import into the list", "", _CSV)
        dialog.setObjectName("importList")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._bring_in)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _bring_in(self, name: str) -> None:
        shown, lists = self._front(), self._desk.library.lists
        kind = shown.kind

        def take() -> tuple[ListFile, tuple[int, int]]:
            found = read_list(Path(name), kind, lists.all(kind))
            return found, lists.put_all(kind, found.told)

        def told(result: tuple[ListFile, tuple[int, int]]) -> None:
            found, (added, changed) = result
            shown.notices.show_notice(import_words(found, added, changed), tone=Tone.GOOD)
            self.read()
            self._changed()

        self._desk.background.run(take, then=told, failed=shown.notices.show_error)

    def _take_names(self) -> None:
        shown, library = self._front(), self._desk.library
        names = attempt(shown.notices, partial(names_beside, library, shown.kind)) or ()
        attempt(shown.notices, partial(library.lists.add_names, shown.kind, names))
        words = f"Added {len(names):,}." if names else "Every name that items use is in the list."
        shown.notices.show_notice(words)
        self.read()
        self._changed()

    # ------------------------------------------------------------ inside

    def _front(self) -> ListsWindow:
        if self._shown is None:
            self._shown = self._made()
        return self._shown

    def _made(self) -> ListsWindow:
        picture = partial(cut_picture, self._desk.library)
        made = ListsWindow(self._desk.look.icons, picture, self._window)
        made.kind_chosen.connect(lambda _kind: self.read())
        made.save_requested.connect(self._save)
        made.items_requested.connect(self._show_items)
        made.photo_requested.connect(self._choose_photo)
        entries = made.entries
        entries.merge_requested.connect(self._merge)
        entries.retire_requested.connect(self._retire)
        entries.delete_requested.connect(self._delete)
        entries.order_requested.connect(self._order)
        entries.import_requested.connect(self._import)
        entries.export_requested.connect(self._export)
        entries.names_requested.connect(self._take_names)
        return made


def import_words(found: ListFile, added: int, changed: int) -> str:
    """Return what came of an import, in words."""
    words = [f"Added {added:,}, changed {changed:,}."]
    if found.nameless:
        rows = "1 row" if found.nameless == 1 else f"{found.nameless:,} rows"
        words.append(f"{rows} without a name stayed out.")
    if found.unknown:
        columns = ", ".join(f"“{in_brief(one, most=30)}”" for one in found.unknown[:5])
        words.append(f"Not understood: {columns}.")
    return " ".join(words)


def _details(section: str, language: str, is_trashed: bool) -> str:  # noqa: FBT001 - one of three
    parts = (section, language, "in the trash" if is_trashed else "")
    return " · ".join(part for part in parts if part)
