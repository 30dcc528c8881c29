"""Records of the model read from JSON that anybody may have written: every field is looked at."""

import dataclasses
import typing
from typing import Any

MOST_WORDS = 4000  # characters in one text
MOST_ENTRIES = 2000  # records or texts in one list
_MOST_NUMBER = 1_000_000
_ALSO_PRINTED = frozenset("\n\u00a0\u202f\u200e\u200f")  # spaces, and marks of direction


class OddFieldError(ValueError):
    """A field does not say what it should; the message names it, as the end of a sentence."""


def read_field(kind: Any, value: Any, name: str) -> Any:
    """Return a value of a field's annotated kind; records in it lack nothing that has no default.

    Fields of records that are not known are left alone, as a newer program may have written them.

    Raises:
        OddFieldError: it has another shape, or a text or list in it is too long.
    """
    return _value(kind, value, name)


def _record(kind: Any, value: Any, name: str) -> Any:
    if not isinstance(value, dict):
        raise OddFieldError(f"“{name}” is no set of fields")
    hints = typing.get_type_hints(kind)
    said = {
        field.name: _value(hints[field.name], value[field.name], f"{name}.{field.name}")
        for field in dataclasses.fields(kind)
        if field.name in value
    }
    lacking = [
        field.name
        for field in dataclasses.fields(kind)
        if field.name not in said
        and field.default is dataclasses.MISSING
        and field.default_factory is dataclasses.MISSING
    ]
    if lacking:
        raise OddFieldError(f"“{name}.{lacking[0]}” is not there")
    return kind(**said)


def _value(kind: Any, value: Any, name: str) -> Any:
    if dataclasses.is_dataclass(kind):
        return _record(kind, value, name)
    if typing.get_origin(kind) is tuple:
        return _entries(typing.get_args(kind), value, name)
    if kind is bool and isinstance(value, bool):
        return value
    if kind is int and type(value) is int and 0 < value <= _MOST_NUMBER:
        return value
    if kind is str and isinstance(value, str):
        return _words(value, name)
    raise OddFieldError(f"“{name}” has a value that does not fit")


def _words(value: str, name: str) -> str:
    if len(value) > MOST_WORDS:
        raise OddFieldError(f"“{name}” has more than {MOST_WORDS:,} characters")
    if not all(one.isprintable() or one in _ALSO_PRINTED for one in value):
        raise OddFieldError(f"“{name}” has characters that cannot be printed")
    return value


def _entries(kinds: tuple[Any, ...], value: Any, name: str) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise OddFieldError(f"“{name}” is no list")
    if len(value) > MOST_ENTRIES:
        raise OddFieldError(f"“{name}” has more than {MOST_ENTRIES:,} entries")
    if kinds[-1] is not Ellipsis:
        if len(value) != len(kinds):
            raise OddFieldError(f"“{name}” should have {len(kinds)} entries")
        pairs = zip(kinds, value, strict=True)
        return tuple(_value(kind, one, name) for kind, one in pairs)
    return tuple(_value(kinds[0], one, f"{name}[{at}]") for at, one in enumerate(value))
