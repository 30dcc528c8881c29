"""Putting a packet of XMP into a finished picture file without touching its pixels."""

import struct
import zlib
from collections.abc import Iterator
from functools import lru_cache

from editor_app.media.iptc_records import photoshop_of
from editor_app.media.xmp_words import words_in_xmp

_XMP_NAME = b"http://ns.adobe.com/xap/1.0/\0"
_PHOTOSHOP_NAME = b"Photoshop 3.0\0"
_MARK, _APP0, _APP1, _APP13, _START_OF_SCAN = 0xFF, 0xE0, 0xE1, 0xED, 0xDA
_PNG_START = b"\x89PNG\r\n\x1a\n"
_PNG_XMP = b"XML:com.adobe.xmp\0"
# Where words stand, and whatever else cameras and software write; profiles and the like stay.
_JPEG_WORDS = frozenset({_APP1, _APP13, 0xFE})
_PNG_WORDS = frozenset({b"iTXt", b"tEXt", b"zTXt", b"eXIf", b"tIME"})
_WEBP_WORDS = frozenset({b"XMP ", b"EXIF"})
_HAS_XMP, _HAS_EXIF, _HAS_ALPHA = 0x04, 0x08, 0x10
_LONGEST_SEGMENT = 65_533


def into_jpeg(data: bytes, packet: bytes) -> bytes:
    """Return a JPEG with packet and its main words as IPTC records, and without other words.

    Raises:
        ValueError: data is damaged, or packet does not fit.
    """
    head, rest = [b"\xff\xd8"], []
    place = 2
    while data[place + 1] != _START_OF_SCAN:
        if data[place] != _MARK:
            raise ValueError(f"no segment at {place}")
        size = 2 + int.from_bytes(data[place + 2 : place + 4], "big")
        segment = data[place : place + size]
        if segment[1] == _APP0:
            head.append(segment)
        elif segment[1] not in _JPEG_WORDS:
            rest.append(segment)
        place += size
    resources = _resources(packet)
    words = [_segment(_APP1, _XMP_NAME + packet)]
    if resources:
        words.append(_segment(_APP13, _PHOTOSHOP_NAME + resources))
    return b"".join((*head, *words, *rest, data[place:]))


@lru_cache(maxsize=64)  # all the copies of a photo say the same
def _resources(packet: bytes) -> bytes:
    return photoshop_of(words_in_xmp(packet))


def _segment(marker: int, content: bytes) -> bytes:
    if len(content) > _LONGEST_SEGMENT:
        raise ValueError(f"{len(content)} bytes are too many for a segment")
    return struct.pack(">BBH", _MARK, marker, len(content) + 2) + content


def into_png(data: bytes, packet: bytes) -> bytes:
    """Return a PNG with packet before its pixels, and without other words."""
    written = [_PNG_START]
    is_in = False
    for name, chunk in _png_chunks(data):
        if name in _PNG_WORDS:
            continue
        if name == b"IDAT" and not is_in:
            written.append(_png_chunk(b"iTXt", _PNG_XMP + b"\0\0\0\0" + packet))
            is_in = True
        written.append(chunk)
    return b"".join(written)


def _png_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    place = len(_PNG_START)
    while place < len(data):
        size, name = struct.unpack_from(">I4s", data, place)
        yield name, data[place : place + 12 + size]
        place += 12 + size


def _png_chunk(name: bytes, content: bytes) -> bytes:
    checksum = zlib.crc32(name + content)
    return struct.pack(">I4s", len(content), name) + content + struct.pack(">I", checksum)


def into_webp(data: bytes, packet: bytes) -> bytes:
    """Return a WebP with packet behind its pixels, in the extended form, without other words."""
    chunks = [(name, raw) for name, raw in _webp_chunks(data) if name not in _WEBP_WORDS]
    if chunks[0][0] == b"VP8X":
        flags = chunks[0][1]
        chunks[0] = (b"VP8X", bytes((flags[0] & ~_HAS_EXIF | _HAS_XMP,)) + flags[1:])
    else:
        chunks.insert(0, (b"VP8X", _extended_head(*chunks[0])))
    chunks.append((b"XMP ", packet))
    content = b"".join(_webp_chunk(name, raw) for name, raw in chunks)
    return struct.pack("<4sI4s", b"RIFF", len(content) + 4, b"WEBP") + content


def _webp_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    place = 12
    while place + 8 <= len(data):
        name, size = struct.unpack_from("<4sI", data, place)
        yield name, data[place + 8 : place + 8 + size]
        place += 8 + size + size % 2


def _webp_chunk(name: bytes, raw: bytes) -> bytes:
    return struct.pack("<4sI", name, len(raw)) + raw + b"\0" * (len(raw) % 2)


def _extended_head(name: bytes, pixels: bytes) -> bytes:
    """Return the content of the extended head for a simple file: flags, width and height.

    Raises:
        ValueError: pixels are of no kind that WebP has.
    """
    has_alpha = False
    if name == b"VP8L":
        bits = int.from_bytes(pixels[1:5], "little")
        less_width, less_height = bits & 0x3FFF, bits >> 14 & 0x3FFF
        has_alpha = bool(bits >> 28 & 1)
    elif name == b"VP8 ":
        width, height = struct.unpack_from("<HH", pixels, 6)
        less_width, less_height = (width & 0x3FFF) - 1, (height & 0x3FFF) - 1
    else:
        raise ValueError(f"no WebP starts with {name!r}")
    flags = _HAS_XMP | (_HAS_ALPHA if has_alpha else 0)
    sides = less_width.to_bytes(3, "little") + less_height.to_bytes(3, "little")
    return struct.pack("<I", flags) + sides
