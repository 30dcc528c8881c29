"""Keys in the lines that are a fixed part of something: titles, speakers, attributions, cards."""

from PySide6.QtGui import QTextBlock, QTextCursor

from editor_app.ui.editor.deletion import delete_thing, drop_line
from editor_app.ui.editor.insertion import paragraph_after, paragraph_before
from editor_app.ui.editor.leaves import Kind
from editor_app.ui.editor.lines import (
    is_at_start,
    is_boxed,
    is_empty,
    line_kind,
    line_path,
    set_line,
    standing_in,
    table_of,
    thing_lines,
)

_BEGINS_A_THING = {Kind.BOX_TITLE, Kind.GALLERY_TITLE, Kind.PULL_TEXT}
_GO_ON = {Kind.BOX_TITLE, Kind.GALLERY_TITLE, Kind.PULL_TEXT, Kind.SPEAKER}


def end_part(cursor: QTextCursor) -> None:
    """Do what Enter does in such a line: go to the next part, or begin a paragraph after all."""
    block = cursor.block()
    kind = line_kind(block)
    if kind in _BEGINS_A_THING and is_at_start(cursor) and not is_empty(block):
        paragraph_before(cursor, block)
    elif kind in _GO_ON and block.next().isValid():
        below = block.next()
        if line_kind(below) is Kind.PHOTO and below.next().isValid():
            below = below.next()  # the caption, as a photo takes no words
        is_role = line_kind(below).is_part
        cursor.setPosition(below.position() + (below.length() - 1 if is_role else 0))
    else:
        paragraph_after(cursor, block)


def leave_box(cursor: QTextCursor) -> bool:
    """Take the empty last line out of a box or a passage; return whether the caret was in one."""
    block = cursor.block()
    path = line_path(block)
    if not is_boxed(path) or len(path) > 1:
        return False
    lines = standing_in(block, path)
    if lines[-1] != block:
        return False
    if is_needed(block):
        paragraph_after(cursor, block)
        set_line(cursor.block(), path=())
    else:
        set_line(block, kind=Kind.PARAGRAPH, path=())
    return True


def leave_attributed_quote(cursor: QTextCursor) -> bool:
    """Go from the empty last line of a quote over its attribution; return whether it has one."""
    block = cursor.block()
    below = block.next()
    if line_kind(below) is not Kind.ATTRIBUTION or line_path(below) != line_path(block):
        return False
    if not is_needed(block):
        drop_line(cursor, block)
        below = cursor.block().next()
    paragraph_after(cursor, below)
    return True


def is_needed(block: QTextBlock) -> bool:
    """Whether a line is the only one to write in that its box or its attributed quote has."""
    path = line_path(block)
    if not path or path[-1][0] not in "bq":
        return False
    lines = standing_in(block, path)
    others = [line for line in lines if line != block and not line_kind(line).is_part]
    return not others and len(lines) > 1


def step_back(cursor: QTextCursor) -> None:
    """Do what Backspace does at the start of such a line: never run it into the line above."""
    block = cursor.block()
    kind = line_kind(block)
    if kind in _BEGINS_A_THING:
        if all(is_empty(line) and table_of(line) is None for line in thing_lines(block)):
            delete_thing(cursor, block)
        else:
            step_to_above(cursor, block)
    elif kind is Kind.ATTRIBUTION and is_empty(block):
        drop_line(cursor, block)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    else:
        cursor.setPosition(max(0, block.position() - 1))


def step_to_above(cursor: QTextCursor, block: QTextBlock) -> None:
    """Go to the line above; an empty paragraph there is deleted."""
    above = block.previous()
    if not above.isValid():
        return
    if can_go(above) and table_of(above.previous()) is None:
        drop_line(cursor, above)
        return
    cursor.setPosition(above.position() + above.length() - 1)


def step_over(cursor: QTextCursor, block: QTextBlock, part: QTextBlock) -> None:
    """Go from the start of a line into the part above it, over empty ones; an empty line goes."""
    while is_empty(part) and line_kind(part.previous()).is_part and _is_one_thing(part):
        part = part.previous()
    place = part.position() + part.length() - 1
    if can_go(block):
        drop_line(cursor, block)
    cursor.setPosition(place)


def _is_one_thing(part: QTextBlock) -> bool:
    return line_path(part.previous()) == line_path(part)


def step_into(cursor: QTextCursor, block: QTextBlock, part: QTextBlock) -> None:
    """Go from the end of a line into the part below it; an empty line or attribution goes."""
    if line_kind(part) is Kind.ATTRIBUTION and is_empty(part):
        place = cursor.position()
        drop_line(cursor, part)
        cursor.setPosition(place)
    elif can_go(block):
        number = block.blockNumber()
        drop_line(cursor, block)
        cursor.setPosition(cursor.document().findBlockByNumber(number).position())
    else:
        cursor.setPosition(part.position())


def can_go(block: QTextBlock) -> bool:
    """Whether a line is an empty paragraph that nothing needs."""
    return is_empty(block) and line_kind(block).is_prose and not is_needed(block)
