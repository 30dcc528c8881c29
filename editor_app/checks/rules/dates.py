"""Rules about the moments of an item and the dates that its text names."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date

from editor_app.checks.finding import Change, Fix, Found, Level, Place, Reword, at, reword
from editor_app.checks.passage import Kind, Passage, PlacedPassage
from editor_app.checks.phrases import relative_days
from editor_app.checks.rule import Context, Examined, Group, ItemRule, PassageRule, Rule
from editor_app.model.status import Status
from editor_app.wording.date_search import Form, NamedDate, dates_in
from editor_app.wording.dateline import split_dateline

_FURTHEST_ZONE = timedelta(hours=14)  # where a day begins first
_LEAP_YEAR = 2024
_NEVER = re.compile(r"(?!)")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_OPEN_AND_CLOSE = (("\u201c", "\u201d"), ("\u00ab", "\u00bb"), ("\u201e", "\u201c"))
_NUMBERS = frozenset({Form.NUMBERS, Form.ISO})
_NAMES = frozenset({Form.DAY_FIRST, Form.MONTH_FIRST})


def _missing(examined: Examined) -> Iterator[Found]:
    if examined.item.display_date is None:
        yield Found("The item has no date.", Place("display_date"))


def _future(examined: Examined) -> Iterator[Found]:
    item, latest = examined.item, (examined.now + _FURTHEST_ZONE).date()
    if item.status is Status.PUBLISHED and item.display_date and item.display_date > latest:
        message = "The item is published and its date is still to come."
        yield Found(message, Place("display_date"), subject=item.display_date.isoformat())


def _order(examined: Examined) -> Iterator[Found]:
    item = examined.item
    first = item.first_published_at or item.published_at
    if item.updated_at and first and item.updated_at < first:
        message = "The item was updated before it was published."
        yield Found(message, Place("updated_at"), subject=item.updated_at.isoformat())


def _weekday(examined: Examined) -> Iterator[Found]:
    for placed, named in _all_dates(examined):
        day = _meant(named, examined.item.display_date)
        if day is None or named.weekday is None or named.weekday == day.weekday():
            continue
        words = placed.passage.text[named.day_start : named.end]
        yield Found(
            f"“{words}” is a {_WEEKDAYS[day.weekday()]}.",
            placed.place.between(named.start, named.end),
        )


def _impossible(examined: Examined) -> Iterator[Found]:
    for placed, named in _all_dates(examined):
        if named.day is None and named.form in _NAMES:
            words = placed.passage.text[named.day_start : named.end]
            yield Found(
                f"There is no such day as “{words}”.",
                placed.place.between(named.start, named.end),
            )


def _padded(passage: Passage, _context: Context) -> Iterator[Found]:
    for named in dates_in(passage.text, passage.language, _LEAP_YEAR):
        if named.padded is not None:
            words = passage.text[named.day_start : named.end]
            start = named.padded
            yield Found(
                f"“{words}” has a zero before its day.",
                at(named.day_start, named.end),
                reword("Take the zero away", start, start + 1, ""),
            )


def _mixed(examined: Examined) -> Iterator[Found]:
    found = [
        (placed, named)
        for placed, named in _all_dates(examined)
        if placed.place.field == "body" and not placed.passage.is_quoted
    ]
    forms = Counter(named.form for _placed, named in found)
    if len(forms) <= 1:
        return
    usual = max(forms, key=lambda form: (forms[form], form not in _NUMBERS, form.name))
    for placed, named in found:
        if named.form is usual or named.day is None:
            continue
        words = placed.passage.text[named.day_start : named.end]
        place = placed.place.between(named.day_start, named.end)
        message = f"“{words}” is written in another way than the other dates."
        better = _as_usual(named, usual, examined, placed.passage.language)
        yield Found(message, place, _rewritten(place, better) if better else None)


def _relative(examined: Examined) -> Iterator[Found]:
    if _has_dateline(examined):
        return
    for placed, (start, end) in examined.telling(_relative_in):
        yield Found(
            f"“{placed.passage.text[start:end]}” depends on the day of reading; name the date.",
            placed.place.between(start, end),
        )


def _relative_in(passage: Passage) -> tuple[int, int] | None:
    """Return where a paragraph names a day by its distance, and no date beside it."""
    if passage.kind is not Kind.PARAGRAPH or passage.is_quoted:
        return None
    found = _relative_pattern(passage.language).search(passage.text)
    if not found or _is_spoken(passage.text[: found.start()]):
        return None
    return None if dates_in(passage.text, passage.language, _LEAP_YEAR) else found.span()


def _all_dates(examined: Examined) -> Iterator[tuple[PlacedPassage, NamedDate]]:
    day = examined.item.display_date
    year = day.year if day else _LEAP_YEAR
    for placed, dates in examined.telling(_dates, year):
        for named in dates:
            yield placed, named


def _dates(passage: Passage, year: int) -> tuple[NamedDate, ...]:
    return () if passage.kind is Kind.SOURCE else dates_in(passage.text, passage.language, year)


def _meant(named: NamedDate, near: date | None) -> date | None:
    """Return the day that is meant, None where the year is open and nothing says which."""
    day = named.day
    if day is None or not named.written.year_is_missing:
        return day
    if near is None:
        return None
    years = (day.year - 1, day.year, day.year + 1)
    days = [_in_year(day, year) for year in years]
    return min((one for one in days if one), key=lambda one: abs((one - near).days), default=None)


def _in_year(day: date, year: int) -> date | None:
    try:
        return day.replace(year=year)
    except ValueError:
        return None  # 29 February


def _as_usual(named: NamedDate, usual: Form, examined: Examined, language: str) -> str:
    """Return a date in the usual form; empty where it is not certain how."""
    if usual not in _NAMES or named.day is None:
        return ""
    if named.written.year_is_missing or named.written.remark:
        return ""
    patterns = {one.language: one.pattern for one in examined.style.date_patterns}
    pattern = patterns.get(language) or patterns.get(language.partition("-")[0])
    written = _formatted(named.day, language, pattern or _PATTERNS.get(usual, ""))
    return written if _is_in_form(written, usual, language) else ""


_PATTERNS = {Form.DAY_FIRST: "long", Form.MONTH_FIRST: "MMMM d, y"}


def _formatted(day: date, language: str, pattern: str) -> str:
    try:
        locale = Locale.parse(language, sep="-")
    except (ValueError, UnknownLocaleError):
        return ""
    return format_date(day, pattern, locale=locale)


def _is_in_form(words: str, form: Form, language: str) -> bool:
    found = dates_in(words, language, _LEAP_YEAR)
    return len(found) == 1 and found[0].form is form


def _has_dateline(examined: Examined) -> bool:
    if examined.item.dateline_place.strip():
        return True
    opening = next((one for one in examined.in_body if one.passage.kind is Kind.PARAGRAPH), None)
    if opening is None:
        return False
    return split_dateline(opening.passage.text, examined.item.language) is not None


@cache
def _relative_pattern(language: str) -> re.Pattern[str]:
    words = sorted(relative_days(language), key=len, reverse=True)
    if not words:
        return _NEVER
    written = "|".join(re.escape(one) for one in words)
    return re.compile(rf"(?<!\w)(?:{written})(?!\w)", re.IGNORECASE)


def _is_spoken(before: str) -> bool:
    """Whether a quotation is open at the end of a text."""
    return any(before.rfind(opened) > before.rfind(closed) for opened, closed in _OPEN_AND_CLOSE)


def _rewritten(place: Place, words: str) -> Fix:
    return Fix(f"Write “{words}”", (Change(place, Reword(words)),))


RULES: tuple[Rule, ...] = (
    ItemRule(
        id="date-missing",
        title="No date",
        group=Group.DATES,
        level=Level.WARNS,
        find=_missing,
    ),
    ItemRule(
        id="date-to-come",
        title="Published item with a date to come",
        group=Group.DATES,
        level=Level.WARNS,
        find=_future,
    ),
    ItemRule(
        id="date-order",
        title="Updated before it was published",
        group=Group.DATES,
        level=Level.WARNS,
        find=_order,
    ),
    ItemRule(
        id="date-weekday",
        title="Day of the week that does not fit its date",
        group=Group.DATES,
        level=Level.WARNS,
        find=_weekday,
    ),
    ItemRule(
        id="date-impossible",
        title="Day that does not exist",
        group=Group.DATES,
        level=Level.WARNS,
        find=_impossible,
    ),
    PassageRule(
        id="date-padded",
        title="Zero before a day",
        group=Group.DATES,
        level=Level.HINTS,
        find=_padded,
    ),
    ItemRule(
        id="date-mixed",
        title="Dates written in several ways",
        group=Group.DATES,
        level=Level.WARNS,
        find=_mixed,
    ),
    ItemRule(
        id="date-relative",
        title="“Yesterday” and the like without a dateline",
        group=Group.DATES,
        level=Level.HINTS,
        find=_relative,
    ),
)
