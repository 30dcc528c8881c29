"""Is every word and every photo still as it was saved? Read-only, and thorough."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import RowMapping, func, select

from editor_app.model.fields import canonical_bytes
from editor_app.store.database import Database
from editor_app.store.errors import DamagedItemError, DamagedLibraryError, PhotoWordsDamagedError
from editor_app.store.files import in_words, sha256_of
from editor_app.store.history import thinned_away, whole_rows
from editor_app.store.library import Library
from editor_app.store.opening import MEDIA_NAME
from editor_app.store.photo_rows import typed_of
from editor_app.store.photos import is_photo
from editor_app.store.rows import columns_of, item_of
from editor_app.store.tables import HOUSE_STYLE, ITEM_MEDIA, ITEMS, MEDIA, REVISIONS
from editor_app.store.writing import tags_of

_AT_ONCE = 200  # rows in one turn on the connection: too short to be felt
_MOST_LINES = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifyReport:
    """What a test of a library found. ``problems`` are sentences; none means that all is well.

    ``unused`` are photos that no item shows: no problem, but good to know.
    """

    items: int
    revisions: int
    photos: int
    problems: tuple[str, ...]
    unused: tuple[str, ...] = ()


def verify(library: Library) -> VerifyReport:
    """Test an open library: database, every item, every version, every photo."""
    problems = list(database_problems(library.database))
    try:
        items, revisions = _sizes(library.database)
        on_record, shown = _photos(library.database)
    except DamagedLibraryError as error:
        return VerifyReport(
            items=0,
            revisions=0,
            photos=0,
            problems=tuple(dict.fromkeys([*problems, error.message])),
        )
    problems += _photo_problems(library.folder, on_record, shown)
    return VerifyReport(
        items=items,
        revisions=revisions,
        photos=len(on_record),
        problems=tuple(problems),
        unused=tuple(sorted(on_record - set(shown))),
    )


def database_problems(database: Database) -> Iterator[str]:
    """Yield, as sentences, what is wrong in a database: its structure, then every user's words."""
    try:
        yield from _structure_problems(database)
        yield from _item_problems(database)
        yield from _revision_problems(database)
        yield from _photo_words_problems(database)
        yield from _house_problems(database)
    except DamagedLibraryError as error:
        yield error.message


def _structure_problems(database: Database) -> Iterator[str]:
    with database.reading() as connection:
        check = f"PRAGMA integrity_check({_MOST_LINES})"
        lines = connection.exec_driver_sql(check).scalars().all()
        strangers = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if lines != ["ok"]:
        yield from (f"The database is damaged: {line}." for line in lines)
    for table, *_rest in strangers[:_MOST_LINES]:
        yield f"An entry in the table “{table}” belongs to something that is not there."
    try:
        with database.transaction() as connection:  # FTS5 takes this order as an insertion
            connection.exec_driver_sql("INSERT INTO search (search) VALUES ('integrity-check')")
    except DamagedLibraryError:
        yield "The search index is damaged: some items may not be found by searching."


def _item_problems(database: Database) -> Iterator[str]:
    after = 0
    while True:
        with database.reading() as connection:
            asked = select(ITEMS).where(ITEMS.c.key > after).order_by(ITEMS.c.key).limit(_AT_ONCE)
            rows = connection.execute(asked).mappings().all()
            keys = [row["key"] for row in rows]
            tags = tags_of(connection, keys)
            counted = select(REVISIONS.c.item_key, func.count()).where(
                REVISIONS.c.item_key.in_(keys)
            )
            grouped = counted.group_by(REVISIONS.c.item_key)
            versions = {row[0]: row[1] for row in connection.execute(grouped)}
            for key, number in thinned_away(connection, keys).items():
                versions[key] = versions.get(key, 0) + number
        if not rows:
            return
        for row in rows:
            yield from _row_problems(row, tags[row["key"]], versions.get(row["key"], 0))
        after = keys[-1]


def _row_problems(row: RowMapping, tags: list[str], versions: int) -> Iterator[str]:
    try:
        item = item_of(row, tags)
    except DamagedItemError as error:
        yield error.message
        return
    if versions != row["version"]:
        yield f"The item “{item.headline}” ({item.id}) has lost some of its earlier versions."
    if any(row[name] != value for name, value in columns_of(item, canonical_bytes(item)).items()):
        yield f"The list entry of the item “{item.headline}” ({item.id}) is damaged."


def _revision_problems(database: Database) -> Iterator[str]:
    after = 0
    while True:
        with database.reading() as connection:
            asked = (
                select(REVISIONS, ITEMS.c.id)
                .join_from(REVISIONS, ITEMS, ITEMS.c.key == REVISIONS.c.item_key)
                .where(REVISIONS.c.key > after)
                .order_by(REVISIONS.c.key)
                .limit(_AT_ONCE)
            )
            rows = list(whole_rows(connection, asked))
        if not rows:
            return
        for row, item in rows:
            if item is None:
                yield f"Version {row['version']} of the item “{row['id']}” is damaged."
        after = rows[-1][0]["key"]


def _photo_words_problems(database: Database) -> Iterator[str]:
    asked = select(MEDIA.c.src, MEDIA.c.name, MEDIA.c.words, MEDIA.c.words_sha256)
    with database.reading() as connection:
        rows = connection.execute(asked.where(MEDIA.c.words_sha256 != "")).mappings().all()
    for row in rows:
        try:
            typed_of(row)
        except PhotoWordsDamagedError as error:
            yield error.message


def _house_problems(database: Database) -> Iterator[str]:
    with database.reading() as connection:
        for row in connection.execute(select(HOUSE_STYLE)).mappings():
            if hashlib.sha256(row["fields"].encode()).hexdigest() != row["sha256"]:
                yield "The house style is damaged."


def _sizes(database: Database) -> tuple[int, int]:
    with database.reading() as connection:
        items = connection.execute(select(func.count()).select_from(ITEMS)).scalar_one()
        revisions = connection.execute(select(func.count()).select_from(REVISIONS)).scalar_one()
    return items, revisions


def _photos(database: Database) -> tuple[set[str], dict[str, str]]:
    """Return the photos on record, and each shown photo with the name of an item that shows it."""
    shown = select(ITEM_MEDIA.c.src, ITEMS.c.headline).join_from(
        ITEM_MEDIA, ITEMS, ITEMS.c.key == ITEM_MEDIA.c.item_key
    )
    with database.reading() as connection:
        on_record = set(connection.scalars(select(MEDIA.c.src)))
        return on_record, {row[0]: row[1] for row in connection.execute(shown)}


def _photo_problems(folder: Path, on_record: set[str], shown: dict[str, str]) -> Iterator[str]:
    with in_words(folder):
        for src in sorted(on_record | {src for src in shown if is_photo(src)}):
            ending = f", which the item “{shown[src]}” shows," if src in shown else ""
            path = folder / src
            if not path.is_file():
                yield f"The photo “{src}”{ending} is missing."
            elif sha256_of(path) != path.stem:
                yield f"The photo “{src}”{ending} is damaged."
        for path in sorted((folder / MEDIA_NAME).glob("*/*")):
            src = path.relative_to(folder).as_posix()
            if src not in on_record and is_photo(src):
                yield f"The photo “{src}” is not on record; adding it again puts it there."
