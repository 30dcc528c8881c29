"""Typed Markdown that begins a block, done in a document: each change is one undo step."""

from PySide6.QtGui import QTextBlock, QTextCursor

from editor_app.body.tree import Content, Direction
from editor_app.ui.editor.containers import insert_pull_quote, make_fact_box, set_passage
from editor_app.ui.editor.counting import units
from editor_app.ui.editor.document import write_content
from editor_app.ui.editor.insertion import insert_separator, paragraph_before, without_breaks
from editor_app.ui.editor.leaves import Kind
from editor_app.ui.editor.lines import (
    innermost,
    is_empty,
    line_kind,
    line_path,
    one_step,
    set_line,
    standing_in,
)
from editor_app.ui.editor.lists import item_path, toggle_list
from editor_app.ui.editor.paths import list_start, number_of, token
from editor_app.ui.editor.quotes import is_quoted, toggle_quote
from editor_app.ui.editor.reader import Reader
from editor_app.ui.editor.styles import set_cross_head
from editor_app.ui.editor.typed.markdown import BlockStart, Container, Start


def begin_block(cursor: QTextCursor, begun: BlockStart) -> bool:
    """Turn the caret's line into what its beginning says; return whether it has a place there."""
    block = cursor.block()
    if not line_kind(block).is_prose or not _has_place(block, begun.start):
        return False
    with one_step(cursor):
        _clear(cursor)
        match begun.start:
            case Start.CROSS_HEAD:
                set_cross_head(cursor, begun.number)
            case Start.QUOTE:
                toggle_quote(cursor)
            case Start.ATTRIBUTION:
                set_line(cursor.block(), kind=Kind.ATTRIBUTION)
            case _:
                toggle_list(cursor, is_numbered=begun.start is Start.NUMBERS)
                _count_from(cursor.block(), begun.number)
    return True


def _has_place(block: QTextBlock, start: Start) -> bool:
    if start is Start.QUOTE:
        return not is_quoted(block)
    if start is Start.ATTRIBUTION:
        return _ends_quote(block)
    return not item_path(block)


def _ends_quote(block: QTextBlock) -> bool:
    """Whether a line is the last of several in its quotation."""
    path = line_path(block)
    if innermost(path, "q") != len(path) - 1 or not path:
        return False
    lines = standing_in(block, path)
    return len(lines) > 1 and lines[-1] == block


def _clear(cursor: QTextCursor) -> None:
    """Delete the caret's line as far as the caret."""
    part = QTextCursor(cursor)
    part.setPosition(cursor.block().position(), QTextCursor.MoveMode.KeepAnchor)
    part.removeSelectedText()


def _count_from(block: QTextBlock, number: int) -> None:
    """Let a numbered list of one item begin with a number; a list it has joined goes on."""
    path = line_path(block)
    name = path[-2]
    beside = (block.previous(), block.next())
    has_joined = any(name in line_path(line) for line in beside if line.isValid())
    if name[0] == "o" and not has_joined and number != list_start(name):
        set_line(block, path=(*path[:-2], token("o", number_of(name), number), path[-1]))


# ---------------------------------------------------------------- whole lines


def make_separator(cursor: QTextCursor) -> bool:
    """Turn the caret's line into a separator; return whether it may be one there.

    The caret goes to an empty line below it.
    """
    block = cursor.block()
    if line_kind(block) is not Kind.PARAGRAPH or item_path(block):
        return False
    with one_step(cursor):
        _clear(cursor)
        insert_separator(cursor)
        if not is_empty(cursor.block()):
            paragraph_before(cursor, cursor.block())
            cursor.setPosition(cursor.block().previous().position())
    return True


def open_container(cursor: QTextCursor, opened: Container) -> bool:
    """Turn the caret's line into the container that it opens; return whether it may be one."""
    block = cursor.block()
    if line_kind(block) is not Kind.PARAGRAPH or line_path(block):
        return False
    end = cursor.position()
    start = end - units(opened.rest)
    title = without_breaks(Reader(cursor.document()).words_between(block, start, end))
    language, _space, direction = opened.rest.partition(" ")
    with one_step(cursor):
        match opened.name:
            case "fact-box":
                _clear(cursor)
                _begin_box(cursor, title)
            case "pull-quote" if not opened.rest:
                _clear(cursor)
                insert_pull_quote(cursor)
            case "lang" if language and direction in set(Direction):
                _clear(cursor)
                set_passage(cursor, language, Direction(direction))
            case _:
                return False
    return True


def _begin_box(cursor: QTextCursor, title: Content) -> None:
    """Make the caret's empty line a fact box; with a title the caret goes below it."""
    make_fact_box(cursor)
    if title:
        write_content(cursor, title)
        cursor.setPosition(cursor.block().next().position())
