"""The pixels of a photo's copies: cut, upright, sRGB, each from the next larger one."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from PIL import Image

from editor_app.media.colours import averageable, in_srgb
from editor_app.media.decoding import SIDEWAYS, orientation, upright
from editor_app.media.recipes import Box, Recipe

_SCALES = (8, 4, 2, 1)  # at which a JPEG can be decoded
_MOST_DECODED = 40_000_000  # pixels; of a larger JPEG only every second one is decoded
_GAP = 2.0  # pixels are averaged in blocks as far as this leaves some for the fine filter


@dataclass(frozen=True, slots=True)
class _Source:
    """A picture that smaller ones are made from: part of the upright photo at a scale."""

    picture: Image.Image
    box: Box
    scale: float

    def can_give(self, recipe: Recipe) -> bool:
        """Whether it holds all of what a recipe shows, and as sharp."""
        holds = (
            self.box.left <= recipe.box.left
            and self.box.top <= recipe.box.top
            and self.box.right >= recipe.box.right
            and self.box.bottom >= recipe.box.bottom
        )
        return holds and self.scale >= recipe.scale


def cooked(image: Image.Image, recipes: Iterable[Recipe]) -> dict[Recipe, Image.Image]:
    """Return the pixels of each recipe, from an opened photo that is decoded once.

    The pictures carry no word of the photo's. Recipes with the same pixels share a picture.
    """
    wanted = sorted(set(recipes), key=lambda recipe: recipe.scale, reverse=True)
    if not wanted:
        return {}
    decoded = _Decoded(image, scale=wanted[0].scale)
    sources: list[_Source] = []
    made: dict[Recipe, Image.Image] = {}
    done: dict[tuple[Box, int, int], Image.Image] = {}
    for recipe in wanted:
        pixels = (recipe.box, recipe.width, recipe.height)
        if pixels not in done:
            done[pixels] = _smaller(sources, recipe) or decoded.cut(recipe)
            sources.append(_Source(done[pixels], recipe.box, recipe.scale))
        made[recipe] = done[pixels]
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
        self._image = averageable(image)

    def cut(self, recipe: Recipe) -> Image.Image:
        """Return what a recipe shows, upright and in sRGB."""
        size = (recipe.width, recipe.height)
        if self._turned in SIDEWAYS:
            size = (recipe.height, recipe.width)
        box = self._stored(recipe.box)
        picture = _resized(self._image, size, box)
        picture = upright(in_srgb(picture, self._profile), self._turned)
        picture.info = {}
        return picture

    def _stored(self, box: Box) -> tuple[float, float, float, float]:
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


def _smaller(sources: list[_Source], recipe: Recipe) -> Image.Image | None:
    """Return what a recipe shows from the smallest picture that can give it, if one can."""
    able = [source for source in sources if source.can_give(recipe)]
    if not able:
        return None
    source = min(able, key=lambda source: source.scale)
    across = source.picture.width / source.box.width
    down = source.picture.height / source.box.height
    box = (
        (recipe.box.left - source.box.left) * across,
        (recipe.box.top - source.box.top) * down,
        (recipe.box.right - source.box.left) * across,
        (recipe.box.bottom - source.box.top) * down,
    )
    return _resized(source.picture, (recipe.width, recipe.height), box)


def _draft(image: Image.Image, scale: float) -> None:
    """Have a JPEG decoded no larger than needed, and no larger than memory allows."""
    width, height = image.size
    least = math.sqrt(width * height / _MOST_DECODED)
    step = next((step for step in _SCALES if step * scale <= 1), 1)
    step = max(step, next(step for step in reversed(_SCALES) if step >= min(least, 8)))
    image.draft(None, (max(1, width // step), max(1, height // step)))


def _resized(
    picture: Image.Image, size: tuple[int, int], box: tuple[float, float, float, float]
) -> Image.Image:
    width, height = picture.size
    inside = (max(0.0, box[0]), max(0.0, box[1]), min(box[2], width), min(box[3], height))
    gap = None if picture.mode.startswith("I;16") else _GAP
    return picture.resize(size, Image.Resampling.LANCZOS, box=inside, reducing_gap=gap)
