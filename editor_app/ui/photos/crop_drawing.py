"""What the crop of a photo looks like on the photo itself."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QPixmap

from editor_app.model.photo_words import Crop
from editor_app.ui.look.look import Look
from editor_app.ui.look.tokens import DARK
from editor_app.ui.photos.framing import GRIPS, Grip

_SHADE = QColor(0, 0, 0, 150)
_DARK, _LIGHT = QColor(0, 0, 0, 190), QColor(255, 255, 255)
_TAKEN_COLOUR = QColor(DARK.accent)  # on dark lines, whatever the window wears
_FAINT = 0.6
_THIRDS = QColor(255, 255, 255, 90)
_GRIP, _TAKEN = 9.0, 13.0
_RING, _CROSS = 8.0, 14.0


def frame_of(area: QRectF, crop: Crop) -> QRectF:
    """Return where a frame lies on a photo that is drawn in an area."""
    return QRectF(
        area.left() + crop.left * area.width(),
        area.top() + crop.top * area.height(),
        crop.width * area.width(),
        crop.height * area.height(),
    )


def grip_point(area: QRectF, crop: Crop, grip: Grip) -> QPointF:
    """Return where a frame is taken by a grip."""
    frame = frame_of(area, crop)
    middle = frame.center()
    return QPointF(
        middle.x() + grip.x * frame.width() / 2, middle.y() + grip.y * frame.height() / 2
    )


class CropDrawing:
    """Paints a photo, the shade over what is left out, the frame and the focus point.

    All lines are light on dark ones, so that they are seen on any photo.
    """

    def __init__(self, look: Look) -> None:
        self._look = look
        self._image: QImage | None = None
        self._is_asked_for = False
        self._scaled = QPixmap()

    def show_image(self, image: QImage | None) -> None:
        """Paint another photo from now on; None where it cannot be shown."""
        self._image, self._is_asked_for = image, True
        self._scaled = QPixmap()

    def forget_size(self) -> None:
        """Scale the photo anew."""
        self._scaled = QPixmap()

    def paint_photo(self, painter: QPainter, area: QRectF, crop: Crop, *, ratio: float) -> None:
        """Paint the photo, and darker what the crop leaves out."""
        if self._image is None:
            painter.fillRect(area, QColor(self._look.tokens.surface))
            painter.setPen(QColor(self._look.tokens.muted))
            words = "The photo's file is missing" if self._is_asked_for else "Reading the photo…"
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, words)
        else:
            wanted = QSize(round(area.width() * ratio), round(area.height() * ratio))
            painter.drawPixmap(area, self._at(self._image, wanted), QRectF(QPointF(), wanted))
        shade = QPainterPath()
        shade.addRect(area)
        shade.addRect(frame_of(area, crop))
        painter.fillPath(shade, _SHADE)

    def paint_frame(self, painter: QPainter, area: QRectF, crop: Crop, taken: Grip | None) -> None:
        """Paint the frame with its grips; the one that is taken is larger."""
        frame = frame_of(area, crop)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if taken is not None:
            self._paint_thirds(painter, frame)
        for colour, width in ((_DARK, 3.0), (_TAKEN_COLOUR if taken == GRIPS[0] else _LIGHT, 1.5)):
            painter.setPen(QPen(colour, width))
            painter.drawRect(frame)
        for grip in GRIPS[1:]:
            side = _TAKEN if grip == taken else _GRIP
            square = QRectF(0, 0, side, side)
            square.moveCenter(grip_point(area, crop, grip))
            painter.setPen(QPen(_DARK, 1))
            painter.setBrush(_TAKEN_COLOUR if grip == taken else _LIGHT)
            painter.drawRect(square)

    def paint_focus(
        self, painter: QPainter, point: QPointF, *, is_set: bool, is_taken: bool
    ) -> None:
        """Paint the focus point: faint where it was not set and is the middle."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setOpacity(1.0 if is_set or is_taken else _FAINT)
        for colour, width in ((_DARK, 4.0), (_TAKEN_COLOUR if is_taken else _LIGHT, 2.0)):
            painter.setPen(QPen(colour, width))
            painter.drawEllipse(point, _RING, _RING)
            for x, y in ((1, 0), (-1, 0), (0, 1), (0, -1)):
                inner = point + QPointF(x, y) * (_RING - 4)
                painter.drawLine(inner, point + QPointF(x, y) * _CROSS)
        painter.setOpacity(1.0)

    def _paint_thirds(self, painter: QPainter, frame: QRectF) -> None:
        painter.setPen(QPen(_THIRDS, 1))
        for part in (1 / 3, 2 / 3):
            x, y = frame.left() + part * frame.width(), frame.top() + part * frame.height()
            painter.drawLine(QPointF(x, frame.top()), QPointF(x, frame.bottom()))
            painter.drawLine(QPointF(frame.left(), y), QPointF(frame.right(), y))

    def _at(self, image: QImage, size: QSize) -> QPixmap:
        if self._scaled.size() != size:
            self._scaled = QPixmap.fromImage(
                image.scaled(
                    size,
                    Qt.AspectRatioMode.IgnoreAspectRatio,
                    Qt.TransformationMode.SmoothTransformation,
                )
            )
        return self._scaled
