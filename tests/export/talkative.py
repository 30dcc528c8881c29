"""Photos that say all that must never go out, in every way their kind of file knows."""

import io
import struct

from PIL import Image
from PIL.PngImagePlugin import PngInfo

from editor_app.media.painting import paint_landscape

KINDS = ("JPEG", "PNG", "WEBP", "TIFF", "AVIF")
SERIAL = "SN-8812345-X"
MAKER_NOTE = b"Nikon maker note of the camera"
DEGREES = (48.0, 12.0, 29.88)

SECRETS = (
    b"GPS",
    b"48.2083",
    b"48,12.498",
    b"16.3725",
    struct.pack(">6I", 48, 1, 12, 1, 747, 25),
    struct.pack("<6I", 48, 1, 12, 1, 747, 25),
    SERIAL.encode(),
    SERIAL.encode("utf-16-le"),
    b"SerialNumber",
    b"xmpMM",
    b"History",
    MAKER_NOTE,
    b"A. Retoucher",
    b"/home/jo/shelter",
    b"Exif\0\0",
    b"eXIf",
    b"EXIF",
    b"8BIM\x04\x0c",  # Photoshop's thumbnail
    b"ICC_PROFILE",
)

XMP = f"""<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:exif="http://ns.adobe.com/exif/1.0/"
 xmlns:aux="http://ns.adobe.com/exif/1.0/aux/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
 xmlns:stEvt="http://ns.adobe.com/xap/1.0/sType/ResourceEvent#"
 xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 exif:GPSLatitude="48,12.498N" exif:GPSLongitude="16,22.35E" aux:SerialNumber="{SERIAL}"
 photoshop:Credit="Harbour Office">
<dc:creator><rdf:Seq><rdf:li>Mira Moser</rdf:li></rdf:Seq></dc:creator>
<xmpMM:History><rdf:Seq><rdf:li stEvt:action="saved" stEvt:softwareAgent="A. Retoucher"
 stEvt:changed="/home/jo/shelter"/></rdf:Seq></xmpMM:History>
</rdf:Description></rdf:RDF></x:xmpmeta>"""


def talkative(kind, seed=1):
    """Return a photo of a kind with place, serial number, thumbnail and history in it."""
    picture = Image.open(io.BytesIO(paint_landscape(seed, width=400, height=300)))
    options = {"exif": _exif()}
    if kind == "PNG":
        options["pnginfo"] = PngInfo()
        options["pnginfo"].add_text("Comment", f"48.2083 16.3725 {SERIAL}")
        options["pnginfo"].add_itxt("XML:com.adobe.xmp", XMP)
    else:
        options["xmp"] = XMP.encode()
    if kind == "JPEG":
        options["comment"] = f"48.2083 16.3725 {SERIAL}".encode()
    file = io.BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()


def _exif():
    exif = Image.Exif()
    exif[0x010F] = "Camera maker"
    exif[0x0131] = "A. Retoucher"
    details = exif.get_ifd(0x8769)
    details[0xA431] = details[0xA435] = SERIAL
    details[0x927C] = MAKER_NOTE
    place = exif.get_ifd(0x8825)
    place[1], place[2], place[3], place[4] = "N", DEGREES, "E", (16.0, 22.0, 21.0)
    place[0x1D] = "2015:09:15"
    return exif
