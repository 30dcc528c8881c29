"""A database as earlier versions of the program made it: the way back from the present shape."""

import sqlite3
import zlib

from editor_app.store.names import DATABASE_NAME
from editor_app.store.packing import unpacked

_PHOTO_COLUMNS = (
    "words words_sha256 changed_at found is_looked_at has_position is_animated searched"
    " lacks_words licence trashed_at"
)
_SEARCHED_AS_BEFORE = """
    DROP TRIGGER behind_export; DROP TRIGGER behind_save; DROP TRIGGER behind_photo;
    DROP TRIGGER behind_no_photo; DROP TRIGGER behind_words_of_photo;
    DROP TABLE behind; DROP TABLE saved_searches; DROP TABLE item_marks; DROP TABLE searched;
    DROP TABLE words; DROP TABLE search;
    CREATE VIRTUAL TABLE search USING fts5 (headline, standfirst, body, others);
    DROP INDEX items_place; DROP INDEX items_modified; DROP INDEX items_headline;
    ALTER TABLE items DROP COLUMN place; ALTER TABLE items DROP COLUMN marks;
    ALTER TABLE items ADD COLUMN newest TEXT NOT NULL DEFAULT '';
    UPDATE items
        SET newest = coalesce(display_date, substr(modified_at, 1, 10)) || ' ' || modified_at;
    CREATE INDEX items_newest ON items (is_trashed, newest, key, status, section, language);
    CREATE INDEX items_modified ON items (is_trashed, modified_at, key, status, section, language);
    CREATE INDEX items_headline
        ON items (is_trashed, headline_order, key, status, section, language);
"""
_WAYS_BACK = {
    4: _SEARCHED_AS_BEFORE + "DROP TABLE bulk_items; DROP TABLE bulk_changes;"
    "DROP TABLE left_alone; DROP TABLE check_counts;"
    "DROP TABLE item_names; DROP TABLE list_entries; ALTER TABLE items DROP COLUMN boilerplates;"
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
