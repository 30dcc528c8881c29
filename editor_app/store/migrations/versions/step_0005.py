"""The archive: what is searched, kept in lists, uploaded, and left as it is for a reason."""

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_STATEMENTS: tuple[str, ...] = (
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
)


def upgrade() -> None:
    """Make the tables of the archive."""
    for statement in _STATEMENTS:
        op.execute(statement)
