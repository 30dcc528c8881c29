"""What the window tells the user without being asked: notices, reports and questions.

The only module that knows QMessageBox; nothing here stops the rest of the window.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from editor_app.errors import EditorError
from editor_app.ui.look.icons import Icons


class Tone(StrEnum):
    """How grave a notice is."""

    NOTE = "note"
    GOOD = "good"
    WARNING = "warning"
    DANGER = "danger"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A button on a notice: its words and what it does."""

    words: str
    act: Callable[[], None]


class Notices(QFrame):
    """A strip across the window for one notice at a time; the newest takes the place.

    Signals:
        error_shown: What could not be done is being said; carries the `EditorError`.
    """

    error_shown = Signal(object)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setAccessibleName("Notice")
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.words.setAccessibleName("Notice")
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._buttons = QHBoxLayout()
        self._close = QToolButton(self)
        self._close.setIcon(icons("close"))
        self._close.setAccessibleName("Close this notice")
        self._close.setToolTip("Close")
        self._close.clicked.connect(self.clear)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 7, 10, 7)
        layout.addWidget(self.words, 1)
        layout.addLayout(self._buttons)
        layout.addWidget(self._close)
        self.hide()

    def show_notice(
        self, words: str, *, tone: Tone = Tone.NOTE, choices: Sequence[Choice] = ()
    ) -> None:
        """Show words in the strip, with a button for each choice."""
        self._drop_buttons()
        self.words.setText(words)
        self.setProperty("tone", tone.value)
        self.style().unpolish(self)
        self.style().polish(self)
        for number, choice in enumerate(choices):
            self._add_button(choice, name=f"choice-{number}")
        self.setAccessibleDescription(words)
        self.show()

    def show_error(self, error: EditorError, *, choices: Sequence[Choice] = ()) -> None:
        """Show what could not be done and what to do about it."""
        self.show_notice(str(error), tone=Tone.DANGER, choices=choices)
        self.error_shown.emit(error)

    @Slot()
    def clear(self) -> None:
        """Take the notice away."""
        self._drop_buttons()
        self.words.clear()
        self.hide()

    def _add_button(self, choice: Choice, *, name: str) -> None:
        button = QPushButton(choice.words, self)
        button.setObjectName(name)
        button.setAccessibleName(choice.words)
        button.clicked.connect(self.clear)
        button.clicked.connect(choice.act)
        self._buttons.addWidget(button)

    def _drop_buttons(self) -> None:
        while (entry := self._buttons.takeAt(0)) is not None:
            if (button := entry.widget()) is not None:
                button.hide()
                button.deleteLater()


class Report(QDialog):
    """A sheet of words to read, copy and close; the window goes on behind it."""

    def __init__(self, title: str, *, lead: str, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("report")
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(False)
        head = QLabel(lead, self)
        head.setWordWrap(True)
        self.text = QPlainTextEdit(words, self)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(title)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self._buttons = buttons
        self.leave = buttons.button(QDialogButtonBox.StandardButton.Close)
        self.copy = buttons.addButton("Copy", QDialogButtonBox.ButtonRole.ActionRole)
        self.copy.clicked.connect(self._on_copy)
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(12)
        layout.addWidget(head)
        layout.addWidget(self.text, 1)
        layout.addWidget(buttons)
        self.resize(620, 420)

    def offer(self, choice: Choice) -> None:
        """Add a button for something else that can be done; the sheet is closed by it."""
        button = self._buttons.addButton(choice.words, QDialogButtonBox.ButtonRole.ActionRole)
        button.setObjectName("reportChoice")
        button.clicked.connect(self.close)
        button.clicked.connect(choice.act)

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())


def ask(parent: QWidget, question: str, *, detail: str, yes: Choice) -> QMessageBox:
    """Ask a question that can be answered with one thing to do, or with Cancel."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle("Standfirst")
    box.setText(question)
    box.setInformativeText(detail)
    accept = box.addButton(yes.words, QMessageBox.ButtonRole.AcceptRole)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(accept)
    accept.clicked.connect(yes.act)
    box.open()
    return box


class EscapeClears(QObject):
    """Takes the notice away when Escape is pressed and nothing else wants the key."""

    def __init__(self, notices: Notices) -> None:
        super().__init__(notices)
        self._notices = notices

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if event.type() == QEvent.Type.KeyPress and is_escape and self._notices.isVisible():
            self._notices.clear()
            return True
        return False
