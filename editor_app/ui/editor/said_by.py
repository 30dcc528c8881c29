"""The offer to say whose words a quote is, beside its last line while one writes in it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Slot
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QTextBlock,
    QTextCursor,
    QTextDocument,
)
from typing_extensions import override

from editor_app.ui.editor.drawing.canvas import baseline
from editor_app.ui.editor.drawing.places import column, is_from_right, line_rect
from editor_app.ui.editor.leaves import Kind
from editor_app.ui.editor.lines import innermost, line_kind, line_path, standing_in, table_of
from editor_app.ui.editor.spacing import inset

if TYPE_CHECKING:
    from editor_app.ui.editor.body_editor import BodyEditor

OFFER = "+ Who said it"
_COMMAND = "attribution"
_SCALE = 0.78
_GAP = 16  # pixels at 100 % between the words of the line and the offer


def unsaid_quote(cursor: QTextCursor) -> QTextBlock | None:
    """Return the last line of the quote at a cursor, if nobody is named for it yet."""
    block = cursor.block()
    path = line_path(block)
    quote = path[: innermost(path, "q") + 1]
    if not quote:
        return None
    last = standing_in(block, quote)[-1]
    is_named = line_kind(last) is Kind.ATTRIBUTION and line_path(last) == quote
    return None if is_named else last


class SaidBy(QObject):
    """Paints the offer where the last line of the quote leaves room for it, and takes it up."""

    def __init__(self, editor: "BodyEditor") -> None:
        super().__init__(editor)
        self._editor = editor
        self._shown: QRectF | None = None
        editor.hooks.overlays.append(self._paint)
        editor.viewport().installEventFilter(self)
        editor.cursorPositionChanged.connect(self._on_caret_moved)

    def place(self) -> QRectF | None:
        """Return where the offer stands, in the document's coordinates, if it does."""
        editor = self._editor
        last = None if editor.isReadOnly() else self._unsaid_quote()
        if last is None or table_of(last) is not None or not line_kind(last).is_prose:
            return None
        layout = last.layout()
        line = layout.lineAt(layout.lineCount() - 1)
        if not line.isValid():
            return None
        metrics = QFontMetricsF(self._font())
        beside = inset(line_path(last)) * editor.look().zoom
        left, right = column(editor.document(), editor.look().zoom)
        left, right = left + beside, right - beside
        width, gap = metrics.horizontalAdvance(OFFER), _GAP * editor.look().zoom
        words = line.naturalTextRect().translated(layout.position())
        is_rtl = is_from_right(last)
        x = left if is_rtl else right - width
        has_room = x + width + gap <= words.left() if is_rtl else words.right() + gap <= x
        top = baseline(last, line) - metrics.ascent()
        return QRectF(x, top, width, metrics.height()) if has_room else None

    def _unsaid_quote(self) -> QTextBlock | None:
        """Return the last line of the quote at the caret, if nobody is named for it yet.

        What the line is known to be spares asking Qt with every key.
        """
        cursor = self._editor.textCursor()
        leaf = self._editor.tracker().line_at(cursor.blockNumber())
        is_elsewhere = leaf is not None and not any(name[0] == "q" for name in leaf.path)
        return None if is_elsewhere else unsaid_quote(cursor)

    def _font(self) -> QFont:
        look = self._editor.look()
        font = QFont()
        font.setFamilies(list(look.sans))
        font.setPointSizeF(look.size * look.zoom * _SCALE)
        return font

    def _paint(self, painter: QPainter, _document: QTextDocument, area: QRectF) -> None:
        place = self.place()
        if place is None or not place.intersects(area):
            return
        font = self._font()
        painter.setFont(font)
        painter.setPen(QColor(self._editor.look().faint))
        painter.drawText(place.topLeft() + QPointF(0, QFontMetricsF(font).ascent()), OFFER)

    @Slot()
    def _on_caret_moved(self) -> None:
        last = self._unsaid_quote()
        shown = None if last is None else line_rect(last)
        if shown != self._shown:
            self._shown = shown
            self._editor.viewport().update()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_press = event.type() == QEvent.Type.MouseButtonPress
        if not is_press or not isinstance(event, QMouseEvent):
            return False
        place = self.place()
        if place is None or event.button() != Qt.MouseButton.LeftButton:
            return False
        if not place.contains(event.position() + self._editor.offset()):
            return False
        for action in self._editor.actions():
            if action.objectName() == _COMMAND and action.isEnabled():
                action.trigger()
                return True
        return False
