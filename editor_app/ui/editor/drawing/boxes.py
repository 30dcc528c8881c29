"""What lies behind blocks that stand apart: fact boxes, quotes, passages, locked blocks, rules."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextBlock

from editor_app.ui.editor.drawing.canvas import Canvas, baseline
from editor_app.ui.editor.drawing.places import (
    Span,
    is_from_right,
    line_rect,
    path_at,
    sides,
    spans,
)
from editor_app.ui.editor.drawing.tables import table_rect
from editor_app.ui.editor.leaves import Kind, Leaf
from editor_app.ui.editor.lines import table_of
from editor_app.ui.editor.paths import passage_language
from editor_app.ui.editor.spacing import STEP

_BOX_ABOVE = 13
_BOX_BELOW = 9
_BELOW = {Kind.CREDIT: 12, Kind.CAPTION: 12, Kind.SOURCE: 9}
_LANGUAGE = 18  # pixels for the name of a passage's language
_SET_IN = "quopl"  # containers whose lines are set in


def paint_boxes(canvas: Canvas, blocks: list[QTextBlock]) -> None:
    """Paint the fact boxes that lines stand in."""
    numbers = [block.blockNumber() for block in blocks]
    for span in spans(canvas.lines, numbers, "b"):
        canvas.frame(_box_rect(canvas, span), border=canvas.look.border, ground=canvas.look.surface)


def _box_rect(canvas: Canvas, span: Span) -> QRectF:
    first = canvas.document.findBlockByNumber(span.first)
    last = canvas.document.findBlockByNumber(span.last)
    left, right = canvas.column()
    top = line_rect(first).top() - canvas.px(_BOX_ABOVE)
    leaf = canvas.leaf(last)
    below = _BOX_BELOW + (_BELOW.get(leaf.kind, 0) if leaf is not None else 0)
    return QRectF(left, top, right - left, line_rect(last).bottom() + canvas.px(below) - top)


def paint_bars(canvas: Canvas, block: QTextBlock, leaf: Leaf) -> None:
    """Paint the bars of the quotes and passages that a line stands in, down to the line below."""
    rect = _whole_rect(canvas, block, leaf)
    last = _last_of(block, leaf)
    below = last.next()
    after = path_at(canvas.lines, below.blockNumber()) if below.isValid() else ()
    depth = 0
    for index, name in enumerate(leaf.path):
        depth += name[0] in _SET_IN
        if name[0] not in "qpl":
            continue
        goes_on = after[: index + 1] == leaf.path[: index + 1]
        bottom = line_rect(below).top() if goes_on else rect.bottom()
        piece = QRectF(0, rect.top(), 0, bottom - rect.top())
        _paint_bar(canvas, block, leaf, (name[0], depth, piece))
        if (
            name[0] == "l"
            and path_at(canvas.lines, block.blockNumber() - 1)[: index + 1]
            != (leaf.path[: index + 1])
        ):
            _paint_language(canvas, block, leaf, (name, depth))


def _paint_bar(canvas: Canvas, block: QTextBlock, leaf: Leaf, bar: tuple[str, int, QRectF]) -> None:
    letter, depth, piece = bar
    width = canvas.px({"p": 4, "l": 1}.get(letter, 3))
    start = (2 * depth - 2) * STEP + (_LANGUAGE if letter == "l" else 1)
    x = from_start(canvas, block, leaf, start) - (width if is_from_right(block) else 0)
    rect = QRectF(x, piece.top(), width, piece.height())
    canvas.fill(rect, canvas.look.border_strong if letter == "l" else canvas.look.accent)


def _paint_language(
    canvas: Canvas, block: QTextBlock, leaf: Leaf, passage: tuple[str, int]
) -> None:
    """Write the language of a passage beside its first line."""
    name, depth = passage
    words = passage_language(name)[0].partition("-")[0].upper()[:3]
    font = canvas.font(canvas.look.sans, 0.54, is_bold=True)
    begin = from_start(canvas, block, leaf, (2 * depth - 2) * STEP)
    end = from_start(canvas, block, leaf, (2 * depth - 2) * STEP + _LANGUAGE)
    height = canvas.px(14)
    middle = baseline(block) - canvas.px(canvas.look.size * 0.44)
    rect = QRectF(min(begin, end), middle - height / 2, abs(end - begin) - canvas.px(2), height)
    canvas.write_in(rect, words, font, canvas.look.muted)


def from_start(canvas: Canvas, block: QTextBlock, leaf: Leaf, distance: float) -> float:
    """Return the x of a distance, in pixels at 100 %, from the side where a line begins."""
    left, right = sides(block, leaf, canvas.look.zoom)
    away = canvas.px(distance)
    return right - away if is_from_right(block) else left + away


def _whole_rect(canvas: Canvas, block: QTextBlock, leaf: Leaf) -> QRectF:
    if leaf.kind is Kind.TABLE and (table := table_of(block)) is not None:
        return table_rect(canvas, table)
    return line_rect(block)


def _last_of(block: QTextBlock, leaf: Leaf) -> QTextBlock:
    if leaf.kind is Kind.TABLE and (table := table_of(block)) is not None:
        return table.lastCursorPosition().block()
    return block


# ---------------------------------------------------------------- single lines


def paint_dash(canvas: Canvas, block: QTextBlock, leaf: Leaf) -> None:
    """Paint the dash before the name of who said a quote."""
    font = canvas.font(canvas.look.serif, 1.0)
    depth = sum(name[0] in _SET_IN for name in leaf.path)
    x = from_start(canvas, block, leaf, 2 * depth * STEP)
    width = canvas.width_of("—", font) if is_from_right(block) else 0
    canvas.write(QPointF(x - width, baseline(block)), "—", font, canvas.look.muted)


def paint_separator(canvas: Canvas, block: QTextBlock, leaf: Leaf) -> None:
    """Paint the rule between two parts of a text."""
    left, right = sides(block, leaf, canvas.look.zoom)
    middle = round(line_rect(block).center().y())
    canvas.rule(left, right, middle, canvas.look.border_strong)


def source_rect(canvas: Canvas, block: QTextBlock, leaf: Leaf) -> QRectF:
    """Return the frame of a locked block."""
    left, right = sides(block, leaf, canvas.look.zoom)
    rect = line_rect(block)
    indent = canvas.px(block.blockFormat().indent() * STEP)
    frame = QRectF(left - canvas.px(STEP), rect.top(), right - left + 2 * canvas.px(STEP), 0)
    frame.setBottom(rect.bottom())
    if is_from_right(block):
        frame.setRight(frame.right() - indent)
    else:
        frame.setLeft(frame.left() + indent)
    return frame.adjusted(0, -canvas.px(9), 0, canvas.px(9))


def paint_source(canvas: Canvas, block: QTextBlock, leaf: Leaf) -> None:
    """Paint the frame behind a locked block."""
    ground = canvas.look.surface
    frame = source_rect(canvas, block, leaf)
    canvas.frame(frame, border=canvas.look.border, ground=ground, radius=6)
