"""Fact boxes, passages in another language, pull quotes and the attributions of quotes."""

from collections.abc import Iterable

from PySide6.QtGui import QTextBlock, QTextCursor

from editor_app.body.tree import Content, Direction, Mark, PullQuote
from editor_app.ui.editor.deletion import drop_line, select_line
from editor_app.ui.editor.document import dress, write_content
from editor_app.ui.editor.formats import plain_format
from editor_app.ui.editor.insertion import insert_block, open_line, without_breaks
from editor_app.ui.editor.leaves import Kind, Leaf, to_leaves
from editor_app.ui.editor.lines import (
    covered,
    fresh_number,
    innermost,
    is_boxed,
    is_empty,
    line_kind,
    line_path,
    one_step,
    set_line,
    standing_in,
    table_of,
    thing_lines,
)
from editor_app.ui.editor.marks import adding, change_marks
from editor_app.ui.editor.mending import mend
from editor_app.ui.editor.paths import Path, passage_language, passage_token, token
from editor_app.ui.editor.reader import Reader

# ---------------------------------------------------------------- fact boxes


def make_fact_box(cursor: QTextCursor) -> bool:
    """Put the selected lines into a fact box and the caret into its title.

    Return False where it cannot be: in a box, a passage, a pull quote or a locked block.
    """
    lines = _to_wrap(cursor)
    if not all(_can_be_boxed(line) for line in lines):
        return False
    with one_step(cursor):
        box: Path = (token("b", fresh_number(cursor.document())),)
        first = _first_line(cursor, lines[0])
        _put_into([first, *lines], box)
        cursor.setPosition(first.position())
        cursor.insertBlock(first.blockFormat(), first.charFormat())
        cursor.setPosition(cursor.block().previous().position())
        dress(cursor, Leaf(Kind.BOX_TITLE, box))
        mend(cursor)
    return True


def unwrap_box(cursor: QTextCursor) -> bool:
    """Take the lines of the caret's fact box out of it; its title becomes a bold paragraph."""
    return unwrap_titled(cursor, "b")


def unwrap_titled(cursor: QTextCursor, letter: str) -> bool:
    """Take the lines of the caret's box or gallery out; its title becomes a bold paragraph."""
    block = cursor.block()
    path = line_path(block)
    if not path or path[0][0] != letter:
        return False
    with one_step(cursor):
        lines = standing_in(block, path[:1])
        for line in lines:
            set_line(line, path=line_path(line)[1:])
        title = lines[0]
        if line_kind(title) in {Kind.BOX_TITLE, Kind.GALLERY_TITLE}:
            set_line(title, kind=Kind.PARAGRAPH)
            if is_empty(title):
                drop_line(QTextCursor(title), title)
            else:
                words = QTextCursor(title)
                select_line(words, title)
                change_marks(words, adding(Mark.STRONG))
        mend(cursor)
    return True


def is_in_box(cursor: QTextCursor) -> bool:
    """Whether the caret stands in a fact box."""
    return line_path(cursor.block())[:1] != () and line_path(cursor.block())[0][0] == "b"


def _can_be_boxed(block: QTextBlock) -> bool:
    return not is_boxed(line_path(block)) and line_kind(block) is not Kind.SOURCE


def _to_wrap(cursor: QTextCursor) -> list[QTextBlock]:
    """Return the selected lines, with the whole quote, figure or item that each stands in."""
    found: dict[int, QTextBlock] = {}
    for block in covered(cursor):
        path = line_path(block)
        size = 2 if path and path[0][0] in "uo" else 1
        for line in standing_in(block, path[:size]) if path else [block]:
            found[line.blockNumber()] = line
    return [found[number] for number in sorted(found)]


def _put_into(lines: Iterable[QTextBlock], outer: Path) -> None:
    size = len(outer)
    for line in lines:
        path = line_path(line)
        if path[:size] != outer:  # a table has moved with its first cell
            set_line(line, path=(*outer, *path))


