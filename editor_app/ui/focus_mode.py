"""Nothing on the screen but the text."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from editor_app.ui.editor.focus_veil import FocusVeil
from editor_app.ui.window import MainWindow

_NO_LIMIT = 16777215  # Qt's own QWIDGETSIZE_MAX


class FocusMode(QObject):
    """Hides everything but the text, and brings back exactly what was there.

    Signals:
        toggled: The mode was entered or left; carries whether it is on.
    """

    toggled = Signal(bool)
    _is_on = False  # events still come while the window is being deleted

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._body = window.panes.editor.body
        self._veil = FocusVeil(self._body)
        self._hidden: list[QWidget] = []
        self._had_whole_screen = False
        self._place = window.geometry()
        self._body.installEventFilter(self)

    @property
    def is_on(self) -> bool:
        """Whether the mode is on."""
        return self._is_on

    def show_mode(self, *, is_on: bool) -> None:
        """Enter the mode or leave it."""
        if is_on == self._is_on:
            return
        self._is_on = is_on
        if is_on:
            self._enter()
        else:
            self._leave()
        self._veil.show_veil(is_on=is_on)
        self._body.setFocus()
        self._body.show_caret()
        self.toggled.emit(is_on)

    def _enter(self) -> None:
        window = self._window
        self._hidden = [part for part in self._surroundings() if not part.isHidden()]
        for part in self._hidden:
            part.hide()
        # A menu bar that is hidden takes the shortcuts of its actions with it.
        window.menuBar().setMaximumHeight(0)
        window.panes.editor.column.show_header(is_shown=False)
        self._had_whole_screen = window.isFullScreen()
        self._place = window.geometry()
        window.setWindowState(window.windowState() | Qt.WindowState.WindowFullScreen)

    def _leave(self) -> None:
        window = self._window
        if not self._had_whole_screen:
            window.setWindowState(window.windowState() & ~Qt.WindowState.WindowFullScreen)
            if not window.isMaximized():
                window.setGeometry(self._place)  # at once: the window may be about to close
        window.menuBar().setMaximumHeight(_NO_LIMIT)
        window.panes.editor.column.show_header(is_shown=True)
        for part in self._hidden:
            part.show()
        self._hidden = []

    def _surroundings(self) -> list[QWidget]:
        window = self._window
        found: list[QWidget] = [window.top, window.status, window.panes.items]
        if (side := window.tabs.parentWidget()) is not None:
            found.append(side)
        return [*found, *window.panes.editor.around_text()]

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not self._is_on or not isinstance(event, QKeyEvent):
            return False
        if event.type() != QEvent.Type.KeyPress or event.key() != Qt.Key.Key_Escape:
            return False
        self.show_mode(is_on=False)
        return True
