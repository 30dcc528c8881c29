"""Characters that cannot be seen, made visible on demand."""

from typing import cast

from PySide6.QtCore import QObject, QPointF, QRectF
from PySide6.QtGui import QPainter, QTextBlock, QTextDocument, QTextLine

from editor_app.ui.editor.body_editor import BodyEditor
from editor_app.ui.editor.drawing.canvas import Canvas, baseline
from editor_app.ui.editor.drawing.places import Sight, is_from_right
from editor_app.ui.editor.formats import LINE

_SIGNS = {
    "\u00a0": "°",
    "\u202f": "\u2032",
    "\u2011": "‗",
    "\u00ad": "-",
    LINE: "↵",
    "\t": "→",
    "\u200b": "|",
    "\u200c": "|",
    "\u200d": "⁀",
    "\u2060": "⁀",
    "\u200e": "▸",
    "\u200f": "◂",
    "\u061c": "◂",
    **dict.fromkeys("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", "◆"),
}
_WIDE = {"\u00a0", "\u202f", "\u2011", "\t"}  # these take up room; the others stand between two
_END = "¶"
_SCALE = 0.8
_SMALL = 0.6


class Invisibles(QObject):
    """Paints signs for spaces and hyphens that do not break, and the like, over the text."""

    def __init__(self, editor: BodyEditor) -> None:
        super().__init__(editor)
        self._editor = editor
        self._is_on = False
        self._sight = Sight()
        editor.hooks.overlays.append(self._paint)

    @property
    def is_on(self) -> bool:
        """Whether the signs are shown."""
        return self._is_on

    def show_all(self, *, is_on: bool) -> None:
        """Show the signs or hide them."""
        self._is_on = is_on
        self._editor.viewport().update()

    def _paint(self, painter: QPainter, document: QTextDocument, area: QRectF) -> None:
        if not self._is_on:
            return
        lines = self._editor.tracker().lines()
        canvas = Canvas(painter, document, self._editor.look(), lines, area)
        for block in self._sight.blocks(document, area):
            _paint_block(canvas, block)


def _paint_block(canvas: Canvas, block: QTextBlock) -> None:
    place = 0
    for letter in block.text():
        if letter in _SIGNS:
            _paint_sign(canvas, block, place, letter)
        place += 2 if ord(letter) > 0xFFFF else 1  # noqa: PLR2004 - Qt counts in UTF-16
    leaf = canvas.leaf(block)
    if leaf is None or leaf.kind.is_prose or leaf.kind.level:
        _paint_end(canvas, block)


def _paint_sign(canvas: Canvas, block: QTextBlock, place: int, letter: str) -> None:
    line = block.layout().lineForTextPosition(place)
    if not line.isValid():
        return
    start = _x(line, place)
    if letter in _WIDE:
        _write(canvas, block, line, ((start + _x(line, place + 1)) / 2, _SIGNS[letter]))
    elif letter == LINE:
        _write(canvas, block, line, (start + canvas.px(8), _SIGNS[letter]))
    else:
        _paint_between(canvas, block, line, (start, _SIGNS[letter]))


def _paint_between(
    canvas: Canvas, block: QTextBlock, line: QTextLine, sign: tuple[float, str]
) -> None:
    """Paint the sign of a character without width: a thin line between two letters, named below."""
    x, words = sign
    middle = block.layout().position().x() + x
    bottom = baseline(block, line) + canvas.px(2)
    canvas.post(middle, bottom - canvas.px(canvas.look.size * 0.95), bottom, canvas.look.accent)
    font = canvas.font(canvas.look.sans, _SMALL, is_bold=True)
    width = canvas.width_of(words, font)
    box = QRectF(middle - width, bottom - canvas.px(2), 2 * width, canvas.px(9))
    canvas.write_in(box, words, font, canvas.look.accent)


def _paint_end(canvas: Canvas, block: QTextBlock) -> None:
    layout = block.layout()
    line = layout.lineAt(layout.lineCount() - 1)
    if line.isValid():
        away = canvas.px(-6 if is_from_right(block) else 6)
        _write(canvas, block, line, (_x(line, block.length() - 1) + away, _END))


def _write(canvas: Canvas, block: QTextBlock, line: QTextLine, sign: tuple[float, str]) -> None:
    x, words = sign
    font = canvas.font(canvas.look.sans, _SCALE)
    left = block.layout().position().x() + x - canvas.width_of(words, font) / 2
    colour = canvas.look.faint if words == _END else canvas.look.accent
    canvas.write(QPointF(left, baseline(block, line)), words, font, colour)


def _x(line: QTextLine, place: int) -> float:
    return cast("tuple[float, int]", line.cursorToX(place))[0]
