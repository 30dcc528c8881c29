"""What is known of a photo: the words of its own, what its file says, and whether it is in use."""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

# Words of a user stand beside a SHA-256. What the file says (`found`) can be read from it again;
# a photo from before this step has not been looked at, and is when it is next asked for.
_STATEMENTS = (
    "ALTER TABLE media ADD COLUMN words TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE media ADD COLUMN words_sha256 TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE media ADD COLUMN changed_at TEXT",
    "ALTER TABLE media ADD COLUMN found TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE media ADD COLUMN is_looked_at INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE media ADD COLUMN has_position INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE media ADD COLUMN is_animated INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE media ADD COLUMN searched TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE media ADD COLUMN lacks_words INTEGER NOT NULL DEFAULT 1",
    "ALTER TABLE media ADD COLUMN licence TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE media ADD COLUMN trashed_at TEXT",
    "CREATE INDEX media_newest ON media (added_at, key)",
    "CREATE INDEX media_name ON media (name, key)",
)


def upgrade() -> None:
    """Give every photo a place for what is known of it."""
    for statement in _STATEMENTS:
        op.execute(statement)
