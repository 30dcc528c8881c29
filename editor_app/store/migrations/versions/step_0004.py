"""Versions that cost what was changed in them, can have a name, and are thinned with age."""

import zlib

from alembic import op

from editor_app.store.packing import packed

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

# A version is never changed or deleted, but while its item is being thinned (`thinning` is empty
# outside that one transaction); its words may be packed anew then, and one with a name stays.
_STATEMENTS = (
    "DROP TRIGGER revisions_stay",
    "DROP TRIGGER revisions_remain",
    "ALTER TABLE revisions ADD COLUMN base INTEGER",
    "ALTER TABLE revisions ADD COLUMN name TEXT NOT NULL DEFAULT ''",
    "CREATE INDEX revisions_age ON revisions (item_key, saved_at)",
    "CREATE TABLE thinning (item_key INTEGER PRIMARY KEY) STRICT",
    """
    CREATE TABLE thinned (
        item_key INTEGER PRIMARY KEY REFERENCES items (key),
        versions INTEGER NOT NULL
    ) STRICT
    """,
)
_TRIGGERS = (
    """
    CREATE TRIGGER revisions_stay
    BEFORE UPDATE OF key, item_key, version, saved_at, op, sha256 ON revisions
    BEGIN SELECT RAISE(ABORT, 'revisions are only ever added'); END
    """,
    """
    CREATE TRIGGER revisions_keep_words BEFORE UPDATE OF words, base ON revisions
    WHEN OLD.item_key NOT IN (SELECT item_key FROM thinning)
    BEGIN SELECT RAISE(ABORT, 'revisions are only ever added'); END
    """,
    """
    CREATE TRIGGER revisions_remain BEFORE DELETE ON revisions
    WHEN OLD.name <> '' OR OLD.item_key NOT IN (SELECT item_key FROM thinning)
    BEGIN SELECT RAISE(ABORT, 'revisions are only ever added'); END
    """,
)


def upgrade() -> None:
    """Pack all versions anew, and set the rules for thinning them."""
    for statement in _STATEMENTS:
        op.execute(statement)
    connection = op.get_bind()
    keys = [row[0] for row in connection.exec_driver_sql("SELECT key FROM revisions")]
    for key in keys:
        asked = connection.exec_driver_sql("SELECT words FROM revisions WHERE key = ?", (key,))
        try:
            words = zlib.decompress(asked.scalar_one())
        except zlib.error:
            continue  # a damaged version stays as it is, and is named when it is asked for
        change = "UPDATE revisions SET words = ? WHERE key = ?"
        connection.exec_driver_sql(change, (packed(words), key))
    for statement in _TRIGGERS:
        op.execute(statement)
