"""Narrowing a list by one choice after another, with the number of items that each would leave."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor_app.store.query import COUNTED, Field, Filter, ItemQuery
from editor_app.store.query_text import CHOICES, TRASH, filters_of, with_filters

if TYPE_CHECKING:  # the list is narrowed before the library is open
    from editor_app.store.items import ItemStore

_ONE_AT_A_TIME = frozenset({Field.SECTION, Field.LANGUAGE, Field.TYPE})
_MOST = 300  # values of a field that are counted
_MOST_SHOWN = 30  # of these, the most frequent


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A value that a list can be narrowed to, and how many items it would have, up to `COUNTED`."""

    value: str
    count: int

    @property
    def has_more(self) -> bool:
        """Whether there may be more than were counted."""
        return self.count >= COUNTED


def is_on(query: ItemQuery, one: Filter) -> bool:
    """Return whether a query is narrowed by a filter."""
    return one in filters_of(query)


def toggled(query: ItemQuery, one: Filter) -> ItemQuery:
    """Return a query narrowed by one filter more, or less where it was narrowed by it.

    Of a section, a language or a type only one is chosen at a time.
    """
    if is_on(query, one):
        return without(query, [one])
    return with_filters(query, [*_beside(query, one), one])


def without(query: ItemQuery, filters: Iterable[Filter]) -> ItemQuery:
    """Return a query that some filters do not narrow any more."""
    gone = set(filters)
    return with_filters(query, [one for one in filters_of(query) if one not in gone])


def choices(items: "ItemStore", query: ItemQuery, field: Field) -> Sequence[Choice]:
    """Return what a query can be narrowed to in a field, with counts under its other filters.

    The values that are on come along even where no item has them. Of many, those that most items
    have are returned.

    Raises:
        StoreError: the library cannot be read.
    """
    values = CHOICES.get(field) or items.known_values().get(field, ())
    wanted = [Filter(field=field, value=value) for value in values[:_MOST] if value != TRASH]
    on = [one for one in filters_of(query) if one.field is field and not one.is_excluded]
    wanted += [one for one in on if one not in wanted and one.value != TRASH]
    found: list[Choice] = []
    for one in wanted:
        narrowed = with_filters(query, [*_others(query, one), one])
        found.append(Choice(value=one.value, count=items.count(narrowed, most=COUNTED)))
    if len(found) <= _MOST_SHOWN:
        return found
    names = {one.value for one in on}
    found.sort(key=lambda one: (one.value not in names, -one.count))
    order = {one.value: place for place, one in enumerate(wanted)}
    return sorted(found[:_MOST_SHOWN], key=lambda one: order[one.value])


def _others(query: ItemQuery, one: Filter) -> list[Filter]:
    """Return the filters that a choice is counted under; those of a status do not add up."""
    beside = _beside(query, one)
    if one.field is not Field.STATUS:
        return beside
    return [each for each in beside if each.field is not Field.STATUS or each.is_excluded]


def _beside(query: ItemQuery, one: Filter) -> list[Filter]:
    """Return the filters of a query that stay when another is chosen."""
    return [
        each
        for each in filters_of(query)
        if not (each.field is one.field and each.field in _ONE_AT_A_TIME and not each.is_excluded)
        and (each.field, each.value) != (one.field, one.value)
    ]
