"""Photos and pieces of HTML as they stand in the text: one character each, drawn by us."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QPainter,
    QPainterPath,
    QPyTextObject,
    QTextDocument,
    QTextFormat,
)
from typing_extensions import override

from editor_app.body.tree import Image, RawInline
from editor_app.ui.editor.formats import (
    IMAGE_OBJECT,
    PHOTO_OBJECT,
    RAW_OBJECT,
    object_of,
    path_of,
)
from editor_app.ui.editor.leaves import Kind
from editor_app.ui.editor.look import EditorLook
from editor_app.ui.editor.spacing import STEP, steps

PictureSource = Callable[[str], QImage | None]

_TALLEST = 380.0
_PLACEHOLDER = 132.0
_INLINE_HEIGHT = 40.0
_CHIP = 6.0
_LONGEST = 32  # letters of a piece of HTML that are shown
RADIUS = 8.0


def no_pictures(_src: str) -> QImage | None:
    """Return no picture at all: what an editor without a library has."""
    return None


class Pictures:
    """The pictures of a document, each asked for once and kept at the size it is shown."""

    def __init__(self) -> None:
        self._source: PictureSource = no_pictures
        self._kept: dict[str, QImage | None] = {}
        self._scaled: dict[tuple[str, int, int], QImage] = {}

    def use(self, source: PictureSource) -> None:
        """Ask source for pictures from now on."""
        self._source = source
        self.forget()

    def forget(self) -> None:
        """Ask again for every picture."""
        self._kept.clear()
        self._scaled.clear()

    def get(self, src: str) -> QImage | None:
        """Return the picture, or None where there is none to show."""
        if src not in self._kept:
            found = self._source(src)
            self._kept[src] = None if found is None or found.isNull() else found
        return self._kept[src]

    def scaled(self, src: str, size: QSizeF, ratio: float) -> QImage | None:
        """Return the picture at the size it takes up on a screen of this pixel ratio."""
        if (image := self.get(src)) is None:
            return None
        width, height = round(size.width() * ratio), round(size.height() * ratio)
        key = (src, width, height)
        if key not in self._scaled:
            self._scaled[key] = image.scaled(
                width,
                height,
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            self._scaled[key].setDevicePixelRatio(ratio)
        return self._scaled[key]


class Objects(QPyTextObject):
    """Measures and draws the object characters of one document."""

    def __init__(self, pictures: Pictures, look: EditorLook, *, parent: QObject) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self.look = look

    def serve(self, document: QTextDocument) -> None:
        """Draw the objects of document from now on."""
        layout = document.documentLayout()
        for kind in (PHOTO_OBJECT, IMAGE_OBJECT, RAW_OBJECT):
            layout.registerHandler(kind, self)

    # ------------------------------------------------------------ size

    @override
    def intrinsicSize(self, doc: QTextDocument, posInDocument: int, format: QTextFormat) -> QSizeF:
        node = object_of(format.toCharFormat())
        if isinstance(node, RawInline):
            return self._chip_size(node.source)
        if not isinstance(node, Image):
            return QSizeF()
        if format.objectType() == PHOTO_OBJECT:
            block = doc.findBlock(posInDocument)
            indents = steps(Kind.PHOTO, path_of(block.blockFormat()))
            return self._photo_size(node.src, column_width(doc) - indents * STEP)
        image = self._pictures.get(node.src)
        if image is None:
            return self._chip_size(node.alt or "Picture")
        height = min(_INLINE_HEIGHT, float(image.height()))
        return QSizeF(image.width() * height / max(1, image.height()), height)

    def _photo_size(self, src: str, width: float) -> QSizeF:
        image = self._pictures.get(src)
        width = max(40.0, width)
        if image is None:
            return QSizeF(width, _PLACEHOLDER)
        return QSizeF(width, min(_TALLEST, width * image.height() / max(1, image.width())))

    def _chip_size(self, words: str) -> QSizeF:
        metrics = QFontMetricsF(self._chip_font())
        return QSizeF(metrics.horizontalAdvance(_short(words)) + 2 * _CHIP, metrics.height() + 2)

    def _chip_font(self) -> QFont:
        font = QFont()
        font.setFamilies(list(self.look.monospace))
        font.setPointSizeF(self.look.size * 0.8)
        return font

    # ------------------------------------------------------------ drawing

    @override
    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,
        posInDocument: int,
        format: QTextFormat,
    ) -> None:
        node = object_of(format.toCharFormat())
        area = QRectF(rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if isinstance(node, Image) and format.objectType() == PHOTO_OBJECT:
            self._draw_photo(painter, area, node)
        elif isinstance(node, Image):
            self._draw_inline(painter, area, node)
        elif isinstance(node, RawInline):
            self._draw_chip(painter, area, node.source)
        painter.restore()

    def _draw_photo(self, painter: QPainter, area: QRectF, node: Image) -> None:
        image = self._pictures.get(node.src)
        painter.setClipPath(_rounded_top(area))
        painter.fillRect(area, QColor(self.look.surface))
        if image is None:
            painter.setPen(QColor(self.look.muted))
            words = f"Photo not found\n{node.alt}" if node.alt else "Photo not found"
            inside = area.adjusted(16, 8, -16, -8)
            flags = Qt.AlignmentFlag.AlignCenter.value | Qt.TextFlag.TextWordWrap.value
            painter.drawText(inside, flags, words)
            return
        size = QSizeF(image.size()).scaled(area.size(), Qt.AspectRatioMode.KeepAspectRatio)
        ratio = painter.device().devicePixelRatioF()
        shown = self._pictures.scaled(node.src, size, ratio)
        if shown is not None:
            left = area.left() + (area.width() - size.width()) / 2
            painter.drawImage(QPointF(left, area.top()), shown)

    def _draw_inline(self, painter: QPainter, area: QRectF, node: Image) -> None:
        ratio = painter.device().devicePixelRatioF()
        shown = self._pictures.scaled(node.src, area.size(), ratio)
        if shown is None:
            self._draw_chip(painter, area, node.alt or "Picture")
        else:
            painter.drawImage(area.topLeft(), shown)

    def _draw_chip(self, painter: QPainter, area: QRectF, words: str) -> None:
        painter.setPen(QColor(self.look.border))
        painter.setBrush(QColor(self.look.surface))
        painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 3, 3)
        painter.setFont(self._chip_font())
        painter.setPen(QColor(self.look.muted))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, _short(words))


def column_width(document: QTextDocument) -> float:
    """Return how wide the column of text is."""
    return document.textWidth() - 2 * document.documentMargin()


def _short(words: str) -> str:
    first = " ".join(words.split())
    return first if len(first) <= _LONGEST else f"{first[: _LONGEST - 1]}…"


def _rounded_top(area: QRectF) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(area.adjusted(0, 0, 0, RADIUS * 2), RADIUS, RADIUS)
    below = QPainterPath()
    below.addRect(area)
    return path.intersected(below)
