"""Where the lines of a document are on the screen, and what they stand in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QTextBlock, QTextDocument

from editor_app.ui.editor.leaves import Kind, Leaf
from editor_app.ui.editor.objects import column_width
from editor_app.ui.editor.spacing import STEP
from editor_app.ui.editor.paths import Path, list_start
from editor_app.ui.editor.tracker import Line


@dataclass(frozen=True, slots=True)
class Card:
    """The lines of one figure: text block numbers of its photo and of its last line."""

    photo: int
    last: int


def line_rect(block: QTextBlock) -> QRectF:
    """Return where the text of a line is, in the document's coordinates."""
    layout = block.layout()
    return layout.boundingRect().translated(layout.position())


def visible_blocks(document: QTextDocument, area: QRectF) -> Iterator[QTextBlock]:
    """Yield the lines that show in an area, and one above it."""
    layout = document.documentLayout()
    position = layout.hitTest(QPointF(area.topLeft()), Qt.HitTestAccuracy.FuzzyHit)
    block = document.findBlock(max(0, position))
    if block.previous().isValid():
        block = block.previous()
    while block.isValid() and block.layout().position().y() <= area.bottom():
        yield block
        block = block.next()


def card_at(lines: Sequence[Line], number: int) -> Card | None:
    """Return the figure that a text block belongs to, if it has a photo."""
    leaf = lines[number].leaf if number < len(lines) else None
    if leaf is None or not leaf.path or leaf.path[-1][0] != "f":
        return None
    first = last = number
    while first > 0 and _stands_in(lines[first - 1], leaf.path):
        first -= 1
    while last + 1 < len(lines) and _stands_in(lines[last + 1], leaf.path):
        last += 1
    return Card(first, last) if _kind(lines[first]) is Kind.PHOTO else None


def _stands_in(line: Line, path: Path) -> bool:
    return line.leaf is not None and line.leaf.path == path


def _kind(line: Line) -> Kind | None:
    return None if line.leaf is None else line.leaf.kind


def card_rect(document: QTextDocument, card: Card) -> QRectF:
    """Return the frame of a figure, in the document's coordinates."""
    photo = line_rect(document.findBlockByNumber(card.photo))
    last = line_rect(document.findBlockByNumber(card.last))
    left = photo.left()
    width = column_width(document)
    steps = document.findBlockByNumber(card.photo).blockFormat().indent() * STEP
    is_rtl = (
        document.findBlockByNumber(card.photo).textDirection() == Qt.LayoutDirection.RightToLeft
    )
    left = document.documentMargin() + (0 if is_rtl else steps)
    bottom = last.bottom() + (12 if card.last > card.photo else 0)
    return QRectF(left, photo.top(), width - steps, bottom - photo.top())


def pill_rect(card: QRectF, *, width: float, is_rtl: bool) -> QRectF:
    """Return where the mark that tells of the alt text is in a figure's frame."""
    left = card.left() + 12 if is_rtl else card.right() - 12 - width
    return QRectF(left, card.bottom() - 32, width, 20)


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
        depth = sum(each[0] in "quo" for each in leaf.path[:index])
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
