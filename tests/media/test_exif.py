import struct

import pytest

from editor_app.media.exif import words_in_exif
from tests.media.photo_flavours import exif, positioned_exif


def values(block):
    return dict(reversed(words_in_exif(block).values))


def commented(raw):
    return values(exif({}, more={0x9286: raw})).get("caption", "")


@pytest.mark.parametrize(
    ("raw", "comment"),
    [
        (b"ASCII\0\0\0A bridge\0\0", "A bridge"),
        (b"UNICODE\0" + "Zoë".encode("utf-16-le"), "Zoë"),
        (b"UNICODE\0" + "Zoë".encode("utf-16-be"), "Zoë"),
        (b"UNICODE\0" + "Мост".encode("utf-16"), "Мост"),
        (b"JIS\0\0\0\0\0" + "橋".encode("iso2022_jp"), "橋"),
        (b"\0\0\0\0\0\0\0\0" + "Zoë".encode(), "Zoë"),
        (b"ASCII\0\0\0" + "Zoë".encode("latin-1"), "Zoë"),
        ("No prefix, Zoë".encode(), "No prefix, Zoë"),
        (b"", ""),
    ],
)
def test_a_comment_is_read_in_the_encoding_it_names(raw, comment):
    assert commented(raw) == comment


@pytest.mark.parametrize("order", ["<", ">"])
def test_both_orders_of_bytes_are_read(order):
    text = b"A photo of Ana\0"
    entry = struct.pack(f"{order}HHHIII", 1, 0x010E, 2, len(text), 26, 0)
    start = (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(f"{order}I", 8)
    assert values(start + entry + text) == {"caption": "A photo of Ana"}


def test_large_tiff_is_read():
    text = b"A photo of Ana\0"
    data = struct.pack("<2sHHHQQ", b"II", 43, 8, 0, 16, 1)
    data += struct.pack("<HHQQQ", 0x010E, 2, len(text), 52, 0) + text
    assert values(data) == {"caption": "A photo of Ana"}


def test_what_exif_3_added_is_read():
    block = exif({}, more={0xA436: "Titled", 0xA437: "Ana"})
    assert values(block) == {"title": "Titled", "photographer": "Ana"}


def test_a_copyright_of_two_parts_is_read_by_its_first_that_says_something():
    assert values(exif({"copyright_notice": "Ana\0The agency"}))["copyright_notice"] == "Ana"
    assert values(exif({"copyright_notice": " \0The agency"}))["copyright_notice"] == "The agency"


def test_a_position_is_told_by_its_degrees():
    assert words_in_exif(positioned_exif()).has_position
    assert not words_in_exif(exif()).has_position


@pytest.mark.parametrize("end", range(0, 120, 7))
def test_a_block_that_ends_early_gives_what_it_has_or_is_refused(end):
    block = exif({"caption": "A bridge", "taken_on": "2024-05-03"})[:end]
    try:
        found = words_in_exif(block).values
    except (ValueError, struct.error):
        found = ()
    assert dict(found).get("caption", "A bridge") == "A bridge"


def test_lengths_and_places_that_lie_are_left_out():
    lying = struct.pack("<2sHIHHHII", b"II", 42, 8, 1, 0x010E, 2, 0xFFFFFFFF, 0xFFFFFFF0)
    assert words_in_exif(lying).values == ()
    inner = struct.pack("<2sHIHHHII", b"II", 42, 8, 1, 0x8769, 4, 1, 0xFFFFFFF0)
    assert words_in_exif(inner).values == ()
    nested = struct.pack("<2sHIHHHII", b"II", 42, 8, 1, 0x8769, 4, 1, 8)
    assert words_in_exif(nested).values == ()


def test_a_tag_of_the_wrong_kind_says_nothing_wrong():
    entries = struct.pack("<HHII", 0x8769, 2, 4, 0x20202020)
    entries += struct.pack("<HHII", 0x8825, 5, 1, 8)
    entries += struct.pack("<HHII", 0x8298, 99, 1, 8)
    found = words_in_exif(struct.pack("<2sHIH", b"II", 42, 8, 3) + entries)
    assert found.values == ()
    assert not found.has_position
