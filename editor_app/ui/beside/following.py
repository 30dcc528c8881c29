"""Two versions side by side: each follows where the other is read and written."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QPoint, QRectF, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QTextDocument

from editor_app.body.tree import Block
from editor_app.editing.aligning import Pair, aligned
from editor_app.ui.beside.geometry import block_tops, first_lines
from editor_app.ui.editor.body_editor import BodyEditor
from editor_app.ui.window_column import WritingColumn

_FROM_RIGHT = Qt.LayoutDirection.RightToLeft
_BAR = 3  # pixels at 100 % of the mark beside a block
_SOON = 100  # pixels from the top after which the two sheets are level on the screen
_BESIDE = 10  # and how far from the words it stands


@dataclass(slots=True)
class Side:
    """One of the two: its sheet, its text, and the block there that is marked, or -1."""

    column: WritingColumn
    editor: BodyEditor
    marked: int = -1

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks of the text."""
        return self.editor.body().blocks


class Following(QObject):
    """Keeps the counterparts of two texts at the same height, and marks that of the caret's block.

    What is scrolled, and where the caret moves, leads; the other side follows.
    """

    def __init__(self, written: Side, read: Side, parent: QObject) -> None:
        super().__init__(parent)
        self._written, self._read = written, read
        self._is_on = self._is_following = False
        self._paired: tuple[tuple[Block, ...], tuple[Block, ...], list[Pair]] | None = None
        written.column.scrolled.connect(self._on_written_scrolled)
        read.column.scrolled.connect(self._on_read_scrolled)
        written.editor.cursorPositionChanged.connect(self._on_written_caret)
        read.editor.cursorPositionChanged.connect(self._on_read_caret)
        for side in (written, read):
            side.editor.hooks.overlays.append(partial(_paint, side))

    def begin(self) -> None:
        """Follow from now on, and once at once."""
        self._is_on = True
        self._on_caret_moved(self._written)
        self._on_scrolled(self._written)

    def end(self) -> None:
        """Follow no longer."""
        self._is_on = False
        self._mark(-1, -1)

    def pairs(self) -> list[Pair]:
        """Return the numbers of blocks that stand for each other, the written one first.

        While words are typed and no block comes or goes, the pairs stay as they were.
        """
        written, read = self._written.blocks, self._read.blocks
        known = self._paired
        if known is None or known[1] is not read or len(known[0]) != len(written):
            known = self._paired = (written, read, aligned(written, read))
        return known[2]

    def look_again(self) -> None:
        """Find the pairs anew the next time, because somebody has paused in writing."""
        if self._paired is not None and self._paired[0] is not self._written.blocks:
            self._paired = None

    # ------------------------------------------------------------ scrolling

    @Slot(int)
    def _on_written_scrolled(self, _offset: int) -> None:
        self._on_scrolled(self._written)

    @Slot(int)
    def _on_read_scrolled(self, _offset: int) -> None:
        self._on_scrolled(self._read)

    def _on_scrolled(self, leading: Side) -> None:
        if not self._is_on or self._is_following or not self._read.column.isVisible():
            return
        number = leading.marked
        counterpart = self._other(leading).marked
        is_between = 0 < leading.column.offset < leading.column.longest_way
        if is_between and counterpart >= 0 and self._is_written_in(leading, number):
            self._level(leading, number, counterpart)
            return
        self._is_following = True
        try:
            self._scroll_after(leading)
        finally:
            self._is_following = False

    def _is_written_in(self, side: Side, number: int) -> bool:
        """Return whether the keyboard is in a block that shows."""
        tops = block_tops(side.editor) if side.editor.hasFocus() else []
        if not 0 <= number < len(tops):
            return False
        return 0 <= side.column.text_top + tops[number] - side.column.offset < side.column.height()

    def _scroll_after(self, leading: Side) -> None:
        """Let the other side show the same part of the text: the tops at the top, the ends below.

        The line that is held level moves from the upper edge to the lower one on the way down.
        """
        following = self._other(leading)
        way, other_way = leading.column.longest_way, following.column.longest_way
        height = leading.column.height()
        done = leading.column.offset / way if way else 0.0
        there = _between(self._anchors(leading), leading.column.offset + done * height)
        lower = self._lower(following) * min(1.0, leading.column.offset / _SOON)
        level = there - done * height + lower
        share = 1 + following.column.height() / other_way if other_way else 1.0
        following.column.scroll_to(round((1 - done) * level + done * there / share))

    def _lower(self, side: Side) -> int:
        """Return how much lower on the screen the sheet of a side begins than the other one."""
        top, other_top = (
            each.column.mapToGlobal(QPoint(0, 0)).y() for each in (side, self._other(side))
        )
        return top - other_top

    def _anchors(self, leading: Side) -> list[tuple[float, float]]:
        """Return heights on both sheets that stand for each other, rising."""
        one, other = self._written, self._read
        tops, other_tops = block_tops(one.editor), block_tops(other.editor)
        above, other_above = one.column.text_top, other.column.text_top
        found = [(0.0, 0.0), (float(above), float(other_above))]
        found += [(above + tops[at], other_above + other_tops[to]) for at, to in self.pairs()]
        ends = [float(each.column.longest_way + each.column.height()) for each in (one, other)]
        found.append((max(ends[0], found[-1][0]), max(ends[1], found[-1][1])))
        return found if leading is one else [(to, at) for at, to in found]

    # ------------------------------------------------------------ the caret

    @Slot()
    def _on_written_caret(self) -> None:
        self._on_caret_moved(self._written)

    @Slot()
    def _on_read_caret(self) -> None:
        self._on_caret_moved(self._read)

    def _on_caret_moved(self, leading: Side) -> None:
        if not self._is_on or self._is_following:
            return
        if leading is self._read and not leading.editor.hasFocus():
            return
        line = leading.editor.textCursor().blockNumber()
        number = max(0, bisect_right(first_lines(leading.editor), line) - 1)
        counterpart = self.counterpart(number, of_written=leading is self._written)
        ours = (number, counterpart) if leading is self._written else (counterpart, number)
        if ours == (self._written.marked, self._read.marked):
            return
        self._mark(*ours)
        if counterpart >= 0 and leading.editor.hasFocus():
            self._level(leading, number, counterpart)

    def counterpart(self, number: int, *, of_written: bool) -> int:
        """Return which block stands for one on the other side; -1 where none does."""
        pairs = self.pairs() if of_written else [(to, at) for at, to in self.pairs()]
        return next((to for at, to in pairs if at == number), -1)

    def _level(self, leading: Side, number: int, counterpart: int) -> None:
        """Bring the counterpart of a block to the height at which that is."""
        following = self._other(leading)
        tops, other_tops = block_tops(leading.editor), block_tops(following.editor)
        if number >= len(tops) or counterpart >= len(other_tops):
            return
        height = leading.column.text_top + tops[number] - leading.column.offset
        top = following.column.text_top + other_tops[counterpart]
        self._is_following = True
        try:
            following.column.scroll_to(round(top - height) + self._lower(following))
        finally:
            self._is_following = False

    def _mark(self, written: int, read: int) -> None:
        for side, number in ((self._written, written), (self._read, read)):
            if side.marked != number:
                side.marked = number
                side.editor.viewport().update()

    def _other(self, side: Side) -> Side:
        return self._read if side is self._written else self._written


