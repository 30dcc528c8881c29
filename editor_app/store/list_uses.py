"""Which items carry the names of the managed lists, counted and found; trashed items count too."""

from collections import Counter
from collections.abc import Collection, Mapping

from sqlalchemy import ColumnElement, Connection, func, select

from editor_app.model.identity import ItemId
from editor_app.model.lists import ListKind, name_key
from editor_app.store.section_names import section_names
from editor_app.store.tables import ITEM_NAMES, ITEM_TAGS, ITEMS, TAGS

_AT_ONCE = 500  # names in one question


def uses(connection: Connection, kind: ListKind) -> Mapping[str, int]:
    """Return how many items carry each name of a list, by the `name_key` of the name."""
    if kind is ListKind.SECTION or kind is ListKind.TAG:
        counted = Counter[str]()
        for name, number in _spelled(connection, kind).items():
            counted[name_key(name)] += number
        return counted
    asked = select(ITEM_NAMES.c.name_key, func.count()).where(ITEM_NAMES.c.kind == kind.value)
    return {row[0]: row[1] for row in connection.execute(asked.group_by(ITEM_NAMES.c.name_key))}


def spellings(connection: Connection, kind: ListKind) -> tuple[str, ...]:
    """Return the sections or the tags that items carry, as they are written there."""
    if kind is ListKind.SECTION:
        return section_names(connection)
    return tuple(_spelled(connection, kind))


def items_with(connection: Connection, kind: ListKind, keys: Collection[str]) -> tuple[ItemId, ...]:
    """Return the items that carry a name with one of some keys, the last changed first."""
    found: dict[ItemId, None] = {}
    for condition in _conditions(connection, kind, sorted(keys)):
        asked = (
            select(ITEMS.c.id).where(condition).order_by(ITEMS.c.modified_at.desc(), ITEMS.c.key)
        )
        found |= dict.fromkeys(map(ItemId, connection.scalars(asked)))
    return tuple(found)


def _conditions(
    connection: Connection, kind: ListKind, keys: list[str]
) -> list[ColumnElement[bool]]:
    """Return conditions on items that together say that one of the names is carried."""
    if kind is ListKind.SECTION or kind is ListKind.TAG:
        wanted = [name for name in _spelled(connection, kind) if name_key(name) in keys]
        if kind is ListKind.SECTION:
            return [ITEMS.c.section.in_(batch) for batch in _batches(wanted)]
        tagged = select(ITEM_TAGS.c.item_key).join(TAGS, TAGS.c.key == ITEM_TAGS.c.tag_key)
        return [ITEMS.c.key.in_(tagged.where(TAGS.c.name.in_(batch))) for batch in _batches(wanted)]
    named = select(ITEM_NAMES.c.item_key).where(ITEM_NAMES.c.kind == kind.value)
    return [
        ITEMS.c.key.in_(named.where(ITEM_NAMES.c.name_key.in_(batch))) for batch in _batches(keys)
    ]


def _spelled(connection: Connection, kind: ListKind) -> dict[str, int]:
    """Return how many items carry each section, or each tag, as it is written."""
    if kind is ListKind.SECTION:
        asked = select(ITEMS.c.section, func.count()).where(ITEMS.c.section != "")
        grouped = asked.group_by(ITEMS.c.section).order_by(ITEMS.c.section)
    else:
        tagged = select(TAGS.c.name, func.count()).join(
            ITEM_TAGS, ITEM_TAGS.c.tag_key == TAGS.c.key
        )
        grouped = tagged.group_by(TAGS.c.key).order_by(TAGS.c.name)
    return {row[0]: row[1] for row in connection.execute(grouped)}


def _batches(names: list[str]) -> list[list[str]]:
    return [names[at : at + _AT_ONCE] for at in range(0, len(names), _AT_ONCE)]
