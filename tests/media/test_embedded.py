import struct
import zlib

import pytest

from editor_app.media.embedded import MAX_BYTES, embedded_in
from editor_app.model.photo_words import Origin
from tests.media.photo_flavours import (
    avif_with,
    box,
    boxes_with,
    chunk,
    iptc,
    jpeg,
    jpeg_with,
    packet,
    photoshop,
    png,
    segment,
    tiff_with,
)

XMP = packet("<dc:title>A</dc:title>")
XMP_SEGMENT = segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + XMP)
DAMAGED = ("The photo's file is damaged; what it says may be incomplete.",)


def profile(name, raw, *, is_packed=True):
    """What ImageMagick writes into a PNG of the words of another format."""
    text = f"\n{name}\n{len(raw):8}\n{raw.hex()}\n".encode()
    head = b"Raw profile type " + name.encode() + b"\0"
    if is_packed:
        return chunk(b"zTXt", head + b"\0" + zlib.compress(text))
    return chunk(b"tEXt", head + text)


def blocks(data):
    return [(block.origin, block.raw) for block in embedded_in(data).blocks]


def test_padding_between_the_segments_of_a_jpeg_is_stepped_over():
    assert blocks(jpeg(b"\xff\xff\xff", XMP_SEGMENT)) == [(Origin.XMP, XMP)]


def test_what_stands_before_the_damage_in_a_jpeg_is_kept():
    found = embedded_in(jpeg(XMP_SEGMENT, b"out of step", XMP_SEGMENT))
    assert [block.raw for block in found.blocks] == [XMP]
    assert found.notes == DAMAGED


def test_what_stands_behind_the_pixels_is_not_looked_for():
    data = jpeg_with()
    assert blocks(data + XMP_SEGMENT) == []


def test_portions_of_long_xmp_with_one_missing_are_left():
    head = b"http://ns.adobe.com/xmp/extension/\0" + b"A" * 32
    portions = [segment(0xE1, head + struct.pack(">II", 9, start) + b"xyz") for start in (0, 6)]
    assert blocks(jpeg(*portions)) == []


def test_records_that_are_spread_over_segments_are_joined():
    raw = photoshop(iptc())
    parts = [segment(0xED, b"Photoshop 3.0\0" + part) for part in (raw[:50], raw[50:])]
    assert blocks(jpeg(*parts)) == [(Origin.IPTC, iptc())]


@pytest.mark.parametrize("is_packed", [False, True])
@pytest.mark.parametrize(
    ("name", "raw", "block"),
    [
        ("xmp", XMP, (Origin.XMP, XMP)),
        ("APP1", b"http://ns.adobe.com/xap/1.0/\0" + XMP, (Origin.XMP, XMP)),
        ("exif", b"Exif\0\0II*\0", (Origin.EXIF, b"II*\0")),
        ("APP1", b"Exif\0\0II*\0", (Origin.EXIF, b"II*\0")),
        ("iptc", photoshop(b"records"), (Origin.IPTC, b"records")),
        ("iptc", b"Photoshop 3.0\0" + photoshop(b"records"), (Origin.IPTC, b"records")),
    ],
)
def test_words_of_other_formats_in_a_png_are_found(name, raw, block, is_packed):
    assert blocks(png(profile(name, raw, is_packed=is_packed))) == [block]


def test_profiles_without_words_are_left():
    assert blocks(png(profile("icc", b"colours"))) == []


@pytest.mark.parametrize(
    "broken",
    [
        chunk(b"zTXt", b"Raw profile type exif\0\0no zlib"),
        chunk(b"tEXt", b"Raw profile type iptc\0\niptc\n 4\nno digits"),
        chunk(b"tEXt", b"Raw profile type iptc\0"),
    ],
)
def test_what_stands_behind_a_broken_chunk_of_a_png_is_still_found(broken):
    xmp = chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + XMP)
    assert (Origin.XMP, XMP) in blocks(png(broken, xmp))


def test_broken_xmp_in_a_png_is_found_as_none():
    assert blocks(png(chunk(b"iTXt", b"XML:com.adobe.xmp\0\1\0"))) == [(Origin.XMP, b"")]


def test_a_png_that_is_cut_in_a_chunk_is_named():
    data = png(chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + XMP))
    cut = embedded_in(data[:-6])
    assert [block.raw for block in cut.blocks] == [XMP]
    assert cut.notes == DAMAGED


def test_records_among_the_resources_of_photoshop_in_a_tiff_are_found():
    assert (Origin.IPTC, b"records") in blocks(tiff_with(exif_tags={34377: photoshop(b"records")}))


def test_boxes_with_sizes_of_eight_bytes_are_read():
    data = boxes_with(XMP, b"II*\0", is_inside=True)
    start, size = data.find(b"meta") - 4, len(data) - data.find(b"meta") + 4
    wide = data[:start] + struct.pack(">I4sQ", 1, b"meta", size + 8) + data[start + 8 :]
    assert blocks(wide) == blocks(data) == [(Origin.XMP, XMP), (Origin.EXIF, b"II*\0")]


@pytest.mark.parametrize(
    "meta",
    [
        b"",
        box(b"meta", bytes(4)),
        box(b"meta", bytes(4) + box(b"iinf", bytes(6))),
        box(b"meta", bytes(4) + box(b"iinf", bytes(6)) + box(b"iloc", bytes(8))),
    ],
)
def test_boxes_without_words_hold_none(meta):
    found = embedded_in(box(b"ftyp", b"avifmif1") + meta)
    assert found.blocks == ()
    assert found.notes == ()


@pytest.mark.parametrize(
    "meta",
    [
        box(b"meta", bytes(4) + struct.pack(">I4s", 3, b"iinf")),
        box(b"meta", bytes(4) + box(b"iinf", bytes(6)) + box(b"iloc", bytes(7))),
        struct.pack(">I4s", 1, b"meta"),
    ],
)
def test_damaged_boxes_are_named(meta):
    assert embedded_in(box(b"ftyp", b"avifmif1") + meta).notes == DAMAGED


def test_xmp_of_an_avif_is_found_as_it_was_written():
    assert blocks(avif_with(XMP)) == [(Origin.XMP, XMP)]


def test_no_more_than_some_blocks_and_some_megabytes_are_taken():
    assert len(embedded_in(jpeg(XMP_SEGMENT * 500)).blocks) <= 20
    chunks = struct.pack("<4sI", b"XMP ", 900_000) + b" " * 900_000
    found = embedded_in(b"RIFF\0\0\0\0WEBP" + chunks * 4)
    assert sum(len(block.raw) for block in found.blocks) <= MAX_BYTES
    assert found.notes == ("The photo's XMP is too large and was not read.",)
