"""The paragraph that is being written in full colour, all others muted."""

from PySide6.QtCore import QObject, QRectF
from PySide6.QtGui import QColor, QPainter, QTextDocument

from editor_app.ui.editor.body_editor import BodyEditor
from editor_app.ui.editor.drawing.canvas import Canvas
from editor_app.ui.editor.drawing.figures import figure_rect
from editor_app.ui.editor.drawing.places import figure_span, line_rect
from editor_app.ui.editor.drawing.tables import table_rect
from editor_app.ui.editor.lines import table_of

_MUTED = 0.64  # how much of the ground's colour lies over the text


class FocusVeil(QObject):
    """Lays the colour of the ground thinly over all lines but those of the caret or selection."""

    def __init__(self, editor: BodyEditor) -> None:
        super().__init__(editor)
        self._editor = editor
        self._is_on = False
        editor.hooks.overlays.append(self._paint)
        editor.cursorPositionChanged.connect(self._follow)
        editor.selectionChanged.connect(self._follow)
        editor.textChanged.connect(self._follow)

    def show_veil(self, *, is_on: bool) -> None:
        """Lay the veil over the text or take it away."""
        self._is_on = is_on
        self._editor.viewport().update()

    def _follow(self) -> None:
        if self._is_on:
            self._editor.viewport().update()

    def _paint(self, painter: QPainter, document: QTextDocument, area: QRectF) -> None:
        if not self._is_on:
            return
        lines = self._editor.tracker().lines()
        canvas = Canvas(painter, document, self._editor.look(), lines, area)
        top, bottom = self._clear(canvas)
        colour = QColor(canvas.look.background)
        colour.setAlphaF(_MUTED)
        above = QRectF(area.left(), area.top(), area.width(), top - area.top())
        below = QRectF(area.left(), bottom, area.width(), area.bottom() - bottom)
        for veil in (above, below):
            if veil.height() > 0:
                painter.fillRect(veil.intersected(area), colour)

    def _clear(self, canvas: Canvas) -> tuple[float, float]:
        """Return where the lines of the caret begin and end."""
        cursor = self._editor.textCursor()
        first = _reach(canvas, cursor.selectionStart())
        last = _reach(canvas, cursor.selectionEnd())
        return first.top() - canvas.px(4), last.bottom() + canvas.px(4)


def _reach(canvas: Canvas, position: int) -> QRectF:
    """Return where the line of a position is, or the whole figure or table that it belongs to."""
    block = canvas.document.findBlock(position)
    if (span := figure_span(canvas.lines, block.blockNumber())) is not None:
        return figure_rect(canvas, span)
    if (table := table_of(block)) is not None:
        return table_rect(canvas, table)
    return line_rect(block)
