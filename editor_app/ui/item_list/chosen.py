"""Which rows of the list are chosen, be they three or all that answer a query of thousands."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QObject,
    QSignalBlocker,
    Signal,
    Slot,
)

from editor_app.errors import EditorError
from editor_app.model.identity import ItemId
from editor_app.store.query import ItemQuery
from editor_app.ui.item_list.model import ItemListModel

_FEW = 200  # rows that are known by their items; more are known as stretches of the list
_CLEAR_AND_SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect

Stretch = tuple[int, int]
"""The first and the last row of some that stand together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What is chosen: these items, or stretches of what a query lets pass."""

    ids: tuple[ItemId, ...] = ()
    query: ItemQuery | None = None
    stretches: tuple[Stretch, ...] = ()

    @property
    def count(self) -> int:
        """How many items are chosen."""
        return len(self.ids) + _rows_in(self.stretches)

    def among(self, every: Sequence[ItemId]) -> list[ItemId]:
        """Return those of all items of the query, in their order, that are chosen."""
        return [each for first, last in self.stretches for each in every[first : last + 1]]


class ChosenRows(QObject):
    """The chosen rows as stretches: thousands of them cost no more than three.

    Signals:
        changed: Other rows are chosen.
    """

    changed = Signal()

    def __init__(
        self, model: ItemListModel, selection: QItemSelectionModel, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._model, self._selection = model, selection
        # A selection is empty already when rows are about to be read anew, so it is kept here.
        self._stretches: tuple[Stretch, ...] = ()
        self._kept: frozenset[str] = frozenset()
        self._was_all = False
        selection.selectionChanged.connect(self._on_selection_changed)
        model.modelAboutToBeReset.connect(self._on_about_to_be_reset)
        model.modelReset.connect(self._on_reset)

    @property
    def are_many(self) -> bool:
        """Whether more than one row is chosen."""
        return self.count > 1

    @property
    def count(self) -> int:
        """Return how many rows are chosen."""
        return _rows_in(self._stretches)

    def chosen(self) -> Chosen:
        """Return what is chosen."""
        if self.count > _FEW:
            return Chosen(query=self._model.query, stretches=self._stretches)
        return Chosen(ids=tuple(self._names()))

    def choose_all(self) -> None:
        """Choose everything that answers the query, read or not."""
        self._model.count_all()
        self._select([(0, self._model.rowCount() - 1)] if self._model.rowCount() else [])

    def clear(self) -> None:
        """Choose nothing."""
        self._select([])

    def _names(self) -> list[ItemId]:
        """Return the items of the chosen rows; those that cannot be read are left out."""
        rows = (row for first, last in self._stretches for row in range(first, last + 1))
        names: list[ItemId] = []
        for row in rows:
            try:
                names.append(self._model.summary(row).id)
            except (EditorError, IndexError):
                break
        return names

    def _select(self, stretches: Iterable[Stretch]) -> None:
        chosen = QItemSelection()
        for first, last in stretches:
            chosen.select(self._model.index(first, 0), self._model.index(last, 0))
        with QSignalBlocker(self):
            self._selection.select(chosen, _CLEAR_AND_SELECT)
        self.changed.emit()

    @Slot()
    def _on_selection_changed(self) -> None:
        selection = self._selection.selection()
        ranges = map(selection.at, range(selection.count()))
        self._stretches = tuple(sorted((one.top(), one.bottom()) for one in ranges))
        self.changed.emit()

    @Slot()
    def _on_about_to_be_reset(self) -> None:
        self._was_all = self.are_many and self.count == self._model.rowCount()
        is_known = self.are_many and not self._was_all and self.count <= _FEW
        self._kept = frozenset(self._names()) if is_known else frozenset()
        self._stretches = ()

    @Slot()
    def _on_reset(self) -> None:
        if self._was_all:
            self.choose_all()
        elif self._kept:
            self._select((row, row) for row in self._model.rows_of(self._kept))
        else:
            self.changed.emit()
        self._was_all, self._kept = False, frozenset()


def _rows_in(stretches: Iterable[Stretch]) -> int:
    return sum(last - first + 1 for first, last in stretches)
