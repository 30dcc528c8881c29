"""All managed lists of a library at one moment, as pages, checks and fields look things up."""

import hashlib
from collections.abc import Iterable
from functools import cached_property
from types import MappingProxyType

from editor_app.model.item import Contact, Publication
from editor_app.model.lists import (
    Donor,
    Entry,
    ListedBoilerplate,
    ListedProject,
    ListKind,
    in_language,
    labels_of,
    name_key,
)


class HouseLists:
    """The entries of all lists, found by name; it never changes."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self.entries = tuple(entries)

    def of(self, kind: ListKind) -> tuple[Entry, ...]:
        """Return the entries of one list, retired ones too, in their order."""
        return self._by_kind.get(kind, ())

    def offered(self, kind: ListKind) -> tuple[Entry, ...]:
        """Return the entries of one list that are not retired, in their order."""
        return tuple(entry for entry in self.of(kind) if not entry.is_retired)

    def find(self, kind: ListKind, name: str) -> Entry | None:
        """Return the entry with a name; else the one with it as a label, or as a name it had."""
        return self._by_name.get((kind, name_key(name)))

    def label(self, kind: ListKind, name: str, language: str) -> str:
        """Return what a page in a language calls what an item calls by a name.

        That is the label in the language, or else the name as it stands in the item.
        """
        entry = self.find(kind, name)
        found = in_language(labels_of(entry.record), language) if entry is not None else None
        return found.text if found is not None else name.strip()

    def contact(self, name: str) -> Contact | None:
        """Return the contact with a name."""
        record = self._record(ListKind.CONTACT, name)
        return record if isinstance(record, Contact) else None

    def donor(self, name: str) -> Donor | None:
        """Return the donor with a name."""
        record = self._record(ListKind.DONOR, name)
        return record if isinstance(record, Donor) else None

    def project(self, name: str) -> ListedProject | None:
        """Return the project with a name."""
        record = self._record(ListKind.PROJECT, name)
        return record if isinstance(record, ListedProject) else None

    def boilerplate(self, name: str) -> ListedBoilerplate | None:
        """Return the boilerplate with a name."""
        record = self._record(ListKind.BOILERPLATE, name)
        return record if isinstance(record, ListedBoilerplate) else None

    def publication(self, title: str) -> Publication | None:
        """Return the publication with a title."""
        record = self._record(ListKind.PUBLICATION, title)
        return record if isinstance(record, Publication) else None

    @cached_property
    def page_mark(self) -> str:
        """A name for all that pages take from the lists; it changes when that does."""
        said = [
            (entry.kind, entry.record, entry.former)
            for entry in self.entries
            if labels_of(entry.record) or entry.kind is ListKind.DONOR
        ]
        return hashlib.sha256(repr(said).encode("utf-8", "surrogatepass")).hexdigest()

    def _record(self, kind: ListKind, name: str) -> object:
        entry = self.find(kind, name)
        return entry.record if entry is not None else None

    @cached_property
    def _by_kind(self) -> MappingProxyType[ListKind, tuple[Entry, ...]]:
        found: dict[ListKind, list[Entry]] = {}
        for entry in self.entries:
            found.setdefault(entry.kind, []).append(entry)
        return MappingProxyType({kind: tuple(entries) for kind, entries in found.items()})

    @cached_property
    def _by_name(self) -> MappingProxyType[tuple[ListKind, str], Entry]:
        found: dict[tuple[ListKind, str], Entry] = {}
        for entry in self.entries:
            found.setdefault((entry.kind, name_key(entry.name)), entry)
        for entry in self.entries:  # own names first: a name that was given up may be taken again
            for name in entry.names():
                found.setdefault((entry.kind, name_key(name)), entry)
        return MappingProxyType(found)


NO_LISTS = HouseLists()
