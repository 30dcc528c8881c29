"""Where the sentences and words of a text begin and end, by language.

Sources for the short forms: the usage lists of Duden, the RAE, the Imprimerie nationale, Мильчин
and New Hart's Rules, of each only what press texts hold. Everything here takes a time that grows
with the text and not faster.
"""

# ruff: noqa: RUF001 - letters of other scripts are what this is about

import re
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple


class Stretch(NamedTuple):
    """Characters of a text, from start up to end."""

    start: int
    end: int


class Word(NamedTuple):
    """A word of a text and where it stands."""

    start: int
    end: int
    text: str


_MARKS_OVER_LETTERS = "\u0300-\u036f\u064b-\u065f\u0670"
_LETTERS = rf"[^\W_{_MARKS_OVER_LETTERS}][\w{_MARKS_OVER_LETTERS}]*+"
_WORD = re.compile(rf"{_LETTERS}(?:['’\-\u2010\u2011·]{_LETTERS})*+")
_END = re.compile(
    r"(?<![.!?…؟۔])[.!?…؟۔]++(?:[\"'”’»“›)\]]|[ \u00a0\u202f][»›])*+(?=\s|\Z)"
    r"|(?<![。！？])[。！？]++[”’」』）]*+"
    r"|\n"
)
_BEFORE = 24  # characters looked back for a short form
_LAST_TOKEN = re.compile(r"[^\s(\[{«“„‘\"'/]{1,24}\Z")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_ORDINAL = re.compile(r"\d{1,2}")

# Where a figure with a full stop is an ordinal: "15. September".
_WITH_ORDINALS = frozenset({"de", "cs", "sk", "da", "nb", "nn", "no", "fi", "hu", "hr", "sl", "bs"})

_MONTHS_EN = "jan feb mar apr jun jul aug sep sept oct nov dec"
_NEVER_LAST = MappingProxyType(
    {
        "en": "mr mrs ms dr prof st gen col lt capt sgt hon rev gov sen rep amb no nos vol art ed"
        f" eds fig pp para paras approx est dept vs cf al mt ft {_MONTHS_EN}",
        "fr": "mm mme mmes mlle mlles dr pr prof st ste art al cf pp vol éd env av bd chap réf tél"
        " janv févr avr juil sept oct nov déc",
        "de": "dr prof hr fr nr str bzw ca vgl ggf evtl inkl exkl abs art ff bd jg hrsg sog zzt tel"
        " min max mio mrd jan feb mär apr jun jul aug sep sept okt nov dez st dipl ing mag geb abt"
        " allg bes betr gem dgl bspw zit",
        "es": "sr sra sres sras srta dr dra dña prof ud uds núm art arts pág págs pp vol cap aprox"
        " av avda cía dpto ej ee excmo excma lic ing",
        "ru": "тыс млн млрд ул пл им см ср стр рис табл акад проф доц обл напр т.е т.к т.н",
        "it": "sig sigg dott ing avv prof pag pagg art cfr on",
        "pt": "sr sra srs dr dra prof exmo exma art pág págs av núm",
    }
)
_MAY_BE_LAST = frozenset({"a.m", "p.m", "т.д", "т.п"})


@lru_cache(maxsize=1024)
def words(text: str) -> tuple[Word, ...]:
    """Return the words of text, with their apostrophes and hyphens."""
    return tuple(Word(found.start(), found.end(), found.group()) for found in _WORD.finditer(text))


@lru_cache(maxsize=1024)
def sentences(text: str, language: str) -> tuple[Stretch, ...]:
    """Return the sentences of text, without the space between them; a line break ends one."""
    primary = language.partition("-")[0].lower()
    ends = [found.end() for found in _END.finditer(text) if _is_end(text, found, primary)]
    found_all: list[Stretch] = []
    start = 0
    for end in (*ends, len(text)):
        stretch = _trimmed(text, start, end)
        if stretch.start < stretch.end:
            found_all.append(stretch)
        start = end
    return tuple(found_all)


@lru_cache(maxsize=1024)
def sentence_starts(text: str, language: str) -> frozenset[int]:
    """Return where the first word of each sentence begins."""
    starts: set[int] = set()
    stretches = iter(sentences(text, language))
    stretch = next(stretches, None)
    for word in words(text):
        while stretch is not None and stretch.end <= word.start:
            stretch = next(stretches, None)
        if stretch is not None and word.start >= stretch.start:
            starts.add(word.start)
            stretch = next(stretches, None)
    return frozenset(starts)


def words_between(text: str, stretch: Stretch) -> int:
    """Return how many words stand in a stretch of text."""
    return sum(1 for _ in _WORD.finditer(text, stretch.start, stretch.end))


def _trimmed(text: str, start: int, end: int) -> Stretch:
    piece = text[start:end]
    begin = start + len(piece) - len(piece.lstrip())
    return Stretch(begin, max(begin, start + len(piece.rstrip())))


def _is_end(text: str, found: re.Match[str], primary: str) -> bool:
    if found.group() == "\n" or found.end() == len(text):
        return True
    after = text[found.end() : found.end() + 8].lstrip()
    following = after.lstrip("\"'“”„«‘(¿¡—– \u00a0\u202f")[:1]
    if following.islower():
        return False
    if not found.group().startswith(".") or found.group().startswith(".."):
        return True
    return not _is_short_form(text[max(0, found.start() - _BEFORE) : found.start()], primary)


def _is_short_form(before: str, primary: str) -> bool:
    """Whether the last word before a full stop is one that it belongs to."""
    found = _LAST_TOKEN.search(before)
    token = found.group() if found else ""
    folded = token.casefold()
    if folded in _MAY_BE_LAST:
        return False
    if len(token) == 1 and token.isalpha():
        return primary != "en" or token.isupper()
    if _INITIALS.fullmatch(token) or folded in _short_forms(primary):
        return True
    return primary in _WITH_ORDINALS and _ORDINAL.fullmatch(token) is not None


@lru_cache(maxsize=64)
def _short_forms(primary: str) -> frozenset[str]:
    return frozenset(_NEVER_LAST.get(primary, "").split())
