"""What must be the same in every language version of an item: numbers, dates, where links lead."""

import re
from dataclasses import dataclass
from functools import lru_cache

from editor_app.body import read_markdown
from editor_app.body.tree import Link
from editor_app.checks.links import host_of
from editor_app.checks.passage import Kind, Passage, PlacedPassage
from editor_app.checks.passages import passages_of
from editor_app.model.item import NewsItem
from editor_app.wording.date_search import dates_in
from editor_app.wording.dates import western_digits

# Arabic writes “and” and “in” together with the number.
_NUMBER = re.compile(
    r"(?<![0-9A-Za-z\u0400-\u04ff.,:/-])"
    r"(?:\d{1,3}(?:[ \u00a0\u202f.,'\u2019]\d{3})+|\d+)(?:[.,]\d+)?"
)
_CLOCK = re.compile(r"\s?(?:[:h]\s?\d|[ap]\.?m\b|uhr\b)", re.IGNORECASE)
_SMALL = frozenset(str(number) for number in range(13))  # written as words in some languages
YEAR = 2024  # has a 29 February
_DIGITS = re.compile(r"\D+")
_TEXTS = frozenset({Kind.PARAGRAPH, Kind.CROSS_HEAD, Kind.PULL_TEXT, Kind.CELL})
_FIELDS = frozenset({"headline", "standfirst"})


@dataclass(frozen=True, slots=True)
class NumberAt:
    """A number in a text: its digits, and where it stands."""

    digits: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionFacts:
    """Digits of numbers, days as (month, day), and hosts of links."""

    numbers: frozenset[str]
    days: frozenset[tuple[int, int]]
    hosts: frozenset[str]


def is_compared(passage: Passage) -> bool:
    """Whether a passage is one that versions are compared by."""
    return passage.field in _FIELDS or (passage.field == "body" and passage.kind in _TEXTS)


@lru_cache(maxsize=2048)
def numbers_in(text: str, language: str) -> tuple[NumberAt, ...]:
    """Return the numbers in text that every language writes in digits; not those of dates."""
    if not any(one.isdecimal() for one in text):
        return ()
    plain = western_digits(text).replace("\u066b", ",").replace("\u066c", ".")
    dates = [(named.start, named.end) for named in dates_in(text, language, YEAR)]
    found = []
    for number in _NUMBER.finditer(plain):
        start, end = number.span()
        digits = _DIGITS.sub("", number[0])
        is_date = any(first <= start < last for first, last in dates)
        is_small = digits in _SMALL
        if not (is_date or is_small or _CLOCK.match(plain, end)):
            found.append(NumberAt(digits, start, end))
    return tuple(found)


def facts_of(passages: tuple[PlacedPassage, ...]) -> VersionFacts:
    """Return what passages say that is the same in every language."""
    numbers: set[str] = set()
    days: set[tuple[int, int]] = set()
    hosts: set[str] = set()
    for placed in passages:
        text, language = placed.passage.text, placed.passage.language
        if is_compared(placed.passage):
            numbers.update(number.digits for number in numbers_in(text, language))
            named = (one.day for one in dates_in(text, language, YEAR))
            days.update((day.month, day.day) for day in named if day)
        for span in placed.passage.links:
            if isinstance(span.mark, Link) and (host := host_of(span.mark.href)):
                hosts.add(host.removeprefix("www."))
    return VersionFacts(numbers=frozenset(numbers), days=frozenset(days), hosts=frozenset(hosts))


@lru_cache(maxsize=16)
def facts_of_item(item: NewsItem) -> VersionFacts:
    """Return what a saved item says that is the same in every language."""
    return facts_of(passages_of(item, read_markdown(item.body)))
