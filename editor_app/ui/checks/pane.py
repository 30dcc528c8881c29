"""The Checks tab while nothing was checked yet: an empty place for what it will show."""

from PySide6.QtWidgets import QVBoxLayout, QWidget


class ChecksPane(QWidget):
    """Holds the findings of the open item; it is empty until the window is in use."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("checksPane")
        self.setAccessibleName("Checks")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)

    def furnish(self, inside: QWidget) -> None:
        """Put in what the tab shows."""
        if (layout := self.layout()) is not None:
            layout.addWidget(inside)
        self.setFocusProxy(inside)
