"""Where the lines of a document are on the screen, and what they stand in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QAbstractTextDocumentLayout, QTextBlock, QTextCursor, QTextDocument

from editor_app.ui.editor.leaves import Kind, Leaf, Line
from editor_app.ui.editor.paths import Path, list_start
from editor_app.ui.editor.spacing import HANG, SET_IN

_NEAR = 40  # lines that are gone through before Qt is asked


@dataclass(frozen=True, slots=True)
class Span:
    """Lines in a row that stand in one container: the numbers of the first and the last."""

    name: str
    first: int
    last: int


def line_rect(block: QTextBlock) -> QRectF:
    """Return where the text of a line is, in the document's coordinates."""
    layout = block.layout()
    return layout.boundingRect().translated(layout.position())


def column(document: QTextDocument, zoom: float) -> tuple[float, float]:
    """Return where the column of text begins and ends."""
    return HANG * zoom, document.textWidth() - HANG * zoom


def is_from_right(block: QTextBlock) -> bool:
    """Whether a line is written from the right."""
    return block.textDirection() == Qt.LayoutDirection.RightToLeft


class Sight:
    """Finds the lines that show in an area, beginning near those that showed last.

    Qt goes through a long text from its start to tell what is at a height, after every change.
    """

    def __init__(self) -> None:
        self._seen = 0  # the number of the line that was the first to show

    def blocks(self, document: QTextDocument, area: QRectF) -> Iterator[QTextBlock]:
        """Yield the lines that show in an area, and one above it."""
        layout = document.documentLayout()
        block = self._first(document, layout, area.top())
        self._seen = max(0, block.blockNumber())
        if block.previous().isValid():
            block = block.previous()
        while block.isValid() and layout.blockBoundingRect(block).top() <= area.bottom():
            yield block
            block = block.next()

    def _first(
        self, document: QTextDocument, layout: QAbstractTextDocumentLayout, top: float
    ) -> QTextBlock:
        """Return the line at a height, or the first of the table that is there."""
        block = document.findBlockByNumber(self._seen)
        for _ in range(_NEAR):
            if not block.isValid() or QTextCursor(block).currentTable() is not None:
                break
            above, below = block.previous(), block.next()
            if layout.blockBoundingRect(block).top() > top and above.isValid():
                block = above
            elif below.isValid() and layout.blockBoundingRect(below).top() <= top:
                block = below
            else:
                return block
        within = QPointF(document.textWidth() / 2, top)  # beside a table Qt finds its start
        return document.findBlock(max(0, layout.hitTest(within, Qt.HitTestAccuracy.FuzzyHit)))


# ---------------------------------------------------------------- containers


def spans(lines: Sequence[Line], numbers: Sequence[int], letters: str) -> list[Span]:
    """Return the containers of these letters that lines stand in, each once, the outer first.

    The lines are followed to both ends of a container, however far that is.
    """
    found: dict[Path, Span] = {}
    for number in heads(lines, numbers):
        path = path_at(lines, number)
        for index, name in enumerate(path):
            prefix = path[: index + 1]
            if name[0] in letters and prefix not in found:
                first, last = _ends(lines, number, prefix)
                found[prefix] = Span(name, first, last)
    return list(found.values())


def _ends(lines: Sequence[Line], number: int, prefix: Path) -> tuple[int, int]:
    first = last = number
    while first > 0 and _is_within(lines[first - 1], prefix):
        first -= 1
    while last + 1 < len(lines) and _is_within(lines[last + 1], prefix):
        last += 1
    while first < number and lines[first].leaf is None:
        first += 1
    return first, last


def _is_within(line: Line, prefix: Path) -> bool:
    """Whether a line stands in a container; one inside a table goes with those round it."""
    return line.leaf is None or line.leaf.path[: len(prefix)] == prefix


def heads(lines: Sequence[Line], numbers: Sequence[int]) -> list[int]:
    """Return the lines that numbers in a row stand for: of those inside a table its first, once."""
    found: list[int] = []
    for number in numbers:
        if number < len(lines) and lines[number].leaf is None:
            head = found[-1] if found else _head(lines, number)
        else:
            head = number
        if not found or found[-1] != head:
            found.append(head)
    return found


def _head(lines: Sequence[Line], number: int) -> int:
    while number > 0 and lines[number].leaf is None:
        number -= 1
    return number


def path_at(lines: Sequence[Line], number: int) -> Path:
    """Return the containers of a line, or those of the table it is in."""
    while 0 < number < len(lines) and lines[number].leaf is None:
        number -= 1
    leaf = lines[number].leaf if number < len(lines) else None
    return () if leaf is None else leaf.path


def figure_span(lines: Sequence[Line], number: int) -> Span | None:
    """Return the lines of the figure that a line belongs to, if it has a photo."""
    leaf = lines[number].leaf if number < len(lines) else None
    if leaf is None or not leaf.path or leaf.path[-1][0] != "f":
        return None
    first = last = number
    while first > 0 and _stands_in(lines[first - 1], leaf.path):
        first -= 1
    while last + 1 < len(lines) and _stands_in(lines[last + 1], leaf.path):
        last += 1
    is_whole = kind_at(lines, first) is Kind.PHOTO
    return Span(leaf.path[-1], first, last) if is_whole else None


def _stands_in(line: Line, path: Path) -> bool:
    return line.leaf is not None and line.leaf.path == path


def kind_at(lines: Sequence[Line], number: int) -> Kind | None:
    """Return what a line is, or None inside a table."""
    leaf = lines[number].leaf if number < len(lines) else None
    return None if leaf is None else leaf.kind


# ---------------------------------------------------------------- lists


@dataclass(frozen=True, slots=True)
class Marker:
    """The bullet or number of a list item: how deep it stands and what it shows."""

    depth: int
    level: int
    number: int | None


def markers(lines: Sequence[Line], number: int) -> Iterator[Marker]:
    """Yield the markers of the list items that begin in a text block."""
    leaf = lines[number].leaf
    if leaf is None:
        return
    above = _path_above(lines, number)
    for index, name in enumerate(leaf.path):
        if name[0] != "i" or index == 0 or above[: index + 1] == leaf.path[: index + 1]:
            continue
        outer = leaf.path[: index - 1]
        kind = leaf.path[index - 1]
        depth = sum(each[0] in SET_IN for each in leaf.path[:index])
        level = sum(each[0] in "uo" for each in leaf.path[:index])
        shown = _ordinal(lines, number, (*outer, kind)) if kind[0] == "o" else None
        yield Marker(depth, level, shown)


def _path_above(lines: Sequence[Line], number: int) -> Path:
    for line in reversed(lines[max(0, number - 400) : number]):
        if line.leaf is not None:
            return line.leaf.path
    return ()


def _ordinal(lines: Sequence[Line], number: int, within: Path) -> int:
    """Return the number of the item that begins in a text block of a numbered list.

    Two numbered lists that touch count as one, as they do in the text.
    """
    depth = len(within)
    items: list[str] = []
    start = within[-1]
    for line in reversed(lines[: number + 1]):
        leaf = line.leaf
        if leaf is None:
            continue
        if not _continues(leaf, within):
            break
        start = leaf.path[depth - 1]
        item = f"{start}/{leaf.path[depth]}" if len(leaf.path) > depth else start
        if not items or items[-1] != item:
            items.append(item)
    return list_start(start) + len(items) - 1


def _continues(leaf: Leaf, within: Path) -> bool:
    depth = len(within)
    return (
        leaf.path[: depth - 1] == within[:-1]
        and leaf.path[depth - 1 : depth][:1] != ()
        and (leaf.path[depth - 1][0] == within[-1][0])
    )
