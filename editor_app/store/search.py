"""The list of items: how what is asked of it becomes a query, and its answer rows."""

# ruff: noqa: S608 - all values are bound by name; what is put together is written here

import json
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, text

from editor_app.model.identity import ItemId
from editor_app.model.moments import read_moment
from editor_app.model.status import Status
from editor_app.store.conditions import Conditions, conditions_of, driver_of
from editor_app.store.query import COUNTED, Cursor, ItemQuery, ItemSummary, Opening, Sort
from editor_app.store.ranking import RANKED, best_first
from editor_app.store.wanted import wanted

_Hit = tuple[Any, int, int]
"""What an item is sorted by, its number and the place of its status in `Status`."""

_STATUSES = tuple(Status)
_STATUS_PLACE = " ".join(  # a number: text of a thousand rows takes longer to read than they do
    [
        "CASE items.status",
        *(f"WHEN '{status}' THEN {place}" for place, status in enumerate(_STATUSES)),
        f"ELSE {_STATUSES.index(Status.DRAFT)} END",
    ]
)

_ALL = sys.maxsize
_MOST_COUNTED = 5_000  # items of a list that is narrowed without words: a sixtieth of a second


@dataclass(frozen=True, slots=True, kw_only=True)
class _Order:
    """An order of the list: the column, which way it goes, and the index it is read along."""

    column: str
    is_falling: bool
    index: str


_ORDERS = {
    Sort.NEWEST: _Order(column="place", is_falling=True, index="items_place"),
    Sort.MODIFIED: _Order(column="modified_at", is_falling=True, index="items_modified"),
    Sort.HEADLINE: _Order(column="headline_order", is_falling=False, index="items_headline"),
}
_SHOWN = """
    SELECT key, id, headline, section, language, status, display_date, modified_at, version, slug,
        lead_src, is_trashed,
        EXISTS (SELECT 1 FROM behind WHERE behind.item_key = items.key) AS is_behind,
        (SELECT max(exported_at) FROM export_records WHERE item_key = items.key) AS exported_at,
        (SELECT group_concat(DISTINCT twin.language) FROM items AS twin
            WHERE twin.translation_group = items.translation_group
            AND twin.translation_group <> '' AND twin.is_trashed = 0) AS languages,
        EXISTS (SELECT 1 FROM items AS origin JOIN worded ON worded.item_key = origin.key
            WHERE origin.id = items.translated_from AND origin.is_trashed = 0
            AND items.translated_version > 0
            AND worded.version > items.translated_version) AS is_behind_original
    FROM items WHERE key IN (SELECT value FROM json_each(:numbers))
"""


def page(connection: Connection, query: ItemQuery, now: datetime) -> list[ItemSummary]:
    """Return one page of the list, in order."""
    if query.sort is Sort.FITTING:
        return _fitting_page(connection, query, now)
    return _rows(connection, _places(connection, query, now))


def opening(connection: Connection, query: ItemQuery, now: datetime) -> Opening:
    """Return how the list begins; the words of a search are looked up only once for it."""
    first = replace(query, after=None, skip=0)
    if query.sort is Sort.FITTING or not query.search:
        rows = page(connection, first, now)
        count, end = stretch(connection, replace(first, limit=COUNTED), now)
        hits: list[_Hit] = []
    else:
        hits = _hits(connection, replace(first, limit=COUNTED), now)
        rows = _rows(connection, [hit[:2] for hit in hits[: query.limit]])
        count, end = len(hits), Cursor(*hits[-1][:2]) if len(hits) == COUNTED else None
    most = COUNTED if query.search else _MOST_COUNTED if query.is_narrowed else -1
    if hits and query.search and not query.statuses:
        statuses = _statuses(hits)
    else:
        statuses = counts(connection, query, now, most=most)
    has_more = 0 < most <= sum(statuses.values())
    return Opening(rows=rows, count=count, end=end, statuses=statuses, has_more=has_more)


def _rows(connection: Connection, hits: Sequence[tuple[Any, int]]) -> list[ItemSummary]:
    return summaries(connection, [(key, Cursor(value, key)) for value, key in hits])


def _statuses(hits: Sequence[_Hit]) -> Mapping[Status, int]:
    """Return how many of some items have each status."""
    found = dict.fromkeys(Status, 0)
    for place, number in Counter([place for _, _, place in hits]).items():
        found[_STATUSES[place]] += number
    return found


def _places(connection: Connection, query: ItemQuery, now: datetime) -> list[tuple[Any, int]]:
    """Return what a page of the list is sorted by, and the number, of each of its items."""
    return [hit[:2] for hit in _hits(connection, query, now)]


def _hits(connection: Connection, query: ItemQuery, now: datetime) -> list[_Hit]:
    """Return the items of a page of the list; the indexes of the orders know all that is asked."""
    made = conditions_of(query, now)
    if made is None:
        return []
    columns = f"items.{_ORDERS[query.sort].column}, items.key, {_STATUS_PLACE}"
    source = _source(connection, made, query, columns=columns)
    found = connection.exec_driver_sql(source, made.values).all()
    return [(value, key, place) for value, key, place in found]


