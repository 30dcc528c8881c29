"""The dates that a running text names, and how each is written."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache, lru_cache

from babel import Locale, UnknownLocaleError
from babel.dates import get_day_names, get_month_names

from editor_app.wording.dates import WrittenDate, primary, read_date, western_digits
from editor_app.wording.vocabulary import folded

_CAPITALISED = frozenset({"en", "de"})
_VARIANTS = {"ar": ("ar", "ar_LB", "ar_DZ", "ar_MA", "ar_TN"), "de": ("de", "de_AT")}
_NUMERIC = re.compile(r"(?<![\w./-])\d{1,2}([./-])\d{1,2}\1\d{4}(?![\w/-]|\.\d)")
_ISO = re.compile(r"(?<![\w./-])\d{4}-\d{2}-\d{2}(?![\w/-])")
_EAST_ASIAN = re.compile(r"\d{4}\s?[年년]\s?\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일]")
_PADDED = re.compile(r"(?<!\d)0[1-9]\b")
_LONGEST = 100_000  # characters that are looked at: no passage of a news item is longer
_NEVER = re.compile(r"(?!)")
_YEAR = r"(?:19|20)\d{2}"
_ORDINAL = r"(?:\.|\u00ba|\u00b0|st|nd|rd|th|er|-?\u0433\u043e)?"


class Form(StrEnum):
    """How a date is written."""

    DAY_FIRST = "day and month name"  # 15 September 2015
    MONTH_FIRST = "month name and day"  # September 15, 2015
    NUMBERS = "numbers"  # 15/09/2015
    ISO = "year, month, day in numbers"  # 2015-09-15
    EAST_ASIAN = "year, month, day with signs"  # 2015年9月15日


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedDate:
    """A date in a text, from ``start`` to ``end``, the name of a weekday before it included.

    ``written`` is what the date says: without a year of its own it stands in the year asked for.
    ``weekday`` counts from 0 for Monday, None where none is named. ``padded`` is where a day of
    one digit has a 0 before it, None where it has not. ``day_start`` is where the date without
    its weekday begins.
    """

    start: int
    end: int
    day_start: int
    form: Form
    written: WrittenDate
    weekday: int | None = None
    padded: int | None = None

    @property
    def day(self) -> date | None:
        """The day that is meant, None where there is no such day."""
        return self.written.day


@lru_cache(maxsize=2048)
def dates_in(text: str, language: str, year: int) -> tuple[NamedDate, ...]:
    """Return the dates in text, in reading order; those without a year are read in year.

    A month and a year alone are no date, nor is a day alone.
    """
    if not any(one.isdecimal() for one in text):
        return ()
    plain = western_digits(text[:_LONGEST])
    found = [named for named in _named(plain, language, year) if named is not None]
    return tuple(sorted(found, key=lambda one: one.start))


def _named(text: str, language: str, year: int) -> Iterator[NamedDate | None]:
    months, weekdays = _patterns(primary(language))
    for found in months.finditer(text):
        form = Form.DAY_FIRST if found["first"] else Form.MONTH_FIRST
        start = found.start("first") if found["first"] else found.start("second")
        day = _weekday_before(weekdays, text, start, language)
        yield _read(found, (start, form), day, (language, year))
    for pattern, form in (
        (_NUMERIC, Form.NUMBERS),
        (_ISO, Form.ISO),
        (_EAST_ASIAN, Form.EAST_ASIAN),
    ):
        for found in pattern.finditer(text):
            day = _weekday_before(weekdays, text, found.start(), language)
            yield _read(found, (found.start(), form), day, (language, year))


def _read(
    found: re.Match[str],
    formed: tuple[int, Form],
    day: tuple[int, int] | None,
    reading: tuple[str, int],
) -> NamedDate | None:
    language, year = reading
    start, form = formed
    written = read_date(found[0], language, year=year)
    if written is None:
        return None
    padded = _PADDED.search(found.string, start, found.end()) if form in _NAMED_MONTHS else None
    return NamedDate(
        start=day[0] if day else start,
        end=found.end(),
        day_start=start,
        form=form,
        written=written,
        weekday=day[1] if day else None,
        padded=padded.start() if padded else None,
    )


_NAMED_MONTHS = frozenset({Form.DAY_FIRST, Form.MONTH_FIRST})
_LONGEST_WEEKDAY = 24


def _weekday_before(
    pattern: re.Pattern[str], text: str, start: int, language: str
) -> tuple[int, int] | None:
    """Return where the name of a weekday right before a date begins, and which it is."""
    begin = max(0, start - _LONGEST_WEEKDAY)
    found = pattern.search(text[begin:start])
    if not found:
        return None
    number = _weekdays(primary(language)).get(folded(found["weekday"]))
    return (begin + found.start("weekday"), number) if number is not None else None


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what finds a date with the name of a month, and a weekday at the end of a text."""
    months = _alternatives(_month_names(language), language)
    days = _alternatives(set(_weekday_names(language)), language)
    if not months or not days:
        return _NEVER, _NEVER
    flags = re.NOFLAG if language in _CAPITALISED else re.IGNORECASE
    year = rf"(?:,?\s{{1,2}}(?:de\s|del\s|of\s)?(?P<year>{_YEAR})(?!\d))?"
    twin = rf"(?:\s?[/(]\s?(?:{months})\)?)?"
    number = rf"(?<![\d.,/:-])\d{{1,2}}{_ORDINAL}\s{{1,2}}"
    first = rf"(?P<first>{number}(?:de\s|of\s)?(?:{months})(?!\w)\.?{twin}{year})"
    second_year = rf"(?:,?\s{{1,2}}(?P<year2>{_YEAR})(?!\d))?"
    second = (
        rf"(?P<second>\b(?:{months})\.?\s\d{{1,2}}(?:st|nd|rd|th)?(?![\d:%]|[.,]\d){second_year})"
        if language == "en"
        else "(?P<second>(?!))"
    )
    link = r"[,\u060c]?\s{1,2}(?:(?:the|le|el|o|den|dem|am|il)\s{1,2})?"
    before = rf"(?<!\w)(?P<weekday>{days})\.?{link}$"
    return re.compile(f"{first}|{second}", flags), re.compile(before, flags)


