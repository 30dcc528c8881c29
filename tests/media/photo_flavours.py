"""Photos that say the same things in every way that photo files have."""

import io
import struct
import zlib

from PIL import Image

SAID = {
    "title": "Élève à vélo",
    "caption": "Une élève traverse le pont à « Orléans », le 3 mai.",
    "credit": "Agence Été / Zoë Müller",
    "alt": "Une fille sur un vélo rouge, vue de côté",
    "long_description": "Devant, une fille.\n\nDerrière elle, la rivière.",
    "photographer": "Zoë Müller",
    "source": "Agence Été",
    "source_address": "https://photos.example.org/été/7?a=1&b=2",
    "copyright_notice": "© 2024 Zoë Müller",
    "usage_terms": "Usage éditorial seulement.",
    "licence_address": "https://creativecommons.org/licenses/by/4.0/",
    "licensor_address": "https://licences.example.org/zoë",
    "place": "Île Mâle, Orléans, France",
    "taken_on": "2024-05-03",
    "digital_source_type": "digitalCapture",
}
NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "Iptc4xmpCore": "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
    "Iptc4xmpExt": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
    "plus": "http://ns.useplus.org/ldf/xmp/1.0/",
    "cc": "http://creativecommons.org/ns#",
    "tiff": "http://ns.adobe.com/tiff/1.0/",
    "exif": "http://ns.adobe.com/exif/1.0/",
}
PROPERTIES = {
    "title": "dc:title",
    "caption": "dc:description",
    "credit": "photoshop:Credit",
    "alt": "Iptc4xmpCore:AltTextAccessibility",
    "long_description": "Iptc4xmpCore:ExtDescrAccessibility",
    "photographer": "dc:creator",
    "source": "photoshop:Source",
    "source_address": "cc:attributionURL",
    "copyright_notice": "dc:rights",
    "usage_terms": "xmpRights:UsageTerms",
    "licence_address": "xmpRights:WebStatement",
    "place": "photoshop:City",
    "taken_on": "photoshop:DateCreated",
    "digital_source_type": "Iptc4xmpExt:DigitalSourceType",
}
SOURCE_TYPES = "http://cv.iptc.org/newscodes/digitalsourcetype/"
IPTC_NUMBERS = {
    "title": 5,
    "taken_on": 55,
    "photographer": 80,
    "credit": 110,
    "source": 115,
    "copyright_notice": 116,
    "caption": 120,
}
IPTC_PLACE = ((92, 0), (90, 1), (101, 2))  # dataset, and which part of the place
EXIF_NUMBERS = {"caption": 0x010E, "photographer": 0x013B, "copyright_notice": 0x8298}
WINDOWS_NUMBERS = {"title": 0x9C9B, "caption": 0x9C9C, "photographer": 0x9C9D}


def escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


def packet(elements="", attributes="", *, start="", end=""):
    """An XMP packet with one description in it."""
    names = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
    return (
        f'{start}<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f'<rdf:Description rdf:about="" {names} {attributes}>{elements}</rdf:Description>'
        f'</rdf:RDF></x:xmpmeta><?xpacket end="w"?>{end}'
    ).encode()


def lang_alt(name, **texts):
    """A language alternative: ``x_default`` and other tags, with their texts."""
    items = "".join(
        f'<rdf:li xml:lang="{tag.replace("_", "-")}">{escaped(text)}</rdf:li>'
        for tag, text in texts.items()
    )
    return f"<{name}><rdf:Alt>{items}</rdf:Alt></{name}>"


def listed(name, *texts, kind="Seq"):
    items = "".join(f"<rdf:li>{escaped(text)}</rdf:li>" for text in texts)
    return f"<{name}><rdf:{kind}>{items}</rdf:{kind}></{name}>"


def plain(name, text):
    return f"<{name}>{escaped(text)}</{name}>"


def attribute(name, text):
    return f'{name}="{escaped(text)}"'.replace("\n", "&#10;")


def licensor(address):
    return (
        "<plus:Licensor><rdf:Bag><rdf:li><rdf:Description><plus:LicensorName>Z</plus:LicensorName>"
        f"<plus:LicensorURL>{escaped(address)}</plus:LicensorURL>"
        "</rdf:Description></rdf:li></rdf:Bag></plus:Licensor>"
    )


def xmp_elements(said=SAID):
    fields = {field: said[field] for field in PROPERTIES if field in said}
    return packet("".join(plain(PROPERTIES[f], text) for f, text in fields.items()))


