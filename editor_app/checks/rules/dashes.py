"""Rules about dashes: hyphens in their place, ranges of numbers, the minus sign, one-sided spaces.

Sources: New Hart's Rules 4.11 for English; Duden and DIN 5008 for German; Мильчин, Чельцова for
Russian. French and Spanish set a hyphen in 1914-1918 (RAE, Ortografía 4.1.1), so that ranges are
none of their rules; Spanish dashes for asides stand without a space inside, so that a hyphen
between spaces cannot be mended for certain there.
"""

# ruff: noqa: RUF001 - marks that look alike are what this is about

import re
from collections.abc import Iterator
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.dates import get_month_names

from editor_app.checks.finding import Found, Level
from editor_app.checks.passage import Kind, Passage
from editor_app.checks.rule import Context, Group, PassageRule
from editor_app.checks.words_shown import Edit, mended, words_shown
from editor_app.wording.dates import primary
from editor_app.wording.punctuation import punctuation_of

_HYPHEN = re.compile(r"(?<=[^\s\d\-–—\ufffc])[ ]-[ ](?=[^\s\d\-–—\ufffc])")
_DOUBLE = re.compile(r"(?<=[^\s\-])(?P<space>[ ]?)--(?P=space)(?=[^\s\-])")
_NOT_LIKE_ENGLISH = frozenset({"ar", "he", "fa", "ur", "ps", "zh", "ja", "ko", "es", "th"})
_NO_SENTENCES = frozenset({Kind.CREDIT, Kind.CELL, Kind.HEAD_CELL, Kind.CARD, Kind.ATTRIBUTION})

_WITH_RANGES = frozenset({"en", "de", "ru"})
_YEARS = re.compile(r"(?<![\w\-–/.,])(?:19|20)\d\d-(?:19|20)\d\d(?![\w\-–/])")
_SHARES = re.compile(
    r"(?<![\w\-–/.,])\d{1,3}(?:[.,]\d{1,2})?-\d{1,3}(?:[.,]\d{1,2})?"
    r"(?=[ \u00a0]?(?:%|per[ ]cent|percent|Prozent|процент))"
)
_MINUS = re.compile(r"(?<=[\s(])-(?=\d{1,4}(?:[.,]\d{1,3})?[ \u00a0\u202f]?[°%‰])")

_ONE_SIDED = re.compile(r"(?<=[^\W\d_][ ])–(?=[^\W\d_])|(?<=[^\W\d_])–(?=[ ][^\W\d_])")
_SPACED = frozenset({"en", "de", "fr"})
_JOINING = re.compile(r"[ ]?(?:and|or|to|und|oder|bis|et|ou)(?!\w)")


def _hyphens(passage: Passage, _context: Context) -> Iterator[Found]:
    if passage.kind in _NO_SENTENCES:
        return
    text = words_shown(passage)
    if "-" not in text:
        return
    rules = punctuation_of(passage.language)
    edits = [
        Edit(*found.span(), f" {rules.dash} " if found["space"] else rules.long_dash)
        for found in _DOUBLE.finditer(text)
    ]
    if primary(passage.language) not in _NOT_LIKE_ENGLISH:
        edits += [Edit(*found.span(), f" {rules.dash} ") for found in _HYPHEN.finditer(text)]
    yield from mended(
        "A hyphen stands where a dash is meant.", f"Put a dash ({rules.dash})", sorted(edits)
    )


def _ranges(passage: Passage, _context: Context) -> Iterator[Found]:
    text = words_shown(passage)
    if "-" not in text:
        return
    found_all = {found.span() for found in _YEARS.finditer(text)}
    found_all |= {found.span() for found in _SHARES.finditer(text)}
    for pattern in _days(primary(passage.language)):
        found_all |= {found.span("range") for found in pattern.finditer(text)}
    edits = (
        Edit(start, end, text[start:end].replace("-", "–")) for start, end in sorted(found_all)
    )
    yield from mended("A range of numbers takes the longer dash.", "Put the longer dash (–)", edits)


@lru_cache(maxsize=64)
def _days(language: str) -> tuple[re.Pattern[str], ...]:
    """Return what finds days of one month: 10-14 February, February 10-14."""
    try:
        locale = Locale.parse(language)
    except (ValueError, UnknownLocaleError):
        return ()
    names = {name for width in ("wide", "abbreviated") for name in _names(locale, width)}
    months = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    days = r"(?P<range>\d{1,2}\.?-\d{1,2}\.?)"
    return (
        re.compile(rf"(?<![\w\-–/.,]){days}(?=[ \u00a0](?:{months})(?!\w))"),
        re.compile(rf"(?<!\w)(?:{months})[ \u00a0](?P<range>\d{{1,2}}-\d{{1,2}})(?![\w\-–/])"),
    )


def _names(locale: Locale, width: str) -> list[str]:
    names = get_month_names("wide" if width == "wide" else "abbreviated", "format", locale=locale)
    return [str(name) for name in names.values()]


def _minus(passage: Passage, _context: Context) -> Iterator[Found]:
    edits = (Edit(*found.span(), "−") for found in _MINUS.finditer(words_shown(passage)))
    yield from mended("A hyphen stands where a minus sign is meant.", "Put a minus sign (−)", edits)


def _one_sided(passage: Passage, _context: Context) -> Iterator[Found]:
    text = words_shown(passage)
    edits = []
    for found in _ONE_SIDED.finditer(text):
        if _JOINING.match(text, found.end()):
            continue
        lacks_after = text[found.end()] != " "
        edits.append(Edit(*found.span(), "– " if lacks_after else " –"))
    yield from mended("A dash has a space on one side only.", "Put the other space", edits)


RULES = (
    PassageRule(
        id="hyphen-as-dash",
        title="Hyphens in place of dashes",
        group=Group.TYPOGRAPHY,
        level=Level.HINTS,
        find=_hyphens,
    ),
    PassageRule(
        id="range-hyphen",
        title="Hyphens in ranges of numbers",
        group=Group.TYPOGRAPHY,
        level=Level.HINTS,
        find=_ranges,
        languages=_WITH_RANGES,
    ),
    PassageRule(
        id="minus-hyphen",
        title="Hyphens in place of a minus sign",
        group=Group.TYPOGRAPHY,
        level=Level.HINTS,
        find=_minus,
    ),
    PassageRule(
        id="dash-one-sided",
        title="Dashes with a space on one side",
        group=Group.TYPOGRAPHY,
        level=Level.HINTS,
        find=_one_sided,
        languages=_SPACED,
    ),
)
"""The rules about dashes."""
