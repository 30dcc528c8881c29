"""Two versions of one text made into one that has the changes of both."""

import re
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

_LINES = re.compile(r"[^\n]*\n|[^\n]+")
_WORDS = re.compile(r"\w+|\s+|[^\w\s]")


class _Change(NamedTuple):
    """What stands in another text in place of base[start:end]."""

    start: int
    end: int
    new: str


def joined(base: str, first: str, second: str) -> str:
    """Return base with what was changed in first and in second.

    No word that is new in either is left out. Where both changed the same words, those of first
    come before those of second; what one has deleted and the other changed is there as changed.
    """
    if first in (base, second):
        return second
    if second == base:
        return first
    one, other = _change(base, first), _change(base, second)
    if one.end <= other.start:
        return _with_both(base, one, other)
    if other.end <= one.start:
        return _with_both(base, other, one)
    start, end = min(one.start, other.start), max(one.end, other.end)
    parts = (base[start:end], _part(base, one, start, end), _part(base, other, start, end))
    return base[:start] + _by_lines(*parts) + base[end:]


def shared_start(one: str, other: str) -> int:
    """Return how many letters two texts begin with that are the same."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _change(base: str, text: str) -> _Change:
    start = shared_start(base, text)
    end = shared_start(base[start:][::-1], text[start:][::-1])
    return _Change(start, len(base) - end, text[start : len(text) - end])


def _with_both(base: str, one: _Change, other: _Change) -> str:
    """Return base with two changes made to it, of which the second stands behind the first."""
    if one.end == other.start:
        new = _one_after_the_other("", one.new, other.new)
    else:
        new = one.new + base[one.end : other.start] + other.new
    return base[: one.start] + new + base[other.end :]


def _part(base: str, change: _Change, start: int, end: int) -> str:
    """Return what stands in a changed text in place of base[start:end], which holds the change."""
    return base[start : change.start] + change.new + base[change.end : end]


# ---------------------------------------------------------------- where both changed the same


_Settle = Callable[[str, str, str], str]


def _by_lines(base: str, first: str, second: str) -> str:
    parts = (_LINES.findall(base), _LINES.findall(first), _LINES.findall(second))
    return "".join(_settled(*parts, settle=_by_words))


def _by_words(base: str, first: str, second: str) -> str:
    parts = (_WORDS.findall(base), _WORDS.findall(first), _WORDS.findall(second))
    return "".join(_settled(*parts, settle=_one_after_the_other))


def _settled(
    base: Sequence[str], first: Sequence[str], second: Sequence[str], *, settle: _Settle
) -> Iterator[str]:
    """Yield the pieces of three texts: where both changed base, what settle makes of the three."""
    in_first, in_second = _matches(base, first), _matches(base, second)
    at, at_first, at_second = 0, 0, 0
    for place in (*(place for place in in_first if place in in_second), len(base)):
        stop_first = in_first.get(place, len(first))
        stop_second = in_second.get(place, len(second))
        parts = (base[at:place], first[at_first:stop_first], second[at_second:stop_second])
        before, one, other = map("".join, parts)
        if one in (before, other):
            yield other
        elif other == before:
            yield one
        else:
            yield settle(before, one, other)
        yield from base[place : place + 1]
        at, at_first, at_second = place + 1, stop_first + 1, stop_second + 1


def _matches(base: Sequence[str], text: Sequence[str]) -> dict[int, int]:
    """Return where the pieces of base stand in text, for those that do, in order."""
    found = SequenceMatcher(None, base, text, autojunk=False).get_matching_blocks()
    return {match.a + i: match.b + i for match in found for i in range(match.size)}


def _one_after_the_other(_base: str, first: str, second: str) -> str:
    if not first or not second:
        return first or second
    is_parted = first[-1].isspace() or second[0].isspace()
    return first + second if is_parted else f"{first} {second}"