def xmp_attributes(said=SAID):
    fields = {field: said[field] for field in PROPERTIES if field in said}
    return packet("", " ".join(attribute(PROPERTIES[f], text) for f, text in fields.items()))


def xmp_by_the_book(said=SAID):
    """XMP as the standards want it: alternatives, lists, structures, references."""
    sublocation, city, country = said["place"].split(", ")
    alternatives = (
        "title",
        "caption",
        "alt",
        "long_description",
        "copyright_notice",
        "usage_terms",
    )
    return packet(
        "".join(lang_alt(PROPERTIES[field], x_default=said[field]) for field in alternatives)
        + listed("dc:creator", said["photographer"])
        + plain("photoshop:Credit", said["credit"])
        + plain("photoshop:Source", said["source"])
        + plain("photoshop:DateCreated", said["taken_on"] + "T10:20:30.5+02:00")
        + f'<cc:attributionURL rdf:resource="{escaped(said["source_address"])}"/>'
        + plain("xmpRights:WebStatement", said["licence_address"])
        + licensor(said["licensor_address"])
        + plain("Iptc4xmpExt:DigitalSourceType", SOURCE_TYPES + said["digital_source_type"])
        + "<Iptc4xmpExt:LocationCreated><rdf:Bag><rdf:li rdf:parseType='Resource'>"
        + plain("Iptc4xmpExt:Sublocation", sublocation)
        + lang_alt("Iptc4xmpExt:City", x_default=city)
        + plain("Iptc4xmpExt:CountryName", country)
        + "</rdf:li></rdf:Bag></Iptc4xmpExt:LocationCreated>"
    )


def dataset(number, raw, record=2):
    if len(raw) < 0x8000:
        return struct.pack(">BBBH", 0x1C, record, number, len(raw)) + raw
    return struct.pack(">BBBHI", 0x1C, record, number, 0x8004, len(raw)) + raw


def iptc(said=SAID, encoding="utf-8", *, marker=b""):
    """IPTC records in an encoding, which a marker may name."""
    records = [dataset(90, marker, record=1)] if marker else []
    for field, number in IPTC_NUMBERS.items():
        text = said.get(field, "")
        if field == "taken_on":
            text = text.replace("-", "")
        if text:
            records.append(dataset(number, text.encode(encoding, "replace")))
    parts = said["place"].split(", ") if said.get("place") else ()
    for number, part in IPTC_PLACE:
        if parts:
            records.append(dataset(number, parts[part].encode(encoding, "replace")))
    return b"".join(records)


def photoshop(records):
    """IPTC records among other image resources, as Photoshop keeps them."""
    other = b"8BIM" + struct.pack(">HB3sI", 0x03ED, 3, b"abc", 3) + b"xyz\0"
    return other + b"8BIM" + struct.pack(">HHI", 0x0404, 0, len(records)) + records


def exif(said=SAID, encoding="utf-8", *, more=None):
    """An EXIF block as most cameras and programs write it."""
    tags = Image.Exif()
    for field, number in EXIF_NUMBERS.items():
        if field in said:
            tags[number] = said[field].encode(encoding, "replace")
    if "taken_on" in said:
        tags.get_ifd(0x8769)[0x9003] = said["taken_on"].replace("-", ":") + " 10:20:30"
    for number, value in (more or {}).items():
        (tags if number in _FIRST else tags.get_ifd(0x8769))[number] = value
    return tags.tobytes().removeprefix(b"Exif\0\0")


_FIRST = frozenset({0x010E, 0x013B, 0x8298, *range(0x9C9B, 0x9CA0)})


def windows_exif(said=SAID):
    fields = {number: said[f] for f, number in WINDOWS_NUMBERS.items() if f in said}
    return exif({}, more={n: text.encode("utf-16-le") + b"\0\0" for n, text in fields.items()})


def positioned_exif(latitude=(48.0, 12.0, 30.0)):
    """EXIF with a directory of positions, which cameras write even where they know none."""
    tags = Image.Exif()
    gps = tags.get_ifd(0x8825)
    gps[0] = b"\2\3\0\0"
    if latitude:
        gps[1], gps[2], gps[3], gps[4] = "N", latitude, "E", latitude
    return tags.tobytes().removeprefix(b"Exif\0\0")


