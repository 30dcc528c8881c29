"""The rows of the list, fetched page by page as they come into sight."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from editor_app.model.identity import ItemId
from editor_app.store.query import ItemQuery, ItemSummary
from editor_app.ui.item_list.words import spoken_row

PAGE = 200
Pages = Callable[[ItemQuery], Sequence[ItemSummary]]
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class Role(IntEnum):
    """What a row can be asked for, beside Qt's own roles."""

    SUMMARY = Qt.ItemDataRole.UserRole + 1


class ItemListModel(QAbstractListModel):
    """Items that answer one query, newest page last."""

    def __init__(self, pages: Pages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pages = pages
        self._query = ItemQuery()
        self._rows: list[ItemSummary] = []
        self._is_complete = True

    @property
    def query(self) -> ItemQuery:
        """What the rows answer."""
        return self._query

    def show(self, query: ItemQuery) -> None:
        """Show the first page of what answers query.

        Raises:
            StoreError: the library cannot be read; the rows stay as they are.
        """
        first = self._page(replace(query, limit=PAGE, after=None))
        self.beginResetModel()
        self._query = query
        self._rows = list(first)
        self._is_complete = len(first) < PAGE
        self.endResetModel()

    def refresh(self) -> None:
        """Read the rows that are shown anew; rows that stayed the same stay where they are.

        Raises:
            StoreError: the library cannot be read; the rows stay as they are.
        """
        limit = max(PAGE, len(self._rows))
        rows = self._page(replace(self._query, limit=limit, after=None))
        if [row.id for row in rows] == [row.id for row in self._rows]:
            self._replace_changed(rows)
            return
        self.beginResetModel()
        self._rows = list(rows)
        self._is_complete = len(rows) < limit
        self.endResetModel()

    def row_of(self, item_id: ItemId) -> int:
        """Return the row of an item, or -1 if it is not among the rows fetched so far."""
        return next((row for row, one in enumerate(self._rows) if one.id == item_id), -1)

    def summary(self, row: int) -> ItemSummary:
        """Return what is shown in a row."""
        return self._rows[row]

    def update(self, summary: ItemSummary) -> None:
        """Show one item's row as summary says, where it stands."""
        row = self.row_of(summary.id)
        if row >= 0 and self._rows[row] != summary:
            self._rows[row] = summary
            self.dataChanged.emit(self.index(row), self.index(row))

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        summary = self._rows[index.row()]
        if role == Role.SUMMARY:
            return summary
        if role == Qt.ItemDataRole.DisplayRole:
            return summary.headline
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken_row(summary)
        return None

    @override
    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and not self._is_complete

    @override
    def fetchMore(self, parent: Index) -> None:
        if parent.isValid() or self._is_complete:
            return
        rows = self._page(replace(self._query, limit=PAGE, after=self._rows[-1].cursor))
        self._is_complete = len(rows) < PAGE
        if rows:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
            self._rows.extend(rows)
            self.endInsertRows()

    def _page(self, query: ItemQuery) -> Sequence[ItemSummary]:
        return self._pages(query)

    def _replace_changed(self, rows: Sequence[ItemSummary]) -> None:
        for row, summary in enumerate(rows):
            if summary != self._rows[row]:
                self._rows[row] = summary
                self.dataChanged.emit(self.index(row), self.index(row))
