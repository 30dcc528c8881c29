"""Text as a search compares it, with the way back to the letters it was made from."""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_TURKIC = {"tr", "az", "crh", "tt", "ba"}
_SPACES = dict.fromkeys("\u00a0\u202f\u2007\u2009\u200a\u2002\u2003", " ")
_HYPHENS = {"\u2010": "-", "\u2011": "-"}
_QUOTES = dict.fromkeys("\u2018\u2019\u201a\u02bc", "'") | dict.fromkeys("\u201c\u201d\u201e", '"')
_INVISIBLE = dict.fromkeys(
    "\u00ad\u200b\u200c\u200e\u200f\u061c\u2060\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
    "",
)
_VARIANTS = _SPACES | _HYPHENS | _QUOTES | _INVISIBLE
"""What a plain letter of the query stands for as well, unless the query holds one of these."""

_WITHOUT_ACCENT = dict(zip("øØłŁđĐħĦŧŦðÐ\u0131", "oOlLdDhHtTdDi", strict=True)) | {
    "æ": "ae",
    "Æ": "Ae",
    "œ": "oe",
    "Œ": "Oe",
    "\u0640": "",  # the stroke that stretches an Arabic word
}
_OTHER_LETTERS = "йЙ"  # letters of their own, though Unicode takes them apart
_PLAIN = str.maketrans(_VARIANTS | _WITHOUT_ACCENT)
_JOINER = "\u200d"
_FIRST_SYMBOL = "\u2000"
_DOT_ABOVE = "\u0307"
# Where a mark stands, in Unicode's combining classes.
_THROUGH, _POINTS, _AROUND = 1, range(10, 37), 200
_SKIN_TONES = range(0x1F3FB, 0x1F400)


@dataclass(frozen=True, slots=True, kw_only=True)
class Folding:
    """Which differences between letters a search does not see."""

    keeps_case: bool = False
    keeps_accents: bool = True
    is_turkic: bool = False
    exact: frozenset[str] = frozenset()  # of `_VARIANTS`: those the query asks for by themselves


@dataclass(frozen=True, slots=True)
class Folded:
    """A text as it is compared.

    ``places`` says for each letter of ``text`` from which letter of ``source`` it comes, and ends
    with the length of the source. It is None where the two go side by side.
    """

    source: str
    text: str
    places: tuple[int, ...] | None = None

    def stretch(self, start: int, end: int) -> tuple[int, int] | None:
        """Return which letters of the source a stretch of the text is.

        None where it begins or ends in the midst of what a reader takes for one letter.
        """
        if self.places is not None:
            if start and self.places[start] == self.places[start - 1]:
                return None
            if self.places[end] == self.places[end - 1]:
                return None
            start, end = self.places[start], self._end(end)
        return None if self._is_split(start) or self._is_split(end) else (start, end)

    def _end(self, end: int) -> int:
        """Return where the source's letter before a place ends, with the marks left out above."""
        places = self.places or ()
        last = places[end - 1] + 1
        while last < places[end] and _joins(self.source[last]):
            last += 1
        return last

    def _is_split(self, place: int) -> bool:
        if not 0 < place < len(self.source):
            return False
        before = self.source[place - 1]
        return _joins(self.source[place]) or (
            before == _JOINER and self.source[place] > _FIRST_SYMBOL
        )


def folding_for(words: str, folding: Folding, *, language: str) -> Folding:
    """Return how a text in a language is compared with words of a query."""
    exact = frozenset(_VARIANTS) if folding.keeps_case else frozenset(_VARIANTS) & frozenset(words)
    if exact and not folding.keeps_case:
        exact = _whole_groups(exact)
    return Folding(
        keeps_case=folding.keeps_case,
        keeps_accents=folding.keeps_accents,
        is_turkic=language.partition("-")[0].lower() in _TURKIC,
        exact=exact,
    )


def fold(source: str, folding: Folding) -> Folded:
    """Return source as it is compared."""
    if source.isascii():
        has_dotless = folding.is_turkic and "I" in source
        if folding.keeps_case or not has_dotless:
            return Folded(source, source if folding.keeps_case else source.lower())
    letters: list[str] = []
    places: list[int] = []
    place = 0
    while place < len(source):
        taken = 2 if _is_dotted(source, place, folding) else 1
        for letter in "i" if taken > 1 else _folded(source[place], folding):
            letters.append(letter)
            places.append(place)
        place += taken
    return Folded(source, "".join(letters), (*places, len(source)))


def plain_letters(text: str) -> str:
    """Return text with plain letters for all that any search takes for them."""
    return text.translate(_PLAIN)


def is_word_letter(letter: str) -> bool:
    """Whether a letter belongs to a word."""
    return letter.isalnum() or letter == "_" or unicodedata.category(letter)[0] == "M"


def _whole_groups(exact: frozenset[str]) -> frozenset[str]:
    """Return the given letters and all that stand for the same plain one."""
    plain = {_VARIANTS[letter] for letter in exact}
    return frozenset(letter for letter, stands_for in _VARIANTS.items() if stands_for in plain)


def _joins(letter: str) -> bool:
    """Whether a letter is a part of the one before it."""
    if letter < "\u0300":
        return False
    if letter == _JOINER or ord(letter) in _SKIN_TONES:
        return True
    return unicodedata.category(letter) in {"Mn", "Me"}


def _is_dotted(source: str, place: int, folding: Folding) -> bool:
    """Whether an I and a dot above it stand at a place: that is one letter, İ."""
    return (
        not folding.keeps_case
        and source[place] in "Ii"
        and source[place + 1 : place + 2] == _DOT_ABOVE
    )


@lru_cache(maxsize=16384)
def _folded(letter: str, folding: Folding) -> str:
    if letter in _VARIANTS and letter not in folding.exact:
        return _VARIANTS[letter]
    if not folding.keeps_case:
        letter = _lowered(letter, is_turkic=folding.is_turkic)
    if folding.keeps_accents:
        return unicodedata.normalize("NFD", letter)
    return "".join(_bare(part) for part in letter)


def _lowered(letter: str, *, is_turkic: bool) -> str:
    if letter == "İ":
        return "i"
    if letter == "I" and is_turkic:
        return "\u0131"
    return unicodedata.normalize("NFC", letter.casefold())


def _bare(letter: str) -> str:
    """Return a letter without its accents."""
    if letter in _OTHER_LETTERS:
        return letter
    parts = unicodedata.normalize("NFD", letter)
    return "".join(_WITHOUT_ACCENT.get(part, part) for part in parts if not _is_accent(part))


def _is_accent(letter: str) -> bool:
    """Whether a mark is an accent, an Arabic or Hebrew point; vowels of Indian scripts are not."""
    place = unicodedata.combining(letter)
    return place == _THROUGH or place in _POINTS or place >= _AROUND
