"""The tables of the search index as step 5 makes them; `schema.upgrade` fills them."""

# What was exported and says something else now, or has photos that changed since.
_CHANGED_SINCE = """
    SELECT i.key FROM items AS i
    JOIN (
        SELECT item_key, max(version) AS version, max(exported_at) AS exported_at
        FROM export_records GROUP BY item_key
    ) AS e ON e.item_key = i.key
    WHERE (
        i.sha256 IS NOT
            (SELECT sha256 FROM revisions WHERE item_key = i.key AND version = e.version)
        OR EXISTS (
            SELECT 1 FROM item_media AS m JOIN media AS p ON p.src = m.src
            WHERE m.item_key = i.key AND p.changed_at > e.exported_at
        )
    )
"""


def _trigger(name: str, event: str, keys: str) -> str:
    """Return a trigger that looks again at the items that an event is about."""
    since = _CHANGED_SINCE.replace("GROUP BY", f"WHERE item_key IN ({keys}) GROUP BY")
    return f"""
        CREATE TRIGGER behind_{name} AFTER {event} BEGIN
            DELETE FROM behind WHERE item_key IN ({keys});
            INSERT INTO behind {since};
        END
    """  # noqa: S608 - all of it is written here


SEARCHING = (
    "DROP TABLE search",
    # The newest first, of all items: the place says it, and the rest is what lists ask for.
    "DROP INDEX items_newest",
    "ALTER TABLE items DROP COLUMN newest",
    "ALTER TABLE items ADD COLUMN place INTEGER",
    "ALTER TABLE items ADD COLUMN marks TEXT NOT NULL DEFAULT ''",
    "CREATE INDEX items_place ON items (place, is_trashed, status, section, language, key)",
    "DROP INDEX items_modified",
    "CREATE INDEX items_modified ON items (is_trashed, modified_at, key, place, status)",
    "DROP INDEX items_headline",
    "CREATE INDEX items_headline ON items (is_trashed, headline_order, key, place, status)",
    """
    CREATE TABLE item_marks (
        mark INTEGER NOT NULL,
        place INTEGER NOT NULL,
        PRIMARY KEY (mark, place)
    ) STRICT, WITHOUT ROWID
    """,
    # What paragraphs are known by that nearly repeat each other.
    """
    CREATE TABLE sketches (
        mark INTEGER NOT NULL,
        place INTEGER NOT NULL,
        PRIMARY KEY (mark, place)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE TABLE searched (place INTEGER PRIMARY KEY, words BLOB NOT NULL) STRICT",
    # The words come folded, with spaces between them: no more than splitting is left to do.
    """
    CREATE VIRTUAL TABLE words USING fts5 (
        each, content = '', detail = none, tokenize = 'ascii', prefix = '1 2 3'
    )
    """,
    """
    CREATE VIRTUAL TABLE search USING fts5 (
        headline, standfirst, body, others, content = '', tokenize = 'ascii'
    )
    """,
    # A user's words: beside them the SHA-256 of name and query.
    """
    CREATE TABLE saved_searches (
        key INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE,
        query TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        position INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE TABLE behind (item_key INTEGER PRIMARY KEY REFERENCES items (key)) STRICT",
    f"INSERT INTO behind {_CHANGED_SINCE}",
    _trigger("export", "INSERT ON export_records", "NEW.item_key"),
    _trigger("save", "UPDATE OF sha256 ON items", "NEW.key"),
    _trigger("photo", "INSERT ON item_media", "NEW.item_key"),
    _trigger("no_photo", "DELETE ON item_media", "OLD.item_key"),
    _trigger(
        "words_of_photo",
        "UPDATE OF changed_at ON media",
        "SELECT item_key FROM item_media WHERE src = NEW.src",
    ),
)
