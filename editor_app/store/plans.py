"""What has its day in some days: by its display date, or because its embargo ends then."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, text

from editor_app.model.identity import ItemId
from editor_app.model.status import Status
from editor_app.store.marks import EMBARGO, mark
from editor_app.store.places import first_place
from editor_app.store.query import Field

_MOST = 2_000  # of each kind: more are not told apart in a month
_SHOWN = """
    SELECT id, headline, language, status, display_date AS day, 0 AS is_embargo FROM (
        SELECT id, headline, language, status, display_date FROM items INDEXED BY items_place
        WHERE place >= :first AND place < :behind AND is_trashed = 0
        AND display_date IS NOT NULL AND display_date <> '' ORDER BY place LIMIT :most)
    UNION ALL
    SELECT id, headline, language, status, substr(embargo_until, 1, 10), 1 FROM (
        SELECT e.id, e.headline, e.language, e.status, e.embargo_until
        FROM item_marks m CROSS JOIN items e ON e.place = m.place
        WHERE m.mark = :embargoed AND e.is_trashed = 0
        AND substr(e.embargo_until, 1, 10) BETWEEN :from AND :to LIMIT :most)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """An item on its day; ``is_embargo`` says that its embargo ends on that day."""

    id: ItemId
    headline: str
    language: str
    status: Status
    day: date
    is_embargo: bool


def planned(connection: Connection, first: date, last: date) -> list[Planned]:
    """Return what has its day from first to last, out of the trash, by day."""
    values = {
        "first": first_place(first.toordinal()),
        "behind": first_place(last.toordinal() + 1),
        "embargoed": mark(Field.PLANNED, EMBARGO),
        "from": first.isoformat(),
        "to": last.isoformat(),
        "most": _MOST,
    }
    rows = connection.execute(text(_SHOWN), values).mappings()
    found = [one for row in rows if (one := _planned(row)) is not None]
    return sorted(found, key=lambda one: (one.day, one.is_embargo, one.headline, one.id))


def _planned(row: Mapping[Any, Any]) -> Planned | None:
    """Return a row as it is shown; a damaged one is found when its item is opened."""
    try:
        day, status = date.fromisoformat(row["day"]), Status(row["status"])
    except ValueError:
        return None
    return Planned(
        id=ItemId(row["id"]),
        headline=row["headline"],
        language=row["language"],
        status=status,
        day=day,
        is_embargo=bool(row["is_embargo"]),
    )
