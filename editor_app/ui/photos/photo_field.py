"""One text of a photo in its form: what is written, where it came from, and the way back."""

from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from editor_app.model.photo_words import LEFT_OUT
from editor_app.ui.look.icons import Icons
from editor_app.ui.look.plain_tips import plain_tip
from editor_app.ui.photos.controls import Control
from editor_app.ui.photos.starts import NO_START, Start

_SHOWN = 120


class PhotoField(QWidget):
    """A labelled text that begins with the photo's own.

    While it says the photo's own it is shown muted, with where that came from; when it says
    something else, a button puts the photo's own back.

    Signals:
        edited: The words are others now. Not sent by `show_words`.
    """

    edited = Signal()

    def __init__(self, label: str, control: Control, name: str, icons: Icons) -> None:
        super().__init__()
        self.label = QLabel(label, self)
        self.label.setProperty("look", "label")
        self.label.setBuddy(control)
        self.control = control
        control.setObjectName(name)
        control.setAccessibleName(label)
        self._start = NO_START
        self._given = self._spelled = ""
        self.origin = QLabel(self)
        self.origin.setProperty("look", "origin")
        self.back = QToolButton(self)
        self.back.setIcon(icons("restore"))
        self.back.setIconSize(QSize(13, 13))
        self.back.setProperty("look", "words")
        self.back.setAccessibleName(f"{label}: back to the photo's own")
        self.back.clicked.connect(self._on_back)
        self._head = QHBoxLayout()
        self._lay_out()
        control.edited.connect(self._on_edited)
        self._show_start()

    def words(self) -> str:
        """Return the words: to the letter those that were shown as long as nobody wrote here."""
        words = self.control.words()
        return self._given if words == self._spelled else words

    def typed(self) -> str:
        """Return the words as they are stored: nothing where they are those it starts with."""
        return "" if self._is_own() else self.words() or LEFT_OUT

    def show_words(self, words: str, start: Start = NO_START) -> None:
        """Show words, and remember what they start as."""
        self.control.show_words(start.words)
        self._start = replace(start, words=self.control.words())  # as the control spells it
        self.control.show_words(words)
        self._given, self._spelled = words, self.control.words()
        self._show_start()

    def _lay_out(self) -> None:
        self._head.setSpacing(4)
        self._head.addWidget(self.label, 1)
        self._head.addWidget(self.origin)
        self._head.addWidget(self.back)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(self._head)
        layout.addWidget(self.control)

    def stops(self) -> tuple[QWidget, ...]:
        """Return where the Tab key stops, in order."""
        return self.control, self.back

    def put_beside_label(self, widget: QWidget) -> None:
        """Put something small at the other end of the label's line."""
        self._head.addWidget(widget)

    def take(self, words: str) -> None:
        """Write words as the user would."""
        self.control.show_words(words)
        self._on_edited()

    @Slot()
    def _on_back(self) -> None:
        self.take(self._start.words)
        self.control.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_edited(self) -> None:
        self._show_start()
        self.edited.emit()

    def _is_own(self) -> bool:
        return self.control.words() == self._start.words

    def _show_start(self) -> None:
        start = self._start
        is_own = bool(start.words) and self._is_own()
        self.origin.setText(start.origin if is_own else "")
        self.origin.setToolTip(start.hint)
        self.back.setVisible(bool(start.words) and not is_own)
        tip = f"Back to the photo's own: “{start.words[:_SHOWN]}”\n{start.hint}"
        self.back.setToolTip(plain_tip(tip))
        control = self.control
        control.setAccessibleDescription(start.origin if is_own else "")
        if bool(control.property("found")) != is_own:
            control.setProperty("found", is_own)
            control.style().unpolish(control)
            control.style().polish(control)
