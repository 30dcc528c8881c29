import struct

import pytest

from editor_app.media.iptc import iptc_in_photoshop, words_in_iptc
from tests.media.photo_flavours import dataset, photoshop


def test_several_bylines_are_named_together():
    records = dataset(80, b"Ana") + dataset(80, b"") + dataset(80, b"Ben")
    assert words_in_iptc(records) == (("photographer", "Ana, Ben"),)


def test_a_headline_stands_behind_the_title():
    records = dataset(105, b"A headline") + dataset(5, b"A title")
    assert words_in_iptc(records) == (("title", "A title"), ("title", "A headline"))


def test_a_place_goes_from_the_near_to_the_far():
    records = b"".join(
        dataset(number, raw)
        for number, raw in ((101, b"France"), (95, b"Centre"), (90, b"Tours"), (92, b"Pont"))
    )
    assert words_in_iptc(records) == (("place", "Pont, Tours, Centre, France"),)


@pytest.mark.parametrize(
    ("marker", "encoding", "text"),
    [
        (b"\x1b-L", "iso8859-5", "Мост"),
        (b"\x1b-B", "iso8859-2", "Łódź"),
        (b"\x1b-G", "iso8859-6", "جسر"),
        (b"\x1b-F", "iso8859-7", "Αθήνα"),
        (b"\x1b%G", "utf-8", "橋"),
        (b"\x1b%G", "cp1252", "Zoë"),
        (b"\x1b.A", "latin-1", "Zoë"),
    ],
)
def test_the_encoding_that_is_named_is_used_where_it_fits(marker, encoding, text):
    records = dataset(90, marker, record=1) + dataset(120, text.encode(encoding))
    assert words_in_iptc(records) == (("caption", text),)


def test_long_values_have_their_size_in_more_bytes():
    assert words_in_iptc(dataset(120, b"x" * 40_000)) == (("caption", "x" * 40_000),)


def test_records_behind_other_bytes_are_found():
    assert words_in_iptc(b"\0\0\0" + dataset(120, b"A bridge")) == (("caption", "A bridge"),)


@pytest.mark.parametrize(
    "records",
    [b"", b"\x1c", b"\x1c\x02", b"\x1c\x02\x78\x80\xff", b"\x1c\x02\x78\x80\x04\xff", b"nothing"],
)
def test_damaged_records_say_nothing_or_what_is_left(records):
    assert "".join(value for _, value in words_in_iptc(records)) == ""


def test_a_value_that_ends_early_is_read_as_far_as_it_goes():
    assert words_in_iptc(dataset(120, b"A bridge")[:-3]) == (("caption", "A bri"),)


def test_what_lies_behind_a_damaged_dataset_is_left():
    records = dataset(110, b"Ana") + b"\x00" + dataset(120, b"A bridge")
    assert words_in_iptc(records) == (("credit", "Ana"),)


def test_records_are_found_among_the_resources_of_photoshop():
    assert list(iptc_in_photoshop(photoshop(b"records"))) == [b"records"]


@pytest.mark.parametrize(
    "resources",
    [
        b"",
        b"8BIM",
        b"8BIM\x04",
        b"8BPS" + bytes(20),
        b"8BIM" + struct.pack(">HHI", 1, 0, 0xFFFFFFFF),
        b"8BIM\0\0\xff",
    ],
)
def test_damaged_resources_hold_no_records(resources):
    assert list(iptc_in_photoshop(resources)) == []
