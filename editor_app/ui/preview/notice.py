"""What stands in the preview's place when there is no page to show."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget


class Notice(QWidget):
    """A sentence, and what can be done about it.

    Signals:
        reload_requested: The user wants the page loaded again.
        browser_requested: The user wants the page in the browser.
    """

    reload_requested = Signal()
    browser_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("previewNotice")
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.reload = QPushButton("Reload", self)
        self.reload.setObjectName("previewReload")
        self.reload.setAccessibleName("Reload the preview")
        self.open = QPushButton("Open in browser", self)
        self.open.setObjectName("previewOpenInBrowser")
        self.open.setAccessibleName("Open the page in the browser")
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.reload)
        row.addWidget(self.open)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(self.words)
        column.addLayout(row)
        column.addStretch(2)
        self.reload.clicked.connect(self.reload_requested)
        self.open.clicked.connect(self.browser_requested)
        self.show_words("")

    def show_words(self, words: str, *, can_reload: bool = False, can_open: bool = False) -> None:
        """Show a sentence, with the buttons that help."""
        self.words.setText(words)
        self.words.setAccessibleName(words)
        self.reload.setVisible(can_reload)
        self.open.setVisible(can_open)
