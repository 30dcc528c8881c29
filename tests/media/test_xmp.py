import pytest

from editor_app.media.xmp import XmpDamagedError, named, properties_in, structures_of, values_of
from editor_app.media.xmp_words import words_in_xmp
from tests.media.photo_flavours import attribute, lang_alt, licensor, listed, packet, plain

CC = "https://creativecommons.org/licenses/by/2.0/"
PAGE = "https://photos.example.org/7"


def words(elements="", attributes=""):
    return {field: value.text for field, value in words_in_xmp(packet(elements, attributes))}


@pytest.mark.parametrize(
    "written",
    [
        plain("dc:title", "A & b"),
        lang_alt("dc:title", x_default="A & b"),
        listed("dc:title", "A & b", kind="Bag"),
        "<dc:title><rdf:Description><rdf:value>A &amp; b</rdf:value></rdf:Description></dc:title>",
        "<dc:title rdf:parseType='Resource'><rdf:value>A &amp; b</rdf:value></dc:title>",
        "<dc:title><rdf:Description rdf:value='A &amp; b'/></dc:title>",
        "<dc:title><rdf:Alt><rdf:li><em>A</em> &amp; b</rdf:li></rdf:Alt></dc:title>",
        "<dc:title><![CDATA[A & b]]></dc:title>",
        "<dc:title>A &#38; &#x62;</dc:title>",
        "<dc:title/><dc:title>A &amp; b</dc:title>",
    ],
)
def test_a_value_is_read_in_every_form_that_rdf_has(written):
    assert words(written) == {"title": "A & b"}


def test_an_attribute_is_a_property_too():
    assert words("", attribute("dc:title", 'A & "b"')) == {"title": 'A & "b"'}


def test_properties_may_be_spread_over_several_descriptions():
    between = "</rdf:Description><rdf:Description xmlns:dc='http://purl.org/dc/elements/1.1/'>"
    spread = plain("dc:title", "A") + between + plain("dc:rights", "B")
    assert words(spread) == {"title": "A", "copyright_notice": "B"}


def test_other_prefixes_for_the_same_names_are_understood():
    other = packet(plain("dc:title", "A")).replace(b"dc:", b"ns7:").replace(b":dc=", b":ns7=")
    assert [value.text for _, value in words_in_xmp(other)] == ["A"]


def test_names_of_other_vocabularies_are_not_taken_for_ours():
    mine = packet(plain("dc:title", "A")).replace(b"purl.org/dc/", b"example.org/dc/")
    assert words_in_xmp(mine) == ()


def test_the_headline_stands_in_for_a_title_that_says_nothing():
    assert words(plain("dc:title", "DSC_0123") + plain("photoshop:Headline", "H")) == {"title": "H"}


def test_older_properties_stand_in_for_what_is_not_there():
    older = (
        lang_alt("tiff:ImageDescription", x_default="A bridge")
        + plain("tiff:Artist", "Ana")
        + lang_alt("tiff:Copyright", x_default="© Ana")
        + plain("exif:DateTimeOriginal", "2024-05-03T10:20:30")
    )
    assert words(older) == {
        "caption": "A bridge",
        "photographer": "Ana",
        "copyright_notice": "© Ana",
        "taken_on": "2024-05-03",
    }


def test_a_place_is_where_the_photo_was_taken_or_else_what_it_shows():
    older = plain("Iptc4xmpCore:Location", "Pont") + plain("photoshop:Country", "France")
    shown = (
        "<Iptc4xmpExt:LocationShown><rdf:Bag><rdf:li rdf:parseType='Resource'>"
        + lang_alt("Iptc4xmpExt:LocationName", x_default="The tower")
        + "</rdf:li></rdf:Bag></Iptc4xmpExt:LocationShown>"
    )
    made = shown.replace("LocationShown", "LocationCreated").replace("tower", "hill")
    assert words(older) == {"place": "Pont, France"}
    assert words(shown) == {"place": "The tower"}
    assert words(shown + older) == {"place": "Pont, France"}
    assert words(shown + older + made) == {"place": "The hill"}


