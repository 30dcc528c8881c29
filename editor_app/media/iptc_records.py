"""Writing the most needed words as IPTC records (IIM), for software that knows no XMP."""

import struct
from collections.abc import Iterable

from editor_app.media.xmp import Value

# Number and greatest length in bytes of the dataset that holds a field, by its number.
_DATASETS = (
    ("title", 5, 64),
    ("photographer", 80, 32),
    ("credit", 110, 32),
    ("source", 115, 32),
    ("copyright_notice", 116, 128),
    ("caption", 120, 2_000),
)
_UTF_8 = b"\x1c\x01\x5a\x00\x03\x1b%G"
_VERSION = b"\x1c\x02\x00\x00\x02\x00\x04"


def photoshop_of(words: Iterable[tuple[str, Value]]) -> bytes:
    """Return words as IPTC records in a Photoshop image resource, or nothing where none fits."""
    values = {field: value.text for field, value in reversed(tuple(words))}
    records = b"".join(
        _dataset(number, _cut(values[field], longest))
        for field, number, longest in _DATASETS
        if field in values
    )
    if not records:
        return b""
    content = _UTF_8 + _VERSION + records
    head = struct.pack(">4sHHI", b"8BIM", 0x0404, 0, len(content))
    return head + content + b"\0" * (len(content) % 2)


def _dataset(number: int, raw: bytes) -> bytes:
    return struct.pack(">BBBH", 0x1C, 2, number, len(raw)) + raw


def _cut(text: str, longest: int) -> bytes:
    """Return text in UTF-8, cut between two characters where it is too long."""
    return text.encode()[:longest].decode("utf-8", "ignore").encode()
