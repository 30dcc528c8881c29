"""Which photos the browser shows: a chip with a count for each choice, one of them chosen."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QPushButton, QSizePolicy, QWidget

from editor_app.store.photo_query import PhotoFilter, PhotoQuery, PhotoSort
from editor_app.ui.item_list.flow import FlowLayout
from editor_app.ui.photos.browser_words import FILTER_NAMES, FILTER_TIPS, SORT_NAMES


class PhotoChips(QWidget):
    """One chip for every choice, with the number of photos that it shows.

    Signals:
        query_edited: The user chose another; carries the new query.
    """

    query_edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("photoFilter")
        self.setAccessibleName("Which photos are shown")
        self._query = PhotoQuery()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        layout = FlowLayout(self, gap=4)
        layout.setContentsMargins(0, 0, 0, 0)
        self.chips = {wanted: self._chip(wanted) for wanted in PhotoFilter}
        for chip in self.chips.values():
            layout.addWidget(chip)
        self.show_counts({})

    @property
    def is_all(self) -> bool:
        """Whether no choice leaves photos out."""
        return self._query.filter is PhotoFilter.ALL

    @property
    def chosen(self) -> QPushButton:
        """The chip of what is shown."""
        return self.chips[self._query.filter]

    def show_query(self, query: PhotoQuery) -> None:
        """Mark the chip of what is shown."""
        self._query = query
        for wanted, chip in self.chips.items():
            chip.setChecked(wanted is query.filter)

    def show_counts(self, counts: Mapping[PhotoFilter, int]) -> None:
        """Show how many photos each choice has."""
        for wanted, chip in self.chips.items():
            number = counts.get(wanted, 0)
            words = f"{FILTER_NAMES[wanted]} {number:,}" if number else FILTER_NAMES[wanted]
            chip.setText(words)
            chip.setAccessibleName(words)
        self.updateGeometry()

    def _chip(self, wanted: PhotoFilter) -> QPushButton:
        chip = QPushButton(self)
        chip.setObjectName(f"photos-{wanted.value.replace(' ', '-')}")
        chip.setProperty("look", "chip")
        chip.setCheckable(True)
        chip.setAutoDefault(False)
        chip.setToolTip(FILTER_TIPS[wanted])
        chip.clicked.connect(partial(self._on_clicked, wanted))
        return chip

    def _on_clicked(self, wanted: PhotoFilter, _is_on: object = None) -> None:
        again = wanted is self._query.filter
        chosen = PhotoFilter.ALL if again else wanted
        self.query_edited.emit(replace(self._query, filter=chosen))


class SortBox(QComboBox):
    """The order of the photos.

    Signals:
        query_edited: The user chose another; carries the new query.
    """

    query_edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("photoSort")
        self.setAccessibleName("Order of the photos")
        self._query = PhotoQuery()
        for sort, name in SORT_NAMES.items():
            self.addItem(name, sort.value)
        self.activated.connect(self._on_activated)

    def show_query(self, query: PhotoQuery) -> None:
        """Show the order of what is shown."""
        self._query = query
        self.setCurrentIndex(self.findData(query.sort.value))

    @Slot()
    def _on_activated(self) -> None:
        sort = PhotoSort(self.currentData())
        if sort is not self._query.sort:
            self.query_edited.emit(replace(self._query, sort=sort))
