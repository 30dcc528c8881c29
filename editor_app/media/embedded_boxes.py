"""The items of words in AVIF and HEIC files, which are boxes within boxes (ISO 14496-12)."""

import struct
from collections.abc import Iterator
from typing import NamedTuple

_MAX_ITEMS = 2_000
_MAX_BOXES = 1_000
_MAX_EXTENTS = 100
_MAX_ITEM = 4 * 1024**2
_FIRST_WITH_KINDS, _FIRST_WITH_WIDE_NUMBERS = 2, 3  # versions of an item's entry
_FIRST_WITH_WIDE_COUNT = 2  # of the list of places


class Box(NamedTuple):
    """A box's name, and where its content stands in the file."""

    name: bytes
    start: int
    end: int


class _Cursor:
    """A place in the file that moves on as whole numbers of any width are read."""

    def __init__(self, data: bytes, place: int, end: int) -> None:
        self._data = data
        self.place = place
        self.end = end

    def number(self, width: int) -> int:
        """Return the next whole number of as many bytes.

        Raises:
            ValueError: the box ends before.
        """
        if self.place + width > self.end:
            raise ValueError(self.place)
        value = int.from_bytes(self._data[self.place : self.place + width], "big")
        self.place += width
        return value

    def raw(self, width: int) -> bytes:
        """Return the next bytes."""
        self.place += width
        return self._data[self.place - width : self.place]


class _Extent(NamedTuple):
    is_inside: bool  # among the words of the box itself, not in the file at large
    start: int
    size: int


def items_in_boxes(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Return the kind and the bytes of every item that holds words.

    Raises:
        ValueError: the boxes are damaged.
        struct.error: they end too early.
    """
    meta = next((box for box in _boxes(data, 0, len(data)) if box.name == b"meta"), None)
    if meta is None:
        return
    inner = {box.name: box for box in _boxes(data, meta.start + 4, meta.end)}
    if b"iinf" not in inner or b"iloc" not in inner:
        return
    kinds = dict(_kinds(data, inner[b"iinf"]))
    own = inner[b"idat"].start if b"idat" in inner else 0
    for item, extents in _extents(data, inner[b"iloc"]):
        if item in kinds:
            yield kinds[item], _bytes_of(data, extents, own)


def _bytes_of(data: bytes, extents: list[_Extent], own: int) -> bytes:
    parts = []
    room = _MAX_ITEM
    for is_inside, start, size in extents:
        place = start + own if is_inside else start
        part = data[place : place + min(size or room, room)]
        parts.append(part)
        room -= len(part)
    return b"".join(parts)


def _boxes(data: bytes, start: int, end: int) -> Iterator[Box]:
    for _ in range(_MAX_BOXES):
        if start + 8 > end:
            return
        size, name = struct.unpack_from(">I4s", data, start)
        head = 8
        if size == 1:
            (size,) = struct.unpack_from(">Q", data, start + 8)
            head = 16
        size = size or end - start
        if size < head:
            raise ValueError(start)
        yield Box(name, start + head, min(end, start + size))
        start += size


def _kinds(data: bytes, box: Box) -> Iterator[tuple[int, bytes]]:
    """Return the number and the kind of the items that hold words."""
    count = 4 if data[box.start] else 2
    for entry in _boxes(data, box.start + 4 + count, box.end):
        cursor = _Cursor(data, entry.start, entry.end)
        version = cursor.number(4) >> 24
        if version < _FIRST_WITH_KINDS:
            continue
        item = cursor.number(4 if version >= _FIRST_WITH_WIDE_NUMBERS else 2)
        cursor.number(2)
        kind = cursor.raw(4)
        rest = data[cursor.place : entry.end]
        if kind == b"Exif" or (kind == b"mime" and b"application/rdf+xml" in rest):
            yield item, kind


def _extents(data: bytes, box: Box) -> Iterator[tuple[int, list[_Extent]]]:
    cursor = _Cursor(data, box.start, box.end)
    version = cursor.number(4) >> 24
    widths = cursor.number(2)
    offset, length, base, index = (widths >> shift & 15 for shift in (12, 8, 4, 0))
    wide = 4 if version >= _FIRST_WITH_WIDE_COUNT else 2
    for _ in range(min(cursor.number(wide), _MAX_ITEMS)):
        item = cursor.number(wide)
        method = cursor.number(2) & 15 if version else 0
        cursor.number(2)
        start = cursor.number(base)
        extents = []
        for _ in range(min(cursor.number(2), _MAX_EXTENTS)):
            cursor.number(index if version else 0)
            place = start + cursor.number(offset)
            extents.append(_Extent(method == 1, place, cursor.number(length)))
        yield item, extents
