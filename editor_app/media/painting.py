"""Simple painted landscapes: photos for sample items that nobody has to give leave for."""

import io
import math
import random

from PIL import Image, ImageDraw

_SKIES = (
    ((250, 214, 165), (94, 132, 178)),
    ((247, 178, 133), (64, 78, 130)),
    ((214, 232, 240), (92, 146, 190)),
    ((252, 226, 190), (150, 170, 200)),
    ((236, 190, 180), (110, 96, 150)),
)
_LAND = ((44, 62, 80), (38, 70, 62), (70, 52, 66), (52, 58, 88))
_LAYERS = 4
_STEP = 8
_DRAWN = 2  # painted at half the size, then enlarged: the edges come out soft


def paint_landscape(seed: int, *, width: int = 1200, height: int = 800) -> bytes:
    """Return a JPEG of hills and a low sun under a wide sky; one seed gives one picture."""
    chance = random.Random(seed)  # noqa: S311 - a picture, not a secret
    size = (width // _DRAWN, height // _DRAWN)
    low, high = chance.choice(_SKIES)
    picture = _gradient(size, high, low)
    _paint_sun(picture, chance, low)
    land = chance.choice(_LAND)
    for layer in range(_LAYERS):
        _paint_hills(picture, chance, layer, _mixed(land, low, 0.75 - 0.22 * layer))
    file = io.BytesIO()
    picture.resize((width, height), Image.Resampling.BICUBIC).save(file, "JPEG", quality=82)
    return file.getvalue()


def _gradient(
    size: tuple[int, int], top: tuple[int, int, int], bottom: tuple[int, int, int]
) -> Image.Image:
    ramp = Image.linear_gradient("L").resize(size)
    return Image.composite(Image.new("RGB", size, bottom), Image.new("RGB", size, top), ramp)


def _paint_sun(picture: Image.Image, chance: random.Random, colour: tuple[int, int, int]) -> None:
    width, height = picture.size
    x, y = chance.uniform(0.2, 0.8) * width, chance.uniform(0.35, 0.5) * height
    radius = height * 0.06
    draw = ImageDraw.Draw(picture, "RGBA")
    for ring in range(8, 0, -1):
        reach = radius * (1 + ring * 0.35)
        glow = (*_mixed((255, 244, 214), colour, 0.2), 14)
        draw.ellipse((x - reach, y - reach, x + reach, y + reach), fill=glow)
    draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=(255, 246, 224, 255))


def _paint_hills(
    picture: Image.Image, chance: random.Random, layer: int, colour: tuple[int, int, int]
) -> None:
    width, height = picture.size
    base = height * (0.52 + 0.12 * layer)
    waves = [
        (chance.uniform(0.01, 0.07) * height, chance.uniform(0.6, 3.5), chance.uniform(0, 6.3))
        for _ in range(3)
    ]
    ridge = [
        (x, base - sum(a * math.sin(f * math.tau * x / width + p) for a, f, p in waves))
        for x in range(0, width + _STEP, _STEP)
    ]
    ImageDraw.Draw(picture).polygon([(0, height), *ridge, (width + _STEP, height)], fill=colour)


def _mixed(a: tuple[int, int, int], b: tuple[int, int, int], share: float) -> tuple[int, int, int]:
    """Return the colour between a and b that has share of b in it."""
    red, green, blue = (round(x + (y - x) * share) for x, y in zip(a, b, strict=True))
    return red, green, blue
