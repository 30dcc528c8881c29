import io
import struct
import zlib

import pytest
from PIL import Image, ImageCms

from editor_app.media.packet import PublishedWords, packet_of, with_packet
from tests.media.photo_flavours import picture

EVEN = packet_of(PublishedWords(credit="Ana"))
ODD = packet_of(PublishedWords(credit="Anna"))
PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def opened(data):
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def chunks_of_webp(data):
    """The chunks of a WebP file, whose sizes must lead exactly to its end."""
    assert data[:4] == b"RIFF"
    assert struct.unpack_from("<I", data, 4)[0] == len(data) - 8
    place, chunks = 12, []
    while place < len(data):
        name, size = struct.unpack_from("<4sI", data, place)
        chunks.append((name, data[place + 8 : place + 8 + size]))
        assert size % 2 == 0 or data[place + 8 + size] == 0
        place += 8 + size + size % 2
    assert place == len(data)
    return chunks


@pytest.mark.parametrize("packet", [EVEN, ODD], ids=["even", "odd"])
@pytest.mark.parametrize("size", [(1, 1), (24, 16), (33, 17), (1280, 3)])
@pytest.mark.parametrize(
    ("kind", "mode", "options"),
    [
        ("JPEG", "RGB", {"progressive": True}),
        ("JPEG", "L", {}),
        ("JPEG", "CMYK", {}),
        ("JPEG", "RGB", {"icc_profile": PROFILE}),
        ("PNG", "RGB", {}),
        ("PNG", "RGBA", {"icc_profile": PROFILE}),
        ("PNG", "P", {}),
        ("WEBP", "RGB", {}),
        ("WEBP", "RGBA", {}),
        ("WEBP", "RGB", {"lossless": True}),
        ("WEBP", "RGBA", {"lossless": True}),
        ("WEBP", "RGB", {"icc_profile": PROFILE}),
    ],
)
def test_the_pixels_stay_as_they_are(kind, mode, options, size, packet):
    plain = picture(kind, size, mode, **options)
    before, after = opened(plain), opened(with_packet(plain, packet))
    assert (after.size, after.mode, after.format) == (before.size, before.mode, kind)
    assert after.tobytes() == before.tobytes()
    assert after.info.get("icc_profile") == before.info.get("icc_profile")
    xmp = after.info.get("xmp") or after.info.get("XML:com.adobe.xmp", "").encode()
    assert xmp == packet


def test_a_jpeg_keeps_its_first_head_first():
    written = with_packet(picture("JPEG"), EVEN)
    assert written[2:11] == b"\xff\xe0\x00\x10JFIF\0"
    assert written[20:22] == b"\xff\xe1"
    assert written[24:].startswith(b"http://ns.adobe.com/xap/1.0/\0")


def test_a_jpeg_without_any_head_gets_its_words_too():
    bare = picture("JPEG")
    bare = bare[:2] + bare[20:]
    assert opened(with_packet(bare, EVEN)).info["xmp"] == EVEN


def test_a_png_is_whole_and_says_its_words_before_its_pixels():
    written = with_packet(picture("PNG"), EVEN)
    Image.open(io.BytesIO(written)).verify()
    place, names = 8, []
    while place < len(written):
        size, name = struct.unpack_from(">I4s", written, place)
        content = written[place + 4 : place + 8 + size]
        assert struct.unpack_from(">I", written, place + 8 + size)[0] == zlib.crc32(content)
        names.append(name)
        place += 12 + size
    assert names.index(b"iTXt") < names.index(b"IDAT")
    assert names.count(b"iTXt") == 1


@pytest.mark.parametrize("packet", [EVEN, ODD], ids=["even", "odd"])
@pytest.mark.parametrize(
    ("mode", "options", "flags"),
    [
        ("RGB", {}, 0x04),
        ("RGBA", {}, 0x14),
        ("RGB", {"lossless": True}, 0x04),
        ("RGBA", {"lossless": True}, 0x14),
        ("RGB", {"icc_profile": PROFILE}, 0x24),
        ("RGB", {"exif": b"Exif\0\0II*\0\x08\0\0\0\0\0\0\0\0\0"}, 0x04),
    ],
)
def test_a_webp_says_truly_what_it_holds(mode, options, flags, packet):
    written = with_packet(picture("WEBP", (33, 17), mode, **options), packet)
    chunks = chunks_of_webp(written)
    names = [name for name, _ in chunks]
    assert names[0] == b"VP8X"
    assert names[-1] == b"XMP "
    assert names.count(b"XMP ") == 1
    head = chunks[0][1]
    assert head[0] == flags
    assert len(head) == 10
    assert int.from_bytes(head[4:7], "little") + 1 == 33
    assert int.from_bytes(head[7:10], "little") + 1 == 17
    assert chunks[-1][1] == packet


@pytest.mark.parametrize("data", [b"", b"GIF89a", picture("GIF"), picture("AVIF")])
def test_other_kinds_of_files_are_not_written(data):
    with pytest.raises(ValueError, match="not a JPEG, PNG or WebP"):
        with_packet(data, EVEN)


def test_a_webp_of_an_unknown_kind_is_not_written():
    with pytest.raises(ValueError, match="no WebP starts"):
        with_packet(b"RIFF\x0c\0\0\0WEBPVP9 \0\0\0\0", EVEN)


def test_a_jpeg_whose_segments_are_out_of_step_is_not_written():
    data = picture("JPEG")
    with pytest.raises(ValueError, match="no segment at"):
        with_packet(data[:2] + b"\0\0\0\4" + data[2:], EVEN)
