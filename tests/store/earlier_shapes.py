"""A database as earlier versions of the program made it: the way back from the present shape."""

import sqlite3
import zlib

from editor_app.store.names import DATABASE_NAME
from editor_app.store.packing import unpacked

_PHOTO_COLUMNS = (
    "words words_sha256 changed_at found is_looked_at has_position is_animated searched"
    " lacks_words licence trashed_at"
)
_WAYS_BACK = {
    4: "DROP TABLE item_names; DROP TABLE list_entries; ALTER TABLE items DROP COLUMN boilerplates;"
    "CREATE TABLE sections"
    " (key INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, position INTEGER NOT NULL) STRICT;",
    1: "DROP TABLE own_words;",
    3: "DROP TRIGGER revisions_stay; DROP TRIGGER revisions_remain;"
    "DROP TABLE thinning; DROP TABLE thinned;"
    "DROP INDEX revisions_age; ALTER TABLE revisions DROP COLUMN base;"
    "ALTER TABLE revisions DROP COLUMN name;"
    + "".join(
        f"CREATE TRIGGER {name} BEFORE {what} ON revisions BEGIN SELECT RAISE(ABORT, 'no'); END;"
        for name, what in (("revisions_stay", "UPDATE"), ("revisions_remain", "DELETE"))
    ),
    2: "DROP INDEX media_newest; DROP INDEX media_name;"
    + "".join(f"ALTER TABLE media DROP COLUMN {name};" for name in _PHOTO_COLUMNS.split()),
}
_PACKED_SINCE = 4


def _pack_as_before(database):
    """Give every version the form it had at first: whole, and compressed by zlib."""
    database.execute("DROP TRIGGER revisions_keep_words")
    rows = database.execute("SELECT key, words, base FROM revisions ORDER BY key").fetchall()
    whole = {key: unpacked(words) for key, words, base in rows if base is None}
    for key, words, base in rows:
        plain = whole[key] if base is None else unpacked(words, whole[base])
        packed = (zlib.compress(plain), key)
        database.execute("UPDATE revisions SET words = ? WHERE key = ?", packed)
    database.commit()


def turn_back(folder, step):
    """Give a closed library's database the shape that it had at an earlier step."""
    database = sqlite3.connect(folder / DATABASE_NAME)
    if step < _PACKED_SINCE:
        _pack_as_before(database)
    for number in sorted(_WAYS_BACK, reverse=True):
        if number >= step:
            database.executescript(_WAYS_BACK[number])
    database.execute("UPDATE alembic_version SET version_num = ?", [f"{step:04}"])
    database.execute(f"PRAGMA user_version = {int(step)}")
    database.commit()
    database.close()
