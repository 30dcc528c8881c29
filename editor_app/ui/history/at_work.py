"""What is done in the History tab: versions are read, compared, named, restored and copied."""

from functools import partial

from PySide6.QtCore import QObject, Slot

from editor_app.editing.changes import Change, ChangeKind
from editor_app.editing.comparing import Comparison
from editor_app.editing.restoring import save_version_as_copy
from editor_app.errors import EditorError
from editor_app.model.item import NewsItem
from editor_app.store.history import Revision
from editor_app.ui.fields.settled_line import settle_typing
from editor_app.ui.history.model import VersionRow
from editor_app.ui.history.panel import Against, HistoryPanel
from editor_app.ui.history.reading import VersionReader
from editor_app.ui.history.restoring import RestoredStep
from editor_app.ui.history.words import moment_words
from editor_app.ui.messages import Choice
from editor_app.ui.photos.shown_pictures import cut_picture
from editor_app.ui.window import MainWindow
from editor_app.ui.wiring_desk import Desk, attempt
from editor_app.ui.wiring_items import ItemCommands

_NEW_VERSIONS = frozenset(
    {ChangeKind.OPENED, ChangeKind.SAVED, ChangeKind.COPIED, ChangeKind.CLOSED}
)
_EDITS = frozenset({ChangeKind.BODY, ChangeKind.FIELDS})
_ANOTHER_ITEM = frozenset({ChangeKind.OPENED, ChangeKind.CLOSED, ChangeKind.COPIED})


