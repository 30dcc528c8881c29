"""The lines in which a search hits some items, read for those in sight alone."""

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, select

from editor_app.model.identity import ItemId
from editor_app.store.errors import DamagedItemError
from editor_app.store.matching import others_of
from editor_app.store.rows import item_of
from editor_app.store.search_places import Excerpt, excerpt_of
from editor_app.store.tables import ITEMS
from editor_app.store.writing import tags_of


def excerpts(
    connection: Connection, item_ids: Sequence[ItemId], search: str
) -> Mapping[ItemId, Excerpt]:
    """Return a line of each item's text that a search hits; damaged items have none."""
    rows = connection.execute(select(ITEMS).where(ITEMS.c.id.in_(item_ids))).mappings().all()
    tags = tags_of(connection, [row["key"] for row in rows])
    found: dict[ItemId, Excerpt] = {}
    for row in rows:
        try:
            item = item_of(row, tags[row["key"]])
        except DamagedItemError:
            continue
        others = [item.standfirst, *others_of(item)]
        found[item.id] = excerpt_of(item.body, others, search)
    return found
