"""How many findings the checks had in items as they were saved: a memory, made again when lost."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert

from editor_app.model.identity import ItemId
from editor_app.store.database import Database
from editor_app.store.query import CheckCounts
from editor_app.store.tables import CHECK_COUNTS, ITEMS

_AT_ONCE = 500


class CheckCountStore:
    """What is known of items, as long as they are as they were and the rules are the same.

    ``rules`` names the rules and the house style, so that a change of either asks for new counts.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def of_items(self, item_ids: Iterable[ItemId], *, rules: str) -> Mapping[ItemId, CheckCounts]:
        """Return what is known of items; one that has changed since is not among them."""
        found: dict[ItemId, CheckCounts] = {}
        counts, waiting = CHECK_COUNTS.c, iter(item_ids)
        while batch := list(islice(waiting, _AT_ONCE)):
            asked = (
                select(ITEMS.c.id, counts.blocks, counts.warns, counts.hints)
                .join_from(CHECK_COUNTS, ITEMS, ITEMS.c.key == counts.item_key)
                .where(
                    ITEMS.c.id.in_(batch), counts.sha256 == ITEMS.c.sha256, counts.rules == rules
                )
            )
            with self._database.reading() as connection:
                for item_id, blocks, warns, hints in connection.execute(asked):
                    kept = CheckCounts(blocks=blocks, warns=warns, hints=hints)
                    found[ItemId(item_id)] = kept
        return found

    def unknown(self, *, rules: str, limit: int) -> Sequence[ItemId]:
        """Return items out of the trash of which nothing is known, the newest first."""
        counts = CHECK_COUNTS.c
        is_known = (
            select(counts.item_key)
            .where(
                counts.item_key == ITEMS.c.key,
                counts.sha256 == ITEMS.c.sha256,
                counts.rules == rules,
            )
            .exists()
        )
        asked = (
            select(ITEMS.c.id)
            .where(ITEMS.c.is_trashed == 0, ~is_known)
            .order_by(ITEMS.c.modified_at.desc())
            .limit(limit)
        )
        with self._database.reading() as connection:
            return [ItemId(item_id) for item_id in connection.scalars(asked)]

    def keep(self, found: Mapping[ItemId, tuple[int, CheckCounts]], *, rules: str) -> None:
        """Remember what was found in items of these versions, unless they have changed since."""
        columns = ITEMS.c
        with self._database.transaction() as connection:
            asked = select(columns.id, columns.key, columns.version, columns.sha256)
            standing = connection.execute(asked.where(columns.id.in_(list(found)))).all()
            for item_id, key, version, sha256 in standing:
                seen, counts = found[ItemId(item_id)]
                if seen != version:
                    continue
                row = {
                    "item_key": key,
                    "sha256": sha256,
                    "rules": rules,
                    "blocks": counts.blocks,
                    "warns": counts.warns,
                    "hints": counts.hints,
                }
                put = insert(CHECK_COUNTS).values(row)
                connection.execute(put.on_conflict_do_update(["item_key"], set_=row))

    def forget(self, item_id: ItemId) -> None:
        """Ask for new counts of an item, because a reason or its photos changed."""
        of_item = select(ITEMS.c.key).where(ITEMS.c.id == item_id).scalar_subquery()
        change = CHECK_COUNTS.update().where(CHECK_COUNTS.c.item_key == of_item)
        with self._database.transaction() as connection:
            connection.execute(change.values(rules=""))
