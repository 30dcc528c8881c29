"""Words of a row: broken into lines, cut with an ellipsis, hits marked."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

_UTF16 = "utf-16-le"
_LONE = "surrogatepass"
_UNIT = 2  # bytes of a unit that Qt counts in


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Words to be painted; ``hits`` are where they are marked, in letters."""

    text: str
    font: QFont
    is_rtl: bool = False
    hits: Sequence[tuple[int, int]] = ()
    mark: str = ""

    @property
    def spacing(self) -> int:
        """How far the lines are apart, in pixels."""
        return QFontMetrics(self.font).lineSpacing()


def draw(painter: QPainter, words: Words, area: QRect, *, most: int) -> int:
    """Draw words into area from its top, at most so many lines; return where they end."""
    layout = _layout(words, words.text, words.hits)
    length = _units(words.text)
    layout.beginLayout()
    top = area.top()
    for number in range(most):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(area.width())
        start = line.textStart()
        if number == most - 1 and start + line.textLength() < length:
            _draw_cut(painter, words, start, area.translated(0, top - area.top()))
        else:
            line.draw(painter, QPointF(area.left(), top))
        top += words.spacing
    layout.endLayout()
    return top


def _draw_cut(painter: QPainter, words: Words, start: int, area: QRect) -> None:
    """Draw the last line that has room, with an ellipsis for the rest."""
    metrics = QFontMetrics(words.font)
    skipped = len(words.text.encode(_UTF16, _LONE)[: start * _UNIT].decode(_UTF16, _LONE))
    rest = words.text[skipped:]
    shown = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, area.width())
    hits = [
        (max(first - skipped, 0), min(last - skipped, len(shown)))
        for first, last in words.hits
        if last > skipped and first - skipped < len(shown)
    ]
    layout = _layout(words, shown, hits)
    layout.beginLayout()
    line = layout.createLine()
    if line.isValid():
        line.setLineWidth(area.width())
        line.draw(painter, QPointF(area.topLeft()))
    layout.endLayout()


def _layout(words: Words, text: str, hits: Sequence[tuple[int, int]]) -> QTextLayout:
    layout = QTextLayout(text, words.font)
    option = QTextOption(Qt.AlignmentFlag.AlignLeading)
    option.setTextDirection(
        Qt.LayoutDirection.RightToLeft if words.is_rtl else Qt.LayoutDirection.LeftToRight
    )
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    if hits:
        layout.setFormats([_marked(words, text, first, last) for first, last in hits])
    return layout


def _marked(words: Words, text: str, first: int, last: int) -> QTextLayout.FormatRange:
    marked = QTextLayout.FormatRange()
    marked.start = _units(text[:first])
    marked.length = _units(text[first:last])
    shape = QTextCharFormat()
    shape.setBackground(QColor(words.mark))
    marked.format = shape
    return marked


def _units(text: str) -> int:
    """Return how long a text is in the units that Qt counts in."""
    return len(text) if text.isascii() else len(text.encode(_UTF16, _LONE)) // _UNIT
