"""Two versions of a text, compared line by line, and word by word in the lines that changed."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from editor_app.body.tree import Body, Text
from editor_app.editing.comparing_lines import Line, LineKind, lines_of
from editor_app.editing.comparing_matches import Pair, longest_rise, matches
from editor_app.editing.comparing_words import Runs, State, compared, kept, tokens_of, whole

_OF_TEXT = frozenset({LineKind.PARAGRAPH, LineKind.CROSS_HEAD, LineKind.ATTRIBUTION})
_COMMON = 8  # lines that hold the same two words, and those tell nothing any more
_ALIKE = 0.3  # of the words of two lines: then one is the other, changed


@dataclass(frozen=True, slots=True)
class ComparedLine:
    """A line and what became of it.

    ``line`` is what it is now, or what it was if it was removed. ``was`` is what it was if it is
    another kind of line now. ``parts`` are its words, as many parts as the line has.
    """

    state: State
    line: Line
    parts: tuple[Runs, ...]
    was: Line | None = None


def compared_bodies(old: Body, new: Body) -> tuple[ComparedLine, ...]:
    """Return the lines of both versions of a text in the order of a reader."""
    before, after = lines_of(old), lines_of(new)
    numbers: dict[Line, int] = {}
    keys = [numbers.setdefault(line, len(numbers)) for line in before]
    new_keys = [numbers.setdefault(line, len(numbers)) for line in after]
    result: list[ComparedLine] = []
    low = new_low = 0
    for place, new_place in (*matches(keys, new_keys), (len(before), len(after))):
        result += _compared(before[low:place], after[new_low:new_place])
        if place < len(before):
            line = after[new_place]
            result.append(ComparedLine(State.KEPT, line, tuple(map(kept, line.parts))))
        low, new_low = place + 1, new_place + 1
    return tuple(result)


def _compared(before: Sequence[Line], after: Sequence[Line]) -> Iterator[ComparedLine]:
    """Yield lines that are not the same: changed where one is like the other, gone and come."""
    low = new_low = 0
    for place, new_place in (*_alike(before, after), (len(before), len(after))):
        yield from (_whole(line, State.REMOVED) for line in before[low:place])
        yield from (_whole(line, State.ADDED) for line in after[new_low:new_place])
        if place < len(before):
            yield _changed(before[place], after[new_place])
        low, new_low = place + 1, new_place + 1


def _whole(line: Line, state: State) -> ComparedLine:
    return ComparedLine(state, line, tuple(whole(part, state) for part in line.parts))


def _changed(old: Line, new: Line) -> ComparedLine:
    parts = tuple(compared(one, other) for one, other in zip(old.parts, new.parts, strict=True))
    is_reshaped = old.shape != new.shape
    return ComparedLine(State.CHANGED, new, parts, old.shape if is_reshaped else None)


# ------------------------------------------------------------ which line became which


def _alike(before: Sequence[Line], after: Sequence[Line]) -> list[Pair]:
    """Return which lines are alike, in the order of both."""
    words, new_words = list(map(_words, before)), list(map(_words, after))
    fits = [(_kind(line), len(line.parts)) for line in before]
    new_fits = [(_kind(line), len(line.parts)) for line in after]

    def likeness(place: int, new_place: int) -> float:
        if fits[place] != new_fits[new_place]:
            return 0.0
        return _likeness(words[place], new_words[new_place])

    found = longest_rise(
        [pair for pair in _candidates(words, new_words) if likeness(*pair) >= _ALIKE]
    )
    ends = ((-1, -1), *found, (len(before), len(after)))
    for (place, new_place), (end, new_end) in pairwise(ends):
        free = new_place + 1
        for other in range(place + 1, end):
            near = range(free, min(new_end, free + _COMMON))
            like = next((each for each in near if likeness(other, each) >= _ALIKE), None)
            if like is not None:
                found.append((other, like))
                free = like + 1
    return sorted(found)


def _kind(line: Line) -> str:
    """Return what a line has to have in common with what it is compared with."""
    if line.kind in _OF_TEXT:
        return "text"
    return f"{line.kind} {line.src or (line.says if line.kind is LineKind.CARD else '')}"


def _words(line: Line) -> list[str]:
    """Return the words of a line; the first is its photo, so that lines of a word are alike."""
    text = " ".join(piece.text for part in line.parts for piece in part if isinstance(piece, Text))
    return [line.src, *(word.casefold() for word in tokens_of(text) if word[0].isalnum())]


def _likeness(words: Sequence[str], others: Sequence[str]) -> float:
    """Return how much two lines have in common, from 0 to 1."""
    common = sum((Counter(words) & Counter(others)).values())
    return 2 * common / (len(words) + len(others))


def _candidates(words: Sequence[Sequence[str]], new_words: Sequence[Sequence[str]]) -> list[Pair]:
    """Return for lines the one that has the most pairs of words in common with it."""
    places: dict[tuple[str, str], list[int]] = {}
    for place, line in enumerate(new_words):
        for two in set(pairwise(line)):
            places.setdefault(two, []).append(place)
    found: list[Pair] = []
    for place, line in enumerate(words):
        votes: Counter[int] = Counter()
        for two in set(pairwise(line)):
            if len(where := places.get(two, ())) <= _COMMON:
                votes.update(where)
        if votes:
            found.append((place, votes.most_common(1)[0][0]))
    return found
