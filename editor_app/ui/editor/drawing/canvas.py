"""Something to paint on in the document's coordinates, sharp on every screen and at every zoom."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QTextBlock,
    QTextDocument,
    QTextLine,
)
from PySide6.QtWidgets import QWidget

from editor_app.ui.editor.drawing.crisp import draw_frame, snapped
from editor_app.ui.editor.drawing.pictures import Pictures
from editor_app.ui.editor.drawing.places import column, is_from_right, path_at
from editor_app.ui.editor.leaves import Kind, Leaf, Line
from editor_app.ui.editor.look import EditorLook
from editor_app.ui.editor.spacing import STEP, inset

RADIUS = 8.0
PILL_SCALE = 0.66


@dataclass(frozen=True, slots=True)
class Canvas:
    """A painter with what is to be painted: a document, its lines and its look.

    ``blocks`` are the text blocks that show in the area, and a little below it, ``pictures`` those
    that photos are drawn from. Lengths that are given in pixels at 100 % go through `px`.
    """

    painter: QPainter
    document: QTextDocument
    look: EditorLook
    lines: Sequence[Line]
    area: QRectF
    blocks: Sequence[QTextBlock] = ()
    pictures: Pictures | None = None

    def px(self, length: float) -> float:
        """Return a length at the zoom of the moment."""
        return length * self.look.zoom

    def leaf(self, block: QTextBlock) -> Leaf | None:
        """Return what a line is, or None inside a table."""
        number = block.blockNumber()
        return self.lines[number].leaf if number < len(self.lines) else None

    def column(self) -> tuple[float, float]:
        """Return where the column of text begins and ends."""
        return column(self.document, self.look.zoom)

    def sides(self, block: QTextBlock) -> tuple[float, float]:
        """Return the sides that a line is set in from: those of the column or within a box."""
        left, right = self.column()
        leaf = self.leaf(block)
        kind = Kind.TABLE if leaf is None else leaf.kind
        beside = self.px(inset(path_at(self.lines, block.blockNumber()), kind))
        return left + beside, right - beside

    def room(self, block: QTextBlock) -> tuple[float, float]:
        """Return where the room of a line begins and ends, on the side where it is set in too."""
        left, right = self.sides(block)
        indent = self.px(block.blockFormat().indent() * STEP)
        return (left, right - indent) if is_from_right(block) else (left + indent, right)

    # ------------------------------------------------------------ shapes

    def fill(self, rect: QRectF, colour: str) -> None:
        """Fill a rectangle whose edges lie between two pixels of the screen."""
        self.painter.fillRect(snapped(self.painter, rect), QColor(colour))

    def rule(self, left: float, right: float, y: float, colour: str) -> None:
        """Draw a level line, as thin as can be seen well."""
        self.fill(QRectF(left, y, right - left, 1), colour)

    def post(self, x: float, top: float, bottom: float, colour: str) -> None:
        """Draw an upright line, as thin as can be seen well."""
        self.fill(QRectF(x, top, 1, bottom - top), colour)

    def frame(
        self, rect: QRectF, *, border: str, ground: str = "", radius: float = RADIUS, width: int = 1
    ) -> None:
        """Draw a rectangle with round corners; its line lies within it, on whole pixels."""
        pen = QPen(QColor(border), width)
        draw_frame(self.painter, rect, pen, ground=ground, radius=self.px(radius))

    # ------------------------------------------------------------ words

    def font(self, families: Sequence[str], scale: float, *, is_bold: bool = False) -> QFont:
        """Return a font, its size given as a part of the text's."""
        font = QFont()
        font.setFamilies(list(families))
        font.setPointSizeF(self.look.size * self.look.zoom * scale)
        font.setBold(is_bold)
        return font

    def width_of(self, words: str, font: QFont) -> float:
        """Return how wide words are."""
        return QFontMetricsF(font).horizontalAdvance(words)

    def write(self, point: QPointF, words: str, font: QFont, colour: str) -> None:
        """Write words that begin at a point on their baseline."""
        self.painter.setFont(font)
        self.painter.setPen(QColor(colour))
        self.painter.drawText(point, words)

    def write_in(self, rect: QRectF, words: str, font: QFont, colour: str) -> None:
        """Write words into the middle of a rectangle."""
        self.painter.setFont(font)
        self.painter.setPen(QColor(colour))
        self.painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, words)

    def pill(self, rect: QRectF, words: str, colour: str) -> None:
        """Draw a mark of one or two words."""
        round_ends = rect.height() / 2 / self.look.zoom
        self.frame(rect, border=colour, ground=self.look.background, radius=round_ends)
        self.write_in(rect, words, self.font(self.look.sans, PILL_SCALE, is_bold=True), colour)

    def pill_width(self, words: str) -> float:
        """Return how wide a mark has to be."""
        font = self.font(self.look.sans, PILL_SCALE, is_bold=True)
        return ceil(self.width_of(words, font) + self.px(18))


@contextmanager
def painting(widget: QWidget, offset: QPointF) -> Iterator[QPainter]:
    """Give out a painter on a widget whose corner shows a point; it is ended whatever happens."""
    painter = QPainter(widget)
    try:
        painter.translate(-offset)
        yield painter
    finally:
        painter.end()


def baseline(block: QTextBlock, line: QTextLine | None = None) -> float:
    """Return the height at which the letters of a line stand; the first line of a block's."""
    shown = block.layout().lineAt(0) if line is None else line
    return block.layout().position().y() + shown.y() + shown.ascent()
