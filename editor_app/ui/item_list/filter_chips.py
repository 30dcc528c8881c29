"""The chips of what narrows the list beside status and trash; a click takes one away."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from editor_app.editing.narrowing import without
from editor_app.store.query import Field, Filter, ItemQuery
from editor_app.store.query_text import TRASH, filters_of
from editor_app.ui.item_list.filter_words import filter_name
from editor_app.ui.item_list.flow import FlowLayout

_WIDEST = 28  # letters of a name on a chip


class FilterChips(QWidget):
    """One chip for each filter that nothing else on the pane says.

    Signals:
        query_edited: The user took one away; carries the new query.
    """

    query_edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("filterChips")
        self.setAccessibleName("Filters")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._query = ItemQuery()
        self._layout = FlowLayout(self, gap=3)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.chips: list[QPushButton] = []
        self._shown: list[Filter] = []
        self.hide()

    def show_query(self, query: ItemQuery, *, typed: Sequence[Filter]) -> None:
        """Show the filters of a query but for those that stand in the search field."""
        self._query = query
        shown = [one for one in filters_of(query) if one not in typed and not _has_place(one)]
        if shown == self._shown:
            return
        self._shown = shown
        for chip in self.chips:
            self._layout.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = [self._chip(one) for one in shown]
        self.setVisible(bool(shown))
        self.updateGeometry()

    def _chip(self, one: Filter) -> QPushButton:
        name = filter_name(one)
        short = name if len(name) <= _WIDEST else f"{name[: _WIDEST - 1]}…"
        chip = QPushButton(f"{short.replace('&', '&&')}  ✕", self)
        chip.setObjectName(f"chip-filter-{one.field}")
        chip.setProperty("look", "chip")
        chip.setCheckable(True)
        chip.setChecked(True)
        chip.setAutoDefault(False)
        chip.setToolTip(f"Take away: {name}")
        chip.setAccessibleName(f"Stop showing only: {name}")
        chip.clicked.connect(partial(self._on_chip_clicked, one))
        self._layout.addWidget(chip)
        chip.show()
        return chip

    def _on_chip_clicked(self, one: Filter, _is_on: object = None) -> None:
        self.query_edited.emit(without(self._query, [one]))


def _has_place(one: Filter) -> bool:
    """Whether a chip of its own says it already."""
    is_status = one.field is Field.STATUS and not one.is_excluded
    return is_status or (one.field is Field.IN and one.value == TRASH and not one.is_excluded)
