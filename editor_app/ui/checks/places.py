"""Where in the editor's document a place of the body is."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import QTextBlock, QTextCursor

from editor_app.body.contents import blocks_inside
from editor_app.body.tree import (
    Block,
    FactBox,
    Figure,
    Gallery,
    ListBlock,
    PullQuote,
    Quote,
)
from editor_app.body.tree import Passage as ForeignPassage
from editor_app.checks.finding import Place
from editor_app.ui.editor.body_editor import BodyEditor
from editor_app.ui.editor.counting import units
from editor_app.ui.editor.leaves import Kind, Leaf
from editor_app.ui.editor.lines import table_of

_Step = tuple[tuple[int, ...], str]  # the way to a block, and the name of a part


@dataclass(frozen=True, slots=True)
class Stretch:
    """Letters of a document from one position to another; both are the same for no letters."""

    start: int
    end: int

    def cursor(self, editor: BodyEditor) -> QTextCursor:
        """Return a cursor that has them selected."""
        cursor = QTextCursor(editor.document())
        last = editor.document().characterCount() - 1
        cursor.setPosition(min(self.start, last))
        cursor.setPosition(min(self.end, last), QTextCursor.MoveMode.KeepAnchor)
        return cursor


def stretch_of(editor: BodyEditor, place: Place) -> Stretch | None:
    """Return where a place of the body is in the editor, or None where it is not there any more."""
    line = _line_of(editor, place)
    if line is None:
        return None
    block = editor.document().findBlockByNumber(line)
    table = table_of(block)
    if table is not None:
        row, column = _cell(place.part)
        if row >= table.rows() or column >= table.columns():
            return None
        block = table.cellAt(row, column).firstCursorPosition().block()
    return _within(block, place)


def _within(block: QTextBlock, place: Place) -> Stretch:
    """Return the place in a line; the line as a whole where its words are inside an object."""
    start, text = block.position(), block.text()
    if place.start is None or place.end is None or place.part.startswith("note["):
        return Stretch(start, start + block.length() - 1)
    return Stretch(start + units(text[: place.start]), start + units(text[: place.end]))


def _cell(part: str) -> tuple[int, int]:
    numbers = [int(number) for number in part.replace("]", "").split("[")[1:]]
    if part.startswith("head") and numbers:
        return 0, numbers[0]
    return (numbers[0] + 1, numbers[1]) if part.startswith("cell") else (0, 0)


def _line_of(editor: BodyEditor, place: Place) -> int | None:
    """Return the number of the text block that holds a place."""
    number = place.block[0]
    first_line = first_block = 0
    lines = editor.tracker().lines()
    for length, blocks in editor.tracker().parts():
        if first_block <= number < first_block + len(blocks):
            inside = lines[first_line : first_line + length]
            leaves = [
                (first_line + at, line.leaf)
                for at, line in enumerate(inside)
                if line.leaf is not None and not _vanishes(line.leaf)
            ]
            return _leaf_in(leaves, blocks, place, first_block)
        first_line += length
        first_block += len(blocks)
    return None


def _leaf_in(
    leaves: list[tuple[int, Leaf]], blocks: tuple[Block, ...], place: Place, first_block: int
) -> int | None:
    steps = [step for at, block in enumerate(blocks) for step in _steps(block, (first_block + at,))]
    wanted = (place.block, place.part)
    near = next((n for n, step in enumerate(steps) if step == wanted), None)
    if near is None:  # a part inside a line, such as a note or a cell; or a container
        depth = len(place.block)
        near = next((n for n, (way, _part) in enumerate(steps) if way[:depth] == place.block), None)
    return leaves[near][0] if near is not None and near < len(leaves) else None


def _vanishes(leaf: Leaf) -> bool:
    """Whether a line is an empty paragraph that the body does not have."""
    return leaf.kind is Kind.PARAGRAPH and not leaf.path and not leaf.content


def _steps(block: Block, way: tuple[int, ...]) -> Iterator[_Step]:
    """Yield the lines of a block as places, in the order in which the editor has them."""
    if isinstance(block, ListBlock):
        yield from _list_steps(block, way)
        return
    above, below = _own_steps(block)
    yield from ((way, part) for part in above)
    if isinstance(block, Quote | FactBox | Gallery | ForeignPassage):
        yield from _inner_steps(blocks_inside(block), way)
    yield from ((way, part) for part in below)


def _own_steps(block: Block) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the parts that are lines of their own, above and below the blocks inside a block."""
    match block:
        case Figure():
            return ("alt", "caption", "credit"), ()
        case PullQuote():
            return ("", "speaker", "role"), ()
        case FactBox() | Gallery():
            return ("title",), ()
        case Quote(attribution=attribution):
            return (), ("attribution",) if attribution else ()
        case ForeignPassage():
            return (), ()
    return ("",), ()


def _inner_steps(
    blocks: tuple[Block, ...], way: tuple[int, ...], first: int = 0
) -> Iterator[_Step]:
    if not blocks:
        yield way, ""
    for at, block in enumerate(blocks, start=first):
        yield from _steps(block, (*way, at))


def _list_steps(block: ListBlock, way: tuple[int, ...]) -> Iterator[_Step]:
    first = 0
    for item in block.items:
        yield from _inner_steps(item.blocks, way, first)
        first += len(item.blocks)
