"""The archive: what is searched, kept in lists, uploaded, and left as it is for a reason."""

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_STATEMENTS: tuple[str, ...] = ()


def upgrade() -> None:
    """Make the tables of the archive."""
    for statement in _STATEMENTS:
        op.execute(statement)
