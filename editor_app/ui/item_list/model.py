"""The items of the list: as many rows as there are, of which only those in sight are read.

How many rows a query has is counted a stretch at a time: the first at once, the others when the
window has nothing else to do. Each stretch leaves a mark of where it ended, from which a page
anywhere in the list is near.
"""

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from typing_extensions import override

from editor_app.errors import EditorError
from editor_app.model.identity import ItemId
from editor_app.store.query import Cursor, ItemQuery, ItemSummary, Opening
from editor_app.ui.item_list.words import spoken_row
from editor_app.ui.paged_rows import Index, LazyRows, Role

PAGE = 25  # rows that are read at once: two screens
_MOST_KEPT = 96  # pages
_STRETCH = 4_000  # rows counted in one go later: too few to be felt
_UNTIL_COUNTED = 250  # ms without another query

Pages = Callable[[ItemQuery], Sequence[ItemSummary]]


@dataclass(frozen=True, slots=True, kw_only=True)
class RowSource:
    """What the rows come from.

    ``opening`` returns how a list begins; ``stretch`` how many rows there are from ``after`` on, up
    to the limit, and the cursor of the last of them where more come behind; ``row_of`` in which
    row an item stands.
    """

    opening: Callable[[ItemQuery], Opening]
    page: Pages
    stretch: Callable[[ItemQuery], tuple[int, Cursor | None]]
    row_of: Callable[[ItemQuery, ItemId], int | None]


