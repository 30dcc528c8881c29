"""How much memory and work a picture's file asks for, seen before anything of it is decoded."""

from collections.abc import Callable
from typing import Literal

from PIL import Image, TiffImagePlugin

_MOST_MEMORY = 300_000_000  # bytes, for the file and its pixels: the rest of 400 MB is the program
_MOST_PIXELS = 120_000_000
_MOST_SCANNED = 3_000_000_000  # pixels, in all the scans of a JPEG together
_MOST_PARTS = 20_000
_MOST_COMMENTS = 8_000

_JPEG_START = b"\xff\xd8"
_PNG_START = b"\x89PNG\r\n\x1a\n"
_TIFF_STARTS = (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")
_UNPACKED_AS_BYTES = frozenset({1, 2, 7})  # types of values that Pillow takes as they are
_FRACTIONS = frozenset({5, 10})
_FRACTION_COST = 20
_MOST_VALUES = 500_000
_GIF_STARTS = (b"GIF87a", b"GIF89a")
_EXIF = b"Exif\0\0"
_MOST_EXIF = 200
_START_OF_SCAN = b"\xff\xda"
_MARKER = 0xFF
_END_OF_IMAGE = 0xD9
_LOSSLESS = frozenset({0xC3, 0xC7, 0xCB, 0xCF})
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_BASELINE = frozenset({0xC0, 0xC1})
_PROGRESSIVE = frozenset({0xC2, 0xC6, 0xCA, 0xCE})
_STANDING_ALONE = frozenset({0x00, 0x01, *range(0xD0, 0xD9), 0xFF})

# What decoding was measured to take for each pixel, at the worst moment.
_WEBP_BYTES = 18.5  # two canvases, a copy, and the picture itself
_AVIF_BYTES = 12.0
_HEIC_BYTES = 8.0
_ALPHA_BYTES = 2.5
_DEEP_BYTES = 4.0
_BYTES_OF_MODE = {"1": 2.0, "L": 1.5, "P": 2.5, "I;16": 2.5, "I;16B": 2.5}
_FOUR_BYTES = 5.0  # all other modes, with what the first smaller copy takes
_SMALLEST_BYTES = 2.0  # of a JPEG, where the largest are decoded at a half
_SMALLER_BYTES = 3.2
_REDUCED = 1.5  # for what is converted piece by piece
_COEFFICIENT = 2.1  # bytes of each sample of a JPEG that has to be kept whole until its last scan
_EIGHT_BITS = 8


def most_pixels(image: Image.Image, data: bytes) -> int:
    """Return how many pixels an opened picture may have, so that decoding it can be borne."""
    left = max(0, _MOST_MEMORY - len(data))
    most = min(_MOST_PIXELS, int(left / _bytes_for_pixel(image, data)))
    if image.format in {"JPEG", "MPO"}:
        most = min(most, _MOST_SCANNED // max(1, data.count(_START_OF_SCAN)))
    return most


def is_endless(data: bytes) -> bool:
    """Return whether data is made of so many parts that only naming them takes long."""
    if data.startswith(_JPEG_START):
        if data.count(_EXIF) > _MOST_EXIF:  # Pillow puts all of them together, one by one
            return True
        return _steps(data, 2, _after_segment) > _MOST_PARTS
    if data.startswith(_PNG_START):
        return _steps(data, len(_PNG_START), _after_chunk) > _MOST_PARTS
    if data.startswith(_GIF_STARTS):
        return _gif_blocks(data) > _MOST_COMMENTS
    return data.startswith(_TIFF_STARTS) and _tiff_values(data) > _MOST_VALUES


def _bytes_for_pixel(image: Image.Image, data: bytes) -> float:
    kind = image.format
    alpha = _ALPHA_BYTES if image.has_transparency_data else 0.0
    if kind in {"JPEG", "MPO"}:
        return _jpeg_bytes(data)
    if kind == "WEBP":
        return _WEBP_BYTES + alpha / 2
    if kind == "AVIF":
        return _AVIF_BYTES + alpha + (_DEEP_BYTES if _is_deep_avif(data) else 0.0)
    if kind == "HEIF":
        depth = image.info.get("bit_depth", _EIGHT_BITS)
        return _HEIC_BYTES + alpha + (_DEEP_BYTES if depth > _EIGHT_BITS else 0.0)
    needed = _BYTES_OF_MODE.get(image.mode, _FOUR_BYTES) + (_REDUCED if alpha else 0.0)
    if isinstance(image, TiffImagePlugin.TiffImageFile):
        bits = image.tag_v2.get(TiffImagePlugin.BITSPERSAMPLE, (_EIGHT_BITS,))
        needed += sum(bits) / _EIGHT_BITS  # a file of one strip is unpacked at once
    return needed


def _jpeg_bytes(data: bytes) -> float:
    """Return the bytes for each pixel of a JPEG that is decoded in parts, at a fitting scale."""
    position = 2
    for _ in range(_MOST_PARTS):
        following = _after_segment(data, position)
        if following is None:
            break
        marker = data[position + 1]
        if marker in _LOSSLESS:
            return _FOUR_BYTES
        if marker in _FRAMES:
            return _frame_bytes(data, position, marker)
        position = following
    return _FOUR_BYTES


def _frame_bytes(data: bytes, position: int, marker: int) -> float:
    frame = data[position + 4 :]
    components = [frame[6 + 3 * number : 9 + 3 * number] for number in range(frame[5])]
    sampled = [(part[1] >> 4) * (part[1] & 15) for part in components if len(part) > 1]
    samples = sum(sampled) / max([1, *sampled])
    kept = samples * _COEFFICIENT
    if marker in _PROGRESSIVE:
        return _SMALLER_BYTES + kept
    scan = data.find(_START_OF_SCAN, position)
    is_one_scan = data[scan + 4 : scan + 5] == bytes([len(components)])
    return _SMALLEST_BYTES if marker in _BASELINE and is_one_scan else _FOUR_BYTES + kept


def _steps(data: bytes, position: int, after: Callable[[bytes, int], int | None]) -> int:
    """Return how many parts follow position; counting ends a little beyond the most allowed."""
    number = 0
    following: int | None = position
    while following is not None and number <= _MOST_PARTS:
        following = after(data, following)
        number += 1
    return number


def _after_segment(data: bytes, position: int) -> int | None:
    """Return where the segment after the one at position begins, up to the first scan."""
    if position + 4 > len(data):
        return None
    marker = data[position + 1]
    if data[position] != _MARKER or marker in _STANDING_ALONE:
        return position + 1
    if marker in {_START_OF_SCAN[1], _END_OF_IMAGE}:
        return None
    return position + 2 + max(2, int.from_bytes(data[position + 2 : position + 4]))


def _after_chunk(data: bytes, position: int) -> int | None:
    if position + 12 > len(data):
        return None
    return position + 12 + int.from_bytes(data[position : position + 4])


def _gif_blocks(data: bytes) -> int:
    """Return in how many blocks a GIF says things before its first picture."""
    position = 13
    if len(data) > position and data[10] & 0x80:
        position += 3 << (data[10] & 7) + 1
    number = 0
    while position < len(data) - 1 and data[position] == ord("!") and number <= _MOST_COMMENTS:
        position += 2
        while position < len(data) and data[position] and number <= _MOST_COMMENTS:
            position += data[position] + 1
            number += 1
        position += 1
        number += 1
    return number


def _tiff_values(data: bytes) -> int:
    """Return how many values the first directory of a TIFF has, a fraction counted as several."""
    order: Literal["little", "big"] = "little" if data.startswith(b"II") else "big"
    is_big = b"+" in data[2:4]
    width = 8 if is_big else 4

    def number(start: int, length: int) -> int:
        return int.from_bytes(data[start : start + length], order)

    directory = number(width, width)
    head, entry = (8, 20) if is_big else (2, 12)
    entries = number(directory, head)
    if entries > _MOST_PARTS:
        return entries * _FRACTION_COST
    total = 0
    for start in range(directory + head, directory + head + entries * entry, entry):
        kind, count = number(start + 2, 2), number(start + 4, width)
        if kind not in _UNPACKED_AS_BYTES and count <= len(data):  # Pillow skips what cannot be
            total += count * (_FRACTION_COST if kind in _FRACTIONS else 1)
    return total


def _is_deep_avif(data: bytes) -> bool:
    """Return whether an AVIF says that it has more than eight bits for each sample."""
    place = data.find(b"av1C")
    return place > 0 and any(byte & 0x40 for byte in data[place + 6 : place + 7])
