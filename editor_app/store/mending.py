"""All that is damaged in a library and can be brought back: found first, then mended."""

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import RowMapping, select

from editor_app.model.fields import canonical_bytes_of, to_fields
from editor_app.model.identity import ItemId
from editor_app.model.item import NewsItem
from editor_app.store.errors import DamagedItemError
from editor_app.store.files import in_words, sha256_of
from editor_app.store.library import Library
from editor_app.store.problems import ROWS_IN_A_STEP
from editor_app.store.recovery import Found, Recovery
from editor_app.store.rows import columns_of, item_of
from editor_app.store.side_rows import SideRow, bring_back_row, damaged_rows, with_what_is_left
from editor_app.store.tables import ITEM_MEDIA, ITEMS, MEDIA
from editor_app.store.writing import tags_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Damaged:
    """An item, a photo or a row beside the items that is not what was saved.

    ``name`` is its headline or file, as far as it can be read. ``found`` is what an item can be
    brought back as; ``file`` is where a photo lies whole; ``row`` is neither. Where nothing is left
    of it, it cannot be brought back.
    """

    name: str
    item_id: ItemId | None = None
    src: str = ""
    found: Found | None = None
    file: Path | None = None
    row: SideRow | None = None

    @property
    def can_be_brought_back(self) -> bool:
        """Whether a whole state of it was found."""
        has_row = self.row is not None and self.row.right is not None
        return has_row or self.found is not None or self.file is not None


def find_damage(
    library: Library, places: Sequence[Path]
) -> Generator[int, None, tuple[Damaged, ...]]:
    """Look for all that is damaged and for what is left of it, yielding on the way.

    Raises:
        LibraryError: the database cannot be read at all, or a place of backups cannot.
    """
    recovery = Recovery(library, places)
    damaged: list[Damaged] = []
    for row, item in _rows(library):
        if item is None:
            item_id = ItemId(str(row["id"]))
            found = recovery.find_item(item_id)
            damaged.append(Damaged(name=_name(row, found), item_id=item_id, found=found))
        elif _is_listed_wrongly(row, item):
            moment = item.modified_at or library.clock()
            found = Found(item=item, moment=moment)
            damaged.append(Damaged(name=item.headline, item_id=item.id, found=found))
        yield len(damaged)
    for photo in library.photos.all():
        if not _is_whole(library, photo.src, photo.sha256):
            file = recovery.find_photo(photo.src)
            damaged.append(Damaged(name=photo.src, src=photo.src, file=file))
        yield len(damaged)
    rows = with_what_is_left(damaged_rows(library.database), recovery)
    damaged.extend(Damaged(name=row.name, row=row) for row in rows)
    return tuple(damaged)


def damaged_photos_of(
    library: Library, item_id: ItemId, places: Sequence[Path]
) -> tuple[Damaged, ...]:
    """Return which photos of an item are missing or damaged, with what is left of each.

    Raises:
        LibraryError: the library or a place of backups cannot be read.
    """
    asked = (
        select(MEDIA.c.src, MEDIA.c.sha256)
        .join(ITEM_MEDIA, ITEM_MEDIA.c.src == MEDIA.c.src)
        .join(ITEMS, ITEMS.c.key == ITEM_MEDIA.c.item_key)
        .where(ITEMS.c.id == item_id)
        .distinct()
    )
    with library.database.reading() as connection:
        photos = connection.execute(asked).all()
    recovery = Recovery(library, places)
    return tuple(
        Damaged(name=src, src=src, file=recovery.find_photo(src))
        for src, sha256 in photos
        if not _is_whole(library, src, sha256)
    )


def mend(library: Library, places: Sequence[Path], damaged: Sequence[Damaged]) -> list[Damaged]:
    """Bring back what can be, and return it.

    Raises:
        LibraryError: the library cannot be written; what was mended before that stays mended.
    """
    recovery = Recovery(library, places)
    mended = []
    for one in damaged:
        if one.found is not None:
            recovery.bring_back_item(one.found)
            mended.append(one)
        elif one.row is not None and one.can_be_brought_back:
            bring_back_row(library.database, one.row)
            mended.append(one)
        elif one.src and recovery.bring_back_photo(one.src):
            mended.append(one)
    return mended


def _is_whole(library: Library, src: str, sha256: str) -> bool:
    path = library.folder / src
    with in_words(library.folder):
        return path.is_file() and sha256_of(path) == sha256


def _rows(library: Library) -> Iterator[tuple[RowMapping, NewsItem | None]]:
    """Yield the row of every item, with the item if it is whole."""
    after = 0
    while True:
        asked = select(ITEMS).where(ITEMS.c.key > after).order_by(ITEMS.c.key)
        with library.database.reading() as connection:
            rows = connection.execute(asked.limit(ROWS_IN_A_STEP)).mappings().all()
            tags = tags_of(connection, [row["key"] for row in rows])
        if not rows:
            return
        for row in rows:
            try:
                yield row, item_of(row, tags[row["key"]])
            except DamagedItemError:
                yield row, None
        after = rows[-1]["key"]


def _is_listed_wrongly(row: RowMapping, item: NewsItem) -> bool:
    fields = to_fields(item)
    columns = columns_of(item, fields, canonical_bytes_of(fields))
    return any(row[name] != value for name, value in columns.items())


def _name(row: RowMapping, found: Found | None) -> str:
    return found.item.headline if found is not None else str(row["headline"])
