"""The button whose menu has the order of the list and everything that it can be narrowed by."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from editor_app.editing.narrowing import Choice, is_on, toggled
from editor_app.store.query import Field, Filter, ItemQuery, Sort
from editor_app.store.query_text import ANY, ARCHIVE, EXPORT
from editor_app.ui.item_list.filter_words import filter_name, value_name
from editor_app.ui.look.icons import Icons

_ORDERS = {
    Sort.NEWEST: "Newest date first",
    Sort.MODIFIED: "Last changed first",
    Sort.HEADLINE: "Headline, A to Z",
    Sort.FITTING: "Best match first",
}
_MENUS = {
    Field.STATUS: "Status",
    Field.SECTION: "Section",
    Field.LANGUAGE: "Language",
    Field.TAG: "Tag",
    Field.COUNTRY: "Country",
    Field.MISSING: "Missing",
}
_PLAIN = (
    Filter(field=Field.CHANGED, value=EXPORT),
    Filter(field=Field.PLANNED, value=ANY),
    Filter(field=Field.IN, value=ARCHIVE),
)

Chosen = Callable[[Sequence[Choice]], None]
AskChoices = Callable[[ItemQuery, Field, Chosen], None]
"""Finds what a query can be narrowed to in a field, and calls back when that is known."""


class FilterButton(QToolButton):
    """A button with a menu for the order of the list and its filters, with counts.

    Signals:
        query_edited: The user chose others; carries the new query.
    """

    query_edited = Signal(object)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sortButton")
        self.setIcon(icons("filter"))
        self.setIconSize(QSize(18, 18))
        self.setToolTip("Order and filters")
        self.setAccessibleName("Order and filters of the list")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._ask: AskChoices | None = None
        self._query = ItemQuery()
        menu = QMenu(self)
        menu.setObjectName("filterMenu")
        self.orders = self._add_orders(menu)
        menu.addSeparator()
        self.menus = {field: self._add_menu(menu, field, name) for field, name in _MENUS.items()}
        menu.addSeparator()
        self.plain = {one: self._add_plain(menu, one) for one in _PLAIN}
        self._last = menu.addSeparator()
        menu.aboutToShow.connect(self._on_about_to_show)
        self.setMenu(menu)

    def use(self, ask: AskChoices) -> None:
        """Offer what is found by asking."""
        self._ask = ask

    def add_actions(self, actions: Sequence[QAction]) -> None:
        """Offer ways to show the list at the end of the menu."""
        self.menu().addActions(list(actions))

    def show_query(self, query: ItemQuery) -> None:
        """Remember what is shown, to mark it in the menu."""
        self._query = query

    def _add_orders(self, menu: QMenu) -> dict[Sort, QAction]:
        menu.addSection("Order")
        group, made = QActionGroup(menu), {}
        for sort, name in _ORDERS.items():
            action = menu.addAction(name)
            action.setObjectName(f"order-{sort}")
            action.setCheckable(True)
            action.setActionGroup(group)
            action.triggered.connect(partial(self._on_order_chosen, sort))
            made[sort] = action
        return made

    def _add_menu(self, menu: QMenu, field: Field, name: str) -> QMenu:
        made = menu.addMenu(name)
        made.setObjectName(f"filter-{field}")
        made.aboutToShow.connect(partial(self._on_menu_about_to_show, field))
        return made

    def _add_plain(self, menu: QMenu, one: Filter) -> QAction:
        action = menu.addAction(filter_name(one))
        action.setCheckable(True)
        action.triggered.connect(partial(self._on_filter_chosen, one))
        return action

    @Slot()
    def _on_about_to_show(self) -> None:
        query = self._query
        for sort, action in self.orders.items():
            action.setChecked(sort is query.sort)
        self.orders[Sort.FITTING].setEnabled(bool(query.search.strip()))
        for one, action in self.plain.items():
            action.setChecked(is_on(query, one))
            if self._ask is not None:
                self._ask(query, one.field, partial(self._say_count, one))

    def _say_count(self, one: Filter, found: Sequence[Choice]) -> None:
        for choice in found:
            if choice.value == one.value:
                self.plain[one].setText(f"{filter_name(one)}\t{said_count(choice)}")

    def _on_menu_about_to_show(self, field: Field) -> None:
        if self._ask is not None:
            if not self.menus[field].actions():
                self.menus[field].addAction("Counting…").setEnabled(False)
            self._ask(self._query, field, partial(self._fill, field))

    def _fill(self, field: Field, found: Sequence[Choice]) -> None:
        """Put the values into a menu, the one that the keyboard is on staying so."""
        menu = self.menus[field]
        at = next((n for n, one in enumerate(menu.actions()) if one is menu.activeAction()), -1)
        menu.clear()
        for choice in found:
            one = Filter(field=field, value=choice.value)
            name = value_name(field, choice.value).replace("&", "&&")
            action = menu.addAction(f"{name}\t{said_count(choice)}")
            action.setCheckable(True)
            action.setChecked(is_on(self._query, one))
            action.triggered.connect(partial(self._on_filter_chosen, one))
        if not found:
            menu.addAction("No item has any").setEnabled(False)
        if 0 <= at < len(menu.actions()):
            menu.setActiveAction(menu.actions()[at])

    def _on_order_chosen(self, sort: Sort, _is_on: object = None) -> None:
        self.query_edited.emit(replace(self._query, sort=sort))

    def _on_filter_chosen(self, one: Filter, _is_on: object = None) -> None:
        self.query_edited.emit(toggled(self._query, one))


def said_count(choice: Choice) -> str:
    """Return how many items a choice has, as menus say it."""
    return f"{choice.count:,}{'+' if choice.has_more else ''}"
