"""Where the words of a text are, and the form in which a dictionary knows them."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

LONGEST = 60
"""Letters of the longest word that is checked."""

# Marks that belong to the letter before them; the standard library counts them as no letters.
_MARKS = (
    "\u00ad\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
    "\u0900-\u0903\u093a-\u094f\u0981-\u0983\u09bc-\u09cd\u0a01-\u0a03\u0a3c-\u0a4d"
    "\u0a81-\u0a83\u0abc-\u0acd\u0b82\u0bbe-\u0bcd\u0c00-\u0c04\u0c3e-\u0c4d\u0d00-\u0d03"
    "\u0d3e-\u0d4d\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u200c\u200d"
)
_VOWELS = re.compile("[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06ed]")
_STRESS = re.compile("(?<=[\u0400-\u04ff])[\u0300\u0301]")
_CAPITALS = re.compile(r"[^\W\d_]{2,}(?:s|['\u2019]s)?")
_LIKE_ADDRESS = re.compile(r"\w[.:/@]\w|[#@]\w|//")
_ADDRESS = re.compile(
    r"""
    (?<!\w)(?:https?|ftp|mailto|tel|file):\S+
    | (?<!\w)www\.\S+
    | (?<![\w.+\-])[\w.+\-]{1,64}@[\w\-]{1,64}(?:\.[\w\-]{1,64})+
    | (?<![\w&])[\#@][\w\-]+
    | (?<![\w\-])[\w\-]{1,64}(?:\.[a-z0-9][\w\-]*)+(?:/\S*)?
    | (?<!\S)(?:/[\w.\-]+){2,}/?
    """,
    re.VERBOSE,
)
_LETTER_FORMS = str.maketrans(
    {"\u2019": "'", "\u02bc": "'", "\uff07": "'", "\u2010": "-", "\u2011": "-", "\u00ad": None}
)


def without_addresses(text: str) -> str:
    """Return a text with spaces in the place of addresses, hashtags and names of files."""
    if _LIKE_ADDRESS.search(text) is None:
        return text
    return _ADDRESS.sub(lambda found: " " * len(found[0]), text)


def words_of(text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
    """Yield the words of a text, or of a stretch of it, with their places.

    Not all are for a dictionary: ask `is_checked`.
    """
    return _word().finditer(text, start, len(text) if end is None else end)


def is_checked(word: str, *, with_capitals: bool = False) -> bool:
    """Whether a dictionary can be asked about a word."""
    if word.isalpha() and word[1:].islower():
        return len(word) <= LONGEST
    if not 1 < len(word) <= LONGEST or "_" in word or any(map(str.isdigit, word)):
        return False
    return with_capitals or not is_in_capitals(word)


def is_in_capitals(word: str) -> bool:
    """Whether a word is an acronym, such as UN, NGOs or ICMPD's."""
    stem = word.rstrip("s").rstrip("'\u2019")
    return stem.isupper() and _CAPITALS.fullmatch(word) is not None


def word_around(text: str, place: int) -> tuple[int, int] | None:
    """Return from where to where the word at a place goes, its two ends included."""
    first = max(0, place - LONGEST)
    for found in _word().finditer(text, first, place + LONGEST):
        if found.start() <= place <= found.end():
            return found.span()
    return None


def plain(word: str) -> str:
    """Return a word as dictionaries write it.

    Letters are composed, apostrophes and hyphens are those of the keyboard; what is written for
    the eye or the voice alone is left out: soft hyphens, Arabic vowels and stretched lines, Russian
    stress marks.
    """
    if word.isascii():
        return word
    word = unicodedata.normalize("NFC", word.translate(_LETTER_FORMS))
    return _STRESS.sub("", _VOWELS.sub("", word))


@cache
def _word() -> re.Pattern[str]:
    letters = rf"[\w{_MARKS}]+"
    return re.compile(rf"{letters}(?:['\u2019\u02bc\-\u2010\u2011·]{letters})*")
