"""The items that carry an entry of a list, to be looked at and opened."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from editor_app.model.identity import ItemId

MOST_SHOWN = 200


class Use(NamedTuple):
    """An item that carries an entry, and what is said of it in a line."""

    item_id: ItemId
    headline: str
    details: str


class UsesDialog(QDialog):
    """Lists items; the window goes on behind it.

    Signals:
        open_requested: The user wants to open an item; carries its `ItemId`.
    """

    open_requested = Signal(str)

    def __init__(self, lead: str, uses: Sequence[Use], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("usesDialog")
        self.setWindowTitle("Used in")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(False)
        head = QLabel(lead, self)
        head.setWordWrap(True)
        head.setTextFormat(Qt.TextFormat.PlainText)
        self.list = QListWidget(self)
        self.list.setAccessibleName(lead)
        self.list.setAlternatingRowColors(True)
        for use in uses:
            row = QListWidgetItem(f"{use.headline or 'Untitled'}\n{use.details}", self.list)
            row.setData(Qt.ItemDataRole.UserRole, use.item_id)
        # Later: the key would go on to this dialog, and close it.
        self.list.itemActivated.connect(self._on_activated, Qt.ConnectionType.QueuedConnection)
        self.list.setCurrentRow(0)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(10)
        layout.addWidget(head)
        layout.addWidget(self.list, 1)
        layout.addWidget(buttons)
        self.resize(560, 420)

    @Slot(QListWidgetItem)
    def _on_activated(self, row: QListWidgetItem) -> None:
        self.open_requested.emit(row.data(Qt.ItemDataRole.UserRole))
