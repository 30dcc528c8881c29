"""What stands at the caret and has a form of its own."""

from enum import StrEnum

from PySide6.QtGui import QTextCursor

from editor_app.body.tree import Abbreviation, Language, Link
from editor_app.ui.editor.containers import passage_at
from editor_app.ui.editor.footnotes import footnote_at
from editor_app.ui.editor.leaves import Kind
from editor_app.ui.editor.lines import figure_lines, line_kind
from editor_app.ui.editor.marks import shared_marks


class Details(StrEnum):
    """The things that have a form; the value is what the command is called there."""

    NOTE = "Note…"
    LINK = "Link…"
    ABBREVIATION = "Abbreviation…"
    WORD_LANGUAGE = "Language of the words…"
    CARD = "Card…"
    FIGURE = "Photo details…"
    TABLE = "Table details…"
    PASSAGE = "Language of the paragraphs…"


NOTHING = "Details…"
_SAID = {
    Link: Details.LINK,
    Abbreviation: Details.ABBREVIATION,
    Language: Details.WORD_LANGUAGE,
}
_BLOCKS = {Kind.CARD: Details.CARD, Kind.TABLE: Details.TABLE}


def details_at(cursor: QTextCursor) -> Details | None:
    """Return whose form is meant where the caret stands: the smallest thing that has one."""
    kind = line_kind(cursor.block())
    if not kind.is_whole:
        if footnote_at(cursor) is not None:
            return Details.NOTE
        marks = {type(mark) for mark in shared_marks(cursor)}
        if said := next((found for each, found in _SAID.items() if each in marks), None):
            return said
    if kind in _BLOCKS:
        return _BLOCKS[kind]
    if figure_lines(cursor.block()):
        return Details.FIGURE
    return Details.PASSAGE if passage_at(cursor) is not None else None
