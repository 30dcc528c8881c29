"""Which rows of the list are chosen, be they three or all that answer a query of thousands."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QSignalBlocker,
    Signal,
    Slot,
)

from editor_app.model.identity import ItemId
from editor_app.store.query import ItemQuery
from editor_app.ui.item_list.model import ItemListModel

_SELECT = QItemSelectionModel.SelectionFlag.Select
_CLEAR_AND_SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What is chosen: these items, or all that answer a query but for some."""

    ids: tuple[ItemId, ...] = ()
    all_of: ItemQuery | None = None
    left_out: frozenset[ItemId] = frozenset()

    def among(self, every: Iterable[ItemId]) -> list[ItemId]:
        """Return those of all items of the query that are chosen."""
        return [item_id for item_id in every if item_id not in self.left_out]


class ChosenRows(QObject):
    """The chosen rows as stretches: thousands of them cost no more than three.

    Rows that were not fetched yet are chosen with all others, and shown so when they come.

    Signals:
        changed: Other rows are chosen.
    """

    changed = Signal()

    def __init__(
        self, model: ItemListModel, selection: QItemSelectionModel, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._model, self._selection = model, selection
        self._is_all = False
        self._left_out: frozenset[ItemId] = frozenset()
        # A selection is empty already when rows are about to be read anew, so it is kept here.
        self._stretches: tuple[tuple[int, int], ...] = ()
        self._kept: frozenset[str] = frozenset()
        selection.selectionChanged.connect(self._on_selection_changed)
        model.modelAboutToBeReset.connect(self._on_about_to_be_reset)
        model.modelReset.connect(self._on_reset)
        model.rowsInserted.connect(self._on_rows_inserted)

    @property
    def are_many(self) -> bool:
        """Whether more than one row is chosen."""
        return self._is_all or self.count > 1

    @property
    def is_all(self) -> bool:
        """Whether everything that answers the query is chosen, but for `left_out`."""
        return self._is_all

    @property
    def left_out(self) -> frozenset[ItemId]:
        """Return what is not chosen though all is."""
        return self._left_out

    @property
    def count(self) -> int:
        """Return how many of the fetched rows are chosen."""
        return sum(bottom - top + 1 for top, bottom in self._stretches)

    def chosen(self) -> Chosen:
        """Return what is chosen."""
        if self._is_all:
            return Chosen(all_of=self._model.query, left_out=self._left_out)
        return Chosen(ids=tuple(ItemId(self._name(row)) for row in self._rows()))

    def choose_all(self) -> None:
        """Choose everything that answers the query, fetched or not."""
        if not self._model.rowCount():
            return
        self._is_all, self._left_out = True, frozenset()
        self._select(range(self._model.rowCount()))

    def clear(self) -> None:
        """Choose nothing."""
        self._is_all, self._left_out = False, frozenset()
        self._selection.clearSelection()
        self.changed.emit()

    def _rows(self) -> Sequence[int]:
        return [row for top, bottom in self._stretches for row in range(top, bottom + 1)]

    def _name(self, row: int) -> str:
        return self._model.summary(row).id

    def _select(self, rows: Iterable[int], *, command: object = _CLEAR_AND_SELECT) -> None:
        """Choose rows, given in their order, without taking that for the user's choice."""
        chosen = QItemSelection()
        first = last = -1
        for row in [*rows, -2]:
            if row == last + 1 and first >= 0:
                last = row
                continue
            if first >= 0:
                chosen.select(self._model.index(first), self._model.index(last))
            first = last = row
        with QSignalBlocker(self):
            was_all, left_out = self._is_all, self._left_out
            self._selection.select(chosen, _SELECT if command is _SELECT else _CLEAR_AND_SELECT)
            self._is_all, self._left_out = was_all, left_out
        self.changed.emit()

    @Slot(QItemSelection, QItemSelection)
    def _on_selection_changed(self, chosen: QItemSelection, dropped: QItemSelection) -> None:
        self._stretches = _stretches(self._selection.selection())
        if self._is_all and not self.signalsBlocked():
            self._is_all = self.count > 1
            gone, come = self._names(dropped), self._names(chosen)
            self._left_out = (self._left_out | gone) - come if self._is_all else frozenset()
        self.changed.emit()

    def _names(self, part: QItemSelection) -> frozenset[ItemId]:
        return frozenset(
            ItemId(self._name(row))
            for top, bottom in _stretches(part)
            for row in range(top, bottom + 1)
        )

    @Slot()
    def _on_about_to_be_reset(self) -> None:
        are_kept = self.are_many and not self._is_all
        self._kept = frozenset(map(self._name, self._rows())) if are_kept else frozenset()
        self._stretches = ()

    @Slot()
    def _on_reset(self) -> None:
        if self._is_all:
            count = self._model.rowCount()
            self._select(row for row in range(count) if self._name(row) not in self._left_out)
        elif self._kept:
            self._select(self._model.rows_of(self._kept))
        self._kept = frozenset()

    @Slot(QModelIndex, int, int)
    def _on_rows_inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        if self._is_all:
            rows = (row for row in range(first, last + 1) if self._name(row) not in self._left_out)
            self._select(rows, command=_SELECT)


def _stretches(selection: QItemSelection) -> tuple[tuple[int, int], ...]:
    """Return a selection as its first and last rows, in their order."""
    ranges = map(selection.at, range(selection.count()))
    return tuple(sorted((one.top(), one.bottom()) for one in ranges))
