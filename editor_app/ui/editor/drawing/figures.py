"""The card round a photo and its words, and the marks that tell how it is set and described."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from editor_app.body.tree import Image, Setting
from editor_app.model.limits import PHOTO_WIDTH
from editor_app.ui.editor.drawing.canvas import Canvas
from editor_app.ui.editor.drawing.photos import draw_small
from editor_app.ui.editor.drawing.places import (
    Span,
    figure_span,
    is_from_right,
    line_rect,
)
from editor_app.ui.editor.leaves import Kind, Leaf
from editor_app.ui.editor.spacing import (
    BELOW_CREDIT,
    BOX_HANG,
    SMALL_PHOTO,
    SMALL_PHOTO_EDGE,
    hangs_out,
    is_small,
)

_PILL_HEIGHT = 20
_EDGE = 12
_GAP = 6
_SETTINGS = {Setting.LEFT: "Left", Setting.RIGHT: "Right", Setting.FULL: "Full width"}


@dataclass(frozen=True, slots=True)
class Pill:
    """A mark on a figure: where it is, what it says, and its colour's name in the look."""

    rect: QRectF
    words: str
    colour: str


def figures_near(canvas: Canvas) -> Iterator[Span]:
    """Yield the figures that show in the canvas's area."""
    seen = set()
    for block in canvas.blocks:
        span = figure_span(canvas.lines, block.blockNumber())
        if span is not None and span.first not in seen:
            seen.add(span.first)
            yield span


def figure_rect(canvas: Canvas, span: Span) -> QRectF:
    """Return the card of a figure."""
    photo = canvas.document.findBlockByNumber(span.first)
    left, right = canvas.room(photo)
    leaf = canvas.leaf(photo)
    if leaf is not None and hangs_out(leaf.path, leaf.setting):
        left, right = left - canvas.px(BOX_HANG), right + canvas.px(BOX_HANG)
    top = line_rect(photo).top()
    last = line_rect(canvas.document.findBlockByNumber(span.last)).bottom()
    below = canvas.px(_EDGE) if span.last > span.first else 0
    bottom = last + below
    if leaf is not None and is_small(leaf.path):
        photo_bottom = top + canvas.px(SMALL_PHOTO[1] + 2 * SMALL_PHOTO_EDGE)
        bottom = max(photo_bottom, last + canvas.px(BELOW_CREDIT))
    return QRectF(left, top, right - left, bottom - top)


def photo_rect(canvas: Canvas, span: Span) -> QRectF:
    """Return where the photo of a figure is: in its line, or beside its words in a gallery."""
    photo = canvas.document.findBlockByNumber(span.first)
    leaf = canvas.leaf(photo)
    if leaf is None or not is_small(leaf.path):
        return line_rect(photo)
    card, edge = figure_rect(canvas, span), canvas.px(SMALL_PHOTO_EDGE)
    width, height = (canvas.px(length) for length in SMALL_PHOTO)
    left = card.right() - edge - width if is_from_right(photo) else card.left() + edge
    return QRectF(left, card.top() + edge, width, height)


def paint_cards(canvas: Canvas) -> None:
    """Paint what lies under the photos and their words."""
    for span in figures_near(canvas):
        rect = figure_rect(canvas, span)
        if not rect.intersects(canvas.area):
            continue
        canvas.frame(rect, border=canvas.look.border, ground=canvas.look.background)
        leaf = canvas.lines[span.first].leaf
        image = image_of(leaf)
        if leaf is None or image is None or canvas.pictures is None or not is_small(leaf.path):
            continue
        place = photo_rect(canvas, span)
        draw_small(canvas.painter, place, image, canvas.pictures, canvas.look)


def paint_pills(canvas: Canvas) -> None:
    """Paint the marks of the figures that show."""
    for span in figures_near(canvas):
        for pill in pills(canvas, span):
            canvas.pill(pill.rect, pill.words, getattr(canvas.look, pill.colour))


def pills(canvas: Canvas, span: Span) -> Iterator[Pill]:
    """Yield the marks of a figure, from the end of its last line inwards."""
    card = figure_rect(canvas, span)
    photo = canvas.document.findBlockByNumber(span.first)
    leaf = canvas.leaf(photo)
    if leaf is None:
        return
    is_rtl = is_from_right(photo)
    x = card.left() + canvas.px(_EDGE) if is_rtl else card.right() - canvas.px(_EDGE)
    y = card.bottom() - canvas.px(_EDGE + _PILL_HEIGHT - 2)
    for words, colour in _marks(canvas, span, leaf):
        width = canvas.pill_width(words)
        left = x if is_rtl else x - width
        yield Pill(QRectF(left, y, width, canvas.px(_PILL_HEIGHT)), words, colour)
        step = width + canvas.px(_GAP)
        x = x + step if is_rtl else x - step


def _marks(canvas: Canvas, span: Span, leaf: Leaf) -> Iterator[tuple[str, str]]:
    image = image_of(leaf)
    if leaf.is_decorative:
        yield "Decorative", "muted"
    elif image is not None:
        yield ("ALT ✓", "good") if image.alt.strip() else ("ALT missing", "danger")
    if not any(_says_credit(canvas, number) for number in range(span.first, span.last + 1)):
        yield "CREDIT missing", "warning"
    if image is not None and (width := _narrow(canvas, image)):
        yield f"SIZE {width:,} px", "warning"
    if leaf.setting and not is_small(leaf.path):
        yield _SETTINGS[leaf.setting], "muted"


def _narrow(canvas: Canvas, image: Image) -> int:
    """Return how many pixels wide a photo is that has too few, else 0."""
    width = canvas.pictures.full_width(image.src) if canvas.pictures is not None else None
    return width if width is not None and width < PHOTO_WIDTH else 0


def _says_credit(canvas: Canvas, number: int) -> bool:
    leaf = canvas.lines[number].leaf
    return leaf is not None and leaf.kind is Kind.CREDIT and bool(leaf.content)


def image_of(leaf: Leaf | None) -> Image | None:
    """Return the picture in a line, if there is one."""
    content = () if leaf is None else leaf.content
    return next((node for node in content if isinstance(node, Image)), None)


# ---------------------------------------------------------------- what is under the mouse


def pill_at(canvas: Canvas, point: QPointF) -> int | None:
    """Return the photo's text block of the figure that has a mark at a point."""
    for span in figures_near(canvas):
        if any(pill.rect.contains(point) for pill in pills(canvas, span)):
            return span.first
    return None


def photo_at(canvas: Canvas, point: QPointF) -> int | None:
    """Return the text block of the photo at a point."""
    for span in figures_near(canvas):
        if photo_rect(canvas, span).contains(point):
            return span.first
    return None
