import io
from dataclasses import asdict, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, IptcImagePlugin

from editor_app.media.found_words import found_in
from editor_app.media.found_words_cleaning import cleaned, is_address
from editor_app.media.packet import MAX_PACKET, PublishedWords, packet_of, with_packet
from editor_app.media.xmp_words import words_in_xmp
from editor_app.model.photo_words import Origin
from tests.media.photo_flavours import SAID, jpeg_with, picture, positioned_exif, xmp_by_the_book

WORDS = PublishedWords(**SAID, language="fr")
KINDS = ("JPEG", "PNG", "WEBP")
ADDRESS = st.from_regex(r"https?://[a-z0-9./&?=é-]{3,40}", fullmatch=True) | st.just("")
LINE = st.text(max_size=60)
ANY_WORDS = st.builds(
    PublishedWords,
    title=LINE,
    caption=LINE,
    credit=LINE,
    alt=LINE,
    long_description=LINE | st.just("One.\n\nTwo & <three>."),
    photographer=LINE,
    source=LINE,
    source_address=ADDRESS,
    copyright_notice=LINE,
    usage_terms=LINE,
    licence_address=ADDRESS | st.just("https://creativecommons.org/licenses/by/4.0/"),
    licensor_address=ADDRESS,
    place=LINE,
    taken_on=st.dates().map(lambda day: day.isoformat()) | st.sampled_from(("", "2024", "2024-05")),
    digital_source_type=st.sampled_from(("", "digitalCapture", "trainedAlgorithmicMedia")),
    language=st.sampled_from(("", "en", "ar", "zh-Hans")),
)


def opened(data):
    return Image.open(io.BytesIO(data))


def description(data):
    """What Pillow's own reader of XMP says."""
    return opened(data).getxmp()["xmpmeta"]["RDF"]["Description"]


def first(alternatives):
    entries = alternatives["Alt"]["li"]
    return (entries[0] if isinstance(entries, list) else entries)["text"]


def found_by_field(data, language=""):
    words = found_in(data).words
    return {
        word.field: word.value
        for word in words
        if word.origin is Origin.XMP and word.language in ("", language)
    }


def expected(words):
    fields = asdict(words)
    del fields["language"]
    fit = {field: cleaned(field, text) for field, text in fields.items()}
    if is_address(fit["source"]) and not fit["source_address"]:
        fit["source_address"] = fit["source"]
    return {field: text for field, text in fit.items() if text}


@pytest.mark.parametrize("kind", KINDS)
def test_what_was_written_is_read_again(kind):
    written = with_packet(picture(kind), packet_of(WORDS))
    assert found_by_field(written) == found_by_field(written, "fr") == SAID
    assert found_in(written).notes == ()


@given(ANY_WORDS)
def test_any_words_come_back_as_they_went_out(words):
    packet = packet_of(words)
    found = {field: value.text for field, value in (words_in_xmp(packet) if packet else ())}
    assert found == expected(words)


@given(ANY_WORDS)
def test_the_same_words_give_the_same_packet(words):
    assert packet_of(words) == packet_of(replace(words))


@pytest.mark.parametrize("kind", KINDS)
def test_another_reader_understands_what_was_written(kind):
    said = description(with_packet(picture(kind), packet_of(WORDS)))
    assert first(said["AltTextAccessibility"]) == SAID["alt"]
    assert first(said["ExtDescrAccessibility"]) == SAID["long_description"]
    assert first(said["description"]) == SAID["caption"]
    assert first(said["title"]) == SAID["title"]
    assert first(said["rights"]) == SAID["copyright_notice"]
    assert first(said["UsageTerms"]) == SAID["usage_terms"]
    assert said["creator"]["Seq"]["li"] == SAID["photographer"]
    assert said["Credit"] == SAID["credit"]
    assert said["Source"] == SAID["source"]
    assert said["City"] == SAID["place"]
    assert said["DateCreated"] == SAID["taken_on"]
    assert said["Marked"] == "True"
    assert said["WebStatement"] == said["license"]["resource"] == SAID["licence_address"]
    assert said["attributionURL"]["resource"] == SAID["source_address"]
    assert said["Licensor"]["Seq"]["li"]["LicensorURL"] == SAID["licensor_address"]
    assert said["DigitalSourceType"].endswith("/digitalsourcetype/digitalCapture")


def test_alternatives_are_written_as_the_default_and_by_their_language():
    said = description(with_packet(picture("PNG"), packet_of(WORDS)))
    assert [entry["lang"] for entry in said["title"]["Alt"]["li"]] == ["x-default", "fr"]
    nameless = packet_of(replace(WORDS, language=""))
    assert nameless.count(b'xml:lang="') == nameless.count(b'xml:lang="x-default"')


