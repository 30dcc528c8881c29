"""Publications, embedded works and contacts, drawn as cards."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from editor_app.body.tree import CARD_FIELDS, Card, CardKind
from editor_app.ui.editor.drawing.crisp import draw_frame
from editor_app.ui.editor.drawing.words import is_from_right, language_name
from editor_app.ui.editor.look import EditorLook
from editor_app.ui.look.icons import paint_icon

HEIGHT = 66.0
_ICON = 38.0
_PAD = 14.0
_RADIUS = 8.0
_ICONS = {
    CardKind.PUBLICATION: "document",
    CardKind.EMBED: "embed",
    CardKind.CONTACT: "person",
}
_UNNAMED = {
    CardKind.PUBLICATION: "Publication without a title",
    CardKind.EMBED: "Embedded work without a title",
    CardKind.CONTACT: "Contact without a name",
}


@dataclass(frozen=True, slots=True)
class CardWords:
    """What a card says: its title, its facts, and whether the title says anything."""

    title: str
    facts: str
    is_named: bool

    @property
    def is_from_right(self) -> bool:
        """Whether the card is laid out from the right."""
        return is_from_right(self.title if self.is_named else self.facts)


def card_words(card: Card) -> CardWords:
    """Return what a card says."""
    fields = dict(zip(CARD_FIELDS[card.kind], card.values, strict=False))
    title = fields.get("title", "") or fields.get("name", "")
    rest = [_fact(name, value) for name, value in fields.items() if name not in {"title", "name"}]
    facts = " · ".join(fact for fact in rest if fact)
    return CardWords(title or _UNNAMED[card.kind], facts, bool(title))


def _fact(name: str, value: str) -> str:
    if not value:
        return ""
    if name == "language":
        return language_name(value)
    if name == "link":
        return urlsplit(value).netloc.removeprefix("www.") or value
    return value


def card_size(width: float, look: EditorLook) -> QSizeF:
    """Return how large a card is in a room of a width."""
    return QSizeF(max(40.0, width), HEIGHT * look.zoom)


def draw_card(painter: QPainter, area: QRectF, card: Card, look: EditorLook) -> None:
    """Draw a card."""
    words = card_words(card)
    is_rtl = words.is_from_right
    zoom = look.zoom
    pen = QPen(QColor(look.border), 1)
    draw_frame(painter, area, pen, ground=look.background, radius=_RADIUS * zoom)
    side = _ICON * zoom
    left = area.right() - _PAD * zoom - side if is_rtl else area.left() + _PAD * zoom
    square = QRectF(left, area.center().y() - side / 2, side, side)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.accent_soft))
    painter.drawRoundedRect(square, 6 * zoom, 6 * zoom)
    inset = 9 * zoom
    icon = square.adjusted(inset, inset, -inset, -inset).toRect()
    paint_icon(painter, _ICONS[card.kind], look.accent, icon)
    room = QRectF(area.adjusted(_PAD * zoom, 0, -_PAD * zoom, 0))
    if is_rtl:
        room.setRight(square.left() - _PAD * zoom)
    else:
        room.setLeft(square.right() + _PAD * zoom)
    _write(painter, room, words, look)


def _write(painter: QPainter, room: QRectF, words: CardWords, look: EditorLook) -> None:
    is_rtl = words.is_from_right
    title = _font(look, 0.94, is_bold=True)
    facts = _font(look, 0.82)
    middle = room.center().y()
    lines = [(words.title, title, look.text if words.is_named else look.faint)]
    if words.facts:
        lines.append((words.facts, facts, look.muted))
    heights = [QFontMetricsF(font).height() for _words, font, _colour in lines]
    y = middle - sum(heights) / 2
    for (text, font, colour), height in zip(lines, heights, strict=True):
        metrics = QFontMetricsF(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        left = room.right() - metrics.horizontalAdvance(shown) if is_rtl else room.left()
        painter.setFont(font)
        painter.setPen(QColor(colour))
        painter.drawText(QPointF(left, y + metrics.ascent()), shown)
        y += height


def _font(look: EditorLook, scale: float, *, is_bold: bool = False) -> QFont:
    font = QFont()
    font.setFamilies(list(look.sans))
    font.setPointSizeF(look.size * look.zoom * scale)
    font.setBold(is_bold)
    return font
