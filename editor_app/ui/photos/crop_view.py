"""A photo with the frame of its crop and its focus point, moved by mouse and keyboard."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from editor_app.model.photo_words import Crop, Focus
from editor_app.ui.look.look import Look
from editor_app.ui.photos import framing
from editor_app.ui.photos.crop_drawing import CropDrawing, grip_point
from editor_app.ui.photos.facts import size_in_pixels
from editor_app.ui.photos.framing import FRAME, GRIPS, WHOLE, Grip

_STEP, _LONG_STEP = 0.01, 0.1
_REACH = 11.0  # pixels round a grip that still take it
_MARGIN = 9
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_BACK = {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}
_NAMES = {
    FRAME: "Frame",
    Grip(-1, -1): "Top left corner",
    Grip(0, -1): "Top edge",
    Grip(1, -1): "Top right corner",
    Grip(1, 0): "Right edge",
    Grip(1, 1): "Bottom right corner",
    Grip(0, 1): "Bottom edge",
    Grip(-1, 1): "Bottom left corner",
    Grip(-1, 0): "Left edge",
}
_CURSORS = {
    (0, 0): Qt.CursorShape.SizeAllCursor,
    (0, 1): Qt.CursorShape.SizeVerCursor,
    (1, 0): Qt.CursorShape.SizeHorCursor,
    (1, 1): Qt.CursorShape.SizeFDiagCursor,
    (1, -1): Qt.CursorShape.SizeBDiagCursor,
}


class _FocusPoint:
    """Stands for the focus point among what can be moved."""


class _NewFrame:
    """Stands for a frame that is being drawn on a photo that has none."""


FOCUS = _FocusPoint()
_NEW = _NewFrame()
Part = Grip | _FocusPoint
_PARTS: tuple[Part, ...] = (*GRIPS, FOCUS)


@dataclass(frozen=True, slots=True)
class _Pull:
    """What is being pulled with the mouse, from where, and how the frame was then."""

    part: Part | _NewFrame
    start: Focus
    crop: Crop


class CropView(QWidget):
    """Shows a photo and lets its crop and its focus point be set on it.

    Tab goes through the frame, its corners and edges and the focus point, then on to the next
    control. Arrows move what was reached by 1 %, with Shift by 10 %; Enter keeps it, Escape takes
    it back to where it was, Delete takes the crop or the focus point away. A frame is drawn with
    the mouse on a photo that has none; a double click puts the focus point there.

    Signals:
        framing_edited: The user moved something; carries the `Crop` (None for the whole photo) and
            the `Focus` (None where none was set).
        told: The words for what can be moved now, and where it is.
    """

    framing_edited = Signal(object, object)
    told = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("cropView")
        self.setAccessibleName("Crop and focus point")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._drawing = CropDrawing(look)
        self._pixels = QSizeF(1, 1)
        self._crop: Crop = WHOLE
        self._uncut: Crop = WHOLE
        self._focus: Focus | None = None
        self._kept: tuple[Crop, Focus | None] = (WHOLE, None)
        self._ratio: float | None = None
        self._part: Part = FRAME
        self._pull: _Pull | None = None
        look.changed.connect(self.update)

    # ------------------------------------------------------------ what is shown

    @property
    def crop(self) -> Crop | None:
        """The part of the photo that is shown; None for all of it."""
        return None if framing.is_whole(self._crop) else framing.rounded(self._crop)

    @property
    def focus(self) -> Focus | None:
        """The point that every cut keeps, if one was set."""
        return self._focus

    @property
    def part(self) -> Part:
        """What the arrow keys move."""
        return self._part

    def show_framing(self, size: QSize, crop: Crop | None, focus: Focus | None) -> None:
        """Show the crop and the focus of a photo whose size in pixels is given."""
        self._pixels = QSizeF(max(1, size.width()), max(1, size.height()))
        self._crop, self._focus = crop or WHOLE, focus
        self._uncut = self._crop
        self._kept = (self._crop, self._focus)
        self._say()

    def show_image(self, image: QImage | None) -> None:
        """Show the photo itself, or that there is none to show."""
        self._drawing.show_image(image)
        self.update()

    def hold_ratio(self, ratio: float | None) -> None:
        """Keep the frame in a ratio of width to height from now on; None lets it have any.

        It is cut out of the frame that was there before any ratio, so that trying one after another
        does not make it smaller and smaller.
        """
        self._ratio, self._part = ratio, FRAME
        uncut, shape = self._uncut, self._shape()
        self._set(uncut if shape is None else framing.shaped(uncut, shape), self._focus)
        self._uncut = uncut
        self._say()

    def keep_ratio(self, ratio: float | None) -> None:
        """Keep the frame, as it is now, in the ratio that it has already; None lets it have any."""
        self._ratio = ratio

    def show_all(self) -> None:
        """Take the crop away."""
        self._set(WHOLE, self._focus)

    def clear_focus(self) -> None:
        """Take the focus point away: cuts are made round the middle."""
        self._set(self._crop, None)

    def picture_area(self) -> QRectF:
        """Return where the photo is drawn."""
        room = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        size = self._pixels.scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        area = QRectF(room.topLeft(), size)
        area.moveCenter(room.center())
        return area

    def point_of(self, part: Part) -> QPointF:
        """Return where a part is taken hold of, in the widget."""
        area = self.picture_area()
        if isinstance(part, Grip):
            return grip_point(area, self._crop, part)
        at = self._shown_focus()
        return QPointF(area.left() + at.x * area.width(), area.top() + at.y * area.height())

    @override
    def sizeHint(self) -> QSize:
        return QSize(430, 300)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(240, 150)

    # ------------------------------------------------------------ keys

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        place = _PARTS.index(self._part) + (1 if next else -1)
        if not 0 <= place < len(_PARTS):
            return super().focusNextPrevChild(next)
        self._take(_PARTS[place])
        return True

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.TabFocusReason:
            self._take(_PARTS[0])
        elif event.reason() == Qt.FocusReason.BacktabFocusReason:
            self._take(_PARTS[-1])
        self._keep()
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._keep()
        self.update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ARROWS:
            is_long = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            step = _LONG_STEP if is_long else _STEP
            x, y = _ARROWS[key]
            self._move_by(x * step, y * step)
        elif key in _ENTER:
            self._keep()
        elif key in _BACK:
            self._set(*((self._crop, None) if self._part is FOCUS else (WHOLE, self._focus)))
        elif key == Qt.Key.Key_Escape and self._kept != (self._crop, self._focus):
            self._set(*self._kept)
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def _move_by(self, dx: float, dy: float) -> None:
        if isinstance(self._part, Grip):
            self._set(
                framing.pulled(self._crop, self._part, dx, dy, shape=self._shape()), self._focus
            )
        else:
            at = self._shown_focus()
            point = Focus(x=at.x + dx, y=at.y + dy)
            self._set(self._crop, framing.within(point, self._crop))

    # ------------------------------------------------------------ mouse

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        part = self._part_at(event.position())
        if part is None:
            return
        if not isinstance(part, _NewFrame):
            self._take(part)
        self._pull = _Pull(part, self._share_at(event.position()), self._crop)
        self._keep()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pull is None:
            self._show_cursor(self._part_at(event.position()))
            return
        here, pull = self._share_at(event.position()), self._pull
        if isinstance(pull.part, _NewFrame):
            drawn = framing.spanned(pull.start, here, shape=self._shape())
            if min(drawn.width, drawn.height) >= framing.SMALLEST:
                self._set(drawn, self._focus)
        elif isinstance(pull.part, Grip):
            by = (here.x - pull.start.x, here.y - pull.start.y)
            self._set(framing.pulled(pull.crop, pull.part, *by, shape=self._shape()), self._focus)
        else:
            self._set(self._crop, framing.within(here, self._crop))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pull = None
        self._show_cursor(self._part_at(event.position()))

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._take(FOCUS)
        self._set(self._crop, framing.within(self._share_at(event.position()), self._crop))

    def _part_at(self, point: QPointF) -> Part | _NewFrame | None:
        for part in (FOCUS, *GRIPS[1:]):
            away = self.point_of(part) - point
            if max(abs(away.x()), abs(away.y())) <= _REACH:
                return part
        if not self.picture_area().contains(point):
            return None
        return _NEW if framing.is_whole(self._crop) else FRAME

    def _share_at(self, point: QPointF) -> Focus:
        area = self.picture_area()
        return Focus(
            x=(point.x() - area.left()) / area.width(), y=(point.y() - area.top()) / area.height()
        )

    def _show_cursor(self, part: "Part | _NewFrame | None") -> None:
        if part is None:
            self.unsetCursor()
        elif not isinstance(part, Grip):
            self.setCursor(Qt.CursorShape.CrossCursor)
        else:
            x, y = (part.x, part.y) if part.x >= 0 else (-part.x, -part.y)
            self.setCursor(_CURSORS[(x, abs(y) if x == 0 else y)])

    # ------------------------------------------------------------ painting

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        part = self._part if self.hasFocus() else None
        grip = part if isinstance(part, Grip) else None
        area = self.picture_area()
        self._drawing.paint_photo(painter, area, self._crop, ratio=self.devicePixelRatioF())
        self._drawing.paint_frame(painter, area, self._crop, grip)
        self._drawing.paint_focus(
            painter,
            self.point_of(FOCUS),
            is_set=self._focus is not None,
            is_taken=part is FOCUS,
        )
        painter.end()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._drawing.forget_size()

    # ------------------------------------------------------------ inside

    def _shape(self) -> float | None:
        if self._ratio is None:
            return None
        return self._ratio * self._pixels.height() / self._pixels.width()

    def _shown_focus(self) -> Focus:
        return framing.within(self._focus or framing.middle(self._crop), self._crop)

    def _take(self, part: Part) -> None:
        self._part = part
        self._say()

    def _keep(self) -> None:
        self._kept = (self._crop, self._focus)

    def _set(self, crop: Crop, focus: Focus | None) -> None:
        if (crop, focus) == (self._crop, self._focus):
            return
        self._uncut = self._uncut if crop == self._crop else crop
        self._crop, self._focus = crop, focus
        self._say()
        self.framing_edited.emit(self.crop, self.focus)

    def _say(self) -> None:
        words = self._words()
        self.setAccessibleDescription(words)
        self.update()
        self.told.emit(words)

    def _words(self) -> str:
        if not isinstance(self._part, Grip):
            at = self._shown_focus()
            place = f"{at.x:.0%} from the left, {at.y:.0%} from the top"
            return f"Focus point: {place if self._focus else 'the middle'}"
        crop, size = self._crop, self._pixels
        pixels = size_in_pixels(crop.width * size.width(), crop.height * size.height())
        whole = ", the whole photo" if framing.is_whole(crop) else ""
        return f"{_NAMES[self._part]}: {pixels}{whole}"
