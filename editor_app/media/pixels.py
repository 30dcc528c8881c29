"""The pixels of a photo's copies: cut, upright, sRGB, each from the next larger one."""

import math
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager

from PIL import Image

from editor_app.media.colours import averageable, in_srgb
from editor_app.media.decoding import SIDEWAYS, orientation, upright
from editor_app.media.recipes import Box, Recipe, Shape, largest_scale, page_height, steps

_SCALES = (8, 4, 2, 1)  # at which a JPEG can be decoded
_MOST_DECODED = 60_000_000  # pixels; of a larger JPEG only every second one is decoded
_MOST_DECODED_LATE = 25_000_000  # where a JPEG is kept in memory until its last scan
_MOST_CONVERTED = 16_000_000
_ROWS = 512
_TAKEN_AS_THEY_ARE = frozenset({"L", "RGB", "CMYK", "LAB", "I", "F", "I;16", "I;16B", "I;16L"})
_GAP = 2.0  # pixels are averaged in blocks as far as this leaves some for the fine filter

_Place = tuple[float, float, float, float]


class Kitchen:
    """Makes the pixels of recipes from one opened photo, which is decoded once.

    A copy's pixels depend on the photo and its recipe alone, never on what else is made: each is
    made from the next wider one for the page, as far as there is one that is sharp enough, and
    what is needed on the way is made too. The pictures carry no word of the photo's.
    """

    def __init__(self, image: Image.Image, shown: Box, *, scale: float) -> None:
        self._decoded = _Decoded(image, scale=scale)
        self._shown = shown
        self._steps = steps(shown)
        self._pages: dict[int, Image.Image] = {}

    def make(self, recipe: Recipe) -> Image.Image:
        """Return the pixels of a recipe."""
        size = (recipe.width, recipe.height)
        if recipe.shape is Shape.SMALL:
            return self._decoded.cut(recipe.box, size)
        if recipe.shape is Shape.PAGE:
            return self._page(recipe.width)
        enough = [width for width in self._steps if width / self._shown.width >= recipe.scale]
        if not enough:
            return self._decoded.cut(recipe.box, size)
        return self._part(self._page(enough[0]), recipe.box, size)

    def _page(self, width: int) -> Image.Image:
        if width not in self._pages:
            size = (width, page_height(self._shown, width))
            wider = [step for step in self._steps if step > width]
            self._pages[width] = (
                self._part(self._page(wider[0]), self._shown, size)
                if wider
                else self._decoded.cut(self._shown, size)
            )
        return self._pages[width]

    def _part(self, page: Image.Image, box: Box, size: tuple[int, int]) -> Image.Image:
        """Return a part of the photo in another size, from a copy of all that is shown."""
        across, down = page.width / self._shown.width, page.height / self._shown.height
        place = (
            (box.left - self._shown.left) * across,
            (box.top - self._shown.top) * down,
            (box.right - self._shown.left) * across,
            (box.bottom - self._shown.top) * down,
        )
        return _resized(page, size, place)


def cooked(
    open_photo: Callable[[], AbstractContextManager[Image.Image]], recipes: Iterable[Recipe]
) -> dict[Recipe, Image.Image]:
    """Return the pixels of each recipe, the largest first.

    The photo is opened and decoded once for all recipes that show the same part of it.
    """
    groups: dict[tuple[Box, float], list[Recipe]] = {}
    for recipe in sorted(set(recipes), key=lambda recipe: -recipe.width * recipe.height):
        is_small = recipe.shape is Shape.SMALL
        scale = recipe.scale if is_small else largest_scale(recipe.shown)
        groups.setdefault((recipe.shown, scale), []).append(recipe)
    made: dict[Recipe, Image.Image] = {}
    for (shown, scale), group in groups.items():
        with open_photo() as image:
            kitchen = Kitchen(image, shown, scale=scale)
            made |= {recipe: kitchen.make(recipe) for recipe in group}
    return made


