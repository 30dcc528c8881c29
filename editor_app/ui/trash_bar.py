"""The quiet bar over the sheet of an item that lies in the trash."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget


class TrashBar(QFrame):
    """Says that the open item cannot be edited, and offers to take it out of the trash.

    Signals:
        restore_requested: The user wants the item back.
    """

    restore_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("trashBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        words = QLabel("This item is in the trash. Restore it to edit it.", self)
        words.setProperty("look", "muted")
        self.restore = QPushButton("Restore", self)
        self.restore.setAccessibleName("Restore this item from the trash")
        self.restore.clicked.connect(self.restore_requested)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 6, 14, 6)
        layout.addWidget(words, 1)
        layout.addWidget(self.restore)
        self.hide()
