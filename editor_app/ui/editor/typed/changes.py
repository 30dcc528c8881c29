"""What typed text turns into, done in a document: each change is one undo step.

Each step ends with the letter before the caret being given the format it has. That is where redo
puts the caret, and Qt would join what is typed next to a step that ends with letters put in.
"""

from PySide6.QtGui import QTextBlock, QTextCursor

from editor_app.body.tree import Language, Link, Mark
from editor_app.ui.editor.formats import mark_format, marks_of
from editor_app.ui.editor.forms.addresses import complete_address
from editor_app.ui.editor.insertion import insert_separator
from editor_app.ui.editor.leaves import Kind
from editor_app.ui.editor.lines import innermost, line_kind, line_path, one_step, set_line
from editor_app.ui.editor.lists import item_path, toggle_list
from editor_app.ui.editor.marks import adding, change_marks, set_link
from editor_app.ui.editor.paths import list_start, number_of, passage_language, token
from editor_app.ui.editor.quotes import is_quoted, toggle_quote
from editor_app.ui.editor.styles import set_cross_head
from editor_app.ui.editor.typed.markdown import BlockStart, MarkedWords, Start
from editor_app.ui.editor.typed.smart import Replacement


def units(text: str) -> int:
    """Return the length of a text as Qt counts it."""
    return len(text) + sum(letter > "\uffff" for letter in text)


def text_before(cursor: QTextCursor, reach: int) -> str:
    """Return the text of the caret's line before the caret, the last so many units of it."""
    start = max(cursor.block().position(), cursor.position() - reach)
    if "\udc00" <= cursor.document().characterAt(start) <= "\udfff":
        start += 1
    part = QTextCursor(cursor)
    part.setPosition(start)
    part.setPosition(cursor.position(), QTextCursor.MoveMode.KeepAnchor)
    return part.selectedText()


def letter_after(cursor: QTextCursor) -> str:
    """Return the letter after the caret, or an empty string at the end of the line."""
    block = cursor.block()
    is_end = cursor.position() == block.position() + block.length() - 1
    return "" if is_end else cursor.document().characterAt(cursor.position())


def language_at(cursor: QTextCursor, default: str) -> str:
    """Return the language of the letter before the caret: its mark's, its passage's or default."""
    for mark in marks_of(cursor.charFormat()):
        if isinstance(mark, Language):
            return mark.tag
    path = line_path(cursor.block())
    passage = innermost(path, "l")
    return passage_language(path[passage])[0] if passage >= 0 else default


def is_code(cursor: QTextCursor) -> bool:
    """Whether the letter before the caret is code."""
    return Mark.CODE in marks_of(cursor.charFormat())


def set_in_type(cursor: QTextCursor, change: Replacement) -> None:
    """Exchange letters before the caret."""
    end = cursor.position() - units(change.kept)
    part = QTextCursor(cursor)
    part.setPosition(end)
    shape = part.charFormat()
    with one_step(cursor):
        part.insertText(change.new, shape)
        part.setPosition(end - units(change.old))
        part.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        part.removeSelectedText()
        _end_step(cursor)


def _end_step(cursor: QTextCursor) -> None:
    if cursor.positionInBlock():
        last = QTextCursor(cursor)
        last.movePosition(
            QTextCursor.MoveOperation.PreviousCharacter, QTextCursor.MoveMode.KeepAnchor
        )
        last.setCharFormat(cursor.charFormat())


# ---------------------------------------------------------------- blocks


def begin_block(cursor: QTextCursor, begun: BlockStart) -> bool:
    """Turn the caret's line into what its beginning says; return whether it has a place there."""
    block = cursor.block()
    if not line_kind(block).is_prose or not _has_place(block, begun.start):
        return False
    with one_step(cursor):
        part = QTextCursor(cursor)
        part.setPosition(block.position(), QTextCursor.MoveMode.KeepAnchor)
        part.removeSelectedText()
        match begun.start:
            case Start.CROSS_HEAD:
                set_cross_head(cursor, begun.number)
            case Start.QUOTE:
                toggle_quote(cursor)
            case _:
                toggle_list(cursor, is_numbered=begun.start is Start.NUMBERS)
                _count_from(cursor.block(), begun.number)
    return True


def _has_place(block: QTextBlock, start: Start) -> bool:
    if start is Start.QUOTE:
        return not is_quoted(block)
    return start is not Start.ATTRIBUTION and not item_path(block)


def _count_from(block: QTextBlock, number: int) -> None:
    """Let a numbered list of one item begin with a number; a list it has joined goes on."""
    path = line_path(block)
    name = path[-2]
    beside = (block.previous(), block.next())
    has_joined = any(name in line_path(line) for line in beside if line.isValid())
    if name[0] == "o" and not has_joined and number != list_start(name):
        set_line(block, path=(*path[:-2], token("o", number_of(name), number), path[-1]))


def make_separator(cursor: QTextCursor) -> bool:
    """Turn the caret's line into a separator; return whether it may be one there."""
    block = cursor.block()
    if line_kind(block) is not Kind.PARAGRAPH or item_path(block):
        return False
    with one_step(cursor):
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        insert_separator(cursor)
    return True


# ---------------------------------------------------------------- marked words


def mark_words(cursor: QTextCursor, found: MarkedWords) -> bool:
    """Mark words between signs and take the signs away; return whether that could be done.

    What is typed next is not marked.
    """
    link = Link(complete_address(found.address)) if found.address else None
    end = cursor.position()
    start = end - units(found.opener + found.words + found.closer)
    opener = QTextCursor(cursor)
    opener.setPosition(start)
    opener.setPosition(start + units(found.opener), QTextCursor.MoveMode.KeepAnchor)
    if is_code(opener) or (link is not None and not link.href):
        return False
    plain = marks_of(cursor.charFormat())
    with one_step(cursor):
        words = QTextCursor(cursor)
        words.setPosition(opener.position())
        words.setPosition(end - units(found.closer), QTextCursor.MoveMode.KeepAnchor)
        if link is not None:
            set_link(words, link)
        for mark in found.marks:
            if isinstance(mark, Mark):
                change_marks(words, adding(mark))
        words.setPosition(words.selectionEnd())
        words.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        words.removeSelectedText()
        opener.removeSelectedText()
        _end_step(cursor)
    cursor.setCharFormat(mark_format(plain))
    return True
