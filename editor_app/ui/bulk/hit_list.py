"""The hits of a search through many items: a row for each item, and under it one for each hit."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from typing_extensions import override

from editor_app.editing.expressions import Replacement
from editor_app.editing.library_search import FoundHit, ItemHits
from editor_app.model.identity import ItemId

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class HitRole(IntEnum):
    """What a row can be asked for, beside Qt's own roles."""

    HIT = Qt.ItemDataRole.UserRole + 1  # the `FoundHit`, None for an item's own row
    NEW = Qt.ItemDataRole.UserRole + 2  # the words that are put in


class HitList(QAbstractListModel):
    """Items with hits, each row with a tick; what is not ticked stays as it is.

    Signals:
        ticks_changed: Others are ticked.
    """

    ticks_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: list[ItemHits] = []
        self._starts: list[int] = []  # the row of each item
        self._rows = 0
        self._left_out: dict[int, set[int]] = {}  # of items by their place: hits without a tick
        self._new: Replacement | None = None

    @property
    def hits(self) -> int:
        """How many hits there are."""
        return self._rows - len(self._items)

    @property
    def ticked_hits(self) -> int:
        """How many hits are ticked."""
        return self.hits - sum(map(len, self._left_out.values()))

    @property
    def ticked_items(self) -> int:
        """How many items have a ticked hit."""
        none = sum(len(out) == len(self._items[at].hits) for at, out in self._left_out.items())
        return len(self._items) - none

    def clear(self) -> None:
        """Forget all hits."""
        self.beginResetModel()
        self._items, self._starts, self._rows, self._left_out = [], [], 0, {}
        self.endResetModel()

    def take(self, found: Sequence[ItemHits]) -> None:
        """Add items with their hits, which are ticked."""
        if not found:
            return
        rows = sum(1 + len(one.hits) for one in found)
        self.beginInsertRows(ROOT, self._rows, self._rows + rows - 1)
        for one in found:
            self._items.append(one)
            self._starts.append(self._rows)
            self._rows += 1 + len(one.hits)
        self.endInsertRows()

    def taken(self) -> int:
        """Return how many items were taken."""
        return len(self._items)

    def show_new(self, new: Replacement | None) -> None:
        """Show what is put in place of each hit, or nothing."""
        self._new = new
        self._tell_all()

    def ticked(self) -> Mapping[ItemId, tuple[int, frozenset[int]]]:
        """Return the items with ticked hits: the version of each, and its hits without a tick."""
        return {
            one.item_id: (one.version, frozenset(self._left_out.get(at, ())))
            for at, one in enumerate(self._items)
            if len(self._left_out.get(at, ())) < len(one.hits)
        }

    def tick_all(self, *, is_ticked: bool) -> None:
        """Tick all hits, or none."""
        self._left_out = (
            {}
            if is_ticked
            else {at: set(range(len(one.hits))) for at, one in enumerate(self._items)}
        )
        self._tell_all()
        self.ticks_changed.emit()

    def item_of(self, row: int) -> ItemHits:
        """Return the item that a row belongs to."""
        return self._items[self._at(row)[0]]

    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else self._rows

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        at, number = self._at(index.row())
        one = self._items[at]
        hit = one.hits[number] if number >= 0 else None
        match role:
            case Qt.ItemDataRole.CheckStateRole:
                return self._state(at, number)
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return _words(one, hit)
            case HitRole.HIT:
                return hit
            case HitRole.NEW:
                return self._new.words(hit.groups) if hit is not None and self._new else None
            case _:
                return None

    @override
    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        at, number = self._at(index.row())
        every = set(range(len(self._items[at].hits)))
        out = self._left_out.setdefault(at, set())
        chosen = every if number < 0 else {number}
        is_ticked = Qt.CheckState(value) is Qt.CheckState.Checked
        out -= chosen if is_ticked else set()
        out |= set() if is_ticked else chosen
        if not out:
            del self._left_out[at]
        first = self._starts[at]
        self.dataChanged.emit(self.index(first), self.index(first + len(every)))
        self.ticks_changed.emit()
        return True

    def _at(self, row: int) -> tuple[int, int]:
        """Return the place of a row's item, and the number of its hit; -1 for the item itself."""
        at = bisect_right(self._starts, row) - 1
        return at, row - self._starts[at] - 1

    def _state(self, at: int, number: int) -> Qt.CheckState:
        out = self._left_out.get(at, set())
        if number >= 0:
            return Qt.CheckState.Unchecked if number in out else Qt.CheckState.Checked
        if not out:
            return Qt.CheckState.Checked
        is_none = len(out) == len(self._items[at].hits)
        return Qt.CheckState.Unchecked if is_none else Qt.CheckState.PartiallyChecked

    def _tell_all(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(self._rows - 1))


def _words(one: ItemHits, hit: FoundHit | None) -> str:
    if hit is None:
        hits = "1 hit" if len(one.hits) == 1 else f"{len(one.hits)} hits"
        return f"{one.headline or 'No headline'} ({hits})"
    return f"{hit.name}: {hit.before}{hit.words}{hit.after}"
