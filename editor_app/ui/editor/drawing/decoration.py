"""Everything round the text of one document, put together in the order it is painted."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QTextBlock, QTextCursor, QTextDocument

from editor_app.ui.editor.drawing import boxes, caret, figures, hints, lists, tables
from editor_app.ui.editor.drawing.canvas import Canvas
from editor_app.ui.editor.drawing.pictures import Pictures
from editor_app.ui.editor.drawing.places import Sight, heads
from editor_app.ui.editor.leaves import Kind, Leaf, Line
from editor_app.ui.editor.look import EditorLook

_NEAR = 2.0
_BELOW = 64.0  # the words of a figure stand below its photo, and its marks beside them


class Decoration:
    """Paints what lies under and over the text of one document, as far as it shows."""

    def __init__(
        self, lines: Callable[[], Sequence[Line]], look: EditorLook, pictures: Pictures
    ) -> None:
        self._lines, self._pictures = lines, pictures
        self._shown: tuple[QTextBlock, ...] = ()
        self._sight = Sight()
        self.look = look

    def paint_under(
        self, painter: QPainter, document: QTextDocument, area: QRectF, *, start: str
    ) -> None:
        """Paint what lies under the text of an area, in the document's coordinates.

        ``start`` is what an empty text says.
        """
        self._shown = self._blocks_in(document, area)
        canvas = self._canvas(painter, document, area)
        boxes.paint_boxes(canvas)
        figures.paint_cards(canvas)
        tables.paint_tables(canvas)
        for block in _heads(canvas):
            if (leaf := canvas.leaf(block)) is not None:
                _paint_line(canvas, block, leaf)
                hints.paint_hint(canvas, block, leaf, start=start)

    def paint_over(
        self,
        painter: QPainter,
        document: QTextDocument,
        area: QRectF,
        cursor: QTextCursor,
        *,
        has_focus: bool,
    ) -> None:
        """Paint what lies over the text: marks on figures, what is chosen, a caret of our own.

        To be called for an area right after `paint_under` was.
        """
        canvas = self._canvas(painter, document, area)
        figures.paint_pills(canvas)
        caret.paint_chosen(canvas, cursor, has_focus=has_focus)
        self._shown = ()

    def pill_under(self, document: QTextDocument, point: QPointF) -> int | None:
        """Return the photo's text block of the figure that has a mark at a point."""
        return figures.pill_at(self._canvas_at(document, point), point)

    def photo_under(self, document: QTextDocument, point: QPointF) -> int | None:
        """Return the text block of the photo at a point."""
        return figures.photo_at(self._canvas_at(document, point), point)

    def caption_under(self, document: QTextDocument, point: QPointF) -> int | None:
        """Return the first text block of the table whose caption is at a point."""
        return tables.caption_at(self._canvas_at(document, point), point)

    def _canvas_at(self, document: QTextDocument, point: QPointF) -> Canvas:
        area = QRectF(point.x(), point.y() - _NEAR, 1, 2 * _NEAR)
        blocks = self._blocks_in(document, area)
        lines = self._lines()
        return Canvas(QPainter(), document, self.look, lines, area, blocks, self._pictures)

    def _canvas(self, painter: QPainter, document: QTextDocument, area: QRectF) -> Canvas:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lines = self._lines()
        return Canvas(painter, document, self.look, lines, area, self._shown, self._pictures)

    def _blocks_in(self, document: QTextDocument, area: QRectF) -> tuple[QTextBlock, ...]:
        reach = area.adjusted(0, 0, 0, _BELOW * self.look.zoom)
        return tuple(self._sight.blocks(document, reach))


def _heads(canvas: Canvas) -> list[QTextBlock]:
    """Return the lines that show; for those inside a table its first one, once."""
    numbers = heads(canvas.lines, [block.blockNumber() for block in canvas.blocks])
    return [canvas.document.findBlockByNumber(number) for number in numbers]


def _paint_line(canvas: Canvas, block: QTextBlock, leaf: Leaf) -> None:
    if leaf.path:
        boxes.paint_bars(canvas, block, leaf)
        lists.paint_markers(canvas, block, leaf)
    match leaf.kind:
        case Kind.SEPARATOR:
            boxes.paint_separator(canvas, block)
        case Kind.SOURCE:
            boxes.paint_source(canvas, block)
        case Kind.ATTRIBUTION:
            boxes.paint_dash(canvas, block, leaf)
        case _:
            pass
