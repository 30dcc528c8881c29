"""Lines that are changed as one: a block, a table, an item, a whole container."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtGui import QTextBlock, QTextDocument

from editor_app.ui.editor.leaves import Kind, Leaf
from editor_app.ui.editor.lines import is_empty, line_kind, line_path, standing_in, table_of
from editor_app.ui.editor.paths import Path
from editor_app.ui.editor.reader import Reader


@dataclass(frozen=True, slots=True)
class Unit:
    """Lines that move as one, by the numbers of the first and the last, and what they stand in."""

    first: int
    last: int
    parent: Path


@dataclass(frozen=True, slots=True)
class Placed:
    """A leaf as it stands in the document, and where it begins there."""

    leaf: Leaf
    start: int


def container_unit(block: QTextBlock, path: Path) -> Unit:
    """Return a whole container that a line stands in."""
    lines = standing_in(block, path)
    return Unit(lines[0].blockNumber(), lines[-1].blockNumber(), path[:-1])


def line_unit(block: QTextBlock) -> Unit:
    """Return a line, or the whole table it is a part of."""
    path = line_path(block)
    table = table_of(block)
    if table is None:
        return Unit(block.blockNumber(), block.blockNumber(), path)
    document = block.document()
    first, last = (document.findBlock(p) for p in (table.firstPosition(), table.lastPosition()))
    return Unit(first.blockNumber(), last.blockNumber(), path)


def is_blank(line: QTextBlock) -> bool:
    """Whether a line is an empty paragraph, which no text has."""
    return is_empty(line) and line_kind(line).is_prose


def with_empty_lines(document: QTextDocument, *pair: Unit) -> tuple[int, int]:
    """Return the first and the last line of a pair, and of the empty lines that tables need."""
    first, last = min(unit.first for unit in pair), max(unit.last for unit in pair)
    low, high = document.findBlockByNumber(first), document.findBlockByNumber(last)
    above, below = low.previous(), high.next()
    path = pair[0].parent
    if table_of(low) is not None and is_blank(above) and line_path(above) == path:
        first -= 1
    if table_of(high) is not None and is_blank(below) and line_path(below) == path:
        last += 1
    return first, last


# ---------------------------------------------------------------- reading and finding again


def read_unit(document: QTextDocument, unit: Unit) -> Iterator[Placed]:
    """Yield the lines of a unit as they stand, without those a table gets anew."""
    reader = Reader(document)
    block = document.findBlockByNumber(unit.first)
    while block.isValid() and block.blockNumber() <= unit.last:
        table = table_of(block)
        if table is not None:
            yield Placed(reader.table(table), block.position())
            block = document.findBlock(table.lastPosition())
        elif not is_blank(block) or not _is_beside_table(block):
            leaf = reader.leaf(block)
            if leaf.content:
                leaf = replace(leaf, content=tuple(reader.inlines(block)))
            yield Placed(leaf, block.position())
        block = block.next()


def _is_beside_table(block: QTextBlock) -> bool:
    return table_of(block.previous()) is not None or table_of(block.next()) is not None


def leaves_of(document: QTextDocument, unit: Unit) -> list[Leaf]:
    """Return what the lines of a unit say."""
    return [each.leaf for each in read_unit(document, unit)]


def starts_of(block: QTextBlock, leaves: Sequence[Leaf]) -> Iterator[int]:
    """Yield where lines that were just written begin."""
    for leaf in leaves:
        while leaf.kind is Kind.TABLE and block.isValid() and table_of(block) is None:
            block = block.next()
        yield block.position()
        table = table_of(block)
        if table is not None:
            block = block.document().findBlock(table.lastPosition())
        block = block.next()
