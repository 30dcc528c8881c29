"""Where the words stand in a photo's file: its blocks of XMP, IPTC and EXIF, still unread."""

import re
import struct
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from editor_app.media.embedded_boxes import items_in_boxes
from editor_app.media.exif_tags import first_directory
from editor_app.media.iptc import iptc_in_photoshop
from editor_app.model.photo_words import Origin

MAX_BYTES = 2 * 1024**2
"""How much of one origin is read; what is larger are edits and former versions, not words."""

_MAX_PARTS = 100_000  # segments or chunks of one file
_MAX_BLOCKS = 20
_JPEG_APP1, _JPEG_APP13, _JPEG_PADDING = 0xE1, 0xED, 0xFF
_JPEG_PIXELS, _JPEG_END = 0xDA, 0xD9
_TIFF_XMP, _TIFF_IPTC, _TIFF_PHOTOSHOP = 700, 33723, 34377
_XMP_NAME = b"http://ns.adobe.com/xap/1.0/\0"
_MORE_XMP_NAME = b"http://ns.adobe.com/xmp/extension/\0"
_PHOTOSHOP_NAME = b"Photoshop 3.0\0"
_EXIF_NAME = b"Exif\0\0"
_PNG_START = b"\x89PNG\r\n\x1a\n"
_GIF_XMP = b"\x21\xff\x0bXMP DataXMP"
_POSITION = re.compile(rb"GPS(?:Dest)?(?:Latitude|Longitude)")
_BROKEN = (ValueError, struct.error, zlib.error, IndexError, OverflowError)


class Block(NamedTuple):
    """Bytes that one of the three ways of writing words gave."""

    origin: Origin
    raw: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Embedded:
    """The blocks of a photo's file in their order, and what could not be read of it.

    ``names_position`` says that XMP, even if it is too large or too damaged to be read, names
    the coordinates of a place.
    """

    blocks: tuple[Block, ...] = ()
    names_position: bool = False
    notes: tuple[str, ...] = ()


def embedded_in(data: bytes) -> Embedded:
    """Return the blocks of words in a photo's file, whatever the file is; nothing is decoded."""
    blocks: list[Block] = []
    notes: list[str] = []
    room = dict.fromkeys(Origin, MAX_BYTES)
    names_position = False
    try:
        for block in islice(_blocks(data), _MAX_BLOCKS):
            names_position |= _names_position(block)
            size = 0 if block.raw is data else len(block.raw)
            if size > room[block.origin]:
                notes.append(f"The photo's {block.origin} is too large and was not read.")
            else:
                room[block.origin] -= size
                blocks.append(block)
    except _BROKEN:
        notes.append("The photo's file is damaged; what it says may be incomplete.")
    return Embedded(
        blocks=tuple(blocks), names_position=names_position, notes=tuple(dict.fromkeys(notes))
    )


def _names_position(block: Block) -> bool:
    is_xmp = block.origin is Origin.XMP
    return is_xmp and _POSITION.search(block.raw.translate(None, b"\0")) is not None  # UTF-16 too


def _blocks(data: bytes) -> Iterator[Block]:
    reader: Callable[[bytes], Iterator[Block]] | None = None
    if data.startswith(b"\xff\xd8"):
        reader = _in_jpeg
    elif data.startswith(_PNG_START):
        reader = _in_png
    elif data.startswith((b"II", b"MM")):
        reader = _in_tiff
    elif data.startswith(b"GIF8"):
        reader = _in_gif
    elif data[8:12] == b"WEBP":
        reader = _in_webp
    elif data[4:8] == b"ftyp":
        reader = _in_boxes
    return reader(data) if reader else iter(())


