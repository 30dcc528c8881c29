"""The grid behind a table, its tinted heads and the caption above it."""

from bisect import bisect_left
from itertools import takewhile

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QTextTable

from editor_app.body.tree import Table
from editor_app.ui.editor.drawing.canvas import Canvas
from editor_app.ui.editor.drawing.words import is_from_right, plain_words
from editor_app.ui.editor.lines import table_of

_CAPTION_ABOVE = 10
_CAPTION_HIGH = 28


def table_rect(canvas: Canvas, table: QTextTable) -> QRectF:
    """Return where the cells of a table are."""
    layout = canvas.document.documentLayout()
    size = layout.frameBoundingRect(table).size()
    shape = table.format().toTableFormat()
    pad = canvas.px(shape.cellPadding())
    first = layout.blockBoundingRect(table.firstCursorPosition().block()).topLeft()
    return QRectF(
        first.x() - pad,
        first.y() - pad,
        size.width() - canvas.px(shape.leftMargin() + shape.rightMargin()),
        size.height() - canvas.px(shape.topMargin() + shape.bottomMargin()),
    )


def paint_tables(canvas: Canvas) -> None:
    """Paint the tables that show, each once."""
    painted = set()
    for block in canvas.blocks:
        leaf = canvas.leaf(block)
        if leaf is not None and leaf.table is None:
            continue
        table = table_of(block)
        if table is None or table.firstPosition() in painted:
            continue
        painted.add(table.firstPosition())
        leaf = canvas.leaf(table.firstCursorPosition().block())
        if leaf is not None and leaf.table is not None:
            _paint_table(canvas, table, leaf.table)


def caption_at(canvas: Canvas, point: QPointF) -> int | None:
    """Return the first text block of the table whose caption is at a point."""
    for block in canvas.blocks:
        leaf = canvas.leaf(block)
        if leaf is None or leaf.table is None or not leaf.table.caption:
            continue
        table = table_of(block)
        if table is None:
            continue
        rect = table_rect(canvas, table)
        rect.setBottom(rect.top())
        rect.setTop(rect.top() - canvas.px(_CAPTION_HIGH))
        if rect.contains(point):
            return block.blockNumber()
    return None


def _paint_table(canvas: Canvas, table: QTextTable, held: Table) -> None:
    rect = table_rect(canvas, table)
    layout = canvas.document.documentLayout()
    pad = canvas.px(table.format().toTableFormat().cellPadding())

    def corner(row: int, column: int) -> QPointF:
        block = table.cellAt(row, column).firstCursorPosition().block()
        return layout.blockBoundingRect(block).topLeft() - QPointF(pad, pad)

    def top(row: int) -> float:
        return corner(row, 0).y()

    columns = [corner(0, column).x() for column in range(1, table.columns())]
    below = range(1, table.rows())
    start = bisect_left(below, canvas.area.top(), key=top)
    rows = list(takewhile(lambda y: y <= canvas.area.bottom(), map(top, below[start:])))
    look = canvas.look
    canvas.fill(rect, look.background)
    head = QRectF(rect)
    head.setBottom(top(1) if table.rows() > 1 else rect.bottom())
    canvas.fill(head, look.surface)
    if held.has_header_column:
        side = QRectF(rect)
        side.setRight(columns[0] if columns else rect.right())
        canvas.fill(side, look.surface)
    for y in rows:
        canvas.rule(rect.left(), rect.right(), y, look.border)
    for x in columns:
        canvas.post(x, rect.top(), rect.bottom(), look.border)
    canvas.frame(rect, border=look.border_strong, radius=0)
    if held.caption:
        _paint_caption(canvas, rect, plain_words(held.caption))


def _paint_caption(canvas: Canvas, rect: QRectF, words: str) -> None:
    font = canvas.font(canvas.look.sans, 0.84, is_bold=True)
    metrics = QFontMetricsF(font)
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
    is_rtl = is_from_right(words)
    left = rect.right() - metrics.horizontalAdvance(shown) if is_rtl else rect.left()
    point = QPointF(left, rect.top() - canvas.px(_CAPTION_ABOVE))
    canvas.write(point, shown, font, canvas.look.text)
