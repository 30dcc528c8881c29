"""GIF, WebP, AVIF, HEIC and TIFF files that mean harm, by what is wrong with each."""

import struct

from PIL import Image

from tests.media.hostile_parts import (
    MEGABYTE,
    SAMPLES,
    box,
    canvas,
    noise,
    part,
    plain_tiff,
    put,
    riff,
    saved,
    tiff,
    zeros,
)


def others():
    moving = [Image.new("P", (8, 8), shade) for shade in range(2)]
    gif = saved(moving[0], "GIF", save_all=True, append_images=moving[1:], duration=1)
    head = b"GIF89a" + struct.pack("<HHBBB", 8, 8, 0x80, 0, 0) + bytes(6)
    frame = b"," + struct.pack("<HHHHB", 0, 0, 8, 8, 0) + b"\x02\x02\x4c\x01\0"
    yield "GIF of 65,535 x 65,535", "bomb.gif", put(gif, 6, struct.pack("<HH", 65_535, 65_535))
    yield (
        "GIF whose picture is larger than it is",
        "out.gif",
        head + frame.replace(struct.pack("<HH", 8, 8), struct.pack("<HH", 60_000, 60_000)) + b";",
    )
    yield (
        "GIF with a comment of 50 MB",
        "says.gif",
        head + b"!\xfe" + (b"\xff" + b"x" * 255) * 200_000 + b"\0" + frame + b";",
    )
    yield (
        "GIF with 5,000,000 comments",
        "says.gif",
        head + b"!\xfe\x01x\0" * 5_000_000 + frame + b";",
    )
    yield "GIF with 500,000 pictures", "moves.gif", head + frame * 500_000 + b";"
    yield "GIF without an end", "open.gif", head + frame[:-1]
    yield (
        "WebP of 16,777,216 x 16,777,216",
        "bomb.webp",
        riff(canvas(1 << 24, 1 << 24), part(b"VP8 ", b"x" * 40)),
    )
    yield (
        "WebP of 16,383 x 16,383",
        "bomb.webp",
        saved(Image.new("L", (16_383, 600)), "WEBP", method=0).replace(
            struct.pack("<HH", 16_383, 600), struct.pack("<HH", 16_383, 16_383)
        ),
    )
    yield (
        "WebP that moves on 16,000 x 16,000",
        "moves.webp",
        riff(canvas(16_000, 16_000, 2), part(b"ANIM", bytes(6)), part(b"ANMF", bytes(16)) * 500),
    )
    yield (
        "WebP with lengths that lie",
        "long.webp",
        riff(part(b"VP8L", b"/" + bytes(30), 0xFFFFFFF0), size=0xFFFFFFF0),
    )
    yield (
        "WebP with 1,000,000 empty parts",
        "parts.webp",
        riff(canvas(40, 30), part(b"XXXX", b"") * 1_000_000),
    )
    small = saved(noise((64, 64)), "AVIF")
    extent = small.index(b"ispe") + 8
    yield (
        "AVIF of 60,000 x 60,000",
        "bomb.avif",
        put(small, extent, struct.pack(">II", 60_000, 60_000)),
    )
    yield (
        "AVIF of 4 GB boxes",
        "box.avif",
        box(b"ftyp", b"avif\0\0\0\0avifmif1") + box(b"meta", b"", 0xFFFFFFFF),
    )
    yield (
        "AVIF of boxes in boxes",
        "deep.avif",
        box(b"ftyp", b"avif\0\0\0\0avifmif1")
        + box(b"meta", bytes(4) + b"\0\xff\xff\xffiprp" * 100_000),
    )
    yield "AVIF with a box of length 0", "zero.avif", small[:32] + box(b"free", b"", 0) + small[32:]
    heic = (SAMPLES / "corner.heic").read_bytes()
    yield (
        "HEIC of 60,000 x 60,000",
        "bomb.heic",
        put(heic, heic.index(b"ispe") + 8, struct.pack(">II", 60_000, 60_000)),
    )
    yield "HEIC that is only a start", "start.heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"


def tiffs():
    body = bytes(4_000)
    packed = zeros(400)
    yield (
        "TIFF of 4,294,967,295 x 4,294,967,295",
        "bomb.tif",
        plain_tiff(width=2**32 - 1, height=2**32 - 1, after=body),
    )
    yield (
        "TIFF of 20,000 x 20,000, packed",
        "bomb.tif",
        plain_tiff(
            (259, 3, 1, 8),
            (279, 4, 1, len(packed)),
            width=20_000,
            height=20_000,
            after=bytes(80) + packed,
        ),
    )
    yield (
        "TIFF of 5,000 x 5,000, 400 MB in a strip",
        "strip.tif",
        plain_tiff(
            (259, 3, 1, 8),
            (273, 4, 1, 130),
            (279, 4, 1, len(packed)),
            width=5_000,
            height=5_000,
            after=bytes(8) + packed,
        ),
    )
    yield (
        "TIFF whose directories go round in circles",
        "circle.tif",
        plain_tiff(after=body, following=8),
    )
    yield "TIFF whose directory is outside", "outside.tif", b"II*\0\xf0\xff\xff\xff" + body
    yield (
        "TIFF with 4,294,967,295 strips",
        "strips.tif",
        plain_tiff((273, 4, 2**32 - 1, 200), after=body),
    )
    yield (
        "TIFF with 16,000,000 strips",
        "strips.tif",
        plain_tiff((273, 4, 16_000_000, 200), (279, 4, 16_000_000, 200), after=bytes(64_000_200)),
    )
    yield (
        "TIFF with 16,000,000 fractions",
        "fractions.tif",
        plain_tiff((282, 5, 10_000_000, 200), after=bytes(80_000_200)),
    )
    yield "TIFF with 65,535 entries", "entries.tif", tiff(*[(n, 3, 1, 1) for n in range(65_535)])
    yield (
        "TIFF with 65,535 colours in a pixel",
        "colours.tif",
        plain_tiff((277, 3, 1, 65_535), (258, 3, 65_535, 200), after=bytes(200_000)),
    )
    yield (
        "TIFF of 10,000 x 10,000 in tiles of one pixel",
        "tiles.tif",
        plain_tiff(
            (322, 3, 1, 1),
            (323, 3, 1, 1),
            (324, 4, 1, 200),
            width=10_000,
            height=10_000,
            after=body,
        ),
    )
    yield (
        "BigTIFF with 2^60 entries",
        "big.tif",
        b"II+\0\x08\0\0\0" + struct.pack("<QQ", 16, 2**60) + bytes(60 * MEGABYTE),
    )
    yield "TIFF with a JPEG that is none", "jpeg.tif", plain_tiff((259, 3, 1, 7), after=body)
    yield (
        "TIFF packed by LZW, all of it ones",
        "lzw.tif",
        plain_tiff((259, 3, 1, 5), after=b"\xff" * 4_000),
    )
    yield "TIFF packed in an unknown way", "odd.tif", plain_tiff((259, 3, 1, 34_999), after=body)
