"""What the look adds to the text: fonts and colours, laid over it without being a part of it."""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextBlock, QTextCharFormat
from typing_extensions import override

from editor_app.body.tree import Link, Mark
from editor_app.ui.editor.formats import kind_of, marks_of
from editor_app.ui.editor.hooks import Layer
from editor_app.ui.editor.leaves import Kind
from editor_app.ui.editor.lines import table_of
from editor_app.ui.editor.look import EditorLook

_HEAD_SIZES = {1: 1.5, 2: 1.24, 3: 1.1, 4: 1.0, 5: 1.0, 6: 1.0}
_SMALL = 0.84
_UPRIGHT = 3  # cross-heads below this level are told apart by italics


class Colours(QSyntaxHighlighter):
    """Lays fonts and colours over the lines of a document as they change.

    They are layout formats: no undo step, no change of the text, and another look is one
    `rehighlight`.
    """

    def __init__(self, look: EditorLook, layers: Sequence[Layer], *, parent: QObject) -> None:
        super().__init__(parent)
        self._layers = layers
        self._kinds: dict[int, Kind] = {}
        self._links: dict[int, QTextCharFormat | None] = {}
        self._look = look
        self._lines = _line_looks(look)

    def show_look(self, look: EditorLook) -> None:
        """Use another look."""
        self._look = look
        self._lines = _line_looks(look)
        self.forget()
        self.rehighlight()

    def forget(self) -> None:
        """Forget what the document's formats mean, because it was cleared."""
        self._kinds.clear()
        self._links.clear()

    def refresh(self, first: int, last: int) -> None:
        """Lay the lines from one number to another anew."""
        block = self.document().findBlockByNumber(first)
        while block.isValid() and block.blockNumber() <= last:
            self.rehighlightBlock(block)
            block = block.next()

    @override
    def highlightBlock(self, text: str) -> None:
        block = self.currentBlock()
        if block.length() == 1:
            return
        self._colour_words(block)
        for layer in self._layers:
            for start, count, laid in layer(block):
                self._lay_over(start, count, laid)

    def _lay_over(self, start: int, count: int, laid: QTextCharFormat) -> None:
        """Merge a format into those of some letters, stretch by stretch of equal ones."""
        end = start + count
        while start < end:
            shape = self.format(start)
            stop = start + 1
            while stop < end and self.format(stop) == shape:
                stop += 1
            shape.merge(laid)
            self.setFormat(start, stop - start, shape)
            start = stop

    def _colour_words(self, block: QTextBlock) -> None:
        index = block.blockFormatIndex()
        if (kind := self._kinds.get(index)) is None:
            kind = self._kinds[index] = kind_of(block.blockFormat())
        whole = self._lines.get(kind)
        if kind is Kind.PARAGRAPH and self._is_table_head():
            whole = self._lines[Kind.TABLE]
        if whole is not None:
            self.setFormat(0, block.length() - 1, whole)
        if kind is not Kind.SOURCE:
            self._colour_runs(block, whole)

    def _colour_runs(self, block: QTextBlock, whole: QTextCharFormat | None) -> None:
        start = block.position()
        step = block.begin()
        while not step.atEnd():
            fragment = step.fragment()
            index = fragment.charFormatIndex()
            if index not in self._links:
                self._links[index] = self._run_look(fragment.charFormat())
            if (run := self._links[index]) is not None:
                shape = QTextCharFormat(whole) if whole is not None else QTextCharFormat()
                shape.merge(run)
                self.setFormat(fragment.position() - start, fragment.length(), shape)
            step += 1

    def _run_look(self, written: QTextCharFormat) -> QTextCharFormat | None:
        marks = marks_of(written)
        shape = QTextCharFormat()
        if any(isinstance(mark, Link) for mark in marks):
            shape.setForeground(QColor(self._look.accent))
        if Mark.CODE in marks:
            shape.setFontFamilies(list(self._look.monospace))
            shape.setBackground(QColor(self._look.surface))
        return shape if shape.propertyCount() else None

    def _is_table_head(self) -> bool:
        table = table_of(self.currentBlock())
        return table is not None and table.cellAt(self.currentBlock().position()).row() == 0


def _line_looks(look: EditorLook) -> dict[Kind, QTextCharFormat]:
    looks = {}
    for kind in Kind:
        shape = QTextCharFormat()
        if kind.level:
            shape.setFontWeight(QFont.Weight.Bold)
            shape.setFontPointSize(look.size * _HEAD_SIZES[kind.level])
            shape.setFontItalic(kind.level > _UPRIGHT)
        elif kind in {Kind.CAPTION, Kind.CREDIT}:
            shape.setFontFamilies(list(look.sans))
            shape.setFontPointSize(look.size * _SMALL)
            shape.setForeground(QColor(look.muted if kind is Kind.CAPTION else look.faint))
        elif kind is Kind.SOURCE:
            shape.setFontFamilies(list(look.monospace))
            shape.setFontPointSize(look.size * _SMALL)
            shape.setForeground(QColor(look.muted))
        elif kind is Kind.TABLE:
            shape.setFontWeight(QFont.Weight.Bold)
        if shape.propertyCount():
            looks[kind] = shape
    return looks
