"""The archive: what is searched, kept in lists, uploaded, and left as it is for a reason."""

from alembic import op
from sqlalchemy import Connection

from editor_app.store.migrations.lists import move_sections, name_what_items_carry
from editor_app.store.migrations.searching import SEARCHING
from editor_app.store.own_words import word_sha256
from editor_app.store.revisions import about_sha256

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_WORDED = (
    *("headline", "short_headline", "standfirst", "summary", "dateline_place", "body"),
    *("lead_src", "lead_alt", "lead_caption", "lead_credit", "publications", "related"),
    "notes_to_editors",
)

_STATEMENTS: tuple[str, ...] = (
    # What a list says stands beside a SHA-256 over it. A key is never given to another entry.
    """
    CREATE TABLE list_entries (
        key INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL,
        name TEXT NOT NULL,
        name_key TEXT NOT NULL,
        name_order TEXT NOT NULL,
        words TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        position INTEGER NOT NULL,
        is_retired INTEGER NOT NULL,
        UNIQUE (kind, name_key)
    ) STRICT
    """,
    # Which items carry which names of the lists; sections and tags have places of their own.
    """
    CREATE TABLE item_names (
        item_key INTEGER NOT NULL REFERENCES items (key),
        kind TEXT NOT NULL,
        name_key TEXT NOT NULL,
        PRIMARY KEY (item_key, kind, name_key)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX item_names_name ON item_names (kind, name_key)",
    "ALTER TABLE items ADD COLUMN boilerplates TEXT NOT NULL DEFAULT '[]'",
    # What goes out, found without reading bodies; an export compares it with what it left behind.
    """
    CREATE INDEX items_going_out
        ON items (id, version, sha256, language, slug, headline, translation_group, key)
        WHERE is_trashed = 0 AND status IN ('ready', 'published')
    """,
    # Folders that were exported to. Their pages and files are remembered only to save time: what is
    # forgotten is looked at in the folder.
    """
    CREATE TABLE export_folders (
        key INTEGER PRIMARY KEY,
        folder TEXT NOT NULL UNIQUE,
        used_at TEXT NOT NULL DEFAULT '',
        manifest TEXT NOT NULL DEFAULT '',
        made_with TEXT NOT NULL DEFAULT ''
    ) STRICT
    """,
    """
    CREATE TABLE exported_pages (
        folder_key INTEGER NOT NULL REFERENCES export_folders (key),
        item TEXT NOT NULL,
        key TEXT NOT NULL,
        links TEXT NOT NULL,
        place TEXT NOT NULL,
        language TEXT NOT NULL,
        section TEXT NOT NULL,
        published TEXT NOT NULL,
        updated TEXT NOT NULL,
        language_group TEXT NOT NULL,
        mark TEXT NOT NULL,
        weight TEXT NOT NULL,
        PRIMARY KEY (folder_key, item)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE exported_files (
        folder_key INTEGER NOT NULL REFERENCES export_folders (key),
        path TEXT NOT NULL,
        item TEXT NOT NULL,
        stamp TEXT NOT NULL,
        PRIMARY KEY (folder_key, path)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE uploads (
        key INTEGER PRIMARY KEY,
        folder_key INTEGER NOT NULL REFERENCES export_folders (key),
        uploaded_at TEXT NOT NULL,
        place TEXT NOT NULL,
        person TEXT NOT NULL,
        files INTEGER NOT NULL,
        sha256 TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE uploaded_files (
        folder_key INTEGER NOT NULL REFERENCES export_folders (key),
        path TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        PRIMARY KEY (folder_key, path)
    ) STRICT, WITHOUT ROWID
    """,
    # In which version the words of an item that translators take over were last changed; of those
    # without a row they are as they were added.
    """
    CREATE TABLE worded (
        item_key INTEGER PRIMARY KEY REFERENCES items (key),
        version INTEGER NOT NULL
    ) STRICT
    """,
    """
    INSERT INTO worded SELECT key, version FROM items
    WHERE version > 1 AND id IN (SELECT translated_from FROM items)
    """,
    f"""
    CREATE TRIGGER worded_items AFTER UPDATE OF {", ".join(_WORDED)} ON items
    WHEN {" OR ".join(f"OLD.{name} IS NOT NEW.{name}" for name in _WORDED)}
    BEGIN
        INSERT OR REPLACE INTO worded VALUES (NEW.key, NEW.version);
    END
    """,  # noqa: S608 - names written above
    # Bulk changes, so that the last ones can be taken back: which items, and their versions before.
    """
    CREATE TABLE bulk_changes (
        key INTEGER PRIMARY KEY,
        made_at TEXT NOT NULL,
        what TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        items INTEGER NOT NULL,
        undone_at TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE bulk_items (
        change_key INTEGER NOT NULL REFERENCES bulk_changes (key),
        item_key INTEGER NOT NULL REFERENCES items (key),
        before INTEGER NOT NULL,
        after_sha256 TEXT NOT NULL,
        PRIMARY KEY (change_key, item_key)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX bulk_items_item ON bulk_items (item_key)",
    # What entries of lists were before a bulk change that items followed in.
    """
    CREATE TABLE bulk_entries (
        change_key INTEGER NOT NULL REFERENCES bulk_changes (key),
        entry_key INTEGER NOT NULL,
        kind TEXT NOT NULL,
        name TEXT NOT NULL,
        words TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        is_retired INTEGER NOT NULL,
        after_sha256 TEXT NOT NULL,
        PRIMARY KEY (change_key, entry_key)
    ) STRICT, WITHOUT ROWID
    """,
    *SEARCHING,
    # Why what a check found was left as it is, for as long as the words are the same.
    """
    CREATE TABLE left_alone (
        item_key INTEGER NOT NULL REFERENCES items (key),
        rule TEXT NOT NULL,
        subject TEXT NOT NULL,
        reason TEXT NOT NULL,
        left_at TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        PRIMARY KEY (item_key, rule, subject)
    ) STRICT, WITHOUT ROWID
    """,
    # How many findings an item has, remembered only to save time.
    """
    CREATE TABLE check_counts (
        item_key INTEGER PRIMARY KEY REFERENCES items (key),
        sha256 TEXT NOT NULL,
        rules TEXT NOT NULL,
        blocks INTEGER NOT NULL,
        warns INTEGER NOT NULL,
        hints INTEGER NOT NULL
    ) STRICT
    """,
    # What is said of a version beside its words, and the library's own words, can rot as well.
    "ALTER TABLE revisions ADD COLUMN about_sha256 BLOB NOT NULL DEFAULT x''",
    "ALTER TABLE own_words ADD COLUMN sha256 TEXT NOT NULL DEFAULT ''",
    # Whether a name changed is asked before every backup; without this, all words are read for it.
    "CREATE INDEX revisions_named ON revisions (name) WHERE name <> ''",
    # What was damaged of it may be put right, under the same guard as thinning.
    "DROP TRIGGER revisions_stay",
    """
    CREATE TRIGGER revisions_stay
    BEFORE UPDATE OF key, item_key, version, sha256 ON revisions
    BEGIN SELECT RAISE(ABORT, 'revisions are only ever added'); END
    """,
    """
    CREATE TRIGGER revisions_keep_about BEFORE UPDATE OF saved_at, op ON revisions
    WHEN OLD.item_key NOT IN (SELECT item_key FROM thinning)
    BEGIN SELECT RAISE(ABORT, 'revisions are only ever added'); END
    """,
)


def upgrade() -> None:
    """Make the tables of the archive."""
    for statement in _STATEMENTS:
        op.execute(statement)
    connection = op.get_bind()
    move_sections(connection)
    name_what_items_carry(connection)
    _seal(connection)


def _seal(connection: Connection) -> None:
    """Give what had no checksum its own; what is damaged by now stays as it is."""
    versions = connection.exec_driver_sql(
        "SELECT key, item_key, version, saved_at, op, sha256, name FROM revisions"
    )
    for row in versions.mappings().all():
        change = "UPDATE revisions SET about_sha256 = ? WHERE key = ?"
        connection.exec_driver_sql(change, (about_sha256(row), row["key"]))
    for row in connection.exec_driver_sql("SELECT item, word FROM own_words").mappings().all():
        change = "UPDATE own_words SET sha256 = ? WHERE item = ? AND word = ?"
        sha256 = word_sha256(row["item"], row["word"])
        connection.exec_driver_sql(change, (sha256, row["item"], row["word"]))
