"""The copies of a photo that leave the house: smaller, upright, sRGB, and silent about all else."""

from collections.abc import Callable, Iterable
from typing import Protocol, TypeVar

from PIL import Image

from editor_app.media.decoding import opened, upright_size
from editor_app.media.encoding import encoded, small
from editor_app.media.pixels import cooked
from editor_app.media.recipes import Box, Recipe, Shape

Thing = TypeVar("Thing")
Made = TypeVar("Made")


class Each(Protocol):
    """What does the same work on many things, like the built-in map: in turn, or on all cores."""

    def __call__(self, work: Callable[[Thing], Made], things: Iterable[Thing], /) -> Iterable[Made]:
        """Return what work makes of each thing, in the order of the things."""


def make_renditions(
    data: bytes, recipes: Iterable[Recipe], *, each: Each = map
) -> dict[Recipe, bytes]:
    """Return the copies of a photo that recipes ask for, from decoding it once.

    Raises:
        PhotoRefusedError: data is no photo, or damaged.
    """
    pictures = cooked(lambda: opened(data), recipes)
    written = each(_write, pictures.items())  # the largest first, so that all cores end together
    return dict(zip(pictures, written, strict=True))


def thumbnail(data: bytes, *, longest: int) -> bytes:
    """Return a small copy of a photo, as PNG where the photo can be seen through, else as JPEG.

    Raises:
        PhotoRefusedError: data is no photo, or damaged.
    """
    return small(_prepared(data, longest))


def _write(job: tuple[Recipe, Image.Image]) -> bytes:
    recipe, picture = job
    if recipe.shape is Shape.SMALL:
        return small(picture)
    return encoded(picture, recipe)


def _prepared(data: bytes, longest: int) -> Image.Image:
    with opened(data) as image:
        size = upright_size(image)
    box = Box(0, 0, *size)
    width, height = _fitted(size, longest)
    recipe = Recipe(shape=Shape.SMALL, shown=box, box=box, width=width, height=height, extension="")
    return cooked(lambda: opened(data), [recipe])[recipe]


def _fitted(size: tuple[int, int], longest: int) -> tuple[int, int]:
    width, height = size
    side = max(width, height)
    if side <= longest:
        return size
    return max(1, round(width * longest / side)), max(1, round(height * longest / side))
