"""The form of a note: a line to write it in, with bold, italic and links."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from editor_app.body.tree import Body, Content, Paragraph, Text
from editor_app.ui.editor.body_editor import BodyEditor
from editor_app.ui.editor.forms.sheet import Sheet
from editor_app.ui.editor.insertion import in_one_line

_BUTTONS = ("bold", "italic", "link")
_LINES = 5


class NamedActions(Protocol):
    """The commands of a small editor, found by their names."""

    def named(self, name: str) -> QAction:
        """Return the action with an object name."""


class NoteForm(QDialog):
    """Asks for the words of a note; they are one line, however long.

    ``act_on`` gives an editor its commands.

    Signals:
        note_chosen: The user agreed; carries the note's content.
        note_removed: The note shall go.
    """

    note_chosen = Signal(object)
    note_removed = Signal()

    def __init__(
        self,
        content: Content,
        act_on: Callable[[BodyEditor], NamedActions],
        *,
        is_new: bool,
        parent: BodyEditor,
    ) -> None:
        super().__init__(parent)
        self.text = BodyEditor(parent.look(), parent=self)
        self.text.setObjectName("noteText")
        self.text.setAccessibleName("Note")
        self.text.show_start("Write the note…")
        self.text.setFixedHeight(_LINES * self.text.fontMetrics().lineSpacing())
        self.text.hooks.keys.append(self._on_key)
        self.text.hooks.typing.extend(parent.hooks.typing)
        for join in parent.hooks.parts:
            join(self.text)
        actions = act_on(self.text)
        self._sheet = Sheet(self, name="noteForm", title="Note", width=520)
        self._sheet.whole(self._field(actions))
        self._sheet.when_agreed(lambda: self.note_chosen.emit(self.content()))
        if not is_new:
            self._sheet.offer("Remove note", self.note_removed.emit)
        self.text.body_edited.connect(self._on_edited)
        self.text.show_body(Body((Paragraph(content),) if content else ()), language="en")
        self.text.setFocus()
        self._on_edited()

    def content(self) -> Content:
        """Return the words of the note."""
        words = in_one_line(self.text.tracker().reader().leaves())
        return tuple(node if isinstance(node, Text) else Text(" ") for node in words)

    def _field(self, actions: NamedActions) -> QWidget:
        field = QWidget(self)
        row = QHBoxLayout()
        row.setSpacing(2)
        for name in _BUTTONS:
            row.addWidget(_button(actions.named(name), field))
        row.addStretch(1)
        layout = QVBoxLayout(field)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(row)
        layout.addWidget(self.text)
        return field

    @Slot()
    def _on_edited(self) -> None:
        has_words = any(isinstance(node, Text) and node.text.strip() for node in self.content())
        self._sheet.say("" if has_words else "Write the note.")

    def _on_key(self, event: QKeyEvent) -> bool:
        """Let Enter agree: a note has one line."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        self._sheet.agree()
        return True


def _button(action: QAction, parent: QWidget) -> QToolButton:
    button = QToolButton(parent)
    button.setDefaultAction(action)
    button.setObjectName(f"note-{action.objectName()}")
    button.setAccessibleName(action.text().rstrip("…"))
    button.setAutoRaise(True)
    button.setIconSize(QSize(16, 16))
    button.setFixedSize(28, 28)
    return button
