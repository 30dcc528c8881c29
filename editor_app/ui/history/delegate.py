"""How a version is painted in the list: under its day, its time and name, and what changed."""

from PySide6.QtCore import QObject, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from editor_app.ui.history.model import Index, VersionRole, VersionRow
from editor_app.ui.history.words import shown_name, time_words
from editor_app.ui.look.fonts import scaled
from editor_app.ui.look.look import Look

_SIDE = 14
_GAP = 3
_ABOVE = 7
_PILL = 7  # beside the words of a mark


class VersionDelegate(QStyledItemDelegate):
    """Paints one version; its name is edited in its place."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._bold = scaled(look.font, 1.0, weight=QFont.Weight.DemiBold)
        self._plain = look.font
        self._small = scaled(look.font, 0.9)
        self._heading = scaled(look.font, 0.9, weight=QFont.Weight.DemiBold)
        self._title_height = QFontMetrics(self._bold).height() + _GAP
        self._height = self._title_height + QFontMetrics(self._small).height() + 2 * _ABOVE
        self._above = QFontMetrics(self._heading).height() + 2 * _ABOVE

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: VersionRow = index.data(VersionRole.ROW)
        return QSize(120, self._heading_height(row) + self._height)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: VersionRow = index.data(VersionRole.ROW)
        painter.save()
        painter.setLayoutDirection(option.direction)
        area = QRect(option.rect)
        if row.heading:
            area = self._paint_heading(painter, area, row.heading)
        self._paint_ground(painter, area, option)
        words = area.adjusted(_SIDE, _ABOVE, -_SIDE, -_ABOVE)
        self._paint_title(painter, words, row)
        words.setTop(words.top() + self._title_height)
        painter.setFont(self._small)
        painter.setPen(QColor(self._look.tokens.muted))
        self._draw(painter, words, row.what or "…")
        painter.restore()

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        line = QLineEdit(parent)
        line.setObjectName("versionName")
        line.setPlaceholderText("Name this version")
        line.setAccessibleName("Name of the version")
        line.setMaxLength(200)
        return line

    @override
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the name, but never over what is being typed: the row may change meanwhile."""
        if not (isinstance(editor, QLineEdit) and editor.isModified()):
            super().setEditorData(editor, index)

    @override
    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        row: VersionRow = index.data(VersionRole.ROW)
        area = QRect(option.rect)
        area.setTop(area.top() + self._heading_height(row))
        editor.setGeometry(area.adjusted(_SIDE // 2, _GAP, -_SIDE // 2, -_GAP))

    def _heading_height(self, row: VersionRow) -> int:
        return self._above if row.heading else 0

    def _paint_heading(self, painter: QPainter, area: QRect, heading: str) -> QRect:
        height = self._above
        painter.fillRect(QRect(area.topLeft(), QSize(area.width(), height)), self._ground())
        painter.setFont(self._heading)
        painter.setPen(QColor(self._look.tokens.muted))
        line = QRect(area.left() + _SIDE, area.top(), area.width() - 2 * _SIDE, height)
        self._draw(painter, line, heading, is_middle=True)
        return area.adjusted(0, height, 0, 0)

    def _ground(self) -> QColor:
        return QColor(self._look.tokens.surface)

    def _paint_ground(self, painter: QPainter, area: QRect, option: QStyleOptionViewItem) -> None:
        tokens, state = self._look.tokens, option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(tokens.selected))
            is_left = option.direction == Qt.LayoutDirection.LeftToRight
            edge = area.left() if is_left else area.right() - 2
            painter.fillRect(QRect(edge, area.top(), 3, area.height()), QColor(tokens.accent))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, QColor(tokens.hover))
        rule = QRect(area.left(), area.bottom(), area.width(), 1)
        painter.fillRect(rule, QColor(tokens.border))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(tokens.accent), 1))
            painter.drawRect(area.adjusted(0, 0, -1, -1))

    def _paint_title(self, painter: QPainter, words: QRect, row: VersionRow) -> None:
        """Paint time and name, and at the other end whether it is the present one or went out."""
        tokens = self._look.tokens
        marks = [("Exported", tokens.good)] if row.revision.is_exported else []
        marks += [("Present", tokens.accent)] if row.is_present else []
        room = QRect(words)
        is_left = painter.layoutDirection() == Qt.LayoutDirection.LeftToRight
        for mark, colour in reversed(marks):
            width = self._paint_mark(painter, room, mark, colour)
            room.adjust(0 if is_left else width, 0, -width if is_left else 0, 0)
        painter.setFont(self._bold)
        painter.setPen(QColor(tokens.text))
        time = time_words(row.revision.saved_at)
        self._draw(painter, room, time)
        taken = QFontMetrics(self._bold).horizontalAdvance(f"{time}  ")
        room.adjust(taken if is_left else 0, 0, 0 if is_left else -taken, 0)
        painter.setFont(self._plain)
        self._draw(painter, room, shown_name(row.revision))

    def _paint_mark(self, painter: QPainter, room: QRect, words: str, colour: str) -> int:
        metrics = QFontMetrics(self._small)
        width, height = metrics.horizontalAdvance(words) + 2 * _PILL, metrics.height()
        is_left = painter.layoutDirection() == Qt.LayoutDirection.LeftToRight
        left = room.right() - width if is_left else room.left()
        place = QRect(QPoint(left, room.top()), QSize(width, height))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colour), 1))
        painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setFont(self._small)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)
        return width + _PILL

    def _draw(self, painter: QPainter, area: QRect, words: str, *, is_middle: bool = False) -> None:
        metrics = QFontMetrics(painter.font())
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, area.width())
        upright = Qt.AlignmentFlag.AlignVCenter if is_middle else Qt.AlignmentFlag.AlignTop
        painter.drawText(area, Qt.AlignmentFlag.AlignLeading | upright, shown)