def _alternatives(names: set[str], language: str) -> str:
    """Return names as alternatives, the longest first; Arabic ones with or without the article."""
    article = "(?:\u0627\u0644)?" if language == "ar" else ""
    ordered = sorted(names, key=lambda one: (-len(one), one))
    return "|".join(article + re.escape(one).replace(r"\ ", r"\s") for one in ordered)


def _locales(language: str) -> Iterator[Locale]:
    for name in _VARIANTS.get(language, (language,)):
        try:
            yield Locale.parse(name)
        except (ValueError, UnknownLocaleError):
            continue  # a language that Babel does not know has no names of its own


def _month_names(language: str) -> set[str]:
    """Return the names of months; short ones only in English, where they are no other words."""
    names = {
        name
        for locale in _locales(language)
        for context in ("format", "stand-alone")
        for name in get_month_names("wide", context, locale).values()
    }
    if language == "en":
        names |= {*get_month_names("abbreviated", "format", "en").values(), "Sept"}
    return {name for name in names if not name.isdecimal() and any(map(str.isalpha, name))}


def _weekday_names(language: str) -> dict[str, int]:
    names: dict[str, int] = {}
    for locale in _locales(language):
        for context in ("format", "stand-alone"):
            for number, name in get_day_names("wide", context, locale).items():
                names[name] = number
                names[name.removeprefix("\u0627\u0644")] = number  # without the Arabic article
    return names


@cache
def _weekdays(language: str) -> dict[str, int]:
    found = {folded(name): number for name, number in _weekday_names(language).items()}
    return found | {folded("\u0627\u0644" + name): number for name, number in found.items()}
