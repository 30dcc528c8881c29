"""How a photo of the browser is painted: the whole picture, its name, and what it lacks."""

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from editor_app.store.photo_query import PhotoSummary
from editor_app.ui.item_list.thumbnails import Thumbnails
from editor_app.ui.look.fonts import scaled
from editor_app.ui.look.look import Look
from editor_app.ui.paged_rows import Role
from editor_app.ui.photos.browser_words import tile_details, tile_marks, tile_name

PICTURE = QSize(168, 118)
SIDE = 8
_BETWEEN = 5
_RADIUS = 6
_IN_TRASH = 0.55  # how much of a picture is seen that lies in the trash

Index = QModelIndex | QPersistentModelIndex


class TileDelegate(QStyledItemDelegate):
    """Paints tiles that are all of one size."""

    def __init__(
        self, look: Look, thumbnails: Thumbnails, *, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._thumbnails = thumbnails
        self._name = scaled(look.font, 0.92)
        self._small = scaled(look.font, 0.84)
        self._mark = scaled(look.font, 0.72, weight=QFont.Weight.Bold)

    def size(self) -> QSize:
        """Return how large every tile is."""
        lines = QFontMetrics(self._name).lineSpacing() + QFontMetrics(self._small).lineSpacing()
        height = PICTURE.height() + _BETWEEN + lines + 2 * SIDE
        return QSize(PICTURE.width() + 2 * SIDE, height)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return self.size()

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        summary: PhotoSummary = index.data(Role.SUMMARY)
        area: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, area, option.state)
        picture = QRect(area.topLeft() + QPoint(SIDE, SIDE), PICTURE)
        self._paint_picture(painter, picture, summary)
        self._paint_marks(painter, picture, tile_marks(summary))
        words = picture.translated(0, picture.height() + _BETWEEN)
        self._paint_words(painter, words, summary)
        painter.restore()

    def _paint_ground(self, painter: QPainter, area: QRect, state: QStyle.StateFlag) -> None:
        tokens = self._look.tokens
        is_selected = bool(state & QStyle.StateFlag.State_Selected)
        is_focused = bool(state & QStyle.StateFlag.State_HasFocus)
        if is_selected:
            painter.setBrush(QColor(tokens.selected))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(QColor(tokens.hover))
        else:
            painter.setBrush(Qt.BrushStyle.NoBrush)
        edge = QColor(tokens.accent)
        painter.setPen(QPen(edge, 2 if is_focused else 1) if is_selected or is_focused else edge)
        if not is_selected and not is_focused:
            painter.setPen(Qt.PenStyle.NoPen)
        frame = QRectF(area).adjusted(1.5, 1.5, -1.5, -1.5)
        painter.drawRoundedRect(frame, _RADIUS + 2, _RADIUS + 2)

    def _paint_picture(self, painter: QPainter, area: QRect, summary: PhotoSummary) -> None:
        tokens = self._look.tokens
        ratio = painter.device().devicePixelRatioF()
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(area), _RADIUS, _RADIUS)
        painter.fillPath(shape, QColor(tokens.surface))
        found = self._thumbnails.get(summary.src, side=PICTURE.width(), ratio=ratio)
        if found is None:
            is_missing = self._thumbnails.is_missing(summary.src, side=PICTURE.width(), ratio=ratio)
            if is_missing:
                painter.setPen(QColor(tokens.muted))
                painter.setFont(self._small)
                painter.drawText(area, Qt.AlignmentFlag.AlignCenter, "The file is missing")
            return
        place = _fitted(found, area)
        cut = QPainterPath()
        cut.addRoundedRect(QRectF(place), _RADIUS, _RADIUS)
        painter.save()
        painter.setClipPath(cut)
        painter.setOpacity(_IN_TRASH if summary.trashed_at else 1.0)
        painter.drawPixmap(place, found)
        painter.restore()

    def _paint_marks(self, painter: QPainter, picture: QRect, marks: tuple[str, ...]) -> None:
        tokens = self._look.tokens
        metrics = QFontMetrics(self._mark)
        left, height = picture.left() + 5, metrics.height() + 2
        painter.setFont(self._mark)
        for mark in marks:
            width = metrics.horizontalAdvance(mark) + 10
            pill = QRectF(left, picture.bottom() - height - 4, width, height)
            painter.setPen(QPen(QColor(tokens.warning), 1))
            painter.setBrush(QColor(tokens.background))
            painter.drawRoundedRect(pill, height / 2, height / 2)
            painter.setPen(QColor(tokens.warning))
            painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, mark)
            left += round(width) + 4

    def _paint_words(self, painter: QPainter, area: QRect, summary: PhotoSummary) -> None:
        tokens = self._look.tokens
        name, small = QFontMetrics(self._name), QFontMetrics(self._small)
        line = QRect(area.left(), area.top(), area.width(), name.lineSpacing())
        painter.setFont(self._name)
        painter.setPen(QColor(tokens.text))
        elided = name.elidedText(tile_name(summary), Qt.TextElideMode.ElideMiddle, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft, elided)
        line = QRect(area.left(), line.bottom() + 1, area.width(), small.lineSpacing())
        painter.setFont(self._small)
        painter.setPen(QColor(tokens.muted))
        details = tile_details(summary)
        painter.drawText(
            line,
            Qt.AlignmentFlag.AlignLeft,
            small.elidedText(details, Qt.TextElideMode.ElideRight, line.width()),
        )


def _fitted(picture: QPixmap, area: QRect) -> QRect:
    """Return where in area the whole of a picture has its place, never larger than it is."""
    ratio = picture.devicePixelRatioF()
    size = QSize(round(picture.width() / ratio), round(picture.height() / ratio))
    if size.width() > area.width() or size.height() > area.height():
        size = size.scaled(area.size(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRect(QPoint(0, 0), size)
    place.moveCenter(area.center())
    return place