def _first_line(cursor: QTextCursor, line: QTextBlock) -> QTextBlock:
    """Return the line that a title goes before: a table needs one between it and the title."""
    table = table_of(line)
    if table is None:
        return line
    above = cursor.document().findBlock(table.firstPosition() - 1)
    path = line_path(line)
    if not is_empty(above) or not line_kind(above).is_prose or line_path(above) != path:
        open_line(cursor, above, Leaf(Kind.PARAGRAPH, path))
        above = cursor.block()
    return above


# ---------------------------------------------------------------- passages


def passage_at(cursor: QTextCursor) -> tuple[str, Direction] | None:
    """Return the language and the direction of the passage at the caret, if there is one."""
    path = line_path(cursor.block())
    return passage_language(path[0]) if path and path[0][0] == "l" else None


def set_passage(cursor: QTextCursor, language: str, direction: Direction) -> bool:
    """Say that the selected lines, or the passage at the caret, are in another language.

    Return False where it cannot be: in a box or a pull quote, for a card or a locked block.
    """
    number = fresh_number(cursor.document())
    passage: Path = (passage_token(number, language, direction),)
    if passage_at(cursor) is not None:
        with one_step(cursor):
            for line in _passage_lines(cursor):
                set_line(line, path=(*passage, *line_path(line)[1:]))
        return True
    lines = _to_wrap(cursor)
    if not all(_can_be_boxed(line) and line_kind(line) is not Kind.CARD for line in lines):
        return False
    with one_step(cursor):
        _put_into(lines, passage)
    return True


def clear_passage(cursor: QTextCursor) -> bool:
    """Let the passage at the caret be in the language of the item again."""
    if passage_at(cursor) is None:
        return False
    with one_step(cursor):
        for line in _passage_lines(cursor):
            path = line_path(line)
            if path and path[0][0] == "l":
                set_line(line, path=path[1:])
    return True


def _passage_lines(cursor: QTextCursor) -> list[QTextBlock]:
    return standing_in(cursor.block(), line_path(cursor.block())[:1])


# ---------------------------------------------------------------- quotes


def insert_pull_quote(cursor: QTextCursor) -> None:
    """Put a pull quote after the caret's line, with the words selected in one line copied into it.

    The caret goes to the end of its text.
    """
    content = _selected_words(cursor)
    with one_step(cursor):
        cursor.setPosition(cursor.selectionEnd())
        insert_block(cursor, to_leaves((PullQuote(content),)))
        text = thing_lines(cursor.block().previous())[0]
        cursor.setPosition(text.position() + text.length() - 1)


def _selected_words(cursor: QTextCursor) -> Content:
    lines = covered(cursor)
    if len(lines) != 1 or not cursor.hasSelection() or line_kind(lines[0]).is_whole:
        return ()
    reader = Reader(cursor.document())
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    return without_breaks(reader.words_between(lines[0], start, end))


def add_attribution(cursor: QTextCursor) -> bool:
    """Give the quote at the caret a line for its attribution, and go there."""
    path = line_path(cursor.block())
    quote = path[: innermost(path, "q") + 1]
    if not quote:
        return False
    with one_step(cursor):
        last = standing_in(cursor.block(), quote)[-1]
        if line_kind(last) is Kind.ATTRIBUTION and line_path(last) == quote:
            cursor.setPosition(last.position() + last.length() - 1)
        else:
            open_line(cursor, last, Leaf(Kind.ATTRIBUTION, quote))
    return True


def set_attribution(cursor: QTextCursor, content: Content) -> bool:
    """Say whose words the quote at the caret is."""
    with one_step(cursor):
        if not add_attribution(cursor):
            return False
        select_line(cursor, cursor.block())
        cursor.removeSelectedText()
        cursor.setBlockCharFormat(plain_format())
        write_content(cursor, without_breaks(content))
    return True
