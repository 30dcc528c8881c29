"""Many items changed at once: all of them or none, with one undo that the library keeps."""

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from itertools import islice
from typing import Any, NamedTuple

from sqlalchemy import Connection, RowMapping, and_, select

from editor_app.errors import EditorError
from editor_app.model.identity import ItemId
from editor_app.model.item import NewsItem
from editor_app.model.lists import Entry as ListEntry
from editor_app.store import bulk_records
from editor_app.store.acknowledging import AckLog, Acknowledged
from editor_app.store.bulk_entries import bring_entries_back, note_entries
from editor_app.store.bulk_records import BulkRecord, Changed
from editor_app.store.database import Database
from editor_app.store.errors import DamagedItemError, NothingToUndoError
from editor_app.store.history import item_in
from editor_app.store.lists import ListStore
from editor_app.store.matching import IndexedText
from editor_app.store.revisions import words_in
from editor_app.store.rows import item_of, kept_moment, storable
from editor_app.store.slugs import with_free_slug
from editor_app.store.tables import BULK_ITEMS, EXPORT_RECORDS, ITEMS, REVISIONS
from editor_app.store.writing import Entry, replace_entries, tags_of

_AT_ONCE = 100  # items between two looks at whether to go on
# What no search looks at and nothing hangs on (tags, photos, names of managed lists): where only
# this changes, no more than the item itself and its version need be written.
_UNSEARCHED = frozenset(
    {
        *("status", "display_date", "embargo_until", "archive_on", "trashed_at"),
        *("first_published_at", "published_at", "updated_at", "slug", "language", "section"),
        *("content_type", "countries", "translation_group", "translated_version"),
        *("version", "created_at", "modified_at"),
    }
)
_SEARCHED = tuple(one.name for one in fields(NewsItem) if one.name not in _UNSEARCHED)
_WORDS = (
    *("headline", "short_headline", "standfirst", "summary", "byline", "dateline_place", "rights"),
    *("lead_caption", "lead_credit", "lead_alt", "contacts", "projects", "publications", "related"),
    *("change_notes", "notes_to_editors", "internal_notes", "body"),
)
_GONE = "It is not in the library any more."
_DAMAGED = "Its stored words are damaged."
_CHANGED_SINCE = "It was changed since."
_LOST = "Its version from before is damaged or gone."

ItemChange = Callable[[NewsItem], NewsItem]
"""Returns an item as it shall be; raises `EditorError` for one that has to stay as it is."""


class BulkStep(NamedTuple):
    """How far a bulk change is, in items."""

    done: int
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """An item that stays as it is, and why."""

    item_id: ItemId
    headline: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BulkOutcome:
    """What came of a bulk change, or of taking one back: how many items are others now.

    ``same`` are those that were so already.
    """

    changed: int
    same: int = 0
    refused: tuple[Refusal, ...] = ()


