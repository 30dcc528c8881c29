"""The photos of the browser."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt

from editor_app.store.photo_query import PhotoQuery, PhotoSummary
from editor_app.ui.look.plain_tips import plain_tip
from editor_app.ui.paged_rows import PagedRows, RowKind
from editor_app.ui.photos.browser_words import spoken_tile, tile_name

PAGE = 150  # two screens of tiles; more would be felt at each key of a search
PhotoPages = Callable[[PhotoQuery], Sequence[PhotoSummary]]


class PhotoGridModel(PagedRows):
    """Photos that answer one query, known by their paths."""

    def __init__(self, pages: PhotoPages, parent: QObject | None = None) -> None:
        kind = RowKind(query=PhotoQuery(), size=PAGE, name_of=lambda one: one.src, words=_words)
        super().__init__(pages, kind, parent)


def _words(row: PhotoSummary, role: int) -> str | None:
    if role == Qt.ItemDataRole.DisplayRole:
        return tile_name(row)
    if role == Qt.ItemDataRole.AccessibleTextRole:
        return spoken_tile(row)
    if role == Qt.ItemDataRole.ToolTipRole:
        return plain_tip("\n".join(filter(None, (tile_name(row), row.caption))))
    return None
