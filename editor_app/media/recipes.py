"""Which copies of a photo are published: their cuts, sizes and kinds, known without decoding it."""

import hashlib
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import NamedTuple

from editor_app.media.photo import Photo
from editor_app.model.photo_words import Crop, Focus, PhotoWords

WIDTHS = (320, 640, 960, 1280, 1920)
"""How wide the copies on a page are, as far as the photo is that wide."""

VERSION = 1  # raise it when the same recipe gives other pixels

_TALLEST = 8000  # a strip of paper that was scanned whole still is a picture that can be shown
_NEARLY = 0.9  # a step that the photo's own width comes so near to is left out for it
_GRAPHIC_BYTES = 1.0  # for each pixel: a PNG that packs better than this is drawn, not taken
_CUT_WIDTH = 1200
_MARK_DIGITS = 8


class Shape(StrEnum):
    """What a copy is for, which says how it is cut."""

    PAGE = "page"
    CARD = "card"  # what social networks show beside a link
    WIDE = "16x9"
    CLASSIC = "4x3"
    SQUARE = "1x1"
    SMALL = "small"  # in the window's lists; never published


CUTS = (Shape.CARD, Shape.WIDE, Shape.CLASSIC, Shape.SQUARE)
"""The cuts that a lead photo goes out in, beside its copies on the page."""

_RATIOS = {
    Shape.CARD: (1200, 630),
    Shape.WIDE: (16, 9),
    Shape.CLASSIC: (4, 3),
    Shape.SQUARE: (1, 1),
}


class Box(NamedTuple):
    """A part of an upright photo, in its pixels; right and bottom are just outside."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self) -> int:
        """How many pixels wide it is."""
        return self.right - self.left

    @property
    def height(self) -> int:
        """How many pixels high it is."""
        return self.bottom - self.top


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """How a copy is made of a photo. Equal recipes give equal pixels.

    ``shown`` is the part of the photo that its user lets be seen, ``box`` the part of it in this
    copy. ``is_graphic`` says that edges matter more than shades: it is kept without loss where
    that is small enough.
    """

    shape: Shape
    shown: Box
    box: Box
    width: int
    height: int
    extension: str
    is_graphic: bool = False

    @property
    def suffix(self) -> str:
        """How the name of its file ends: ``640.webp``, ``card.jpg``."""
        stem = self.width if self.shape is Shape.PAGE else self.shape
        return f"{stem}.{self.extension}"

    @property
    def scale(self) -> float:
        """How many pixels it has for each of the photo's, along one side."""
        return self.width / self.box.width


_RECIPE_FIELDS = tuple(field.name for field in fields(Recipe))


def page_recipes(photo: Photo, words: PhotoWords) -> tuple[Recipe, ...]:
    """Return the copies for a page, the narrowest first: each as WebP, and as all browsers read.

    None is larger than the part of the photo that is shown. The last is as wide as that part
    where it is narrower than the widest step.
    """
    box = shown_box(photo, words.crop)
    is_graphic = _is_graphic(photo)
    return tuple(
        Recipe(
            shape=Shape.PAGE,
            shown=box,
            box=box,
            width=width,
            height=page_height(box, width),
            extension=extension,
            is_graphic=is_graphic,
        )
        for width in steps(box)
        for extension in ("webp", "png" if is_graphic else "jpg")
    )


def lead_recipes(photo: Photo, words: PhotoWords) -> tuple[Recipe, ...]:
    """Return the copies of a lead photo: those for the page, the social card and three ratios."""
    cuts = tuple(_cut(photo, words, shape) for shape in CUTS)
    return page_recipes(photo, words) + cuts


def small_recipe(photo: Photo, words: PhotoWords, side: int) -> Recipe:
    """Return the copy for a list, whose longer side has so many pixels at most."""
    box = shown_box(photo, words.crop)
    width = min(box.width, side, max(1, round(side * box.width / box.height)))
    return Recipe(
        shape=Shape.SMALL,
        shown=box,
        box=box,
        width=width,
        height=min(side, page_height(box, width)),
        extension="png" if _is_graphic(photo) else "jpg",
    )


