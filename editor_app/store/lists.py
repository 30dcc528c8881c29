"""The managed lists of a library: one store for sections, tags, contacts and all the others."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace

from sqlalchemy import Connection, case, delete, func, insert, select, update

from editor_app.model.house_lists import HouseLists
from editor_app.model.identity import ItemId
from editor_app.model.list_table import ToldEntry
from editor_app.model.lists import (
    ORDERED,
    Entry,
    EntryId,
    Label,
    ListKind,
    Record,
    merged_record,
    name_key,
    name_of,
    tidy_name,
    with_name,
)
from editor_app.store import list_uses
from editor_app.store.database import Database
from editor_app.store.errors import (
    EntryGoneError,
    EntryInUseError,
    NameMissingError,
    NameTakenError,
)
from editor_app.store.list_rows import columns_of_entry, entry_of
from editor_app.store.tables import LIST_ENTRIES

FIRST_SECTIONS = ("Project News", "Press Release", "News", "Feature", "Statement", "Event")
_ENTRIES = LIST_ENTRIES.c


class ListStore:
    """The managed lists. Names in one list are all different; see `name_key`."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._known: HouseLists | None = None  # this process alone writes in the library

    # ------------------------------------------------------------ looking

    def everything(self) -> HouseLists:
        """Return all lists as they are now.

        Raises:
            EntryDamagedError: what is stored of an entry is not what was saved.
        """
        if (known := self._known) is not None:
            return known
        with self._database.reading() as connection:
            known = HouseLists(_entries(connection))
        self._known = known
        return known

    def all(self, kind: ListKind) -> tuple[Entry, ...]:
        """Return the entries of one list, retired ones too, in their order."""
        return self.everything().of(kind)

    def get(self, entry_id: EntryId) -> Entry:
        """Return one entry.

        Raises:
            EntryGoneError: it was deleted, or merged into another.
        """
        with self._database.reading() as connection:
            return _get(connection, entry_id)

    def sections(self) -> tuple[str, ...]:
        """Return the names of the sections that are offered, then all others that items have."""
        offered = (entry.name for entry in self.everything().offered(ListKind.SECTION))
        return tuple(dict.fromkeys([*offered, *self.spellings(ListKind.SECTION)]))

    def sections_to_choose(self) -> tuple[str, ...]:
        """Return the sections that an item can be given: `sections` without those retired."""
        lists = self.everything()

        def is_offered(name: str) -> bool:
            entry = lists.find(ListKind.SECTION, name)
            return entry is None or not entry.is_retired

        return tuple(filter(is_offered, self.sections()))

    def uses(self, kind: ListKind) -> Mapping[str, int]:
        """Return how many items, trashed ones too, carry each name, by its `name_key`."""
        with self._database.reading() as connection:
            return list_uses.uses(connection, kind)

    def items_with(self, kind: ListKind, names: Iterable[str]) -> tuple[ItemId, ...]:
        """Return the items, trashed ones too, that carry one of some names."""
        keys = {key for name in names if (key := name_key(name))}
        with self._database.reading() as connection:
            return list_uses.items_with(connection, kind, keys)

    def spellings(self, kind: ListKind) -> tuple[str, ...]:
        """Return the sections or the tags that items carry, as they are written there."""
        with self._database.reading() as connection:
            return list_uses.spellings(connection, kind)

    def forget(self) -> None:
        """Read the lists anew when they are next asked for, as something else changed them."""
        self._known = None

    # ------------------------------------------------------------ changing

    def add(self, kind: ListKind, record: Record) -> Entry:
        """Put an entry at the end of a list.

        Raises:
            NameMissingError: it has no name.
            NameTakenError: the list has one with this name.
        """
        with self._changing() as connection:
            return _add(connection, kind, record)

    def add_names(self, kind: ListKind, names: Iterable[str]) -> None:
        """Put sections or tags at the end of their list, but for those that are in it."""
        with self._changing() as connection:
            for name in names:
                if name_key(name) and _key_of(connection, kind, name) is None:
                    _add(connection, kind, Label(name=name))

    def save(self, entry_id: EntryId, record: Record) -> Entry:
        """Give an entry other words; where that is another name, its old one still finds it.

        Raises:
            EntryGoneError: it was deleted, or merged into another.
            NameMissingError: it has no name any more.
            NameTakenError: another entry of the list has this name.
        """
        with self._changing() as connection:
            before = _get(connection, entry_id)
            former = _former(before, (), name_of(record))
            return _put(connection, replace(before, record=record, former=former))

    def merge(self, entry_id: EntryId, others: Iterable[EntryId]) -> Entry:
        """Make one entry of several: it takes what it lacks, and is found by the others' names.

        The entry itself may be among the others, and an other may be gone: neither matters.

        Raises:
            EntryGoneError: the entry that is to stay was deleted.
        """
        with self._changing() as connection:
            kept = _get(connection, entry_id)
            merged = [
                other
                for other in _entries(connection)
                if other.id in set(others) - {entry_id} and other.kind is kept.kind
            ]
            chosen = _ENTRIES.key.in_([other.id for other in merged])
            connection.execute(delete(LIST_ENTRIES).where(chosen))
            record = merged_record(kept.record, [other.record for other in merged])
            former = _former(kept, merged, kept.name)
            return _put(connection, replace(kept, record=record, former=former))

    def put_back(self, entries: Sequence[Entry]) -> None:
        """Make entries what they were before a change that is taken back.

        Raises:
            NameTakenError: the name of one was given to another meanwhile; nothing is changed.
        """
        with self._changing() as connection:
            put_entries_back(connection, entries)

    def put_all(self, kind: ListKind, told: Iterable[ToldEntry]) -> tuple[int, int]:
        """Add entries to a list, or put them over those of their names; return both counts.

        Raises:
            NameMissingError: one has no name; nothing is changed.
        """
        added = changed = 0
        with self._changing() as connection:
            for record, is_retired in told:
                key = _key_of(connection, kind, name_of(record))
                before = _get(connection, key) if key else _add(connection, kind, record)
                wanted = replace(
                    before,
                    record=record,
                    is_retired=before.is_retired if is_retired is None else is_retired,
                )
                added += key is None
                changed += key is not None and wanted != before
                if wanted != before:
                    _put(connection, wanted)
        return added, changed

    def retire(self, entry_ids: Iterable[EntryId], *, is_retired: bool = True) -> None:
        """Offer entries no longer, or again; items keep what they carry."""
        chosen = _ENTRIES.key.in_(list(entry_ids))
        with self._changing() as connection:
            connection.execute(
                update(LIST_ENTRIES).where(chosen).values(is_retired=int(is_retired))
            )

    def put_in_order(self, entry_ids: Sequence[EntryId]) -> None:
        """Give entries of one list this order; one that is gone does not matter."""
        with self._changing() as connection:
            for position, entry_id in enumerate(entry_ids):
                row = update(LIST_ENTRIES).where(_ENTRIES.key == entry_id)
                connection.execute(row.values(position=position))

    def delete(self, entry_ids: Iterable[EntryId]) -> None:
        """Delete entries that no item carries; one that is gone already does not matter.

        Raises:
            EntryInUseError: an item carries one of them; none is deleted.
        """
        wanted = set(entry_ids)
        with self._changing() as connection:
            for entry in _entries(connection):
                if entry.id in wanted:
                    _require_unused(connection, entry)
            connection.execute(delete(LIST_ENTRIES).where(_ENTRIES.key.in_(wanted)))

    @contextmanager
    def _changing(self) -> Iterator[Connection]:
        """Run a block as one transaction, after which the lists are read anew."""
        try:
            with self._database.transaction() as connection:
                yield connection
        finally:
            self._known = None


