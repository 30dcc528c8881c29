"""From nothing to a window that works: an item to write in first, then all that is behind it.

A person who starts the program wants to write. So the window comes with the item that was open
last, read by SQLite alone, and with nothing else behind it. What the rest needs is imported on a
thread while one can type already; then the library is opened whole and everything is connected.
Whatever else than typing is asked of the window before that makes it wait until it is done.
"""

from collections.abc import Iterator
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from typing_extensions import override

from editor_app.app_frame import Frame
from editor_app.editing.draft import Draft
from editor_app.errors import EditorError
from editor_app.store.first_look import FirstLook

if TYPE_CHECKING:
    from editor_app.background.threads import Task

# What is behind the window without knowing Qt. The rest is imported on the window's own thread:
# PySide makes its classes when they are first named, and must not do so on two threads at once.
WITHOUT_QT = (
    "editor_app.editing.autosave",
    "editor_app.editing.finding",
    "editor_app.editing.listed",
    "editor_app.editing.source_places",
    "editor_app.export.weight",
    "editor_app.intake.clipboard.html",
    "editor_app.intake.clipboard.rich_text",
    "editor_app.intake.photo_files",
    "editor_app.intake.textfile",
    "editor_app.render.page",
    "editor_app.spelling.judging",
    "editor_app.wording.punctuation",
)
_WITH_QT = "editor_app.app_desk"
_ASKING = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
        QEvent.Type.ContextMenu,
        QEvent.Type.DragEnter,
        QEvent.Type.InputMethod,
        QEvent.Type.Close,
    }
)
_KEYS = frozenset({QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride})
_SHIFTS = frozenset({Qt.Key.Key_Shift, Qt.Key.Key_CapsLock, Qt.Key.Key_AltGr})
_SHIFTED = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class Start(QObject):
    """Opens the library of a window: before that is used, or behind the item it shows.

    ``error`` says why the library could not be opened behind the item.
    """

    def __init__(self, frame: Frame, look: FirstLook) -> None:
        super().__init__(frame.window)
        self._frame, self._look = frame, look
        self._draft = _first_draft(frame, look)
        self._task: Task[None] | None = None
        self._is_finished = False
        self.error: EditorError | ImportError | None = None

    @property
    def can_be_written_in(self) -> bool:
        """Whether the window shows an item although its library is not open."""
        return self._draft is not None

    def finish(self) -> None:
        """Open the library now.

        Raises:
            LibraryError: the library cannot be opened; the window is closed.
        """
        self._is_finished = True
        try:
            from editor_app.app_desk import furnish  # noqa: PLC0415 - the window comes without it

            furnish(self._frame, self._look, self._draft)
        except BaseException:
            self._look.close()
            self._frame.window.close_without_asking()
            self._frame.background.close()
            raise

    def finish_soon(self) -> None:
        """Open the library when the window is on the screen; on failure it is closed again."""
        for watched in self._on_the_way():
            watched.installEventFilter(self)
        self._frame.window.call_when_shown(self._begin)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let what needs more than the text wait until there is more."""
        if self._is_more_than_typing(event):
            self._hurry()
        return False

    def _begin(self) -> None:
        if self._task is None and not self._is_finished:
            run = self._frame.background.run
            self._task = run(
                import_without_qt, then=lambda _: self._on_imported(), failed=self._on_failed
            )

    def _hurry(self) -> None:
        if self._task is not None:
            self._task.finish()
        self._finish_behind()

    def _on_imported(self) -> None:
        QTimer.singleShot(0, self, self._finish_behind)  # a key may come first
        import_module(_WITH_QT)

    def _finish_behind(self) -> None:
        if self._is_finished:
            return
        for watched in self._on_the_way():
            watched.removeEventFilter(self)
        try:
            self.finish()
        except (EditorError, ImportError) as error:
            self._give_up(error)

    def _on_failed(self, error: EditorError) -> None:
        self._is_finished = True
        self._look.close()
        self._give_up(error)

    def _give_up(self, error: EditorError | ImportError) -> None:
        self.error = error
        self._frame.window.close_without_asking()

    def _on_the_way(self) -> Iterator[QObject]:
        """Yield what the wishes of a user pass: the window on the screen, and the text in focus.

        Not the application: a filter there would wrap every object that any event is for.
        """
        window = self._frame.window
        yield from (window, window.panes.editor.body)
        if (on_screen := window.windowHandle()) is not None:
            yield on_screen

    def _is_more_than_typing(self, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent):
            return event.type() in _ASKING
        if event.type() not in _KEYS or event.key() in _SHIFTS:
            return False
        is_text = event.text().isalnum() and not event.modifiers() & ~_SHIFTED
        return not (is_text and self._frame.window.panes.editor.body.hasFocus())


def import_without_qt() -> None:
    """Import what takes longest and knows nothing of Qt; for any thread."""
    for name in WITHOUT_QT:
        import_module(name)


def _first_draft(frame: Frame, look: FirstLook) -> Draft | None:
    """Put the item that was open last, or else the newest, on the sheet and return it."""
    for item_id in (frame.memory.item, look.newest()):
        item = look.item(item_id) if item_id is not None else None
        if item is not None:
            draft = Draft.of(item)
            editor = frame.window.panes.editor
            editor.show_draft(draft, caret=frame.memory.caret(item.id))
            editor.take_focus()
            return draft
    return None