def shown_box(photo: Photo, crop: Crop | None) -> Box:
    """Return the part of a photo that is shown, of a pixel at least."""
    if crop is None:
        return Box(0, 0, photo.width, photo.height)
    left, right = _span(crop.left, crop.width, photo.width)
    top, bottom = _span(crop.top, crop.height, photo.height)
    return Box(left, top, right, bottom)


def cut_box(photo: Photo, words: PhotoWords, shape: Shape) -> Box:
    """Return what a cut keeps: as much of the shown part as fits, around the point that matters."""
    box = shown_box(photo, words.crop)
    width, height = _cut_size(box, shape)
    focus = words.focus or _middle(photo, box)
    left = _placed(focus.x * photo.width, width, box.left, box.right)
    top = _placed(focus.y * photo.height, height, box.top, box.bottom)
    return Box(left, top, left + width, top + height)


def mark(photo: Photo, words: PhotoWords) -> str:
    """Return eight hexadecimal digits that change when the pixels of any copy do, else never."""
    boxes = [shown_box(photo, words.crop), *(cut_box(photo, words, shape) for shape in CUTS)]
    return _digest(photo.sha256, VERSION, *boxes)[:_MARK_DIGITS]


def key(photo: Photo, recipe: Recipe) -> str:
    """Return 64 hexadecimal digits that stand for a recipe carried out on a photo."""
    return _digest(photo.sha256, VERSION, *(getattr(recipe, name) for name in _RECIPE_FIELDS))


def _cut(photo: Photo, words: PhotoWords, shape: Shape) -> Recipe:
    box = cut_box(photo, words, shape)
    width = min(_CUT_WIDTH, box.width)
    across, down = _RATIOS[shape]
    return Recipe(
        shape=shape,
        shown=shown_box(photo, words.crop),
        box=box,
        width=width,
        height=max(1, min(box.height, round(width * down / across))),
        extension="jpg",
    )


def steps(box: Box) -> list[int]:
    """Return how wide the copies for a page are, the narrowest first."""
    widest = min(box.width, WIDTHS[-1], max(1, _TALLEST * box.width // box.height))
    return [width for width in WIDTHS if width < widest * _NEARLY] + [widest]


def largest_scale(shown: Box) -> float:
    """Return the scale of the copy that needs the most of the photo's pixels, of all kinds."""
    page = steps(shown)[-1] / shown.width
    widths = [_cut_size(shown, shape)[0] for shape in CUTS]
    return max(page, *(min(_CUT_WIDTH, width) / width for width in widths))


def _cut_size(box: Box, shape: Shape) -> tuple[int, int]:
    """Return the size of the largest part of box that has the shape's ratio."""
    across, down = _RATIOS[shape]
    width = min(box.width, max(1, round(box.height * across / down)))
    height = min(box.height, max(1, round(box.width * down / across)))
    return width, height


def page_height(box: Box, width: int) -> int:
    """Return how high a copy of box is that is so wide."""
    return max(1, round(width * box.height / box.width))


def _is_graphic(photo: Photo) -> bool:
    if photo.extension == "gif":
        return True
    packed = photo.size / (photo.width * photo.height)
    return photo.extension == "png" and packed < _GRAPHIC_BYTES


def _span(start: float, length: float, whole: int) -> tuple[int, int]:
    """Return where shares of a side begin and end in pixels, inside it whatever they say."""
    first = min(max(0, round(start * whole)), whole - 1)
    return first, max(first + 1, min(whole, round((start + length) * whole)))


def _middle(photo: Photo, box: Box) -> Focus:
    return Focus(
        x=(box.left + box.right) / 2 / photo.width, y=(box.top + box.bottom) / 2 / photo.height
    )


def _placed(middle: float, length: int, lowest: int, highest: int) -> int:
    return round(min(max(middle - length / 2, lowest), highest - length))


def _digest(*values: object) -> str:
    return hashlib.sha256("|".join(map(str, values)).encode()).hexdigest()
