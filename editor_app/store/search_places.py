"""Where in an item a search hits: for marks in its headline, and a line of its text."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from editor_app.store.folded import word_places, words_in
from editor_app.store.matching import pieces_of, plain_piece
from editor_app.store.wanted import Wanted, wanted

_BEFORE = 30  # letters of an excerpt before the first hit, about
_LONGEST = 140
_MOST_TEXT = 200_000  # letters that are looked through for an excerpt
_CUT = "…"

Stretch = tuple[int, int]
"""Where a hit begins and ends in a text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """A line of an item's text that has a hit, and where the hits are in it."""

    text: str = ""
    hits: tuple[Stretch, ...] = ()


def hits_in(text: str, search: str) -> tuple[Stretch, ...]:
    """Return where the words of a search stand in a text."""
    return tuple(_hits(text, wanted(search)))


def excerpt_of(body: str, others: list[str], search: str) -> Excerpt:
    """Return the first line of a body, or else of the other texts, that a search hits."""
    asked = wanted(search)
    words, beginnings = _single(asked)
    pieces = (plain_piece(piece) for piece in pieces_of(body[:_MOST_TEXT]))
    for text in chain(pieces, others):
        found = words_in(text)
        if words.isdisjoint(found) and not any(word.startswith(beginnings) for word in found):
            continue
        line = " ".join(text.split())
        first = next(_hits(line, asked), None)
        if first is not None:
            return _cut(line, first, asked)
    return Excerpt()


def _cut(line: str, first: Stretch, asked: Wanted) -> Excerpt:
    start = 0
    if first[0] > _BEFORE:
        start = line.find(" ", first[0] - _BEFORE, first[0]) + 1 or first[0]
    end = start + _LONGEST
    if end < len(line):
        end = max(line.rfind(" ", first[1], end), first[1])
    shown = (_CUT if start else "") + line[start:end] + (_CUT if end < len(line) else "")
    return Excerpt(text=shown, hits=tuple(_hits(shown, asked)))


def _hits(text: str, asked: Wanted) -> Iterator[Stretch]:
    """Yield where a word stands that is asked for, or one that begins as asked."""
    words, beginnings = _single(asked)
    for plain, start, end in word_places(text):
        if plain in words or plain.startswith(beginnings):
            yield start, end


def _single(asked: Wanted) -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the words that are asked for, those of phrases too, and the beginnings of words."""
    words, beginnings = set(asked.words), list(asked.beginnings)
    for phrase in asked.phrases:
        words |= set(phrase.words[:-1] if phrase.is_open else phrase.words)
        beginnings += phrase.words[-1:] if phrase.is_open else ()
    return frozenset(words), tuple(beginnings)