class BulkStore:
    """Changes many items of an open library in one transaction.

    Each changed item gets an ordinary version. Whatever stops a change on its way, be it Cancel,
    an error or the end of the process, leaves every item as it was.
    """

    def __init__(
        self, database: Database, lists: ListStore, *, clock: Callable[[], datetime]
    ) -> None:
        self._database = database
        self._lists = lists
        self._clock = clock
        self._indexed = IndexedText()
        self._log = AckLog.from_environment()

    def last(self) -> BulkRecord | None:
        """Return the newest bulk change that can be taken back."""
        with self._database.reading() as connection:
            return bulk_records.last_record(connection)

    def exported(self) -> frozenset[ItemId]:
        """Return the ids of the items that went out in any export: the world knows them."""
        asked = select(ITEMS.c.id).where(ITEMS.c.key.in_(select(EXPORT_RECORDS.c.item_key)))
        with self._database.reading() as connection:
            return frozenset(map(ItemId, connection.scalars(asked)))

    def read(
        self, item_ids: Sequence[ItemId]
    ) -> Generator[tuple[int, list[NewsItem | Refusal]], None, None]:
        """Yield items in the order of their ids, some at a time, each time with how many so far.

        An item that is gone or damaged has a refusal in its place.

        Raises:
            LibraryError: the library cannot be read.
        """
        for done, batch in _batches(item_ids):
            with self._database.reading() as connection:
                found = _rows_by_id(connection, batch)
                tags = tags_of(connection, [row["key"] for row in found.values()])
            yield done, [_item_or_refusal(each, found, tags) for each in batch]

    def texts(
        self, item_ids: Sequence[ItemId]
    ) -> Generator[tuple[int, list[tuple[ItemId, str]]], None, None]:
        """Yield the stored words of items, many at a time, each time with how many so far.

        They are read as they lie there, unproven: good enough to see which items to look into.

        Raises:
            LibraryError: the library cannot be read.
        """
        asked = select(ITEMS.c.id, *(ITEMS.c[name] for name in _WORDS))
        for done, batch in _batches(item_ids):
            with self._database.reading() as connection:
                rows = connection.execute(asked.where(ITEMS.c.id.in_(batch))).all()
            yield done, [(row[0], "\n".join(row[1:])) for row in rows]

    def change(
        self,
        item_ids: Sequence[ItemId],
        change: ItemChange,
        *,
        what: str,
        op: str = "bulk",
        entries: Sequence[ListEntry] = (),
    ) -> Generator[BulkStep, None, BulkOutcome]:
        """Change items, yielding on the way; close the generator to cancel.

        ``what`` says in words what is done, ``op`` what made the new versions; ``entries`` are
        those of managed lists that items follow, as they were: undo brings them back too. An item
        that is gone or damaged, or that change refuses, stays as it is and is named in the outcome.

        Raises:
            LibraryError: the library cannot be written; every item is as it was.
        """
        run = _Run(self._indexed, op=op, now=self._clock())
        with self._database.transaction() as connection:
            key = bulk_records.begin_record(connection, what=what, now=run.now)
            for done, batch in _batches(item_ids):
                bulk_records.note_changed(connection, key, run.take(connection, batch, change))
                yield BulkStep(done, len(item_ids))
            if run.changed:
                note_entries(connection, key, entries)
                bulk_records.end_record(connection, key, items=run.changed)
            else:
                bulk_records.drop_record(connection, key)
        self._log.note(op, run.kept)
        return run.outcome()

    def undo(self) -> Generator[BulkStep, None, BulkOutcome]:
        """Take the last bulk change back, yielding on the way; close the generator to cancel.

        Each item gets its words from before as a new version. One that was changed since stays as
        it is and is named in the outcome. Entries of lists that items followed go back as well.

        Raises:
            NothingToUndoError: there is no bulk change to take back.
            LibraryError: the library cannot be written; every item is as it was.
        """
        run = _Run(self._indexed, op="undo", now=self._clock())
        with self._database.transaction() as connection:
            record = bulk_records.last_record(connection)
            if record is None:
                raise NothingToUndoError
            done, at = 0, 0
            while rows := bulk_records.next_changed(
                connection, record.key, after=at, limit=_AT_ONCE
            ):
                run.take_back(connection, record.key, rows)
                done, at = done + len(rows), rows[-1]["item_key"]
                yield BulkStep(done, record.items)
            bring_entries_back(connection, record.key)
            bulk_records.end_undo(connection, record.key, now=run.now)
        self._lists.forget()
        self._log.note("undo", run.kept)
        return run.outcome()


