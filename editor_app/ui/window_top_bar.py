"""The bar across the top: what is begun and finished there."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QWidget

from editor_app.model.status import Status
from editor_app.ui.item_list.words import NAMES
from editor_app.ui.look.icons import icon, on_accent
from editor_app.ui.look.look import Look
from editor_app.ui.look.tokens import status_colour


class TopBar(QFrame):
    """New and import at the left, the library's name in the middle, status and export at the right.

    Signals:
        status_requested: The user chose another status; carries it.
    """

    status_requested = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self._look = look
        self._status: Status | None = None
        self.new = _button("New item", "newButton", self, look="primary")
        self.new.setIcon(look.icons("plus", on_accent))
        self.new.setIconSize(QSize(14, 14))
        self.bring_in = _button("Import…", "importButton", self)
        self.name = QLabel(self)
        self.name.setObjectName("libraryName")
        self.name.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.status = _button("", "statusButton", self)
        self.status.setAccessibleName("Status of the item")
        self.status.setIconSize(QSize(14, 14))
        self.status_menu = QMenu(self.status)
        self.status.setMenu(self.status_menu)
        self.export = _button("Export…", "exportButton", self, look="primary")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 7, 12, 8)
        layout.setSpacing(8)
        layout.addWidget(self.new)
        layout.addWidget(self.bring_in)
        layout.addWidget(self.name, 1)
        layout.addWidget(self.status)
        layout.addWidget(self.export)
        look.changed.connect(self._show_dot)
        self.show_status(None)

    def follow(self, *, new: QAction, bring_in: QAction, export: QAction) -> None:
        """Let the buttons do what the menu's actions do."""
        for button, action in ((self.new, new), (self.bring_in, bring_in), (self.export, export)):
            button.clicked.connect(action.trigger)
            keys = action.shortcut().toString()
            button.setToolTip(f"{action.toolTip()} ({keys})" if keys else action.toolTip())

    def show_library(self, name: str, *, items: int) -> None:
        """Show which library this is and how many items it holds."""
        noun = "item" if items == 1 else "items"
        self.name.setText(f"{name} · {items:,} {noun}")

    def show_status(self, status: Status | None, *, is_trashed: bool = False) -> None:
        """Show the status of the open item, or that none is open; it stays in the trash."""
        self._status = status
        self.status.setEnabled(not is_trashed)
        self.status.setVisible(status is not None)
        if status is not None:
            self.status.setText(f"{NAMES[status]}  ▾")
            self.status.setAccessibleName(f"Status of the item: {NAMES[status]}")
        self._show_dot()

    def show_export_count(self, changed: int) -> None:
        """Show how many finished items changed since they were exported."""
        self.export.setText(f"Export {changed:,} changed…" if changed else "Export…")
        self.export.setAccessibleName(self.export.text())

    def _show_dot(self) -> None:
        if self._status is not None:
            self.status.setIcon(icon("dot", status_colour(self._status, self._look.tokens)))


def _button(words: str, name: str, parent: QWidget, *, look: str = "") -> QPushButton:
    button = QPushButton(words, parent)
    button.setObjectName(name)
    button.setAccessibleName(words)
    button.setAutoDefault(False)
    if look:
        button.setProperty("look", look)
    return button
