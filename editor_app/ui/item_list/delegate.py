"""How a row of the list is painted."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPainterPath,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)
from typing_extensions import override

from editor_app.editing.languages import direction
from editor_app.model import limits
from editor_app.store.query import CheckCounts, ItemSummary, Sort
from editor_app.ui.item_list.row_shape import RowShape, group_of
from editor_app.ui.item_list.row_text import Words, draw
from editor_app.ui.item_list.thumbnails import Thumbnails
from editor_app.ui.item_list.words import fitting_details, row_headline
from editor_app.ui.look.fonts import scaled
from editor_app.ui.look.look import Look
from editor_app.ui.look.tokens import hit_colour, status_colour
from editor_app.ui.paged_rows import Role

if TYPE_CHECKING:
    from editor_app.ui.item_list.excerpts import RowExcerpts

SIDE = 12  # from the pane's edges
GAP = 4
DOT = 7
_BADGE_SIDES = 10  # pixels round the number of a badge
_SEARCHED_LINES = 2  # of a headline, where an excerpt takes room
_DETAIL_LINES = 2
_MOST_KNOWN = 300  # rows whose small line is remembered
_EXCERPT_LINES = 2
_RAGGED = 0.3  # of a line, for words that do not fill theirs

Index = QModelIndex | QPersistentModelIndex
Badges = Callable[[ItemSummary], CheckCounts]


@dataclass(frozen=True, slots=True)
class _Fonts:
    headline: QFont
    details: QFont
    group: QFont


class RowDelegate(QStyledItemDelegate):
    """Paints headline, state and thumbnail; the height of rows follows from their width."""

    def __init__(
        self, look: Look, thumbnails: Thumbnails, *, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._thumbnails = thumbnails
        self.badges: Badges | None = None
        self.excerpts: RowExcerpts | None = None
        self._search = ""
        self.sort = Sort.NEWEST
        self._fonts = _Fonts(
            scaled(look.font, 1.0, weight=QFont.Weight.Bold),
            scaled(look.font, 0.9),
            scaled(look.font, 0.8, weight=QFont.Weight.DemiBold),
        )
        self._heights: dict[tuple[int, bool, RowShape], int] = {}
        self.shape = RowShape()
        self._details = lru_cache(maxsize=_MOST_KNOWN)(
            partial(_fitted, QFontMetrics(self._fonts.details))
        )

    def show_search(self, search: str) -> None:
        """Mark what a search hits; rows get room for a line of their text then."""
        self._search = search.strip()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of any row: all are as high as one with a headline of the usual length.

        So the list need not read a row to know where it stands.
        """
        width = _view_width(option)
        kind = (width, bool(self._search), self.shape)
        if kind not in self._heights:
            words = width - 3 * SIDE - self.shape.thumbnail
            headline = QFontMetrics(self._fonts.headline)
            lines = ceil(limits.HEADLINE * headline.averageCharWidth() / max(words, 1) + _RAGGED)
            most = self.shape.most_lines
            most = min(most, _SEARCHED_LINES) if self._search else most
            height = min(lines, most) * headline.lineSpacing() + GAP
            details = QFontMetrics(self._fonts.details).lineSpacing()
            height += details + (_EXCERPT_LINES * details + GAP if self._search else 0)
            edges = self.shape.top + self.shape.margin + 1
            self._heights[kind] = max(height, self.shape.thumbnail) + edges
        return QSize(width, self._heights[kind])

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        summary: ItemSummary | None = index.data(Role.SUMMARY)
        if summary is None:  # it could not be read
            return
        area: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, area, option.state)
        self._paint_group(painter, area, summary, index)
        side, top = self.shape.thumbnail, area.top() + self.shape.top
        picture = QRect(area.right() - SIDE - side, top, side, side)
        self._paint_thumbnail(painter, picture, summary)
        self._paint_badge(painter, picture, summary)
        words = QRect(area.left() + SIDE, top, area.width() - 3 * SIDE - side, 0)
        room = area.height() - self.shape.top - self.shape.margin - 1
        room -= self._details_height(summary, words.width())
        excerpt = self._excerpt(summary)
        room -= GAP + excerpt.spacing * _EXCERPT_LINES if excerpt is not None else 0
        bottom = self._paint_headline(painter, words, summary, room=room)
        if excerpt is not None:
            painter.setPen(QColor(self._look.tokens.text))
            line = words.translated(0, bottom + GAP - words.top())
            bottom = draw(painter, excerpt, line, most=_EXCERPT_LINES)
        self._paint_details(painter, words, bottom + GAP, summary)
        painter.restore()

    def _paint_ground(self, painter: QPainter, area: QRect, state: QStyle.StateFlag) -> None:
        tokens = self._look.tokens
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(tokens.selected))
            painter.fillRect(QRect(area.left(), area.top(), 3, area.height()), tokens.accent)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, QColor(tokens.hover))
        rule = QRect(area.left(), area.bottom(), area.width(), 1)
        painter.fillRect(rule, QColor(tokens.border))
        if state & QStyle.StateFlag.State_HasFocus and state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(QColor(tokens.accent), 1))
            painter.drawRect(area.adjusted(0, 0, -1, -1))

    def _paint_group(
        self, painter: QPainter, area: QRect, summary: ItemSummary, index: Index
    ) -> None:
        """Say over a row which group begins with it; of the first one the head says it."""
        group = group_of(summary, self.sort) if self.shape.is_grouped and index.row() else ""
        before = index.sibling(index.row() - 1, 0).data(Role.SUMMARY) if group else None
        if before is None or group_of(before, self.sort) == group:
            return
        band = QRect(area.left(), area.top(), area.width(), self.shape.top - GAP)
        painter.fillRect(band, QColor(self._look.tokens.surface))
        painter.setFont(self._fonts.group)
        painter.setPen(QColor(self._look.tokens.muted))
        inner = band.adjusted(SIDE, 0, -SIDE, 0)
        painter.drawText(
            inner, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter, group
        )

    def _paint_thumbnail(self, painter: QPainter, area: QRect, summary: ItemSummary) -> None:
        tokens = self._look.tokens
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(area), 5, 5)
        ratio = painter.device().devicePixelRatioF()
        picture = self._thumbnails.get(summary.lead_src, side=self.shape.thumbnail, ratio=ratio)
        if picture is not None:
            painter.save()
            painter.setClipPath(shape)
            painter.drawPixmap(area, picture)
            painter.restore()
            return
        painter.setPen(QPen(QColor(tokens.border_strong), 1, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape)

    def _paint_badge(self, painter: QPainter, picture: QRect, summary: ItemSummary) -> None:
        """Paint how much blocks or warns, over the corner of the thumbnail."""
        counts = self.badges(summary) if self.badges is not None else None
        number = (counts.blocks or counts.warns) if counts is not None else 0
        if counts is None or not number:
            return
        tokens = self._look.tokens
        metrics = QFontMetrics(self._fonts.details)
        words = f"{number:,}"
        height = metrics.height()
        width = max(height, metrics.horizontalAdvance(words) + _BADGE_SIDES)
        area = QRect(0, 0, width, height)
        area.moveBottomRight(picture.bottomRight() + QPoint(4, 4))
        painter.setPen(QPen(QColor(tokens.background), 1.5))
        painter.setBrush(QColor(tokens.danger if counts.blocks else tokens.warning))
        painter.drawRoundedRect(QRectF(area), height / 2, height / 2)
        painter.setFont(self._fonts.details)
        painter.setPen(QColor(tokens.warning_text))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_headline(
        self, painter: QPainter, words: QRect, summary: ItemSummary, *, room: int
    ) -> int:
        tokens = self._look.tokens
        painter.setPen(QColor(tokens.text if summary.headline else tokens.muted))
        name = row_headline(summary)
        text = Words(
            text=name,
            font=self._fonts.headline,
            is_rtl=bool(summary.headline) and direction(summary.language) == "rtl",
            hits=self._hits(name) if summary.headline else (),
            mark=hit_colour(is_dark=tokens.is_dark),
        )
        return draw(painter, text, words, most=max(1, room // text.spacing))

    def _hits(self, words: str) -> Sequence[tuple[int, int]]:
        if self.excerpts is None or not self._search:
            return ()
        return self.excerpts.hits(words, self._search)

    def _excerpt(self, summary: ItemSummary) -> Words | None:
        """Return the line of an item that the search hits, once it is read."""
        if self.excerpts is None or not self._search:
            return None
        found = self.excerpts.get(summary, self._search)
        if found is None or not found.text:
            return None
        return Words(
            text=found.text,
            font=self._fonts.details,
            is_rtl=direction(summary.language) == "rtl",
            hits=found.hits,
            mark=hit_colour(is_dark=self._look.tokens.is_dark),
        )

    def _paint_details(
        self, painter: QPainter, words: QRect, top: int, summary: ItemSummary
    ) -> None:
        tokens = self._look.tokens
        metrics = QFontMetrics(self._fonts.details)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(status_colour(summary.status, tokens)))
        middle = top + metrics.height() / 2 + 0.5
        painter.drawEllipse(QPointF(words.left() + DOT / 2, middle), DOT / 2, DOT / 2)
        painter.setPen(QColor(tokens.muted))
        area = QRect(words.left() + DOT + 6, top, words.width() - DOT - 6, 0)
        details = Words(text=self._details(summary, area.width()), font=self._fonts.details)
        draw(painter, details, area, most=_DETAIL_LINES)

    def _details_height(self, summary: ItemSummary, width: int) -> int:
        """Return how high the small line of a row is, with what is kept clear above it."""
        metrics = QFontMetrics(self._fonts.details)
        room = width - DOT - 6
        is_long = metrics.horizontalAdvance(self._details(summary, room)) > room
        return GAP + metrics.lineSpacing() * (_DETAIL_LINES if is_long else 1)


def _fitted(metrics: QFontMetrics, summary: ItemSummary, width: int) -> str:
    return fitting_details(summary, metrics, width)


def _view_width(option: QStyleOptionViewItem) -> int:
    view = option.widget
    return view.viewport().width() if isinstance(view, QAbstractItemView) else 300
