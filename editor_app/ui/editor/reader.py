"""Reading lines back out of a document."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from PySide6.QtGui import QTextBlock, QTextDocument, QTextFragment, QTextTable

from editor_app.body.cards import card_content
from editor_app.body.normal import normalised_content
from editor_app.body.tree import (
    Break,
    Card,
    Content,
    Inline,
    Marks,
    Setting,
    Table,
    Text,
)
from editor_app.ui.editor.counting import units
from editor_app.ui.editor.formats import (
    LINE,
    OBJECT,
    PHOTO_OBJECT,
    SOURCE,
    Placed,
    alignments_of,
    kind_of,
    marks_of,
    object_of,
    path_of,
    setting_of,
    stored,
    table_details_of,
)
from editor_app.ui.editor.leaves import Kind, Leaf
from editor_app.ui.editor.paths import Path

_LineWords = tuple[Kind, Path, str]
_RunWords = tuple[Marks, Placed | None]


def blocks_of(document: QTextDocument) -> Iterator[QTextBlock]:
    """Yield every line of a document, table cells included."""
    block = document.firstBlock()
    while block.isValid():
        yield block
        block = block.next()


def shown_source(source: str) -> str:
    """Return locked Markdown as the one line, with breaks in it, that shows it."""
    lines = source.replace("\r\n", "\n").replace("\r", "\n").replace("\u2029", "\n").split("\n")
    return LINE.join(line.translate(_UNSHOWN) for line in lines)


_UNSHOWN = {0xFDD0: " ", 0xFDD1: " ", 0: " ", 0xFFFC: " "}


class Tables:
    """Where the tables of a document are, in the order of the text."""

    def __init__(self, document: QTextDocument) -> None:
        found = (f for f in document.rootFrame().childFrames() if isinstance(f, QTextTable))
        placed = sorted(((t.firstPosition(), t) for t in found), key=lambda pair: pair[0])
        self.starts = [start for start, _table in placed]
        self.tables = [table for _start, table in placed]

    def at(self, position: int) -> QTextTable | None:
        """Return the table that holds a position, if one does."""
        index = bisect_right(self.starts, position) - 1
        if index < 0 or self.tables[index].lastPosition() < position:
            return None
        return self.tables[index]


class Reader:
    """Reads the lines of one document.

    What a format means is worked out once per format: a document only ever adds formats, until it
    is cleared. Call `forget` then.
    """

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._runs: dict[int, _RunWords] = {}
        self._lines: dict[int, _LineWords] = {}

    def forget(self) -> None:
        """Forget what the formats mean, because the document was cleared."""
        self._runs.clear()
        self._lines.clear()

    def leaves(self) -> list[Leaf]:
        """Return all lines of the document, a table as one."""
        tables = Tables(self._document)
        leaves: list[Leaf] = []
        block = self._document.firstBlock()
        while block.isValid():
            table = tables.at(block.position()) if tables.starts else None
            if table is None:
                leaves.append(self.leaf(block))
            else:
                leaves.append(self.table(table))
                block = self._document.findBlock(table.lastPosition())
            block = block.next()
        return leaves

    def leaf(self, block: QTextBlock) -> Leaf:
        """Return one line that is not in a table."""
        index = block.blockFormatIndex()
        if (words := self._lines.get(index)) is None:
            shape = block.blockFormat()
            words = self._lines[index] = (kind_of(shape), path_of(shape), stored(shape, SOURCE))
        kind, path, source = words
        if kind is Kind.SOURCE:
            return self._source(block, path, source)
        if kind is Kind.SEPARATOR and block.length() > 1:
            kind = Kind.PARAGRAPH
        if kind is Kind.PHOTO:
            return self._photo(block, path)
        if kind is Kind.CARD:
            return self._card(block, path)
        return Leaf(kind, path, self.content(block))

    def _photo(self, block: QTextBlock, path: Path) -> Leaf:
        setting, is_decorative = Setting.NONE, False
        step = block.begin()
        while not step.atEnd():
            shape = step.fragment().charFormat()
            if shape.objectType() == PHOTO_OBJECT:
                setting, is_decorative = setting_of(shape)
                break
            step += 1
        content = self.content(block)
        return Leaf(Kind.PHOTO, path, content, setting=setting, is_decorative=is_decorative)

    def _card(self, block: QTextBlock, path: Path) -> Leaf:
        """Return the card of a line; a line that holds something else as well is a paragraph."""
        placed = object_of(block.begin().fragment().charFormat())
        if isinstance(placed, Card) and block.text() == OBJECT:
            return Leaf(Kind.CARD, path, card=placed)
        return Leaf(Kind.PARAGRAPH, path, self.content(block))

    @staticmethod
    def _source(block: QTextBlock, path: Path, source: str) -> Leaf:
        text = block.text()
        words = source if text == shown_source(source) else text.replace(LINE, "\n")
        return Leaf(Kind.SOURCE, path, source=words)

    def content(self, block: QTextBlock) -> Content:
        """Return the words of a line, in normal form."""
        return normalised_content(tuple(self.inlines(block)))

    def inlines(self, block: QTextBlock) -> Iterator[Inline]:
        """Yield the words of a line as they stand."""
        step = block.begin()
        while not step.atEnd():
            fragment = step.fragment()
            marks, placed = self._run(fragment)
            yield from _split(fragment.text(), marks, placed)
            step += 1

    def words_between(self, block: QTextBlock, start: int, end: int) -> Content:
        """Return the words of a line that lie between two places of the document."""
        return tuple(_slice(self.inlines(block), start - block.position(), end - block.position()))

    def _run(self, fragment: QTextFragment) -> _RunWords:
        index = fragment.charFormatIndex()
        if (words := self._runs.get(index)) is None:
            shape = fragment.charFormat()
            words = self._runs[index] = (marks_of(shape), object_of(shape))
        return words

    def table(self, table: QTextTable) -> Leaf:
        """Return a table as one line."""
        columns = table.columns()
        rows = [
            tuple(self._cell(table, row, column) for column in range(columns))
            for row in range(table.rows())
        ]
        shape = table.format().toTableFormat()
        caption, has_header_column = table_details_of(shape)
        held = Table(
            *(alignments_of(shape, columns), rows[0], tuple(rows[1:]), caption),
            has_header_column=has_header_column,
        )
        return Leaf(Kind.TABLE, path_of(shape), table=held)

    def _cell(self, table: QTextTable, row: int, column: int) -> Content:
        cell = table.cellAt(row, column)
        block = cell.firstCursorPosition().block()
        last = cell.lastPosition()
        found: list[Inline] = []
        while block.isValid() and block.position() <= last:
            if found:
                found.append(Break())
            found += self.inlines(block)
            block = block.next()
        return normalised_content(tuple(found))


def _split(text: str, marks: Marks, placed: Placed | None) -> Iterator[Inline]:
    """Yield the parts of a run: breaks and objects are single characters in it."""
    if LINE not in text and OBJECT not in text:
        yield Text(text, marks)
        return
    words = ""
    for letter in text:
        if letter not in (LINE, OBJECT):
            words += letter
            continue
        if words:
            yield Text(words, marks)
            words = ""
        yield from (Break(marks),) if letter == LINE else _object(placed)
    if words:
        yield Text(words, marks)


def _object(placed: Placed | None) -> Content:
    """Return what an object is in words: a card that is not alone in its line is text."""
    if placed is None:
        return ()
    return card_content(placed) if isinstance(placed, Card) else (placed,)


def _slice(content: Iterable[Inline], low: int, high: int) -> Iterable[Inline]:
    """Yield what lies between two offsets, which count UTF-16 units as Qt does."""
    at = 0
    for node in content:
        size = units(node.text) if isinstance(node, Text) else 1
        start, end = max(low - at, 0), min(high - at, size)
        if start < end:
            yield Text(_cut(node.text, start, end), node.marks) if isinstance(node, Text) else node
        at += size


def _cut(text: str, start: int, end: int) -> str:
    raw = text.encode("utf-16-le", "surrogatepass")[2 * start : 2 * end]
    return raw.decode("utf-16-le", "replace")
