"""Where a figure may land that is dragged through the text."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt

from editor_app.ui.editor.drawing.canvas import Canvas
from editor_app.ui.editor.drawing.figures import figure_rect
from editor_app.ui.editor.drawing.places import Span, figure_span, line_rect, path_at, spans
from editor_app.ui.editor.drawing.tables import table_rect
from editor_app.ui.editor.leaves import Kind, Leaf
from editor_app.ui.editor.lines import is_in_gallery, table_of
from editor_app.ui.editor.paths import Path

_CLOSED = "uopf"  # containers that are passed as a whole
_GAP = 6
_GALLERY_EDGE = 10  # from the last photo of a gallery to its edge


@dataclass(frozen=True, slots=True)
class Landing:
    """A place between two lines.

    ``line`` is the number of the text block that will stand below, ``path`` what the figure will
    stand in, ``height`` where the line is drawn that shows the place.
    """

    line: int
    path: Path
    height: float


def landing_at(canvas: Canvas, point: QPointF) -> Landing:
    """Return the place nearest to a point."""
    card = small_card_at(canvas, point)
    number = _line_at(canvas, point) if card is None else card.last
    span, path, rect = _unit(canvas, number)
    is_above = point.y() < rect.center().y()
    kind = _kind(canvas, span.first)
    if kind in {Kind.BOX_TITLE, Kind.GALLERY_TITLE}:
        path = path if not is_above else path[:-1]
    elif kind is Kind.ATTRIBUTION:
        path = path if is_above else path[:-1]
    if is_above:
        return Landing(span.first, path, rect.top() - canvas.px(_GAP))
    below = point.y() - rect.bottom()
    if _ends_gallery(canvas, span, path) and below > canvas.px(_GALLERY_EDGE):
        return Landing(span.last + 1, path[:-1], rect.bottom() + canvas.px(_GALLERY_EDGE + _GAP))
    return Landing(span.last + 1, path, rect.bottom() + canvas.px(_GAP))


def small_card_at(canvas: Canvas, point: QPointF) -> Span | None:
    """Return the photo of a gallery on whose card a point is, though below its last line."""
    number = _line_at(canvas, point)
    for each in (number, number - 1):  # Qt may take the line below to be nearer
        figure = figure_span(canvas.lines, each) if each >= 0 else None
        if figure is None or not is_in_gallery(path_at(canvas.lines, figure.first)):
            continue
        last = line_rect(canvas.document.findBlockByNumber(figure.last))
        if figure_rect(canvas, figure).contains(point) and point.y() > last.bottom():
            return figure
    return None


def _line_at(canvas: Canvas, point: QPointF) -> int:
    layout = canvas.document.documentLayout()
    position = layout.hitTest(point, Qt.HitTestAccuracy.FuzzyHit)
    return canvas.document.findBlock(max(0, position)).blockNumber()


def _ends_gallery(canvas: Canvas, span: Span, path: Path) -> bool:
    after = path_at(canvas.lines, span.last + 1) if span.last + 1 < len(canvas.lines) else ()
    return is_in_gallery(path) and after[:1] != path[:1]


def _unit(canvas: Canvas, number: int) -> tuple[Span, Path, QRectF]:
    """Return what a line is passed as: itself, its list, its figure or its table."""
    block = canvas.document.findBlockByNumber(number)
    if (figure := figure_span(canvas.lines, number)) is not None:
        leaf = canvas.lines[number].leaf
        return figure, leaf.path[:-1] if leaf else (), figure_rect(canvas, figure)
    table = table_of(block)
    if table is not None:
        first = table.firstCursorPosition().block().blockNumber()
        last = table.lastCursorPosition().block().blockNumber()
        leaf = canvas.lines[first].leaf
        return Span("", first, last), leaf.path if leaf else (), table_rect(canvas, table)
    leaf = canvas.lines[number].leaf
    path = leaf.path if leaf else ()
    closed = next((i for i, name in enumerate(path) if name[0] in _CLOSED), None)
    if closed is None:
        return Span("", number, number), path, line_rect(block)
    span = next(s for s in spans(canvas.lines, [number], _CLOSED) if s.name == path[closed])
    rect = line_rect(canvas.document.findBlockByNumber(span.first))
    rect.setBottom(line_rect(canvas.document.findBlockByNumber(span.last)).bottom())
    return span, path[:closed], rect


def _kind(canvas: Canvas, number: int) -> Kind | None:
    leaf = canvas.lines[number].leaf
    return None if leaf is None else leaf.kind


def moved(canvas: Canvas, figure: Span, landing: Landing) -> list[Leaf]:
    """Return all lines of the text with a figure moved to another place."""
    before: list[Leaf] = []
    after: list[Leaf] = []
    taken: list[Leaf] = []
    for number, line in enumerate(canvas.lines):
        if line.leaf is None:
            continue
        if figure.first <= number <= figure.last:
            taken.append(replace(line.leaf, path=(*landing.path, figure.name)))
        elif number < landing.line:
            before.append(line.leaf)
        else:
            after.append(line.leaf)
    return [*before, *taken, *after]
