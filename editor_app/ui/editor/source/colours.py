"""Modest colours for Markdown: what is structure, what is a link, what is HTML."""

import re

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat
from typing_extensions import override

from editor_app.ui.editor.look import EditorLook

_AT_ONCE = 300  # lines that are coloured between two events
_LONGEST = 3000  # letters of a line that are looked at
_PROSE, _CODE = -1, 1  # the states of lines, that of a line nobody has looked at among them

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_FENCE = re.compile(r"^(```|~~~)")
_HEAD = re.compile(r"^#{1,6}[ \t].*$")
_SIGNS = re.compile(
    r"^[ \t]*(?:>[ \t]?)+|^[ \t]*(?:[*+-]|\d+\.)(?=[ \t])|^:::.*$|^::?(?=[ \t])|^-{3,}[ \t]*$"
    r"|\||\*{1,3}|(?<!\w)_{1,3}|_{1,3}(?!\w)|~~|\^\[?|`+|^ {0,3}> ?-- "
)
_LINK = re.compile(r"!?\[[^\[\]]{0,300}\](?:\([^()]{0,600}\)|\{[^{}]{0,300}\})?")
_HTML = re.compile(r"</?[A-Za-z][^<>]{0,300}>|<!--.{0,600}?-->|&#?\w{1,20};")


class MarkdownColours(QSyntaxHighlighter):
    """Colours the lines of a document of Markdown as they change."""

    def __init__(self, look: EditorLook, *, parent: QObject) -> None:
        super().__init__(parent)
        self._formats = _formats(look)
        self._is_on = True
        self._is_waiting = False
        self._next = 0  # the first line that has not had its turn
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._colour_some)

    def show_look(self, look: EditorLook) -> None:
        """Use another look."""
        self._formats = _formats(look)
        if self._is_on:
            self.rehighlight()

    def set_on(self, *, is_on: bool) -> None:
        """Colour lines from now on, or none of them, because there are too many.

        The document is never let go of: PySide 6.11 crashes after `setDocument(None)`.
        """
        self._is_on = is_on

    def wait(self) -> None:
        """Leave lines without colours, because a whole text is about to be put in."""
        self._turn.stop()
        self._is_waiting = True

    def go_on(self) -> None:
        """Colour the lines of the text that was put in, some of them at a time."""
        self._is_waiting = False
        self._next = 0
        self._colour_some()

    @Slot()
    def _colour_some(self) -> None:
        if not self._is_on:
            return
        block = self.document().findBlockByNumber(self._next)
        stop = self._next + _AT_ONCE
        while block.isValid() and self._next < stop:
            self.rehighlightBlock(block)
            block, self._next = block.next(), self._next + 1
        if block.isValid():
            self._turn.start()

    @override
    def highlightBlock(self, text: str) -> None:
        if not self._is_on or self._is_waiting:
            return
        was_code = self.previousBlockState() == _CODE
        is_fence = _FENCE.match(text) is not None
        self.setCurrentBlockState(_CODE if was_code != is_fence else _PROSE)
        if len(text) > _LONGEST:
            return
        text = _ASTRAL.sub("xx", text)  # Qt counts two letters where Python counts one
        if was_code or is_fence:
            self.setFormat(0, len(text), self._formats["sign"])
            return
        if _HEAD.match(text):
            self.setFormat(0, len(text), self._formats["head"])
        for name, pattern in (("link", _LINK), ("html", _HTML), ("sign", _SIGNS)):
            for found in pattern.finditer(text):
                self.setFormat(found.start(), found.end() - found.start(), self._formats[name])


def _formats(look: EditorLook) -> dict[str, QTextCharFormat]:
    colours = {"head": look.text, "link": look.accent, "html": look.muted, "sign": look.faint}
    formats = {}
    for name, colour in colours.items():
        shape = QTextCharFormat()
        shape.setForeground(QColor(colour))
        formats[name] = shape
    formats["head"].setFontWeight(QFont.Weight.Bold)
    return formats