def picture(kind, size=(24, 16), mode="RGB", **options):
    noise = Image.effect_noise(size, 40)
    image = noise.convert(mode)
    if mode == "RGBA":
        image.putalpha(noise)
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def segment(marker, content):
    return struct.pack(">BBH", 0xFF, marker, len(content) + 2) + content


def jpeg(*segments):
    data = picture("JPEG")
    return data[:2] + b"".join(segments) + data[2:]


def jpeg_with(xmp=b"", iptc=b"", exif=b""):
    segments = []
    if exif:
        segments.append(segment(0xE1, b"Exif\0\0" + exif))
    if xmp:
        segments.append(segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + xmp))
    if iptc:
        segments.append(segment(0xED, b"Photoshop 3.0\0" + photoshop(iptc)))
    return jpeg(*segments)


def jpeg_with_long_xmp(first, second):
    """A JPEG whose second packet is spread over several segments, as the XMP standard has it."""
    name, step, portions = b"0123456789ABCDEF" * 2, 40_000, []
    for start in range(0, len(second), step):
        head = b"http://ns.adobe.com/xmp/extension/\0" + name
        part = second[start : start + step]
        portions.append(segment(0xE1, head + struct.pack(">II", len(second), start) + part))
    return jpeg(segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + first), *reversed(portions))


def chunk(name, content):
    return (
        struct.pack(">I4s", len(content), name)
        + content
        + struct.pack(">I", zlib.crc32(name + content))
    )


def png(*chunks):
    data = picture("PNG")
    end = 8 + 25  # behind the head
    return data[:end] + b"".join(chunks) + data[end:]


def png_with(xmp=b"", iptc=b"", exif=b"", *, is_packed=False):
    chunks = []
    if xmp:
        text = zlib.compress(xmp) if is_packed else xmp
        head = b"XML:com.adobe.xmp\0" + (b"\1\0\0\0" if is_packed else b"\0\0\0\0")
        chunks.append(chunk(b"iTXt", head + text))
    if iptc:
        raw = photoshop(iptc)
        text = f"\niptc\n{len(raw):8}\n{raw.hex()}\n".encode()
        name = b"Raw profile type iptc\0"
        packed = chunk(b"zTXt", name + b"\0" + zlib.compress(text))
        chunks.append(packed if is_packed else chunk(b"tEXt", name + text))
    if exif:
        chunks.append(chunk(b"eXIf", exif))
    return png(*chunks)


def webp_with(xmp=b"", exif=b""):
    return picture("WEBP", xmp=xmp, exif=exif)


def avif_with(xmp=b"", exif=b""):
    return picture("AVIF", xmp=xmp, exif=exif)


def tiff_with(xmp=b"", iptc=b"", exif_tags=None, **options):
    tags = {700: xmp, 33723: iptc}
    info = {number: raw for number, raw in tags.items() if raw} | (exif_tags or {})
    return picture("TIFF", tiffinfo=info, **options)


def gif_with(xmp):
    data = picture("GIF")
    trailer = b"\x01" + bytes(range(255, -1, -1)) + b"\0"
    return data[:-1] + b"\x21\xff\x0bXMP DataXMP" + xmp + trailer + b";"


def box(name, content):
    return struct.pack(">I4s", len(content) + 8, name) + content


def boxes_with(xmp=b"", exif=b"", *, is_inside=False, brand=b"heic"):
    """The boxes of a HEIC file without its pixels."""
    items = [(b"mime", b"\0application/rdf+xml\0", xmp), (b"Exif", b"\0", bytes(4) + exif)]
    entries = b"".join(
        box(b"infe", struct.pack(">IHH4s", 2 << 24, number, 0, kind) + rest)
        for number, (kind, rest, _) in enumerate(items, 1)
    )
    kept = b"".join(raw for _, _, raw in items)
    head = box(b"ftyp", brand + bytes(4) + b"mif1" + brand)

    def meta(start):
        places, at = b"", start
        for number, (_, _, raw) in enumerate(items, 1):
            places += struct.pack(">HHHIHII", number, is_inside, 0, at, 1, 0, len(raw))
            at += len(raw)
        return box(
            b"meta",
            bytes(4)
            + box(b"iinf", struct.pack(">IH", 0, len(items)) + entries)
            + box(b"iloc", struct.pack(">IBBH", 1 << 24, 0x44, 0x40, len(items)) + places)
            + (box(b"idat", kept) if is_inside else b""),
        )

    if is_inside:
        return head + meta(0)
    return head + meta(len(head) + len(meta(0)) + 8) + box(b"mdat", kept)
