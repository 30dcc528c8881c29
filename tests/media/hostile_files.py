"""Files that came to harm, that mean it, or that are no photos; by what is wrong with each."""

import struct
import zlib

from tests.media.hostile_containers import others, tiffs
from tests.media.hostile_parts import MEGABYTE, SAMPLES, grains, noise, put, saved
from tests.media.hostile_pictures import jpegs, pngs


def broken_files():
    """Yield each kind of harm that can come to a file of any kind."""
    for kind, name in (("JPEG", "jpg"), ("PNG", "png"), ("WEBP", "webp"), ("GIF", "gif"),
                       ("TIFF", "tif"), ("AVIF", "avif")):  # fmt: skip
        data = saved(noise(), kind)
        for share in (0.02, 0.3, 0.6, 0.95):
            yield f"{kind} cut off at {share:.0%}", f"cut.{name}", data[: int(len(data) * share)]
        yield f"{kind} whose start was flipped", f"a.{name}", put(data, 14, b"\xff" * 12)
        yield (
            f"{kind} whose middle was flipped",
            f"b.{name}",
            put(data, len(data) // 2, b"\xff\xd8" * 40),
        )
        yield (
            f"{kind} with 2 MB of noise behind it",
            f"c.{name}",
            data + grains(2 * MEGABYTE),
        )
    for sample in ("corner.heic", "sideways.heic"):
        data = (SAMPLES / sample).read_bytes()
        yield f"HEIC {sample} cut off", "cut.heic", data[: len(data) * 2 // 3]
        yield f"HEIC {sample} flipped", "flipped.heic", put(data, len(data) // 2, b"\xff" * 30)


def disguised():
    """Yield what is no photo at all, whatever its name says."""
    eps = b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 99 99\n(x) (w) file 0 0 moveto showpage\n"
    yield "EPS named .png", "logo.png", eps
    yield (
        "EPS with a preview named .jpg",
        "logo.jpg",
        b"\xc5\xd0\xd3\xc6" + struct.pack("<I", 30) + bytes(22) + eps,
    )
    yield "EPS after blank lines, named .tif", "logo.tif", b"\r\n\r\n" + eps
    yield "PDF named .png", "paper.png", b"%PDF-1.7\n1 0 obj <</Type/Catalog>> endobj\n"
    yield (
        "SVG with a script",
        "drawing.svg",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
    )
    yield (
        "SVG named .png",
        "drawing.png",
        b"\xef\xbb\xbf<?xml version='1.0'?><!DOCTYPE svg><svg onload='x()'/>",
    )
    yield "SVG, zipped", "drawing.svgz", b"\x1f\x8b\x08\0" + zlib.compress(b"<svg/>")
    yield "web page named .jpg", "page.jpg", b"<!DOCTYPE html><html><script>x()</script></html>"
    yield (
        "Windows bitmap of 60,000 x 60,000",
        "old.bmp",
        b"BM" + bytes(16) + struct.pack("<II", 60_000, 60_000) + bytes(60),
    )
    yield "icon", "small.ico", b"\0\0\1\0\1\0" + bytes(40)
    yield "zip named .jpg", "pack.jpg", b"PK\3\4" + bytes(400)
    yield "program named .jpg", "run.jpg", b"\x7fELF" + bytes(400)
    yield "layered file named .jpg", "layers.jpg", b"8BPS\0\1" + bytes(400)
    yield "FLI film named .gif", "film.gif", b"\0\0\0\0\x11\xaf" + bytes(200)
    yield "words named .jpg", "words.jpg", b"These are only words.\n" * 50
    yield "nothing", "empty.jpg", b""
    yield "one byte", "one.jpg", b"\xff"
    yield "10 MB of zeros", "zeros.jpg", bytes(10 * MEGABYTE)
    yield "1 MB of noise", "noise.jpg", grains(MEGABYTE)
    yield (
        "101 MB that start like a JPEG",
        "huge.jpg",
        saved(noise(), "JPEG") + bytes(101 * MEGABYTE),
    )


def names():
    """Yield names that are traps, for a good photo and for a bad one."""
    good, bad = saved(noise((40, 30)), "JPEG"), b"no photo"
    for what, name in (
        ("line breaks", "first\nsecond\r\nthird\u2028fourth.jpg"),
        ("a turned direction", "photo\u202egpj.exe"),
        ("a way out of its folder", "../../../etc/passwd.jpg"),
        ("the name of a device", "CON.jpg"),
        ("400 characters", "a" * 396 + ".jpg"),
        ("a NUL", "a\0b.jpg"),
        ("half a character", "a\udcffb.jpg"),
        ("only what cannot be seen", "\u200b\u200e\u2066.jpg"),
    ):
        yield f"good photo, name with {what}", name, good
        yield f"no photo, name with {what}", name, bad


def hostile_files():
    """Yield all: what is wrong, the name, and the bytes."""
    for kinds in GROUPS:
        yield from kinds()


GROUPS = (broken_files, jpegs, pngs, others, tiffs, disguised, names)