def test_a_jpeg_says_the_most_needed_words_in_iptc_records_too():
    said = IptcImagePlugin.getiptcinfo(opened(with_packet(picture("JPEG"), packet_of(WORDS))))
    assert said[(1, 90)] == b"\x1b%G"
    assert said[(2, 120)].decode() == SAID["caption"]
    assert said[(2, 110)].decode() == SAID["credit"]
    assert said[(2, 80)].decode() == SAID["photographer"]
    assert said[(2, 115)].decode() == SAID["source"]
    assert said[(2, 116)].decode() == SAID["copyright_notice"]
    assert said[(2, 5)].decode() == SAID["title"]


def test_iptc_records_keep_to_their_lengths_without_halving_a_letter():
    long = PublishedWords(photographer="é" * 40, credit="x" + "é" * 40, caption="é" * 3_000)
    data = with_packet(picture("JPEG"), packet_of(long))
    said = IptcImagePlugin.getiptcinfo(opened(data))
    assert said[(2, 80)].decode() == "é" * 16
    assert said[(2, 110)].decode() == "x" + "é" * 15
    assert len(said[(2, 120)]) == 2_000
    assert found_by_field(data)["photographer"] == "é" * 40


def test_a_jpeg_without_such_words_has_no_iptc_records():
    data = with_packet(picture("JPEG"), packet_of(PublishedWords(alt="A bridge")))
    assert b"8BIM" not in data
    assert found_by_field(data) == {"alt": "A bridge"}


def test_no_words_are_no_packet_and_change_nothing():
    assert packet_of(PublishedWords(language="fr")) == b""
    assert packet_of(PublishedWords(caption=" \n", source_address="no address")) == b""
    data = picture("JPEG")
    assert with_packet(data, b"") == data


@pytest.mark.parametrize(
    ("licence", "notice", "marked"),
    [
        ("https://creativecommons.org/licenses/by-sa/4.0/", "", "True"),
        ("https://agency.example.org/terms", "", "True"),
        ("", "© Ana", "True"),
        ("https://creativecommons.org/publicdomain/zero/1.0/", "", "False"),
        ("https://creativecommons.org/publicdomain/mark/1.0/", "© nobody", "False"),
        ("", "", None),
    ],
)
def test_what_is_protected_is_marked_so(licence, notice, marked):
    words = PublishedWords(credit="Ana", licence_address=licence, copyright_notice=notice)
    assert description(with_packet(picture("PNG"), packet_of(words))).get("Marked") == marked


def test_only_a_creative_commons_licence_is_named_in_their_vocabulary():
    free = packet_of(PublishedWords(licence_address="https://creativecommons.org/licenses/by/4.0/"))
    own = packet_of(PublishedWords(licence_address="https://agency.example.org/terms"))
    assert b"<cc:license " in free
    assert b"cc:" not in own


def test_words_without_end_are_cut_until_a_jpeg_can_hold_them():
    fields = dict.fromkeys(("caption", "alt", "title", "usage_terms"), "é&" * 10_000)
    packet = packet_of(PublishedWords(**fields, credit="Ana", language="fr"))
    assert len(packet) <= MAX_PACKET
    found = found_by_field(with_packet(picture("JPEG"), packet))
    assert found["credit"] == "Ana"
    assert len(found["caption"]) >= 1_000
    widest = {field: "\U0001f600" * 20_000 for field in SAID if not field.endswith("address")}
    assert len(packet_of(PublishedWords(**widest, language="fr"))) <= MAX_PACKET


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_else_that_was_in_a_picture_goes_out(kind):
    hidden = "Shelter 7, Hidden Lane"
    exif = b"Exif\0\0" + positioned_exif()
    options = {"exif": exif, "comment": hidden} if kind == "JPEG" else {"exif": exif}
    if kind != "PNG":
        options["xmp"] = xmp_by_the_book() + hidden.encode()
    written = with_packet(picture(kind, **options), packet_of(PublishedWords(credit="Ana")))
    for sign in (hidden.encode(), b"Exif", b"EXIF", b"eXIf", b"GPS", SAID["caption"].encode()):
        assert sign not in written
    assert not dict(opened(written).getexif())
    assert found_by_field(written) == {"credit": "Ana"}
    assert not found_in(written).has_position


@pytest.mark.parametrize("kind", KINDS)
def test_new_words_take_the_place_of_older_ones(kind):
    plain = picture(kind)
    older, newer = packet_of(PublishedWords(caption="Older")), packet_of(WORDS)
    assert with_packet(with_packet(plain, older), newer) == with_packet(plain, newer)


def test_words_of_a_photo_that_is_read_can_go_out_again():
    found = found_by_field(jpeg_with(xmp_by_the_book()))
    again = found_by_field(with_packet(picture("WEBP"), packet_of(PublishedWords(**found))))
    assert again == found == SAID
