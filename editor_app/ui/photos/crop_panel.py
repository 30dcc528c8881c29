"""The picture side of a photo's form: the photo with its frame, and the cuts made from it."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from editor_app.media.photo import Photo
from editor_app.media.recipes import Box, Shape, cut_box
from editor_app.model.photo_words import Crop, Focus, PhotoWords
from editor_app.ui.look.look import Look
from editor_app.ui.photos.crop_view import CropView

RATIOS = (("Free", None), ("16:9", 16 / 9), ("4:3", 4 / 3), ("1:1", 1.0))
CUTS = (
    ("16:9", 16 / 9, Shape.WIDE),
    ("4:3", 4 / 3, Shape.CLASSIC),
    ("1:1", 1.0, Shape.SQUARE),
    ("Social card", 1200 / 630, Shape.CARD),
)
_CUT_HEIGHT = 62
_GAP = 9
_ENOUGH = 480  # pixels of the longer side: cuts follow the mouse
_KEYS = (
    "Drag the frame or the cross, or press Tab and the arrow keys (with Shift: further). "
    "A double click puts the focus point there."
)


class CutsView(QWidget):
    """The photo as it is cut for lists, search engines and social media."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("photoCuts")
        self.setAccessibleName("How the photo is cut: 16:9, 4:3, 1:1 and the social card")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._look = look
        self._image: QImage | None = None
        self._size = QSize(1, 1)
        self._parts: tuple[Box, ...] = ()
        look.changed.connect(self.update)

    def show_image(self, image: QImage | None) -> None:
        """Show another photo."""
        self._image = (
            None
            if image is None
            else image.scaled(
                _ENOUGH,
                _ENOUGH,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        )
        self.update()

    def show_framing(self, photo: Photo, crop: Crop | None, focus: Focus | None) -> None:
        """Show what the crop and the focus of a photo give, by the rule of the published cuts."""
        words = PhotoWords(crop=crop, focus=focus)
        self._size = QSize(photo.width, photo.height)
        self._parts = tuple(cut_box(photo, words, shape) for _, _, shape in CUTS)
        self.update()

    def parts(self) -> tuple[Box, ...]:
        """Return what of the photo each cut shows, in its pixels."""
        return self._parts

    @override
    def sizeHint(self) -> QSize:
        across = sum(round(_CUT_HEIGHT * ratio) + _GAP for _, ratio, _ in CUTS) - _GAP
        return QSize(across, _CUT_HEIGHT + 4 + self.fontMetrics().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        left = 0
        for number, (name, ratio, _) in enumerate(CUTS):
            place = QRectF(left, 0, round(_CUT_HEIGHT * ratio), _CUT_HEIGHT)
            self._paint_cut(painter, place, number)
            below = QRectF(left, _CUT_HEIGHT + 4, place.width(), self.fontMetrics().height())
            painter.setPen(QColor(self._look.tokens.muted))
            painter.drawText(below, Qt.AlignmentFlag.AlignHCenter, name)
            left += round(place.width()) + _GAP
        painter.end()

    def _paint_cut(self, painter: QPainter, place: QRectF, number: int) -> None:
        rounded = QPainterPath()
        rounded.addRoundedRect(place, 4, 4)
        painter.fillPath(rounded, QColor(self._look.tokens.surface))
        if self._image is None or number >= len(self._parts):
            return
        part, image = self._parts[number], self._image
        x, y = image.width() / self._size.width(), image.height() / self._size.height()
        shown = QRectF(part.left * x, part.top * y, part.width * x, part.height * y)
        painter.save()
        painter.setClipPath(rounded)
        painter.drawImage(place, image, shown)
        painter.restore()


class CropPanel(QWidget):
    """Sets crop and focus point of a photo, and shows what they give.

    Signals:
        framing_edited: The user moved something; carries the `Crop` and the `Focus`, or None.
    """

    framing_edited = Signal(object, object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._photo: Photo | None = None
        self.view = CropView(look, self)
        self.cuts = CutsView(look, self)
        self.ratio = QComboBox(self)
        self.ratio.setObjectName("cropRatio")
        self.ratio.setAccessibleName("Shape of the crop")
        for words, ratio in RATIOS:
            self.ratio.addItem(words, ratio)
        self.whole = _button("Whole photo", "cropWhole", self)
        self.middle = _button("Focus in the middle", "focusMiddle", self)
        self.told = QLabel(self)
        self.told.setProperty("look", "hint")
        self.keys = QLabel(_KEYS, self)
        self.keys.setProperty("look", "hint")
        self.keys.setWordWrap(True)
        self._lay_out()
        self.view.told.connect(self.told.setText)
        self.view.framing_edited.connect(self._on_framing_edited)
        self.ratio.activated.connect(self._on_ratio_chosen)
        self.whole.clicked.connect(self._on_whole)
        self.middle.clicked.connect(self.view.clear_focus)

    def stops(self) -> tuple[QWidget, ...]:
        """Return where the Tab key stops, in order."""
        return self.view, self.ratio, self.whole, self.middle

    def show_photo(self, photo: Photo, crop: Crop | None, focus: Focus | None) -> None:
        """Show the crop and the focus of a photo."""
        self._photo = photo
        self.view.show_framing(QSize(photo.width, photo.height), crop, focus)
        self.ratio.setCurrentIndex(0 if crop is None else _named_ratio(photo, crop))
        self.view.keep_ratio(self.ratio.currentData())
        self._show_result(crop, focus)

    def show_image(self, image: QImage | None) -> None:
        """Show the photo itself, or that its file is missing."""
        self.view.show_image(image)
        self.cuts.show_image(image)

    def _lay_out(self) -> None:
        shape = QLabel("Shape", self)
        shape.setProperty("look", "label")
        shape.setBuddy(self.ratio)
        tools = QHBoxLayout()
        tools.setSpacing(6)
        for part in (shape, self.ratio, self.whole, self.middle):
            tools.addWidget(part)
        tools.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(7)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.told, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addLayout(tools)
        layout.addWidget(self.cuts, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self.keys)

    def _show_result(self, crop: Crop | None, focus: Focus | None) -> None:
        if self._photo is not None:
            self.cuts.show_framing(self._photo, crop, focus)
        self.whole.setEnabled(crop is not None)
        self.middle.setEnabled(focus is not None)

    @Slot(object, object)
    def _on_framing_edited(self, crop: Crop | None, focus: Focus | None) -> None:
        self._show_result(crop, focus)
        self.framing_edited.emit(crop, focus)

    @Slot()
    def _on_ratio_chosen(self) -> None:
        self.view.hold_ratio(self.ratio.currentData())

    @Slot()
    def _on_whole(self) -> None:
        self.ratio.setCurrentIndex(0)
        self.view.hold_ratio(None)
        self.view.show_all()


def _named_ratio(photo: Photo, crop: Crop) -> int:
    """Return which of the ratios a crop has, to about a pixel; 0 where it has none of them."""
    width, height = crop.width * photo.width, crop.height * photo.height
    for number, (_, ratio) in enumerate(RATIOS):
        if ratio is not None and abs(width - height * ratio) < max(1, ratio):
            return number
    return 0


def _button(words: str, name: str, parent: QWidget) -> QPushButton:
    button = QPushButton(words, parent)
    button.setObjectName(name)
    button.setAutoDefault(False)
    return button
