"""Dragging a figure by its photo to another place in the text."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSizeF, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from editor_app.ui.editor.drawing.canvas import Canvas
from editor_app.ui.editor.drawing.figures import image_of
from editor_app.ui.editor.drawing.pictures import Pictures
from editor_app.ui.editor.drawing.places import Span, figure_span
from editor_app.ui.editor.gathering import from_leaves
from editor_app.ui.editor.landing import Landing, landing_at, moved, small_card_at

if TYPE_CHECKING:
    from editor_app.ui.editor.body_editor import BodyEditor

_SCROLLING = 30  # milliseconds between two steps
_EDGE = 48
_FASTEST = 26
_THUMBNAIL = 132.0


class FigureDrag(QObject):
    """Lets a photo be taken with the mouse and its figure put down between two other lines.

    A line shows where it would land. Near an edge the text scrolls; Escape leaves everything as it
    was.
    """

    _figure: Span | None = None  # events still come while the editor is being deleted

    def __init__(self, editor: "BodyEditor", pictures: Pictures) -> None:
        super().__init__(editor)
        self._editor = editor
        self._pictures = pictures
        self._pressed: tuple[QPointF, int] | None = None
        self._point = QPointF()
        self._timer = QTimer(self, interval=_SCROLLING)
        self._timer.timeout.connect(self._scroll)
        editor.hooks.overlays.append(self._paint)
        editor.viewport().installEventFilter(self)
        editor.installEventFilter(self)

    @property
    def is_dragging(self) -> bool:
        """Whether a figure is on its way."""
        return self._figure is not None

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and watched is self._editor.viewport():
            return self._on_mouse(event)
        if not self.is_dragging:
            return False
        if event.type() == QEvent.Type.FocusOut:
            self._end()
            return False
        if isinstance(event, QKeyEvent) and watched is self._editor:
            if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
                self._end()
            event.accept()
            return True
        return False

    def _on_mouse(self, event: QMouseEvent) -> bool:
        match event.type():
            case QEvent.Type.MouseButtonPress:
                return self._press(event)
            case QEvent.Type.MouseMove if self._pressed is not None:
                self._move(event.position())
                return True
            case QEvent.Type.MouseButtonRelease if self._pressed is not None:
                self._release(event.position())
                return True
            case _:
                return False

    def _press(self, event: QMouseEvent) -> bool:
        editor = self._editor
        is_plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if event.button() != Qt.MouseButton.LeftButton or not is_plain or editor.isReadOnly():
            return False
        number = editor.photo_under(event.position().toPoint())
        if number is None:
            return self._press_beside(event.position())
        self._pressed = (event.position(), number)
        editor.setFocus(Qt.FocusReason.MouseFocusReason)
        editor.setTextCursor(QTextCursor(editor.document().findBlockByNumber(number)))
        return True

    def _press_beside(self, point: QPointF) -> bool:
        """Put the caret to the last words on a card of a gallery, where it is pressed below them.

        Qt would take the line below to be meant.
        """
        editor = self._editor
        card = small_card_at(self._canvas(QPainter(), QRectF()), point + editor.offset())
        if card is None or editor.pill_under(point.toPoint()) is not None:
            return False
        cursor = QTextCursor(editor.document().findBlockByNumber(card.last))
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        editor.setFocus(Qt.FocusReason.MouseFocusReason)
        editor.setTextCursor(cursor)
        return True

    def _move(self, point: QPointF) -> None:
        if self._pressed is None:
            return
        start, number = self._pressed
        self._point = point
        if not self.is_dragging:
            if (point - start).manhattanLength() < QApplication.startDragDistance():
                return
            self._figure = figure_span(self._editor.tracker().lines(), number)
            self._editor.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self._timer.start()
        self._editor.viewport().update()

    def _release(self, point: QPointF) -> None:
        self._point = point
        figure = self._figure
        landing = self._landing() if figure is not None else None
        self._end()
        if figure is not None and landing is not None and not self._is_there(figure, landing):
            self._put_down(figure, landing)

    def _is_there(self, figure: Span, landing: Landing) -> bool:
        """Whether a figure would land where it stands already."""
        leaf = self._editor.tracker().line_at(figure.first)
        is_near = figure.first <= landing.line <= figure.last + 1
        return is_near and leaf is not None and leaf.path[:-1] == landing.path

    def _put_down(self, figure: Span, landing: Landing) -> None:
        editor = self._editor
        canvas = self._canvas(QPainter(), QRectF())
        photo = canvas.lines[figure.first].leaf
        body = editor.body().with_blocks(from_leaves(moved(canvas, figure, landing)))
        editor.apply_body(body)
        for number, line in enumerate(editor.tracker().lines()):
            if line.leaf is not None and photo is not None and line.leaf.content == photo.content:
                editor.setTextCursor(QTextCursor(editor.document().findBlockByNumber(number)))
                editor.show_caret()
                return

    def _end(self) -> None:
        self._pressed = self._figure = None
        self._timer.stop()
        self._editor.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self._editor.viewport().update()

    # ------------------------------------------------------------ scrolling

    def _scroll(self) -> None:
        """Scroll a little when the mouse is near an edge, faster the nearer it is."""
        height = self._editor.viewport().height()
        above, below = _EDGE - self._point.y(), self._point.y() - (height - _EDGE)
        bar = self._editor.verticalScrollBar()
        if above > 0:
            bar.setValue(bar.value() - _speed(above))
        elif below > 0:
            bar.setValue(bar.value() + _speed(below))
        else:
            return
        self._editor.viewport().update()

    # ------------------------------------------------------------ painting

    def _canvas(self, painter: QPainter, area: QRectF) -> Canvas:
        editor = self._editor
        return Canvas(painter, editor.document(), editor.look(), editor.tracker().lines(), area)

    def _landing(self) -> Landing:
        canvas = self._canvas(QPainter(), QRectF())
        return landing_at(canvas, self._point + self._editor.offset())

    def _paint(self, painter: QPainter, _document: QTextDocument, area: QRectF) -> None:
        if self._figure is None:
            return
        canvas = self._canvas(painter, area)
        landing = self._landing()
        left, right = canvas.column()
        thick = canvas.px(3)
        y = max(canvas.px(3), landing.height - thick / 2)
        colour = canvas.look.faint if self._is_there(self._figure, landing) else canvas.look.accent
        canvas.fill(QRectF(left, y, right - left, thick), colour)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        for x in (left, right):
            painter.drawEllipse(QPointF(x, y + thick / 2), canvas.px(4.5), canvas.px(4.5))
        self._paint_thumbnail(canvas, self._figure)

    def _paint_thumbnail(self, canvas: Canvas, figure: Span) -> None:
        node = image_of(canvas.lines[figure.first].leaf)
        image = None if node is None else self._pictures.get(node.src)
        if node is None or image is None:
            return
        width = canvas.px(_THUMBNAIL)
        size = QSizeF(width, width * image.height() / max(1, image.width()))
        painter = canvas.painter
        shown = self._pictures.scaled(node.src, size, painter.device().devicePixelRatioF())
        if shown is None:
            return
        corner = self._point + self._editor.offset() + QPointF(14, 14)
        rounded = QPainterPath()
        rounded.addRoundedRect(QRectF(corner, size), 6, 6)
        painter.save()
        painter.setOpacity(0.86)
        painter.setClipPath(rounded)
        painter.drawImage(corner, shown)
        painter.restore()


def _speed(depth: float) -> int:
    return min(_FASTEST, 4 + round(depth / 2))