def _fitting_page(connection: Connection, query: ItemQuery, now: datetime) -> list[ItemSummary]:
    """Return a page of the best of the newest hits first; older ones follow, newest first."""
    start = query.skip + (int(query.after.value) + 1 if query.after is not None else 0)
    newest = replace(query, sort=Sort.NEWEST, after=None, skip=0, limit=RANKED)
    hits = _places(connection, newest, now)
    best = best_first(connection, wanted(query.search), hits)[start:][: query.limit]
    left = query.limit - len(best)
    if left and len(hits) == RANKED:
        older = replace(newest, after=Cursor(*hits[-1]), skip=max(0, start - RANKED), limit=left)
        best += _places(connection, older, now)
    rows = [(key, Cursor(at, key)) for at, (_, key) in enumerate(best, start=start)]
    return summaries(connection, rows)


def summaries(connection: Connection, keys: Sequence[tuple[int, Cursor]]) -> list[ItemSummary]:
    """Return the rows of items with these numbers, in this order."""
    numbers = {"numbers": json.dumps([key for key, _ in keys])}
    found = connection.exec_driver_sql(_SHOWN, numbers).mappings().all()
    rows = {row["key"]: row for row in found}
    return [_summary(rows[key], cursor) for key, cursor in keys]


def translations(connection: Connection, group: str) -> list[ItemSummary]:
    """Return the language versions in one translation group, out of the trash, by language."""
    if not group:
        return []
    asked = text(
        "SELECT key, place FROM items WHERE translation_group = :of_group"
        " AND translation_group <> '' AND is_trashed = 0 ORDER BY language, key"
    )
    found = connection.execute(asked, {"of_group": group})
    return summaries(connection, [(key, Cursor(place, key)) for key, place in found])


def ids(connection: Connection, query: ItemQuery, now: datetime) -> list[ItemId]:
    """Return the ids of all items that query lets pass, in order; its page is not regarded."""
    made = conditions_of(query, now)
    if made is None:
        return []
    if query.sort is Sort.FITTING:
        return [row.id for row in _fitting_page(connection, _whole(query, limit=_ALL), now)]
    source = _source(connection, made, _whole(query, limit=-1), columns="items.id")
    return [ItemId(found) for found in connection.exec_driver_sql(source, made.values).scalars()]


def counts(
    connection: Connection, query: ItemQuery, now: datetime, *, most: int = -1
) -> Mapping[Status, int]:
    """Return how many items each status has under the other filters of query.

    At most so many of the newest are looked at; fewer than 0 is all.
    """
    found = dict.fromkeys(Status, 0)
    narrowed = replace(_whole(query, limit=most), statuses=frozenset(), sort=Sort.NEWEST)
    made = conditions_of(narrowed, now)
    if made is None:
        return found
    if len(made.conditions) == 1:  # the whole list: an index has it by status
        where = made.conditions[0].test
        source = f"SELECT status FROM items INDEXED BY items_status WHERE {where}"
    else:
        source = _source(connection, made, narrowed, columns="items.status AS status")
    grouped = f"SELECT status, count(*) FROM ({source}) GROUP BY status"
    for status, number in connection.exec_driver_sql(grouped, made.values):
        found[_status(status)] += number
    return found


def count(connection: Connection, query: ItemQuery, now: datetime, *, most: int = -1) -> int:
    """Return how many items query lets pass, at most so many; its page is not regarded."""
    made = conditions_of(query, now)
    if made is None:
        return 0
    whole = replace(_whole(query, limit=most), sort=Sort.NEWEST)
    source = _source(connection, made, whole, columns="1")
    counted = f"SELECT count(*) FROM ({source})"
    return int(connection.exec_driver_sql(counted, made.values).scalar_one())


def count_to_export(connection: Connection) -> int:
    """Return how many finished items are not in any export as they are now."""
    asked = """
        SELECT count(*) FROM items
        WHERE is_trashed = 0 AND status IN ('ready', 'published') AND (
            NOT EXISTS (SELECT 1 FROM export_records WHERE item_key = items.key)
            OR EXISTS (SELECT 1 FROM behind WHERE item_key = items.key)
        )
    """
    return int(connection.exec_driver_sql(asked).scalar_one())


def stretch(connection: Connection, query: ItemQuery, now: datetime) -> tuple[int, Cursor | None]:
    """Return how many items there are from ``after`` on, up to the limit, and where that ends.

    The cursor is that of the last of them; it is None where no more come behind.
    """
    plain, start = query, 0
    if query.sort is Sort.FITTING:
        start = int(query.after.value) + 1 if query.after is not None else 0
        plain = replace(query, sort=Sort.NEWEST, after=None, skip=start)
    at = plain.skip + query.limit - 1
    last = _places(connection, replace(plain, skip=at, limit=1), now)
    if last:
        value, key = last[0]
        return query.limit, Cursor(at if query.sort is Sort.FITTING else value, key)
    made = conditions_of(plain, now)
    if made is None:
        return 0, None
    source = _source(connection, made, plain, columns="1")
    counted = f"SELECT count(*) FROM ({source})"
    return int(connection.exec_driver_sql(counted, made.values).scalar_one()), None


