"""The items of a library: read, saved, listed, thrown away and taken back."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from itertools import islice
from typing import Any

from sqlalchemy import Connection, RowMapping, select

from editor_app.model.fields import checksum
from editor_app.model.identity import ItemId
from editor_app.model.item import NewsItem
from editor_app.model.status import Status
from editor_app.store import search, slugs
from editor_app.store.acknowledging import AckLog
from editor_app.store.database import Database
from editor_app.store.errors import (
    AmbiguousIdError,
    ItemNotFoundError,
    SaveConflictError,
)
from editor_app.store.excerpts import excerpts
from editor_app.store.known_values import known_values, why_nothing
from editor_app.store.matching import IndexedText, Searched
from editor_app.store.plans import Planned, planned
from editor_app.store.query import Cursor, Field, ItemQuery, ItemSummary, Opening
from editor_app.store.rows import item_of, kept_moment, storable
from editor_app.store.search_places import Excerpt
from editor_app.store.slugs import with_free_slug
from editor_app.store.tables import ITEMS
from editor_app.store.writing import Entry, add_entries, next_key, replace_entries, tags_of

_BATCH = 500
_READ_AT_ONCE = 200


class ItemStore:
    """The items of an open library.

    Every change of an item's words is one transaction and one new revision. Methods may be called
    from any thread; they take turns.
    """

    def __init__(self, database: Database, *, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock
        self._indexed = IndexedText()
        self._log = AckLog.from_environment()

    # ------------------------------------------------------------ one item

    def get(self, item_id: ItemId) -> NewsItem:
        """Return the item as it was last saved.

        Raises:
            ItemNotFoundError: there is no such item.
            DamagedItemError: what is stored is not what was saved.
        """
        with self._database.reading() as connection:
            return _get(connection, item_id)

    def get_many(self, item_ids: Iterable[ItemId]) -> Iterator[NewsItem]:
        """Yield items in the order of their ids, read in batches.

        Raises:
            ItemNotFoundError: one of them does not exist.
            DamagedItemError: what is stored of one is not what was saved.
        """
        wanted = iter(item_ids)
        while batch := list(islice(wanted, _READ_AT_ONCE)):
            with self._database.reading() as connection:
                asked = select(ITEMS).where(ITEMS.c.id.in_(batch))
                rows = {row["id"]: row for row in connection.execute(asked).mappings()}
                tags = tags_of(connection, [row["key"] for row in rows.values()])
            for item_id in batch:
                if item_id not in rows:
                    raise ItemNotFoundError(item_id)
                row = rows[item_id]
                yield item_of(row, tags[row["key"]])

    def find(self, prefix: str) -> ItemId:
        """Return the one id that starts with prefix.

        Raises:
            ItemNotFoundError: none does.
            AmbiguousIdError: more than one does.
        """
        asked = select(ITEMS.c.id).where(ITEMS.c.id.startswith(prefix, autoescape=True)).limit(2)
        with self._database.reading() as connection:
            found = connection.scalars(asked).all() if prefix else []
        if not found:
            raise ItemNotFoundError(prefix)
        if len(found) > 1:
            raise AmbiguousIdError(prefix)
        return ItemId(found[0])

    # ------------------------------------------------------------ saving

    def save(self, item: NewsItem, *, over: int) -> NewsItem:
        """Save item on top of the version it was edited from, and return it as it was saved.

        ``over`` is 0 for a new item. Words that are saved already make no new version. A slug
        that another item of the language has gets a number.

        Raises:
            SaveConflictError: another version was saved in the meantime.
            LibraryError: the words could not be written; what was stored before is as it was.
        """
        return self._keep(item, over=over, op="save")

    def trash(self, item_id: ItemId) -> NewsItem:
        """Put an item into the trash; nothing of it is lost."""
        item = self.get(item_id)
        if item.is_trashed:
            return item
        return self._keep(replace(item, trashed_at=self._clock()), over=item.version, op="trash")

    def restore(self, item_id: ItemId) -> NewsItem:
        """Take an item out of the trash; if its slug was taken meanwhile, it gets a number."""
        item = self.get(item_id)
        if not item.is_trashed:
            return item
        return self._keep(replace(item, trashed_at=None), over=item.version, op="restore")

    def add_many(self, items: Iterable[NewsItem]) -> int:
        """Save many new items, some hundred in a transaction, and return how many.

        Moments of creation and change are kept where an item brings them.

        Raises:
            SaveConflictError: one of them is in the library already; its batch is not added.
        """
        waiting = iter(items)
        added = 0
        while batch := list(islice(waiting, _BATCH)):
            self._add_batch(batch)
            added += len(batch)
        return added

    def free_slug(self, wanted: str, *, language: str, item_id: ItemId) -> str:
        """Return wanted, or wanted with a number where another item of the language has it."""
        with self._database.reading() as connection:
            return slugs.free_slug(connection, wanted, language=language, item_id=item_id)

    def _keep(self, item: NewsItem, *, over: int, op: str) -> NewsItem:
        item = storable(item)
        now = self._clock()
        searched = self._indexed.of(item)
        with self._database.transaction() as connection:
            stored = _standing(connection, item.id)
            item = with_free_slug(connection, item)
            if stored is not None and stored["sha256"] == checksum(item):
                return _as_stored(item, stored)
            if over != (stored["version"] if stored is not None else 0):
                raise SaveConflictError(item.id)
            created = kept_moment(stored["created_at"]) if stored is not None else now
            item = replace(item, version=over + 1, created_at=created, modified_at=now)
            _write(connection, item, stored, searched=searched, op=op)
        self._log.write(op, [item])
        return item

    def mend(self, item: NewsItem) -> NewsItem:
        """Put a whole item in the place of one whose words are damaged, as a new version of it.

        Raises:
            LibraryError: the words could not be written; what was stored before is as it was.
        """
        item, now = storable(item), self._clock()
        searched = self._indexed.of(item)
        with self._database.transaction() as connection:
            stored = _standing(connection, item.id)
            item = with_free_slug(connection, item)
            version = int(stored["version"]) + 1 if stored is not None else 1
            created = item.created_at or now
            item = replace(item, version=version, created_at=created, modified_at=now)
            _write(connection, item, stored, searched=searched, op="mend")
        self._log.write("mend", [item])
        return item

    def _add_batch(self, batch: Sequence[NewsItem]) -> None:
        now = self._clock()
        whole = [storable(item) for item in batch]
        searched = [self._indexed.of(item) for item in whole]
        entries: list[Entry] = []
        with self._database.transaction() as connection:
            first = next_key(connection)
            taken = connection.scalars(
                select(ITEMS.c.id).where(ITEMS.c.id.in_([item.id for item in whole]))
            ).first()
            if taken is not None:
                raise SaveConflictError(ItemId(taken))
            promised: set[tuple[str, str]] = set()
            for number, item in enumerate(whole):
                ready = _new(with_free_slug(connection, item, promised), now)
                promised.add((ready.language, ready.slug))
                entries.append(Entry.of(ready, key=first + number, searched=searched[number]))
            add_entries(connection, entries, op="add")
        self._log.write("add", [entry.item for entry in entries])

    # ------------------------------------------------------------ lists

    def page(self, query: ItemQuery) -> list[ItemSummary]:
        """Return one page of the list that query describes."""
        with self._database.reading() as connection:
            return search.page(connection, query, self._clock())

    def opening(self, query: ItemQuery) -> Opening:
        """Return how the list begins that query describes, with its counts."""
        with self._database.reading() as connection:
            return search.opening(connection, query, self._clock())

    def ids(self, query: ItemQuery) -> list[ItemId]:
        """Return the ids of all items that query lets pass, in order; its page is not regarded."""
        with self._database.reading() as connection:
            return search.ids(connection, query, self._clock())

    def row_of(self, query: ItemQuery, item_id: ItemId) -> int | None:
        """Return in which row of the list an item stands, from 0; None where it is not in it."""
        with self._database.reading() as connection:
            return search.row_of(connection, query, item_id, self._clock())

    def stretch(self, query: ItemQuery) -> tuple[int, Cursor | None]:
        """Return how many items there are from ``after`` on, up to the limit, and where that ends.

        The cursor is that of the last of them; it is None where no more come behind.
        """
        with self._database.reading() as connection:
            return search.stretch(connection, query, self._clock())

    def count(self, query: ItemQuery, *, most: int = -1) -> int:
        """Return how many items query lets pass; counting ends at ``most``, if it is given."""
        with self._database.reading() as connection:
            return search.count(connection, query, self._clock(), most=most)

    def count_to_export(self) -> int:
        """Return how many finished items are not in any export as they are now."""
        with self._database.reading() as connection:
            return search.count_to_export(connection)

    def counts(self, query: ItemQuery, *, most: int = -1) -> Mapping[Status, int]:
        """Return how many items each status has under the other filters of query.

        At most so many of the newest are looked at, if a limit is given.
        """
        with self._database.reading() as connection:
            return search.counts(connection, query, self._clock(), most=most)

    def known_values(self) -> Mapping[Field, tuple[str, ...]]:
        """Return the values to offer for each field of a query."""
        with self._database.reading() as connection:
            return known_values(connection)

    def why_nothing(self, query: ItemQuery) -> str:
        """Return which value of a query no item has, as a sentence, if one is such."""
        with self._database.reading() as connection:
            return why_nothing(connection, query)

    def excerpts(self, item_ids: Sequence[ItemId], search: str) -> Mapping[ItemId, Excerpt]:
        """Return for items, such as those in sight, a line of their text that a search hits."""
        with self._database.reading() as connection:
            return excerpts(connection, item_ids, search)

    def planned(self, first: date, last: date) -> list[Planned]:
        """Return what has its day, or the end of its embargo, from first to last."""
        with self._database.reading() as connection:
            return planned(connection, first, last)

    def translations(self, group: str) -> list[ItemSummary]:
        """Return the language versions in one translation group, out of the trash."""
        with self._database.reading() as connection:
            return search.translations(connection, group)


def _get(connection: Connection, item_id: ItemId) -> NewsItem:
    row = connection.execute(select(ITEMS).where(ITEMS.c.id == item_id)).mappings().one_or_none()
    if row is None:
        raise ItemNotFoundError(item_id)
    return item_of(row, tags_of(connection, [row["key"]])[row["key"]])


def _standing(connection: Connection, item_id: ItemId) -> RowMapping | None:
    """Return what a save must know of the item as it stands, or None where it is new."""
    columns = ITEMS.c
    asked = select(
        columns.key, columns.version, columns.sha256, columns.created_at, columns.modified_at
    ).where(columns.id == item_id)
    return connection.execute(asked).mappings().one_or_none()


def _write(
    connection: Connection,
    item: NewsItem,
    stored: RowMapping | None,
    *,
    searched: Searched,
    op: str,
) -> None:
    """Write an item as a new one, or over what is stored of it."""
    if stored is None:
        entry = Entry.of(item, key=next_key(connection), searched=searched)
        add_entries(connection, [entry], op=op)
    else:
        entry = Entry.of(item, key=stored["key"], searched=searched)
        replace_entries(connection, [entry], op=op)


def _as_stored(item: NewsItem, stored: Mapping[Any, Any]) -> NewsItem:
    return replace(
        item,
        version=stored["version"],
        created_at=kept_moment(stored["created_at"]),
        modified_at=kept_moment(stored["modified_at"]),
    )


def _new(item: NewsItem, now: datetime) -> NewsItem:
    modified = item.modified_at or item.created_at or now
    return replace(item, version=1, created_at=item.created_at or modified, modified_at=modified)
