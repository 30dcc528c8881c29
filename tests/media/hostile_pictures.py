"""JPEG, PNG and moving files that mean harm, by what is wrong with each."""

import struct
import zlib

from tests.media.hostile_parts import (
    EXIF,
    MEGABYTE,
    after_start,
    chunk,
    noise,
    pixels,
    png,
    put,
    saved,
    segment,
    tiff,
    zeros,
)


def jpegs():
    good = saved(noise(), "JPEG")
    frame = good.index(b"\xff\xc0")
    late = saved(noise((1600, 1200)), "JPEG", progressive=True)
    late_frame = late.index(b"\xff\xc2")
    scan = b"\xff\xda\x00\x08\x01\x01\x00\x00\x00\x01\x00"
    yield (
        "JPEG of 20,000 x 20,000",
        "bomb.jpg",
        put(good, frame + 5, struct.pack(">HH", 20_000, 20_000)),
    )
    yield (
        "JPEG of 65,500 x 65,500",
        "bomb.jpg",
        put(good, frame + 5, struct.pack(">HH", 65_500, 65_500)),
    )
    yield (
        "JPEG of 20,000 x 20,000, progressive",
        "bomb.jpg",
        put(late, late_frame + 5, struct.pack(">HH", 20_000, 20_000)),
    )
    yield (
        "JPEG of 5,000 x 5,000, progressive, and no data",
        "thin.jpg",
        put(late, late_frame + 5, struct.pack(">HH", 5_000, 5_000)),
    )
    yield "JPEG of no width", "none.jpg", put(good, frame + 5, b"\0\0\0\0")
    yield (
        "JPEG with a segment longer than the file",
        "long.jpg",
        after_start(good, segment(0xE5, b"x", 65_000)),
    )
    yield "JPEG with a segment of length 0", "zero.jpg", after_start(good, segment(0xE5, b"", 0))
    yield (
        "JPEG with 5,000,000 empty segments",
        "many.jpg",
        after_start(good, segment(0xFE, b"") * 5_000_000),
    )
    yield "JPEG with 60 MB of fill bytes", "fill.jpg", after_start(good, b"\xff" * (60 * MEGABYTE))
    yield (
        "JPEG with 60 MB of metadata",
        "said.jpg",
        after_start(good, segment(0xE1, EXIF + b"x" * 65_000) * 960),
    )
    yield "JPEG with 100,000 scans", "scans.jpg", late[:-2] + scan * 100_000 + b"\xff\xd9"
    yield "JPEG with 12 bits", "deep.jpg", put(good, frame + 4, b"\x0c")
    yield "JPEG with arithmetic coding", "arith.jpg", put(good, frame, b"\xff\xc9")
    yield (
        "JPEG without tables",
        "bare.jpg",
        good.replace(b"\xff\xdb", b"\xff\xe9").replace(b"\xff\xc4", b"\xff\xe8"),
    )
    yield (
        "JPEG whose EXIF goes round in circles",
        "circle.jpg",
        after_start(
            good, segment(0xE1, EXIF + tiff((0x8769, 4, 1, 8), (0x8825, 4, 1, 8), following=8))
        ),
    )
    yield (
        "JPEG whose EXIF points outside",
        "outside.jpg",
        after_start(good, segment(0xE1, EXIF + tiff((0x112, 2, 0x7FFFFFFF, 0xFFFFFF00)))),
    )
    yield (
        "JPEG turned by 9,999",
        "turned.jpg",
        after_start(good, segment(0xE1, EXIF + tiff((0x112, 3, 1, 9_999)))),
    )
    yield (
        "JPEG with a profile of nonsense",
        "icc.jpg",
        after_start(good, segment(0xE2, b"ICC_PROFILE\0\x01\x01" + b"x" * 60_000)),
    )
    yield (
        "JPEG with a profile of 255 parts, all one",
        "icc.jpg",
        after_start(good, segment(0xE2, b"ICC_PROFILE\0\x01\xff" + b"x" * 60_000) * 255),
    )
    yield (
        "JPEG that claims further views",
        "views.jpg",
        after_start(
            good, segment(0xE2, b"MPF\0" + tiff((0xB001, 4, 1, 60_000), (0xB002, 7, 960_000, 8)))
        ),
    )
    yield (
        "JPEG with Photoshop resources that lie",
        "ps.jpg",
        after_start(good, segment(0xED, b"Photoshop 3.0\x008BIM\x04\x04\0\0\x7f\xff\xff\xffx")),
    )


