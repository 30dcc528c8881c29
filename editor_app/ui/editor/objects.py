"""What stands in the text as one character: photos, cards, notes, pieces of HTML; drawn by us."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPyTextObject,
    QTextDocument,
    QTextFormat,
)
from typing_extensions import override

from editor_app.body.tree import Card, Footnote, Image, RawInline, Setting
from editor_app.ui.editor.drawing.cards import card_size, draw_card
from editor_app.ui.editor.drawing.notes import NoteNumbers
from editor_app.ui.editor.drawing.photos import Photos
from editor_app.ui.editor.drawing.pictures import Pictures
from editor_app.ui.editor.drawing.places import column
from editor_app.ui.editor.formats import (
    CARD_OBJECT,
    FOOTNOTE_OBJECT,
    IMAGE_OBJECT,
    PHOTO_OBJECT,
    RAW_OBJECT,
    kind_of,
    object_of,
    path_of,
    setting_of,
)
from editor_app.ui.editor.leaves import Line
from editor_app.ui.editor.look import EditorLook
from editor_app.ui.editor.spacing import (
    BOX_HANG,
    SMALL_PHOTO_LINE,
    STEP,
    hangs_out,
    inset,
    is_small,
    steps,
)

_INLINE_HEIGHT = 40.0
_CHIP = 6.0
_LONGEST = 32  # letters of a piece of HTML that are shown
_NOTE_SCALE = 0.7


class Objects(QPyTextObject):
    """Measures and draws the object characters of one document."""

    def __init__(
        self,
        pictures: Pictures,
        lines: Callable[[], Sequence[Line]],
        look: EditorLook,
        *,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._photos = Photos(pictures)
        self.notes = NoteNumbers(lines)
        self.look = look

    def serve(self, document: QTextDocument) -> None:
        """Draw the objects of document from now on."""
        layout = document.documentLayout()
        for kind in (PHOTO_OBJECT, IMAGE_OBJECT, RAW_OBJECT, FOOTNOTE_OBJECT, CARD_OBJECT):
            layout.registerHandler(kind, self)

    # ------------------------------------------------------------ size

    @override
    def intrinsicSize(self, doc: QTextDocument, posInDocument: int, format: QTextFormat) -> QSizeF:
        shape = format.toCharFormat()
        match object_of(shape):
            case RawInline(source=source):
                return self._chip_size(source)
            case Footnote():
                return self._note_size(self.notes.number_at(doc, posInDocument))
            case Card():
                return card_size(self._room(doc, posInDocument), self.look)
            case Image() as node if format.objectType() == PHOTO_OBJECT:
                return self._photo_size(node, doc, posInDocument, setting_of(shape)[0])
            case Image() as node:
                return self._inline_size(node)
            case _:
                return QSizeF()

    def _photo_size(
        self, node: Image, document: QTextDocument, position: int, setting: Setting
    ) -> QSizeF:
        room = self._room(document, position)
        if _is_small(document, position):
            return QSizeF(room, SMALL_PHOTO_LINE * self.look.zoom)
        beside = self._beside(document, position, setting)
        size = self._photos.size(node.src, room + 2 * beside, setting, self.look)
        return QSizeF(room, size.height())

    def _beside(self, document: QTextDocument, position: int, setting: Setting) -> float:
        """Return how far a photo hangs out on both sides."""
        path = path_of(document.findBlock(position).blockFormat())
        return BOX_HANG * self.look.zoom if hangs_out(path, setting) else 0.0

    def _room(self, document: QTextDocument, position: int) -> float:
        """Return how wide the line at a position may be."""
        shape = document.findBlock(position).blockFormat()
        kind, path = kind_of(shape), path_of(shape)
        left, right = column(document, self.look.zoom)
        return right - left - (STEP * steps(kind, path) + 2 * inset(path)) * self.look.zoom

    def _inline_size(self, node: Image) -> QSizeF:
        image = self._pictures.get(node.src)
        if image is None:
            return self._chip_size(node.alt or "Picture")
        height = min(_INLINE_HEIGHT * self.look.zoom, float(image.height()))
        return QSizeF(image.width() * height / max(1, image.height()), height)

    def _chip_size(self, words: str) -> QSizeF:
        metrics = QFontMetricsF(self._font(self.look.monospace, 0.8))
        across = metrics.horizontalAdvance(_short(words)) + 2 * _CHIP * self.look.zoom
        return QSizeF(across, metrics.height() + 2)

    def _note_size(self, number: int) -> QSizeF:
        metrics = QFontMetricsF(self._font(self.look.sans, _NOTE_SCALE, is_bold=True))
        text = QFontMetricsF(self._font(self.look.serif, 1.0))
        return QSizeF(metrics.horizontalAdvance(str(number)) + self.look.zoom * 2, text.ascent())

    def _font(self, families: Sequence[str], scale: float, *, is_bold: bool = False) -> QFont:
        font = QFont()
        font.setFamilies(list(families))
        font.setPointSizeF(self.look.size * self.look.zoom * scale)
        font.setBold(is_bold)
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
        shape = format.toCharFormat()
        area = QRectF(rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        match object_of(shape):
            case Image() if format.objectType() == PHOTO_OBJECT and _is_small(doc, posInDocument):
                pass  # it is painted on its card
            case Image() as node if format.objectType() == PHOTO_OBJECT:
                setting = setting_of(shape)[0]
                beside = self._beside(doc, posInDocument, setting)
                area.adjust(-beside, 0, beside, 0)
                self._photos.draw(painter, area, (node, setting), self.look)
            case Image() as node:
                self._draw_inline(painter, area, node)
            case RawInline(source=source):
                self._draw_chip(painter, area, source)
            case Footnote():
                self._draw_note(painter, area, self.notes.number_at(doc, posInDocument))
            case Card() as card:
                draw_card(painter, area, card, self.look)
            case _:
                pass
        painter.restore()

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
        painter.setFont(self._font(self.look.monospace, 0.8))
        painter.setPen(QColor(self.look.muted))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, _short(words))

    def _draw_note(self, painter: QPainter, area: QRectF, number: int) -> None:
        font = self._font(self.look.sans, _NOTE_SCALE, is_bold=True)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(QColor(self.look.accent))
        words = str(number)
        left = area.left() + (area.width() - metrics.horizontalAdvance(words)) / 2
        top = area.top() + area.height() * 0.15
        painter.drawText(QPointF(left, top + metrics.capHeight()), words)


def _is_small(document: QTextDocument, position: int) -> bool:
    return is_small(path_of(document.findBlock(position).blockFormat()))


def _short(words: str) -> str:
    first = " ".join(words.split())
    return first if len(first) <= _LONGEST else f"{first[: _LONGEST - 1]}…"
