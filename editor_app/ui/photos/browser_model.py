"""The photos of the browser, fetched page by page as they come into sight."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from editor_app.store.photo_query import PhotoQuery, PhotoSummary
from editor_app.ui.look.plain_tips import plain_tip
from editor_app.ui.photos.browser_words import spoken_tile, tile_name

PAGE = 150  # two screens of tiles; more would be felt at each key of a search
PhotoPages = Callable[[PhotoQuery], Sequence[PhotoSummary]]
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class PhotoRole(IntEnum):
    """What a tile can be asked for, beside Qt's own roles."""

    SUMMARY = Qt.ItemDataRole.UserRole + 1


class PhotoGridModel(QAbstractListModel):
    """Photos that answer one query, the next page when somebody scrolls to it."""

    def __init__(self, pages: PhotoPages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pages = pages
        self._query = PhotoQuery()
        self._rows: list[PhotoSummary] = []
        self._is_complete = True

    @property
    def query(self) -> PhotoQuery:
        """What the photos answer."""
        return self._query

    def show(self, query: PhotoQuery) -> None:
        """Show the first page of what answers query.

        Raises:
            StoreError: the library cannot be read; the photos stay as they are.
        """
        first = self._pages(replace(query, limit=PAGE, after=None))
        self.beginResetModel()
        self._query = query
        self._rows = list(first)
        self._is_complete = len(first) < PAGE
        self.endResetModel()

    def refresh(self) -> bool:
        """Read what is shown anew; return whether other photos are shown than before.

        Raises:
            StoreError: the library cannot be read; the photos stay as they are.
        """
        limit = max(PAGE, len(self._rows))
        rows = self._pages(replace(self._query, limit=limit, after=None))
        if [row.src for row in rows] == [row.src for row in self._rows]:
            self._replace_changed(rows)
            return False
        self.beginResetModel()
        self._rows = list(rows)
        self._is_complete = len(rows) < limit
        self.endResetModel()
        return True

    def fetch_all(self) -> None:
        """Read all pages that are left.

        Raises:
            StoreError: the library cannot be read.
        """
        while not self._is_complete:
            self.fetchMore(_ROOT)

    def row_of(self, src: str) -> int:
        """Return the row of a photo, or -1 if it is not among those fetched so far."""
        return next((row for row, one in enumerate(self._rows) if one.src == src), -1)

    def rows_of(self, srcs: frozenset[str]) -> list[int]:
        """Return the rows of photos, as far as they are fetched."""
        return [row for row, one in enumerate(self._rows) if one.src in srcs]

    def summary(self, row: int) -> PhotoSummary:
        """Return the photo of a row."""
        return self._rows[row]

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        summary = self._rows[index.row()]
        if role == PhotoRole.SUMMARY:
            return summary
        if role == Qt.ItemDataRole.DisplayRole:
            return tile_name(summary)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken_tile(summary)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip("\n".join(filter(None, (tile_name(summary), summary.caption))))
        return None

    @override
    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and not self._is_complete

    @override
    def fetchMore(self, parent: Index) -> None:
        if parent.isValid() or self._is_complete:
            return
        after = self._rows[-1].cursor
        rows = self._pages(replace(self._query, limit=PAGE, after=after))
        self._is_complete = len(rows) < PAGE
        if rows:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
            self._rows.extend(rows)
            self.endInsertRows()

    def _replace_changed(self, rows: Sequence[PhotoSummary]) -> None:
        for row, summary in enumerate(rows):
            if summary != self._rows[row]:
                self._rows[row] = summary
                self.dataChanged.emit(self.index(row), self.index(row))
