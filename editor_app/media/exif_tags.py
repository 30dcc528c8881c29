"""The tagged directories that a TIFF file and a block of EXIF are made of."""

import struct
from typing import NamedTuple

_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4, 16: 8,
          17: 8, 18: 8, 129: 1}  # fmt: skip
_MAX_TAGS = 2_000
_BIG_TIFF = 43
_INTEGERS = {3: "H", 4: "I", 13: "I", 16: "Q", 18: "Q"}


class Layout(NamedTuple):
    """How a directory is written: with which byte order, and with how wide offsets."""

    order: str
    counter: str
    entry: str

    @property
    def offset(self) -> str:
        """How a place in the file is written."""
        return "Q" if self.counter == "Q" else "I"


class Tag(NamedTuple):
    """The value of a tag as it is written, and its kind as TIFF numbers them."""

    kind: int
    raw: bytes


def first_directory(data: bytes, *, longest: int) -> tuple[Layout, dict[int, Tag]]:
    """Return the tags of a file's first directory; values longer than allowed are left out.

    Raises:
        ValueError: data does not start as TIFF does.
        struct.error: it ends too early.
    """
    order = {b"II": "<", b"MM": ">"}.get(data[:2])
    if order is None:
        raise ValueError(data[:2])
    (version,) = struct.unpack_from(f"{order}H", data, 2)
    if version == _BIG_TIFF:
        layout = Layout(order, "Q", "HHQ8s")
        (start,) = struct.unpack_from(f"{order}Q", data, 8)
    else:
        layout = Layout(order, "H", "HHI4s")
        (start,) = struct.unpack_from(f"{order}I", data, 4)
    return layout, directory(data, start, layout, longest=longest)


def directory(data: bytes, start: int, layout: Layout, *, longest: int) -> dict[int, Tag]:
    """Return the tags of the directory at a place; what lies outside data is left out.

    Raises:
        struct.error: there is no directory there.
    """
    (count,) = struct.unpack_from(layout.order + layout.counter, data, start)
    place = start + struct.calcsize(layout.order + layout.counter)
    entry = struct.Struct(layout.order + layout.entry)
    tags: dict[int, Tag] = {}
    for number in range(min(count, _MAX_TAGS)):
        here = place + number * entry.size
        if here + entry.size > len(data):
            break
        tag, kind, length, field = entry.unpack_from(data, here)
        size = length * _SIZES.get(kind, 0)
        if 0 < size <= longest:
            raw = _value(data, field, size, layout)
            if raw is not None:
                tags.setdefault(tag, Tag(kind, raw))
    return tags


def place_in(tag: Tag, layout: Layout) -> int | None:
    """Return the place that a tag points to, or None where it holds no whole number."""
    form = _INTEGERS.get(tag.kind)
    if form is None or len(tag.raw) < struct.calcsize(layout.order + form):
        return None
    value: int = struct.unpack_from(layout.order + form, tag.raw)[0]
    return value


def _value(data: bytes, field: bytes, size: int, layout: Layout) -> bytes | None:
    if size <= len(field):
        return field[:size]
    (place,) = struct.unpack(layout.order + layout.offset, field)
    raw = data[place : place + size]
    return raw if len(raw) == size else None
