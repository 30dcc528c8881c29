"""The parts that picture files are made of, to put together as no program would."""

import hashlib
import io
import struct
import zlib
from pathlib import Path

from PIL import Image

SAMPLES = Path(__file__).parent / "samples"
MEGABYTE = 1 << 20
PNG_START = b"\x89PNG\r\n\x1a\n"
EXIF = b"Exif\0\0"


def saved(picture, kind, **options):
    file = io.BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()


def noise(size=(400, 300)):
    """Return a picture that is the same every time and packs badly."""
    return Image.frombytes("RGB", size, grains(size[0] * size[1] * 3))


def grains(length):
    """Return bytes without any order, the same every time."""
    return hashlib.shake_256(b"grains").digest(length)


def put(data, place, new):
    """Return data with other bytes from a place on; a negative place counts from the end."""
    place %= len(data)
    return data[:place] + new + data[place + len(new) :]


def segment(marker, content, length=None):
    size = len(content) + 2 if length is None else length
    return bytes([0xFF, marker]) + struct.pack(">H", size) + content


def after_start(data, *segments):
    return data[:2] + b"".join(segments) + data[2:]


def chunk(name, content, length=None):
    size = len(content) if length is None else length
    return struct.pack(">I", size) + name + content + struct.pack(">I", zlib.crc32(name + content))


def png(*chunks, width=40, height=30, kind=2, depth=8, interlaced=0):
    header = struct.pack(">IIBBBBB", width, height, depth, kind, 0, 0, interlaced)
    return PNG_START + chunk(b"IHDR", header) + b"".join(chunks) + chunk(b"IEND", b"")


def zeros(megabytes):
    """Return a stream that unpacks to so many megabytes of nothing."""
    packing = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = packing.compress(bytes(MEGABYTE)) + packing.flush(zlib.Z_FULL_FLUSH)
    checksum = struct.pack(">HH", megabytes * MEGABYTE % 65_521, 1)
    return b"\x78\x9c" + block * megabytes + b"\x03\0" + checksum


def pixels(width, height):
    return chunk(b"IDAT", zlib.compress((b"\0" + bytes(3 * width)) * height, 1))


def tiff(*entries, after=b"", following=0):
    """Return a TIFF with one directory; an entry is tag, type, count and four bytes of value."""
    directory = struct.pack("<H", len(entries))
    for tag, kind, count, value in entries:
        directory += struct.pack("<HHI", tag, kind, count)
        directory += value if isinstance(value, bytes) else struct.pack("<I", value)
    return b"II*\0\x08\0\0\0" + directory + struct.pack("<I", following) + after


def plain_tiff(*more, width=40, height=30, after=b"", following=0):
    entries = {
        256: (256, 4, 1, width),
        257: (257, 4, 1, height),
        258: (258, 3, 1, 8),
        259: (259, 3, 1, 1),
        262: (262, 3, 1, 1),
        273: (273, 4, 1, 200),
        277: (277, 3, 1, 1),
        278: (278, 4, 1, height),
        279: (279, 4, 1, min(width * height, 2**32 - 1)),
    }
    entries |= {entry[0]: entry for entry in more}
    return tiff(*(entries[tag] for tag in sorted(entries)), after=after, following=following)


def box(name, content=b"", size=None):
    return struct.pack(">I", len(content) + 8 if size is None else size) + name + content


def riff(*parts, size=None):
    content = b"WEBP" + b"".join(parts)
    return b"RIFF" + struct.pack("<I", len(content) if size is None else size) + content


def part(name, content, size=None):
    padded = content + bytes(len(content) % 2)
    return name + struct.pack("<I", len(content) if size is None else size) + padded


def canvas(width, height, flags=0):
    return part(
        b"VP8X",
        bytes([flags, 0, 0, 0])
        + struct.pack("<I", width - 1)[:3]
        + struct.pack("<I", height - 1)[:3],
    )
