"""Mistakes in a field of plain words: the headline, the standfirst."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QSyntaxHighlighter
from PySide6.QtWidgets import QTextEdit
from typing_extensions import override

from editor_app.ui.editor.spelling.marks import Marks
from editor_app.ui.editor.spelling.offers import Offers
from editor_app.ui.editor.spelling.proofreader import Proofreader


class FieldMarks(QSyntaxHighlighter):
    """Marks the mistakes of a field, and begins its context menu with what is offered for them."""

    def __init__(self, field: QTextEdit, proofreader: Proofreader, offers: Offers) -> None:
        super().__init__(field)
        self.marks = Marks(field, proofreader, self._refresh)
        self._field = field
        self._offers = offers
        for part in (field, field.viewport()):
            part.installEventFilter(self)
        self.setDocument(field.document())

    def use_colour(self, colour: QColor) -> None:
        """Mark in another colour."""
        self.marks.use_colour(colour)
        self.rehighlight()

    @override
    def highlightBlock(self, text: str) -> None:
        if text:
            for start, count, shape in self.marks.layer(self.currentBlock()):
                self.setFormat(start, count, shape)

    def _refresh(self, _first: int, _last: int) -> None:
        self.rehighlight()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QContextMenuEvent):
            return False
        offered = self._offers.actions(self.marks, self._field.cursorForPosition(event.pos()))
        if not offered:
            return False
        menu = self._field.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        rule = menu.insertSeparator(menu.actions()[0])
        menu.insertActions(rule, list(offered))
        menu.popup(event.globalPos())
        return True
