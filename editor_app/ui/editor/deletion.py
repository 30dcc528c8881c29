"""Taking text out without leaving half a figure or half a locked block behind."""

from PySide6.QtGui import QTextBlock, QTextCursor, QTextTable

from editor_app.ui.editor.formats import OBJECT, SOURCE, kind_of, plain_format, stored
from editor_app.ui.editor.leaves import Kind
from editor_app.ui.editor.lines import (
    figure_lines,
    is_empty,
    line_kind,
    line_path,
    one_step,
    set_line,
    table_of,
    without_figure,
)
from editor_app.ui.editor.reader import shown_source
from editor_app.ui.editor.styles import prose_kind


def select_line(cursor: QTextCursor, block: QTextBlock) -> None:
    """Select the text of one line."""
    cursor.setPosition(block.position())
    cursor.setPosition(block.position() + block.length() - 1, QTextCursor.MoveMode.KeepAnchor)


def delete_selection(cursor: QTextCursor) -> None:
    """Delete what is selected: a touched locked block as a whole, a photo with its figure."""
    if not cursor.hasSelection():
        return
    with one_step(cursor):
        if cursor.hasComplexSelection():
            cursor.removeSelectedText()
            return
        first = cursor.document().findBlock(cursor.selectionStart())
        last = cursor.document().findBlock(cursor.selectionEnd())
        if first == last and line_kind(first) is Kind.PHOTO:
            delete_figure(cursor, first)
            return
        _widen(cursor, first, last)
        _remove(cursor, first, last)


def _widen(cursor: QTextCursor, first: QTextBlock, last: QTextBlock) -> None:
    """Select locked blocks as a whole where the selection begins or ends inside one."""
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    if line_kind(first) is Kind.SOURCE and start < first.position() + first.length() - 1:
        start = first.position()
    if line_kind(last) is Kind.SOURCE and (end > last.position() or first == last):
        end = last.position() + last.length() - 1
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)


def _remove(cursor: QTextCursor, first: QTextBlock, last: QTextBlock) -> None:
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    takes_first = start == first.position()
    takes_last = end == last.position() + last.length() - 1
    is_in_table = table_of(first) is not None or table_of(last) is not None
    kept = last.blockFormat() if takes_first and not takes_last else first.blockFormat()
    is_wide = first != last
    cursor.removeSelectedText()
    if not is_in_table and is_wide:
        cursor.setBlockFormat(kept)
    mend(cursor)


def mend(cursor: QTextCursor) -> None:
    """Make the lines at the caret what they can be after something was deleted there."""
    block = cursor.block()
    if table_of(block) is not None:
        return
    if _says_something_else(block):
        set_line(block, kind=prose_kind(block))
    _mend_figures(block)


def _says_something_else(block: QTextBlock) -> bool:
    """Whether a locked block or a separator has come to hold other words."""
    shape = block.blockFormat()
    kind = kind_of(shape)
    if kind is Kind.SOURCE:
        return block.text() != shown_source(stored(shape, SOURCE))
    return kind is Kind.SEPARATOR and not is_empty(block)


def _mend_figures(block: QTextBlock) -> None:
    """Make what is left of a figure without a photo paragraphs, empty lines of it nothing."""
    for start in (block, block.next()):
        if not start.isValid():
            continue
        lines = figure_lines(start)
        if not lines or _has_photo(lines):
            continue
        for line in reversed(lines):
            set_line(line, path=without_figure(line_path(line)))
            set_line(line, kind=prose_kind(line))
            if is_empty(line) and line != block:
                _drop_line(line)


def _has_photo(lines: list[QTextBlock]) -> bool:
    return any(kind_of(b.blockFormat()) is Kind.PHOTO and OBJECT in b.text() for b in lines)


def _drop_line(block: QTextBlock) -> None:
    """Take an empty line out of the document, where it is not the only one."""
    if table_of(block.previous()) is not None and table_of(block.next()) is not None:
        return
    before = block.previous()
    cursor = QTextCursor(block)
    if before.isValid() and table_of(before) is None:
        kept, words = before.blockFormat(), before.charFormat()
        cursor.deletePreviousChar()
        cursor.setBlockFormat(kept)
        cursor.setBlockCharFormat(words)
    elif block.next().isValid() and table_of(block.next()) is None:
        kept = block.next().blockFormat()
        cursor.deleteChar()
        cursor.setBlockFormat(kept)


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
        _drop_line(cursor.block())


def delete_figure(cursor: QTextCursor, block: QTextBlock) -> None:
    """Delete a figure with its photo and its words; an empty paragraph takes its place."""
    lines = figure_lines(block)
    if not lines:
        return
    with one_step(cursor):
        path = without_figure(line_path(lines[0]))
        cursor.setPosition(lines[0].position())
        end = lines[-1].position() + lines[-1].length() - 1
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        cursor.setBlockCharFormat(plain_format())
        set_line(cursor.block(), kind=Kind.PARAGRAPH, path=path)
