"""An item as plain JSON values and back: for the command line, revisions and checksums."""

import dataclasses
import hashlib
import json
import operator
import types
import typing
from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import Any

from editor_app.model.item import NewsItem
from editor_app.model.moments import read_moment, write_moment

# Set by the store, or not words of the user: a save of the same words must hash the same.
_BOOKKEEPING = frozenset({"created_at", "modified_at", "version"})
Record = typing.TypeVar("Record")
_PLAIN_KINDS = frozenset({str, int, bool, type(None)})  # exactly these, not what derives from them
_CANONICAL = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def to_fields(item: NewsItem) -> dict[str, Any]:
    """Return every field of item by name, as values that ``json`` can write."""
    names, values_of = _values(NewsItem)
    return {
        name: value if type(value) in _PLAIN_KINDS else _plain(value)
        for name, value in zip(names, values_of(item), strict=True)
    }


def from_fields(fields: Mapping[str, Any]) -> NewsItem:
    """Return the item that `to_fields` described; fields that are not there take their default.

    Raises:
        ValueError: a value does not fit its field.
    """
    return read_record(NewsItem, fields)


def record_fields(record: Any) -> dict[str, Any]:
    """Return the fields of any record of the model by name, as values that ``json`` can write.

    Those that came later (`LATER`) are left out while they say nothing.
    """
    kind: Any = type(record)
    later = _later_fields(kind)
    names, values_of = _values(kind)
    return {
        name: value if type(value) in _PLAIN_KINDS else _plain(value)
        for name, value in zip(names, values_of(record), strict=True)
        if value or name not in later
    }


def read_record(kind: type[Record], fields: Mapping[str, Any]) -> Record:
    """Return the record that `record_fields` described; what is not there takes its default.

    Raises:
        ValueError: a value does not fit its field.
    """
    try:
        read = _reader(typing.cast("Any", kind))
        return typing.cast("Record", read(fields))
    except (TypeError, AttributeError) as error:
        message = f"not the fields of {kind.__name__}: {error}"
        raise ValueError(message) from error


def canonical_bytes(item: NewsItem) -> bytes:
    """Return the user's words in item as JSON bytes that are the same wherever they are made."""
    return canonical_bytes_of(to_fields(item))


def canonical_bytes_of(fields: Mapping[str, Any]) -> bytes:
    """Return the `canonical_bytes` of the item that `to_fields` described by all its fields."""
    always, later = _said_fields()
    words = {name: fields[name] for name in always}
    words |= {name: fields[name] for name in later if fields[name]}
    return _CANONICAL.encode(words).encode()


def checksum(item: NewsItem) -> str:
    """Return the SHA-256 of the user's words in item, as 64 hexadecimal digits."""
    return hashlib.sha256(canonical_bytes(item)).hexdigest()


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [one if type(one) in _PLAIN_KINDS else _plain(one) for one in value]
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, datetime):
        return write_moment(value)
    if isinstance(value, date):
        return value.isoformat()
    if dataclasses.is_dataclass(value):
        return record_fields(value)
    return value


def _as_is(value: Any) -> Any:
    return value


@cache
def _values(kind: Any) -> tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]]]:
    """Return the names of a record's fields and what gives all their values."""
    names = tuple(field.name for field in dataclasses.fields(kind))
    getter = operator.attrgetter(*names)
    return names, getter if len(names) > 1 else lambda record: (getter(record),)


@cache
def _said_fields() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the fields with words of the user: those said always, and those only when true."""
    later = _later_fields(NewsItem) - _BOOKKEEPING
    names = (field.name for field in dataclasses.fields(NewsItem))
    return tuple(one for one in names if one not in _BOOKKEEPING | later), tuple(sorted(later))


@cache
def _later_fields(kind: Any) -> frozenset[str]:
    """Return the fields of a record that came after the first words were saved."""
    fields = dataclasses.fields(kind)
    return frozenset(field.name for field in fields if field.metadata.get("later"))


@cache
def _reader(kind: Any) -> Callable[[Any], Any]:
    """Return what turns a plain value into one of the annotated kind."""
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    read: Callable[[Any], Any] = _as_is
    if origin is types.UnionType:
        read = _optional_reader(arguments[0])
    elif origin is tuple:
        read = _tuple_reader(arguments[0])
    elif dataclasses.is_dataclass(kind):
        read = _record_reader(kind)
    elif kind is datetime:
        read = read_moment
    elif kind is date:
        read = date.fromisoformat
    elif isinstance(kind, type) and issubclass(kind, StrEnum):
        read = kind
    return read


def _record_reader(kind: Any) -> Callable[[Any], Any]:
    readers = {name: _reader(hint) for name, hint in typing.get_type_hints(kind).items()}

    def read(value: Any) -> Any:
        known = {name: readers[name](one) for name, one in value.items() if name in readers}
        return kind(**known)

    return read


def _optional_reader(kind: Any) -> Callable[[Any], Any]:
    read = _reader(kind)
    return lambda value: None if value is None else read(value)


def _tuple_reader(kind: Any) -> Callable[[Any], Any]:
    read = _reader(kind)
    return lambda values: tuple(read(value) for value in values)
