"""What the words under the mouse say besides themselves: notes, languages, addresses."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QHelpEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QToolTip
from typing_extensions import override

from editor_app.body.tree import Abbreviation, Card, Footnote, Language, Link
from editor_app.ui.editor.drawing.words import language_name, plain_words
from editor_app.ui.editor.formats import marks_of, object_of
from editor_app.ui.editor.lines import table_of

if TYPE_CHECKING:
    from editor_app.ui.editor.body_editor import BodyEditor


class Hover(QObject):
    """Shows a tooltip over notes, short forms, words in other languages and links."""

    def __init__(self, editor: "BodyEditor") -> None:
        super().__init__(editor)
        self._editor = editor
        editor.viewport().installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return False
        words = self._words_at(event)
        if words:
            QToolTip.showText(event.globalPos(), words, self._editor.viewport())
        else:
            QToolTip.hideText()
        return True

    def _words_at(self, event: QHelpEvent) -> str:
        editor = self._editor
        number = editor.pill_under(event.pos())
        if number is not None:
            return self._figure_words(number)
        if editor.photo_under(event.pos()) is not None:
            return "Double-click for details, drag to move"
        if editor.caption_under(event.pos()) is not None:
            return "Double-click to change the caption"
        point = event.pos() + editor.offset().toPoint()
        layout = editor.document().documentLayout()
        position = layout.hitTest(point, Qt.HitTestAccuracy.ExactHit)
        if position < 0:
            return ""
        cursor = QTextCursor(editor.document())
        cursor.setPosition(min(position + 1, editor.document().characterCount() - 1))
        return words_of(cursor.charFormat()) or self._table_words(cursor)

    def _table_words(self, cursor: QTextCursor) -> str:
        """Say of a table in a text from the right what Qt cannot lay out."""
        option = self._editor.document().defaultTextOption()
        is_rtl = option.textDirection() == Qt.LayoutDirection.RightToLeft
        if is_rtl and (table := table_of(cursor.block())) is not None and table.columns() > 1:
            return "On the page the first column stands at the right"
        return ""

    def _figure_words(self, number: int) -> str:
        placed = self._editor.figure_at(number)
        if placed is None or placed.figure.is_decorative:
            return "Nothing is lost for someone who cannot see this photo"
        return placed.figure.alt or "Say what the photo shows to someone who cannot see it"


def words_of(shape: QTextCharFormat) -> str:
    """Return what the words of a format say besides themselves, one line for each thing."""
    found = []
    match object_of(shape):
        case Footnote(content=content):
            found.append(plain_words(content) or "An empty note")
        case Card():
            found.append("Double-click to change what the card says")
        case _:
            pass
    for mark in marks_of(shape):
        match mark:
            case Abbreviation(expansion=expansion):
                found.append(expansion)
            case Language(tag=tag):
                found.append(language_name(tag))
            case Link(href=href):
                found.append(href)
            case _:
                pass
    return "\n".join(sorted(found))
