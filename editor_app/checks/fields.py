"""The values of an item's fields by the names that places have for them."""

import re
from dataclasses import replace
from typing import Any

from editor_app.model.item import NewsItem

_FIELD = re.compile(r"([a-z_]+)(?:\[([0-9]+)\])?(?:\.([a-z_]+))?")


def field_value(item: NewsItem, name: str) -> Any:
    """Return the value of ``headline``, ``lead_figure.alt``, ``contacts[1]``, ``contacts[1].role``.

    Raises:
        KeyError: this is no name of a field.
        AttributeError: there is no such field.
        IndexError: there are fewer records.
    """
    field, number, inner = _parts(name)
    value = getattr(item, field)
    if number is not None:
        value = value[number]
    return getattr(value, inner) if inner else value


def with_field(item: NewsItem, name: str, value: Any) -> NewsItem:
    """Return item with another value in a field.

    Raises:
        KeyError: this is no name of a field.
        AttributeError: there is no such field.
        IndexError: there are fewer records.
    """
    field, number, inner = _parts(name)
    if inner:
        changed: dict[str, Any] = {inner: value}
        value = replace(field_value(item, name.rpartition(".")[0]), **changed)
    if number is not None:
        records = getattr(item, field)
        if not 0 <= number < len(records):
            raise IndexError(number)
        value = (*records[:number], value, *records[number + 1 :])
    whole: dict[str, Any] = {field: value}
    return replace(item, **whole)


def first_name(name: str) -> str:
    """Return the name of the item's own field: ``contacts`` for ``contacts[1].role``."""
    return _parts(name)[0]


def _parts(name: str) -> tuple[str, int | None, str]:
    parts = _FIELD.fullmatch(name)
    if parts is None:
        raise KeyError(name)
    return parts[1], None if parts[2] is None else int(parts[2]), parts[3] or ""
