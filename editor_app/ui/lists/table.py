"""The entries of one list as a table: their names, and in how many items they are used."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from typing_extensions import override

from editor_app.editing.list_offers import folded
from editor_app.model.lists import Entry, EntryId, name_key
from editor_app.ui.lists.words import in_brief, used_words

_Index = QModelIndex | QPersistentModelIndex
_COLUMNS = ("Name", "Items")
_NO_PARENT = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_ROW = QSize(0, 28)
_LONGEST = 300  # characters of a name that are drawn


class EntryTable(QAbstractTableModel):
    """The entries that a search lets pass; thousands cost no more than those on the screen."""

    def __init__(self) -> None:
        super().__init__()
        self._entries: tuple[Entry, ...] = ()
        self._uses: Mapping[str, int] = {}
        self._search = ""
        self._shown: list[Entry] = []

    def show_entries(self, entries: Sequence[Entry], uses: Mapping[str, int]) -> None:
        """Show entries, and how many items carry each name, by its key."""
        self._entries, self._uses = tuple(entries), uses
        self._refill()

    def show_uses(self, uses: Mapping[str, int]) -> None:
        """Show how many items carry each name, by its key."""
        self._uses = uses
        if self._shown:
            last = self.index(len(self._shown) - 1, len(_COLUMNS) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def search(self, words: str) -> None:
        """Show only entries with a name that has these words in it."""
        self._search = folded(words)
        self._refill()

    def entry(self, row: int) -> Entry | None:
        """Return the entry in a row."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def row_of(self, entry_id: EntryId | None) -> int:
        """Return the row of an entry, or -1."""
        found = (row for row, entry in enumerate(self._shown) if entry.id == entry_id)
        return next(found, -1)

    @property
    def is_searched(self) -> bool:
        """Whether some entries may be hidden by a search."""
        return bool(self._search)

    def uses(self, entry: Entry) -> int:
        """Return how many items carry an entry; one by two of its names counts twice."""
        keys = {name_key(name) for name in entry.carried_names()}
        return sum(self._uses.get(key, 0) for key in keys)

    @override
    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    @override
    def columnCount(self, parent: _Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(_COLUMNS)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _COLUMNS[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and section:
            return _RIGHT
        return None

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self.entry(index.row())
        if entry is None:
            return None
        is_name = index.column() == 0
        if role == Qt.ItemDataRole.DisplayRole:
            return _name(entry) if is_name else (str(self.uses(entry) or ""))
        if role == Qt.ItemDataRole.TextAlignmentRole and not is_name:
            return _RIGHT
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{_name(entry)}, {used_words(self.uses(entry)).lower()}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return in_brief(entry.name, most=_LONGEST)
        return _ROW if role == Qt.ItemDataRole.SizeHintRole else None

    def _refill(self) -> None:
        self.beginResetModel()
        wanted = self._search
        self._shown = [
            entry
            for entry in self._entries
            if not wanted or any(wanted in folded(name) for name in entry.names())
        ]
        self.endResetModel()


def _name(entry: Entry) -> str:
    name = in_brief(entry.name, most=_LONGEST)
    return f"{name}  (retired)" if entry.is_retired else name