def _entries(connection: Connection) -> list[Entry]:
    by_hand = case(
        (_ENTRIES.kind.in_([kind.value for kind in ORDERED]), _ENTRIES.position), else_=0
    )
    asked = select(LIST_ENTRIES).order_by(_ENTRIES.kind, by_hand, _ENTRIES.name_order, _ENTRIES.key)
    return [entry_of(row) for row in connection.execute(asked).mappings()]


def _get(connection: Connection, entry_id: EntryId) -> Entry:
    asked = select(LIST_ENTRIES).where(_ENTRIES.key == entry_id)
    row = connection.execute(asked).mappings().one_or_none()
    if row is None:
        raise EntryGoneError
    return entry_of(row)


def _key_of(connection: Connection, kind: ListKind, name: str) -> EntryId | None:
    chosen = (_ENTRIES.kind == kind.value) & (_ENTRIES.name_key == name_key(name))
    found = connection.execute(select(_ENTRIES.key).where(chosen)).scalar()
    return None if found is None else EntryId(found)


def _add(connection: Connection, kind: ListKind, record: Record) -> Entry:
    record = _tidied(record)
    if _key_of(connection, kind, name_of(record)) is not None:
        raise NameTakenError(name_of(record))
    last = select(func.max(_ENTRIES.position)).where(_ENTRIES.kind == kind.value)
    position = (connection.execute(last).scalar() or 0) + 1
    columns = columns_of_entry(kind, record, ())
    row = insert(LIST_ENTRIES).values(columns | {"position": position, "is_retired": 0})
    made = connection.execute(row.returning(_ENTRIES.key)).scalar_one()
    return _get(connection, EntryId(made))


