"""The place and date that open a text, with a dash: VIENNA, 15 September 2015."""

import re
from dataclasses import dataclass
from functools import cache

from babel import Locale, UnknownLocaleError

from editor_app.wording.dates import WrittenDate, is_place_like, primary, read_date
from editor_app.wording.vocabulary import LANGUAGES, folded, is_small_word, vocabulary

_DASH = r"(?:--|[\u2012-\u2015]|(?<=\s)-(?=\s)|(?<=\d)\s?-)"
# A full stop belongs to the head after a number, an initial or “St”, and before the dash. Atomic: a
# stop that is two of these would double the ways to read the text, with each stop again.
_STOP = rf"(?>(?:(?<=\d)|(?<=\b\w)|(?<=\bSt))\.|\.(?=\s*{_DASH}))"
_HEAD = re.compile(rf"(?P<head>(?:[^.!?\n]|{_STOP}){{2,80}}?)\s*{_DASH}\s*")
_DATE_AFTER = re.compile(r"(?P<date>[^:\u2012-\u2015]{4,40}?)\s*(?:[.:]|--|[\u2012-\u2015])\s+")
_LATEST = 110


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """A dateline taken off a text: what it says, how it was written, and the text after it."""

    place: str
    written: WrittenDate | None
    source: str
    rest: str


def split_dateline(text: str, language: str, *, year: int | None = None) -> Dateline | None:
    """Return the dateline that text opens with, or None.

    A place with a date is believed whatever it is called. A place alone has to be one that is
    known: a text that opens with the word “Migration” and a dash is no report from there.
    """
    found = _HEAD.match(text[:_LATEST])
    if not found or not text[found.end() :].strip():
        return None
    return _read(found["head"].strip(" ()"), text, found.end(), (language, year))


def _read(head: str, text: str, end: int, reading: tuple[str, int | None]) -> Dateline | None:
    language, year = reading
    place, written = _place_and_date(head, language, year)
    if place and written:
        return Dateline(place=place, written=written, source=text[:end].strip(), rest=text[end:])
    if not is_known_place(head, language):
        return None
    after = _DATE_AFTER.match(text, end)
    if after and (written := _any_date(after["date"], language, year)):
        end = after.end()
        return Dateline(place=head, written=written, source=text[:end].strip(), rest=text[end:])
    return Dateline(place=head, written=None, source=text[:end].strip(), rest=text[end:])


def _place_and_date(head: str, language: str, year: int | None) -> tuple[str, WrittenDate | None]:
    for gap in re.finditer(r"[\s,]+", head):
        place, said = head[: gap.start()].rstrip(" ,("), head[gap.end() :].strip(" ()")
        written = _any_date(said, language, year)
        if written and _is_list_of_places(place) and not is_small_word(place, language):
            return place, written
    return "", None


def _any_date(text: str, language: str, year: int | None) -> WrittenDate | None:
    """Return the date text says; one without a year is read in year, or in a leap year."""
    written = read_date(text, language, year=year or 2024)
    return written if written and written.day else None


def _is_list_of_places(text: str) -> bool:
    return all(is_place_like(part) for part in re.split(r"\s*/\s*", text)) if text else False


def is_known_place(text: str, language: str) -> bool:
    """Whether text is a city or country, or a list of places with one that is known."""
    parts = [part.strip() for part in re.split(r"[/,]", text)]
    if not all(is_place_like(part) for part in parts):
        return False
    known = _known_places(primary(language))
    return any(folded(part) in known for part in parts)


@cache
def _known_places(language: str) -> frozenset[str]:
    """Return the shipped places, all countries, and the cities that time zones are named after."""
    names = set(vocabulary().places)
    for name in {*LANGUAGES, language}:
        try:
            locale = Locale.parse(name)
        except (ValueError, UnknownLocaleError):
            continue  # a language that Babel does not know has no names of its own
        names.update(folded(one) for one in locale.territories.values())
        for zone, words in locale.time_zones.items():
            names.add(folded(str(words.get("city", "")) or zone.split("/")[-1].replace("_", " ")))
            names.add(folded(zone.split("/")[-1].replace("_", " ")))
    return frozenset(names - {""})
