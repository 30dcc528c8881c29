"""Print what is read of photos of every flavour, and what another reader finds in our copies.

Run it with ``python -m tests.media.words_table``. Where exiftool is installed, it writes photos
that are read here, and reads what is written here.
"""

import json
import shutil
import subprocess
import tempfile
from pathlib import Path

from editor_app.media.found_words import found_in
from editor_app.media.packet import PublishedWords, packet_of, with_packet
from tests.media.photo_flavours import (
    EXIF_NUMBERS,
    IPTC_NUMBERS,
    PROPERTIES,
    SAID,
    WINDOWS_NUMBERS,
    avif_with,
    boxes_with,
    exif,
    gif_with,
    iptc,
    jpeg_with,
    jpeg_with_long_xmp,
    packet,
    picture,
    png_with,
    tiff_with,
    webp_with,
    windows_exif,
    xmp_attributes,
    xmp_by_the_book,
    xmp_elements,
)

WIDTH = 12
IPTC_FIELDS = {*IPTC_NUMBERS, "place"}
EXIF_FIELDS = {*EXIF_NUMBERS, "taken_on"}
# The tags by which exiftool calls each field.
TAGS = {
    "title": ("XMP-dc:Title", "IPTC:ObjectName"),
    "caption": ("XMP-dc:Description", "IPTC:Caption-Abstract", "EXIF:ImageDescription"),
    "credit": ("XMP-photoshop:Credit", "IPTC:Credit"),
    "alt": ("XMP-iptcCore:AltTextAccessibility",),
    "long_description": ("XMP-iptcCore:ExtDescrAccessibility",),
    "photographer": ("XMP-dc:Creator", "IPTC:By-line", "EXIF:Artist"),
    "source": ("XMP-photoshop:Source", "IPTC:Source"),
    "source_address": ("XMP-cc:AttributionURL",),
    "copyright_notice": ("XMP-dc:Rights", "IPTC:CopyrightNotice", "EXIF:Copyright"),
    "usage_terms": ("XMP-xmpRights:UsageTerms",),
    "licence_address": ("XMP-xmpRights:WebStatement",),
    "licensor_address": ("XMP-plus:LicensorURL",),
    "place": ("XMP-photoshop:City", "IPTC:City"),
    "taken_on": ("XMP-photoshop:DateCreated", "IPTC:DateCreated", "EXIF:DateTimeOriginal"),
    "digital_source_type": ("XMP-iptcExt:DigitalSourceType",),
}


def misread(texts):
    return {field: text.encode().decode("cp1252") for field, text in texts.items()}


def flavours():
    """Every flavour with the fields it can hold, and a photo of it."""
    xmp, every = xmp_by_the_book(), set(SAID)
    return {
        "XMP elements": (set(PROPERTIES), jpeg_with(xmp_elements())),
        "XMP attribut": (set(PROPERTIES), jpeg_with(xmp_attributes())),
        "XMP by book": (every, jpeg_with(xmp)),
        "XMP UTF-16": (every, jpeg_with(xmp.decode().encode("utf-16"))),
        "XMP extended": (every, jpeg_with_long_xmp(packet(), xmp)),
        "IIM UTF-8": (IPTC_FIELDS, jpeg_with(iptc=iptc(marker=b"\x1b%G"))),
        "IIM unmarked": (IPTC_FIELDS, jpeg_with(iptc=iptc())),
        "IIM Western": (IPTC_FIELDS, jpeg_with(iptc=iptc(encoding="cp1252"))),
        "IIM Mac": (IPTC_FIELDS, jpeg_with(iptc=iptc(encoding="mac_roman"))),
        "IIM misread": (IPTC_FIELDS, jpeg_with(iptc=iptc(misread(SAID)))),
        "IIM twice": (IPTC_FIELDS, jpeg_with(iptc=iptc(misread(misread(SAID))))),
        "EXIF UTF-8": (EXIF_FIELDS, jpeg_with(exif=exif())),
        "EXIF Western": (EXIF_FIELDS, jpeg_with(exif=exif(encoding="cp1252"))),
        "EXIF misread": (EXIF_FIELDS, jpeg_with(exif=exif(misread(SAID)))),
        "EXIF Windows": (set(WINDOWS_NUMBERS), jpeg_with(exif=windows_exif())),
        "PNG": (every, png_with(xmp)),
        "PNG packed": (every, png_with(xmp, is_packed=True)),
        "PNG IIM": (IPTC_FIELDS, png_with(iptc=iptc(), is_packed=True)),
        "PNG EXIF": (EXIF_FIELDS, png_with(exif=exif())),
        "WebP": (every, webp_with(xmp)),
        "WebP EXIF": (EXIF_FIELDS, webp_with(exif=exif())),
        "AVIF": (every, avif_with(xmp)),
        "AVIF EXIF": (EXIF_FIELDS, avif_with(exif=exif())),
        "HEIC": (every, boxes_with(xmp)),
        "HEIC EXIF": (EXIF_FIELDS, boxes_with(exif=exif())),
        "TIFF": (every, tiff_with(xmp)),
        "TIFF IIM": (IPTC_FIELDS, tiff_with(iptc=iptc())),
        "GIF": (every, gif_with(xmp)),
    }


