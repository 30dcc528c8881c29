"""Opening a picture file without trusting it: known formats only, size before decoding."""

import io
import re
import struct
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import ExifTags, Image, UnidentifiedImageError

from editor_app.media.bounds import is_endless, most_pixels
from editor_app.media.errors import PhotoRefusedError
from editor_app.media.heic import can_read_heic, is_heic
from editor_app.media.refusals import refusal_for

# An explicit list: left to itself Pillow opens by content and starts Ghostscript for EPS.
FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "AVIF", "TIFF")
MAX_BYTES = 100 * 1024 * 1024
MAX_PIXELS = 80_000_000  # of a picture that has no file, such as a copied one
_MOST_EXIF = 1_000_000  # bytes; a directory of millions of values takes minutes
_LONGEST_NAME = 60
# what breaks a line, cannot be seen, or turns the direction of what stands around it
_UNPRINTABLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028-\u202e\u200b-\u200f\u2066-\u2069\ud800-\udfff]+"
)

# What Pillow's readers are known to raise on damaged or hostile bytes.
_BROKEN = (
    OSError,
    SyntaxError,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    AttributeError,
    EOFError,
    OverflowError,
    ZeroDivisionError,
    NotImplementedError,
    RuntimeError,
    AssertionError,
    MemoryError,
    struct.error,
    zlib.error,
    Image.DecompressionBombError,
)

_TRANSPOSE = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
SIDEWAYS = frozenset({5, 6, 7, 8})
"""Orientations whose pictures lie on their side."""


def read_photo(path: Path) -> bytes:
    """Return what a file holds; of one that is too large no more is read than shows that.

    Raises:
        PhotoRefusedError: it is too large.
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise _too_large(called_by(path.name))
    return data


@contextmanager
def opened(data: bytes, *, name: str = "") -> Iterator[Image.Image]:
    """Open data as a picture whose size is known to be bearable; nothing is decoded yet.

    Errors that Pillow raises inside the block are refusals too: a file can be broken anywhere.

    Raises:
        PhotoRefusedError: data is no picture, too large, damaged, or of a kind not taken.
    """
    called = called_by(name)
    refuse_by_sight(data, name=name)
    formats = ("HEIF",) if is_heic(data) else FORMATS
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow's remarks on untidy files are not for the user
        try:
            with Image.open(io.BytesIO(data), formats=formats) as image:
                _refuse_many_pixels(image, most_pixels(image, data), called)
                yield image
        except Image.DecompressionBombError as error:
            raise _too_many_pixels(called, MAX_PIXELS) from error
        except UnidentifiedImageError as error:
            raise PhotoRefusedError(
                f"{called} is not a photo that can be read.",
                hint="Use a JPEG, PNG, WebP, GIF, AVIF, TIFF or HEIC file.",
            ) from error
        except _BROKEN as error:
            raise PhotoRefusedError(
                f"{called} is damaged or not complete.",
                hint="Copy the photo again from where it came from, or save it again as a JPEG.",
            ) from error


def orientation(image: Image.Image) -> int:
    """Return how a camera says the picture is turned: 1 to 8, as EXIF counts."""
    if len(image.info.get("exif") or b"") > _MOST_EXIF:
        return 1
    try:
        value = image.getexif().get(ExifTags.Base.Orientation, 1)
    except _BROKEN:  # the words about the picture are damaged; the picture may be fine
        return 1
    return value if value in _TRANSPOSE else 1


def upright(image: Image.Image, turned: int) -> Image.Image:
    """Return image as it was meant to be seen."""
    return image.transpose(_TRANSPOSE[turned]) if turned in _TRANSPOSE else image


def upright_size(image: Image.Image) -> tuple[int, int]:
    """Return the width and height of an opened picture as it was meant to be seen."""
    # Pillow gives those of a TIFF already turned
    if image.format != "TIFF" and orientation(image) in SIDEWAYS:
        return image.height, image.width
    return image.width, image.height


def refuse_by_sight(data: bytes, *, name: str = "") -> None:
    """Refuse what can be told without opening it.

    Raises:
        PhotoRefusedError: empty, too large, or of a kind that is named with its reason.
    """
    called = called_by(name)
    if not data:
        raise PhotoRefusedError(
            f"{called} is empty.", hint="Copy the photo again from where it came from."
        )
    if len(data) > MAX_BYTES:
        raise _too_large(called)
    if refusal := refusal_for(data, name, reads_heic=is_heic(data) and can_read_heic()):
        raise PhotoRefusedError(f"{called} {refusal.reason}", hint=refusal.hint)
    if is_endless(data):
        raise PhotoRefusedError(
            f"{called} is made of so many small parts that it cannot be read.",
            hint="Save the photo again, as a JPEG for example.",
        )


def called_by(name: str) -> str:
    """Return how a sentence begins that is about a file: its name in one line, or "This file"."""
    shown = _UNPRINTABLE.sub(" ", name).strip()
    if not shown:
        return "This file"
    if len(shown) > _LONGEST_NAME:
        half = _LONGEST_NAME // 2
        shown = f"{shown[:half]}…{shown[-half:]}"
    return f"“{shown}”"


def _refuse_many_pixels(image: Image.Image, most: int, called: str) -> None:
    width, height = image.size
    if width * height > most:
        raise _too_many_pixels(called, most)


def _too_large(called: str) -> PhotoRefusedError:
    return PhotoRefusedError(
        f"{called} is larger than {MAX_BYTES // 1024**2} MB.",
        hint="Save a smaller copy of the photo, as a JPEG for example.",
    )


def _too_many_pixels(called: str, most: int) -> PhotoRefusedError:
    return PhotoRefusedError(
        f"{called} has more than {max(1, most // 1_000_000)} million pixels, too many for"
        " a photo of its kind.",
        hint="Save a smaller copy as a JPEG; 4,000 pixels on the longer side are plenty.",
    )