class _Decoded:
    """The decoded photo: it may still lie on its side, and be of any kind of colour."""

    def __init__(self, image: Image.Image, *, scale: float) -> None:
        stored = image.size
        _draft(image, scale)
        image.load()
        is_turned_already = image.format == "TIFF"  # Pillow turns a TIFF while it loads
        self._turned = 1 if is_turned_already else orientation(image)
        whole = image.size if is_turned_already else stored
        self._upright = (whole[1], whole[0]) if self._turned in SIDEWAYS else whole
        self._profile = image.info.get("icc_profile")
        self._image = image

    def cut(self, box: Box, size: tuple[int, int]) -> Image.Image:
        """Return a part of the upright photo in a size, upright and in sRGB."""
        if self._turned in SIDEWAYS:
            size = (size[1], size[0])
        picture, place = _averaged(self._image, self._stored(box), size)
        picture = _resized(picture, size, place)
        picture = upright(in_srgb(picture, self._profile), self._turned)
        picture.info = {}
        return picture

    def _stored(self, box: Box) -> _Place:
        """Return where a part of the upright photo lies in the picture as it was decoded."""
        across, down = self._upright
        left, right = box.left / across, box.right / across
        top, bottom = box.top / down, box.bottom / down
        places = {
            2: (1 - right, top, 1 - left, bottom),
            3: (1 - right, 1 - bottom, 1 - left, 1 - top),
            4: (left, 1 - bottom, right, 1 - top),
            5: (top, left, bottom, right),
            6: (top, 1 - right, bottom, 1 - left),
            7: (1 - bottom, 1 - right, 1 - top, 1 - left),
            8: (1 - bottom, left, 1 - top, right),
        }
        place = places.get(self._turned, (left, top, right, bottom))
        width, height = self._image.size
        return (place[0] * width, place[1] * height, place[2] * width, place[3] * height)


def _averaged(
    image: Image.Image, place: _Place, size: tuple[int, int]
) -> tuple[Image.Image, _Place]:
    """Return pixels that can be averaged, and where place lies in them.

    What has to be converted first is, piece by piece, and no finer than size and memory ask for:
    a converted copy of all of a large picture would take several times its memory.
    """
    if image.mode in _TAKEN_AS_THEY_ARE and not image.has_transparency_data:
        return image, place
    left, top = math.floor(place[0]), math.floor(place[1])
    right, bottom = math.ceil(place[2]), math.ceil(place[3])
    width, height = right - left, bottom - top
    blocks = min(width // size[0], height // size[1])
    blocks = max(1, blocks, math.ceil(math.sqrt(width * height / _MOST_CONVERTED)))
    parts: list[Image.Image] = []
    rows = max(1, _ROWS // blocks) * blocks
    for start in range(top, bottom, rows):
        part = averageable(image.crop((left, start, right, min(bottom, start + rows))))
        parts.append(part.reduce(blocks) if blocks > 1 else part)
    whole = Image.new(parts[0].mode, (parts[0].width, sum(part.height for part in parts)))
    for number, part in enumerate(parts):
        whole.paste(part, (0, number * rows // blocks))
    return whole, (
        (place[0] - left) / blocks,
        (place[1] - top) / blocks,
        (place[2] - left) / blocks,
        (place[3] - top) / blocks,
    )


def _draft(image: Image.Image, scale: float) -> None:
    """Have a JPEG decoded no larger than needed, and no larger than memory allows."""
    width, height = image.size
    most = _MOST_DECODED_LATE if image.info.get("progressive") else _MOST_DECODED
    least = math.sqrt(width * height / most)
    step = next((step for step in _SCALES if step * scale <= 1), 1)
    step = max(step, next(step for step in reversed(_SCALES) if step >= min(least, max(_SCALES))))
    image.draft(None, (max(1, width // step), max(1, height // step)))


def _resized(picture: Image.Image, size: tuple[int, int], place: _Place) -> Image.Image:
    width, height = picture.size
    inside = (max(0.0, place[0]), max(0.0, place[1]), min(place[2], width), min(place[3], height))
    gap = None if picture.mode.startswith("I;16") else _GAP
    return picture.resize(size, Image.Resampling.LANCZOS, box=inside, reducing_gap=gap)
