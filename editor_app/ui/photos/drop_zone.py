"""The sheet that lies over a place while something that can be dropped there is dragged."""

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from editor_app.ui.look.fonts import scaled
from editor_app.ui.look.look import Look

_INSET = 10
_RADIUS = 9
_VEIL = 0.9


class DropZone(QWidget):
    """Says what will happen with what is dropped; the mouse goes through it.

    One that is clear leaves in sight what it covers, because it matters where in it something is
    dropped.
    """

    def __init__(self, words: str, look: Look, parent: QWidget, *, is_clear: bool = False) -> None:
        super().__init__(parent)
        self._is_clear = is_clear
        self.setObjectName("dropZone")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(words)
        self._words, self._look = words, look
        self.hide()

    def show_over(self, place: QWidget) -> None:
        """Cover a widget; the window it is in is our parent."""
        corner = place.mapTo(place.window(), QPoint(0, 0))
        self.setGeometry(QRect(corner, place.size()))
        self.raise_()
        self.show()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._look.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.accent), 2, Qt.PenStyle.DashLine))
        frame = QRectF(self.rect()).adjusted(_INSET, _INSET, -_INSET, -_INSET)
        painter.setFont(scaled(self._look.font, 1.1, weight=QFont.Weight.DemiBold))
        veil = QColor(tokens.accent_soft)
        veil.setAlphaF(_VEIL)
        painter.setBrush(Qt.BrushStyle.NoBrush if self._is_clear else veil)
        painter.drawRoundedRect(frame, _RADIUS, _RADIUS)
        words = self._label(painter, frame) if self._is_clear else frame.adjusted(16, 16, -16, -16)
        painter.setPen(QColor(tokens.accent))
        flags = Qt.AlignmentFlag.AlignCenter.value | Qt.TextFlag.TextWordWrap.value
        painter.drawText(words, flags, self._words)

    def _label(self, painter: QPainter, frame: QRectF) -> QRectF:
        """Paint the ground of words at the foot of the frame; return where they stand."""
        metrics = painter.fontMetrics()
        width = metrics.horizontalAdvance(self._words) + 4 * _INSET
        label = QRectF(0, 0, width, metrics.height() + 2 * _INSET)
        label.moveCenter(frame.center())
        label.moveBottom(frame.bottom() - _INSET)
        painter.setPen(QPen(QColor(self._look.tokens.accent), 1))
        painter.setBrush(QColor(self._look.tokens.accent_soft))
        painter.drawRoundedRect(label, _RADIUS, _RADIUS)
        return label
