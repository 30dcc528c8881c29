"""What is wrong in a word, and what may have been meant, by one dictionary."""

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import combinations, islice, product
from typing import Protocol

from editor_app.spelling.words import is_checked, plain

Span = tuple[int, int]

MOST_SUGGESTIONS = 7
_MOST_TRIED = 1000
_PIECE = re.compile(r"[^\-\u2010\u2011]+")
_POSSESSIVE = re.compile(r"(.+)['\u2019\u02bc]s")
_ELISION = re.compile(
    r"(?:[ldjmtsnc]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu|quelqu|all|dell|dall|nell|sull|coll|un)"
    r"['\u2019\u02bc](.+)",
    re.IGNORECASE,
)
_ELIDING = frozenset({"fr", "it", "ca"})
_ENDING = re.compile(
    r"(.{3,})i([sz])"
    r"(e|ed|es|er|ers|ing|ings|ation|ations|ational|able|ability|ingly|ement|ements)(['\u2019]s)?",
    re.IGNORECASE,
)
_OTHER_WORDS = re.compile(r".*pr|dev", re.IGNORECASE)
"""What comes before the ending where both endings make words, and not the same ones."""

_ACCENTS = {
    "a": "àáâäã",
    "c": "ç",
    "e": "éèêë",
    "i": "íîïì",
    "n": "ñ",
    "o": "óôöõ",
    "u": "úùûü",
    "y": "ÿ",
}
_MOST_ACCENTS = 2


class Endings(StrEnum):
    """Which of two British spellings is wanted: *organise*, *organize*, or whichever comes."""

    EITHER = ""
    ISE = "s"
    IZE = "z"


class Lexicon(Protocol):
    """What a dictionary can be asked."""

    def spell(self, word: str, /) -> bool:
        """Whether the dictionary knows a word."""

    def suggest(self, word: str, /) -> Iterable[str]:
        """Return words that are like a word."""


class Judge:
    """Says of words in one language what is wrong with them."""

    def __init__(self, lexicon: Lexicon, tag: str, endings: Endings = Endings.EITHER) -> None:
        self._lexicon = lexicon
        self._language = tag.partition("-")[0]
        self._endings = endings if self._language == "en" else Endings.EITHER

    def wrong_parts(self, word: str) -> tuple[Span, ...]:
        """Return which stretches of a word are wrong; none when it is right."""
        if self._knows(word):
            return ()
        pieces = list(_PIECE.finditer(word))
        if len(pieces) > 1:
            checked = [p for p in pieces if is_checked(p[0]) and not self._knows(p[0])]
            return tuple(span for p in checked for span in self._wrong_piece(p[0], p.start()))
        return tuple(self._wrong_piece(word, 0))

    def suggestions(self, word: str) -> tuple[str, ...]:
        """Return what may have been meant, the likeliest first."""
        known = plain(word)
        likely = [*self._respelt(known), *self._completed(known)]
        tried = [one for one in self._lexicon.suggest(known) if not self._is_unwanted(one)]
        tried.sort(key=lambda one: " " in one)
        if "\u2019" in word or "\u02bc" in word:
            likely, tried = (
                [one.replace("'", "\u2019") for one in found] for found in (likely, tried)
            )
        found = dict.fromkeys(one for one in (*likely, *tried) if one != word)
        return tuple(found)[:MOST_SUGGESTIONS]

    def _wrong_piece(self, piece: str, start: int) -> Iterator[Span]:
        """Yield what is wrong in a piece of a word, without what is only put on to it."""
        rest = None
        if self._language == "en":
            rest = _POSSESSIVE.fullmatch(piece)
        elif self._language in _ELIDING:
            rest = _ELISION.fullmatch(piece)
        if rest is None:
            yield start, start + len(piece)
        elif is_checked(rest[1]) and not self._knows(rest[1]):
            yield start + rest.start(1), start + rest.end(1)

    def _knows(self, word: str) -> bool:
        known = plain(word)
        return bool(self._lexicon.spell(known)) and not self._is_unwanted(known)

    def _is_unwanted(self, word: str) -> bool:
        """Whether a word is right, but spelt in the way that was not chosen."""
        if self._endings is Endings.EITHER:
            return False
        other = _with_ending(word, self._endings)
        return other not in ("", word) and bool(self._lexicon.spell(other))

    def _respelt(self, word: str) -> Iterator[str]:
        """Yield the word with the other ending, where that is what is wrong with it."""
        for endings in (self._endings,) if self._endings else (Endings.ISE, Endings.IZE):
            other = _with_ending(word, endings)
            if other not in ("", word) and self._lexicon.spell(other):
                yield other

    def _completed(self, word: str) -> Iterator[str]:
        """Yield words that only lack what is most often left out: accents, or an apostrophe."""
        if not word.isascii():
            return
        if self._language == "en":
            variants = (f"{word[:at]}'{word[at:]}" for at in range(2, len(word)))
        else:
            variants = (one for one in islice(_accented(word), _MOST_TRIED))
        yield from islice((one for one in variants if self._lexicon.spell(one)), MOST_SUGGESTIONS)


def _accented(word: str) -> Iterator[str]:
    """Yield a word with one accent put in, then with two."""
    places = [at for at, letter in enumerate(word) if letter in _ACCENTS]
    for many in range(1, _MOST_ACCENTS + 1):
        for chosen in combinations(places, many):
            for letters in product(*(_ACCENTS[word[at]] for at in chosen)):
                spelt = list(word)
                for at, letter in zip(chosen, letters, strict=True):
                    spelt[at] = letter
                yield "".join(spelt)


def _with_ending(word: str, endings: Endings) -> str:
    """Return a word with -is- or -iz- in its ending, or "" where it has no such ending."""
    found = _ENDING.fullmatch(word)
    if found is None or _OTHER_WORDS.fullmatch(found[1]):
        return ""
    letter = endings.value.upper() if found[2].isupper() else endings.value
    return word[: found.start(2)] + letter + word[found.end(2) :]
