"""Rules about numbers: the marks of decimals and thousands, per cent, currencies, milliards.

The marks of each language come from Unicode CLDR (through Babel); the order of sum and currency
from the Interinstitutional Style Guide of the European Union, 7.3.3.
"""

# ruff: noqa: RUF001 - letters of other scripts are what this is about

import re
from collections.abc import Iterator
from functools import lru_cache
from types import MappingProxyType

from babel import Locale, UnknownLocaleError

from editor_app.checks.finding import Fix, Found, Level, at
from editor_app.checks.passage import Kind, Passage
from editor_app.checks.rule import Context, Examined, Group, ItemRule, PassageRule
from editor_app.checks.words_shown import Edit, Ways, changes_both_ways, mended, ways, words_shown
from editor_app.wording.dates import primary

_AFTER_DECIMAL = (
    r"(?=[ \u00a0\u202f]?(?:%|‰|per[ ]cent|percent|million|billion|milliard|Million|Milliard"
    r"|Mio|Mrd|Prozent|pour[ ]cent|por[ ]ciento|millon|millón|млн|млрд|процент|миллион|миллиард))"
)
_DECIMAL_POINT = re.compile(rf"(?<![\w.,])\d{{1,3}}\.\d{{1,2}}{_AFTER_DECIMAL}")
_DECIMAL_COMMA = re.compile(rf"(?<![\w.,])\d{{1,3}},\d{{1,2}}{_AFTER_DECIMAL}")
_POINT_GROUPS = re.compile(r"(?<![\w.,])\d{1,3}(?:\.\d{3}){2,}+(?![\d.,]*\d)")
_COMMA_GROUPS = re.compile(r"(?<![\w.,])\d{1,3}(?:,\d{3}){2,}+(?![\d.,]*\d)")

_SUM_FIRST = re.compile(
    r"(?<![\w.,\-–€$£])(?P<sum>\d[\d.,]{0,18})(?P<many>[ \u00a0](?:million|billion|thousand))?"
    r"[ \u00a0](?P<money>EUR|USD|GBP|CHF)(?!\w)"
)
_SIGN_FIRST = re.compile(
    r"(?<!\w)(?P<money>EUR|€)[ \u00a0\u202f]?"
    r"(?P<sum>\d{1,3}(?:[ \u00a0\u202f]\d{3})*(?:,\d{1,2})?)(?![\d.,])"
    r"(?P<many>[ \u00a0\u202f](?:millions?|milliards?)(?!\w))?(?![ \u00a0\u202f]?(?:€|EUR|\d))"
)
_BILLIONS = MappingProxyType(
    {
        "fr": (re.compile(r"(?<!\w)billions?(?!\w)"), "milliard"),
        "de": (re.compile(r"(?<!\w)Billion(?:en)?(?!\w)"), "Milliarde"),
        "es": (re.compile(r"(?<!\w)bill(?:ón|ones)(?!\w)"), "mil millones"),
        "ru": (re.compile(r"(?<!\w)биллион(?:а|ов)?(?!\w)"), "миллиард"),
    }
)

_PERCENT_WORDS = MappingProxyType(
    {
        "en": ("per cent", re.compile(r"(?<=\d)[ \u00a0]?(?:per[ ]cent|percent)(?!\w)")),
        "fr": ("pour cent", re.compile(r"(?<=\d)[ \u00a0\u202f]?pour[ ]cent(?!\w)")),
        "de": ("Prozent", re.compile(r"(?<=\d)[ \u00a0]?Prozent(?!\w)")),
        "es": ("por ciento", re.compile(r"(?<=\d)[ \u00a0]?por[ ]ciento(?!\w)")),
    }
)
_PERCENT_SIGN = re.compile(r"(?<=\d)[ \u00a0\u202f]?%")


@lru_cache(maxsize=64)
def _marks(language: str) -> tuple[str, str] | None:
    """Return the marks of decimals and of thousands; None where they are not certain.

    Spanish without a country is written with either, and Arabic has two sets of digits.
    """
    if language in {"es", "es-419"} or primary(language) == "ar":
        return None
    try:
        symbols = Locale.parse(language, sep="-").number_symbols.get("latn", {})
    except (ValueError, UnknownLocaleError):
        return None
    decimal, group = str(symbols.get("decimal", "")), str(symbols.get("group", ""))
    return (decimal, group) if decimal in {".", ","} else None