class ItemListModel(LazyRows):
    """Items that answer one query, known by their ids."""

    def __init__(self, source: RowSource, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._query = ItemQuery()
        self._opening = Opening(rows=(), count=0, end=None, statuses={})
        self._pages: OrderedDict[int, Sequence[ItemSummary]] = OrderedDict()
        self._marks: list[tuple[int, Cursor]] = []  # how many rows come up to which item
        self._is_rest_unread = False
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._count_on)

    @property
    def query(self) -> ItemQuery:
        """What the rows answer."""
        return self._query

    @property
    def opening(self) -> Opening:
        """How the list began when it was last read, with the counts of that moment."""
        return self._opening

    @property
    def is_counted(self) -> bool:
        """Whether all rows are counted: until then there may be more, or fewer after a change."""
        return not self._later.isActive()

    def show(self, query: ItemQuery) -> None:
        """Show what answers query.

        Raises:
            StoreError: the library cannot be read; the rows stay as they are.
        """
        query = replace(query, limit=PAGE, after=None, skip=0)
        opening = self._source.opening(query)
        self.beginResetModel()
        self._query = query
        self._begin_anew(opening, count=opening.count)
        self._pages[0] = opening.rows
        self.endResetModel()

    def refresh(self) -> bool:
        """Read what is shown anew; return whether other rows are shown than before.

        Rows that stayed the same stay where they are.

        Raises:
            StoreError: the library cannot be read; the rows stay as they are.
        """
        seen = {0: self._pages.get(0, ()), **dict(list(self._pages.items())[-2:])}
        opening = self._source.opening(self._query)
        pages = {number: self._read(number, marks=False) for number in seen if number}
        pages[0] = opening.rows
        count = opening.count if opening.end is None else max(opening.count, self.rowCount())
        is_same = count == self.rowCount() and all(
            [one.id for one in seen[number]] == [one.id for one in rows]
            for number, rows in pages.items()
        )
        if not is_same:
            self.beginResetModel()
        self._begin_anew(opening, count=count)
        self._pages.update(pages)
        if not is_same:
            self.endResetModel()
        elif count:
            self.dataChanged.emit(self.index(0, 0), self.index(count - 1, 0))
        return not is_same

    def row_of(self, name: str, *, anywhere: bool = False) -> int:
        """Return the row of an item, or -1 if it is not among those read, or not in the list.

        Raises:
            StoreError: the library cannot be read; asked only if looked for anywhere.
        """
        for row, one in self._read_rows():
            if one.id == name:
                return row
        row_of = self._source.row_of(self._query, ItemId(name)) if anywhere else None
        return -1 if row_of is None or row_of >= self.rowCount() else row_of

    def rows_of(self, names: frozenset[str]) -> list[int]:
        """Return the rows of items, as far as they are read."""
        return sorted(row for row, one in self._read_rows() if one.id in names)

    def row_beginning(self, words: str, *, start: int) -> int:
        """Return the first row from one on whose headline begins with words, or -1.

        Only rows that are read are looked at: after the last of them come the first.
        """
        wanted = words.casefold()
        rows = [row for row, one in self._read_rows() if _begins(one, wanted)]
        return min(rows, key=lambda row: (row < start, row), default=-1)

    def summary(self, row: int) -> ItemSummary:
        """Return what is shown in a row.

        Raises:
            StoreError: the library cannot be read.
            IndexError: there are fewer rows by now.
        """
        number, place = divmod(row, PAGE)
        if number not in self._pages:
            self._pages[number] = self._read(number)
            if len(self._pages) > _MOST_KEPT:
                self._pages.popitem(last=False)
        self._pages.move_to_end(number)
        return self._pages[number][place]

    def update(self, summary: ItemSummary) -> None:
        """Show one row as summary says, where it stands."""
        row = self.row_of(summary.id)
        if row < 0 or self.summary(row) == summary:
            return
        number, place = divmod(row, PAGE)
        rows = list(self._pages[number])
        rows[place] = summary
        self._pages[number] = rows
        self.dataChanged.emit(self.index(row, 0), self.index(row, 0))

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        is_read = index.row() // PAGE in self._pages
        if not index.isValid() or (self._is_rest_unread and not is_read):
            return None
        try:
            row = self.summary(index.row())
        except EditorError as error:
            self._is_rest_unread = True
            self.rest_unread.emit(error)
            return None
        except IndexError:
            return None
        return row if role == Role.SUMMARY else _words(row, role)

    def count_all(self) -> None:
        """Count all rows now."""
        while self._later.isActive():
            self._later.stop()
            self._count_on()

    @Slot()
    @override
    def read_on(self) -> None:
        self._is_rest_unread = False
        if count := self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(count - 1, 0))
        self._count_on()

    def _begin_anew(self, opening: Opening, *, count: int) -> None:
        """Forget all pages; go on counting where the opening ended, if it did not end all."""
        self._pages.clear()
        self._is_rest_unread = False
        self._opening = opening
        self.count_anew(count)
        self._marks = [] if opening.end is None else [(opening.count, opening.end)]
        self._later.stop()
        if opening.end is not None:
            self._later.start(_UNTIL_COUNTED)

    def _read_rows(self) -> Iterator[tuple[int, ItemSummary]]:
        for number, rows in self._pages.items():
            yield from enumerate(rows, start=number * PAGE)

    def _read(self, number: int, *, marks: bool = True) -> Sequence[ItemSummary]:
        """Read a page, from the nearest place before it that is known."""
        start = number * PAGE
        before = self._pages.get(number - 1) if marks else None
        if before and len(before) == PAGE:
            return self._source.page(replace(self._query, after=before[-1].cursor))
        at = bisect_right(self._marks, start, key=lambda mark: mark[0]) if marks else 0
        rows, after = self._marks[at - 1] if at else (0, None)
        return self._source.page(replace(self._query, after=after, skip=start - rows))

    @Slot()
    def _count_on(self) -> None:
        """Count the next stretch, and go on until all are counted."""
        if not self._marks:
            return
        counted, after = self._marks[-1]
        try:
            number, end = self._source.stretch(replace(self._query, after=after, limit=_STRETCH))
        except EditorError:
            return  # the rows that are known can be used all the same
        counted += number
        if end is not None:
            self._marks.append((counted, end))
            self._later.start(0)
        self._grow(counted, is_all=end is None)

    def _grow(self, count: int, *, is_all: bool) -> None:
        """Have so many rows, or as many at least."""
        if is_all or count > self.rowCount():
            self.setRowCount(count)


def _begins(row: ItemSummary, wanted: str) -> bool:
    return row.headline.casefold().startswith(wanted)


def _words(row: ItemSummary, role: int) -> str | None:
    if role == Qt.ItemDataRole.DisplayRole:
        return row.headline
    return spoken_row(row) if role == Qt.ItemDataRole.AccessibleTextRole else None
