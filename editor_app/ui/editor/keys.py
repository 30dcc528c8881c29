"""Enter, Backspace, Delete and Tab, as somebody who knows Word expects them."""

from PySide6.QtGui import QTextBlock, QTextCursor

from editor_app.ui.editor.deletion import drop_line, select_line
from editor_app.ui.editor.formats import LINE, mark_format
from editor_app.ui.editor.insertion import paragraph_after, paragraph_before
from editor_app.ui.editor.leaves import Kind
from editor_app.ui.editor.lines import (
    innermost,
    is_at_end,
    is_at_start,
    is_empty,
    line_kind,
    line_path,
    one_step,
    set_line,
    table_at,
    table_of,
    thing_lines,
)
from editor_app.ui.editor.lists import begin_item, item_path, lift
from editor_app.ui.editor.marks import typing_marks
from editor_app.ui.editor.mending import mend
from editor_app.ui.editor.part_keys import (
    can_go,
    end_part,
    leave_attributed_quote,
    leave_box,
    step_back,
    step_into,
    step_over,
    step_to_above,
)
from editor_app.ui.editor.quotes import unquote
from editor_app.ui.editor.styles import prose_kind


def press_enter(cursor: QTextCursor) -> None:
    """End the line at the caret."""
    with one_step(cursor):
        block = cursor.block()
        kind = line_kind(block)
        if kind is Kind.TABLE:
            cursor.insertText(LINE, mark_format(typing_marks(cursor)))
        elif kind in {Kind.PHOTO, Kind.CARD} and is_at_start(cursor) and not is_empty(block):
            paragraph_before(cursor, block)
        elif kind.is_whole:
            paragraph_after(cursor, block)
        elif kind.is_part:
            end_part(cursor)
        elif kind.level and is_empty(block):
            set_line(block, kind=prose_kind(block))
        elif not is_empty(block) or not _leave_container(cursor):
            _split(cursor, kind)


def _leave_container(cursor: QTextCursor) -> bool:
    """Take an empty line out of what it stands in; return whether it could be taken."""
    block = cursor.block()
    path = line_path(block)
    if item_path(block) and innermost(path, "i") > innermost(path, "q"):
        lift(block)
        return True
    if innermost(path, "q") < 0:
        return leave_box(cursor)
    if not leave_attributed_quote(cursor):
        unquote(block)
        mend(cursor)
    return True


def _split(cursor: QTextCursor, kind: Kind) -> None:
    block = cursor.block()
    if kind.level and is_at_start(cursor) and not is_empty(block):
        paragraph_before(cursor, block)
        return
    was_at_end = is_at_end(cursor)
    path = line_path(block)
    item = item_path(block) if innermost(path, "i") > innermost(path, "q") else ()
    typed = mark_format(typing_marks(cursor))
    cursor.insertBlock()
    if is_empty(cursor.block()) and cursor.blockCharFormat() != typed:
        cursor.setBlockCharFormat(typed)
    if kind.level and was_at_end:
        set_line(cursor.block(), kind=prose_kind(cursor.block()))
    if item:
        begin_item(cursor.block(), item)


def break_line(cursor: QTextCursor) -> None:
    """Break the line at the caret without ending the paragraph."""
    kind = line_kind(cursor.block())
    if kind.is_part or kind.is_whole:
        press_enter(cursor)
        return
    cursor.insertText(LINE, mark_format(typing_marks(cursor)))


# ---------------------------------------------------------------- backwards


def press_backspace(cursor: QTextCursor) -> bool:
    """Do what Backspace does without a selection; return False to leave it to the editor.

    At the start of a line that is something special the line becomes a paragraph first; a figure,
    a locked block or a table above is selected before it can be deleted.
    """
    block = cursor.block()
    kind = line_kind(block)
    if kind.is_whole:
        _backspace_whole(cursor, kind)
        return True
    if not is_at_start(cursor):
        return False
    if kind is Kind.TABLE:
        return _is_cell_start(cursor)
    if kind.is_part:
        step_back(cursor)
        return True
    if _become_plain(cursor):
        return True
    return _join_above(cursor)


def _is_cell_start(cursor: QTextCursor) -> bool:
    table = table_at(cursor)
    return table is not None and table.cellAt(cursor).firstPosition() == cursor.position()


