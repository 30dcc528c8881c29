"""Footnotes: one character each where their number stands, with their words in its format."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from editor_app.body.tree import Content, Footnote, Mark
from editor_app.ui.editor.formats import OBJECT, object_format, object_of
from editor_app.ui.editor.insertion import without_breaks
from editor_app.ui.editor.leaves import Kind
from editor_app.ui.editor.lines import line_kind, one_step
from editor_app.ui.editor.marks import typing_marks
from editor_app.ui.editor.reader import blocks_of

_TAKES_NONE = {
    *(Kind.CREDIT, Kind.ATTRIBUTION, Kind.SPEAKER, Kind.ROLE),
    *(Kind.BOX_TITLE, Kind.GALLERY_TITLE),
}


@dataclass(frozen=True, slots=True)
class PlacedFootnote:
    """A footnote, the place of its character in the document, and the number it shows."""

    position: int
    number: int
    footnote: Footnote


def footnotes_of(document: QTextDocument) -> list[PlacedFootnote]:
    """Return the footnotes of a document in the order of the text."""
    found = (each for block in blocks_of(document) for each in _in_line(block))
    return [PlacedFootnote(at, number, note) for number, (at, note) in enumerate(found, start=1)]


def footnote_at(cursor: QTextCursor) -> PlacedFootnote | None:
    """Return the footnote right before or right after the caret, or the one that is selected."""
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    places = {start, start - 1} if start == end else {start} if end == start + 1 else set()
    near = [position for position, _note in _in_line(cursor.block()) if position in places]
    if not near:
        return None
    return next((p for p in footnotes_of(cursor.document()) if p.position == near[-1]), None)


def can_take_footnote(cursor: QTextCursor) -> bool:
    """Whether a footnote can stand where the caret is."""
    kind = line_kind(cursor.block())
    return not kind.is_whole and kind not in _TAKES_NONE


def insert_footnote(cursor: QTextCursor, content: Content) -> bool:
    """Put a footnote after the caret or the selection; return False where none can stand."""
    cursor.setPosition(cursor.selectionEnd())
    if not content or not can_take_footnote(cursor):
        return False
    marks = typing_marks(cursor) - {Mark.CODE}
    with one_step(cursor):
        cursor.insertText(OBJECT, object_format(Footnote(without_breaks(content), marks)))
    return True


def change_footnote(cursor: QTextCursor, placed: PlacedFootnote, content: Content) -> None:
    """Make a placed footnote say something else, in one undo step; without words it goes."""
    if content == placed.footnote.content:
        return
    character = QTextCursor(cursor.document())
    character.setPosition(placed.position)
    character.setPosition(placed.position + 1, QTextCursor.MoveMode.KeepAnchor)
    with one_step(character):
        if content:
            note = Footnote(without_breaks(content), placed.footnote.marks)
            character.setCharFormat(object_format(note))
        else:
            character.removeSelectedText()


def delete_footnote(cursor: QTextCursor, placed: PlacedFootnote) -> None:
    """Take a footnote out of the text."""
    change_footnote(cursor, placed, ())


def _in_line(block: QTextBlock) -> Iterator[tuple[int, Footnote]]:
    """Yield the places of the footnotes in a line; equal neighbours share one fragment."""
    if OBJECT not in block.text():
        return
    step = block.begin()
    while not step.atEnd():
        fragment = step.fragment()
        note = object_of(fragment.charFormat())
        if isinstance(note, Footnote):
            for offset, letter in enumerate(fragment.text()):
                if letter == OBJECT:
                    yield fragment.position() + offset, note
        step += 1
