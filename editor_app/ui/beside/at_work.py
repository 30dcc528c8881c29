"""The pane beside the editor at work: which version stands there, and what is done about it."""

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Slot

from editor_app.editing.changes import Change, ChangeKind
from editor_app.editing.comparing import Comparison
from editor_app.editing.draft import Draft
from editor_app.editing.translating import changed_words
from editor_app.errors import EditorError
from editor_app.model.identity import ItemId
from editor_app.store.neighbours import Neighbours
from editor_app.ui.beside.comparing import Comparing
from editor_app.ui.beside.following import Following, Side
from editor_app.ui.beside.pane import BesidePane
from editor_app.ui.checks.runner import CheckRunner
from editor_app.ui.messages import Choice
from editor_app.ui.photos.shown_pictures import cut_picture
from editor_app.ui.window import MainWindow
from editor_app.ui.window_look import editor_look
from editor_app.ui.wiring_desk import Desk, attempt
from editor_app.ui.wiring_items import ItemCommands

if TYPE_CHECKING:
    from editor_app.background.threads import Task
    from editor_app.model.item import NewsItem
    from editor_app.store.query import ItemSummary

_ANOTHER = frozenset({ChangeKind.OPENED, ChangeKind.COPIED, ChangeKind.CLOSED})


class _Read(NamedTuple):
    """A version that was read, and in which version of it the words were last changed."""

    draft: Draft
    worded: int


