"""Words and short forms of the house changed by a list that was brought in."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from editor_app.checks.term_tables import TermKind, TermRecord, cells_of
from editor_app.model.house import House


def records_of(house: House, kind: TermKind, language: str) -> tuple[TermRecord, ...]:
    """Return a list of the house in one language."""
    return tuple(one for one in getattr(house.style, kind.value) if one.language == language)


def with_records(house: House, kind: TermKind, records: Sequence[TermRecord]) -> House:
    """Return a house with records added to a list.

    One that has the same first cell and language as another takes its place.
    """
    known = {_key(one): one for one in getattr(house.style, kind.value)}
    known |= {_key(one): one for one in records}
    said: dict[str, Any] = {kind.value: tuple(known.values())}
    return replace(house, style=replace(house.style, **said))


def _key(record: TermRecord) -> tuple[str, str]:
    return record.language, cells_of(record)[0].casefold()
