"""Everything round the text: bullets, numbers, quote bars, figure cards, table lines."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QTextBlock,
    QTextDocument,
    QTextTable,
)

from editor_app.body.tree import Image
from editor_app.ui.editor.leaves import Kind, Leaf
from editor_app.ui.editor.look import EditorLook
from editor_app.ui.editor.objects import RADIUS, column_width
from editor_app.ui.editor.paths import Path
from editor_app.ui.editor.places import (
    Card,
    Marker,
    card_at,
    card_rect,
    line_rect,
    markers,
    pill_rect,
    visible_blocks,
)
from editor_app.ui.editor.spacing import STEP
from editor_app.ui.editor.tracker import Line

PILL_WIDTH = 84.0
_HOLLOW = 2  # the level whose bullets are rings; discs above, squares below
_HINTS = {Kind.CAPTION: "Caption: what the photo shows", Kind.CREDIT: "Photo: who made it"}


class Decoration:
    """Paints what lies under and over the text of one document."""

    def __init__(self, lines: Callable[[], Sequence[Line]], look: EditorLook) -> None:
        self._lines = lines
        self.look = look

    # ------------------------------------------------------------ under the text

    def paint_under(self, painter: QPainter, document: QTextDocument, area: QRectF) -> None:
        """Paint what lies under the text of an area, in the document's coordinates."""
        lines = self._lines()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        blocks = list(visible_blocks(document, area))
        for card in {card_at(lines, block.blockNumber()) for block in blocks}:
            if card is not None:
                self._paint_card(painter, card_rect(document, card))
        for block in blocks:
            leaf = _leaf(lines, block.blockNumber())
            if leaf is not None:
                self._paint_line(painter, block, leaf)
        self._paint_tables(painter, document, area)

    def _paint_card(self, painter: QPainter, rect: QRectF) -> None:
        painter.setPen(QPen(QColor(self.look.border), 1))
        painter.setBrush(QColor(self.look.background))
        painter.drawRoundedRect(_crisp(rect), RADIUS, RADIUS)

    def _paint_line(self, painter: QPainter, block: QTextBlock, leaf: Leaf) -> None:
        lines = self._lines()
        if any(name[0] == "q" for name in leaf.path):
            self._paint_quote_bars(painter, block, leaf)
        for marker in markers(lines, block.blockNumber()):
            self._paint_marker(painter, block, marker)
        if leaf.kind is Kind.SEPARATOR:
            self._paint_separator(painter, block)
        elif leaf.kind is Kind.SOURCE:
            self._paint_source(painter, block)
        elif leaf.kind in _HINTS and block.length() == 1:
            self._paint_hint(painter, block, _HINTS[leaf.kind])

    def _paint_quote_bars(self, painter: QPainter, block: QTextBlock, leaf: Leaf) -> None:
        rect = line_rect(block)
        below = block.next()
        lines = self._lines()
        number = block.blockNumber() + 1
        after = _path(lines, number)
        depth = 0
        for index, name in enumerate(leaf.path):
            depth += name[0] in "quo"
            if name[0] != "q":
                continue
            goes_on = after[: index + 1] == leaf.path[: index + 1]
            bottom = line_rect(below).top() if goes_on else rect.bottom() + 1
            x = _from_start(block, (2 * depth - 2) * STEP + 2)
            painter.fillRect(QRectF(x - 1.5, rect.top(), 3, bottom - rect.top()), self._accent())

    def _accent(self) -> QColor:
        return QColor(self.look.accent)

    def _paint_marker(self, painter: QPainter, block: QTextBlock, marker: Marker) -> None:
        layout = block.layout()
        line = layout.lineAt(0)
        if not line.isValid():
            return
        baseline = layout.position().y() + line.y() + line.ascent()
        end = _from_start(block, 2 * STEP * marker.depth - 8)
        is_rtl = block.textDirection() == Qt.LayoutDirection.RightToLeft
        painter.setPen(QColor(self.look.muted))
        if marker.number is None:
            middle = QPointF(end + (3 if is_rtl else -3), baseline - self.look.size * 0.38)
            self._paint_bullet(painter, middle, marker.level)
            return
        painter.setFont(self._font(self.look.serif, 1.0))
        words = f"{marker.number}."
        width = QFontMetricsF(painter.font()).horizontalAdvance(words)
        painter.drawText(QPointF(end if is_rtl else end - width, baseline), words)

    def _paint_bullet(self, painter: QPainter, middle: QPointF, level: int) -> None:
        painter.setPen(QPen(QColor(self.look.muted), 1.2))
        is_hollow = level == _HOLLOW
        painter.setBrush(Qt.BrushStyle.NoBrush if is_hollow else QColor(self.look.muted))
        if level <= _HOLLOW:
            painter.drawEllipse(middle, 2.4, 2.4)
        else:
            painter.drawRect(QRectF(middle.x() - 2.2, middle.y() - 2.2, 4.4, 4.4))

    def _paint_separator(self, painter: QPainter, block: QTextBlock) -> None:
        rect = line_rect(block)
        document = block.document()
        left = document.documentMargin()
        y = round(rect.center().y()) + 0.5
        painter.setPen(QPen(QColor(self.look.border), 1.5))
        painter.drawLine(QLineF(left, y, left + column_width(document), y))

    def _paint_source(self, painter: QPainter, block: QTextBlock) -> None:
        rect = line_rect(block)
        document = block.document()
        frame = QRectF(
            document.documentMargin() + block.blockFormat().indent() * STEP,
            rect.top() - 9,
            column_width(document) - block.blockFormat().indent() * STEP,
            rect.height() + 18,
        )
        painter.setPen(QPen(QColor(self.look.border), 1))
        painter.setBrush(QColor(self.look.surface))
        painter.drawRoundedRect(_crisp(frame), 6, 6)

    def _paint_hint(self, painter: QPainter, block: QTextBlock, words: str) -> None:
        layout = block.layout()
        line = layout.lineAt(0)
        baseline = layout.position().y() + line.y() + line.ascent()
        painter.setFont(self._font(self.look.sans, 0.84))
        painter.setPen(QColor(self.look.faint))
        start = _from_start(block, block.blockFormat().indent() * STEP)
        width = QFontMetricsF(painter.font()).horizontalAdvance(words)
        is_rtl = block.textDirection() == Qt.LayoutDirection.RightToLeft
        painter.drawText(QPointF(start - width if is_rtl else start + 1, baseline), words)

    def _font(self, families: Sequence[str], scale: float) -> QFont:
        font = QFont()
        font.setFamilies(list(families))
        font.setPointSizeF(self.look.size * scale)
        return font

    # ------------------------------------------------------------ tables

    def _paint_tables(self, painter: QPainter, document: QTextDocument, area: QRectF) -> None:
        for frame in document.rootFrame().childFrames():
            if not isinstance(frame, QTextTable):
                continue
            size = document.documentLayout().frameBoundingRect(frame).size()
            first = frame.firstCursorPosition().block()
            top_left = document.documentLayout().blockBoundingRect(first).topLeft()
            shape = frame.format().toTableFormat()
            pad = shape.cellPadding()
            rect = QRectF(top_left - QPointF(pad, pad), size)
            rect.setWidth(size.width() - shape.leftMargin() - shape.rightMargin())
            rect.setHeight(size.height() - shape.topMargin() - shape.bottomMargin())
            if rect.intersects(area):
                self._paint_table(painter, frame, rect)

    def _paint_table(self, painter: QPainter, table: QTextTable, rect: QRectF) -> None:
        layout = table.firstCursorPosition().document().documentLayout()
        pad = table.format().toTableFormat().cellPadding()

        def corner(row: int, column: int) -> QPointF:
            block = table.cellAt(row, column).firstCursorPosition().block()
            return layout.blockBoundingRect(block).topLeft() - QPointF(pad, pad)

        rows = [min(corner(r, c).y() for c in range(table.columns())) for r in range(table.rows())]
        left, right, bottom = rect.left(), rect.right(), rect.bottom()
        body_top = rows[1] if len(rows) > 1 else bottom
        painter.fillRect(
            QRectF(left, rows[0], right - left, body_top - rows[0]), QColor(self.look.surface)
        )
        painter.setPen(QPen(QColor(self.look.border), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(_crisp(QRectF(left, rows[0], right - left, bottom - rows[0])))
        for y in rows[1:]:
            painter.drawLine(QLineF(left, round(y) + 0.5, right, round(y) + 0.5))
        for column in range(1, table.columns()):
            x = round(corner(0, column).x()) + 0.5
            painter.drawLine(QLineF(x, rows[0], x, bottom))

    # ------------------------------------------------------------ over the text

    def paint_over(
        self, painter: QPainter, document: QTextDocument, area: QRectF, chosen: tuple[int, int]
    ) -> None:
        """Paint what lies over the text: what a figure says of its alt text, which one is chosen.

        ``chosen`` are the first and last text block of the selection.
        """
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lines = self._lines()
        for block in visible_blocks(document, area.adjusted(0, 0, 0, 2000)):
            card = card_at(lines, block.blockNumber())
            if card is None or card.photo != block.blockNumber():
                continue
            rect = card_rect(document, card)
            self._paint_pill(painter, block, rect, lines[card.photo].leaf)
            if chosen[0] <= card.photo <= chosen[1]:
                painter.setPen(QPen(self._accent(), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(rect, RADIUS, RADIUS)

    # ------------------------------------------------------------ what is under the mouse

    def pill_under(self, document: QTextDocument, point: QPointF) -> int | None:
        """Return the photo's text block of the figure whose pill is at a point."""
        for card in self._cards_near(document, point):
            photo = document.findBlockByNumber(card.photo)
            if self._pill_rect(photo, card_rect(document, card)).contains(point):
                return card.photo
        return None

    def photo_under(self, document: QTextDocument, point: QPointF) -> int | None:
        """Return the text block of the photo at a point."""
        for card in self._cards_near(document, point):
            if line_rect(document.findBlockByNumber(card.photo)).contains(point):
                return card.photo
        return None

    def _cards_near(self, document: QTextDocument, point: QPointF) -> set[Card]:
        lines = self._lines()
        area = QRectF(point.x(), point.y() - 2, 1, 4)
        found = (card_at(lines, b.blockNumber()) for b in visible_blocks(document, area))
        return {card for card in found if card is not None}

    def _pill_rect(self, photo: QTextBlock, card: QRectF) -> QRectF:
        leaf = self._lines()[photo.blockNumber()].leaf
        image = _image(leaf)
        width = 52.0 if image is not None and image.alt.strip() else PILL_WIDTH
        is_rtl = photo.textDirection() == Qt.LayoutDirection.RightToLeft
        return pill_rect(card, width=width, is_rtl=is_rtl)

    def _paint_pill(
        self, painter: QPainter, block: QTextBlock, card: QRectF, leaf: Leaf | None
    ) -> None:
        image = _image(leaf)
        if image is None:
            return
        has_alt = bool(image.alt.strip())
        words, colour = ("ALT ✓", self.look.good) if has_alt else ("ALT missing", self.look.danger)
        rect = self._pill_rect(block, card)
        painter.setPen(QPen(QColor(colour), 1.2))
        painter.setBrush(QColor(self.look.background))
        painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
        font = self._font(self.look.sans, 0.68)
        font.setBold(True)
        painter.setFont(font)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, words)


def _image(leaf: Leaf | None) -> Image | None:
    content = () if leaf is None else leaf.content
    return next((node for node in content if isinstance(node, Image)), None)


def _from_start(block: QTextBlock, distance: float) -> float:
    """Return the x of a distance from the side where a line begins."""
    document = block.document()
    if block.textDirection() == Qt.LayoutDirection.RightToLeft:
        return document.documentMargin() + column_width(document) - distance
    return document.documentMargin() + distance


def _crisp(rect: QRectF) -> QRectF:
    """Return rect on the middle of pixels, where a line of one pixel is sharp."""
    return QRectF(
        round(rect.left()) + 0.5,
        round(rect.top()) + 0.5,
        round(rect.width()) - 1,
        round(rect.height()) - 1,
    )


def _leaf(lines: Sequence[Line], number: int) -> Leaf | None:
    return lines[number].leaf if number < len(lines) else None


def _path(lines: Sequence[Line], number: int) -> Path:
    leaf = _leaf(lines, number)
    return () if leaf is None else leaf.path
