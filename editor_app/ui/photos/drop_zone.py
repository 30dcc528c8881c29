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
    """Says what will happen with what is dropped; the mouse goes through it."""

    def __init__(self, words: str, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
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
        veil = QColor(tokens.accent_soft)
        veil.setAlphaF(_VEIL)
        painter.setBrush(veil)
        painter.setPen(QPen(QColor(tokens.accent), 2, Qt.PenStyle.DashLine))
        frame = QRectF(self.rect()).adjusted(_INSET, _INSET, -_INSET, -_INSET)
        painter.drawRoundedRect(frame, _RADIUS, _RADIUS)
        painter.setPen(QColor(tokens.accent))
        painter.setFont(scaled(self._look.font, 1.1, weight=QFont.Weight.DemiBold))
        flags = Qt.AlignmentFlag.AlignCenter.value | Qt.TextFlag.TextWordWrap.value
        painter.drawText(frame.adjusted(16, 16, -16, -16), flags, self._words)
