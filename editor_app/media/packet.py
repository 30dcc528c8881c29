"""What a published picture says of itself: a packet of XMP, and how it gets into the file."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from typing import Any
from xml.sax.saxutils import escape

from editor_app.media.embedding import into_jpeg, into_png, into_webp
from editor_app.media.found_words_cleaning import cleaned, is_address, language_of
from editor_app.media.xmp import NAMESPACES
from editor_app.model.licences import licence_at

MAX_PACKET = 60_000
"""What one segment of a JPEG holds, with room for its name."""

_SOURCE_TYPES = "http://cv.iptc.org/newscodes/digitalsourcetype/"
_LENGTHS = (20_000, 5_000, 1_000, 200)  # of each value, until the packet is small enough


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedWords:
    """The words that go out inside a picture: those of the photo, and of its use in an item.

    ``language`` is that of title, caption, alt text, long description and usage terms. ``taken_on``
    is an ISO 8601 date that may lack day or month, ``digital_source_type`` the last part of an
    IPTC code.
    """

    title: str = ""
    caption: str = ""
    credit: str = ""
    alt: str = ""
    long_description: str = ""
    photographer: str = ""
    source: str = ""
    source_address: str = ""
    copyright_notice: str = ""
    usage_terms: str = ""
    licence_address: str = ""
    licensor_address: str = ""
    place: str = ""
    taken_on: str = ""
    digital_source_type: str = ""
    language: str = ""


def packet_of(words: PublishedWords) -> bytes:
    """Return words as a packet of XMP; the same words give the same bytes, none give none.

    Values so long that the packet would not fit into a JPEG are cut.
    """
    fit = _fit(words)
    if fit == PublishedWords(language=fit.language):
        return b""
    packet = b""
    for longest in _LENGTHS:
        packet = _written(_cut(fit, longest))
        if len(packet) <= MAX_PACKET:
            break
    return packet


def with_packet(data: bytes, packet: bytes) -> bytes:
    """Return a finished JPEG, PNG or WebP file that carries packet and no other words.

    The pixels are not touched. A JPEG carries the most needed words as IPTC records too, for
    software that reads nothing else.

    Raises:
        ValueError: data is none of these.
    """
    if not packet:
        return data
    if data.startswith(b"\xff\xd8"):
        return into_jpeg(data, packet)
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return into_png(data, packet)
    if data[8:12] == b"WEBP":
        return into_webp(data, packet)
    raise ValueError("not a JPEG, PNG or WebP file")


def _fit(words: PublishedWords) -> PublishedWords:
    changes: dict[str, Any] = {
        field.name: cleaned(field.name, getattr(words, field.name)) for field in fields(words)
    }
    return replace(words, **changes | {"language": language_of(words.language)})


def _cut(words: PublishedWords, longest: int) -> PublishedWords:
    changes: dict[str, Any] = {
        field.name: value
        for field in fields(words)
        if len(value := getattr(words, field.name)) > longest
    }
    return replace(words, **{name: value[:longest].rstrip() for name, value in changes.items()})


def _written(words: PublishedWords) -> bytes:
    properties = "".join(_properties(words))
    used = sorted(
        f' xmlns:{prefix}="{address}"'
        for prefix, address in NAMESPACES.items()
        if f"<{prefix}:" in properties and prefix != "rdf"
    )
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        f'<rdf:RDF xmlns:rdf="{NAMESPACES["rdf"]}">'
        f'<rdf:Description rdf:about=""{"".join(used)}>{properties}</rdf:Description>'
        '</rdf:RDF></x:xmpmeta><?xpacket end="r"?>'
    ).encode()


def _properties(words: PublishedWords) -> Iterator[str]:
    language = words.language
    yield _in_language("dc:title", words.title, language)
    yield _in_language("dc:description", words.caption, language)
    yield _in_list("dc:creator", words.photographer)
    yield _in_language("dc:rights", words.copyright_notice, "")
    yield _plain("photoshop:Credit", words.credit)
    yield _plain("photoshop:Source", words.source)
    yield _plain("photoshop:City", words.place)
    yield _plain("photoshop:DateCreated", words.taken_on)
    yield from _rights(words)
    yield _in_language("Iptc4xmpCore:AltTextAccessibility", words.alt, language)
    yield _in_language("Iptc4xmpCore:ExtDescrAccessibility", words.long_description, language)
    if words.digital_source_type:
        yield _plain("Iptc4xmpExt:DigitalSourceType", _SOURCE_TYPES + words.digital_source_type)


def _rights(words: PublishedWords) -> Iterator[str]:
    licence = licence_at(words.licence_address)
    is_free = licence is not None and licence.code in ("cc0-1.0", "public-domain")
    if words.licence_address or words.copyright_notice:
        yield _plain("xmpRights:Marked", "False" if is_free else "True")
    yield _plain("xmpRights:WebStatement", words.licence_address)
    yield _in_language("xmpRights:UsageTerms", words.usage_terms, words.language)
    if licence is not None:
        yield _reference("cc:license", words.licence_address)
    yield _reference("cc:attributionURL", words.source_address)
    if words.licensor_address:
        yield (
            '<plus:Licensor><rdf:Seq><rdf:li rdf:parseType="Resource">'
            f"{_plain('plus:LicensorURL', words.licensor_address)}"
            "</rdf:li></rdf:Seq></plus:Licensor>"
        )


def _plain(name: str, text: str) -> str:
    return f"<{name}>{escape(text)}</{name}>" if text else ""


def _reference(name: str, address: str) -> str:
    if not is_address(address):
        return ""
    return f'<{name} rdf:resource="{escape(address)}"/>'


def _in_list(name: str, text: str) -> str:
    return f"<{name}><rdf:Seq><rdf:li>{escape(text)}</rdf:li></rdf:Seq></{name}>" if text else ""


def _in_language(name: str, text: str, language: str) -> str:
    """Return text as a language alternative: as the default, and again by its language."""
    if not text:
        return ""
    tags = ("x-default", language) if language else ("x-default",)
    items = "".join(f'<rdf:li xml:lang="{tag}">{escape(text)}</rdf:li>' for tag in tags)
    return f"<{name}><rdf:Alt>{items}</rdf:Alt></{name}>"
