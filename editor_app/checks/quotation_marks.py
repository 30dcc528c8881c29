"""The quotation marks and apostrophes of a text, in pairs, whatever kind they are."""

# ruff: noqa: RUF001 - marks that look alike are what this is about

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from editor_app.wording.punctuation import APOSTROPHE

_MARK = re.compile(r"[\"“”„‟«»‹›‘’‚']")
_FAMILIES = ('"“”„‟', "«»", "'‘’‚", "‹›")
_FAMILY_OF = {mark: family for family in _FAMILIES for mark in family}
_BEFORE_OPENING = frozenset("([{¿¡/\"“„‟«‹‘‚'")
_DASHES = frozenset("-–—―")
_SINGLES = frozenset("'‘’‚‹›")
_REACH = 8  # quotations that a closing mark may end: more stand open only in broken texts


class Quoted(NamedTuple):
    """A quotation: its marks with the places of both, and how many others it stands in."""

    start: int
    end: int
    opening: str
    closing: str
    depth: int

    @property
    def is_straight(self) -> bool:
        """Whether one of its marks is that of a typewriter."""
        return self.opening in "\"'" or self.closing in "\"'"


@dataclass(frozen=True, slots=True)
class MarksRead:
    """What the marks of a text are.

    ``straight`` are the places of straight apostrophes, ``curly`` is the number of others.
    ``alone`` are double marks that have no other half.
    """

    pairs: tuple[Quoted, ...]
    straight: tuple[int, ...]
    curly: int
    alone: tuple[int, ...]


@dataclass(slots=True)
class _Reading:
    """The state of reading the marks of one text."""

    text: str
    waiting: list[int] = field(default_factory=list)
    pairs: list[tuple[int, int]] = field(default_factory=list)
    straight: list[int] = field(default_factory=list)
    curly: int = 0
    alone: list[int] = field(default_factory=list)

    def take(self, place: int) -> None:
        """Decide what the mark at a place is: half of a pair, an apostrophe, a sign of measure."""
        mark = self.text[place]
        before = self.text[place - 1 : place]
        after = self.text[place + 1 : place + 2]
        if mark in "'’" and before.isalnum() and after.isalnum():
            self._apostrophe(place)
        elif mark in "'\"" and before.isdigit() and self._opener(mark) is None:
            return  # feet, inches, minutes
        elif _opens(mark, before, after, is_open=self._opener(mark) is not None):
            self.waiting.append(place)
        else:
            self._close(place)

    def finish(self) -> None:
        """Settle the marks that nothing has closed."""
        for place in self.waiting:
            self._single(place)

    def _close(self, place: int) -> None:
        opener = self._opener(self.text[place])
        if opener is None:
            self._single(place)
            return
        for left in self.waiting[opener + 1 :]:
            self._single(left)
        self.pairs.append((self.waiting[opener], place))
        del self.waiting[opener:]

    def _opener(self, mark: str) -> int | None:
        """Return which of the waiting marks this one would close."""
        family = _FAMILY_OF[mark]
        for index in range(len(self.waiting) - 1, max(-1, len(self.waiting) - 1 - _REACH), -1):
            if self.text[self.waiting[index]] in family:
                return index
        return None

    def _single(self, place: int) -> None:
        if self.text[place] in _SINGLES:
            self._apostrophe(place)
        else:
            self.alone.append(place)

    def _apostrophe(self, place: int) -> None:
        if self.text[place] == "'":
            self.straight.append(place)
        elif self.text[place] == APOSTROPHE:
            self.curly += 1


def _opens(mark: str, before: str, after: str, *, is_open: bool) -> bool:
    """Whether a mark begins a quotation, by its form and by what stands beside it."""
    stands_before = not before or before.isspace() or before in _BEFORE_OPENING
    if before in _DASHES:
        stands_before = not is_open
    goes_on = bool(after) and not after.isspace()
    if mark in "«‹":
        return stands_before or before in _DASHES or after.isalnum()
    if mark in "»›":
        return (not before or before == " ") and after.isalnum()
    if mark in "„‟‚":
        return True
    if mark in "'’":
        return stands_before and goes_on and not (mark == "’" and not after.isalnum())
    return stands_before and (goes_on or not is_open) and not (mark == "”" and is_open)


@lru_cache(maxsize=1024)
def marks_read(text: str) -> MarksRead:
    """Return the quotation marks and apostrophes of text."""
    reading = _Reading(text)
    for found in _MARK.finditer(text):
        reading.take(found.start())
    reading.finish()
    return MarksRead(
        _with_depth(text, sorted(reading.pairs)),
        tuple(sorted(reading.straight)),
        reading.curly,
        tuple(sorted(reading.alone)),
    )


def _with_depth(text: str, pairs: list[tuple[int, int]]) -> tuple[Quoted, ...]:
    around: list[int] = []
    found = []
    for start, last in pairs:
        while around and around[-1] < start:
            around.pop()
        found.append(Quoted(start, last + 1, text[start], text[last], len(around)))
        around.append(last)
    return tuple(found)


@lru_cache(maxsize=1024)
def _outermost(text: str) -> tuple[Quoted, ...]:
    return tuple(pair for pair in marks_read(text).pairs if not pair.depth)


def is_inside(text: str, start: int, end: int) -> bool:
    """Whether some characters of text stand within quotation marks."""
    pairs = _outermost(text)
    at = bisect_left(pairs, (start,)) - 1
    return at >= 0 and end < pairs[at].end
