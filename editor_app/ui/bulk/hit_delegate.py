"""How a hit is painted: where it stands, what stands round it, what goes and what comes."""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from editor_app.editing.library_search import FoundHit
from editor_app.ui.bulk.hit_list import HitRole
from editor_app.ui.look.look import Look

Index = QModelIndex | QPersistentModelIndex
_INDENT = 22
_PLACE = 112  # pixels for the name of the field
_HEIGHT = 26
_GAP = 8


class _Run(NamedTuple):
    words: str
    colour: str
    is_bold: bool = False
    is_struck: bool = False


class HitDelegate(QStyledItemDelegate):
    """Paints a tick, then the words of an item or of a hit in one line."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(240, max(_HEIGHT, option.fontMetrics.height() + 8))

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if index.data(HitRole.HIT) is None:
            option.font.setBold(True)
        else:
            indent = _INDENT if option.direction is Qt.LayoutDirection.LeftToRight else 0
            option.rect = option.rect.adjusted(indent, 0, indent - _INDENT, 0)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        hit = index.data(HitRole.HIT)
        if hit is None:
            super().paint(painter, option, index)
            return
        self.initStyleOption(option, index)
        option.text = ""
        widget = option.widget
        style = widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, widget)
        place = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, widget)
        place.setRight(option.rect.right() - _GAP)
        painter.save()
        self._paint_hit(painter, place, option.font, (hit, index.data(HitRole.NEW)))
        painter.restore()

    def _paint_hit(
        self, painter: QPainter, place: QRect, font: QFont, said: tuple[FoundHit, str | None]
    ) -> None:
        hit, new = said
        painter.setFont(font)
        painter.setPen(QColor(self._look.tokens.muted))
        metrics = QFontMetrics(font)
        name = metrics.elidedText(hit.name, Qt.TextElideMode.ElideRight, _PLACE - _GAP)
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(place, middle, name)
        rest = place.adjusted(_PLACE, 0, 0, 0)
        before = metrics.elidedText(hit.before, Qt.TextElideMode.ElideLeft, rest.width() // 3)
        for run in self._runs(hit, new, before):
            rest = _paint_run(painter, rest, font, run)

    def _runs(self, hit: FoundHit, new: str | None, before: str) -> Iterator[_Run]:
        tokens = self._look.tokens
        yield _Run(before, tokens.text)
        if new is None or new == hit.words:
            yield _Run(hit.words, tokens.accent, is_bold=True)
        else:
            yield _Run(hit.words, tokens.danger, is_struck=True)
            yield _Run(new, tokens.good, is_bold=True)
        yield _Run(hit.after, tokens.text)


def _paint_run(painter: QPainter, place: QRect, font: QFont, run: _Run) -> QRect:
    """Paint words from the left of a place on, and return what is left of it."""
    shown = QFont(font)
    shown.setBold(run.is_bold)
    shown.setStrikeOut(run.is_struck)
    metrics = QFontMetrics(shown)
    words = metrics.elidedText(run.words, Qt.TextElideMode.ElideRight, max(0, place.width()))
    painter.setFont(shown)
    painter.setPen(QColor(run.colour))
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
    return place.adjusted(metrics.horizontalAdvance(words), 0, 0, 0)
