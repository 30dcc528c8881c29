"""The words that a library's dictionaries do not have and that are right all the same."""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the list of words: right everywhere, or in the one item that is named."""
    op.execute(
        """
        CREATE TABLE own_words (
            item TEXT NOT NULL,
            word TEXT NOT NULL,
            PRIMARY KEY (item, word)
        ) STRICT, WITHOUT ROWID
        """
    )
