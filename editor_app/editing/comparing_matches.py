"""What two sequences have in common, found in bounded time however long they are."""

from collections import Counter
from collections.abc import Hashable, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

_SMALL = 2_500  # pairs of places that are looked at thoroughly
_LARGEST = 40_000  # and those that are where nothing occurs only once
_BUDGET = 3_000_000  # pairs of places looked at in all: more is not worth the wait

Pair = tuple[int, int]


class _Stretch(NamedTuple):
    """A part of both sequences, given by where it begins and ends in each."""

    low: int
    high: int
    new_low: int
    new_high: int

    @property
    def size(self) -> int:
        return (self.high - self.low) * (self.new_high - self.new_low)


def matches(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Pair]:
    """Return the places of what old and new have in common, in the order of both.

    What occurs once in each is found first, and what stands between such places after that. So the
    time grows with the length; two long texts that are nothing but repetitions have less in common
    than could be found.
    """
    found: list[Pair] = []
    waiting = [_Stretch(0, len(old), 0, len(new))]
    left = _BUDGET
    while waiting:
        stretch = _without_ends(old, new, waiting.pop(), found)
        if not stretch.size:
            continue
        if stretch.size > _SMALL and (anchors := _anchors(old, new, stretch)):
            found.extend(anchors)
            waiting.extend(_between(stretch, anchors))
        elif stretch.size <= min(left, _LARGEST):
            left -= stretch.size
            found.extend(_thoroughly(old, new, stretch))
    return sorted(found)


def longest_rise(pairs: Sequence[Pair]) -> list[Pair]:
    """Return the most of pairs, sorted by their first places, whose second places rise too."""
    tops: list[int] = []  # for each length of a rise, the pair with the lowest end
    before = [-1] * len(pairs)
    for number, (_, place) in enumerate(pairs):
        length = _first_not_below(tops, pairs, place)
        before[number] = tops[length - 1] if length else -1
        tops[length : length + 1] = [number]
    rise = []
    number = tops[-1] if tops else -1
    while number >= 0:
        rise.append(pairs[number])
        number = before[number]
    return rise[::-1]


def _first_not_below(tops: Sequence[int], pairs: Sequence[Pair], place: int) -> int:
    low, high = 0, len(tops)
    while low < high:
        middle = (low + high) // 2
        if pairs[tops[middle]][1] < place:
            low = middle + 1
        else:
            high = middle
    return low


def _without_ends(
    old: Sequence[Hashable], new: Sequence[Hashable], stretch: _Stretch, found: list[Pair]
) -> _Stretch:
    """Return a stretch without what both parts begin and end with, which is found."""
    low, high, new_low, new_high = stretch
    while low < high and new_low < new_high and old[low] == new[new_low]:
        found.append((low, new_low))
        low, new_low = low + 1, new_low + 1
    while low < high and new_low < new_high and old[high - 1] == new[new_high - 1]:
        high, new_high = high - 1, new_high - 1
        found.append((high, new_high))
    return _Stretch(low, high, new_low, new_high)


def _anchors(old: Sequence[Hashable], new: Sequence[Hashable], stretch: _Stretch) -> list[Pair]:
    """Return the places of what occurs once in each part, as far as it is in the same order."""
    olds = Counter(old[stretch.low : stretch.high])
    news = Counter(new[stretch.new_low : stretch.new_high])
    once = {thing for thing, times in olds.items() if times == 1 and news.get(thing) == 1}
    if not once:
        return []
    places = {
        new[place]: place
        for place in range(stretch.new_low, stretch.new_high)
        if new[place] in once
    }
    pairs = [
        (place, places[old[place]])
        for place in range(stretch.low, stretch.high)
        if old[place] in once
    ]
    return longest_rise(pairs)


def _between(stretch: _Stretch, anchors: Sequence[Pair]) -> list[_Stretch]:
    stretches = []
    low, new_low = stretch.low, stretch.new_low
    for place, new_place in (*anchors, (stretch.high, stretch.new_high)):
        if low < place and new_low < new_place:
            stretches.append(_Stretch(low, place, new_low, new_place))
        low, new_low = place + 1, new_place + 1
    return stretches


def _thoroughly(old: Sequence[Hashable], new: Sequence[Hashable], stretch: _Stretch) -> list[Pair]:
    a, b = old[stretch.low : stretch.high], new[stretch.new_low : stretch.new_high]
    blocks = SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
    return [
        (stretch.low + block.a + step, stretch.new_low + block.b + step)
        for block in blocks
        for step in range(block.size)
    ]
