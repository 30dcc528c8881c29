"""The photo of a figure: as large and on the side that its setting says."""

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath

from editor_app.body.tree import Image, Setting
from editor_app.ui.editor.drawing.canvas import RADIUS
from editor_app.ui.editor.drawing.pictures import Pictures
from editor_app.ui.editor.look import EditorLook

_TALLEST = 0.76  # of the width: one of four to three is shown whole, an upright one made smaller
_MISSING = 132.0
_PART_AT_SIDE = 0.54
_LINE, _LINE_STEP, _LINE_GAP = 6.0, 17.0, 18.0
_LINES = (1.0, 0.94, 0.98, 0.91, 1.0, 0.62, 0.0)  # a paragraph as bars: parts of the room


class Photos:
    """Measures and draws the photos of figures."""

    def __init__(self, pictures: Pictures) -> None:
        self._pictures = pictures

    def size(self, src: str, room: float, setting: Setting, look: EditorLook) -> QSizeF:
        """Return how large the place of a photo is; it always takes the whole room across."""
        width = max(40.0, room)
        image = self._pictures.get(src)
        if image is None:
            return QSizeF(width, _MISSING * look.zoom)
        taken = width * (_PART_AT_SIDE if _is_at_side(setting) else 1.0)
        height = taken * image.height() / max(1, image.width())
        return QSizeF(width, min(_TALLEST * taken, height))

    def draw(
        self, painter: QPainter, area: QRectF, photo: tuple[Image, Setting], look: EditorLook
    ) -> None:
        """Draw a photo into its place."""
        node, setting = photo
        painter.setClipPath(_rounded_top(area, RADIUS * look.zoom))
        place = QRectF(area)
        if _is_at_side(setting):
            place.setWidth(area.width() * _PART_AT_SIDE)
            if setting is Setting.RIGHT:
                place.moveRight(area.right())
            _draw_lines(painter, area, place, look)
        painter.fillRect(place, QColor(look.surface))
        if not _draw_whole(painter, place, node.src, self._pictures):
            _say_missing(painter, place, node, look)


def draw_small(
    painter: QPainter, place: QRectF, node: Image, pictures: Pictures, look: EditorLook
) -> None:
    """Draw a photo of a gallery into its place."""
    rounded = QPainterPath()
    rounded.addRoundedRect(place, RADIUS / 2 * look.zoom, RADIUS / 2 * look.zoom)
    painter.save()
    painter.setClipPath(rounded, Qt.ClipOperation.IntersectClip)
    painter.fillRect(place, QColor(look.surface))
    if not _draw_whole(painter, place, node.src, pictures):
        _say_missing(painter, place, node, look)
    painter.restore()


def _draw_whole(painter: QPainter, place: QRectF, src: str, pictures: Pictures) -> bool:
    """Draw all of a photo into the middle of a place; return whether there is one."""
    image = pictures.get(src)
    if image is None:
        return False
    size = QSizeF(image.size()).scaled(place.size(), Qt.AspectRatioMode.KeepAspectRatio)
    shown = pictures.scaled(src, size, painter.device().devicePixelRatioF())
    if shown is not None:
        away = QPointF(place.width() - size.width(), place.height() - size.height()) / 2
        painter.drawImage(place.topLeft() + away, shown)
    return True


def _is_at_side(setting: Setting) -> bool:
    return setting in {Setting.LEFT, Setting.RIGHT}


def _draw_lines(painter: QPainter, area: QRectF, place: QRectF, look: EditorLook) -> None:
    """Draw bars for the text that will run beside a photo on the page."""
    gap, step, thick = (n * look.zoom for n in (_LINE_GAP, _LINE_STEP, _LINE))
    is_left = place.left() > area.left()
    left = area.left() + gap if is_left else place.right() + gap
    right = place.left() - gap if is_left else area.right() - gap
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.surface))
    y, number = area.top() + gap, 0
    while y + thick + gap / 2 < area.bottom():
        width = (right - left) * _LINES[number % len(_LINES)]
        painter.drawRoundedRect(QRectF(left, y, width, thick), thick / 2, thick / 2)
        y += step
        number += 1


def _say_missing(painter: QPainter, place: QRectF, node: Image, look: EditorLook) -> None:
    font = QFont()
    font.setFamilies(list(look.sans))
    font.setPointSizeF(look.size * look.zoom * 0.9)
    painter.setFont(font)
    painter.setPen(QColor(look.muted))
    words = f"Photo not found\n{node.alt}" if node.alt else "Photo not found"
    inside = place.adjusted(16, 8, -16, -8)
    flags = Qt.AlignmentFlag.AlignCenter.value | Qt.TextFlag.TextWordWrap.value
    painter.drawText(inside, flags, words)


def _rounded_top(area: QRectF, radius: float) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(area.adjusted(0, 0, 0, radius * 2), radius, radius)
    below = QPainterPath()
    below.addRect(area)
    return path.intersected(below)
