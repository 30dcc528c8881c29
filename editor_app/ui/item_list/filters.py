"""What the list shows: states with their counts, section, language, order."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QToolButton, QWidget

from editor_app.editing.languages import language, offered_languages
from editor_app.model.status import Status
from editor_app.store.query import ItemQuery, Opening, Sort
from editor_app.ui.item_list.flow import FlowLayout
from editor_app.ui.item_list.words import NAMES
from editor_app.ui.look.icons import Icons

_ORDERS = {
    Sort.NEWEST: "Newest date first",
    Sort.MODIFIED: "Last changed first",
    Sort.HEADLINE: "Headline, A to Z",
}


class StatusChips(QWidget):
    """One chip for every state, with the number of items in it; one of them is chosen.

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
        self.narrowed = self._chip("narrowed", frozenset())
        self.narrowed.clicked.disconnect()
        self.narrowed.clicked.connect(self._on_narrowed_clicked)
        for chip in (self.all, *self.states.values(), self.trash, self.narrowed):
            layout.addWidget(chip)
        self.trash.clicked.disconnect()
        self.trash.clicked.connect(self._on_trash_clicked)

    def show_query(self, query: ItemQuery) -> None:
        """Mark the chip of what is shown."""
        self._query = query
        self.all.setChecked(not query.is_trashed and not query.statuses)
        self.trash.setChecked(query.is_trashed)
        for status, chip in self.states.items():
            chip.setChecked(not query.is_trashed and query.statuses == {status})
        names = [query.section, language(query.language).name if query.language else ""]
        narrowed = " · ".join(name for name in names if name)
        self.narrowed.setVisible(bool(narrowed))
        self.narrowed.setChecked(True)
        self._say(self.narrowed, f"{narrowed}  ✕")
        self.narrowed.setAccessibleName(f"Stop showing only {narrowed}")

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
        is_again = self._query.statuses == statuses and not self._query.is_trashed
        wanted = frozenset[Status]() if is_again else statuses
        self.query_edited.emit(replace(self._query, statuses=wanted, is_trashed=False))

    @Slot()
    def _on_trash_clicked(self) -> None:
        is_on = not self._query.is_trashed
        self.query_edited.emit(replace(self._query, statuses=frozenset(), is_trashed=is_on))

    @Slot()
    def _on_narrowed_clicked(self) -> None:
        self.query_edited.emit(replace(self._query, section="", language=""))


class FilterButton(QToolButton):
    """A button with a menu for the order of the list, and for section and language.

    Signals:
        query_edited: The user chose others; carries the new query.
    """

    query_edited = Signal(object)

    def __init__(
        self, icons: Icons, sections: Callable[[], Sequence[str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("sortButton")
        self.setIcon(icons("filter"))
        self.setIconSize(QSize(18, 18))
        self.setToolTip("Order and filters")
        self.setAccessibleName("Order and filters of the list")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._sections = sections
        self._query = ItemQuery()
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)

    def show_query(self, query: ItemQuery) -> None:
        """Remember what is shown, to mark it in the menu."""
        self._query = query

    @Slot()
    def _fill(self) -> None:
        self._menu.clear()
        self._menu.addSection("Order")
        orders = [
            (name, {"sort": sort}, self._query.sort == sort) for sort, name in _ORDERS.items()
        ]
        self._add_choices(self._menu, orders)
        self._menu.addSeparator()
        sections = self._menu.addMenu("Section")
        chosen = self._query.section
        names = [(name, {"section": name}, chosen == name) for name in self._sections()]
        self._add_choices(sections, [("All sections", {"section": ""}, not chosen), *names])
        languages = self._menu.addMenu("Language")
        tag = self._query.language
        tongues = [(one.name, {"language": one.tag}, tag == one.tag) for one in offered_languages()]
        self._add_choices(languages, [("All languages", {"language": ""}, not tag), *tongues])

    def _add_choices(
        self, menu: QMenu, choices: Sequence[tuple[str, Mapping[str, object], bool]]
    ) -> None:
        group = QActionGroup(menu)
        for name, change, is_chosen in choices:
            action = menu.addAction(name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(is_chosen)
            action.setActionGroup(group)
            action.triggered.connect(partial(self._on_chosen, change))

    def _on_chosen(self, change: Mapping[str, object], _is_on: object = None) -> None:
        self.query_edited.emit(replace(self._query, **change))  # type: ignore[arg-type]
