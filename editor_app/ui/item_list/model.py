"""The items of the list."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt

from editor_app.store.query import ItemQuery, ItemSummary
from editor_app.ui.item_list.words import spoken_row
from editor_app.ui.paged_rows import PagedRows, RowKind

PAGE = 200
Pages = Callable[[ItemQuery], Sequence[ItemSummary]]


class ItemListModel(PagedRows[ItemQuery, ItemSummary]):
    """Items that answer one query, known by their ids."""

    def __init__(self, pages: Pages, parent: QObject | None = None) -> None:
        kind = RowKind(query=ItemQuery(), size=PAGE, name_of=lambda one: one.id, words=_words)
        super().__init__(pages, kind, parent)


def _words(row: ItemSummary, role: int) -> str | None:
    if role == Qt.ItemDataRole.DisplayRole:
        return row.headline
    return spoken_row(row) if role == Qt.ItemDataRole.AccessibleTextRole else None
