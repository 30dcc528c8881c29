"""What taking a photo into a library costs, beside opening and decoding it with Pillow alone.

    python tests/benchmarks/photo_intake.py [--photos 10]

Taking in means: know the kind and size, decode it once so that it is known to be whole, read what
its file says, write it durably under its SHA-256, and put it on record. *Decoded* is Pillow's
``open`` and ``load`` of the same bytes; *drafted* the same at an eighth of the size, which is the
least that shows a JPEG to be whole. Each photo differs, so that none is in the library already.
"""

import argparse
import io
import statistics
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from PIL import Image

from editor_app.store.library import Library

KINDS = {
    "JPEG, 24 megapixels": ("JPEG", (6000, 4000), {"quality": 88}),
    "JPEG, 12 megapixels": ("JPEG", (4000, 3000), {"quality": 88}),
    "JPEG, 12 megapixels, progressive": (
        "JPEG",
        (4000, 3000),
        {"quality": 88, "progressive": True},
    ),
    "PNG, 2 megapixels": ("PNG", (1920, 1080), {"compress_level": 6}),
    "WebP, 2 megapixels": ("WEBP", (1920, 1080), {"quality": 80, "method": 0}),
    "AVIF, 2 megapixels": ("AVIF", (1920, 1080), {"quality": 60, "speed": 9}),
}


def photos(kind, size, options, number):
    """Yield photos that are alike but for a pixel."""
    coarse = Image.effect_noise((size[0] // 6, size[1] // 6), 70)
    picture = coarse.resize(size, Image.Resampling.BICUBIC).convert("RGB")
    for shade in range(number):
        picture.paste((shade * 11 % 256, 90, 30), (0, 0, 64, 64))
        file = io.BytesIO()
        picture.save(file, kind, **options)
        yield file.getvalue()


def decoded(data):
    with Image.open(io.BytesIO(data)) as image:
        image.load()


def drafted(data):
    with Image.open(io.BytesIO(data)) as image:
        image.draft(None, (1, 1))
        image.load()


def milliseconds(work, things):
    spent = []
    for thing in things:
        start = time.perf_counter()
        work(thing)
        spent.append(1000 * (time.perf_counter() - start))
    return statistics.median(spent)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--photos", type=int, default=10, help="of each kind")
    number = parser.parse_args().photos
    with (
        tempfile.TemporaryDirectory() as folder,
        Library.open(Path(folder) / "library", clock=lambda: datetime.now(UTC)) as library,
    ):
        for name, (kind, size, options) in KINDS.items():
            some = list(photos(kind, size, options, number))
            taken = milliseconds(lambda data: library.photos.add(data, name="photo"), some)
            again = milliseconds(lambda data: library.photos.add(data, name="photo"), some)
            least, whole = milliseconds(drafted, some), milliseconds(decoded, some)
            megabytes = len(some[0]) / 1e6
            print(
                f"{name:33} {megabytes:5.1f} MB  taken in {taken:6.1f} ms, again {again:6.1f} ms;"
                f" Pillow decoded {whole:6.1f} ms, drafted {least:6.1f} ms; {taken / whole:.2f}"
            )


if __name__ == "__main__":
    main()