def print_table(columns):
    """Print a line for each flavour: + right, - cannot hold it, else what was read instead."""
    print(f"{'':{WIDTH + 2}}" + " ".join(f"{field[:8]:8}" for field in SAID))
    wrong = []
    for name, (fields, data) in columns.items():
        found = {word.field: word.value for word in found_in(data).words}
        cells = []
        for field, text in SAID.items():
            value = found.get(field, "")
            is_right = value.split() == text.split()
            cells.append("+" if is_right else "WRONG" if field in fields or value else "-")
            if cells[-1] == "WRONG":
                wrong.append(f"{name}, {field}: {value!r}")
        print(f"{name:{WIDTH + 2}}" + " ".join(f"{cell:8}" for cell in cells))
    print(f"{len(wrong)} wrong", *wrong, sep="\n  ")


def written_by_exiftool(folder):
    """Photos whose words another program wrote."""
    made = {}
    groups = {
        "XMP": ("jpg", "png", "webp", "tif", "avif"),
        "IPTC": ("jpg", "tif"),
        "EXIF": ("jpg",),
    }
    for group, extensions in groups.items():
        fields = {field: t for field, tags in TAGS.items() for t in tags if t.startswith(group)}
        arguments = [f"-{tag}={_as_written(field, group)}" for field, tag in fields.items()]
        if group == "IPTC":
            arguments.append("-IPTC:CodedCharacterSet=UTF8")
        for extension in extensions:
            file = folder / f"{group}.{extension}"
            kind = {"jpg": "JPEG", "tif": "TIFF"}.get(extension, extension.upper())
            file.write_bytes(picture(kind))
            subprocess.run(
                ["exiftool", "-q", "-q", "-n", "-overwrite_original", *arguments, str(file)],
                check=True,
            )
            made[f"{group} {extension}"] = (set(fields), file.read_bytes())
    return made


def _as_written(field, group="XMP"):
    if field == "digital_source_type":
        return "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture"
    if field == "taken_on":
        return SAID[field].replace("-", ":") + (" 10:20:30" if group == "EXIF" else "")
    return SAID[field]


def print_what_exiftool_reads(folder):
    packed = packet_of(PublishedWords(**SAID, language="fr"))
    print(f"\nThe packet has {len(packed)} bytes. What exiftool reads in finished copies:")
    for kind in ("JPEG", "PNG", "WEBP"):
        file = folder / f"written.{kind.lower()}"
        file.write_bytes(with_packet(picture(kind), packed))
        read = _exiftool("-j", "-G1", "-n", "-d", "%Y-%m-%d", str(file))
        said = json.loads(read)[0]
        verdict = _exiftool("-validate", "-s3", str(file)).strip()
        print(f"  {kind}: -validate says {verdict}")
        for field, tags in TAGS.items():
            for tag in tags:
                if tag in said:
                    verdict = "+" if said[tag] == _as_written(field) else "?"
                    print(f"    {verdict} {tag:36} {said[tag]!r}")


def _exiftool(*arguments):
    done = subprocess.run(["exiftool", *arguments], check=True, capture_output=True, text=True)
    return done.stdout


def main():
    print("What is read of photos made for it (+ right, - that flavour cannot hold it):")
    print_table(flavours())
    if shutil.which("exiftool") is None:
        print("exiftool is not installed: it neither wrote nor read anything.")
        return
    with tempfile.TemporaryDirectory() as name:
        print("\nWhat is read of photos whose words exiftool wrote:")
        print_table(written_by_exiftool(Path(name)))
        print_what_exiftool_reads(Path(name))


if __name__ == "__main__":
    main()
