"""The countries that a text names, in the language of the text."""

# ruff: noqa: RUF001 - letters of other scripts are what this is about

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from babel import Locale, UnknownLocaleError

from editor_app.wording.dates import primary

# Territories of CLDR that are no countries, and names that mean something else as often.
_NO_COUNTRY = frozenset({"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "ZZ"})
_OTHER_MEANINGS = {
    "en": {"JE"},  # New Jersey
    "fr": {"RE", "MU", "JE"},  # réunion, Maurice
    "es": {"GD"},  # Granada
    "pt": {"GD", "PT"},
}
_NAMES_OF_PEOPLE = frozenset({"Jordan", "Chad", "Georgia", "Israel", "Kenya", "Guinea"})
_ALSO: dict[str, dict[str, tuple[str, ...]]] = {
    "en": {
        "BA": ("Bosnia and Herzegovina",),
        "CD": ("Democratic Republic of the Congo", "DR Congo"),
        "CI": ("Ivory Coast",),
        "CV": ("Cabo Verde", "Cape Verde"),
        "CZ": ("Czech Republic",),
        "GB": ("UK",),
        "MK": ("Macedonia",),
        "MM": ("Myanmar",),
        "PS": ("Palestine",),
        "SZ": ("Swaziland",),
        "TR": ("Turkey", "Türkiye"),
        "US": ("USA", "United States of America"),
    },
    "fr": {"TR": ("Turquie",), "CD": ("RDC", "République démocratique du Congo"), "US": ("USA",)},
    "es": {"CD": ("República Democrática del Congo",), "US": ("EE. UU.", "EEUU")},
    "de": {"US": ("USA",), "CD": ("Demokratische Republik Kongo",)},
    "ru": {"US": ("США",), "MD": ("Республика Молдова",), "KG": ("Кыргызстан",)},
    "ar": {"SA": ("السعودية",), "US": ("الولايات المتحدة الأمريكية",), "AE": ("الإمارات",)},
}
_WORD = re.compile(r"[^\W\d_]+")
_PERSON_BEFORE = re.compile(r"[A-Z][a-z]+\.?\s$")
_ARABIC_ARTICLE = "\u0627\u0644"
_ARABIC_PREFIXES = re.compile("[\u0648\u0641]?[\u0628\u0644\u0643]?")
_RUSSIAN_ENDINGS = (
    ("ия", ("ия", "ии", "ию", "ией", "иею")),
    ("я", ("я", "и", "ю", "ей", "е")),
    ("а", ("а", "ы", "и", "у", "е", "ой")),
    ("ь", ("ь", "и", "ью", "я", "ю", "ем", "е")),
    ("й", ("й", "я", "ю", "ем", "е")),
)


class NamedCountry(NamedTuple):
    """A country (ISO 3166-1 alpha-2) and where a text names it."""

    code: str
    start: int
    end: int


@lru_cache(maxsize=2048)
def countries_in(text: str, language: str) -> tuple[NamedCountry, ...]:
    """Return the countries that text names, in reading order; the longest name counts."""
    names = _names(primary(language))
    found: list[NamedCountry] = []
    reached = 0
    for word in _WORD.finditer(text):
        if word.start() < reached:
            continue
        for start, first in _openings(word, primary(language)):
            if (country := _at(text, start, names.get(first, ()))) is not None:
                found.append(country)
                reached = country.end
                break
    return tuple(found)


def _at(text: str, start: int, names: tuple[tuple[str, str], ...]) -> NamedCountry | None:
    for name, code in names:
        end = start + len(name)
        if not text.startswith(name, start) or (end < len(text) and text[end].isalpha()):
            continue
        if name in _NAMES_OF_PEOPLE and _PERSON_BEFORE.search(text[max(0, start - 24) : start]):
            continue
        return NamedCountry(code, start, end)
    return None


def _openings(word: re.Match[str], language: str) -> Iterator[tuple[int, str]]:
    """Yield where in a word the name of a country may begin, and the rest of the word."""
    written = word[0]
    yield word.start(), written
    if language == "ar" and (prefix := _ARABIC_PREFIXES.match(written)) and prefix[0]:
        for length in range(1, len(prefix[0]) + 1):
            yield word.start() + length, written[length:]


@cache
def _names(language: str) -> dict[str, tuple[tuple[str, str], ...]]:
    """Return by their first words the names of countries in a language, the longest first."""
    try:
        territories = Locale.parse(language).territories
    except (ValueError, UnknownLocaleError):
        return {}
    left_out = _NO_COUNTRY | _OTHER_MEANINGS.get(language, set())
    found: dict[str, list[tuple[str, str]]] = {}
    for code, name in territories.items():
        if len(code) != len("XX") or code in left_out:
            continue
        for form in _forms(name, code, language):
            if first := _WORD.match(form):
                found.setdefault(first[0], []).append((form, code))
    return {
        first: tuple(sorted(set(names), key=lambda pair: (-len(pair[0]), pair)))
        for first, names in found.items()
    }


def _forms(name: str, code: str, language: str) -> Iterator[str]:
    plain = name.partition(" (")[0].partition(", ")[0]
    for one in (plain.removesuffix(" SAR China"), *_ALSO.get(language, {}).get(code, ())):
        yield one
        yield one.replace("\u2019", "'")
        yield one.replace(" & ", " and ")
        if language == "ru" and " " not in one:
            yield from _russian_cases(one)
        elif language == "ar" and one.startswith(_ARABIC_ARTICLE):
            yield "\u0644" + one[1:]  # with “for the”: للعراق, found behind its prefix


def _russian_cases(name: str) -> Iterator[str]:
    for ending, others in _RUSSIAN_ENDINGS:
        if name.endswith(ending):
            stem = name.removesuffix(ending)
            yield from (stem + other for other in others)
            return
    if name[-1].lower() not in "аеёиоуыэюя" and not name.isupper():
        yield from (name + ending for ending in ("а", "у", "ом", "е", "ы"))
