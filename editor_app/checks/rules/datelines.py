"""Rules about the place and date that open a text."""

import re
from collections.abc import Iterator
from datetime import timedelta
from functools import lru_cache

from editor_app.checks.finding import Change, Fix, Found, Level, Reword
from editor_app.checks.passage import Kind, PlacedPassage
from editor_app.checks.rule import Examined, Group, ItemRule, Rule
from editor_app.wording.dateline import Dateline, split_dateline

_DATE_SLOT = re.compile(r"[,\u060c]?\s?\{date\}")
_NO_BREAK_SPACES = str.maketrans("\u00a0\u202f\u2014", "  \u2013")  # an em dash does as well
_BETWEEN_PLACES = re.compile(r"\s*/\s*")
_EDGES = " ,\u060c().:-\u2012\u2013\u2014\u2015\u00a0\u202f"


def _form(examined: Examined) -> Iterator[Found]:
    is_first = True
    for placed in examined.in_body:
        if placed.passage.kind is not Kind.PARAGRAPH or placed.passage.containers:
            continue
        dateline = _dateline(placed, examined)
        if dateline and (is_first or dateline.written):
            yield from _misformed(placed, dateline, examined.style.dateline)
        is_first = False


def _misformed(placed: PlacedPassage, dateline: Dateline, pattern: str) -> Iterator[Found]:
    text = placed.passage.text
    written = text[: len(text) - len(dateline.rest)]
    wanted = _in_house_form(written, dateline, pattern)
    if written.translate(_NO_BREAK_SPACES) != wanted.translate(_NO_BREAK_SPACES):
        place = placed.place.between(0, len(written))
        fix = Fix(f"Write “{wanted.strip()}”", (Change(place, Reword(wanted)),))
        yield Found(f"The dateline is not in the house's form “{wanted.strip()}”.", place, fix)


def _day(examined: Examined) -> Iterator[Found]:
    opening, day = _opening(examined), examined.item.display_date
    if opening is None or day is None:
        return
    placed, dateline = opening
    written = dateline.written
    if written is None or written.day is None:
        return
    if not timedelta(0) <= day - written.day <= timedelta(days=1):
        yield Found(
            "The dateline names another day than the date of the item.",
            placed.place.between(0, len(dateline.source)),
        )


def _twice(examined: Examined) -> Iterator[Found]:
    opening, place = _opening(examined), examined.item.dateline_place.strip()
    if opening is None or not place:
        return
    placed, dateline = opening
    if not dateline.source.casefold().startswith(place.casefold()):
        yield Found(
            f"The text opens with “{dateline.source}”, and the page adds “{place}” before it.",
            placed.place.between(0, len(dateline.source)),
        )


def _opening(examined: Examined) -> tuple[PlacedPassage, Dateline] | None:
    """Return the paragraph that opens the body with a dateline."""
    placed = next((one for one in examined.in_body if one.passage.kind is Kind.PARAGRAPH), None)
    if placed is None or placed.passage.containers:
        return None
    dateline = _dateline(placed, examined)
    return (placed, dateline) if dateline else None


def _dateline(placed: PlacedPassage, examined: Examined) -> Dateline | None:
    day, passage = examined.item.display_date, placed.passage
    return _split(passage.text, passage.language, day.year if day else None)


@lru_cache(maxsize=2048)
def _split(text: str, language: str, year: int | None) -> Dateline | None:
    return split_dateline(text, language, year=year)


def _in_house_form(written: str, dateline: Dateline, pattern: str) -> str:
    """Return a dateline as the house writes it, with the words for the day as they are."""
    place = dateline.place
    at = written.find(place) + len(place)
    day = written[at:].strip(_EDGES)
    if not day:
        pattern = _DATE_SLOT.sub("", pattern)
    if len(set(_BETWEEN_PLACES.findall(place))) > 1:
        place = _BETWEEN_PLACES.sub(" / ", place)
    comma = "\u060c" if "\u060c" in written else ","
    # One after the other, so that braces in a place mean nothing.
    parts = re.split(r"(\{PLACE\}|\{Place\}|\{date\})", pattern.replace(",", comma))
    town, comma_after, land = place.partition(",")
    said = {"{PLACE}": town.upper() + comma_after + land, "{Place}": place, "{date}": day}
    return "".join(said.get(part, part) for part in parts)


RULES: tuple[Rule, ...] = (
    ItemRule(
        id="dateline-form",
        title="Dateline not in the house's form",
        group=Group.DATES,
        level=Level.WARNS,
        find=_form,
    ),
    ItemRule(
        id="dateline-day",
        title="Dateline that names another day than the item",
        group=Group.DATES,
        level=Level.WARNS,
        find=_day,
    ),
    ItemRule(
        id="dateline-twice",
        title="Two datelines",
        group=Group.DATES,
        level=Level.WARNS,
        find=_twice,
    ),
)
