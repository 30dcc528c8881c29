"""Pixels as files: good enough to look at, small enough to wait for, and the same every time.

A copy starts at a quality that is hard to tell from the photo, and steps down until it fits the
budget of its width; the last step is taken as it is. WebP at method 4 and plain JPEG with fitted
tables are what other makers of web images use too: methods 5 and 6 take twice the time for 1 to
2 % of size, and a progressive JPEG twice the time for 5 % of a file that only browsers without
WebP fetch.
"""

import io
from collections.abc import Callable
from typing import Any

from PIL import Image

from editor_app.media.colours import on_white
from editor_app.media.recipes import Recipe

# In bytes, for a JPEG half again as wide as high; one that is higher may take more.
_BUDGETS = {320: 50_000, 640: 130_000, 960: 240_000, 1280: 360_000, 1920: 640_000}
_WEBP_SHARE = 0.75
_USUAL_RATIO = 2 / 3

_JPEG_QUALITIES = (80, 72, 64, 56)
_WEBP_QUALITIES = (78, 70, 62, 54)
_GRAPHIC_QUALITY = 90  # of a graphic that is too rich to be kept without loss
_HOPELESS = 1.6  # so many times too large, and no step but the last has a chance
_COLOURS = 256
_WEBP_METHOD = 4
_FAST_WEBP_METHOD = 2  # without loss, 4 takes five times as long


def encoded(picture: Image.Image, recipe: Recipe) -> bytes:
    """Return pixels as the file that a recipe asks for; it says nothing but its pixels."""
    budget = budget_of(recipe)
    if recipe.extension == "png":
        return _png(picture, budget)
    if recipe.extension == "webp":
        return _webp(picture, budget, is_graphic=recipe.is_graphic)
    return _fitting(on_white(picture), _jpeg, _JPEG_QUALITIES, budget)


def budget_of(recipe: Recipe) -> int:
    """Return how many bytes a copy should have at most."""
    step = next((width for width in _BUDGETS if width >= recipe.width), max(_BUDGETS))
    taller = max(1.0, recipe.height / recipe.width / _USUAL_RATIO)
    share = _WEBP_SHARE if recipe.extension == "webp" else 1.0
    return round(_BUDGETS[step] * taller * share)


def small(picture: Image.Image) -> bytes:
    """Return pixels as a file for the window: PNG where they can be seen through, else JPEG."""
    if picture.mode == "RGBA":
        return _saved(picture, "PNG")
    return _jpeg(picture, _JPEG_QUALITIES[0])


def _webp(picture: Image.Image, budget: int, *, is_graphic: bool) -> bytes:
    if is_graphic:
        whole = _saved(picture, "WEBP", lossless=True, quality=50, method=_FAST_WEBP_METHOD)
        if len(whole) <= budget:
            return whole
    qualities = (_GRAPHIC_QUALITY, *_WEBP_QUALITIES) if is_graphic else _WEBP_QUALITIES
    return _fitting(picture, _lossy_webp, qualities, budget)


def _png(picture: Image.Image, budget: int) -> bytes:
    whole = _saved(picture, "PNG", compress_level=9)
    if len(whole) <= budget:
        return whole
    few = picture.quantize(_COLOURS, method=Image.Quantize.FASTOCTREE)
    return min(whole, _saved(few, "PNG", compress_level=9), key=len)


def _fitting(
    picture: Image.Image,
    write: Callable[[Image.Image, int], bytes],
    qualities: tuple[int, ...],
    budget: int,
) -> bytes:
    """Return the best that fits, or what the last quality gives."""
    last = qualities[-1]
    for quality in qualities[:-1]:
        data = write(picture, quality)
        if len(data) <= budget:
            return data
        if len(data) > _HOPELESS * budget:
            break
    return write(picture, last)


def _jpeg(picture: Image.Image, quality: int) -> bytes:
    return _saved(picture, "JPEG", quality=quality, optimize=True, subsampling="4:2:0")


def _lossy_webp(picture: Image.Image, quality: int) -> bytes:
    return _saved(picture, "WEBP", quality=quality, method=_WEBP_METHOD)


def _saved(picture: Image.Image, kind: str, **options: Any) -> bytes:
    file = io.BytesIO()
    own = picture.copy()  # Pillow notes the options on the picture, which other threads save too
    own.save(file, kind, **options)
    return file.getvalue()
