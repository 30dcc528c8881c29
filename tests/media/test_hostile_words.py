"""Files made to break their readers: each is read in a bounded time, or left with a note."""

import tracemalloc

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from editor_app.media.found_words import found_in
from tests.media.hostile_words import HUGE, MEGABYTE
from tests.media.photo_flavours import (
    boxes_with,
    exif,
    iptc,
    jpeg_with,
    jpeg_with_long_xmp,
    packet,
    plain,
    png_with,
    tiff_with,
    webp_with,
    xmp_by_the_book,
)

LAUGHS = "".join(
    f'<!ENTITY lol{n} "{f"&lol{n - 1};" * 10}">' if n else '<!ENTITY lol0 "lol">' for n in range(10)
)
BILLION_LAUGHS = packet(
    plain("dc:title", "x").replace("x", "&lol9;"), start=f"<!DOCTYPE a [{LAUGHS}]>"
)
EXTERNAL = packet(
    plain("dc:title", "x").replace("x", "&x;"),
    start='<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
)
WHOLE = {
    "JPEG": jpeg_with(xmp_by_the_book(), iptc(), exif()),
    "PNG": png_with(xmp_by_the_book(), iptc(), exif(), is_packed=True),
    "WebP": webp_with(xmp_by_the_book(), exif()),
    "HEIC": boxes_with(xmp_by_the_book(), exif()),
    "TIFF": tiff_with(xmp_by_the_book(), iptc()),
    "long": jpeg_with_long_xmp(packet(), xmp_by_the_book()),
}


@pytest.mark.parametrize("xmp", [BILLION_LAUGHS, EXTERNAL, b"<broken", packet("<a>" * 300)])
def test_the_other_words_are_read_beside_a_packet_that_cannot_be(xmp):
    found = found_in(jpeg_with(xmp, iptc({"credit": "Ana"}), exif({"caption": "A bridge"})))
    assert {word.field: word.value for word in found.words} == {
        "credit": "Ana",
        "caption": "A bridge",
    }
    assert found.notes == ("The photo's XMP is damaged and was not read.",)


def test_a_packet_that_is_too_large_is_named_and_not_read():
    large = packet(plain("dc:title", "A"), end=" " * (2 * MEGABYTE))
    for data in (
        webp_with(large),
        png_with(large),
        png_with(large, is_packed=True),
        jpeg_with_long_xmp(packet(), large),
    ):
        found = found_in(data)
        assert found.words == ()
        assert found.notes == ("The photo's XMP is too large and was not read.",)


@pytest.mark.parametrize("make", HUGE.values(), ids=HUGE)
def test_little_memory_is_taken_by_what_only_looks_like_words(make):
    data = make()
    tracemalloc.start()
    try:
        found_in(data)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 150 * MEGABYTE


@pytest.mark.parametrize("kind", WHOLE)
@given(share=st.floats(0, 1), cut=st.integers(0, 200), put=st.binary(max_size=40))
@example(share=0.0, cut=200, put=b"")
def test_no_damage_is_too_much(kind, share, cut, put):
    data = WHOLE[kind]
    start = int(share * len(data))
    found = found_in(data[:start] + put + data[start + cut :])
    for word in found.words:
        word.value.encode()


@pytest.mark.parametrize("kind", WHOLE)
def test_a_file_may_end_anywhere(kind):
    data = WHOLE[kind]
    for end in range(0, len(data), 13):
        found_in(data[:end])


@given(st.binary(max_size=400))
def test_bytes_without_sense_are_read_without_harm(data):
    for start in (
        b"\xff\xd8",
        b"\x89PNG\r\n\x1a\n",
        b"II*\0",
        b"RIFF\0\0\0\0WEBP",
        b"\0\0\0\x08ftyp",
    ):
        found_in(start + data)