def pngs():
    row = pixels(40, 30)
    wide = (b"\0" + bytes(3 * 20_000)) * 50
    yield (
        "PNG of 20,000 x 20,000, 1.2 GB of pixels",
        "bomb.png",
        png(chunk(b"IDAT", zeros(1_145)), width=20_000, height=20_000),
    )
    yield (
        "PNG of 2,147,483,647 x 2,147,483,647",
        "bomb.png",
        png(row, width=2**31 - 1, height=2**31 - 1),
    )
    yield "PNG of no size", "none.png", png(row, width=0, height=0)
    yield (
        "PNG of 20,000 x 1,000 with 50 rows",
        "cut.png",
        png(chunk(b"IDAT", zlib.compress(wide)), width=20_000, height=1_000),
    )
    yield (
        "PNG, woven, of 20,000 x 20,000",
        "woven.png",
        png(row, width=20_000, height=20_000, interlaced=1),
    )
    yield (
        "PNG of 6,000 x 6,000 in 16 bits, 200 MB of nothing",
        "deep.png",
        png(chunk(b"IDAT", zeros(200)), width=6_000, height=6_000, depth=16),
    )
    yield "PNG whose pixels go on for 1 GB", "more.png", png(chunk(b"IDAT", zeros(1_000)))
    yield (
        "PNG with a zTXt of 1 GB",
        "text.png",
        png(chunk(b"zTXt", b"Comment\0\0" + zeros(1_000)), row),
    )
    yield (
        "PNG with an iTXt of 1 GB",
        "text.png",
        png(chunk(b"iTXt", b"XML:com.adobe.xmp\0\x01\0\0\0" + zeros(1_000)), row),
    )
    yield (
        "PNG with a profile of 1 GB",
        "icc.png",
        png(chunk(b"iCCP", b"sRGB\0\0" + zeros(1_000)), row),
    )
    yield (
        "PNG with 80 texts of 1 MB",
        "texts.png",
        png(*[chunk(b"zTXt", b"C\0\0" + zeros(1))] * 80, row),
    )
    yield "PNG with 1,000,000 texts", "texts.png", png(chunk(b"tEXt", b"a\0b") * 1_000_000, row)
    yield "PNG with 4,000,000 empty parts", "parts.png", png(chunk(b"IDAT", b"") * 4_000_000, row)
    yield "PNG with a part of 4 GB", "part.png", png(chunk(b"tEXt", b"a\0b", 0xFFFFFFFF), row)
    yield "PNG with wrong sums", "sums.png", png(row[:-4] + b"\0\0\0\0")
    yield "PNG with a palette and no colours", "pal.png", png(row, kind=3)
    yield "PNG of a kind that there is not", "kind.png", png(row, kind=5, depth=7)
    yield (
        "PNG that moves 4,294,967,295 times",
        "moves.png",
        png(chunk(b"acTL", struct.pack(">II", 2**32 - 1, 0)), row),
    )
    yield (
        "PNG whose EXIF goes round in circles",
        "circle.png",
        png(chunk(b"eXIf", tiff((0x8769, 4, 1, 8), following=8)), row),
    )
    fractions = tiff((0x112, 5, 3_000_000, 26), after=bytes(24_000_000))
    yield (
        "PNG turned by 3,000,000 fractions",
        "turned.png",
        png(chunk(b"eXIf", fractions), row),
    )
