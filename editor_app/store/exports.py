"""What was exported, when, and from which version: so that changes since then can be told."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from sqlalchemy import ColumnElement, Connection, ScalarSelect, func, select

from editor_app.model.identity import ItemId
from editor_app.store.database import Database
from editor_app.store.errors import ItemNotFoundError
from editor_app.store.rows import kept_moment, moment_text
from editor_app.store.tables import EXPORT_RECORDS, ITEM_MEDIA, ITEMS, MEDIA, REVISIONS

_ASKED_AT_ONCE = 500
_RECORD = (
    "INSERT INTO export_records"
    " (item_key, version, kind, folder, path, sha256, exported_at, forced_reason)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportRecord:
    """One file that an export wrote for an item; ``path`` is inside ``folder``."""

    item_id: ItemId
    version: int
    kind: str
    folder: str
    path: str
    sha256: str
    exported_at: datetime
    forced_reason: str = ""


def newest_photo_change(item_key: ColumnElement[int]) -> ScalarSelect[str]:
    """Return the query for when the photos of an item last changed in what goes out of them."""
    return (
        select(func.max(MEDIA.c.changed_at))
        .join_from(ITEM_MEDIA, MEDIA, MEDIA.c.src == ITEM_MEDIA.c.src)
        .where(ITEM_MEDIA.c.item_key == item_key)
        .scalar_subquery()
    )


class ExportStore:
    """The records of exports, only ever added to."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def record(self, entries: Iterable[ExportRecord]) -> None:
        """Remember what was written, all entries in one transaction.

        Raises:
            ItemNotFoundError: an entry is of an item that is not in the library.
        """
        waiting = iter(entries)
        part = list(islice(waiting, _ASKED_AT_ONCE))
        if not part:
            return
        with self._database.transaction() as connection:
            while part:
                _record(connection, part)
                if part := list(islice(waiting, _ASKED_AT_ONCE)):
                    connection.exec_driver_sql("PRAGMA shrink_memory")  # of items, read for keys

    def is_behind(self, item_id: ItemId, version: int) -> bool:
        """Return whether a version of an item says something else than its last export.

        So it does where it was never exported, and where its photos changed.
        """
        last = self.last(item_id)
        if last is None:
            return True
        asked = (
            select(REVISIONS.c.version, REVISIONS.c.sha256)
            .join_from(REVISIONS, ITEMS, ITEMS.c.key == REVISIONS.c.item_key)
            .where(ITEMS.c.id == item_id, REVISIONS.c.version.in_([version, last.version]))
        )
        with self._database.reading() as connection:
            words = {row[0]: row[1] for row in connection.execute(asked)}
        is_same = version == last.version or (
            version in words and words[version] == words.get(last.version)
        )
        return not is_same or self.has_newer_photos(item_id)

    def has_newer_photos(self, item_id: ItemId) -> bool:
        """Return whether a photo of an item changed, in what goes out of it, since its export."""
        last = self.last(item_id)
        if last is None:
            return False
        of_item = select(ITEMS.c.key).where(ITEMS.c.id == item_id).scalar_subquery()
        with self._database.reading() as connection:
            changed_at = connection.scalar(select(newest_photo_change(of_item)))
        return (changed_at or "") > moment_text(last.exported_at)

    def out_of_date(self, versions: Mapping[ItemId, int]) -> set[ItemId]:
        """Return the items whose last record is of another version, or older than their photos."""
        newest = (
            select(func.max(EXPORT_RECORDS.c.key))
            .where(EXPORT_RECORDS.c.item_key == ITEMS.c.key)
            .correlate(ITEMS)
            .scalar_subquery()
        )
        asked = select(
            ITEMS.c.id,
            EXPORT_RECORDS.c.version,
            EXPORT_RECORDS.c.exported_at,
            newest_photo_change(ITEMS.c.key),
        ).join_from(ITEMS, EXPORT_RECORDS, EXPORT_RECORDS.c.key == newest)
        up_to_date: set[ItemId] = set()
        wanted = iter(versions)
        while batch := list(islice(wanted, _ASKED_AT_ONCE)):
            with self._database.reading() as connection:
                rows = connection.execute(asked.where(ITEMS.c.id.in_(batch))).all()
            up_to_date |= {
                item_id
                for item_id, version, exported_at, changed_at in rows
                if version == versions[item_id] and (changed_at or "") <= exported_at
            }
        return versions.keys() - up_to_date

    def last(self, item_id: ItemId) -> ExportRecord | None:
        """Return the newest record of an item, or None where it was never exported."""
        records = EXPORT_RECORDS.c
        asked = (
            select(EXPORT_RECORDS)
            .join_from(EXPORT_RECORDS, ITEMS, ITEMS.c.key == records.item_key)
            .where(ITEMS.c.id == item_id)
            .order_by(records.key.desc())
            .limit(1)
        )
        with self._database.reading() as connection:
            found = connection.execute(asked).mappings().one_or_none()
        if found is None:
            return None
        return ExportRecord(
            item_id=item_id,
            version=found["version"],
            kind=found["kind"],
            folder=found["folder"],
            path=found["path"],
            sha256=found["sha256"],
            exported_at=kept_moment(found["exported_at"]),
            forced_reason=found["forced_reason"],
        )


def _record(connection: Connection, entries: Sequence[ExportRecord]) -> None:
    keys = _keys(connection, {entry.item_id for entry in entries})
    for entry in entries:
        if entry.item_id not in keys:
            raise ItemNotFoundError(entry.item_id)
    rows = [
        (
            keys[entry.item_id],
            entry.version,
            entry.kind,
            entry.folder,
            entry.path,
            entry.sha256,
            moment_text(entry.exported_at),
            entry.forced_reason,
        )
        for entry in entries
    ]
    connection.exec_driver_sql(_RECORD, rows)


def _keys(connection: Connection, item_ids: Iterable[ItemId]) -> dict[ItemId, int]:
    """Return the number of each item that is in the library."""
    keys: dict[ItemId, int] = {}
    wanted = iter(item_ids)
    while batch := list(islice(wanted, _ASKED_AT_ONCE)):
        asked = select(ITEMS.c.id, ITEMS.c.key).where(ITEMS.c.id.in_(batch))
        keys |= {row[0]: row[1] for row in connection.execute(asked)}
    return keys
