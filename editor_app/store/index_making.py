"""The search index made anew, from nothing but the items."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection, RowMapping, bindparam, func, select, update

from editor_app.model.identity import ItemId
from editor_app.model.item import NewsItem
from editor_app.model.status import Status
from editor_app.store.errors import DamagedItemError
from editor_app.store.indexing import Listing, Standing, put
from editor_app.store.marks import marks_of, written_marks
from editor_app.store.matching import IndexedText
from editor_app.store.places import free_places
from editor_app.store.rows import LONG_AGO, item_of, kept_moment
from editor_app.store.tables import ITEMS
from editor_app.store.writing import tags_of

_AT_ONCE = 200  # items
_DAY = len("2026-03-02")
_EMPTY = (
    "INSERT INTO words (words) VALUES ('delete-all')",
    "INSERT INTO search (search) VALUES ('delete-all')",
    "DELETE FROM searched",
    "DELETE FROM item_marks",
    "DELETE FROM sketches",
)


def rebuild(connection: Connection) -> None:
    """Make the whole index anew from the items, in the transaction of connection.

    Items keep the place that they have; one that has none gets one behind those of its day.
    """
    for statement in _EMPTY:
        connection.exec_driver_sql(statement)
    _give_places(connection)
    indexed, after = IndexedText(), 0
    while True:
        asked = select(ITEMS).where(ITEMS.c.key > after).order_by(ITEMS.c.key).limit(_AT_ONCE)
        rows = connection.execute(asked).mappings().all()
        if not rows:
            return
        after = rows[-1]["key"]
        tags = tags_of(connection, [row["key"] for row in rows])
        items = [_item_in(row, tags[row["key"]]) for row in rows]
        marks = [marks_of(item) for item in items]
        written = [
            {"in_item": row["key"], "written": written_marks(each)}
            for row, each in zip(rows, marks, strict=True)
        ]
        chosen = update(ITEMS).where(ITEMS.c.key == bindparam("in_item"))
        connection.execute(chosen.values(marks=bindparam("written")), written)
        put(
            connection,
            [
                Listing(before=None, now=Standing(row["place"], each), searched=indexed.of(item))
                for row, each, item in zip(rows, marks, items, strict=True)
            ],
        )


def _give_places(connection: Connection) -> None:
    """Give a place to every item that has none, in the order of their days and changes."""
    day = func.coalesce(ITEMS.c.display_date, func.substr(ITEMS.c.modified_at, 1, _DAY))
    asked = (
        select(ITEMS.c.key, ITEMS.c.display_date, ITEMS.c.modified_at)
        .where(ITEMS.c.place.is_(None))
        .order_by(day, ITEMS.c.modified_at, ITEMS.c.key)
    )
    rows = connection.execute(asked).all()
    places = free_places(connection, [_day_in(shown, modified) for _, shown, modified in rows])
    given = [{"in_item": row[0], "at": place} for row, place in zip(rows, places, strict=True)]
    if given:
        chosen = update(ITEMS).where(ITEMS.c.key == bindparam("in_item"))
        connection.execute(chosen.values(place=bindparam("at")), given)


def _day_in(display_date: str | None, modified_at: str) -> int:
    """Return the number of the day that a row stands under, whether or not it can be read."""
    try:
        return date.fromisoformat(display_date or "").toordinal()
    except ValueError:
        return kept_moment(modified_at).toordinal()


def _item_in(row: RowMapping, tags: Sequence[str]) -> NewsItem:
    """Return the item in a row, or of a damaged one what can be read of it."""
    try:
        return item_of(row, tags)
    except DamagedItemError:
        is_known = row["status"] in set(Status)
        return NewsItem(
            id=ItemId(str(row["id"])),
            language=str(row["language"]),
            section=str(row["section"]),
            headline=str(row["headline"]),
            standfirst=str(row["standfirst"]),
            body=str(row["body"]),
            tags=tuple(tags),
            status=Status(row["status"]) if is_known else Status.DRAFT,
            trashed_at=LONG_AGO if row["is_trashed"] else None,
        )