def _backspace_whole(cursor: QTextCursor, kind: Kind) -> None:
    block = cursor.block()
    if kind is Kind.SEPARATOR:
        drop_line(cursor, block)
    elif kind in {Kind.PHOTO, Kind.CARD} and is_at_start(cursor):
        step_to_above(cursor, block)
    else:
        select_line(cursor, block)


def _become_plain(cursor: QTextCursor) -> bool:
    """Take a list item, a cross-head or a quoted line one step towards a plain paragraph."""
    block = cursor.block()
    path = line_path(block)
    item = item_path(block)
    with one_step(cursor):
        if line_kind(block).level:
            set_line(block, kind=prose_kind(block))
        elif item and item == path and line_path(block.previous())[: len(item)] != item:
            lift(block)
        elif path and path[-1][0] == "q" and not _is_inside(block.previous(), path):
            unquote(block)
            mend(cursor)
        elif path and path[-1][0] == "l" and not _is_inside(block.previous(), path):
            set_line(block, path=())
        else:
            return False
    return True


def _is_inside(block: QTextBlock, path: tuple[str, ...]) -> bool:
    return block.isValid() and line_path(block)[: len(path)] == path


def _join_above(cursor: QTextCursor) -> bool:
    """Join the caret's paragraph to the line above it."""
    block = cursor.block()
    above = block.previous()
    if not above.isValid():
        return True
    kind = line_kind(above)
    if kind is Kind.TABLE:
        cursor.setPosition(above.position() + above.length() - 1)
    elif kind is Kind.SEPARATOR:
        drop_line(cursor, above)
    elif kind.is_whole or kind.is_figure_part:
        _choose(cursor, thing_lines(above)[0])
    elif kind.is_part:
        step_over(cursor, block, above)
    else:
        _join(cursor, above, block)
    return True


def _choose(cursor: QTextCursor, block: QTextBlock) -> None:
    """Select a whole line; the empty paragraph that the caret was in goes."""
    left = cursor.block()
    if can_go(left) and table_of(left.next()) is None and left.next().isValid():
        drop_line(cursor, left)
    select_line(cursor, block)


def _join(cursor: QTextCursor, above: QTextBlock, block: QTextBlock) -> None:
    kept = block.blockFormat() if is_empty(above) else above.blockFormat()
    with one_step(cursor):
        cursor.setPosition(above.position() + above.length() - 1)
        cursor.deleteChar()
        cursor.setBlockFormat(kept)
        mend(cursor)


def press_delete(cursor: QTextCursor) -> bool:
    """Do what Delete does without a selection; return False to leave it to the editor."""
    block = cursor.block()
    kind = line_kind(block)
    if kind is Kind.SEPARATOR:
        drop_line(cursor, block)
        return True
    if kind is Kind.SOURCE:
        select_line(cursor, block)
        return True
    if kind in {Kind.PHOTO, Kind.CARD} and is_at_start(cursor) and not is_empty(block):
        select_line(cursor, block)
        return True
    if not is_at_end(cursor):
        return False
    return _delete_below(cursor, block, kind)


def _delete_below(cursor: QTextCursor, block: QTextBlock, kind: Kind) -> bool:
    below = block.next()
    if kind is Kind.TABLE:
        return _is_cell_end(cursor)
    if kind.is_part or kind.is_whole or not below.isValid():
        return True
    other = line_kind(below)
    if other is Kind.SEPARATOR:
        drop_line(cursor, below)
    elif other is Kind.TABLE:
        cursor.setPosition(below.position())
    elif other.is_whole:
        _choose(cursor, below)
    elif other.is_part:
        step_into(cursor, block, below)
    else:
        _join(cursor, block, below)
    return True


def _is_cell_end(cursor: QTextCursor) -> bool:
    table = table_at(cursor)
    return table is not None and table.cellAt(cursor).lastPosition() == cursor.position()


# ---------------------------------------------------------------- typing


def make_ready_to_type(cursor: QTextCursor) -> bool:
    """Move the caret out of a line that takes no text; return False where typing is refused."""
    kind = line_kind(cursor.block())
    if kind in {Kind.SOURCE, Kind.CARD}:
        return False
    if kind is Kind.SEPARATOR:
        paragraph_after(cursor, cursor.block())
    elif kind is Kind.PHOTO:
        lines = thing_lines(cursor.block())
        if len(lines) > 1:
            cursor.setPosition(lines[1].position() + lines[1].length() - 1)
        else:
            paragraph_after(cursor, cursor.block())
    return True
