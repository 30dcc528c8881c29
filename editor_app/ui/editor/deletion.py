"""Taking text out without leaving half a figure or half a locked block behind."""

from typing import cast

from PySide6.QtGui import QTextBlock, QTextCursor, QTextTable

from editor_app.ui.editor.formats import plain_format
from editor_app.ui.editor.leaves import Kind
from editor_app.ui.editor.lines import (
    is_empty,
    is_in_gallery,
    line_kind,
    line_path,
    one_step,
    path_beside,
    set_line,
    standing_in,
    table_of,
    thing_lines,
)
from editor_app.ui.editor.mending import drop, mend
from editor_app.ui.editor.paths import Path

_DELETED_WHOLE = {Kind.SOURCE, Kind.CARD}


def select_line(cursor: QTextCursor, block: QTextBlock) -> None:
    """Select the text of one line."""
    cursor.setPosition(block.position())
    cursor.setPosition(_end(block), QTextCursor.MoveMode.KeepAnchor)


def delete_selection(cursor: QTextCursor) -> None:
    """Delete what is selected: a touched locked block as a whole, a photo with its figure."""
    if not cursor.hasSelection():
        return
    with one_step(cursor):
        if cursor.hasComplexSelection():
            _empty_cells(cursor)
            return
        first = cursor.document().findBlock(cursor.selectionStart())
        last = cursor.document().findBlock(cursor.selectionEnd())
        if first == last and line_kind(first) in {Kind.PHOTO, Kind.CARD}:
            delete_thing(cursor, first)
            return
        _widen(cursor, first, last)
        _keep_apart(cursor)
        _remove_beside_part(cursor)
        _remove(cursor)


def _empty_cells(cursor: QTextCursor) -> None:
    """Empty the selected cells of a table; the caret goes to the first of them."""
    cells = cast("tuple[int, ...]", cursor.selectedTableCells())  # the stubs say None
    row, _rows, column, _columns = cells
    first = cursor.currentTable().cellAt(row, column).firstPosition()
    cursor.removeSelectedText()
    cursor.setPosition(first)


def _end(block: QTextBlock) -> int:
    return block.position() + block.length() - 1


def _select(cursor: QTextCursor, start: int, end: int) -> None:
    cursor.setPosition(start)
    cursor.setPosition(max(start, end), QTextCursor.MoveMode.KeepAnchor)


def _ends(cursor: QTextCursor) -> tuple[QTextBlock, QTextBlock]:
    """Return the lines that a selection begins and ends in."""
    document = cursor.document()
    return document.findBlock(cursor.selectionStart()), document.findBlock(cursor.selectionEnd())


def _widen(cursor: QTextCursor, first: QTextBlock, last: QTextBlock) -> None:
    """Select locked blocks and cards as a whole where the selection begins or ends inside one."""
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    if line_kind(first) in _DELETED_WHOLE and start < _end(first):
        start = first.position()
    if line_kind(last) in _DELETED_WHOLE and (end > last.position() or first == last):
        end = _end(last)
    _select(cursor, start, end)


def _keep_apart(cursor: QTextCursor) -> None:
    """Do not let the words of one end run into a title or a photo that was only touched."""
    first, last = _ends(cursor)
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    while first != last and start == _end(first) and start > first.position() and _is_fixed(first):
        first = first.next()
        start = first.position()
    keeps_first = start > first.position() or line_kind(first).is_part
    while first != last and end == last.position() and keeps_first and _is_fixed(last):
        last = last.previous()
        end = _end(last)
    _select(cursor, start, end)


def _is_fixed(block: QTextBlock) -> bool:
    kind = line_kind(block)
    return kind.is_part or kind.is_whole


def _remove_beside_part(cursor: QTextCursor) -> None:
    """Where a selection goes from a title or a caption into other words, leave them apart.

    What remains of the selection is in the one line.
    """
    first, last = _ends(cursor)
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    is_in_table = table_of(last) is not None
    if first == last or is_in_table or end == _end(last) or not line_kind(first).is_part:
        return
    _select(cursor, first.next().position(), end)
    _remove(cursor)
    _select(cursor, start, _end(cursor.document().findBlock(start)))


def _remove(cursor: QTextCursor) -> None:
    first, last = _ends(cursor)
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    takes_first = start == first.position()
    takes_last = end == _end(last)
    is_in_table = table_of(first) is not None or table_of(last) is not None
    kept = last.blockFormat() if takes_first and not takes_last else first.blockFormat()
    outside = _outside(first, last) if takes_first and takes_last and first != last else None
    is_wide = first != last
    cursor.removeSelectedText()
    if not is_in_table and is_wide:
        cursor.setBlockFormat(kept)
        if outside is not None:
            set_line(cursor.block(), kind=Kind.PARAGRAPH, path=outside)
    mend(cursor)


def _outside(first: QTextBlock, last: QTextBlock) -> Path | None:
    """Return the path round what lies whole between two lines, if that is more than the lines."""
    path = line_path(first)
    for size in range(1, len(path) + 1):
        if path[size - 1][0] in "uoi":
            continue
        lines = standing_in(first, path[:size])
        is_whole = lines[0] == first and lines[-1].position() <= last.position()
        if is_whole:
            return path[: size - 1]
    return None


def remove_table(table: QTextTable) -> None:
    """Delete a table; the lines above and below it stay apart, where Qt would join them."""
    # table.document() would let PySide delete the document together with its wrapper of the table
    document = table.firstCursorPosition().document()
    above = document.findBlock(table.firstPosition() - 1)
    place, shape, words = above.position(), above.blockFormat(), above.charFormat()
    cursor = QTextCursor(document)
    cursor.setPosition(table.lastPosition() + 1)
    below = cursor.blockFormat()
    with one_step(cursor):
        cursor.insertBlock(below, cursor.blockCharFormat())
        table.removeRows(0, table.rows())
        cursor.setPosition(place)  # the block above may be another one by now
        cursor.setBlockFormat(shape)
        if is_empty(cursor.block()):
            cursor.setBlockCharFormat(words)
        # said once more, because a redo of the removal may join the formats otherwise than it did
        QTextCursor(cursor.block().next()).setBlockFormat(below)


def drop_line(cursor: QTextCursor, block: QTextBlock) -> None:
    """Delete one line with everything in it."""
    with one_step(cursor):
        select_line(cursor, block)
        cursor.removeSelectedText()
        drop(cursor.block())
        mend(cursor)


def delete_thing(cursor: QTextCursor, block: QTextBlock) -> None:
    """Delete a whole figure, pull quote, card or box; an empty paragraph takes its place.

    The other photos of a gallery close up.
    """
    lines = thing_lines(block)
    path = path_beside(block)
    is_one_of_several = is_in_gallery(line_path(block))
    with one_step(cursor):
        _select(cursor, lines[0].position(), _end(lines[-1]))
        cursor.removeSelectedText()
        cursor.setBlockCharFormat(plain_format())
        set_line(cursor.block(), kind=Kind.PARAGRAPH, path=path)
        if is_one_of_several:
            drop(cursor.block())
        mend(cursor)
