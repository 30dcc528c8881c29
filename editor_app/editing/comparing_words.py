"""Two versions of a line, compared word by word; what the words are marked as is kept."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

import regex

from editor_app.body.tree import NO_MARKS, Content, Inline, Marks, Text
from editor_app.editing.comparing_matches import Pair, matches

_TOKEN = regex.compile(
    r"""(?xsV1)
    \s+
    | [\p{Han}\p{Hiragana}\p{Katakana}]
    | (?: [[\p{L}\p{N}\p{M}_]--[\p{Han}\p{Hiragana}\p{Katakana}]] | ['\u2019](?=\p{L}) )+
    | \X
    """
)
_CRUMB = 3  # letters that two longer changes may have between them and still be one change
_CRUMB_TOKENS = 6
_MANY = 9  # letters that a piece stands for that has none


class State(StrEnum):
    """What became of something between two versions."""

    KEPT = "kept"
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a line that one thing happened to.

    ``piece`` is what stands there now, or what stood there if it was removed. One that is marked
    otherwise than before is *changed*, and ``was`` says what it was marked as.
    """

    state: State
    piece: Inline
    was: Marks = NO_MARKS


Runs = tuple[Run, ...]


@lru_cache(maxsize=4096)
def tokens_of(text: str) -> tuple[str, ...]:
    """Return the words of a text, and what stands between them, in any script."""
    return tuple(_TOKEN.findall(text))


def kept(content: Content) -> Runs:
    """Return content that nothing happened to."""
    return tuple(Run(State.KEPT, piece) for piece in content)


def whole(content: Content, state: State) -> Runs:
    """Return content that came, or went, as a whole."""
    return tuple(Run(state, piece) for piece in content)


def plain(text: str) -> Content:
    """Return a text as content without marks."""
    return (Text(text),) if text else ()


def compared(old: Content, new: Content) -> Runs:
    """Return the words of two versions of a line, each kept, added, removed or marked otherwise."""
    if old == new:
        return kept(new)
    before, after = _Words.of(old), _Words.of(new)
    stretches = _without_crumbs(before, after, _stretches(matches(before.keys, after.keys)))
    low = new_low = 0
    runs: list[Run] = []
    for place, new_place, size in (*stretches, (len(before.keys), len(after.keys), 0)):
        runs += [Run(State.REMOVED, piece) for piece in before.pieces(low, place)]
        runs += [Run(State.ADDED, piece) for piece in after.pieces(new_low, new_place)]
        low, new_low = place + size, new_place + size
        runs += _same_words(before, after, (place, new_place, size))
    return tuple(runs)


Stretch = tuple[int, int, int]
"""So many tokens that stand in both versions: where in the old one, where in the new, how many."""


class _Words(NamedTuple):
    """The tokens of a line: each as a key, which is it without its marks, and the marks."""

    keys: list[str | Inline]
    marks: list[Marks]

    @classmethod
    def of(cls, content: Content) -> "_Words":
        words = cls([], [])
        for piece in content:
            if isinstance(piece, Text):
                tokens: tuple[str | Inline, ...] = tokens_of(piece.text)
            else:
                tokens = (replace(piece, marks=NO_MARKS),)
            words.keys.extend(tokens)
            words.marks.extend([piece.marks] * len(tokens))
        return words

    def pieces(self, low: int, high: int) -> Iterator[Inline]:
        """Yield the content between two places."""
        while low < high:
            key, marks = self.keys[low], self.marks[low]
            end = low + 1
            if isinstance(key, str):
                while end < high and isinstance(self.keys[end], str) and self.marks[end] == marks:
                    end += 1
                yield Text("".join(map(str, self.keys[low:end])), marks)
            else:
                yield replace(key, marks=marks)
            low = end

    def letters(self, low: int, high: int) -> int:
        """Return how many letters stand between two places; what is no text counts as many."""
        return sum(
            sum(map(str.isalnum, key)) if isinstance(key, str) else _MANY
            for key in self.keys[low:high]
        )


def _same_words(before: _Words, after: _Words, stretch: Stretch) -> Iterator[Run]:
    """Yield words that stand in both versions, in stretches that are marked alike."""
    place, new_place, size = stretch
    was, now = before.marks[place : place + size], after.marks[new_place : new_place + size]
    if was == now:
        yield from (Run(State.KEPT, piece) for piece in after.pieces(new_place, new_place + size))
        return
    start = 0
    for end in range(1, size + 1):
        if (
            end < size
            and was[end] == was[start]
            and (was[end] == now[end]) == (was[start] == now[start])
        ):
            continue
        state = State.KEPT if was[start] == now[start] else State.CHANGED
        marks = NO_MARKS if state is State.KEPT else was[start]
        pieces = after.pieces(new_place + start, new_place + end)
        yield from (Run(state, piece, marks) for piece in pieces)
        start = end


def _stretches(pairs: Iterable[Pair]) -> list[Stretch]:
    """Return pairs that stand side by side as stretches."""
    stretches: list[Stretch] = []
    last = (-1, -1, 0)
    for place, new_place in pairs:
        start, new_start, size = last
        if (start + size, new_start + size) == (place, new_place) and stretches:
            last = stretches[-1] = (start, new_start, size + 1)
        else:
            last = (place, new_place, 1)
            stretches.append(last)
    return stretches


def _without_crumbs(before: _Words, after: _Words, stretches: Sequence[Stretch]) -> list[Stretch]:
    """Return stretches but for spaces and short words that stand alone amid larger changes."""
    ends = ((0, 0, 0), *stretches, (len(before.keys), len(after.keys), 0))
    changes = [
        max(before.letters(one[0] + one[2], other[0]), after.letters(one[1] + one[2], other[1]))
        for one, other in pairwise(ends)
    ]
    result = []
    for number, stretch in enumerate(stretches):
        start, _, size = stretch
        letters = before.letters(start, start + min(size, _CRUMB_TOKENS))
        is_crumb = size < _CRUMB_TOKENS and letters <= _CRUMB
        if not is_crumb or min(changes[number : number + 2]) <= letters:
            result.append(stretch)
    return result
