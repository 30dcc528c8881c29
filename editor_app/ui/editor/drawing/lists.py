"""The bullets and numbers of lists."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPen, QTextBlock

from editor_app.ui.editor.drawing.boxes import from_start
from editor_app.ui.editor.drawing.canvas import Canvas, baseline
from editor_app.ui.editor.drawing.places import Marker, is_from_right, markers
from editor_app.ui.editor.leaves import Leaf
from editor_app.ui.editor.look import line_look
from editor_app.ui.editor.spacing import STEP

_HOLLOW = 2  # the level whose bullets are rings; discs above, squares below
_GAP = 8


def paint_markers(canvas: Canvas, block: QTextBlock, leaf: Leaf) -> None:
    """Paint the bullet or number of the list items that begin with a line."""
    if not block.layout().lineAt(0).isValid():
        return
    for marker in markers(canvas.lines, block.blockNumber()):
        end = from_start(canvas, block, 2 * STEP * marker.depth - _GAP)
        if marker.number is None:
            _paint_bullet(canvas, block, end, marker.level)
        else:
            _paint_number(canvas, block, leaf, (end, marker))


def _paint_number(
    canvas: Canvas, block: QTextBlock, leaf: Leaf, placed: tuple[float, Marker]
) -> None:
    end, marker = placed
    is_in_box = any(name[0] == "b" for name in leaf.path)
    wanted = line_look(leaf.kind, is_in_box=is_in_box)
    families = canvas.look.sans if wanted.family == "sans" else canvas.look.serif
    font = canvas.font(families, wanted.scale)
    words = f".{marker.number}" if is_from_right(block) else f"{marker.number}."
    left = end if is_from_right(block) else end - canvas.width_of(words, font)
    canvas.write(QPointF(left, baseline(block)), words, font, canvas.look.muted)


def _paint_bullet(canvas: Canvas, block: QTextBlock, end: float, level: int) -> None:
    middle = QPointF(
        end + canvas.px(3 if is_from_right(block) else -3),
        baseline(block) - canvas.px(canvas.look.size * 0.38),
    )
    painter, colour = canvas.painter, QColor(canvas.look.muted)
    painter.setPen(QPen(colour, canvas.px(1.2)))
    painter.setBrush(Qt.BrushStyle.NoBrush if level == _HOLLOW else colour)
    if level <= _HOLLOW:
        painter.drawEllipse(middle, canvas.px(2.4), canvas.px(2.4))
    else:
        side = canvas.px(4.4)
        painter.drawRect(QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side))
