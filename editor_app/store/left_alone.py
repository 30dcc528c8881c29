"""Why somebody left what a check found as it is, kept with the item and tied to the words."""

import hashlib
from collections.abc import Mapping
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert

from editor_app.checks.leaving import LeftAlone
from editor_app.model.identity import ItemId
from editor_app.store.database import Database
from editor_app.store.errors import ItemNotFoundError
from editor_app.store.rows import kept_moment, moment_text
from editor_app.store.tables import ITEMS, LEFT_ALONE


class LeftAloneStore:
    """The reasons of a library's items.

    One that is damaged holds for nothing, so what was found is shown again; a test of the library
    names it.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def of_item(self, item_id: ItemId) -> tuple[LeftAlone, ...]:
        """Return the reasons of an item, the oldest first."""
        asked = (
            select(LEFT_ALONE)
            .join_from(LEFT_ALONE, ITEMS, ITEMS.c.key == LEFT_ALONE.c.item_key)
            .where(ITEMS.c.id == item_id)
            .order_by(LEFT_ALONE.c.left_at, LEFT_ALONE.c.rule, LEFT_ALONE.c.subject)
        )
        with self._database.reading() as connection:
            rows = connection.execute(asked).mappings().all()
        return tuple(_reason_in(row) for row in rows if is_whole_reason(row))

    def leave(self, item_id: ItemId, left: LeftAlone) -> None:
        """Keep a reason, in place of an older one for the same words.

        Raises:
            ItemNotFoundError: the item was never saved.
        """
        with self._database.transaction() as connection:
            key = connection.scalar(select(ITEMS.c.key).where(ITEMS.c.id == item_id))
            if key is None:
                raise ItemNotFoundError(item_id)
            row: dict[str, Any] = {
                "item_key": key,
                "rule": left.rule,
                "subject": left.subject,
                "reason": left.reason,
                "left_at": moment_text(left.left_at),
            }
            row["sha256"] = reason_sha256(row)
            put = insert(LEFT_ALONE).values(row)
            fresh = {name: row[name] for name in ("reason", "left_at", "sha256")}
            connection.execute(put.on_conflict_do_update(set_=fresh))

    def take_back(self, item_id: ItemId, rule: str, subject: str) -> None:
        """Forget a reason: what was found counts again."""
        of_item = select(ITEMS.c.key).where(ITEMS.c.id == item_id).scalar_subquery()
        chosen = (
            (LEFT_ALONE.c.item_key == of_item)
            & (LEFT_ALONE.c.rule == rule)
            & (LEFT_ALONE.c.subject == subject)
        )
        with self._database.transaction() as connection:
            connection.execute(delete(LEFT_ALONE).where(chosen))


def reason_sha256(row: Mapping[Any, Any]) -> str:
    """Return the SHA-256 over everything that a row says."""
    said = "\n".join(str(row[name]) for name in ("rule", "left_at", "subject", "reason"))
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()


def is_whole_reason(row: Mapping[Any, Any]) -> bool:
    """Return whether a row says what was kept."""
    return reason_sha256(row) == str(row["sha256"])


def _reason_in(row: Mapping[Any, Any]) -> LeftAlone:
    return LeftAlone(
        rule=row["rule"],
        subject=row["subject"],
        reason=row["reason"],
        left_at=kept_moment(row["left_at"]),
    )