def _put(connection: Connection, entry: Entry) -> Entry:
    """Write an entry over what is stored of it."""
    record = _tidied(entry.record)
    taken = _key_of(connection, entry.kind, name_of(record))
    if taken not in {None, entry.id}:
        raise NameTakenError(name_of(record))
    columns = columns_of_entry(entry.kind, record, entry.former)
    columns["is_retired"] = int(entry.is_retired)
    connection.execute(update(LIST_ENTRIES).where(_ENTRIES.key == entry.id).values(columns))
    return _get(connection, entry.id)


def put_entries_back(connection: Connection, entries: Sequence[Entry]) -> None:
    """Write entries as they were, after all that is stored of them is out of the way.

    Raises:
        NameTakenError: the name of one was given to another meanwhile.
    """
    keys = [entry.id for entry in entries]
    standing = select(_ENTRIES.key, _ENTRIES.position).where(_ENTRIES.key.in_(keys))
    places = {row[0]: row[1] for row in connection.execute(standing)}
    connection.execute(delete(LIST_ENTRIES).where(_ENTRIES.key.in_(keys)))
    for entry in entries:
        if _key_of(connection, entry.kind, entry.name) is not None:
            raise NameTakenError(entry.name)
        columns = columns_of_entry(entry.kind, entry.record, entry.former)
        position = places.get(entry.id, entry.id)
        state = {"key": entry.id, "position": position, "is_retired": int(entry.is_retired)}
        connection.execute(insert(LIST_ENTRIES).values(columns | state))


def are_free_for(connection: Connection, entries: Sequence[Entry]) -> bool:
    """Return whether no other entries have the names of some by now."""
    keys = {entry.id for entry in entries}
    found = (_key_of(connection, entry.kind, entry.name) for entry in entries)
    return all(key is None or key in keys for key in found)


def _tidied(record: Record) -> Record:
    name = tidy_name(name_of(record))
    if not name_key(name):
        raise NameMissingError
    return with_name(record, name)


def _former(entry: Entry, others: Iterable[Entry], name: str) -> tuple[str, ...]:
    """Return the names that an entry and others had, but for the one it is called by now."""
    every = [*entry.former, entry.name]
    for other in others:
        every += [*other.former, other.name]
    by_key = {name_key(one): one for one in reversed(every)}
    by_key.pop(name_key(name), None)
    return tuple(reversed(by_key.values()))


def _require_unused(connection: Connection, entry: Entry) -> None:
    keys = {name_key(name) for name in entry.carried_names()}
    items = list_uses.items_with(connection, entry.kind, keys)
    if items:
        raise EntryInUseError(entry.name, len(items))