class HistoryAtWork(QObject):
    """The History tab once somebody has looked at it; it reads only while it is in front."""

    def __init__(self, window: MainWindow, desk: Desk, items: ItemCommands) -> None:
        super().__init__(window)
        self._window, self._desk, self._items = window, desk, items
        self._step: RestoredStep | None = None
        self._told = ""
        self._is_naming = False  # as soon as the versions are read
        self._read_of = ""  # the item whose versions stand there
        self._asked: tuple[object, ...] = ()
        self._title = ""
        self.panel = HistoryPanel(desk.look, partial(cut_picture, desk.library))
        self._list, self._view = self.panel.list, self.panel.view
        self._reader = VersionReader(desk.library, desk.background, self)
        self._reader.versions_read.connect(self._on_versions_read)
        self._reader.what_found.connect(self._list.versions.show_what)
        self._reader.compared.connect(self._on_compared)
        self._reader.failed.connect(self._on_failed)
        self._list.rows_seen.connect(self._on_rows_seen)
        self._list.versions.name_edited.connect(self._name)
        self._list.naming_ended.connect(self.read)
        self.panel.comparison_requested.connect(self._compare)
        self.panel.restore_requested.connect(self._restore)
        self.panel.copy_requested.connect(self._open_copy)
        window.panes.history.furnish(self.panel)
        desk.session.subscribe(self._hear)
        window.call_after_closing(self._reader.stop)

    # ------------------------------------------------------------ reading

    def read(self) -> None:
        """Read the versions of the open item, if the tab is in front."""
        if not self._window.panes.history.isVisible():
            return
        draft = self._desk.session.draft
        if draft is None or draft.item.version == 0:
            words = "No item is open." if draft is None else "Nothing of this item is saved yet."
            self._forget(words)
            return
        if draft.item.id != self._read_of:
            self._forget("")
        self._reader.read_versions(draft.item.id)

    def name_present(self) -> None:
        """Let the present version be named as soon as it is read."""
        self._is_naming = True
        self.read()

    def _forget(self, words: str) -> None:
        self._read_of, self._asked = "", ()
        self.panel.clear(words)

    @Slot(str, list)
    def _on_versions_read(self, item_id: str, found: list[Revision]) -> None:
        draft = self._desk.session.draft
        if draft is None or draft.item.id != item_id or self._list.is_naming:
            return
        self._read_of = item_id
        self.panel.show_versions(found, now=self._desk.clock())
        self._compare()
        if self._is_naming and found:
            self._is_naming = False
            self._list.begin_naming(found[0].version)

    @Slot(list)
    def _on_rows_seen(self, rows: list[VersionRow]) -> None:
        draft = self._desk.session.draft
        if draft is not None and draft.item.id == self._read_of:
            self._reader.find_what(draft.item.id, rows)

    @Slot(object)
    def _on_failed(self, error: EditorError) -> None:
        self._asked = ()
        self._view.show_words(str(error))

    # ------------------------------------------------------------ comparing

    @Slot()
    def _compare(self) -> None:
        """Compare the chosen version, if that was not done already."""
        row, draft = self._chosen(), self._desk.session.draft
        if row is None or draft is None:
            return
        self.panel.offer(is_other=not row.is_present or draft.item.is_trashed)
        with_now = self.panel.against is Against.NOW
        newest = self._list.versions.row(0).revision
        wanted = (draft.item.id, row.revision, self.panel.against, newest.sha256)
        if wanted == self._asked:
            return
        self._asked = wanted
        self._title = self._title_of(row)
        if with_now and row.is_present:
            self._view.show_words("These are the present words.")
        elif with_now:
            read = partial(self._reader.version, draft.item.id, row.revision.version)
            self._reader.compare(read, lambda: draft)
        elif row.before is None:
            self._view.show_words("There is no version before this one.")
        else:
            self._reader.compare(
                partial(self._reader.version, draft.item.id, row.before.version),
                partial(self._reader.version, draft.item.id, row.revision.version),
            )

    @Slot(object)
    def _on_compared(self, comparison: Comparison) -> None:
        draft = self._desk.session.draft
        if comparison.is_empty:
            self._view.show_words("Both versions say the same.")
        elif draft is not None:
            language = draft.item.language
            self._view.show_comparison(comparison, title=self._title, language=language)

    def _title_of(self, row: VersionRow) -> str:
        """Return between what the chosen comparison is."""
        now = self._desk.clock()
        moment = moment_words(row.revision.saved_at, now=now)
        if self.panel.against is Against.NOW or row.before is None:
            return f"From {moment} to now"
        return f"From {moment_words(row.before.saved_at, now=now)} to {moment}"

    def _chosen(self) -> VersionRow | None:
        row = self._list.versions.row_of(self._list.chosen) if self._list.chosen else -1
        return self._list.versions.row(row) if row >= 0 else None

    # ------------------------------------------------------------ doing

    @Slot(int, str)
    def _name(self, version: int, name: str) -> None:
        draft = self._desk.session.draft
        if draft is not None:
            library = self._desk.library
            attempt(
                self._window.notices, lambda: library.history.name(draft.item.id, version, name)
            )
            self.read()

    @Slot()
    def _restore(self) -> None:
        """Put the words of the chosen version back; what there is now stays a version too."""
        row = self._chosen()
        settle_typing(self._window)
        then = self._saved_and_read(row)
        if row is None or then is None:
            return
        if self._is_trashed():
            self._items.restore()
        if self._is_trashed():
            return
        self._end_step()
        self._step = RestoredStep(self._desk.session, self._window.panes.editor.body, then)
        moment = moment_words(row.revision.saved_at, now=self._desk.clock())
        self._told = (
            f"The words of {moment} are back. Status and dates of publication are as before."
        )
        self._window.notices.show_notice(
            self._told, choices=[Choice(words="Undo", act=self._step.undo)]
        )

    @Slot()
    def _open_copy(self) -> None:
        """Make an item of its own of the chosen version, and open it."""
        then = self._saved_and_read(self._chosen())
        if then is None:
            return

        def make() -> NewsItem:
            return save_version_as_copy(self._desk.library, then, now=self._desk.clock())

        if (copy := attempt(self._window.notices, make)) is not None:
            self._items.show_list_anew()
            self._items.open(copy.id)
            self._window.status.show_hint("This is the copy")

    def _saved_and_read(self, row: VersionRow | None) -> NewsItem | None:
        """Save what is written, so that nothing is lost, and return an item as it was."""
        draft = self._desk.session.draft
        if row is None or draft is None:
            return None

        def work() -> NewsItem:
            self._desk.session.leave()
            return self._desk.library.history.get(draft.item.id, row.revision.version)

        return attempt(self._window.notices, work)

    def _is_trashed(self) -> bool:
        draft = self._desk.session.draft
        return draft is None or draft.item.is_trashed

    def _hear(self, change: Change) -> None:
        if change.kind in _ANOTHER_ITEM:
            self._end_step()
        elif change.kind in _EDITS:
            self._withdraw_offer()
        if change.kind in _NEW_VERSIONS:
            self.read()

    def _end_step(self) -> None:
        """Offer no way back from a step that belongs to another item, or to an older restore."""
        if self._step is not None:
            self._step.end()
            self._step = None
        self._withdraw_offer()

    def _withdraw_offer(self) -> None:
        """Offer Undo no more beside the words that are written since; Ctrl+Z still goes back."""
        if self._told and self._window.notices.words.text() == self._told:
            self._window.notices.clear()
        self._told = ""
