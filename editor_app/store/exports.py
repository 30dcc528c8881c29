"""What was exported, when, and from which version: so that changes since then can be told."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, select

from editor_app.model.identity import ItemId
from editor_app.model.moments import read_moment
from editor_app.store.database import Database
from editor_app.store.errors import ItemNotFoundError
from editor_app.store.rows import moment_text
from editor_app.store.tables import EXPORT_RECORDS, ITEMS


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


class ExportStore:
    """The records of exports, only ever added to."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def record(self, entries: Iterable[ExportRecord]) -> None:
        """Remember what was written, all entries in one transaction.

        Raises:
            ItemNotFoundError: an entry is of an item that is not in the library.
        """
        waiting = list(entries)
        if not waiting:
            return
        with self._database.transaction() as connection:
            keys = {
                item_id: connection.execute(
                    select(ITEMS.c.key).where(ITEMS.c.id == item_id)
                ).scalar()
                for item_id in {entry.item_id for entry in waiting}
            }
            for item_id, key in keys.items():
                if key is None:
                    raise ItemNotFoundError(item_id)
            rows = [
                {
                    "item_key": keys[entry.item_id],
                    "version": entry.version,
                    "kind": entry.kind,
                    "folder": entry.folder,
                    "path": entry.path,
                    "sha256": entry.sha256,
                    "exported_at": moment_text(entry.exported_at),
                    "forced_reason": entry.forced_reason,
                }
                for entry in waiting
            ]
            connection.execute(insert(EXPORT_RECORDS), rows)

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
            exported_at=read_moment(found["exported_at"]),
            forced_reason=found["forced_reason"],
        )
