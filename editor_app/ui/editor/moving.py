"""Moving a block, a list item or a whole container past its neighbour."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from editor_app.ui.editor.document import write_leaves
from editor_app.ui.editor.leaves import Kind, Leaf
from editor_app.ui.editor.lines import (
    is_empty,
    line_kind,
    line_path,
    one_step,
    standing_in,
    table_of,
)
from editor_app.ui.editor.patch import clear_lines
from editor_app.ui.editor.paths import Path
from editor_app.ui.editor.reader import Reader

_KEEPS_ITS_PLACE = {Kind.BOX_TITLE, Kind.ATTRIBUTION}


@dataclass(frozen=True, slots=True)
class _Unit:
    """Lines that move as one, by the numbers of the first and the last, and what they stand in."""

    first: int
    last: int
    parent: Path


@dataclass(frozen=True, slots=True)
class _Placed:
    """A leaf as it stands in the document, and where it begins there."""

    leaf: Leaf
    start: int


def move_block(cursor: QTextCursor, *, up: bool) -> bool:
    """Move the block or the list item at the caret past its neighbour, the caret with it.

    At the edge of a quote, a list or a box the whole of it moves, as it does from its title or its
    attribution. Return False where there is nothing to move past.
    """
    pair = _pair(cursor.block(), up=up)
    if pair is None:
        return False
    document = cursor.document()
    ours, others = (list(_read(document, unit)) for unit in pair)
    at = max((i for i, each in enumerate(ours) if each.start <= cursor.position()), default=0)
    offset = max(0, cursor.position() - ours[at].start)
    leaves = [each.leaf for each in (*ours, *others)] if up else [*_of(others), *_of(ours)]
    with one_step(cursor):
        first, last = _with_empty_lines(document, *pair)
        clear_lines(cursor, first, last - first + 1)
        number = cursor.blockNumber()
        write_leaves(cursor, leaves)
    # Qt knows the tables that were just written only when the step has ended
    starts = list(_starts(document.findBlockByNumber(number), leaves))
    cursor.setPosition(starts[at if up else len(others) + at] + offset)
    return True


def _of(placed: Sequence[_Placed]) -> list[Leaf]:
    return [each.leaf for each in placed]


# ---------------------------------------------------------------- what moves past what


def _pair(block: QTextBlock, *, up: bool) -> tuple[_Unit, _Unit] | None:
    """Return what moves and what it moves past."""
    path = line_path(block)
    moved = _container(block, path) if _moves_whole(block, path) else _line(block, path)
    while (neighbour := _neighbour(block.document(), moved, up=up)) is None:
        if not moved.parent:
            return None
        moved = _container(block, moved.parent)
    return moved, neighbour


def _moves_whole(block: QTextBlock, path: Path) -> bool:
    if not path or table_of(block) is not None:
        return False
    is_first_in_item = path[-1][0] == "i" and standing_in(block, path)[0] == block
    return path[-1][0] in "fp" or line_kind(block) in _KEEPS_ITS_PLACE or is_first_in_item


def _container(block: QTextBlock, path: Path) -> _Unit:
    lines = standing_in(block, path)
    return _Unit(lines[0].blockNumber(), lines[-1].blockNumber(), path[:-1])


def _line(block: QTextBlock, path: Path) -> _Unit:
    table = table_of(block)
    if table is None:
        return _Unit(block.blockNumber(), block.blockNumber(), path)
    document = block.document()
    first, last = (document.findBlock(p) for p in (table.firstPosition(), table.lastPosition()))
    return _Unit(first.blockNumber(), last.blockNumber(), path)


def _neighbour(document: QTextDocument, unit: _Unit, *, up: bool) -> _Unit | None:
    """Return what stands beside a unit in the same container; empty paragraphs are stepped over."""
    number = unit.first - 1 if up else unit.last + 1
    size = len(unit.parent)
    while number >= 0 and (line := document.findBlockByNumber(number)).isValid():
        path = line_path(line)
        if path[:size] != unit.parent:
            return None
        if len(path) > size:
            return _container(line, path[: size + 1])
        if line_kind(line) in _KEEPS_ITS_PLACE:
            return None
        if not _is_blank(line):
            return _line(line, path)
        number += -1 if up else 1
    return None


def _is_blank(line: QTextBlock) -> bool:
    return is_empty(line) and line_kind(line).is_prose


def _with_empty_lines(document: QTextDocument, *pair: _Unit) -> tuple[int, int]:
    """Return the first and the last line of a pair, and of the empty lines that tables need."""
    first, last = min(unit.first for unit in pair), max(unit.last for unit in pair)
    low, high = document.findBlockByNumber(first), document.findBlockByNumber(last)
    above, below = low.previous(), high.next()
    path = pair[0].parent
    if table_of(low) is not None and _is_blank(above) and line_path(above) == path:
        first -= 1
    if table_of(high) is not None and _is_blank(below) and line_path(below) == path:
        last += 1
    return first, last


# ---------------------------------------------------------------- reading and finding again


def _read(document: QTextDocument, unit: _Unit) -> Iterator[_Placed]:
    """Yield the lines of a unit as they stand, without those a table gets anew."""
    reader = Reader(document)
    block = document.findBlockByNumber(unit.first)
    while block.isValid() and block.blockNumber() <= unit.last:
        table = table_of(block)
        if table is not None:
            yield _Placed(reader.table(table), block.position())
            block = document.findBlock(table.lastPosition())
        elif not _is_blank(block) or table_of(block.next()) is None:
            leaf = reader.leaf(block)
            if leaf.content:
                leaf = replace(leaf, content=tuple(reader.inlines(block)))
            yield _Placed(leaf, block.position())
        block = block.next()


def _starts(block: QTextBlock, leaves: Sequence[Leaf]) -> Iterator[int]:
    """Yield where lines that were just written begin."""
    for leaf in leaves:
        while leaf.kind is Kind.TABLE and block.isValid() and table_of(block) is None:
            block = block.next()
        yield block.position()
        table = table_of(block)
        if table is not None:
            block = block.document().findBlock(table.lastPosition())
        block = block.next()
