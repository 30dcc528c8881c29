"""What a user's words ask of the index.

Every word must be somewhere in an item, the last one as the beginning of a word. Words in double
quotes, and those that one piece without spaces is made of (*press-release*, 東京), must stand
together. A minus sign before a word or phrase keeps out what has it; a star behind a word makes it
a beginning. The last word of a phrase that is not closed, or of the last piece, is a beginning too;
if that has only one or two letters, it is looked for anywhere in the item.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from editor_app.store.folded import UNSPACED, words_in
from editor_app.store.matching import LONGEST_WORD

_LONGEST_SEARCH = 2_000
_MOST_WORDS = 24
_SHORTEST_BEGINNING = 3  # letters, of the last word of a phrase: fewer are too many phrases
_PIECE = re.compile(r'(?P<minus>-?)(?:"(?P<quoted>[^"]*)(?P<end>"?)|(?P<bare>[^\s"]+))')


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Words that must stand together; ``is_open`` says that the last is the beginning of one."""

    words: tuple[str, ...]
    is_open: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What an item must have, and what it must not."""

    words: tuple[str, ...] = ()
    beginnings: tuple[str, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    unwanted: tuple[Phrase, ...] = ()

    @property
    def is_hopeless(self) -> bool:
        """Whether nothing can be found, as nothing is looked for."""
        return not (self.words or self.beginnings or self.phrases or self.unwanted)

    @property
    def match(self) -> str:
        """What the index of single words is asked, as an expression of FTS5."""
        single = [f'"{word}"' for word in self.words]
        return " ".join([*single, *(f'"{one}" *' for one in self.beginnings)])


@lru_cache(maxsize=64)
def wanted(search: str) -> Wanted:
    """Return what the words of a query ask for."""
    words: dict[str, None] = {}
    beginnings: dict[str, None] = {}
    phrases: list[Phrase] = []
    unwanted: list[Phrase] = []
    for phrase, is_unwanted in _phrases(search[:_LONGEST_SEARCH]):
        if is_unwanted:
            unwanted.append(phrase)
            continue
        together = _as_looked_for(phrase)
        phrases += together
        single = [word for word in phrase.words if not together or word not in together[0].words]
        words |= dict.fromkeys(single[:-1] if phrase.is_open else single)
        if phrase.is_open and single:
            beginnings[single[-1]] = None
    return Wanted(
        words=tuple(words)[:_MOST_WORDS],
        beginnings=tuple(beginnings)[:_MOST_WORDS],
        phrases=tuple(phrases),
        unwanted=tuple(unwanted),
    )


def match_of(phrase: Phrase) -> str:
    """Return a phrase as an expression of FTS5."""
    return f'"{" ".join(phrase.words)}"' + (" *" if phrase.is_open else "")


def _phrases(search: str) -> Iterable[tuple[Phrase, bool]]:
    """Return what the pieces of a search ask for, with whether it is not wanted."""
    found: list[tuple[Phrase, bool]] = []
    pieces = list(_PIECE.finditer(search))
    bare = [number for number, piece in enumerate(pieces) if _is_last_bare(piece)]
    left = _MOST_WORDS
    for number, piece in enumerate(pieces):
        text = piece["bare"] if piece["quoted"] is None else piece["quoted"]
        words = tuple(word[:LONGEST_WORD] for word in words_in(text))[:left]
        if not words:
            continue
        left -= len(words)
        is_unwanted = bool(piece["minus"])
        is_unfinished = (
            piece["end"] == "" if piece["bare"] is None else number == max(bare, default=-1)
        )
        is_open = text.endswith("*") or (is_unfinished and not is_unwanted)
        is_sign = UNSPACED.match(words[-1]) is not None  # which is a whole word
        found.append((Phrase(words=words, is_open=is_open and not is_sign), is_unwanted))
    return found


def _is_last_bare(piece: re.Match[str]) -> bool:
    return piece["bare"] is not None and not piece["minus"] and bool(words_in(piece["bare"]))


def _as_looked_for(phrase: Phrase) -> list[Phrase]:
    """Return the phrase that the index of phrases is asked for, if any."""
    words, is_open = phrase.words, phrase.is_open
    if is_open and len(words[-1]) < _SHORTEST_BEGINNING:
        words, is_open = words[:-1], False
    return [Phrase(words=words, is_open=is_open)] if len(words) > 1 else []
