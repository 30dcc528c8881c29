"""What lies behind blocks that stand apart: boxes, galleries, quotes, passages, locked blocks."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextBlock

from editor_app.ui.editor.drawing.canvas import Canvas, baseline
from editor_app.ui.editor.drawing.figures import figure_rect
from editor_app.ui.editor.drawing.places import (
    Span,
    figure_span,
    is_from_right,
    line_rect,
    path_at,
    spans,
)
from editor_app.ui.editor.drawing.tables import table_rect
from editor_app.ui.editor.leaves import Kind, Leaf
from editor_app.ui.editor.lines import table_of
from editor_app.ui.editor.paths import Path, passage_language
from editor_app.ui.editor.spacing import HANG, SET_IN, STEP, is_small

_BOX_ABOVE = 13
_BOX_BELOW = 10
_BELOW = {Kind.CREDIT: 12, Kind.CAPTION: 12, Kind.SOURCE: 9}


def paint_boxes(canvas: Canvas) -> None:
    """Paint the fact boxes and galleries that show."""
    numbers = [block.blockNumber() for block in canvas.blocks]
    for span in spans(canvas.lines, numbers, "bg"):
        canvas.frame(_box_rect(canvas, span), border=canvas.look.border, ground=canvas.look.surface)


def _box_rect(canvas: Canvas, span: Span) -> QRectF:
    first = canvas.document.findBlockByNumber(span.first)
    last = canvas.document.findBlockByNumber(span.last)
    left, right = canvas.column()
    top = line_rect(first).top() - canvas.px(_BOX_ABOVE)
    leaf = canvas.leaf(last)
    below = _BOX_BELOW + (_BELOW.get(leaf.kind, 0) if leaf is not None else 0)
    table = table_of(last)
    rect = line_rect(last) if table is None else table_rect(canvas, table)
    if (
        leaf is not None
        and is_small(leaf.path)
        and (span_of := figure_span(canvas.lines, span.last))
    ):
        below, rect = _BOX_BELOW, figure_rect(canvas, span_of)
    return QRectF(left, top, right - left, rect.bottom() + canvas.px(below) - top)


def paint_bars(canvas: Canvas, block: QTextBlock, leaf: Leaf) -> None:
    """Paint the bars of the quotes and passages that a line stands in, down to the line below."""
    layout = canvas.document.documentLayout()
    rect, below = _reach(canvas, block, leaf)
    after = path_at(canvas.lines, below.blockNumber()) if below.isValid() else ()
    depth = 0
    for index, name in enumerate(leaf.path):
        goes_on = after[: index + 1] == leaf.path[: index + 1]
        bottom = layout.blockBoundingRect(below).top() if goes_on else rect.bottom()
        piece = QRectF(0, rect.top(), 0, bottom - rect.top())
        depth += name[0] in SET_IN
        if name[0] in "qp":
            piece.setWidth(canvas.px(4 if name[0] == "p" else 3))
            _paint_bar(canvas, block, piece, (2 * depth - 2) * STEP + 1)
        elif name[0] == "l":
            piece.setWidth(canvas.px(2))
            _paint_bar(canvas, block, piece, -8, colour=canvas.look.border_strong)
            if not _is_above(canvas, block, leaf.path[: index + 1]):
                _paint_language(canvas, block, passage_language(name)[0])


def _is_above(canvas: Canvas, block: QTextBlock, prefix: Path) -> bool:
    """Whether the line above stands in a container, too."""
    number = block.blockNumber()
    return number > 0 and path_at(canvas.lines, number - 1)[: len(prefix)] == prefix


def _reach(canvas: Canvas, block: QTextBlock, leaf: Leaf) -> tuple[QRectF, QTextBlock]:
    """Return where a line or the table it begins is, and the line below."""
    if leaf.kind is Kind.TABLE and (table := table_of(block)) is not None:
        return table_rect(canvas, table), table.lastCursorPosition().block().next()
    return line_rect(block), block.next()


def _paint_bar(
    canvas: Canvas, block: QTextBlock, piece: QRectF, start: int, *, colour: str = ""
) -> None:
    x = from_start(canvas, block, start) - (piece.width() if is_from_right(block) else 0)
    piece.moveLeft(x)
    canvas.fill(piece, colour or canvas.look.accent)


def _paint_language(canvas: Canvas, block: QTextBlock, language: str) -> None:
    """Write the language of a passage beside its first line, in the margin."""
    words = language.partition("-")[0].upper()[:3]
    font = canvas.font(canvas.look.sans, 0.54, is_bold=True)
    outer, inner = from_start(canvas, block, -HANG), from_start(canvas, block, -9)
    height = canvas.px(14)
    middle = baseline(block) - canvas.px(canvas.look.size * 0.44)
    rect = QRectF(min(outer, inner), middle - height / 2, abs(outer - inner), height)
    canvas.write_in(rect, words, font, canvas.look.muted)


def from_start(canvas: Canvas, block: QTextBlock, distance: float) -> float:
    """Return the x of a distance, in pixels at 100 %, from the side where a line begins."""
    left, right = canvas.sides(block)
    away = canvas.px(distance)
    return right - away if is_from_right(block) else left + away


# ---------------------------------------------------------------- single lines


def paint_dash(canvas: Canvas, block: QTextBlock, leaf: Leaf) -> None:
    """Paint the dash before the name of who said a quote."""
    font = canvas.font(canvas.look.serif, 1.0)
    depth = sum(name[0] in SET_IN for name in leaf.path)
    x = from_start(canvas, block, 2 * depth * STEP)
    width = canvas.width_of("—", font) if is_from_right(block) else 0
    canvas.write(QPointF(x - width, baseline(block)), "—", font, canvas.look.muted)


def paint_separator(canvas: Canvas, block: QTextBlock) -> None:
    """Paint the rule between two parts of a text."""
    left, right = canvas.sides(block)
    middle = round(line_rect(block).center().y())
    canvas.rule(left, right, middle, canvas.look.border_strong)


def source_rect(canvas: Canvas, block: QTextBlock) -> QRectF:
    """Return the frame of a locked block."""
    left, right = canvas.room(block)
    rect, beside = line_rect(block), canvas.px(STEP)
    frame = QRectF(left - beside, rect.top(), right - left + 2 * beside, rect.height())
    return frame.adjusted(0, -canvas.px(9), 0, canvas.px(9))


def paint_source(canvas: Canvas, block: QTextBlock) -> None:
    """Paint the frame behind a locked block."""
    ground = canvas.look.surface
    frame = source_rect(canvas, block)
    canvas.frame(frame, border=canvas.look.border, ground=ground, radius=6)
