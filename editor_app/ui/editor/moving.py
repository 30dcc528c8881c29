"""Moving a block, a list item or a whole container past its neighbour."""

from collections.abc import Sequence

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from editor_app.ui.editor.crossing import cross, crossing_at
from editor_app.ui.editor.document import write_leaves
from editor_app.ui.editor.leaves import Kind, Leaf
from editor_app.ui.editor.lines import line_kind, line_path, one_step, standing_in, table_of
from editor_app.ui.editor.patch import clear_lines
from editor_app.ui.editor.paths import Path
from editor_app.ui.editor.units import (
    Placed,
    Unit,
    container_unit,
    is_blank,
    line_unit,
    read_unit,
    starts_of,
    with_empty_lines,
)

_KEEPS_ITS_PLACE = {Kind.BOX_TITLE, Kind.GALLERY_TITLE, Kind.ATTRIBUTION}


def move_block(cursor: QTextCursor, *, up: bool, whole: Path = ()) -> bool:
    """Move the block or the list item at the caret past its neighbour, the caret with it.

    At the edge of a quote, a list or a box the whole of it moves, as it does from its title or its
    attribution; with ``whole`` it is the container of that path. At the edge of a gallery a photo
    comes out of it, or goes into it. Return False where there is nothing to move past.
    """
    if not whole and (crossing := crossing_at(cursor.block(), up=up)) is not None:
        return cross(cursor, crossing, up=up)
    pair = _pair(cursor.block(), whole, up=up)
    if pair is None:
        return False
    document = cursor.document()
    ours, others = (list(read_unit(document, unit)) for unit in pair)
    if not ours:  # the empty line beside a table
        return False
    at = max((i for i, each in enumerate(ours) if each.start <= cursor.position()), default=0)
    offset = max(0, cursor.position() - ours[at].start)
    leaves = [each.leaf for each in (*ours, *others)] if up else [*_of(others), *_of(ours)]
    with one_step(cursor):
        first, last = with_empty_lines(document, *pair)
        clear_lines(cursor, first, last - first + 1)
        number = cursor.blockNumber()
        write_leaves(cursor, leaves)
    # Qt knows the tables that were just written only when the step has ended
    starts = list(starts_of(document.findBlockByNumber(number), leaves))
    cursor.setPosition(starts[at if up else len(others) + at] + offset)
    return True


def _of(placed: Sequence[Placed]) -> list[Leaf]:
    return [each.leaf for each in placed]


# ---------------------------------------------------------------- what moves past what


def _pair(block: QTextBlock, whole: Path, *, up: bool) -> tuple[Unit, Unit] | None:
    """Return what moves and what it moves past."""
    path = line_path(block)
    if not whole and _moves_whole(block, path):
        whole = path
    moved = container_unit(block, whole) if whole else line_unit(block)
    while (neighbour := _neighbour(block.document(), moved, up=up)) is None:
        if not moved.parent:
            return None
        moved = container_unit(block, moved.parent)
    return moved, neighbour


def _moves_whole(block: QTextBlock, path: Path) -> bool:
    if not path or table_of(block) is not None:
        return False
    is_first_in_item = path[-1][0] == "i" and standing_in(block, path)[0] == block
    return path[-1][0] in "fp" or line_kind(block) in _KEEPS_ITS_PLACE or is_first_in_item


def _neighbour(document: QTextDocument, unit: Unit, *, up: bool) -> Unit | None:
    """Return what stands beside a unit in the same container; empty paragraphs are stepped over."""
    number = unit.first - 1 if up else unit.last + 1
    size = len(unit.parent)
    while number >= 0 and (line := document.findBlockByNumber(number)).isValid():
        path = line_path(line)
        if path[:size] != unit.parent:
            return None
        if len(path) > size:
            return container_unit(line, path[: size + 1])
        if line_kind(line) in _KEEPS_ITS_PLACE:
            return None
        if not is_blank(line):
            return line_unit(line)
        number += -1 if up else 1
    return None
