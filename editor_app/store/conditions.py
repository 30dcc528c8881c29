"""What a query asks for, as conditions on places in SQL: each can be tested, most can be listed.

A list is read in one of two ways: along its order, testing each item until the page is full, or
from the few items that one of the conditions lets pass. Which is quicker depends on how many those
are, so that is looked at first, up to a bound.
"""

# ruff: noqa: S608 - all values are bound by name; what is put together is written here

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection

from editor_app.store.marks import EMBARGO, mark
from editor_app.store.places import first_place
from editor_app.store.query import Field, Filter, ItemQuery, Lack
from editor_app.store.query_text import ARCHIVE, TRASH, filters_of, first_day, last_day
from editor_app.store.rows import moment_text
from editor_app.store.wanted import Wanted, match_of, wanted

FEW = 1_500  # places that are fetched one by one
# Where an item has only one such value, any of several will do.
_SINGLE = frozenset({Field.SECTION, Field.LANGUAGE, Field.TYPE, Field.STATUS})
_DAYS = frozenset({Field.FROM, Field.TO})
_EMBARGO_ENDS = "julianday(substr(e.embargo_until, 1, instr(e.embargo_until || '[', '[') - 1))"


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """One condition on a place.

    ``test`` has ``{at}`` where the place is named. ``places`` lists those that it lets pass, in a
    column called ``place``; it is empty where that is no shorter way. Where ``index`` is named, it
    can be read from that index of words, which gives the newest first.
    """

    test: str
    places: str = ""
    index: str = ""
    match: str = ""


@dataclass(slots=True, kw_only=True)
class Conditions:
    """All conditions of a query, with the values in them."""

    words: Condition | None = None  # one of the conditions: what must be in the text
    conditions: list[Condition] = field(default_factory=list)
    values: dict[str, Any] = field(default_factory=dict)

    def value(self, value: object) -> str:
        """Take a value in and return the name that stands for it."""
        name = f"v{len(self.values)}"
        self.values[name] = value
        return f":{name}"


def conditions_of(query: ItemQuery, now: datetime) -> Conditions | None:
    """Return what items must fulfil, or None where none can."""
    made = Conditions()
    thrown_away = "SELECT place FROM item_marks WHERE mark = "
    made.conditions.append(
        Condition(
            test=f"items.is_trashed = {made.value(int(query.is_trashed))}",
            places=thrown_away + made.value(mark(Field.IN, TRASH)) if query.is_trashed else "",
        )
    )
    if query.search.strip():
        asked = wanted(query.search)
        if asked.is_hopeless:
            return None
        _add_words(made, asked)
    for condition in _filters(made, query, now):
        made.conditions.append(condition)
    return made


def driver_of(connection: Connection, made: Conditions, *, is_newest: bool) -> Condition | None:
    """Return the condition that lets the fewest pass, if these are few.

    With the newest first, that of the words needs no such look: its hits come in this order.
    """
    fewest, driver = FEW, None
    for condition in made.conditions:
        if condition.places and not (is_newest and condition is made.words):
            asked = f"SELECT count(*) FROM (SELECT 1 FROM ({condition.places}) LIMIT {fewest})"
            number = connection.exec_driver_sql(asked, made.values).scalar_one()
            if number < fewest:
                fewest, driver = number, condition
    return driver


def _add_words(made: Conditions, asked: Wanted) -> None:
    """Add the conditions of the words; phrases go first, as they let the fewest pass."""
    found: list[Condition] = []
    if asked.phrases:
        found.append(_indexed(made, "search", " ".join(map(match_of, asked.phrases))))
    if asked.match:
        found.append(_indexed(made, "words", asked.match))
    made.words = found[0] if found else None
    made.conditions += found
    for phrase in asked.unwanted:
        index = "search" if len(phrase.words) > 1 else "words"
        made.conditions.append(
            Condition(test=f"NOT {_indexed(made, index, match_of(phrase)).test}")
        )


