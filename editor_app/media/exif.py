"""The words of a photo's EXIF block: what cameras and older desktop software wrote."""

import struct
from collections.abc import Iterator
from typing import NamedTuple

from editor_app.media.exif_tags import Layout, Tag, directory, first_directory, place_in
from editor_app.media.found_words_cleaning import MAX_CHARACTERS
from editor_app.media.found_words_decoding import decoded, mended

_LONGEST = 4 * MAX_CHARACTERS

_DESCRIPTION, _ARTIST, _COPYRIGHT = 0x010E, 0x013B, 0x8298
_DATE_TIME_ORIGINAL, _USER_COMMENT = 0x9003, 0x9286
_IMAGE_TITLE, _PHOTOGRAPHER = 0xA436, 0xA437  # since EXIF 3.0
_WINDOWS_TITLE, _WINDOWS_COMMENT, _WINDOWS_AUTHOR = 0x9C9B, 0x9C9C, 0x9C9D
_EXIF_DIRECTORY, _POSITION_DIRECTORY = 0x8769, 0x8825
_POSITIONS = (2, 4, 20, 22)  # latitude and longitude, of the camera and of what it looked at

_FIELDS = (
    ("title", _IMAGE_TITLE),
    ("title", _WINDOWS_TITLE),
    ("caption", _DESCRIPTION),
    ("caption", _WINDOWS_COMMENT),
    ("caption", _USER_COMMENT),
    ("photographer", _ARTIST),
    ("photographer", _PHOTOGRAPHER),
    ("photographer", _WINDOWS_AUTHOR),
    ("copyright_notice", _COPYRIGHT),
    ("taken_on", _DATE_TIME_ORIGINAL),
)
_WINDOWS = frozenset({_WINDOWS_TITLE, _WINDOWS_COMMENT, _WINDOWS_AUTHOR})


class ExifWords(NamedTuple):
    """What an EXIF block says: field and value, best first, and whether it tells the position."""

    values: tuple[tuple[str, str], ...]
    has_position: bool


def words_in_exif(block: bytes) -> ExifWords:
    """Return what a block of EXIF, or a TIFF file, says of its photo.

    Raises:
        ValueError: block is none.
        struct.error: it ends too early.
    """
    layout, tags = first_directory(block, longest=_LONGEST)
    inner = _inner(block, tags, _EXIF_DIRECTORY, layout)
    position = _inner(block, tags, _POSITION_DIRECTORY, layout)
    return ExifWords(
        tuple(_values({**inner, **tags}, layout)),
        any(tag in position and any(position[tag].raw) for tag in _POSITIONS),
    )


def _inner(block: bytes, tags: dict[int, Tag], pointer: int, layout: Layout) -> dict[int, Tag]:
    place = place_in(tags[pointer], layout) if pointer in tags else None
    if place is None:
        return {}
    try:
        return directory(block, place, layout, longest=_LONGEST)
    except struct.error:
        return {}


def _values(tags: dict[int, Tag], layout: Layout) -> Iterator[tuple[str, str]]:
    for field, number in _FIELDS:
        if number in tags:
            raw = tags[number].raw
            if number in _WINDOWS:
                text = _wide(raw, "<")
            elif number == _USER_COMMENT:
                text = _comment(raw, layout)
            else:
                text = decoded(next(filter(bytes.strip, raw.split(b"\0")), b""))
            yield field, text.replace("; ", ", ") if field == "photographer" else text


def _comment(raw: bytes, layout: Layout) -> str:
    """Return a user comment, which starts with the name of its encoding in eight bytes."""
    name, text = raw[:8].rstrip(b"\0 ").upper(), raw[8:]
    if name == b"UNICODE":
        return _wide(text, layout.order)
    if name == b"JIS":
        return text.decode("iso2022_jp", "ignore")
    return decoded(text if name in (b"ASCII", b"") else raw)


def _wide(raw: bytes, order: str) -> str:
    """Return text of 16-bit characters; a mark of their order counts more than what is usual.

    Where neither reading is sure, the order whose characters are mostly Western is taken.
    """
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", "ignore").rstrip("\0")
    even, odd = raw[::2].count(0), raw[1::2].count(0)
    if even != odd and max(even, odd) > len(raw) // 4:
        order = ">" if even > odd else "<"
    text = raw.decode("utf-16-le" if order == "<" else "utf-16-be", "ignore")
    return mended(text.partition("\0")[0])
