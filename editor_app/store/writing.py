"""How items get into the tables: row, revision, tags, photo links and search index together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any, Self

from sqlalchemy import Connection, bindparam, delete, func, insert, select, text, update

from editor_app.model.carried import keys_in_records
from editor_app.model.fields import canonical_bytes_of, to_fields
from editor_app.model.item import NewsItem
from editor_app.store.indexing import (
    IndexDamagedError,
    Listing,
    Standing,
    places_for,
    put,
    standing_of,
)
from editor_app.store.marks import read_marks
from editor_app.store.matching import Reworded, Searched
from editor_app.store.revisions import about_sha256, newest_bases, packed_after
from editor_app.store.rows import columns_of, photos_in
from editor_app.store.tables import (
    ITEM_MEDIA,
    ITEM_NAMES,
    ITEM_TAGS,
    ITEMS,
    REVISIONS,
    TAGS,
)

_ALWAYS = frozenset({"version", "modified_at", "sha256"})  # columns that each version writes


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An item on its way in: its number, its columns, its words, its marks, what is searched of it.

    Nothing is ``searched`` anew where an item's version before is found by the same words; such an
    item has the same tags, photos and names of managed lists, too.
    """

    key: int
    item: NewsItem
    columns: dict[str, Any]
    words: bytes
    marks: frozenset[int]
    searched: Searched | Reworded | None

    @classmethod
    def of(cls, item: NewsItem, *, key: int, searched: Searched | Reworded | None) -> Self:
        """Return the entry of an item that has its version and moments."""
        fields = to_fields(item)
        words = canonical_bytes_of(fields)
        columns = columns_of(item, fields, words)
        marks = read_marks(columns["marks"])
        return cls(key=key, item=item, columns=columns, words=words, marks=marks, searched=searched)

    def over(self, row: Mapping[Any, Any]) -> Self:
        """Return the entry without the columns that are in the item's row already."""
        columns = {
            name: value
            for name, value in self.columns.items()
            if name in _ALWAYS or row[name] != value
        }
        return replace(self, columns=columns)


def next_key(connection: Connection) -> int:
    """Return the number that the next new item gets."""
    return int(connection.execute(select(func.max(ITEMS.c.key))).scalar() or 0) + 1


def add_entries(connection: Connection, entries: Sequence[Entry], *, op: str) -> None:
    """Write new items."""
    listings = _listings(connection, entries, {})
    rows = [
        entry.columns | {"key": entry.key, "place": listing.now.place}
        for entry, listing in zip(entries, listings, strict=True)
    ]
    connection.execute(insert(ITEMS), rows)
    _add_what_hangs_on(connection, entries, op=op)
    _put_in_index(connection, listings)


def replace_entries(connection: Connection, entries: Sequence[Entry], *, op: str) -> None:
    """Write items over their earlier versions."""
    keys = [entry.key for entry in entries]
    if not keys:
        return
    listings = _listings(connection, entries, standing_of(connection, keys))
    chosen = update(ITEMS).where(ITEMS.c.key == bindparam("in_item"))
    rows = [
        entry.columns | _moved(listing) | {"in_item": entry.key}
        for entry, listing in zip(entries, listings, strict=True)
    ]
    for _, alike in groupby(rows, key=tuple):
        connection.execute(chosen, list(alike))
    reworded = [entry.key for entry in entries if entry.searched is not None]
    for table in (ITEM_TAGS, ITEM_MEDIA, ITEM_NAMES) if reworded else ():
        connection.execute(delete(table).where(table.c.item_key.in_(reworded)))
    _add_what_hangs_on(connection, entries, op=op)
    _put_in_index(connection, listings)


def tags_of(connection: Connection, keys: Sequence[int]) -> dict[int, list[str]]:
    """Return the tags of each item, in their order."""
    asked = (
        select(ITEM_TAGS.c.item_key, TAGS.c.name)
        .join_from(ITEM_TAGS, TAGS, TAGS.c.key == ITEM_TAGS.c.tag_key)
        .where(ITEM_TAGS.c.item_key.in_(keys))
        .order_by(ITEM_TAGS.c.item_key, ITEM_TAGS.c.position)
    )
    tags: dict[int, list[str]] = {key: [] for key in keys}
    for key, name in connection.execute(asked):
        tags[key].append(name)
    return tags


def _add_what_hangs_on(connection: Connection, entries: Sequence[Entry], *, op: str) -> None:
    later = [entry.key for entry in entries if entry.item.version > 1]
    bases = newest_bases(connection, later) if later else {}
    connection.execute(
        insert(REVISIONS),
        [
            _revision(entry, op) | packed_after(bases.get(entry.key), entry.words)
            for entry in entries
        ],
    )
    reworded = [entry for entry in entries if entry.searched is not None]
    photos = [
        {"item_key": entry.key, "src": src}
        for entry in reworded
        for src in sorted(photos_in(entry.item))
    ]
    if photos:
        connection.execute(insert(ITEM_MEDIA), photos)
    names = [name for entry in reworded for name in names_carried(entry.key, entry.item)]
    if names:
        connection.execute(insert(ITEM_NAMES), names)
    _add_tags(connection, reworded)


def _listings(
    connection: Connection, entries: Sequence[Entry], standing: Mapping[int, Standing]
) -> list[Listing]:
    """Return where items stand in the index and where they shall, by where they stood."""
    before = [standing.get(entry.key) for entry in entries]
    places = places_for(connection, [entry.item for entry in entries], before)
    return [
        Listing(before=was, now=Standing(place, entry.marks), searched=entry.searched)
        for entry, was, place in zip(entries, before, places, strict=True)
    ]


def _moved(listing: Listing) -> dict[str, int]:
    """Return the column for the place of an item that gets another one."""
    is_same = listing.before is not None and listing.before.place == listing.now.place
    return {} if is_same else {"place": listing.now.place}


def _put_in_index(connection: Connection, listings: Sequence[Listing]) -> None:
    try:
        put(connection, listings)
    except IndexDamagedError:
        from editor_app.store.index_making import (  # noqa: PLC0415 - it reads what is written here
            rebuild,
        )

        rebuild(connection)


def names_carried(key: int, item: NewsItem) -> list[dict[str, Any]]:
    """Return the names of managed lists that an item carries, as rows."""
    return [
        {"item_key": key, "kind": kind.value, "name_key": name}
        for kind, name in keys_in_records(item)
    ]


def _revision(entry: Entry, op: str) -> dict[str, Any]:
    about = {
        "item_key": entry.key,
        "version": entry.item.version,
        "saved_at": entry.columns["modified_at"],
        "op": op,
        "sha256": entry.columns["sha256"],
        "name": "",
    }
    return about | {"about_sha256": about_sha256(about)}


def _add_tags(connection: Connection, entries: Sequence[Entry]) -> None:
    used = [
        {"in_item": entry.key, "at": position, "tag": name}
        for entry in entries
        for position, name in enumerate(entry.item.tags)
    ]
    if not used:
        return
    names = sorted({str(one["tag"]) for one in used})
    connection.execute(
        text("INSERT INTO tags (name) VALUES (:tag) ON CONFLICT DO NOTHING"),
        [{"tag": name} for name in names],
    )
    number = select(TAGS.c.key).where(TAGS.c.name == bindparam("tag")).scalar_subquery()
    connection.execute(
        insert(ITEM_TAGS).values(
            item_key=bindparam("in_item"), position=bindparam("at"), tag_key=number
        ),
        used,
    )