def _separators(passage: Passage, _context: Context) -> Iterator[Found]:
    marks = _marks(passage.language)
    if marks is None:
        return
    decimal, group = marks
    wrong = "." if decimal == "," else ","
    decimals = _DECIMAL_POINT if wrong == "." else _DECIMAL_COMMA
    groups = _POINT_GROUPS if wrong == "," else _COMMA_GROUPS
    text = words_shown(passage)
    edits = [
        Edit(*found.span(), found.group().replace(wrong, decimal))
        for found in decimals.finditer(text)
    ]
    if group != decimal:
        edits += [
            Edit(*found.span(), re.sub("[.,]", group, found.group()))
            for found in groups.finditer(text)
        ]
    yield from mended(
        "A number is not written as in this language.",
        "Write it as in this language",
        sorted(edits),
    )


def _currency_en(passage: Passage, _context: Context) -> Iterator[Found]:
    edits = (
        Edit(*found.span(), f"{found['money']} {found['sum']}{found['many'] or ''}")
        for found in _SUM_FIRST.finditer(words_shown(passage))
    )
    yield from mended("The currency comes before the sum.", "Put the currency first", edits)


def _currency_fr(passage: Passage, _context: Context) -> Iterator[Found]:
    edits = (
        Edit(*found.span(), _sum_in_french(found))
        for found in _SIGN_FIRST.finditer(words_shown(passage))
    )
    yield from mended("The currency comes after the sum.", "Put the currency last", edits)


def _sum_in_french(found: re.Match[str]) -> str:
    if found["many"]:
        return f"{found['sum']}{found['many']} d’euros"
    return f"{found['sum']}\u00a0{found['money']}"


def _billions(passage: Passage, _context: Context) -> Iterator[Found]:
    known = _BILLIONS.get(primary(passage.language))
    if known is None:
        return
    pattern, meant = known
    for found in pattern.finditer(words_shown(passage)):
        message = f"“{found.group()}” is a million millions here: was “{meant}” meant?"
        yield Found(message, at(*found.span()))


# ---------------------------------------------------------------- per cent


@lru_cache(maxsize=1024)
def _percents(passage: Passage) -> Ways | None:
    """Return what makes signs into words in a passage, and what makes words into signs."""
    known = _PERCENT_WORDS.get(primary(passage.language))
    if known is None or not passage.is_prose or passage.kind is Kind.CAPTION:
        return None
    said, pattern = known
    text = words_shown(passage)
    sign = "%" if primary(passage.language) == "en" else "\u00a0%"
    signs = tuple(Edit(*found.span(), f" {said}") for found in _PERCENT_SIGN.finditer(text))
    words = tuple(Edit(*found.span(), sign) for found in pattern.finditer(text))
    return ways(signs, words)


def _percent(examined: Examined) -> Iterator[Found]:
    signs, words = changes_both_ways(examined.telling(_percents))
    house = examined.style.percent
    if house:
        wrong, message = (words, "The house writes %.") if house == "%" else (signs, "")
        message = message or f"The house writes “{house}”."
    elif signs and words:
        wrong = signs if len(signs) <= len(words) else words
        message = "Both % and the words for it stand in this text."
    else:
        return
    if wrong:
        yield Found(message, wrong[0].place, Fix("Write all in one way", wrong))


RULES = (
    PassageRule(
        id="number-marks",
        title="Decimals and thousands as in another language",
        group=Group.TYPOGRAPHY,
        level=Level.HINTS,
        find=_separators,
    ),
    PassageRule(
        id="currency-after-sum",
        title="The currency after the sum",
        group=Group.TYPOGRAPHY,
        level=Level.HINTS,
        find=_currency_en,
        languages=frozenset({"en"}),
    ),
    PassageRule(
        id="currency-before-sum",
        title="The currency before the sum",
        group=Group.TYPOGRAPHY,
        level=Level.HINTS,
        find=_currency_fr,
        languages=frozenset({"fr"}),
    ),
    PassageRule(
        id="billion-or-milliard",
        title="Billions that may be milliards",
        group=Group.WORDS,
        level=Level.HINTS,
        find=_billions,
        languages=frozenset(_BILLIONS),
    ),
    ItemRule(
        id="percent-mixed",
        title="Per cent in two ways",
        group=Group.TYPOGRAPHY,
        level=Level.HINTS,
        find=_percent,
    ),
)
"""The rules about numbers."""