def row_of(connection: Connection, query: ItemQuery, item_id: ItemId, now: datetime) -> int | None:
    """Return in which row of the list an item stands, from 0; None where it is not in it."""
    made = conditions_of(query, now)
    if query.sort is Sort.FITTING:
        found = ids(connection, query, now)
        return found.index(item_id) if item_id in found else None
    column = _ORDERS[query.sort].column
    asked = f"SELECT {column}, key FROM items WHERE id = :id"
    place = connection.exec_driver_sql(asked, {"id": item_id}).one_or_none()
    if made is None or place is None:
        return None
    up_to = _until(made, query.sort, Cursor(*place))
    source = _source(connection, made, _whole(query, limit=-1), columns="items.key", more=up_to)
    own = made.value(place[1])
    counted = f"SELECT count(*), max(key = {own}) FROM ({source})"
    number, is_in_it = connection.exec_driver_sql(counted, made.values).one()
    return int(number) - 1 if is_in_it else None


def _whole(query: ItemQuery, *, limit: int) -> ItemQuery:
    """Return the query for the whole list, or for the first so many of it."""
    return replace(query, limit=limit, after=None, skip=0)


def _source(
    connection: Connection, made: Conditions, query: ItemQuery, *, columns: str, more: str = ""
) -> str:
    """Return the SQL for a page of the list; ``more`` is a test beside those of the query.

    It is read from the few places that one condition lets pass; else from the hits of the words,
    which come newest first; else along the index of the order.
    """
    order = _ORDERS[query.sort]
    is_newest = query.sort is Sort.NEWEST
    driver = driver_of(connection, made, is_newest=is_newest)
    tests = [one.test for one in made.conditions if one is not driver]
    if driver is not None:
        at = "d.place"
        source = f"({driver.places}) AS d CROSS JOIN items ON items.place = d.place"
    elif made.words is not None and is_newest:
        index = made.words.index
        at = f"{index}.rowid"
        source = f"{index} CROSS JOIN items INDEXED BY items_place ON items.place = {at}"
        tests[tests.index(made.words.test)] = f"{index} MATCH {made.words.match}"
    else:
        at = "items.place"
        source = f"items INDEXED BY {order.index}"
    tests += [one for one in (more, _behind(made, query)) if one]
    where = " AND ".join(tests or ["1"]).replace("{at}", at)
    sorted_by = at if query.sort is Sort.NEWEST else f"items.{order.column}, items.key"
    if order.is_falling:
        sorted_by = sorted_by.replace(",", " DESC,") + " DESC"
    page = f"LIMIT {int(query.limit)} OFFSET {int(query.skip)}"
    return f"SELECT {columns} FROM {source} WHERE {where} ORDER BY {sorted_by} {page}"


def _behind(made: Conditions, query: ItemQuery) -> str:
    """Return the test for what comes after the last item already shown."""
    if query.after is None:
        return ""
    order, value, key = (
        _ORDERS[query.sort],
        made.value(query.after.value),
        made.value(query.after.key),
    )
    if query.sort is Sort.NEWEST:
        return f"{{at}} < {value}"
    return f"(items.{order.column}, items.key) {'<' if order.is_falling else '>'} ({value}, {key})"


def _until(made: Conditions, sort: Sort, last: Cursor) -> str:
    """Return the test for what comes up to an item, itself among it."""
    order, value, key = _ORDERS[sort], made.value(last.value), made.value(last.key)
    if sort is Sort.NEWEST:
        return f"{{at}} >= {value}"
    return (
        f"(items.{order.column}, items.key) {'>=' if order.is_falling else '<='} ({value}, {key})"
    )


def _summary(row: Mapping[Any, Any], cursor: Cursor) -> ItemSummary:
    is_damaged = False
    try:
        display_date = date.fromisoformat(row["display_date"]) if row["display_date"] else None
        modified_at = read_moment(row["modified_at"])
        exported_moment = read_moment(row["exported_at"]) if row["exported_at"] else None
        status = Status(row["status"])
    except ValueError:
        is_damaged = True
        display_date, exported_moment, status = None, None, _status(row["status"])
        modified_at = read_moment("1970-01-01")
    return ItemSummary(
        id=ItemId(row["id"]),
        headline=row["headline"],
        section=row["section"],
        language=row["language"],
        languages=tuple(sorted((row["languages"] or row["language"]).split(","))),
        status=status,
        display_date=display_date,
        modified_at=modified_at,
        version=row["version"],
        slug=row["slug"],
        lead_src=row["lead_src"],
        is_trashed=bool(row["is_trashed"]),
        is_changed_since_export=bool(row["is_behind"]),
        exported_at=exported_moment,
        cursor=cursor,
        is_damaged=is_damaged,
        is_behind_original=bool(row["is_behind_original"]),
    )


def _status(stored: str) -> Status:
    """Return the status that is stored; a damaged one counts as a draft."""
    return Status(stored) if stored in set(Status) else Status.DRAFT
