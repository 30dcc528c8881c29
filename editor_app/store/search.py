"""The list of items: how what is asked of it becomes a query, and its answer rows."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, literal_column, select, text, tuple_
from sqlalchemy.sql.elements import TextClause

from editor_app.model.identity import ItemId
from editor_app.model.moments import read_moment
from editor_app.model.status import Status
from editor_app.store.exports import newest_photo_change
from editor_app.store.matching import match_of
from editor_app.store.query import Cursor, ItemQuery, ItemSummary, Sort
from editor_app.store.tables import EXPORT_RECORDS, ITEMS, REVISIONS

_FEW = 1_500  # hits that are fetched one by one; beyond, the order's index is walked instead


_ORDERS = {
    Sort.NEWEST: (ITEMS.c.newest, True),
    Sort.MODIFIED: (ITEMS.c.modified_at, True),
    Sort.HEADLINE: (ITEMS.c.headline_order, False),
}
_SHOWN: tuple[ColumnElement[Any], ...] = (
    ITEMS.c.key,
    ITEMS.c.id,
    ITEMS.c.headline,
    ITEMS.c.section,
    ITEMS.c.language,
    ITEMS.c.status,
    ITEMS.c.display_date,
    ITEMS.c.modified_at,
    ITEMS.c.version,
    ITEMS.c.slug,
    ITEMS.c.lead_src,
    ITEMS.c.is_trashed,
    ITEMS.c.sha256,
    select(REVISIONS.c.sha256)
    .where(
        REVISIONS.c.item_key == ITEMS.c.key,
        REVISIONS.c.version
        == select(func.max(EXPORT_RECORDS.c.version))
        .where(EXPORT_RECORDS.c.item_key == ITEMS.c.key)
        .scalar_subquery(),
    )
    .scalar_subquery()
    .label("exported_words"),
    select(func.max(EXPORT_RECORDS.c.exported_at))
    .where(EXPORT_RECORDS.c.item_key == ITEMS.c.key)
    .scalar_subquery()
    .label("exported_at"),
    newest_photo_change(ITEMS.c.key).label("photos_changed_at"),
    literal_column(
        "(SELECT group_concat(DISTINCT twin.language) FROM items AS twin"
        " WHERE twin.translation_group = items.translation_group"
        " AND twin.translation_group <> '' AND twin.is_trashed = 0)"
    ).label("languages"),
)


def page(connection: Connection, query: ItemQuery) -> list[ItemSummary]:
    """Return one page of the list, in order."""
    filters = _filters(connection, query)
    if filters is None:
        return []
    column, is_falling = _ORDERS[query.sort]
    asked = select(*_SHOWN, column.label("order_value")).where(*filters).limit(query.limit)
    key = ITEMS.c.key
    if query.after is not None:
        here, there = tuple_(column, key), tuple_(*query.after)
        asked = asked.where(here < there if is_falling else here > there)
    order = (column.desc(), key.desc()) if is_falling else (column, key)
    return [_summary(row) for row in connection.execute(asked.order_by(*order)).mappings()]


def translations(connection: Connection, group: str) -> list[ItemSummary]:
    """Return the language versions in one translation group, out of the trash, by language."""
    if not group:
        return []
    asked = select(*_SHOWN, ITEMS.c.newest.label("order_value")).where(
        text("translation_group = :of_group AND translation_group <> '' AND is_trashed = 0")
    )
    ordered = asked.order_by(ITEMS.c.language, ITEMS.c.key)
    return [_summary(row) for row in connection.execute(ordered, {"of_group": group}).mappings()]


def ids(connection: Connection, query: ItemQuery) -> list[ItemId]:
    """Return the ids of all items that query lets pass, in order; its page is not regarded."""
    filters = _filters(connection, query)
    if filters is None:
        return []
    column, is_falling = _ORDERS[query.sort]
    order = (column.desc(), ITEMS.c.key.desc()) if is_falling else (column, ITEMS.c.key)
    asked = select(ITEMS.c.id).where(*filters).order_by(*order)
    return [ItemId(found) for found in connection.scalars(asked)]


def counts(connection: Connection, query: ItemQuery) -> Mapping[Status, int]:
    """Return how many items each status has under the other filters of query."""
    found = dict.fromkeys(Status, 0)
    filters = _filters(connection, query, with_statuses=False)
    if filters is None:
        return found
    asked: Select[Any] = select(ITEMS.c.status, func.count()).where(*filters)
    for status, number in connection.execute(asked.group_by(ITEMS.c.status)):
        found[_status(status)] += number
    return found


def count(connection: Connection, query: ItemQuery) -> int:
    """Return how many items query lets pass; its page is not regarded."""
    by_status = counts(connection, query)
    return sum(by_status[status] for status in query.statuses or by_status)


def _filters(
    connection: Connection, query: ItemQuery, *, with_statuses: bool = True
) -> list[ColumnElement[bool] | TextClause] | None:
    """Return what rows must fulfil, or None where nothing can."""
    filters: list[ColumnElement[bool] | TextClause] = [ITEMS.c.is_trashed == int(query.is_trashed)]
    if query.statuses and with_statuses:
        filters.append(ITEMS.c.status.in_(sorted(query.statuses)))
    if query.section:
        filters.append(ITEMS.c.section == query.section)
    if query.language:
        filters.append(ITEMS.c.language == query.language)
    if query.search.strip():
        match = match_of(query.search)
        if not match:
            return None
        filters.append(_hits(connection, match))
    return filters


def _hits(connection: Connection, match: str) -> TextClause:
    """Return the filter for the items that match, so that few and many hits are both fast.

    The plus sign keeps SQLite from fetching every hit by its number and sorting them all: with
    many hits it is quicker to walk the order's index and ask of each whether it is one.
    """
    number = text(
        "SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH :match LIMIT :few)"
    )
    found = connection.execute(number, {"match": match, "few": _FEW}).scalar_one()
    key = "items.key" if found < _FEW else "+items.key"
    asked = f"{key} IN (SELECT rowid FROM search WHERE search MATCH :match)"  # noqa: S608 - key is one of two
    return text(asked).bindparams(match=match)


def _summary(row: Mapping[Any, Any]) -> ItemSummary:
    exported_at = row["exported_at"]
    is_damaged = False
    try:
        display_date = date.fromisoformat(row["display_date"]) if row["display_date"] else None
        modified_at = read_moment(row["modified_at"])
        exported_moment = read_moment(exported_at) if exported_at else None
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
        is_changed_since_export=bool(exported_at)
        and (
            row["exported_words"] != row["sha256"] or (row["photos_changed_at"] or "") > exported_at
        ),
        exported_at=exported_moment,
        cursor=Cursor(row["order_value"], row["key"]),
        is_damaged=is_damaged,
    )


def _status(stored: str) -> Status:
    """Return the status that is stored; a damaged one counts as a draft."""
    return Status(stored) if stored in set(Status) else Status.DRAFT
