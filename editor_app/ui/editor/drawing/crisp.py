"""Lines and frames that are sharp on every screen, also on one and a half dots to a pixel."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

_THIN = 8  # dots of the screen; what is thinner is equally thin wherever it lies


def snapped(painter: QPainter, rect: QRectF) -> QRectF:
    """Return rect with its edges between dots of the screen; thin ones keep their width."""
    to_screen = painter.deviceTransform()
    there = to_screen.mapRect(rect)
    left, width = _whole(there.left(), there.right())
    top, height = _whole(there.top(), there.bottom())
    return to_screen.inverted()[0].mapRect(QRectF(left, top, width, height))


def _whole(start: float, end: float) -> tuple[int, int]:
    """Return start and length of a stretch in whole dots."""
    first = round(start)
    length = end - start
    return first, max(1, int(length)) if length < _THIN else round(end) - first


def draw_frame(
    painter: QPainter, rect: QRectF, border: QPen, *, ground: str, radius: float
) -> None:
    """Draw a rectangle with round corners; its line lies within it, on whole dots."""
    ratio = painter.device().devicePixelRatioF()
    thick = max(1, int(border.widthF() * ratio)) / ratio
    inside = snapped(painter, rect).adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2)
    painter.setPen(QPen(border.color(), thick))
    painter.setBrush(QColor(ground) if ground else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(inside, radius, radius)
