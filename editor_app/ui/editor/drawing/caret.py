"""The caret where Qt's own cannot be seen, and what is chosen as a whole."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextBlock, QTextCursor

from editor_app.ui.editor.drawing.boxes import source_rect
from editor_app.ui.editor.drawing.canvas import Canvas
from editor_app.ui.editor.drawing.figures import figure_rect
from editor_app.ui.editor.drawing.places import (
    figure_span,
    is_from_right,
    line_rect,
)
from editor_app.ui.editor.leaves import Kind, Leaf

_THICK = 2


def paint_chosen(canvas: Canvas, cursor: QTextCursor, *, has_focus: bool) -> None:
    """Paint a frame round each whole thing the selection touches, and the caret beside it."""
    first = canvas.document.findBlock(cursor.selectionStart()).blockNumber()
    last = canvas.document.findBlock(cursor.selectionEnd()).blockNumber()
    for block in canvas.blocks:
        leaf = canvas.leaf(block)
        if leaf is None or not first <= block.blockNumber() <= last:
            continue
        rect = _whole(canvas, block, leaf)
        if rect is None:
            continue
        if leaf.kind is Kind.SEPARATOR:
            line = QRectF(rect.left(), rect.center().y() - 1, rect.width(), canvas.px(_THICK))
            canvas.fill(line, canvas.look.accent)
        else:
            canvas.frame(rect, border=canvas.look.accent, width=_THICK)
        if has_focus and not cursor.hasSelection():
            _paint_caret(canvas, block, rect, is_after=not cursor.atBlockStart())


def caret_width(leaf: Leaf | None, zoom: float) -> int:
    """Return how thick Qt's own caret is in a line; 0 where it is painted here instead."""
    if leaf is not None and leaf.kind.is_whole:
        return 0
    return max(_THICK, round(1.5 * zoom))


def _whole(canvas: Canvas, block: QTextBlock, leaf: Leaf) -> QRectF | None:
    match leaf.kind:
        case Kind.PHOTO:
            span = figure_span(canvas.lines, block.blockNumber())
            return None if span is None else figure_rect(canvas, span)
        case Kind.CARD:
            return line_rect(block)
        case Kind.SOURCE:
            return source_rect(canvas, block)
        case Kind.SEPARATOR:
            left, right = canvas.room(block)
            rect = line_rect(block)
            return QRectF(left, rect.top(), right - left, rect.height())
        case _:
            return None


def _paint_caret(canvas: Canvas, block: QTextBlock, rect: QRectF, *, is_after: bool) -> None:
    is_right = is_after != is_from_right(block)
    width = canvas.px(_THICK)
    x = rect.right() + 1 if is_right else rect.left() - width - 1
    canvas.fill(QRectF(x, rect.top(), width, rect.height()), canvas.look.text)
