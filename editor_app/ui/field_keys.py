"""The keys of the window, kept for it where a field of one line would take them for itself."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override


class FieldKeys(QObject):
    """Leaves the window its keys in every field: on X11, Ctrl+E is Qt's own “end of line”."""

    def __init__(self, window: QWidget, actions: QObject) -> None:
        super().__init__(window)
        self._window, self._actions = window, actions

    def join_fields(self) -> None:
        """Watch over the fields that the window has by now."""
        for field in self._window.findChildren(QLineEdit):
            field.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        pressed = QKeySequence(event.keyCombination())
        if any(pressed in action.shortcuts() for action in self._actions.findChildren(QAction)):
            event.ignore()
            return True
        return False
