"""Undo, cut, copy and paste for whatever has the keyboard: the text, or a field."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from editor_app.ui.editor.actions import EditorActions
from editor_app.ui.editor.body_editor import BodyEditor

_ACTIONS = {
    "undo": ("&Undo", QKeySequence.StandardKey.Undo),
    "redo": ("&Redo", QKeySequence.StandardKey.Redo),
    "cut": ("Cu&t", QKeySequence.StandardKey.Cut),
    "copy": ("&Copy", QKeySequence.StandardKey.Copy),
    "paste": ("&Paste", QKeySequence.StandardKey.Paste),
    "selectAll": ("Select &all", QKeySequence.StandardKey.SelectAll),
}


class EditActions(QObject):
    """The Edit menu. The keys themselves belong to the text and the fields; this only shows them.

    A shortcut here would take the key away from the fields, so the keys are written beside the
    words instead.
    """

    def __init__(self, body: BodyEditor, text: EditorActions, parent: QObject) -> None:
        super().__init__(parent)
        self._body, self._text = body, text
        self.undo = self._make("undo", "undo")
        self.redo = self._make("redo", "redo")
        self.cut = self._make("cut", "cut")
        self.copy = self._make("copy", "copy")
        self.paste = self._make("paste", "paste")
        self.select_all = self._make("selectAll", "selectAll")

    def _make(self, name: str, method: str) -> QAction:
        words, keys = _ACTIONS[name]
        own = self._text.named(name).shortcut()  # the text and the menu name the same key
        named = QKeySequence(keys) if own.isEmpty() else own
        shown = named.toString(QKeySequence.SequenceFormat.NativeText)
        action = QAction(f"{words}\t{shown}", self)
        action.setObjectName(f"menu-{name}")
        action.triggered.connect(lambda: self._do(name, method))
        return action

    def _do(self, name: str, method: str) -> None:
        focused: QWidget | None = QApplication.focusWidget()
        if focused is None or focused is self._body:
            self._text.named(name).trigger()
            return
        if callable(act := getattr(focused, method, None)):
            act()