def test_structures_may_be_written_with_attributes():
    element = properties_in(
        packet(
            "<plus:Licensor><rdf:Seq><rdf:li plus:LicensorName='Z'/><rdf:li>"
            f"<rdf:Description plus:LicensorURL='{PAGE}'/></rdf:li></rdf:Seq></plus:Licensor>"
        )
    )[named("plus:Licensor")]
    found = [set(members) for members in structures_of(element)]
    assert found == [{named("plus:LicensorName")}, {named("plus:LicensorURL")}]


def test_where_a_licence_can_be_had_is_read_from_the_licensor():
    assert words(licensor(PAGE)) == {"licensor_address": PAGE}
    assert words(licensor("ask me")) == {}


@pytest.mark.parametrize(
    ("elements", "source", "licence"),
    [
        (plain("xmpRights:WebStatement", PAGE), "", PAGE),
        (plain("xmpRights:WebStatement", CC), "", CC),
        (f"<cc:license rdf:resource='{CC}'/>" + plain("xmpRights:WebStatement", PAGE), PAGE, CC),
        (f"<cc:license rdf:resource='{CC}'/>" + plain("xmpRights:WebStatement", CC), "", CC),
        (f"<cc:license><rdf:Description rdf:about='{CC}'/></cc:license>", "", CC),
        (plain("cc:attributionURL", PAGE), PAGE, ""),
        (plain("dc:source", PAGE), PAGE, ""),
        (plain("dc:source", "An archive"), "", ""),
        (plain("xmpRights:WebStatement", "javascript:alert(1)"), "", ""),
    ],
)
def test_addresses_go_where_they_belong(elements, source, licence):
    found = words(elements)
    assert (found.get("source_address", ""), found.get("licence_address", "")) == (source, licence)


def test_the_older_vocabulary_of_creative_commons_is_understood():
    old = packet(f"<cc:license rdf:resource='{CC}'/>")
    old = old.replace(b"http://creativecommons.org/ns#", b"http://web.resource.org/cc/")
    assert [value.text for _, value in words_in_xmp(old)] == [CC]


def test_a_source_that_is_an_address_is_both():
    assert words(plain("photoshop:Source", PAGE)) == {"source": PAGE, "source_address": PAGE}


def test_languages_are_told_apart_and_written_alike():
    element = properties_in(packet(lang_alt("dc:title", x_default="A", fr_CA="B")))
    values = values_of(element[named("dc:title")])
    assert values == (("A", "x-default"), ("B", "fr-CA"))


@pytest.mark.parametrize(
    "raw",
    [
        packet(plain("dc:title", "Zoë"), end="\0\0\0"),
        packet(plain("dc:title", "Zoë"), start="\n  "),
        packet(plain("dc:title", "Zoë"), end="<trailing"),
        packet(plain("dc:title", "Zo\x00\x07ë")),
        packet(plain("dc:title", "Zo")[:-11] + "&#0;&#x1F;ë</dc:title>"),
        packet(plain("dc:title", "Zoë")).decode().encode("utf-16"),
        packet(plain("dc:title", "Zoë")).decode().encode("utf-16-le"),
        packet(plain("dc:title", "Zoë")).split(b"?>", 1)[1],
    ],
    ids=["padded", "indented", "rest", "controls", "no characters", "UTF-16", "LE", "bare"],
)
def test_a_packet_is_read_though_it_is_not_quite_right(raw):
    assert [value.text for _, value in words_in_xmp(raw)] == ["Zoë"]


def test_letters_that_are_no_utf_8_do_not_spoil_the_rest():
    raw = packet(plain("dc:title", "Zoë") + plain("photoshop:Credit", "Ana"))
    found = dict(words_in_xmp(raw.replace("ë".encode(), b"\xeb")))
    assert found["credit"].text == "Ana"


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"no xml",
        b"<a",
        b"<a/><b/>",
        b"<?xml version='1.0' encoding='none-such'?><a/>",
        b"<a:b/>",
        packet("<dc:title>")[:-3],
        packet("<a>" * 200 + "</a>" * 200),
        b"<!DOCTYPE a [<!ENTITY b 'b'>]><a>&b;</a>",
        b"<!DOCTYPE a><a/>",
        b"<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>",
    ],
)
def test_what_cannot_be_read_safely_is_refused(raw):
    with pytest.raises(XmpDamagedError):
        words_in_xmp(raw)


def test_xml_that_is_no_xmp_says_nothing():
    assert words_in_xmp(b"<svg xmlns='http://www.w3.org/2000/svg'><title>A</title></svg>") == ()