def _in_jpeg(data: bytes) -> Iterator[Block]:
    photoshop: list[bytes] = []
    more: dict[bytes, dict[int, bytes]] = {}
    for marker, raw in _segments(data):
        if marker == _JPEG_APP13 and raw.startswith(_PHOTOSHOP_NAME):
            photoshop.append(raw.removeprefix(_PHOTOSHOP_NAME))
        elif marker == _JPEG_APP1 and raw.startswith(_MORE_XMP_NAME):
            name, start, part = _portion(raw)
            more.setdefault(name, {})[start] = part
        elif marker == _JPEG_APP1:
            yield from _named_block(raw)
    yield from (Block(Origin.XMP, whole) for whole in _joined(more))
    yield from (Block(Origin.IPTC, raw) for raw in iptc_in_photoshop(b"".join(photoshop)))


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Return the marked segments of a JPEG up to its pixels.

    Raises:
        ValueError: a segment does not stand where the one before says.
    """
    place = 2
    for _ in range(_MAX_PARTS):
        if data[place] != _JPEG_PADDING:
            raise ValueError(place)
        marker = data[place + 1]
        if marker == _JPEG_PADDING:
            place += 1
            continue
        if marker in (_JPEG_PIXELS, _JPEG_END):
            return
        (size,) = struct.unpack_from(">H", data, place + 2)
        yield marker, data[place + 4 : place + 2 + size]
        place += 2 + max(2, size)


def _portion(raw: bytes) -> tuple[bytes, int, bytes]:
    """Return name, place and bytes of a portion of XMP too long for one segment."""
    head = len(_MORE_XMP_NAME)
    name = raw[head : head + 32]
    _, start = struct.unpack_from(">II", raw, head + 32)
    return name, start, raw[head + 40 :]


def _joined(portions: dict[bytes, dict[int, bytes]]) -> Iterator[bytes]:
    for parts in portions.values():
        whole = b"".join(part for _, part in sorted(parts.items()))
        reach = max(start + len(part) for start, part in parts.items())
        if len(whole) == reach:
            yield whole


def _named_block(raw: bytes) -> Iterator[Block]:
    if raw.startswith(_XMP_NAME):
        yield Block(Origin.XMP, raw.removeprefix(_XMP_NAME))
    elif raw.startswith(_EXIF_NAME):
        yield Block(Origin.EXIF, raw.removeprefix(_EXIF_NAME))


def _in_png(data: bytes) -> Iterator[Block]:
    place = len(_PNG_START)
    for _ in range(_MAX_PARTS):
        if place >= len(data):
            return
        size, name = struct.unpack_from(">I4s", data, place)
        if name in (b"iTXt", b"tEXt", b"zTXt"):
            yield from _in_text_chunk(name, data[place + 8 : place + 8 + size])
        elif name == b"eXIf":
            raw = data[place + 8 : place + 8 + size]
            yield Block(Origin.EXIF, raw.removeprefix(_EXIF_NAME))
        place += 12 + size


def _in_text_chunk(kind: bytes, raw: bytes) -> Iterator[Block]:
    name, _, rest = raw.partition(b"\0")
    is_xmp = kind == b"iTXt" and name == b"XML:com.adobe.xmp"
    try:
        if is_xmp:
            is_packed, text = rest[:1] == b"\1", rest[2:].split(b"\0", 2)[2]
            yield Block(Origin.XMP, _unpacked(text) if is_packed else text)
        elif name.startswith(b"Raw profile type "):
            text = _unpacked(rest[1:]) if kind == b"zTXt" else rest
            profile = bytes.fromhex(text.split(maxsplit=2)[2].decode("ascii"))
            yield from _in_profile(name.rpartition(b" ")[2].lower(), profile)
    except _BROKEN:  # this chunk; those behind it may be whole
        yield Block(Origin.XMP if is_xmp else Origin.EXIF, b"")


def _in_profile(name: bytes, profile: bytes) -> Iterator[Block]:
    """Return what ImageMagick keeps of another format's words, written in hexadecimal digits."""
    if name == b"iptc":
        plain = profile.removeprefix(_PHOTOSHOP_NAME)
        yield from (Block(Origin.IPTC, raw) for raw in iptc_in_photoshop(plain))
    elif name == b"xmp" or profile.startswith(_XMP_NAME):
        yield Block(Origin.XMP, profile.removeprefix(_XMP_NAME))
    elif name in (b"exif", b"app1"):
        yield Block(Origin.EXIF, profile.removeprefix(_EXIF_NAME))


def _unpacked(packed: bytes) -> bytes:
    """Return unpacked bytes, but never many more than are read."""
    return zlib.decompressobj().decompress(packed, 2 * MAX_BYTES)


def _in_webp(data: bytes) -> Iterator[Block]:
    place = 12
    for _ in range(_MAX_PARTS):
        if place >= len(data):
            return
        name, size = struct.unpack_from("<4sI", data, place)
        raw = data[place + 8 : place + 8 + size] if name in (b"XMP ", b"EXIF") else b""
        if name == b"XMP ":
            yield Block(Origin.XMP, raw)
        elif name == b"EXIF":
            yield Block(Origin.EXIF, raw.removeprefix(_EXIF_NAME))
        place += 8 + size + size % 2


def _in_gif(data: bytes) -> Iterator[Block]:
    start = data.find(_GIF_XMP)
    end = data.find(b"\x01\xff\xfe", start) if start >= 0 else -1
    if end >= 0:
        yield Block(Origin.XMP, data[start + len(_GIF_XMP) : end])


def _in_tiff(data: bytes) -> Iterator[Block]:
    yield Block(Origin.EXIF, data)
    _, tags = first_directory(data, longest=2 * MAX_BYTES)
    if _TIFF_XMP in tags:
        yield Block(Origin.XMP, tags[_TIFF_XMP].raw)
    if _TIFF_IPTC in tags:
        yield Block(Origin.IPTC, tags[_TIFF_IPTC].raw)
    if _TIFF_PHOTOSHOP in tags:
        yield from (Block(Origin.IPTC, raw) for raw in iptc_in_photoshop(tags[_TIFF_PHOTOSHOP].raw))


def _in_boxes(data: bytes) -> Iterator[Block]:
    for kind, raw in items_in_boxes(data):
        if kind == b"mime":
            yield Block(Origin.XMP, raw)
        elif kind == b"Exif" and raw[4:]:
            start = 4 + int.from_bytes(raw[:4], "big")
            yield Block(Origin.EXIF, raw[start:].removeprefix(_EXIF_NAME))
