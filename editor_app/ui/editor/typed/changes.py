"""Typed words and marks, changed in a document where they stand: each change is one undo step.

Each step ends with the letter before the caret being given the format it has. That is where redo
puts the caret, and Qt would join what is typed next to a step that ends with letters put in.
"""

from PySide6.QtGui import QTextCursor

from editor_app.body.tree import Language, Link, Mark
from editor_app.ui.editor.counting import units
from editor_app.ui.editor.footnotes import can_take_footnote, insert_footnote
from editor_app.ui.editor.formats import mark_format, marks_of
from editor_app.ui.editor.forms.addresses import complete_address
from editor_app.ui.editor.lines import innermost, line_path, one_step
from editor_app.ui.editor.marks import adding, change_marks, set_link
from editor_app.ui.editor.paths import passage_language
from editor_app.ui.editor.reader import Reader
from editor_app.ui.editor.typed.markdown import MarkedWords
from editor_app.ui.editor.typed.smart import Replacement


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
    if found.is_note:
        return _make_note(cursor, start)
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


def _make_note(cursor: QTextCursor, start: int) -> bool:
    """Make a footnote of what stands before the caret, its signs at both ends left out."""
    if not can_take_footnote(cursor):
        return False
    end = cursor.position()
    inside = (start + len("^["), end - len("]"))
    content = Reader(cursor.document()).words_between(cursor.block(), *inside)
    with one_step(cursor):
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        insert_footnote(cursor, content)
        _end_step(cursor)
    return True
