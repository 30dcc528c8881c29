"""A photo on its way into a gallery or out of it."""

from dataclasses import dataclass, replace

from PySide6.QtGui import QTextBlock, QTextCursor

from editor_app.ui.editor.document import write_leaves
from editor_app.ui.editor.leaves import Kind
from editor_app.ui.editor.lines import (
    figure_lines,
    is_in_gallery,
    line_kind,
    line_path,
    one_step,
)
from editor_app.ui.editor.mending import mend
from editor_app.ui.editor.patch import clear_lines
from editor_app.ui.editor.paths import Path
from editor_app.ui.editor.units import (
    Unit,
    container_unit,
    is_blank,
    line_unit,
    read_unit,
    starts_of,
)


@dataclass(frozen=True, slots=True)
class Crossing:
    """A photo, the lines it passes if there are any, and what it comes to stand in.

    ``first`` and ``last`` are the numbers of the lines between which all that happens.
    """

    photo: Unit
    passed: Unit | None
    path: Path
    first: int
    last: int


def crossing_at(block: QTextBlock, *, up: bool) -> Crossing | None:
    """Return what happens to the photo at a line that is moved over the edge of a gallery."""
    lines = figure_lines(block)
    path = line_path(block)
    if not lines or len(path) > (2 if is_in_gallery(path) else 1):
        return None
    beside = lines[0].previous() if up else lines[-1].next()
    if is_in_gallery(path):
        return _way_out(block, beside, up=up)
    while beside.isValid() and is_blank(beside):
        beside = beside.previous() if up else beside.next()
    if not beside.isValid() or not is_in_gallery(line_path(beside)):
        return None
    photo, inside = container_unit(block, path), line_path(beside)[:1]
    if up:
        return Crossing(photo, None, inside, beside.blockNumber() + 1, photo.last)
    return Crossing(photo, line_unit(beside), inside, photo.first, beside.blockNumber())


def _way_out(block: QTextBlock, beside: QTextBlock, *, up: bool) -> Crossing | None:
    path = line_path(block)
    photo = container_unit(block, path)
    if up and line_kind(beside) is Kind.GALLERY_TITLE:
        return Crossing(photo, line_unit(beside), (), beside.blockNumber(), photo.last)
    is_last = not beside.isValid() or line_path(beside)[:1] != path[:1]
    return Crossing(photo, None, (), photo.first, photo.last) if is_last and not up else None


def cross(cursor: QTextCursor, crossing: Crossing, *, up: bool) -> bool:
    """Write a photo where it comes to stand, in one undo step, the caret with it."""
    document = cursor.document()
    ours = list(read_unit(document, crossing.photo))
    others = [] if crossing.passed is None else list(read_unit(document, crossing.passed))
    at = max(i for i, each in enumerate(ours) if each.start <= cursor.position())
    offset = cursor.position() - ours[at].start
    moved = [replace(each.leaf, path=(*crossing.path, each.leaf.path[-1])) for each in ours]
    passed = [each.leaf for each in others]
    leaves = [*moved, *passed] if up else [*passed, *moved]
    with one_step(cursor):
        clear_lines(cursor, crossing.first, crossing.last - crossing.first + 1)
        number = cursor.blockNumber()
        write_leaves(cursor, leaves)
        last = QTextCursor(cursor.block())
        starts = list(starts_of(document.findBlockByNumber(number), leaves))
        cursor.setPosition(starts[at if up else len(others) + at] + offset)
        mend(QTextCursor(document.findBlockByNumber(number)))
        mend(last)
    return True
