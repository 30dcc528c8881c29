"""The lead photo itself, cut to the strip above the text round the point that matters in it."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from editor_app.model.photo_words import Focus
from editor_app.ui.look.look import Look
from editor_app.ui.photos import framing

PICTURE_HEIGHT = 170
_RADIUS = 6
_OPENS = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}


class LeadPicture(QWidget):
    """The photo in the strip; Enter or a double click asks for its form.

    Signals:
        details_requested: The user wants to see what is known of the photo.
    """

    details_requested = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._image: QImage | None = None
        self._is_waiting = False
        self._focus: Focus | None = None
        self._cut = QPixmap()
        self.setFixedHeight(PICTURE_HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Lead photo")
        self.setAccessibleDescription("Enter opens its details")
        self.setToolTip("Double click: details, crop and focus of the photo")
        look.changed.connect(self.update)

    @property
    def has_image(self) -> bool:
        """Whether there is a photo to be seen."""
        return self._image is not None

    def show_image(self, image: QImage | None, *, is_waiting: bool = False) -> None:
        """Show an image, or that the file is gone; nothing while that is not known yet."""
        self._image, self._is_waiting = image, is_waiting
        self._cut = QPixmap()
        self.update()

    def show_focus(self, focus: Focus | None) -> None:
        """Cut the image round a point, in shares of its sides; None cuts round the middle."""
        if focus != self._focus:
            self._focus = focus
            self._cut = QPixmap()
            self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self.rect().adjusted(1, 1, -1, 0)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(area.adjusted(0, 0, 0, _RADIUS)), _RADIUS, _RADIUS)
        painter.setClipPath(shape)
        if self._image is None:
            painter.fillRect(area, QColor(self._look.tokens.surface))
            painter.setPen(QColor(self._look.tokens.muted))
            words = "" if self._is_waiting else "The photo's file is missing"
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, words)
        else:
            painter.drawPixmap(area, self._cut_to(self._image, area.size()))
        if self.hasFocus():
            painter.setPen(QPen(QColor(self._look.tokens.accent), 4))
            painter.drawPath(shape)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OPENS:
            self.details_requested.emit()
            return
        super().keyPressEvent(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.details_requested.emit()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _cut_to(self, image: QImage, size: QSize) -> QPixmap:
        wanted = size * self.devicePixelRatioF()
        if self._cut.size() != wanted:
            scaled = image.scaled(
                wanted,
                Qt.AspectRatioMode.KeepAspectRatioByExpanding,
                Qt.TransformationMode.SmoothTransformation,
            )
            across, down = scaled.width(), scaled.height()
            shape = wanted.width() / across * down / wanted.height()
            part = framing.cut(framing.WHOLE, self._focus, shape)
            corner = QRect(round(part.left * across), round(part.top * down), 0, 0)
            place = QRect(corner.topLeft(), wanted)
            self._cut = QPixmap.fromImage(scaled.copy(place))
        return self._cut
