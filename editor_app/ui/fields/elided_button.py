"""A quiet button of one line that is cut off where it finds no room."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget
from typing_extensions import override

_SIDES = 24  # pixels that a line leaves at its sides


class ElidedButton(QPushButton):
    """Shows as much of its words as there is room for; the tip and the spoken name have all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "quiet")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._words = ""

    def words(self) -> str:
        """Return all of what is said."""
        return self._words

    def show_words(self, words: str) -> None:
        """Say something."""
        self._words = words
        self.setAccessibleName(words)
        self.setToolTip(words)
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - _SIDES
        shown = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        self.setText(shown.replace("&", "&&"))
