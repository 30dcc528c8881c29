"""How a frame on a photo is moved and drawn larger or smaller; plain figures, no widgets.

Places and lengths are shares (0 to 1) of the upright photo's sides, as in `Crop`. A shape is the
frame's width divided by its height in these shares.
"""

from dataclasses import dataclass

from editor_app.model.photo_words import Crop, Focus

WHOLE = Crop(left=0.0, top=0.0, width=1.0, height=1.0)
SMALLEST = 0.05
_PLACES = 4  # decimals: less than a pixel of the largest photo that is taken
_NEARLY = 0.0005


@dataclass(frozen=True, slots=True)
class Grip:
    """What a frame is taken by: -1 and 1 are its sides, 0 is between them; (0, 0) is all of it."""

    x: int
    y: int


FRAME = Grip(0, 0)
GRIPS = (
    *(FRAME, Grip(-1, -1), Grip(0, -1), Grip(1, -1), Grip(1, 0)),
    *(Grip(1, 1), Grip(0, 1), Grip(-1, 1), Grip(-1, 0)),
)
"""All grips: the frame, then its corners and edges the way a clock goes."""


def is_whole(crop: Crop) -> bool:
    """Whether a frame leaves nothing of the photo out."""
    return crop.width > 1 - _NEARLY and crop.height > 1 - _NEARLY


def rounded(crop: Crop) -> Crop:
    """Return a frame in figures that stay the same however often they are stored."""
    left, top = _between(crop.left, 0, 1), _between(crop.top, 0, 1)
    return Crop(
        left=round(left, _PLACES),
        top=round(top, _PLACES),
        width=round(min(crop.width, 1 - left), _PLACES),
        height=round(min(crop.height, 1 - top), _PLACES),
    )


def moved(crop: Crop, dx: float, dy: float) -> Crop:
    """Return a frame in another place, as far as the photo reaches."""
    return Crop(
        left=_between(crop.left + dx, 0, 1 - crop.width),
        top=_between(crop.top + dy, 0, 1 - crop.height),
        width=crop.width,
        height=crop.height,
    )


def pulled(crop: Crop, grip: Grip, dx: float, dy: float, *, shape: float | None = None) -> Crop:
    """Return a frame that was pulled at a grip; with a shape, in that shape."""
    if grip == FRAME:
        return moved(crop, dx, dy)
    left, width = _stretched(crop.left, crop.width, grip.x, dx)
    top, height = _stretched(crop.top, crop.height, grip.y, dy)
    if shape is None:
        return Crop(left=left, top=top, width=width, height=height)
    is_led_by_width = grip.y == 0 or (grip.x != 0 and abs(dx) >= abs(dy))
    wanted = (width, width / shape) if is_led_by_width else (height * shape, height)
    return _held(crop, grip, wanted)


def shaped(crop: Crop, shape: float) -> Crop:
    """Return the largest frame of a shape within another one, round the same middle."""
    width = min(crop.width, crop.height * shape)
    height = width / shape
    return Crop(
        left=crop.left + (crop.width - width) / 2,
        top=crop.top + (crop.height - height) / 2,
        width=width,
        height=height,
    )


def cut(crop: Crop, focus: Focus | None, shape: float) -> Crop:
    """Return the largest part of a frame that has a shape, as near round the focus as it can be."""
    part, at = shaped(crop, shape), within(focus or middle(crop), crop)
    return Crop(
        left=_between(at.x - part.width / 2, crop.left, crop.left + crop.width - part.width),
        top=_between(at.y - part.height / 2, crop.top, crop.top + crop.height - part.height),
        width=part.width,
        height=part.height,
    )


def spanned(from_point: Focus, to_point: Focus, *, shape: float | None = None) -> Crop:
    """Return the frame that was drawn from one point to another."""
    left, right = sorted((_between(from_point.x, 0, 1), _between(to_point.x, 0, 1)))
    top, bottom = sorted((_between(from_point.y, 0, 1), _between(to_point.y, 0, 1)))
    crop = Crop(left=left, top=top, width=right - left, height=bottom - top)
    return crop if shape is None else shaped(crop, shape)


def middle(crop: Crop) -> Focus:
    """Return the point in the middle of a frame."""
    return Focus(x=crop.left + crop.width / 2, y=crop.top + crop.height / 2)


def within(point: Focus, crop: Crop) -> Focus:
    """Return the point of a frame that is nearest to a point."""
    return Focus(
        x=round(_between(point.x, crop.left, crop.left + crop.width), _PLACES),
        y=round(_between(point.y, crop.top, crop.top + crop.height), _PLACES),
    )


def _held(crop: Crop, grip: Grip, wanted: tuple[float, float]) -> Crop:
    """Return a frame of a wanted size whose other side stays; smaller where there is no room."""
    room = (_room(crop.left, crop.width, grip.x), _room(crop.top, crop.height, grip.y))
    scale = min(1.0, room[0] / wanted[0], room[1] / wanted[1])
    scale = max(scale, min(1.0, SMALLEST / wanted[0], SMALLEST / wanted[1]))
    width, height = wanted[0] * scale, wanted[1] * scale
    return Crop(
        left=_start(crop.left, crop.width, grip.x, width),
        top=_start(crop.top, crop.height, grip.y, height),
        width=width,
        height=height,
    )


def _stretched(start: float, length: float, side: int, by: float) -> tuple[float, float]:
    """Return start and length of a stretch that was pulled at one side."""
    end = start + length
    if side < 0:
        start = _between(start + by, 0, end - SMALLEST)
    elif side > 0:
        end = _between(end + by, start + SMALLEST, 1)
    return start, end - start


def _room(start: float, length: float, side: int) -> float:
    """Return how long a stretch can get that is pulled at one side, or in its middle at both."""
    end = start + length
    if side == 0:
        centre = start + length / 2
        return 2 * min(centre, 1 - centre)
    return end if side < 0 else 1 - start


def _start(start: float, length: float, side: int, new: float) -> float:
    if side == 0:
        return start + (length - new) / 2
    return start + length - new if side < 0 else start


def _between(value: float, least: float, most: float) -> float:
    return max(least, min(value, most))
