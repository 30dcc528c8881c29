"""A running count of characters beside a field."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


class Counter(QLabel):
    """Says how many characters of the advised number are used; amber when there are more."""

    def __init__(self, most: int, *, unit: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most = most
        self._unit = f" {unit}" if unit else ""
        self.setProperty("look", "counter")
        self._text = ""
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.show_count("")

    def show_most(self, most: int) -> None:
        """Advise another number."""
        if most != self._most:
            self._most = most
            self.show_count(self._text)

    def show_count(self, text: str) -> None:
        """Count the characters of text."""
        self._text = text
        used = len(text)
        self.setText(f"{used} / {self._most}{self._unit}")
        tone = "" if not used else "good" if used <= self._most else "warning"
        self.setAccessibleName(f"{used} of {self._most} characters used")
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            self.style().unpolish(self)
            self.style().polish(self)
