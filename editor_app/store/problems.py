"""What is wrong in a database: its structure, then every user's words. Read-only, and thorough."""

import hashlib
from collections.abc import Iterator

from sqlalchemy import RowMapping, func, select

from editor_app.model.fields import to_fields
from editor_app.store.database import Database
from editor_app.store.errors import (
    DamagedItemError,
    DamagedLibraryError,
    EntryDamagedError,
    PhotoWordsDamagedError,
)
from editor_app.store.history import are_as_kept, thinned_away
from editor_app.store.index_problems import index_steps
from editor_app.store.left_alone import is_whole_reason
from editor_app.store.list_rows import entry_of
from editor_app.store.own_words import is_whole_word
from editor_app.store.photo_rows import typed_of
from editor_app.store.revisions import is_as_kept, words_in
from editor_app.store.rows import columns_of, is_moment, item_of
from editor_app.store.tables import (
    HOUSE_STYLE,
    ITEMS,
    LEFT_ALONE,
    LIST_ENTRIES,
    MEDIA,
    OWN_WORDS,
    REVISIONS,
)
from editor_app.store.writing import tags_of

ROWS_IN_A_STEP = 200  # rows in one turn on the connection: too short to be felt
_MOST_LINES = 20


def database_problems(database: Database) -> Iterator[str]:
    """Yield, as sentences, what is wrong in a database: its structure, then every user's words."""
    return filter(None, database_steps(database))


def database_steps(database: Database) -> Iterator[str]:
    """Yield what is wrong in a database, and an empty text after every few hundred rows."""
    try:
        yield from _structure_problems(database)
        yield from _item_problems(database)
        yield from _revision_problems(database)
        yield from _photo_words_problems(database)
        yield from _house_problems(database)
        yield from _list_problems(database)
        yield from _left_alone_problems(database)
        yield from _own_word_problems(database)
    except DamagedLibraryError as error:
        yield error.message


def _structure_problems(database: Database) -> Iterator[str]:
    with database.reading() as connection:
        check = f"PRAGMA integrity_check({_MOST_LINES})"
        lines = connection.exec_driver_sql(check).scalars().all()
        strangers = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if lines != ["ok"]:
        yield from (f"The database is damaged: {' '.join(line.split())}." for line in lines)
    for table, *_rest in strangers[:_MOST_LINES]:
        yield f"An entry in the table “{table}” belongs to something that is not there."
    yield from index_steps(database)


def _item_problems(database: Database) -> Iterator[str]:
    after = 0
    while True:
        with database.reading() as connection:
            asked = (
                select(ITEMS).where(ITEMS.c.key > after).order_by(ITEMS.c.key).limit(ROWS_IN_A_STEP)
            )
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
        yield ""


def _row_problems(row: RowMapping, tags: list[str], versions: int) -> Iterator[str]:
    try:
        item = item_of(row, tags)
    except DamagedItemError as error:
        yield error.message
        return
    if versions != row["version"]:
        yield f"The item “{item.headline}” ({item.id}) has lost some of its earlier versions."
    # The words themselves were compared with their checksum already.
    listed = columns_of(item, to_fields(item), b"")
    if any(row[name] != value for name, value in listed.items() if name != "sha256"):
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
                .limit(ROWS_IN_A_STEP)
            )
            rows = connection.execute(asked).mappings().all()
            words = words_in(connection, rows)
        if not rows:
            return
        for row in rows:
            if not are_as_kept(words[row["key"]], row["sha256"]):
                yield f"Version {row['version']} of the item “{row['id']}” is damaged."
            elif not is_moment(row["saved_at"]):
                yield f"The day of version {row['version']} of the item “{row['id']}” is damaged."
            elif not is_as_kept(row):
                yield (
                    f"The name or the day of version {row['version']} of the item “{row['id']}” "
                    "is damaged; its words are whole."
                )
        after = rows[-1]["key"]
        yield ""


def _photo_words_problems(database: Database) -> Iterator[str]:
    asked = select(MEDIA.c.src, MEDIA.c.name, MEDIA.c.words, MEDIA.c.words_sha256)
    with database.reading() as connection:
        rows = connection.execute(asked.where(MEDIA.c.words_sha256 != "")).mappings().all()
    for row in rows:
        try:
            typed_of(row)
        except PhotoWordsDamagedError as error:
            yield error.message


def _left_alone_problems(database: Database) -> Iterator[str]:
    with database.reading() as connection:
        for row in connection.execute(select(LEFT_ALONE)).mappings():
            if not is_whole_reason(row):
                yield f"A reason to leave what a check found (“{row['reason']}”) is damaged."


def _list_problems(database: Database) -> Iterator[str]:
    with database.reading() as connection:
        rows = connection.execute(select(LIST_ENTRIES)).mappings().all()
    for row in rows:
        try:
            entry_of(row)
        except EntryDamagedError as error:
            yield error.message


def _house_problems(database: Database) -> Iterator[str]:
    with database.reading() as connection:
        for row in connection.execute(select(HOUSE_STYLE)).mappings():
            if hashlib.sha256(row["fields"].encode()).hexdigest() != row["sha256"]:
                yield "The house style is damaged."


def _own_word_problems(database: Database) -> Iterator[str]:
    with database.reading() as connection:
        for row in connection.execute(select(OWN_WORDS)).mappings():
            if not is_whole_word(row):
                yield f"The library's own word “{row['word']}” is damaged."
