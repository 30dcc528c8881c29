"""The rows of a long list, read as they come into sight: page after page, for photos."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSignalBlocker,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QStandardItemModel
from typing_extensions import override

from editor_app.errors import EditorError
from editor_app.store.photo_query import PhotoQuery, PhotoSummary
from editor_app.ui.messages import Choice, Notices

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class Role(IntEnum):
    """What a row can be asked for, beside Qt's own roles."""

    SUMMARY = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class RowKind:
    """What rows are of: the query at first, so many at a time, each known by a name.

    ``words`` returns what a row says in one of Qt's roles.
    """

    query: PhotoQuery
    size: int
    name_of: Callable[[PhotoSummary], str]
    words: Callable[[PhotoSummary, int], str | None]


class LazyRows(QStandardItemModel):
    """Rows that are read when they come into sight.

    How many there are is kept by Qt's own model: a view asks for it once a row when it lays them
    out, and 100,000 times Python takes 200 ms, of which this needs 7. That model has no items.

    Signals:
        rest_unread: Qt wanted more rows, which could not be read; carries the `EditorError`. It
            gets no more until `read_on`.
    """

    rest_unread = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(0, 1, parent)

    def count_anew(self, count: int) -> None:
        """Have so many rows, between the beginning of a reset and its end."""
        with QSignalBlocker(self):
            self.setRowCount(count)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that a row can be chosen, and neither written in nor dragged away."""
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    @Slot()
    def read_on(self) -> None:
        """Try again to read what could not be read."""
        raise NotImplementedError


class PagedRows(LazyRows):
    """Photos that answer one query."""

    def __init__(
        self,
        pages: Callable[[PhotoQuery], Sequence[PhotoSummary]],
        kind: RowKind,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._pages: Callable[[PhotoQuery], Sequence[PhotoSummary]] = pages
        self._query: PhotoQuery = kind.query
        self._name_of: Callable[[PhotoSummary], str] = kind.name_of
        self._words: Callable[[PhotoSummary, int], str | None] = kind.words
        self._size = kind.size
        self._rows: list[PhotoSummary] = []
        self._is_complete = True
        self._is_rest_unread = False

    @property
    def query(self) -> PhotoQuery:
        """What the rows answer."""
        return self._query

    def show(self, query: PhotoQuery) -> None:
        """Show the first page of what answers query.

        Raises:
            StoreError: the library cannot be read; the rows stay as they are.
        """
        first = self._pages(replace(query, limit=self._size, after=None))
        self.beginResetModel()
        self._query = query
        self._rows = list(first)
        self.count_anew(len(first))
        self._is_complete = len(first) < self._size
        self._is_rest_unread = False
        self.endResetModel()

    def refresh(self) -> bool:
        """Read what is shown anew; return whether other rows are shown than before.

        Rows that stayed the same stay where they are.

        Raises:
            StoreError: the library cannot be read; the rows stay as they are.
        """
        limit = max(self._size, len(self._rows))
        rows = self._pages(replace(self._query, limit=limit, after=None))
        self._is_rest_unread = False
        if list(map(self._name_of, rows)) == list(map(self._name_of, self._rows)):
            for row, summary in enumerate(rows):
                self._replace(row, summary)
            return False
        self.beginResetModel()
        self._rows = list(rows)
        self.count_anew(len(rows))
        self._is_complete = len(rows) < limit
        self.endResetModel()
        return True

    def fetch_all(self) -> None:
        """Read all pages that are left.

        Raises:
            StoreError: the library cannot be read.
        """
        while not self._is_complete:
            self._fetch()
        self._is_rest_unread = False

    def row_of(self, name: str) -> int:
        """Return the row that has a name, or -1 if it is not among those fetched so far."""
        return next((row for row, one in enumerate(self._rows) if self._name_of(one) == name), -1)

    def rows_of(self, names: frozenset[str]) -> list[int]:
        """Return the rows that have names, as far as they are fetched."""
        return [row for row, one in enumerate(self._rows) if self._name_of(one) in names]

    def summary(self, row: int) -> PhotoSummary:
        """Return what is shown in a row."""
        return self._rows[row]

    def update(self, summary: PhotoSummary) -> None:
        """Show one row as summary says, where it stands."""
        row = self.row_of(self._name_of(summary))
        if row >= 0:
            self._replace(row, summary)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        return row if role == Role.SUMMARY else self._words(row, role)

    @override
    def canFetchMore(self, parent: Index) -> bool:
        return not (parent.isValid() or self._is_complete or self._is_rest_unread)

    @override
    def fetchMore(self, parent: Index) -> None:
        if not self.canFetchMore(parent):
            return
        try:
            self._fetch()
        except EditorError as error:
            self._is_rest_unread = True
            self.rest_unread.emit(error)

    @Slot()
    @override
    def read_on(self) -> None:
        self._is_rest_unread = False
        self.fetchMore(ROOT)

    def _fetch(self) -> None:
        after = self._rows[-1].cursor
        rows = self._pages(replace(self._query, limit=self._size, after=after))
        self._is_complete = len(rows) < self._size
        self._rows.extend(rows)
        self.setRowCount(len(self._rows))

    def _replace(self, row: int, summary: PhotoSummary) -> None:
        if summary != self._rows[row]:
            self._rows[row] = summary
            self.dataChanged.emit(self.index(row, 0), self.index(row, 0))


class RestOffer(QObject):
    """Says that the rest of some rows could not be read, and offers to try again."""

    def __init__(
        self,
        rows: LazyRows,
        notices: Notices,
    ) -> None:
        super().__init__(rows)
        self._rows, self._notices = rows, notices
        # later: the view is in the middle of its layout, which a notice changes
        rows.rest_unread.connect(self._on_rest_unread, Qt.ConnectionType.QueuedConnection)

    @Slot(object)
    def _on_rest_unread(self, error: EditorError) -> None:
        again = Choice(words="Read the rest", act=self._rows.read_on)
        self._notices.show_error(error, choices=[again])
