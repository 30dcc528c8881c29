"""The numbers of footnotes: they count through the whole text."""

from collections.abc import Callable, Sequence
from itertools import accumulate

from PySide6.QtGui import QTextDocument

from editor_app.body.shared_ends import shared_ends
from editor_app.body.tree import Content, Footnote
from editor_app.ui.editor.formats import FOOTNOTE_OBJECT, OBJECT
from editor_app.ui.editor.leaves import Leaf, Line


class NoteNumbers:
    """Knows which number a footnote has.

    Notes are counted again only in lines that have changed.
    """

    def __init__(self, lines: Callable[[], Sequence[Line]]) -> None:
        self._lines = lines
        self._known: list[Line] = []
        self._counts: list[int] = []
        self._revision = -1
        self._before = [0]

    def number_at(self, document: QTextDocument, position: int) -> int:
        """Return the number of the footnote at a position."""
        lines = self._lines()
        self._count(document, lines)
        number = min(document.findBlock(position).blockNumber(), len(lines) - 1)
        while number > 0 and lines[number].leaf is None:  # inside a table, which counts as one
            number -= 1
        start = document.findBlockByNumber(max(0, number)).position()
        before = self._before[number] if number >= 0 else 0
        return before + _notes_between(document, start, position) + 1

    def total(self, document: QTextDocument) -> int:
        """Return how many footnotes there are."""
        self._count(document, self._lines())
        return self._before[-1]

    def _count(self, document: QTextDocument, lines: Sequence[Line]) -> None:
        if document.revision() == self._revision and len(self._known) == len(lines):
            return
        self._revision = document.revision()
        start, end = shared_ends(self._known, lines)
        changed = [_notes_of(line.leaf) for line in lines[start : len(lines) - end]]
        if changed != (counts := self._counts)[start : len(counts) - end]:
            counts[start : len(counts) - end] = changed
            self._before = list(accumulate(counts, initial=0))
        self._known = list(lines)


def _notes_of(leaf: Leaf | None) -> int:
    return 0 if leaf is None else sum(map(_notes_in, _contents(leaf)))


def _contents(leaf: Leaf) -> list[Content]:
    if leaf.table is None:
        return [leaf.content]
    return [cell for row in (leaf.table.head, *leaf.table.rows) for cell in row]


def _notes_in(content: Content) -> int:
    return sum(isinstance(node, Footnote) for node in content)


def _notes_between(document: QTextDocument, start: int, end: int) -> int:
    """Return how many footnotes stand between two positions of the document."""
    found = 0
    block = document.findBlock(start)
    while block.isValid() and block.position() < end:
        if OBJECT in block.text():
            step = block.begin()
            while not step.atEnd():
                fragment = step.fragment()
                if fragment.charFormat().objectType() == FOOTNOTE_OBJECT:
                    letters = fragment.text()[: max(0, end - fragment.position())]
                    found += letters.count(OBJECT)
                step += 1
        block = block.next()
    return found