def _between(anchors: list[tuple[float, float]], height: float) -> float:
    """Return what a height on one sheet is on the other, evenly between two anchors."""
    at = min(max(1, bisect_right(anchors, (height, float("inf")))), len(anchors) - 1)
    (low, other_low), (high, other_high) = anchors[at - 1], anchors[at]
    share = (height - low) / (high - low) if high > low else 1.0
    return other_low + min(max(share, 0.0), 1.0) * (other_high - other_low)


def _paint(side: Side, painter: QPainter, document: QTextDocument, _area: QRectF) -> None:
    """Paint a bar beside the marked block, on the side that its lines begin on."""
    lines = first_lines(side.editor) if side.marked >= 0 else []
    if not 0 <= side.marked < len(lines):
        return
    layout = document.documentLayout()
    first = document.findBlockByNumber(lines[side.marked])
    ends = side.marked + 1 == len(lines)
    after = document.blockCount() if ends else lines[side.marked + 1]
    last = document.findBlockByNumber(after - 1)
    top, bottom = layout.blockBoundingRect(first).top(), layout.blockBoundingRect(last).bottom()
    look = side.editor.look()
    hang = side.editor.hang()
    width, gap = _BAR * look.zoom, _BESIDE * look.zoom
    is_rtl = document.defaultTextOption().textDirection() == _FROM_RIGHT
    x = document.textWidth() - hang + gap - width if is_rtl else hang - gap
    painter.fillRect(QRectF(x, top, width, bottom - top), QColor(look.accent))
