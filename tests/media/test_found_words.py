import pytest

from editor_app.media.found_words import found_in
from editor_app.model.photo_words import Origin, PhotoWords, with_found
from tests.media.photo_flavours import (
    IPTC_NUMBERS,
    PROPERTIES,
    SAID,
    avif_with,
    boxes_with,
    exif,
    gif_with,
    iptc,
    jpeg_with,
    jpeg_with_long_xmp,
    lang_alt,
    listed,
    packet,
    plain,
    png_with,
    positioned_exif,
    tiff_with,
    webp_with,
    windows_exif,
    xmp_attributes,
    xmp_by_the_book,
    xmp_elements,
)


def read(data, origin=None):
    """What is found by field; the first value of each."""
    found = {}
    for word in found_in(data).words:
        if origin in (None, word.origin):
            found.setdefault(word.field, word.value)
    return found


def said(fields):
    return {field: SAID[field] for field in fields}


def misread(texts, times=1):
    for _ in range(times):
        texts = {field: text.encode().decode("cp1252") for field, text in texts.items()}
    return texts


@pytest.mark.parametrize("xmp", [xmp_elements(), xmp_attributes()], ids=["elements", "attributes"])
def test_every_field_is_read_from_xmp_however_it_is_written(xmp):
    found = read(jpeg_with(xmp=xmp))
    flat = said(PROPERTIES) | {"long_description": found["long_description"]}
    assert found == flat
    assert found["long_description"].split() == SAID["long_description"].split()


def test_every_field_is_read_from_xmp_as_the_standards_want_it():
    found = found_in(jpeg_with(xmp=xmp_by_the_book()))
    assert {word.field: word.value for word in found.words} == SAID
    assert {word.origin for word in found.words} == {Origin.XMP}
    assert found.notes == ()
    assert not found.has_position


@pytest.mark.parametrize(
    "records",
    [
        iptc(),
        iptc(marker=b"\x1b%G"),
        iptc(encoding="latin-1"),
        iptc(encoding="latin-1", marker=b"\x1b-A"),
        iptc(misread(SAID)),
        iptc(misread(SAID), marker=b"\x1b%G"),
        iptc(misread(SAID, times=2)),
    ],
    ids=["UTF-8", "marked", "Latin-1", "marked Latin-1", "misread", "marked misread", "twice"],
)
def test_iptc_records_are_read_in_whatever_encoding(records):
    assert read(jpeg_with(iptc=records)) == said({*IPTC_NUMBERS, "place"})


@pytest.mark.parametrize(
    "block",
    [exif(), exif(encoding="cp1252"), exif(misread(SAID)), exif(misread(SAID, times=2))],
    ids=["UTF-8", "Western", "misread", "misread twice"],
)
def test_exif_is_read_in_whatever_encoding(block):
    fields = {"caption", "photographer", "copyright_notice", "taken_on"}
    assert read(jpeg_with(exif=block)) == said(fields)


def test_what_windows_wrote_is_read():
    fields = {"title", "caption", "photographer"}
    assert read(jpeg_with(exif=windows_exif())) == said(fields)


@pytest.mark.parametrize(
    ("data", "origins"),
    [
        (jpeg_with(xmp_by_the_book(), iptc(), exif()), "XMP IPTC EXIF"),
        (jpeg_with_long_xmp(packet(), xmp_by_the_book()), "XMP"),
        (png_with(xmp_by_the_book(), iptc(), exif()), "XMP IPTC EXIF"),
        (png_with(xmp_by_the_book(), iptc(), exif(), is_packed=True), "XMP IPTC EXIF"),
        (webp_with(xmp_by_the_book(), exif()), "XMP EXIF"),
        (avif_with(xmp_by_the_book(), exif()), "XMP EXIF"),
        (boxes_with(xmp_by_the_book(), exif()), "XMP EXIF"),
        (boxes_with(xmp_by_the_book(), exif(), is_inside=True), "XMP EXIF"),
        (tiff_with(xmp_by_the_book(), iptc(), {0x010E: SAID["caption"].encode()}), "XMP IPTC EXIF"),
        (gif_with(xmp_by_the_book()), "XMP"),
    ],
    ids=["JPEG", "long", "PNG", "packed", "WebP", "AVIF", "HEIC", "inside", "TIFF", "GIF"],
)
def test_every_kind_of_file_is_read(data, origins):
    assert read(data, Origin.XMP) == SAID
    found = found_in(data)
    assert {word.origin for word in found.words} == set(origins.split())
    assert {word.value for word in found.words if word.field == "caption"} == {SAID["caption"]}
    assert found.notes == ()


