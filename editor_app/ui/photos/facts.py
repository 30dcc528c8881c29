"""What a photo's form says of the photo itself, in words."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from editor_app.checks.photos import width_warning
from editor_app.model.photo_words import Crop
from editor_app.ui.fields.date_field import day_words

if TYPE_CHECKING:
    from editor_app.media.photo import Photo
    from editor_app.media.photo_record import PhotoRecord

_TIMES = "\N{MULTIPLICATION SIGN}"
_KINDS = {"jpg": "JPEG", "webp": "WebP", "tif": "TIFF"}
_MEGABYTE, _KILOBYTE = 1_000_000, 1_000


def size_in_pixels(width: float, height: float) -> str:
    """Return a size as people write it."""
    return f"{width:,.0f} {_TIMES} {height:,.0f} pixels"


def kind_name(photo: "Photo") -> str:
    """Return what a photo's kind of file is called."""
    return _KINDS.get(photo.extension, photo.extension.upper())


def shown_width(record: "PhotoRecord", crop: Crop | None) -> int:
    """Return how many pixels across a photo has that is cropped in some way."""
    return round(record.photo.width * (crop.width if crop else 1))


def facts(record: "PhotoRecord") -> str:
    """Return name, size and kind of a photo's file, and when it came, in one line."""
    photo = record.photo
    pixels = size_in_pixels(photo.width, photo.height)
    parts = [record.name, pixels, kind_name(photo), size_words(photo.size)]
    if record.added_at is not None:
        parts.append(f"added {day_words(record.added_at.date())}")
    return " · ".join(part for part in parts if part)


def remarks(record: "PhotoRecord", crop: Crop | None) -> Iterator[str]:
    """Yield what is to be known before a photo goes out."""
    if narrow := width_warning(shown_width(record, crop)):
        yield narrow
    if record.has_position:
        yield "The file says where it was taken (GPS): that never goes out."
    if record.is_animated:
        yield "The picture moves: only its first picture is published."


def size_words(size: int) -> str:
    """Return a number of bytes as people say it."""
    if size >= _MEGABYTE:
        return f"{size / _MEGABYTE:,.1f} MB"
    return f"{max(1, round(size / _KILOBYTE)):,} kB"
