"""Web addresses that no two items of one language share."""

from collections.abc import Container
from dataclasses import replace
from itertools import chain, count

from sqlalchemy import Connection, text

from editor_app.model.item import NewsItem
from editor_app.model.limits import SLUG

# The words of the partial index, so that SQLite can use it.
_TAKEN = text(
    "SELECT 1 FROM items WHERE language = :language AND slug = :slug AND id <> :id"
    " AND slug <> '' AND is_trashed = 0"
)


def free_slug(
    connection: Connection,
    wanted: str,
    *,
    language: str,
    item_id: str,
    promised: Container[tuple[str, str]] = (),
) -> str:
    """Return wanted, or wanted with the first number behind it that no other item has.

    ``promised`` are further (language, slug) pairs that may not be used.
    """
    if not wanted:
        return ""

    def is_free(slug: str) -> bool:
        asked = {"language": language, "slug": slug, "id": item_id}
        return (language, slug) not in promised and not connection.execute(_TAKEN, asked).scalar()

    numbered = (_numbered(wanted, number) for number in count(2))
    return next(filter(is_free, chain([wanted[:SLUG].rstrip("-")], numbered)))


def with_free_slug(
    connection: Connection, item: NewsItem, promised: Container[tuple[str, str]] = ()
) -> NewsItem:
    """Return item with a slug that no other item of its language has, as in `free_slug`."""
    if not item.slug or item.is_trashed:
        return item
    free = free_slug(
        connection, item.slug, language=item.language, item_id=item.id, promised=promised
    )
    return item if free == item.slug else replace(item, slug=free)


def _numbered(wanted: str, number: int) -> str:
    ending = f"-{number}"
    return wanted[: SLUG - len(ending)].rstrip("-") + ending
