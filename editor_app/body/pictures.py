"""What stands in a page for the address of a picture."""

from collections.abc import Callable
from dataclasses import dataclass

from editor_app.body.addresses import is_safe_picture_address


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as a page shows it; no size where none is known."""

    src: str
    width: int = 0
    height: int = 0


PictureSource = Callable[[str], Picture | None]
"""Return the picture for an address in a text, or None where none may be shown."""


def as_written(src: str) -> Picture | None:
    """Return a picture at the very address that the text has."""
    return Picture(src)


def picture_attributes(picture: Picture) -> dict[str, str]:
    """Return the attributes of an ``<img>`` that say where it is and how large; none if unsafe."""
    if not is_safe_picture_address(picture.src):
        return {}
    sizes = {"width": picture.width, "height": picture.height}
    return {"src": picture.src} | {name: str(size) for name, size in sizes.items() if size}