def test_xmp_counts_more_than_iptc_and_iptc_more_than_exif():
    xmp = packet(plain("photoshop:Credit", "by XMP"))
    records = iptc({"credit": "by IPTC", "caption": "by IPTC"})
    block = exif({"caption": "by EXIF", "photographer": "by EXIF"})
    found = found_in(jpeg_with(xmp, records, block)).words
    words = with_found(PhotoWords(), found, "en")
    assert (words.credit, words.caption, words.photographer) == ("by XMP", "by IPTC", "by EXIF")


def test_what_was_typed_counts_more_than_anything_found():
    found = found_in(jpeg_with(xmp_by_the_book())).words
    assert with_found(PhotoWords(credit="typed"), found, "en").credit == "typed"


def test_words_are_found_in_the_language_that_is_asked_for():
    xmp = packet(
        lang_alt("dc:description", x_default="Bridge", fr_FR="Pont", ar="جسر", de_AT="Brücke")
        + lang_alt("Iptc4xmpCore:AltTextAccessibility", en="A bridge", ru="Мост")
    )
    found = found_in(jpeg_with(xmp)).words
    captions = {word.language: word.value for word in found if word.field == "caption"}
    assert captions == {"": "Bridge", "fr-FR": "Pont", "ar": "جسر", "de-AT": "Brücke"}
    spoken = {tag: with_found(PhotoWords(), found, tag) for tag in ("fr", "ar", "de-AT", "es")}
    assert [words.caption for words in spoken.values()] == ["Pont", "جسر", "Brücke", "Bridge"]
    assert with_found(PhotoWords(), found, "ru-RU").alt == "Мост"


def test_several_photographers_are_named_together():
    xmp = packet(listed("dc:creator", "Ana", " Ben ", "", "Chi"))
    assert read(jpeg_with(xmp))["photographer"] == "Ana, Ben, Chi"
    assert read(jpeg_with(exif=exif({"photographer": "Ana; Ben"})))["photographer"] == "Ana, Ben"


def test_one_value_is_found_for_each_field_origin_and_language():
    twice = jpeg_with(packet(plain("dc:title", "one") + plain("dc:title", "two")))
    assert [word.value for word in found_in(twice).words] == ["one"]


def test_a_position_is_told_by_exif_or_xmp_but_not_by_an_empty_directory():
    xmp = packet(plain("exif:GPSLatitude", "48,12.5N"))
    nowhere = positioned_exif(())
    assert found_in(jpeg_with(exif=positioned_exif())).has_position
    assert found_in(tiff_with(exif_tags={})).has_position is False
    assert found_in(webp_with(exif=positioned_exif())).has_position
    assert found_in(boxes_with(packet(), positioned_exif())).has_position
    assert found_in(jpeg_with(xmp)).has_position
    assert not found_in(jpeg_with(exif=nowhere)).has_position


def test_a_position_is_told_even_by_xmp_that_cannot_be_read():
    xmp = packet(plain("exif:GPSLatitude", "48,12.5N"))
    for told in (xmp[:-60], xmp.decode().encode("utf-16")[:-150]):
        found = found_in(jpeg_with(told))
        assert found.has_position
        assert found.notes == ("The photo's XMP is damaged and was not read.",)


@pytest.mark.parametrize(
    "data", [b"", b"\xff", b"GIF89a", b"no photo at all", b"II*\0", b"\0" * 64]
)
def test_nothing_is_found_where_nothing_is(data):
    found = found_in(data)
    assert found.words == ()
    assert not found.has_position


def test_a_photo_that_says_nothing_has_no_notes():
    assert found_in(jpeg_with()).notes == ()
    assert found_in(png_with()).notes == ()
    assert found_in(webp_with()).notes == ()
    assert found_in(avif_with()).notes == ()
    assert found_in(tiff_with()).notes == ()
