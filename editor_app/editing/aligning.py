"""Which blocks of two language versions say the same: told by structure, length and what is equal.

The pairs go through both texts in order, as in W. A. Gale and K. W. Church, “A program for aligning
sentences in bilingual corpora” (1993): the best of all ways through both, where a block may also
have no counterpart.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from editor_app.body.contents import blocks_inside
from editor_app.body.tree import Block, CrossHead, Figure, Link
from editor_app.checks.links import host_of
from editor_app.checks.parts import parts_of
from editor_app.checks.passage import Kind
from editor_app.checks.passages import spans_of, text_of
from editor_app.wording.dates import western_digits

Pair = tuple[int, int]
_ALONE = -0.35  # what a block without a counterpart costs
_OTHER_KIND = -1.5
_SAME_KIND = 0.4
_LENGTHS = 0.6  # what equal lengths are worth
_EQUALS = 1.2  # what the same numbers, names and addresses are worth
_LARGEST = 20_000  # pairs that are looked at; longer texts are paired near their diagonal
_TOKEN = re.compile(r"\d+|[A-Za-z\u00c0-\u024f]{4,}")


@dataclass(frozen=True, slots=True)
class _Shape:
    """What of a block is the same in another language, more or less."""

    kind: str
    length: int
    equals: frozenset[str]


def aligned(blocks: Sequence[Block], others: Sequence[Block]) -> list[Pair]:
    """Return the numbers of blocks that stand for each other, rising in both texts."""
    shapes, other_shapes = list(map(_shape, blocks)), list(map(_shape, others))
    width = len(others)
    if len(blocks) * len(others) > _LARGEST:
        width = max(8, _LARGEST // (2 * len(blocks)))
    return _best_way(shapes, other_shapes, width)


def _best_way(shapes: Sequence[_Shape], others: Sequence[_Shape], width: int) -> list[Pair]:
    rows, columns = len(shapes), len(others)
    slope = columns / rows if rows else 0.0
    best = {(0, column): _ALONE * column for column in range(columns + 1)}
    came: dict[Pair, bool | None] = {(0, column): False for column in range(1, columns + 1)}
    none = float("-inf")
    for row in range(1, rows + 1):
        middle = round(row * slope)
        for column in range(max(0, middle - width), min(columns, middle + width) + 1):
            ways: list[tuple[float, bool | None]] = [
                (best.get((row - 1, column), none) + _ALONE, True),
                (best.get((row, column - 1), none) + _ALONE, False),
            ]
            if column:
                like = _likeness(shapes[row - 1], others[column - 1])
                ways.append((best.get((row - 1, column - 1), none) + like, None))
            score, way = max(ways, key=lambda one: one[0])
            best[row, column], came[row, column] = score, way
    return _back(came, rows, columns)


def _back(came: dict[Pair, bool | None], row: int, column: int) -> list[Pair]:
    """Return the pairs on the way that was found, from its end to its beginning and turned."""
    found: list[Pair] = []
    while row or column:
        way = came.get((row, column), row > 0)
        if way is None:
            row, column = row - 1, column - 1
            found.append((row, column))
        elif way:
            row -= 1
        else:
            column -= 1
    return found[::-1]


def _likeness(one: _Shape, other: _Shape) -> float:
    if one.kind != other.kind:
        return _OTHER_KIND
    longer, shorter = max(one.length, other.length), min(one.length, other.length)
    score = _SAME_KIND + _LENGTHS * ((shorter + 8) / (longer + 8) - 0.5)
    together = one.equals | other.equals
    if together:
        score += _EQUALS * (2 * len(one.equals & other.equals) / len(together) - 0.5)
    return score


def _shape(block: Block) -> _Shape:
    equals: set[str] = set()
    length = 0
    waiting: list[Block] = [block]
    while waiting:  # a text from outside may be nested deeper than Python can go
        each = waiting.pop()
        waiting.extend(blocks_inside(each))
        if isinstance(each, Figure):
            equals.add(each.src)
        for _name, kind, content in parts_of(each):
            text = text_of(content)
            length += len(text)
            if kind is not Kind.SOURCE:
                equals.update(_equal_in(western_digits(text)))
            marks = (span.mark for span in spans_of(content))
            equals.update(host_of(mark.href) for mark in marks if isinstance(mark, Link))
    level = block.level if isinstance(block, CrossHead) else ""
    return _Shape(f"{type(block).__name__}{level}", length, frozenset(equals - {""}))


def _equal_in(text: str) -> set[str]:
    """Return the numbers and the words with a capital inside a sentence: names, for the most."""
    found = set()
    for token in _TOKEN.finditer(text):
        word = token.group()
        begins = token.start() == 0 or text[: token.start()].rstrip().endswith((".", "!", "?"))
        if word.isdigit() or (word[0].isupper() and not begins):
            found.add(word)
    return found
