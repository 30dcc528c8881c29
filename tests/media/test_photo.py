import contextlib
import io
import struct
import subprocess
import sys
import zlib

import pytest
from PIL import Image

from editor_app.media.errors import PhotoRefusedError
from editor_app.media.photo import inspect

FORMATS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp", "GIF": "gif", "AVIF": "avif", "TIFF": "tif"}


def a_picture(kind="JPEG", *, size=(60, 40), mode="RGB", **saved):
    file = io.BytesIO()
    Image.effect_noise(size, 60).convert(mode).save(file, kind, **saved)
    return file.getvalue()


def turned(kind, orientation):
    exif = Image.Exif()
    exif[0x0112] = orientation
    return a_picture(kind, exif=exif)


def a_png_that_claims(width, height):
    def chunk(name, data):
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    end = chunk(b"IDAT", zlib.compress(b"\0")) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + end


@pytest.mark.parametrize("kind", FORMATS)
def test_a_photo_is_known_by_its_bytes_and_not_by_its_name(kind):
    photo = inspect(a_picture(kind), name="holiday.xyz")
    assert photo.extension == FORMATS[kind]
    assert (photo.width, photo.height) == (60, 40)
    assert photo.src == f"media/{photo.sha256[:2]}/{photo.sha256}.{photo.extension}"


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "TIFF"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_width_and_height_are_those_of_the_upright_picture(kind, orientation):
    photo = inspect(turned(kind, orientation))
    assert (photo.width, photo.height) == ((60, 40) if orientation < 5 else (40, 60))


@pytest.mark.parametrize("kind", FORMATS)
def test_a_photo_that_stops_half_way_is_refused(kind):
    data = a_picture(kind, size=(400, 300))
    with pytest.raises(PhotoRefusedError) as refused:
        inspect(data[: len(data) // 2], name="half")
    assert refused.value.hint


@pytest.mark.parametrize(("width", "height"), [(9_000, 9_000), (60_000, 60_000), (2**31 - 1, 4)])
def test_a_picture_of_too_many_pixels_is_refused_before_it_is_decoded(width, height):
    with pytest.raises(PhotoRefusedError, match=r"million pixels|damaged"):
        inspect(a_png_that_claims(width, height))


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        (b"", "a.jpg", "empty"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "a.svg", "SVG"),
        (b"<?xml version='1.0'?>\n<!-- x --><svg/>", "photo.png", "SVG"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n", "photo.png", "PostScript"),
        (b"\xc5\xd0\xd3\xc6" + bytes(40), "a.jpg", "PostScript"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "IMG_1.JPG", "not a photo|damaged"),
        (b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic", "IMG_1.HEIC", "not a photo|damaged"),
        (b"%PDF-1.7\n", "a.jpg", "PDF"),
        (b"8BPS\0\1", "a.jpg", "working file"),
        (b"BM\0\0\0\0", "a.jpg", "bitmap"),
        (b"II*\0\x08\0\0\0", "a.nef", "raw file"),
        (b"just words", "a.jpg", "not a photo"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "a.png", "not a photo|damaged"),
        (b"\xff\xd8\xff\xe0" + b"\xff" * 400, "a.jpg", "not a photo|damaged"),
        (b"GIF89a" + b"\xff" * 30, "a.gif", "not a photo|damaged|million"),
    ],
)
def test_what_is_no_photo_is_refused_with_the_reason_and_a_hint(data, name, reason):
    with pytest.raises(PhotoRefusedError, match=reason) as refused:
        inspect(data, name=name)
    assert refused.value.message.endswith(".")
    assert refused.value.hint


def test_every_flipped_byte_gives_a_photo_or_a_refusal():
    data = a_picture("PNG", size=(12, 9))
    for at in range(len(data)):
        changed = data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :]
        with contextlib.suppress(PhotoRefusedError):
            assert inspect(changed).size == len(data)


def test_no_other_program_is_started_for_a_postscript_file(tmp_path):
    script = (
        "import sys\n"
        "sys.addaudithook(lambda event, _: event == 'subprocess.Popen' and sys.exit(9))\n"
        "from editor_app.media.photo import inspect\n"
        "from editor_app.media.errors import PhotoRefusedError\n"
        "from editor_app.media import decoding, refusals\n"
        "decoding.refusal_for = lambda *_, **_named: None\n"  # even if nobody looked at it before
        "try:\n    inspect(b'%!PS-Adobe-3.0 EPSF-3.0\\n%%BoundingBox: 0 0 9 9\\n', name='a.png')\n"
        "except PhotoRefusedError:\n    sys.exit(0)\n"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
