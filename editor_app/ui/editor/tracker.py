"""Following what is typed: only lines that changed are read, only their blocks rebuilt."""

from bisect import bisect_right
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument, QTextTable

from editor_app.body.tree import Block, Body
from editor_app.ui.editor.gathering import from_leaves
from editor_app.ui.editor.leaves import INSIDE_TABLE, Leaf, Line, to_leaves
from editor_app.ui.editor.lines import table_at
from editor_app.ui.editor.reader import Reader
from editor_app.ui.editor.rewording import are_plain, is_reworded, reworded

_LONG = 40  # lines of a stretch that is not made anew for a word
_Blocks = tuple[Block, ...]
_Stretch = tuple[int, _Blocks]
"""Lines in a row that can be turned into blocks without looking at others: how many, the blocks."""


@dataclass(slots=True)
class _Held:
    """The lines that several changes have touched: until where they were, and where they are."""

    first: int = 0
    old_stop: int = 0
    new_stop: int = 0
    has_change: bool = False

    def add(self, first: int, old_stop: int, new_stop: int) -> None:
        """Add one more change, told in lines as they were before it."""
        if not self.has_change:
            self.first, self.old_stop, self.new_stop = first, old_stop, new_stop
            self.has_change = True
            return
        self.first = min(self.first, first)
        self.old_stop += max(0, old_stop - self.new_stop)
        self.new_stop = max(self.new_stop, old_stop) + new_stop - old_stop


class _Known:
    """Blocks that were there before: the same block, not only an equal one, is used again."""

    def __init__(self, blocks: Iterable[Block]) -> None:
        self._blocks: dict[Block, list[Block]] = {}
        for block in blocks:
            self._blocks.setdefault(block, []).append(block)

    def same(self, block: Block) -> Block:
        """Return the block that was there before, or block itself when it is new."""
        held = self._blocks.get(block)
        return held.pop(0) if held else block


