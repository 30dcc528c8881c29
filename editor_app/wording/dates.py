"""Dates as people write them, in the languages of the house and in their own digits."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.dates import get_day_names, get_month_names

from editor_app.wording.vocabulary import LANGUAGES, date_words, folded, phrase, vocabulary

# Where countries of one language name the months in their own way.
_VARIANTS = {
    "ar": ("ar", "ar_LB", "ar_DZ", "ar_MA", "ar_TN", "ar_IQ"),
    "de": ("de", "de_AT"),
    "en": ("en", "en_GB"),
}
_TOKEN = re.compile(r"\d+|[^\W\d_]+|[^\w\s]")
_TIME = re.compile(
    r"[,\s]*(?:\b(?:at|à|um|a las|в|kl)\b\s*|الساعة\s*|T)?(?<![\d.])\d{1,2}(?::|h)\d{2}(?::\d{2})?"
    r"(?:\.\d+)?\s*(?:[ap]\.?m\.?|uhr|h|gmt|utc|cet|cest|z|[+-]\d{2}:?\d{2})*\s*$",
    re.IGNORECASE,
)
_COMPACT = re.compile(r"(?:19|20)\d{6}")
_EAST_ASIAN = re.compile(r"(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]")
_LONGEST = 80
_MOST_DAYS = 99
_MONTHS = 12
_YEAR_DIGITS = 4
_LONGEST_PLACE = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenDate:
    """A date found in a text.

    ``day`` is None where the words have the form of a date and name none (31 February).
    ``year_is_missing`` says that the text left the year open; ``day`` then stands in the year it
    was read with. ``remark`` is a sentence on what is odd about it.
    """

    day: date | None
    year_is_missing: bool = False
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateLine:
    """A line that says nothing but a date, perhaps with a place before it and a time after."""

    written: WrittenDate
    place: str = ""
    time: str = ""


def western_digits(text: str) -> str:
    """Return text with the digits of every script as 0 to 9."""
    if text.isascii():
        return text
    return "".join(
        str(unicodedata.decimal(one)) if not one.isascii() and one.isdecimal() else one
        for one in text
    )


def read_date(text: str, language: str, *, year: int | None = None) -> WrittenDate | None:
    """Return the date that text says and nothing else, or None where it says something else.

    A date without a year is read only where a year is given to read it with.
    """
    if len(text) > _LONGEST or not any(one.isdecimal() for one in text):
        return None
    plain = western_digits(text).strip()
    if whole := _EAST_ASIAN.fullmatch(plain):
        return _dated(*(int(one) for one in whole.groups()))
    if _COMPACT.fullmatch(plain):
        found = _dated(int(plain[:4]), int(plain[4:6]), int(plain[6:]))
        return found if found.day else None  # eight digits may be any number
    return _from_words(plain, language, year)


def read_date_line(line: str, language: str) -> DateLine | None:
    """Return what a line says that holds a date alone, or None."""
    if len(line) > _LONGEST:
        return None
    text, time = _without_time(_without_prefix(line))
    if written := read_date(text, language):
        return DateLine(written=written, time=time)
    place, comma, rest = text.partition(",")
    if not comma or any(one.isdecimal() for one in place) or not is_place_like(place):
        return None
    written = read_date(rest, language)
    return DateLine(written=written, place=place.strip(), time=time) if written else None


def is_place_like(text: str) -> bool:
    """Whether text has the form of a place name: few words, a capital where the script has any."""
    text = text.strip()
    if not text or len(text) > _LONGEST_PLACE or len(text.split()) > _YEAR_DIGITS + 1:
        return False
    if any(one.isdecimal() or one in '?!;:“”«»"()[]' for one in text):
        return False
    return text[0].isalpha() and not text[0].islower()


def _without_prefix(line: str) -> str:
    """Return a line without “Published:” and the like before the date."""
    words = line.split()
    for count in range(min(3, len(words) - 1), 0, -1):
        if phrase(" ".join(words[:count])) in vocabulary().date_prefixes:
            return " ".join(words[count:]).lstrip(" :\u2013-")
    before, colon, after = line.partition(":")
    return after.strip() if colon and phrase(before) in vocabulary().date_prefixes else line


def _without_time(line: str) -> tuple[str, str]:
    found = _TIME.search(western_digits(line))
    if not found:
        return line, ""
    return line[: found.start()], line[found.start() :].strip(" ,")


def _from_words(plain: str, language: str, year: int | None) -> WrittenDate | None:
    tokens = _TOKEN.findall(folded(plain))
    if not tokens:
        return None
    # As it stands first: “mar” is a day of the week in French, and March in English.
    if found := _from_tokens(tokens, language, year):
        return found
    weekday = _weekday(tokens[0], language)
    if weekday is None:
        return None
    return _with_weekday(_from_tokens(tokens[1:], language, year), weekday, plain)


def _from_tokens(tokens: list[str], language: str, year: int | None) -> WrittenDate | None:
    signs = {one for one in tokens if not one.isalnum()}
    words = [one for one in tokens if one.isalnum() and one not in date_words()]
    if signs - set(",،.-/'\u2019") or not words:
        return None
    if all(one.isdigit() for one in words):
        return _from_numbers(words, signs, language)
    months = _months(primary(language))
    words = _without_twin_month(_with_whole_months(words, months), months)
    return _from_month_name(words, months, year)


def _from_numbers(words: list[str], signs: set[str], language: str) -> WrittenDate | None:
    if len(words) != len(("day", "month", "year")) or not signs & set("./-"):
        return None
    first, second, third = (int(one) for one in words)
    if len(words[0]) == _YEAR_DIGITS:
        return _dated(first, second, third)
    if len(words[2]) != _YEAR_DIGITS or first > _MOST_DAYS:
        return None
    if second > _MONTHS >= first or language == "en-US":
        return _dated(third, first, second)
    remark = ""
    if language.startswith("en") and first <= _MONTHS and first != second:
        remark = f"“{'/'.join(words)}” was read as day, month, year."
    found = _dated(third, second, first)
    return WrittenDate(day=found.day, remark=remark if found.day else "")


def _from_month_name(
    words: list[str], months: dict[str, int], year: int | None
) -> WrittenDate | None:
    named = [one for one in words if one in months]
    numbers = [one for one in words if one.isdigit()]
    if len(named) != 1 or len(named) + len(numbers) != len(words):
        return None
    day, *years = sorted(numbers, key=len)
    if int(day) > _MOST_DAYS or any(len(one) != _YEAR_DIGITS for one in years):
        return None
    if len(years) == 1:
        return _dated(int(years[0]), months[named[0]], int(day))
    if years or year is None:
        return None
    return WrittenDate(day=_dated(year, months[named[0]], int(day)).day, year_is_missing=True)


def _words(name: str) -> list[str]:
    found = (one for one in _TOKEN.findall(folded(name)) if one.isalpha())
    return [one for one in found if one not in date_words()]


def _with_whole_months(words: list[str], months: dict[str, int]) -> list[str]:
    """Return words with the names of months that are two words (كانون الثاني) joined."""
    kept: list[str] = []
    for word in words:
        if kept and kept[-1] + word in months:
            kept[-1] += word
        else:
            kept.append(word)
    return kept


def _without_twin_month(words: list[str], months: dict[str, int]) -> list[str]:
    """Return words with a month named twice (``أيلول / سبتمبر``) named once."""
    kept: list[str] = []
    for word in words:
        if kept and word in months and months.get(kept[-1]) == months[word]:
            continue
        kept.append(word)
    return kept


def _with_weekday(found: WrittenDate | None, weekday: int | None, text: str) -> WrittenDate | None:
    if found is None or found.day is None or weekday is None or found.year_is_missing:
        return found
    if found.day.weekday() == weekday:
        return found
    remark = f"The day of the week in “{text}” does not fit the date."
    return WrittenDate(day=found.day, remark=remark)


def _dated(year: int, month: int, day: int) -> WrittenDate:
    try:
        return WrittenDate(day=date(year, month, day))
    except ValueError:
        return WrittenDate(day=None)


def _weekday(word: str, language: str) -> int | None:
    return _weekdays(primary(language)).get(word.strip("."))


def primary(language: str) -> str:
    """Return the first part of a language tag: ``en`` of ``en-GB``."""
    return language.partition("-")[0].lower()


def _locales(language: str) -> list[Locale]:
    """Return the locales whose names are understood in a text of a language, its own last."""
    names = [name for one in (*LANGUAGES, language) for name in _VARIANTS.get(one, (one,))]
    found = []
    for name in names:
        try:
            found.append(Locale.parse(name))
        except (ValueError, UnknownLocaleError):
            continue  # a language that Babel does not know has no names of its own
    return found


@cache
def _months(language: str) -> dict[str, int]:
    names: dict[str, int] = {}
    for locale in _locales(language):
        for context in ("format", "stand-alone"):
            for width in ("abbreviated", "wide"):
                for number, name in get_month_names(width, context, locale).items():
                    names["".join(_words(name))] = number
    return names | dict.fromkeys(("sept",), 9)


@cache
def _weekdays(language: str) -> dict[str, int]:
    names: dict[str, int] = {}
    for locale in _locales(language):
        for width in ("abbreviated", "wide"):
            for number, name in get_day_names(width, "format", locale).items():
                names[folded(name).rstrip(".")] = number
    return names
