"""Another text for an open document: only what differs is replaced, as one undo step."""

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from editor_app.body.tree import Block, Body
from editor_app.ui.editor.deletion import remove_table
from editor_app.ui.editor.document import dress, write_leaves
from editor_app.ui.editor.formats import line_format, plain_format
from editor_app.ui.editor.leaves import Kind, Leaf, to_leaves
from editor_app.ui.editor.lines import fresh_number, one_step
from editor_app.ui.editor.mending import drop
from editor_app.ui.editor.reader import Tables
from editor_app.ui.editor.tracker import Tracker


def apply_body(document: QTextDocument, tracker: Tracker, body: Body) -> None:
    """Make an open document hold body by replacing only the lines that differ."""
    tracker.remember(body)
    parts = tracker.parts()
    low = high = 0
    start, stop = 0, len(body.blocks)
    while low < len(parts) and _begins_with(body.blocks[start:], parts[low][1]):
        start += len(parts[low][1])
        low += 1
    while high < len(parts) - low and _ends_with(body.blocks[start:stop], parts[-1 - high][1]):
        stop -= len(parts[-1 - high][1])
        high += 1
    first = sum(length for length, _blocks in parts[:low])
    count = sum(length for length, _blocks in parts[low : len(parts) - high])
    if count or start < stop:
        cursor = QTextCursor(document)
        with one_step(cursor):
            _replace(cursor, first, count, body.blocks[start:stop])


def _begins_with(blocks: tuple[Block, ...], part: tuple[Block, ...]) -> bool:
    return blocks[: len(part)] == part


def _ends_with(blocks: tuple[Block, ...], part: tuple[Block, ...]) -> bool:
    return len(part) <= len(blocks) and blocks[len(blocks) - len(part) :] == part


def _replace(cursor: QTextCursor, first: int, count: int, blocks: tuple[Block, ...]) -> None:
    leaves = to_leaves(blocks, first_number=fresh_number(cursor.document()))
    clear_lines(cursor, first, count)
    if leaves:
        write_leaves(cursor, leaves)
        return
    dress(cursor, Leaf(Kind.PARAGRAPH))
    drop(cursor.block())


def clear_lines(cursor: QTextCursor, first: int, count: int) -> None:
    """Leave one empty line in place of some lines, the tables among them included."""
    document = cursor.document()
    before = document.blockCount()
    _drop_tables(document, first, count)
    left = count - (before - document.blockCount())
    if left > 0:
        cursor.setPosition(document.findBlockByNumber(first).position())
        last = document.findBlockByNumber(first + left - 1)
        end = last.position() + last.length() - 1
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
    elif first:
        above: QTextBlock = document.findBlockByNumber(first - 1)
        if Tables(document).at(above.position()) is None:
            cursor.setPosition(above.position() + above.length() - 1)
            cursor.insertBlock(line_format(Kind.PARAGRAPH), plain_format())
        else:
            _make_line_before(cursor, document.findBlockByNumber(first))
    else:
        cursor.setPosition(0)
        cursor.insertBlock(cursor.blockFormat(), cursor.blockCharFormat())
        cursor.setPosition(0)


def _make_line_before(cursor: QTextCursor, block: QTextBlock) -> None:
    """Put the cursor into a new line before another one, which keeps what it is."""
    shape, words = block.blockFormat(), block.charFormat()
    cursor.setPosition(block.position())
    cursor.insertBlock(shape, words)
    cursor.setPosition(cursor.block().previous().position())


def _drop_tables(document: QTextDocument, first: int, count: int) -> None:
    start = document.findBlockByNumber(first).position()
    last = document.findBlockByNumber(first + count - 1) if count else None
    if last is None:
        return
    tables = Tables(document)
    for position, table in reversed(list(zip(tables.starts, tables.tables, strict=True))):
        if start <= position <= last.position():
            remove_table(table)
