"""What an item carries of the managed lists: its own copies, found and renamed by their names."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, NamedTuple

from editor_app.model.item import NewsItem
from editor_app.model.lists import ListKind, name_key


class _Place(NamedTuple):
    """Where an item carries a name: in which field, and in which part of each record there."""

    field: str
    part: str


_RECORDS: Mapping[ListKind, _Place] = MappingProxyType(
    {
        ListKind.CONTACT: _Place("contacts", "name"),
        ListKind.PROJECT: _Place("projects", "title"),
        ListKind.DONOR: _Place("projects", "donor"),
        ListKind.BOILERPLATE: _Place("boilerplates", "name"),
        ListKind.PUBLICATION: _Place("publications", "title"),
    }
)
RECORD_FIELDS = tuple(dict.fromkeys(place.field for place in _RECORDS.values()))
"""The fields of an item that carry names in records."""


def carried(item: NewsItem, kind: ListKind) -> tuple[str, ...]:
    """Return the names of one list that item carries, as they are written there."""
    if kind is ListKind.SECTION:
        return (item.section,) if item.section.strip() else ()
    if kind is ListKind.TAG:
        return item.tags
    place = _RECORDS[kind]
    names = (getattr(record, place.part) for record in getattr(item, place.field))
    return tuple(name for name in names if name.strip())


def keys_in_records(item: NewsItem) -> tuple[tuple[ListKind, str], ...]:
    """Return each list with the `name_key` of what item carries of it in records, once each."""
    if not any(getattr(item, field) for field in RECORD_FIELDS):
        return ()
    found = ((kind, name_key(name)) for kind in _RECORDS for name in carried(item, kind))
    return tuple(dict.fromkeys(found))


def renamer(kind: ListKind, names: Iterable[str], new: str) -> Callable[[NewsItem], NewsItem]:
    """Return what gives items a new name for one that they carry under any of some names.

    Where an item then has the same twice, the first stays.
    """
    keys = frozenset(map(name_key, names))

    def name_for(old: str) -> str:
        return new if name_key(old) in keys else old

    if kind is ListKind.SECTION:
        return lambda item: _with(item, "section", name_for(item.section))
    if kind is ListKind.TAG:
        return lambda item: _with(item, "tags", _once(map(name_for, item.tags), name_key, new))
    place = _RECORDS[kind]

    def rename(item: NewsItem) -> NewsItem:
        records = getattr(item, place.field)
        renamed = [
            replace(record, **{place.part: name_for(getattr(record, place.part))})
            for record in records
        ]
        if kind is ListKind.DONOR:
            return _with(item, place.field, tuple(renamed))
        key = _key_of(place.part)
        return _with(item, place.field, _once(renamed, key, new))

    return rename


def _key_of(part: str) -> Callable[[Any], str]:
    return lambda record: name_key(getattr(record, part))


def _once(values: Iterable[Any], key: Callable[[Any], str], name: str) -> tuple[Any, ...]:
    """Return values without those that mean the same as an earlier one by the new name."""
    wanted, kept, is_there = name_key(name), list[Any](), False
    for value in values:
        is_it = key(value) == wanted
        if not (is_it and is_there):
            kept.append(value)
        is_there = is_there or is_it
    return tuple(kept)


def _with(item: NewsItem, field: str, value: Any) -> NewsItem:
    return item if getattr(item, field) == value else replace(item, **{field: value})