class Tracker(QObject):
    """Keeps a body equal to what a document holds.

    A block that was not touched stays the same object from one body to the next. The sources that
    the first body was read from are carried along.

    Signals:
        body_edited: The text changed; carries the new body. Not sent when only the widget's own
            things change, such as an empty paragraph.
    """

    body_edited = Signal(object)

    def __init__(self, document: QTextDocument, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._reader = Reader(document)
        self._lines: list[Line] = []
        self._lengths: list[int] = []  # of the stretches, and
        self._made: list[_Blocks] = []  # the blocks that each of them stands for
        self._plain: _Blocks = ()  # those of a long stretch that consist of plain lines
        self._body = Body()
        self._is_paused = False
        self._held: _Held | None = None
        document.documentLayout()  # a document without a layout says nothing of its changes
        document.contentsChange.connect(self._on_contents_change)

    @property
    def body(self) -> Body:
        """Return what the document holds."""
        return self._body

    def line_at(self, number: int) -> Leaf | None:
        """Return the leaf that starts in a text block, if one does."""
        return self._lines[number].leaf if number < len(self._lines) else None

    def lines(self) -> Sequence[Line]:
        """Return what each text block of the document is."""
        return self._lines

    def pause(self) -> None:
        """Stop following, because the whole document is about to be replaced."""
        self._is_paused = True

    def restart(self, body: Body, lines: Sequence[Line]) -> None:
        """Follow again from a document that was just filled with body, which became these lines."""
        self._is_paused = False
        self._held = None
        self._reader.forget()
        self._lines = list(lines)
        stretches = list(_stretches(lines, body.blocks))
        self._lengths = [length for length, _blocks in stretches]
        self._made = [blocks for _length, blocks in stretches]
        self._body = body

    def hold(self) -> None:
        """Follow the lines alone from now on, because a long change comes in pieces."""
        self._held = _Held()

    def release(self) -> None:
        """Turn all lines that have changed since `hold` into blocks, and say so."""
        held, self._held = self._held, None
        if held is not None and held.has_change:
            self._settle(held.first, held.old_stop, held.new_stop)

    def parts(self) -> list[_Stretch]:
        """Return the document in parts: how many text blocks, and the blocks they stand for."""
        return list(zip(self._lengths, self._made, strict=True))

    def remember(self, body: Body) -> None:
        """Keep the sources of another body as well, because its blocks are about to come in."""
        kept = tuple(dict.fromkeys((*body.kept, *self._body.kept)))
        self._body = Body(self._body.blocks, kept)

    def reader(self) -> Reader:
        """Return the reader of the document."""
        return self._reader

    # ------------------------------------------------------------ following

    def _on_contents_change(self, position: int, removed: int, added: int) -> None:
        if self._is_paused:
            return
        before = len(self._lines)
        count = self._document.blockCount()
        if position == 0 and removed >= added and count == 1:
            self._reader.forget()
        first, last = self._touched(position, added)
        old_stop = last + 1 - (count - before)
        old = self._lines[first:old_stop]
        self._lines[first:old_stop] = self._read(first, last)
        if self._held is not None:
            self._held.add(first, old_stop, last + 1)
        elif len(old) != 1 or first != last or not self._settle_line(first, old[0].leaf):
            self._settle(first, old_stop, last + 1)

    def _settle_line(self, number: int, before: Leaf | None) -> bool:
        """Make anew only what one line stands for; return False where more may be another now."""
        after = self._lines[number].leaf
        if before is None or after is None:
            return False
        if not (before.is_solid and after.is_solid):
            return self._reword(number, before, after)
        ends = list(accumulate(self._lengths))
        index = bisect_right(ends, number)
        if index == len(ends) or self._lengths[index] != 1:
            return False
        old = self._made[index]
        self._made[index] = tuple(_Known(old).same(block) for block in from_leaves([after]))
        self._exchange(sum(map(len, self._made[:index])), old, self._made[index])
        return True

    def _reword(self, number: int, before: Leaf, after: Leaf) -> bool:
        """Put the new words of a line into its long block; return False to have it made anew."""
        ends = list(accumulate(self._lengths))
        index = bisect_right(ends, number)
        if index == len(ends) or self._lengths[index] < _LONG:
            return False
        if not is_reworded(before, after):
            return False
        start, old = ends[index] - self._lengths[index], self._made[index]
        if self._plain is not old and not are_plain(self._lines[start : ends[index]]):
            return False
        new = reworded(old, number - start, before, after)
        if new is None:
            return False
        self._made[index] = self._plain = new
        self._exchange(sum(map(len, self._made[:index])), old, new)
        return True

    def _settle(self, first: int, old_stop: int, new_stop: int) -> None:
        """Rebuild the stretches that held the lines from first to old_stop, and one either side."""
        ends = list(accumulate(self._lengths))
        low = max(0, bisect_right(ends, first) - 1)
        high = min(len(ends), bisect_right(ends, max(first, old_stop - 1)) + 2)
        start = ends[low - 1] if low else 0
        old_end = ends[high - 1] if high else 0
        before, after = self._rebuild(low, high, start, old_end + (new_stop - old_stop))
        self._exchange(sum(map(len, self._made[:low])), before, after)

    def _exchange(self, place: int, before: _Blocks, after: _Blocks) -> None:
        """Put blocks in place of those that the body has at a place, and say so."""
        if before == after:
            return
        blocks = self._body.blocks
        blocks = (*blocks[:place], *after, *blocks[place + len(before) :])
        self._body = self._body.with_blocks(blocks)
        self.body_edited.emit(self._body)

    def _touched(self, position: int, added: int) -> tuple[int, int]:
        """Return the first and last text block of a change, widened to whole tables."""
        document = self._document
        first, last = document.findBlock(position), document.findBlock(position + added)
        if not first.isValid():
            first = document.lastBlock()
        elif (table := _table_with(first)) is not None:
            first = document.findBlock(table.firstPosition())
        if not last.isValid():
            last = document.lastBlock()
        elif (table := _table_with(last)) is not None:
            last = document.findBlock(table.lastPosition())
        return first.blockNumber(), last.blockNumber()

    def _read(self, first: int, last: int) -> Iterator[Line]:
        block = self._document.findBlockByNumber(first)
        number = first
        while number <= last:
            table = _table_with(block)
            if table is None:
                yield Line(self._reader.leaf(block))
                number += 1
            else:
                block = self._document.findBlock(table.lastPosition())
                yield Line(self._reader.table(table))
                inside = block.blockNumber() - number
                yield from (INSIDE_TABLE for _ in range(inside))
                number += inside + 1
            block = block.next()

    # ------------------------------------------------------------ rebuilding

    def _rebuild(self, low: int, high: int, start: int, stop: int) -> tuple[_Blocks, _Blocks]:
        """Make the stretches low to high of the lines start to stop; return old and new blocks."""
        before = tuple(chain.from_iterable(self._made[low:high]))
        known = _Known(before)
        lengths, made = list[int](), list[_Blocks]()
        for length, leaves in _cut(self._lines[start:stop]):
            lengths.append(length)
            made.append(tuple(known.same(block) for block in from_leaves(leaves)))
        self._lengths[low:high], self._made[low:high] = lengths, made
        return before, tuple(chain.from_iterable(made))


def _table_with(block: QTextBlock) -> QTextTable | None:
    """Return the table that a text block is in; Qt's own list of all tables costs more."""
    return table_at(QTextCursor(block))


def _cut(lines: Sequence[Line]) -> Iterator[tuple[int, list[Leaf]]]:
    """Yield stretches of lines that stand for themselves: how many text blocks, which leaves.

    A line that no container holds and that does not vanish stands for itself. What lies between
    two such lines stays together, because lists and quotes that come to stand side by side merge.
    """
    length, leaves = 0, list[Leaf]()
    was_solid = False
    for line in lines:
        leaf = line.leaf
        if leaf is not None:
            if length and (was_solid or leaf.is_solid):
                yield length, leaves
                length, leaves = 0, []
            leaves.append(leaf)
            was_solid = leaf.is_solid
        length += 1
    if length:
        yield length, leaves


def _stretches(lines: Sequence[Line], blocks: Sequence[Block]) -> Iterator[_Stretch]:
    """Yield the stretches of lines that blocks were written as."""
    left = deque((block, _is_solid(block)) for block in blocks)
    for length, leaves in _cut(lines):
        is_solid = any(leaf.is_solid for leaf in leaves)
        found = [left.popleft()[0]] if is_solid else []
        while not is_solid and left and not left[0][1]:
            found.append(left.popleft()[0])
        yield length, tuple(found)


def _is_solid(block: Block) -> bool:
    leaves = to_leaves((block,))
    return len(leaves) == 1 and leaves[0].is_solid
