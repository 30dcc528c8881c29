"""The bar at the foot of the window: what is saved, how long, what is to be exported."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

_HINT_LASTS = 6_000  # milliseconds
_MOST_OF_CHECK = 420  # pixels of the words of a finding


class StatusBar(QFrame):
    """Shows what it is told; only the first finding of the checks can be clicked.

    The keyboard comes to it only to have its words read out.

    What happened last is shown for a moment, or ``hint_lasts`` milliseconds.
    """

    def __init__(self, parent: QWidget | None = None, *, hint_lasts: int = _HINT_LASTS) -> None:
        super().__init__(parent)
        self.setObjectName("statusBar")
        self.setAccessibleName("Status")
        self.save_state = self._label("saveState", "Saved state")
        self.length = self._label("textLength", "Length of the text")
        self.first_check = self._first_check()
        self.hint = self._label("hint", "What happened last")
        self.export_state = self._label("exportState", "Changed since the last export")
        self.hint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._hint_end = QTimer(self, singleShot=True, interval=hint_lasts)
        self._hint_end.timeout.connect(self.hint.clear)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 4, 14, 4)
        layout.setSpacing(18)
        layout.addWidget(self.save_state)
        layout.addWidget(self.length)
        layout.addWidget(self.first_check)
        layout.addWidget(self.hint, 1)
        layout.addWidget(self.export_state)

    def show_save_state(self, words: str, *, is_failure: bool = False) -> None:
        """Show whether the words are in the library."""
        self.save_state.setText(words)
        self.save_state.setToolTip(words)
        self._set_tone(self.save_state, "danger" if is_failure else "")

    def show_length(self, *, words: int, minutes: int) -> None:
        """Show how long the text is and how long it takes to read."""
        noun = "word" if words == 1 else "words"
        self.length.setText(f"{words:,} {noun} · {minutes} min" if words else "No text yet")

    def show_check(self, words: str, *, level: str) -> None:
        """Show the first finding of the checks, or that nothing is missing."""
        metrics = self.first_check.fontMetrics()
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, _MOST_OF_CHECK)
        self.first_check.setText(shown)
        self.first_check.setToolTip(words)
        self.first_check.setAccessibleName(f"Checks: {words}")
        self.first_check.setVisible(bool(words))
        if self.first_check.property("level") != level:
            self.first_check.setProperty("level", level)
            self.first_check.style().unpolish(self.first_check)
            self.first_check.style().polish(self.first_check)

    def show_export_state(self, words: str) -> None:
        """Show what the last export has to do with the item."""
        self.export_state.setText(words)

    def show_hint(self, words: str, *, is_lasting: bool = False) -> None:
        """Say what happened last, or what is going on: that stays until it is over."""
        self.hint.setText(words)
        self.hint.setToolTip(words)
        if is_lasting:
            self._hint_end.stop()
        else:
            self._hint_end.start()

    def end_hint(self) -> None:
        """Take away what happened last, because something else happens; what goes on stays."""
        if self._hint_end.isActive():
            self._hint_end.stop()
            self.hint.clear()

    def clear(self) -> None:
        """Show nothing, because no item is open."""
        for label in (self.save_state, self.length, self.hint, self.export_state):
            label.clear()
        self.show_check("", level="")

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        labels = (self.save_state, self.length, self.first_check, self.hint, self.export_state)
        self.setAccessibleDescription(". ".join(each.text() for each in labels if each.text()))
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _first_check(self) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName("firstCheck")
        button.setProperty("look", "quiet")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the action that does the same has keys
        button.hide()
        return button

    def _label(self, name: str, meaning: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setAccessibleName(meaning)
        return label

    @staticmethod
    def _set_tone(label: QLabel, tone: str) -> None:
        if label.property("tone") != tone:
            label.setProperty("tone", tone)
            label.style().unpolish(label)
            label.style().polish(label)
