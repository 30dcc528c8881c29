"""What the look adds to the text: fonts and colours, laid over it without being a part of it."""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextBlock, QTextCharFormat
from typing_extensions import override

from editor_app.body.tree import Abbreviation, Language, Link, Mark
from editor_app.ui.editor.formats import KIND, kind_of, marks_of, path_of
from editor_app.ui.editor.hooks import Layer
from editor_app.ui.editor.leaves import Kind
from editor_app.ui.editor.lines import table_of
from editor_app.ui.editor.look import TABLE_HEAD, EditorLook, LineLook, line_look


class Colours(QSyntaxHighlighter):
    """Lays fonts and colours over the lines of a document as they change.

    They are layout formats: no undo step, no change of the text, and another look is one
    `rehighlight`.
    """

    def __init__(self, look: EditorLook, layers: Sequence[Layer], *, parent: QObject) -> None:
        super().__init__(parent)
        self._layers = layers
        self._look = look
        self._wholes: dict[int, tuple[Kind | None, QTextCharFormat | None]] = {}
        self._runs: dict[int, QTextCharFormat | None] = {}
        self._table_head = _shape(look, TABLE_HEAD)

    def show_look(self, look: EditorLook) -> None:
        """Use another look."""
        self._look = look
        self._table_head = _shape(look, TABLE_HEAD)
        self.forget()
        self.rehighlight()

    def forget(self) -> None:
        """Forget what the document's formats mean, because it was cleared."""
        self._wholes.clear()
        self._runs.clear()

    def refresh(self, first: int, last: int) -> None:
        """Lay the lines from one number to another anew."""
        block = self.document().findBlockByNumber(first)
        while block.isValid() and block.blockNumber() <= last:
            self.rehighlightBlock(block)
            block = block.next()

    @override
    def highlightBlock(self, text: str) -> None:
        if not text:
            return
        block = self.currentBlock()
        self._colour_words(block, block.length() - 1)
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

    def _colour_words(self, block: QTextBlock, length: int) -> None:
        index = block.blockFormatIndex()
        if (known := self._wholes.get(index)) is None:
            known = self._wholes[index] = self._whole(block)
        kind, whole = known
        if kind is None and self._is_table_head(block):
            whole = self._table_head
        if whole is not None:
            self.setFormat(0, length, whole)
        if kind is not Kind.SOURCE:
            self._colour_runs(block, whole)

    def _whole(self, block: QTextBlock) -> tuple[Kind | None, QTextCharFormat | None]:
        """Return what lines of a format are, None for those of tables, and how they look."""
        shape = block.blockFormat()
        if not shape.hasProperty(KIND):
            return None, _shape(self._look, line_look(Kind.TABLE, is_in_box=False))
        kind = kind_of(shape)
        is_in_box = any(name[0] == "b" for name in path_of(shape))
        return kind, _shape(self._look, line_look(kind, is_in_box=is_in_box))

    def _colour_runs(self, block: QTextBlock, whole: QTextCharFormat | None) -> None:
        start = block.position()
        step = block.begin()
        while not step.atEnd():
            fragment = step.fragment()
            index = fragment.charFormatIndex()
            if index not in self._runs:
                self._runs[index] = self._run_look(fragment.charFormat())
            if (run := self._runs[index]) is not None:
                shape = QTextCharFormat(whole) if whole is not None else QTextCharFormat()
                shape.merge(run)
                self.setFormat(fragment.position() - start, fragment.length(), shape)
            step += 1

    def _run_look(self, written: QTextCharFormat) -> QTextCharFormat | None:
        marks = marks_of(written)
        shape = QTextCharFormat()
        if any(isinstance(mark, Link) for mark in marks):
            shape.setForeground(QColor(self._look.accent))
        if any(isinstance(mark, Language | Abbreviation) for mark in marks):
            shape.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            shape.setUnderlineColor(QColor(self._look.muted))
        if Mark.CODE in marks:
            shape.setFontFamilies(list(self._look.monospace))
            shape.setBackground(QColor(self._look.surface))
        return shape if shape.propertyCount() else None

    def _is_table_head(self, block: QTextBlock) -> bool:
        table = table_of(block)
        return table is not None and table.cellAt(block.position()).row() == 0


def _shape(look: EditorLook, wanted: LineLook) -> QTextCharFormat | None:
    """Return a format that sets words as wanted, or None where nothing differs from the text."""
    shape = QTextCharFormat()
    if wanted.family:
        shape.setFontFamilies(list(getattr(look, wanted.family)))
    if wanted.scale != 1.0:
        shape.setFontPointSize(look.size * wanted.scale)
    if wanted.is_bold:
        shape.setFontWeight(QFont.Weight.Bold)
    if wanted.is_italic:
        shape.setFontItalic(True)
    if wanted.colour:
        shape.setForeground(QColor(getattr(look, wanted.colour)))
    return shape if shape.propertyCount() else None
