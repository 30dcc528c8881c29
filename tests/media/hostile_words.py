"""Large files made to keep a reader of their words busy; run it to see how long each takes."""

import struct
import time
import zlib

from editor_app.media.found_words import found_in
from tests.media.photo_flavours import (
    chunk,
    dataset,
    jpeg,
    lang_alt,
    packet,
    photoshop,
    png,
    segment,
    tiff_with,
    webp_with,
)

MEGABYTE = 1024**2
FULL = segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + b"<a>" * 21_000)
RESOURCE = segment(0xED, b"Photoshop 3.0\0" + photoshop(dataset(120, b"x") * 9_000))
BOMB = chunk(b"iTXt", b"XML:com.adobe.xmp\0\1\0\0\0" + zlib.compress(bytes(60 * MEGABYTE)))
HUGE = {
    "packets": lambda: jpeg(FULL * 950),
    "empty segments": lambda: jpeg(segment(0xFE, b"") * 5_000_000),
    "records": lambda: jpeg(RESOURCE * 1_000),
    "padding": lambda: jpeg(b"\xff" * 60 * MEGABYTE),
    "one element": lambda: webp_with(packet("<a/>" * 500_000)[: 2 * MEGABYTE - 10]),
    "attributes": lambda: webp_with(
        b"<a " + b"".join(b"a%d='' " % n for n in range(160_000)) + b"/>"
    ),
    "instructions": lambda: webp_with(b"<a>" + b"<?x?>" * 400_000 + b"</a>"),
    "depth": lambda: webp_with(b"<a>" * 600_000),
    "languages": lambda: webp_with(
        packet("".join(lang_alt("dc:title", en=f"a{n}") for n in range(15_000)))
    ),
    "bombs": lambda: png(BOMB * 200),
    "chunks": lambda: png(chunk(b"tEXt", b"") * 3_000_000),
    "long chunk": lambda: png(chunk(b"tEXt", b"Raw profile type exif\0" + b"0" * 60 * MEGABYTE)),
    "tags": lambda: tiff_with(b"", b"", {33723: b"\x1c\2\x78\0\0" * 400_000}),
    "items": lambda: b"\0\0\0\x14ftypheic" + bytes(8) + struct.pack(">I4s", 0, b"meta") * 10**6,
}


def main():
    for name, make in HUGE.items():
        data = make()
        start = time.perf_counter()
        found = found_in(data)
        took = time.perf_counter() - start
        print(f"{name:16} {len(data) / MEGABYTE:6.1f} MB  {took:5.2f} s  {'; '.join(found.notes)}")


if __name__ == "__main__":
    main()
