"""Is the search index whole? Read-only."""

from collections.abc import Iterator

from sqlalchemy import Connection, func, select

from editor_app.store.database import Database
from editor_app.store.errors import DamagedLibraryError
from editor_app.store.indexing import IndexDamagedError, kept_words
from editor_app.store.marks import read_marks
from editor_app.store.tables import ITEM_MARKS, ITEMS, SEARCHED

_ROWS_IN_A_STEP = 500
_CHECKS = (
    "INSERT INTO search (search) VALUES ('integrity-check')",
    "INSERT INTO words (words) VALUES ('integrity-check')",
)
_DAMAGED = "The search index is damaged: some items may not be found by searching."


def index_steps(database: Database) -> Iterator[str]:
    """Yield what is wrong with the index, and empty texts on the way."""
    try:
        for check in _CHECKS:
            with database.transaction() as connection:  # FTS5 takes this order as an insertion
                connection.exec_driver_sql(check)
            yield ""
        after, marks = -1, 0
        while True:
            with database.reading() as connection:
                asked = select(ITEMS.c.place, ITEMS.c.marks).where(ITEMS.c.place > after)
                rows = connection.execute(
                    asked.order_by(ITEMS.c.place).limit(_ROWS_IN_A_STEP)
                ).all()
                places = [row[0] for row in rows]
                kept_words(connection, places)
            if not rows:
                break
            marks += sum(len(read_marks(row[1])) for row in rows)
            after = places[-1]
            yield ""
        with database.reading() as connection:
            has_all = _numbers(connection) == (marks, 0)
    except (DamagedLibraryError, IndexDamagedError):
        has_all = False
    if not has_all:
        yield _DAMAGED


def _numbers(connection: Connection) -> tuple[int, int]:
    """Return how many marks the index has, and how many entries without an item."""
    marks = connection.execute(select(func.count()).select_from(ITEM_MARKS)).scalar_one()
    lost = select(func.count()).where(SEARCHED.c.place.not_in(select(ITEMS.c.place)))
    return marks, connection.execute(lost).scalar_one()