@dataclass(slots=True)
class _Run:
    """One walk over many items within a transaction, and what came of it."""

    indexed: IndexedText
    op: str
    now: datetime
    changed: int = 0
    same: int = 0
    refused: list[Refusal] = field(default_factory=list)
    kept: list[Acknowledged] = field(default_factory=list)

    def outcome(self) -> BulkOutcome:
        """Return what came of it."""
        return BulkOutcome(changed=self.changed, same=self.same, refused=tuple(self.refused))

    def take(
        self, connection: Connection, batch: Sequence[ItemId], change: ItemChange
    ) -> list[Changed]:
        """Change some items and return which are others now."""
        found = _rows_by_id(connection, batch)
        tags = tags_of(connection, [row["key"] for row in found.values()])
        wanted: list[tuple[RowMapping, NewsItem, NewsItem]] = []
        for item_id in batch:
            item = _item_or_refusal(item_id, found, tags)
            after = _changed(item, change) if isinstance(item, NewsItem) else item
            if isinstance(after, Refusal):
                self.refused.append(after)
            elif isinstance(item, NewsItem) and after == item:
                self.same += 1
            elif isinstance(item, NewsItem):
                wanted.append((found[item_id], item, after))
        return self._write(connection, wanted)

    def take_back(
        self, connection: Connection, change_key: int, noted: Sequence[RowMapping]
    ) -> None:
        """Bring back some items as they were before a change."""
        keys = [row["item_key"] for row in noted]
        asked = select(ITEMS).where(ITEMS.c.key.in_(keys))
        rows = {row["key"]: row for row in connection.execute(asked).mappings()}
        tags = tags_of(connection, keys)
        before = _words_before(connection, change_key, keys)
        wanted: list[tuple[RowMapping, NewsItem, NewsItem]] = []
        for one in noted:
            row = rows[one["item_key"]]
            earlier = before.get(row["key"])
            if row["sha256"] != one["after_sha256"]:
                self.refused.append(_refusal(row, _CHANGED_SINCE))
            elif earlier is None:
                self.refused.append(_refusal(row, _LOST))
            else:
                try:
                    wanted.append((row, item_of(row, tags[row["key"]]), earlier))
                except DamagedItemError:
                    self.refused.append(_refusal(row, _DAMAGED))
        self._write(connection, wanted)

    def _write(
        self, connection: Connection, wanted: Iterable[tuple[RowMapping, NewsItem, NewsItem]]
    ) -> list[Changed]:
        """Write items, given as their row, as they are and as they shall be."""
        entries: list[Entry] = []
        changed: list[Changed] = []
        promised: set[tuple[str, str]] = set()
        for row, old, new in wanted:
            ready = replace(
                new,
                id=old.id,
                version=old.version + 1,
                created_at=kept_moment(row["created_at"]),
                modified_at=self.now,
            )
            if _place(ready) != _place(old):
                ready = with_free_slug(connection, ready, promised)
                promised.add((ready.language, ready.slug))
            entry = self._entry(old, ready, row)
            entries.append(entry)
            changed.append(Changed(row["key"], old.version, entry.columns["sha256"]))
            self.kept.append(Acknowledged(old.id, ready.version, entry.columns["sha256"]))
        replace_entries(connection, entries, op=self.op)
        self.changed += len(entries)
        return changed

    def _entry(self, old: NewsItem, new: NewsItem, row: RowMapping) -> Entry:
        """Return what is written of an item over its row."""
        searched = None if _is_searched_alike(old, new) else self.indexed.reworded(old, new)
        try:
            return Entry.of(new, key=row["key"], searched=searched).over(row)
        except UnicodeEncodeError:  # half characters, which no file can hold
            return self._entry(old, storable(new), row)


def _batches(item_ids: Sequence[ItemId]) -> Iterator[tuple[int, list[ItemId]]]:
    """Yield ids some at a time, none twice, each time with how many so far."""
    waiting = iter(dict.fromkeys(item_ids))
    done = 0
    while batch := list(islice(waiting, _AT_ONCE)):
        done += len(batch)
        yield done, batch


def _rows_by_id(connection: Connection, batch: Sequence[ItemId]) -> dict[str, RowMapping]:
    asked = select(ITEMS).where(ITEMS.c.id.in_(batch))
    return {row["id"]: row for row in connection.execute(asked).mappings()}


def _item_or_refusal(
    item_id: ItemId, rows: Mapping[str, RowMapping], tags: Mapping[int, list[str]]
) -> NewsItem | Refusal:
    row = rows.get(item_id)
    if row is None:
        return Refusal(item_id=item_id, headline="", reason=_GONE)
    try:
        return item_of(row, tags[row["key"]])
    except DamagedItemError:
        return _refusal(row, _DAMAGED)


def _changed(item: NewsItem, change: ItemChange) -> NewsItem | Refusal:
    try:
        return change(item)
    except EditorError as error:
        return Refusal(item_id=item.id, headline=item.headline, reason=error.message)


def _refusal(row: Mapping[Any, Any], reason: str) -> Refusal:
    return Refusal(item_id=ItemId(row["id"]), headline=row["headline"], reason=reason)


def _words_before(
    connection: Connection, change_key: int, keys: Sequence[int]
) -> dict[int, NewsItem | None]:
    """Return by their numbers the items as they were before a change."""
    noted = and_(
        BULK_ITEMS.c.item_key == REVISIONS.c.item_key, BULK_ITEMS.c.before == REVISIONS.c.version
    )
    asked = (
        select(REVISIONS)
        .join_from(BULK_ITEMS, REVISIONS, noted)
        .where(BULK_ITEMS.c.change_key == change_key, BULK_ITEMS.c.item_key.in_(keys))
    )
    rows = connection.execute(asked).mappings().all()
    words = words_in(connection, rows)
    return {row["item_key"]: item_in(words[row["key"]], row["sha256"]) for row in rows}


def _place(item: NewsItem) -> tuple[str, str, bool]:
    """Return what decides whether a web address may be another item's."""
    return item.language, item.slug, item.is_trashed


def _is_searched_alike(old: NewsItem, new: NewsItem) -> bool:
    return all(getattr(old, name) == getattr(new, name) for name in _SEARCHED)