def _indexed(made: Conditions, index: str, match: str) -> Condition:
    """Return the condition that an index of words finds something.

    Single words are listed once, and looked up in that list; phrases are much dearer to list than
    to look for in the few places that are asked about.
    """
    named = made.value(match)
    places = f"SELECT rowid AS place FROM {index} WHERE {index} MATCH {named}"
    # A name of its own: what is asked from may be the same index.
    within = f"SELECT 1 FROM {index} AS within WHERE within.{index} MATCH {named}"
    is_listed = index == "words"
    there = f"EXISTS ({within} AND within.rowid = {{at}})"
    test = f"{{at}} IN ({places})" if is_listed else there
    return Condition(test=test, places=places, index=index, match=named)


def _filters(made: Conditions, query: ItemQuery, now: datetime) -> Iterator[Condition]:
    """Yield the conditions that a query has beside its words."""
    together: dict[Field, list[int]] = {}
    for one in filters_of(query):
        if one.field in _SINGLE and not one.is_excluded:
            together.setdefault(one.field, []).append(mark(one.field, one.value))
        elif one.field in _DAYS:
            yield from _day(made, one)
        elif (places := _places(made, one, now)) is not None:
            yield _from_places(places, one)
        elif one.field is not Field.IN:  # the trash has a condition of its own
            yield _marked(made, [mark(one.field, one.value)], is_excluded=one.is_excluded)
    for marks in together.values():
        yield _marked(made, marks)


def _places(made: Conditions, one: Filter, now: datetime) -> str | None:
    """Return the places that a filter lets pass, where these depend on more than the item."""
    if one.field is Field.PLANNED:
        return _planned(made, now)
    if one.field is Field.CHANGED:
        return "SELECT i.place FROM behind CROSS JOIN items i ON i.key = behind.item_key"
    if one.field is Field.IN and one.value == ARCHIVE:
        return _archived(made, now)
    return None


def _marked(made: Conditions, marks: list[int], *, is_excluded: bool = False) -> Condition:
    named = ", ".join(made.value(one) for one in marks)
    test = f"EXISTS (SELECT 1 FROM item_marks m WHERE m.mark IN ({named}) AND m.place = {{at}})"
    if is_excluded:
        return Condition(test=f"NOT {test}")
    return Condition(test=test, places=f"SELECT place FROM item_marks WHERE mark IN ({named})")


def _from_places(places: str, one: Filter) -> Condition:
    if one.is_excluded:
        return Condition(test=f"{{at}} NOT IN ({places})")
    return Condition(test=f"{{at}} IN ({places})", places=places)


def _day(made: Conditions, one: Filter) -> Iterator[Condition]:
    """Yield the conditions for a first or last day; what has no display date is on neither side."""
    is_first = one.field is Field.FROM
    day = first_day(one.value) if is_first else last_day(one.value)
    if day is None:
        return
    place = made.value(first_place(day.toordinal() + (not is_first)))
    is_above = is_first is not one.is_excluded
    yield Condition(test=f"{{at}} {'>=' if is_above else '<'} {place}")
    yield _marked(made, [mark(Field.MISSING, Lack.DATE)], is_excluded=True)


def _planned(made: Conditions, now: datetime) -> str:
    """Return the places of what has its day, or the end of its embargo, still before it."""
    tomorrow = made.value(first_place(now.date().toordinal() + 1))
    embargoed = made.value(mark(Field.PLANNED, EMBARGO))
    moment = made.value(moment_text(now))
    return (
        f"SELECT place FROM items WHERE place >= {tomorrow} UNION"
        " SELECT m.place FROM item_marks m CROSS JOIN items e ON e.place = m.place"
        f" WHERE m.mark = {embargoed} AND {_EMBARGO_ENDS} > julianday({moment})"
    )


def _archived(made: Conditions, now: datetime) -> str:
    """Return the places of what has come to the day that it goes into the archive."""
    dated = made.value(mark(Field.IN, ARCHIVE))
    today = made.value(date.isoformat(now.date()))
    return (
        "SELECT m.place FROM item_marks m CROSS JOIN items e ON e.place = m.place"
        f" WHERE m.mark = {dated} AND e.archive_on <= {today}"
    )
