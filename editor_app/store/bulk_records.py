"""What is kept of bulk changes, so that the last of them can be taken back."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, RowMapping, delete, func, insert, select, update

from editor_app.store.rows import kept_moment, moment_text
from editor_app.store.tables import BULK_CHANGES, BULK_ENTRIES, BULK_ITEMS

_KEPT = 20  # bulk changes that can be taken back, one after the other
_NOT_UNDONE = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BulkRecord:
    """A bulk change that was made: when, what in words, and of how many items.

    ``what`` is empty where the words are not those that were kept.
    """

    key: int
    made_at: datetime
    what: str
    items: int


class Changed(NamedTuple):
    """One item of a bulk change: its number, its version before, and its words' SHA-256 after."""

    item_key: int
    before: int
    after_sha256: str


def last_record(connection: Connection) -> BulkRecord | None:
    """Return the newest bulk change that was not taken back, if any is kept."""
    asked = (
        select(BULK_CHANGES)
        .where(BULK_CHANGES.c.undone_at == _NOT_UNDONE)
        .order_by(BULK_CHANGES.c.key.desc())
        .limit(1)
    )
    row = connection.execute(asked).mappings().one_or_none()
    if row is None:
        return None
    is_whole = row["sha256"] == _sha256(row["what"])
    return BulkRecord(
        key=row["key"],
        made_at=kept_moment(row["made_at"]),
        what=row["what"] if is_whole else "",
        items=row["items"],
    )


def begin_record(connection: Connection, *, what: str, now: datetime) -> int:
    """Begin to keep a bulk change, forget those that are too old, and return its number."""
    key = int(connection.execute(select(func.max(BULK_CHANGES.c.key))).scalar() or 0) + 1
    for old in connection.scalars(
        select(BULK_CHANGES.c.key).where(BULK_CHANGES.c.key <= key - _KEPT)
    ).all():
        connection.execute(delete(BULK_ITEMS).where(BULK_ITEMS.c.change_key == old))
        drop_record(connection, old)
    connection.execute(
        insert(BULK_CHANGES).values(
            key=key,
            made_at=moment_text(now),
            what=what,
            sha256=_sha256(what),
            items=0,
            undone_at=_NOT_UNDONE,
        )
    )
    return key


def note_changed(connection: Connection, key: int, changed: Iterable[Changed]) -> None:
    """Keep which items a bulk change changed."""
    rows = [{"change_key": key, **one._asdict()} for one in changed]
    if rows:
        connection.execute(insert(BULK_ITEMS), rows)


def end_record(connection: Connection, key: int, *, items: int) -> None:
    """Keep how many items a bulk change changed."""
    connection.execute(update(BULK_CHANGES).where(BULK_CHANGES.c.key == key).values(items=items))


def drop_record(connection: Connection, key: int) -> None:
    """Forget a bulk change that changed nothing, or none of whose items is kept any more."""
    connection.execute(delete(BULK_ENTRIES).where(BULK_ENTRIES.c.change_key == key))
    connection.execute(delete(BULK_CHANGES).where(BULK_CHANGES.c.key == key))


def end_undo(connection: Connection, key: int, *, now: datetime) -> None:
    """Keep that a bulk change was taken back."""
    connection.execute(
        update(BULK_CHANGES).where(BULK_CHANGES.c.key == key).values(undone_at=moment_text(now))
    )


def next_changed(
    connection: Connection, key: int, *, after: int, limit: int
) -> Sequence[RowMapping]:
    """Return the next items of a bulk change by their numbers."""
    columns = BULK_ITEMS.c
    asked = (
        select(BULK_ITEMS)
        .where(columns.change_key == key, columns.item_key > after)
        .order_by(columns.item_key)
        .limit(limit)
    )
    return connection.execute(asked).mappings().all()


def versions_needed(connection: Connection, item_key: int) -> set[int]:
    """Return the versions of an item that taking a bulk change back would bring back."""
    columns = BULK_ITEMS.c
    asked = select(columns.before).join_from(
        BULK_ITEMS, BULK_CHANGES, BULK_CHANGES.c.key == columns.change_key
    )
    standing = BULK_CHANGES.c.undone_at == _NOT_UNDONE
    return set(connection.scalars(asked.where(columns.item_key == item_key, standing)))


def _sha256(what: str) -> str:
    return hashlib.sha256(what.encode()).hexdigest()
