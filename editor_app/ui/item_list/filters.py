"""Which states the list shows: a chip for each, with its count."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QPushButton, QSizePolicy, QWidget

from editor_app.model.status import Status
from editor_app.store.query import ItemQuery, Opening
from editor_app.ui.item_list.flow import FlowLayout
from editor_app.ui.item_list.words import NAMES


class StatusChips(QWidget):
    """One chip for every state, with the number of items in it.

    A click chooses one of them; with Ctrl held it chooses one more, or one less.

    Signals:
        query_edited: The user chose others; carries the new query.
    """

    query_edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusFilter")
        self.setAccessibleName("Filter by status")
        self._query = ItemQuery()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        layout = FlowLayout(self, gap=3)
        layout.setContentsMargins(0, 0, 0, 0)
        self.all = self._chip("all", frozenset())
        self.states = {
            status: self._chip(status.value.replace(" ", "-"), frozenset({status}))
            for status in Status
        }
        self.trash = self._chip("trash", frozenset())
        for chip in (self.all, *self.states.values(), self.trash):
            layout.addWidget(chip)
        self.trash.clicked.disconnect()
        self.trash.clicked.connect(self._on_trash_clicked)

    def show_query(self, query: ItemQuery) -> None:
        """Mark the chip of what is shown."""
        self._query = query
        self.all.setChecked(not query.is_trashed and not query.statuses)
        self.trash.setChecked(query.is_trashed)
        for status, chip in self.states.items():
            chip.setChecked(not query.is_trashed and status in query.statuses)

    def show_counts(self, opening: Opening, *, trashed: int) -> None:
        """Show how many items there are in every state."""
        counts, more = opening.statuses, "+" if opening.has_more else ""
        self._say(self.all, f"All {sum(counts.values()):,}{more}")
        for status, chip in self.states.items():
            number = counts.get(status, 0)
            self._say(chip, f"{NAMES[status]} {number:,}{more}" if number else NAMES[status])
            is_rare = status is Status.WITHDRAWN and not chip.isChecked()
            chip.setVisible(bool(number) or not is_rare)
        self._say(self.trash, f"Trash {trashed:,}" if trashed else "Trash")
        self.trash.setVisible(bool(trashed) or self.trash.isChecked())
        self.updateGeometry()

    def _chip(self, name: str, statuses: frozenset[Status]) -> QPushButton:
        chip = QPushButton(self)
        chip.setObjectName(f"chip-{name}")
        chip.setProperty("look", "chip")
        chip.setCheckable(True)
        chip.setAutoDefault(False)
        chip.clicked.connect(partial(self._on_chip_clicked, statuses))
        return chip

    @staticmethod
    def _say(chip: QPushButton, words: str) -> None:
        chip.setText(words)
        chip.setAccessibleName(words)

    def _on_chip_clicked(self, statuses: frozenset[Status], _is_on: object = None) -> None:
        shown = frozenset[Status]() if self._query.is_trashed else self._query.statuses
        if QApplication.keyboardModifiers() & Qt.KeyboardModifier.ControlModifier and statuses:
            wanted = shown ^ statuses
        else:
            wanted = frozenset[Status]() if shown == statuses else statuses
        self.query_edited.emit(replace(self._query, statuses=wanted, is_trashed=False))

    @Slot()
    def _on_trash_clicked(self) -> None:
        is_on = not self._query.is_trashed
        self.query_edited.emit(replace(self._query, statuses=frozenset(), is_trashed=is_on))