class BesideAtWork(QObject):
    """Shows another version of the open item beside it for as long as that is wanted."""

    def __init__(self, window: MainWindow, desk: Desk, items: ItemCommands) -> None:
        super().__init__(window)
        self._window, self._desk, self._items = window, desk, items
        editors = window.panes.editor
        self.pane = BesidePane(desk.look, partial(cut_picture, desk.library), editors)
        editors.parts.addWidget(self.pane)
        self.following = Following(
            Side(editors.column, editors.body), Side(self.pane.column, self.pane.body), self
        )
        self.comparing = Comparing(window, self.pane, self.following, desk.background)
        self._is_wanted = self._had_side = False
        self._wants_changes = False
        self._versions: list[ItemSummary] = []
        self._read: NewsItem | None = None  # as it stands in the pane
        self._read_draft: Draft | None = None
        self._worded = 0  # in which version its words were last changed
        self._task: Task[_Read] | None = None
        self._connect()

    @property
    def is_wanted(self) -> bool:
        """Whether another version is to stand beside the open one."""
        return self._is_wanted

    @Slot()
    def toggle(self) -> None:
        """Show another version beside the open one, or put it away."""
        if self._is_wanted:
            self.put_away()
        else:
            self.show_beside()

    @Slot()
    def show_changes(self) -> None:
        """Show what has changed in the original since the open version was made from it."""
        self._wants_changes = True
        self.show_beside()

    def show_beside(self) -> None:
        """Show another version beside the open one; the preview makes room for it."""
        if not self._is_wanted:
            self._is_wanted = True
            self._had_side = self._window.actions_.show_side.isChecked()
            self._window.actions_.show_side.setChecked(False)
        self._choose()

    @Slot()
    def put_away(self) -> None:
        """Let the open item stand alone again."""
        if not self._is_wanted:
            return
        self._is_wanted = self._wants_changes = False
        self._hide()
        if self._had_side:
            self._window.actions_.show_side.setChecked(True)
        self._window.actions_.versions.beside.setChecked(False)

    def _connect(self) -> None:
        pane = self.pane
        pane.version_chosen.connect(self._on_chosen)
        pane.open_requested.connect(self._items.open)
        pane.changes_requested.connect(self._on_changes_requested)
        pane.taken_over.connect(self.take_over)
        pane.closed.connect(self.put_away)
        self._desk.session.subscribe(self._hear)
        runner = self._window.findChild(CheckRunner)
        if isinstance(runner, CheckRunner):  # after a pause in writing, as the checks do
            runner.checked.connect(self._compare)
        self._desk.look.changed.connect(self._wear)
        self._window.call_before_closing(self._before_closing)

    def _before_closing(self) -> bool:
        """Bring back what made room, so that the window is remembered with it."""
        self.put_away()
        return True

    @Slot()
    def _wear(self) -> None:
        self.pane.body.show_look(editor_look(self._desk.look))
        self.pane.show_zoom(self._window.panes.editor.body.look().zoom)

    # ------------------------------------------------------------ which version

    def _hear(self, change: Change) -> None:
        if not self._is_wanted:
            return
        if change.kind in _ANOTHER:
            self._wants_changes = False
            self._choose()
        elif change.kind is ChangeKind.FIELDS and "translated_version" in change.fields:
            self._show_flag()

    def _choose(self) -> None:
        """Show the original of the open item beside it, or else another version."""
        draft = self._desk.session.draft
        item = draft.item if draft is not None else None
        group = item.translation_group if item is not None else ""
        found = attempt(self._window.notices, lambda: self._desk.library.items.translations(group))
        self._versions = [one for one in found or () if item is not None and one.id != item.id]
        if item is None or not self._versions:
            self._hide()
            return
        ids = [one.id for one in self._versions]
        self.pane.offer(self._versions, original=item.translated_from or "")
        self._on_chosen(item.translated_from if item.translated_from in ids else ids[0])

    @Slot(str)
    def _on_chosen(self, item_id: str) -> None:
        if self._task is not None:
            self._task.forget()
        library = self._desk.library

        def read() -> _Read:
            item = library.items.get(ItemId(item_id))
            worded = Neighbours(library.database, library.items, ItemId("")).worded_in(item)
            return _Read(Draft.of(item), worded)

        self._task = self._desk.background.run(read, then=self._show, failed=self._on_failed)

    def _show(self, found: _Read) -> None:
        if not self._is_wanted:
            return
        read = found.draft
        self._read, self._worded = read.item, found.worded
        self._read_draft = read
        self.pane.show_version(read, zoom=self._window.panes.editor.body.look().zoom)
        if self.pane.isHidden():
            self.pane.show()
            half = self._window.panes.editor.parts.width() // 2
            self._window.panes.editor.parts.setSizes([half, 0, half])
        self._window.actions_.versions.beside.setChecked(True)
        self._show_flag()
        self.following.begin()
        self._compare()
        if self._wants_changes:
            self._on_changes_requested(is_wanted=True)

    @Slot()
    def _compare(self) -> None:
        draft, read = self._desk.session.draft, self._read_draft
        if self._is_wanted and draft is not None and read is not None:
            self.following.look_again()
            self.comparing.compare(draft, read)

    def _hide(self) -> None:
        self._read = self._read_draft = None
        self.following.end()
        self.comparing.end()
        self.pane.hide()

    def _on_failed(self, error: EditorError) -> None:
        self._hide()
        self._window.notices.show_error(error)

    # ------------------------------------------------------------ what has changed there

    def _show_flag(self) -> None:
        draft, read = self._desk.session.draft, self._read
        if draft is not None and read is not None:
            is_original = draft.item.translated_from == read.id
            is_behind = 0 < draft.item.translated_version < self._worded
            self.pane.show_flag(is_behind=is_original and is_behind)

    @Slot(bool)
    def _on_changes_requested(self, is_wanted: bool) -> None:  # noqa: FBT001 - a signal's value
        draft, read = self._desk.session.draft, self._read
        self._wants_changes = False
        if not is_wanted or draft is None or read is None or not draft.item.translated_version:
            self.pane.show_text()
            return
        then = draft.item.translated_version
        library = self._desk.library

        def compared() -> Comparison:
            before = Draft.of(library.history.get(read.id, then))
            return changed_words(before, Draft.of(read))

        def show(comparison: Comparison) -> None:
            if self._read is read:
                self.pane.show_changes(comparison, language=read.language)

        self._desk.background.run(compared, then=show, failed=self._on_changes_failed)

    def _on_changes_failed(self, error: EditorError) -> None:
        self.pane.show_text()
        self._window.notices.show_error(error)

    @Slot()
    def take_over(self) -> None:
        """Take note that the open version says what the version beside it says now."""
        draft, read = self._desk.session.draft, self._read
        if draft is None or read is None or draft.item.translated_from != read.id:
            return
        before = draft.item.translated_version
        item_id = draft.item.id

        def mark(version: int) -> None:
            now = self._desk.session.draft
            if now is not None and now.item.id == item_id:
                self._desk.session.edit(translated_version=version)
                self._desk.autosave.save_now()

        def undo() -> None:
            attempt(self._window.notices, partial(mark, before))
            self._window.notices.clear()

        attempt(self._window.notices, partial(mark, read.version))
        self._window.notices.show_notice(
            "This version says what the original says now.",
            choices=[Choice(words="Undo", act=undo)],
        )
