"""What the checks of one item ask of the other items of its library."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, select

from editor_app.model.identity import ItemId
from editor_app.model.item import NewsItem
from editor_app.store.database import Database
from editor_app.store.errors import DamagedItemError, ItemNotFoundError
from editor_app.store.items import ItemStore
from editor_app.store.rows import sortable
from editor_app.store.sketches import places_like
from editor_app.store.tables import EXPORT_RECORDS, ITEM_MEDIA, ITEMS, WORDED

_MOST = 20  # items that share something are shown; nobody reads more


class Neighbours:
    """The other items, as `editor_app.checks.rule.Others` asks for them; each answer is kept.

    Make a new one when items may have changed. Items that are damaged are passed over: whoever
    opens one is told.
    """

    def __init__(self, database: Database, items: ItemStore, item_id: ItemId) -> None:
        self._database, self._items, self._own = database, items, item_id
        self._answers: dict[tuple[str, ...], tuple[NewsItem, ...]] = {}
        self._places: dict[str, list[int]] = {}
        self._slug: str | None = None

    def with_headline(self, headline: str, language: str) -> Sequence[NewsItem]:
        """Return the items in use that have this headline, in this language."""
        columns = ITEMS.c
        same_order = (columns.is_trashed == 0) & (columns.headline_order == sortable(headline))
        wanted = same_order & (columns.headline == headline) & (columns.language == language)
        return self._answer(("headline", headline, language), wanted) if headline else ()

    def with_slug(self, slug: str, language: str) -> Sequence[NewsItem]:
        """Return the items in use that have this slug, in this language."""
        columns = ITEMS.c
        wanted = (columns.is_trashed == 0) & (columns.slug == slug) & (columns.language == language)
        return self._answer(("slug", slug, language), wanted & (columns.slug != "")) if slug else ()

    def versions_of(self, item: NewsItem) -> Sequence[NewsItem]:
        """Return the same item in other languages, as it was last saved."""
        group = item.translation_group
        columns = ITEMS.c
        wanted = (columns.translation_group == group) & (columns.translation_group != "")
        return self._answer(("group", group), wanted & (columns.is_trashed == 0)) if group else ()

    def with_paragraph(self, paragraph: str) -> Sequence[NewsItem]:
        """Return the items in use that may have a paragraph which nearly is this one."""
        places = self._places.get(paragraph)
        if places is None:
            with self._database.reading() as connection:
                places = self._places[paragraph] = places_like(connection, paragraph)
        columns = ITEMS.c
        wanted = columns.place.in_(places) & (columns.is_trashed == 0)
        return self._answer(("place", *map(str, sorted(places))), wanted) if places else ()

    def with_photo(self, src: str) -> Sequence[NewsItem]:
        """Return the items in use that show a photo of the library."""
        showing = select(ITEM_MEDIA.c.item_key).where(ITEM_MEDIA.c.src == src)
        wanted = ITEMS.c.key.in_(showing) & (ITEMS.c.is_trashed == 0)
        return self._answer(("photo", src), wanted) if src else ()

    def worded_in(self, item: NewsItem) -> int:
        """Return in which version the words of another item were last changed."""
        asked = (
            select(WORDED.c.version)
            .join_from(WORDED, ITEMS, ITEMS.c.key == WORDED.c.item_key)
            .where(ITEMS.c.id == item.id)
        )
        with self._database.reading() as connection:
            return connection.scalar(asked) or 1

    def with_id(self, item_id: str) -> NewsItem | None:
        """Return an item, be it in the trash; None where there is none."""
        if item_id == self._own:
            return None
        found = self._answer(("id", item_id), ITEMS.c.id == item_id)
        return found[0] if found else None

    def slug_when_published(self, item: NewsItem) -> str:
        """Return the slug that item had when it was last exported; empty where it never was."""
        if self._slug is None:
            self._slug = self._exported_slug(item.id)
        return self._slug

    def _answer(
        self, question: tuple[str, ...], wanted: ColumnElement[bool]
    ) -> tuple[NewsItem, ...]:
        if question not in self._answers:
            others = wanted & (ITEMS.c.id != self._own)
            asked = select(ITEMS.c.id).where(others).order_by(ITEMS.c.key).limit(_MOST)
            with self._database.reading() as connection:
                ids = connection.scalars(asked).all()
            found = (self._whole(ItemId(item_id)) for item_id in ids)
            self._answers[question] = tuple(item for item in found if item is not None)
        return self._answers[question]

    def _whole(self, item_id: ItemId) -> NewsItem | None:
        try:
            return self._items.get(item_id)
        except (DamagedItemError, ItemNotFoundError):
            return None

    def _exported_slug(self, item_id: ItemId) -> str:
        records = EXPORT_RECORDS.c
        asked = (
            select(records.path)
            .join_from(EXPORT_RECORDS, ITEMS, ITEMS.c.key == records.item_key)
            .where(ITEMS.c.id == item_id, records.kind == "page")
            .order_by(records.key.desc())
            .limit(1)
        )
        with self._database.reading() as connection:
            path = connection.scalar(asked) or ""
        parts = path.split("/")
        return parts[-2] if len(parts) > 1 else ""
