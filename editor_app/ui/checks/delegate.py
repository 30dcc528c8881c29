"""How a finding is painted: a dot for its level, the sentence, where it is and what mends it."""

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from editor_app.checks.finding import Level
from editor_app.ui.checks.model import CheckRole, CheckRow, Index, RowKind
from editor_app.ui.look.fonts import scaled
from editor_app.ui.look.look import Look
from editor_app.ui.look.tokens import Tokens

_SIDE = 14
_ABOVE = 7
_DOT = 8
_GAP = 3
_MOST_HEIGHT = 10_000
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop


def level_colour(level: Level, tokens: Tokens) -> str:
    """Return the colour that stands for a level."""
    colours = {
        Level.BLOCKS: tokens.danger,
        Level.WARNS: tokens.warning,
        Level.HINTS: tokens.accent,
    }
    return colours[level]


class FindingDelegate(QStyledItemDelegate):
    """Paints one row; its height is that of its words at the width of the list."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._plain = look.font
        self._small = scaled(look.font, 0.9)
        self._heading = scaled(look.font, 0.9, weight=QFont.Weight.DemiBold)
        self._heights: dict[tuple[str, int], int] = {}

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: CheckRow = index.data(CheckRole.ROW)
        view = option.widget
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else 200
        if row.kind is RowKind.HEADING:
            return QSize(width, QFontMetrics(self._heading).height() + 2 * _ABOVE)
        return QSize(width, self._words_height(row.words, width) + self._below(row) + 2 * _ABOVE)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: CheckRow = index.data(CheckRole.ROW)
        painter.save()
        painter.setLayoutDirection(option.direction)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.kind is RowKind.HEADING:
            self._paint_heading(painter, option.rect, row)
        else:
            self._paint_ground(painter, option.rect, option.state, option.direction)
            self._paint_finding(painter, option.rect, row, option.direction)
        painter.restore()

    def _words_height(self, words: str, width: int) -> int:
        key = (words, width)
        if key not in self._heights:
            if len(self._heights) > 5_000:  # noqa: PLR2004 - a bound, not a measure
                self._heights.clear()
            room = QRect(0, 0, width - 2 * _SIDE - _DOT - 8, _MOST_HEIGHT)
            metrics = QFontMetrics(self._plain)
            self._heights[key] = metrics.boundingRect(room, _WRAP, words).height()
        return self._heights[key]

    def _below(self, row: CheckRow) -> int:
        return QFontMetrics(self._small).height() + _GAP if _details(row) else 0

    def _paint_heading(self, painter: QPainter, area: QRect, row: CheckRow) -> None:
        painter.fillRect(area, QColor(self._look.tokens.surface))
        painter.setFont(self._heading)
        painter.setPen(QColor(self._look.tokens.muted))
        line = area.adjusted(_SIDE, 0, -_SIDE, 0)
        flags = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(line, flags, row.words)

    def _paint_ground(
        self,
        painter: QPainter,
        area: QRect,
        state: QStyle.StateFlag,
        direction: Qt.LayoutDirection,
    ) -> None:
        tokens = self._look.tokens
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(tokens.selected))
            is_left = direction == Qt.LayoutDirection.LeftToRight
            edge = area.left() if is_left else area.right() - 2
            painter.fillRect(QRect(edge, area.top(), 3, area.height()), QColor(tokens.accent))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, QColor(tokens.hover))
        rule = QRect(area.left(), area.bottom(), area.width(), 1)
        painter.fillRect(rule, QColor(tokens.border))
        if state & QStyle.StateFlag.State_HasFocus and state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(QColor(tokens.accent), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(area.adjusted(0, 0, -1, -1))

    def _paint_finding(
        self, painter: QPainter, area: QRect, row: CheckRow, direction: Qt.LayoutDirection
    ) -> None:
        tokens = self._look.tokens
        is_left = direction == Qt.LayoutDirection.LeftToRight
        words = area.adjusted(_SIDE, _ABOVE, -_SIDE, -_ABOVE)
        middle = words.top() + QFontMetrics(self._plain).height() / 2
        if row.finding is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            colour = level_colour(row.level, tokens)
            painter.setBrush(QColor(tokens.faint if row.kind is RowKind.LEFT else colour))
            left = words.left() if is_left else words.right() - _DOT
            painter.drawEllipse(QRectF(QPointF(left, middle - _DOT / 2), QSize(_DOT, _DOT)))
        words.adjust(*((_DOT + 8, 0, 0, 0) if is_left else (0, 0, -_DOT - 8, 0)))
        painter.setFont(self._plain)
        painter.setPen(QColor(tokens.text if row.kind is RowKind.FINDING else tokens.muted))
        painter.drawText(words, _WRAP | Qt.AlignmentFlag.AlignLeading, row.words)
        if details := _details(row):
            painter.setFont(self._small)
            painter.setPen(QColor(tokens.muted))
            metrics = QFontMetrics(self._small)
            line = QRect(
                words.left(), words.bottom() + 1 - metrics.height(), words.width(), metrics.height()
            )
            shown = metrics.elidedText(details, Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(line, Qt.AlignmentFlag.AlignLeading, shown)


def _details(row: CheckRow) -> str:
    """Return where the finding is, and what mends it or why it was left."""
    if row.finding is None:
        return ""
    if row.left is not None:
        return f"{row.where} · Because: {row.left.reason}"
    return f"{row.where} · {row.finding.fix.label}" if row.finding.fix else row.where
