import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.media.found_words_cleaning import (
    MAX_CHARACTERS,
    cleaned,
    language_of,
)

FIELDS = ("title", "caption", "credit", "alt", "long_description", "usage_terms", "place")


@pytest.mark.parametrize(
    "said_by_a_camera",
    [
        "OLYMPUS DIGITAL CAMERA",
        "OLYMPUS DIGITAL CAMERA         ",
        "SONY DSC",
        "KONICA MINOLTA DIGITAL CAMERA",
        "KODAK Digital Still Camera",
        "SAMSUNG CAMERA PICTURES",
        "<Digimax S500 / Kenox S500 / Digimax Cyber 530>",
        "Exif_JPEG_PICTURE",
        "                               ",
        "default",
        "Photoshop",
        "Untitled-1",
        "Created with GIMP",
        "DSC_0123",
        "IMG_20240503_101112.jpg",
        "DSCN0012.JPG",
        "P1010023",
        "Photo 123",
        "my-holiday.jpeg",
        "oplus_32",
        "...",
        "???",
    ],
)
def test_what_cameras_and_programs_say_by_themselves_is_no_caption(said_by_a_camera):
    assert cleaned("caption", said_by_a_camera) == ""
    assert cleaned("title", said_by_a_camera) == ""


@pytest.mark.parametrize(
    "caption",
    [
        "A woman with a digital camera",
        "Default lines of 2024",
        "Photo: Ana",
        "Sony",
        "Photoshop users meet in Vienna",
        "P 7 summit",
        "中",
        "صورة",
    ],
)
def test_what_people_say_is_a_caption(caption):
    assert cleaned("caption", caption) == caption


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("one\r\ntwo\tthree\x00\x07", "one two three"),
        ("\u202egpj.exe\u202c \u2066a\u2069 \u202eb", "gpj.exe a b"),
        ("half \ud83d and whole 😀", "half and whole 😀"),
        ("\ufeffmark\uffff", "mark"),
        ("  two \u3000 words ", "two words"),
        ("10\u00a0km", "10\u00a0km"),
        ("می\u200cروم", "می\u200cروم"),
    ],
)
def test_a_value_is_one_clean_line(value, expected):
    assert cleaned("caption", value) == expected


def test_long_texts_keep_their_paragraphs():
    text = "One\r\nline.\r\r\r Two \u2029\u2029Three\n \n\n\n"
    assert cleaned("long_description", text) == "One\nline.\n\nTwo\n\nThree"
    assert cleaned("alt", text) == "One line. Two Three"


def test_a_value_has_an_end():
    assert len(cleaned("caption", "word " * 100_000)) <= MAX_CHARACTERS
    assert len(cleaned("long_description", "\n\n\nx" * 100_000)) <= MAX_CHARACTERS


@given(st.sampled_from(FIELDS), st.text())
def test_a_clean_value_is_clean(field, value):
    once = cleaned(field, value)
    assert cleaned(field, once) == once
    once.encode()


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2024-05-03T10:20:30+02:00", "2024-05-03"),
        ("2024:05:03 10:20:30", "2024-05-03"),
        ("20240503", "2024-05-03"),
        ("20240500", "2024-05"),
        ("20240000", "2024"),
        ("2024-05", "2024-05"),
        ("2024", "2024"),
        ("0000:00:00 00:00:00", ""),
        ("2024:02:31 00:00:00", ""),
        ("2024-13-01", ""),
        ("    :  :     :  :  ", ""),
        ("May 2024", ""),
        ("\u0662\u0660\u0662\u0664-05-03", ""),
    ],
)
def test_a_moment_is_read_as_its_day(moment, day):
    assert cleaned("taken_on", moment) == day


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://example.org/a?b=1", "https://example.org/a?b=1"),
        (" http://example.org/ ", "http://example.org/"),
        ("javascript:alert(1)", ""),
        ("https://example.org/ and more", ""),
        ("example.org", ""),
        ('https://example.org/"onload="x', ""),
    ],
)
def test_an_address_is_one_of_the_web(address, expected):
    assert cleaned("source_address", address) == expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture", "digitalCapture"),
        ("https://cv.iptc.org/newscodes/digitalsourcetype/softwareImage/", "softwareImage"),
        ("digsrctype:trainedAlgorithmicMedia", "trainedAlgorithmicMedia"),
        ("negativeFilm", "negativeFilm"),
        ("a photo of mine", ""),
        ("", ""),
    ],
)
def test_a_digital_source_type_is_the_last_part_of_its_code(code, expected):
    assert cleaned("digital_source_type", code) == expected


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("fr", "fr"),
        ("fr_FR", "fr-FR"),
        ("zh-Hans-CN", "zh-Hans-CN"),
        ("x-default", ""),
        ("X-Default", ""),
        ("", ""),
        ("fr'", ""),
        ("e" * 40, ""),
    ],
)
def test_a_language_is_a_tag_that_can_be_one(tag, language):
    assert language_of(tag) == language
