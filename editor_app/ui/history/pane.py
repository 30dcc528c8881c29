"""The History tab while nobody has looked at it: an empty place that says when it is seen."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override


class HistoryPane(QWidget):
    """Holds the versions of an item; it is empty, and costs nothing, until it is first shown.

    Signals:
        seen: The tab was brought to the front.
    """

    seen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("historyPane")
        self.setAccessibleName("History")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)

    def furnish(self, inside: QWidget) -> None:
        """Put in what the tab shows."""
        if (layout := self.layout()) is not None:
            layout.addWidget(inside)
        self.setFocusProxy(inside)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.seen.emit()
