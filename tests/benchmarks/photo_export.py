"""How long an export of items with photos takes, the first time and when nothing changed.

    python tests/benchmarks/photo_export.py [--items 1000]

Each item has a photo of its own above its text, and three of ten show another one in it. Prints
for each export: seconds, milliseconds per item, how many photos were decoded, how many files were
written, and peak memory. The floor of an export of nothing is to read and hash what lies there.
"""

import argparse
import hashlib
import resource
import shutil
import tempfile
import time
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from editor_app.background.threads import on_all_cores
from editor_app.export.kit import ExportOptions, export_items
from editor_app.intake.sample import Shown, sample_items
from editor_app.intake.sample_photos import sample_photos
from editor_app.model.photo_words import PhotoWords
from editor_app.model.status import Status
from editor_app.store.library import Library

NOW = datetime(2026, 3, 2, 14, 2, tzinfo=UTC)


def clock():
    return NOW


def fill(library, count):
    """Put items that are ready into a library, each with its photo; return the photos' srcs."""
    shown = [
        Shown(library.photos.add(one.data, name=one.name).src, one.credit)
        for one in sample_photos(count)
    ]
    items = sample_items(count, sources=shown, now=NOW)
    library.items.add_many(replace(item, status=Status.READY) for item in items)
    return [one.src for one in shown]


def exported(library, site, **options):
    """Export everything and return seconds, photos decoded, and what became of the files."""
    decoded, start = library.renditions.decoded, time.perf_counter()
    options = ExportOptions(each=on_all_cores, **options)
    steps = export_items(library, None, to=site, options=options, clock=clock)
    report = finished(steps)
    took = time.perf_counter() - start
    if report.held_back:
        raise SystemExit(f"held back: {report.held_back[0]}")
    actions = Counter(action for _, action in report.files)
    return took, library.renditions.decoded - decoded, actions


def finished(steps):
    """Run steps to their end and return what they come to."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value


def hashed(site):
    """Return how long it takes to read and hash every file of a folder."""
    start = time.perf_counter()
    for path in site.rglob("*"):
        if path.is_file():
            with path.open("rb") as stream:
                hashlib.file_digest(stream, "sha256")
    return time.perf_counter() - start


def measure(library, folder, count):
    site = folder / "site"
    start = time.perf_counter()
    srcs = fill(library, count)
    print(f"{count} items, {len(srcs)} photos, filled in {time.perf_counter() - start:.1f} s")

    def report(name, result):
        took, decoded, actions = result
        print(
            f"{name:34} {took:8.2f} s {1000 * took / count:8.2f} ms/item {decoded:6} decoded"
            f" {actions['written']:6} written {actions['kept']:6} kept"
        )

    report("rehearsal, nothing made yet", exported(library, site, is_rehearsal=True))
    report("first export", exported(library, site))
    report("nothing changed", exported(library, site))
    report("rehearsal, nothing changed", exported(library, site, is_rehearsal=True))
    library.photos.save_words(srcs[0], PhotoWords(copyright_notice="© 2026 Somebody else"))
    report("one photo's words changed", exported(library, site))
    report("fresh folder, copies kept", exported(library, folder / "fresh"))
    files = [path for path in site.rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in files)
    print(f"{len(files)} files, {size / 1e6:.1f} MB")
    print(f"floor: read and hash them all {hashed(site):12.2f} s")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--items", type=int, default=1000)
    arguments = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="standfirst-photos-"))
    try:
        with Library.open(folder / "library", clock=clock) as library:
            measure(library, folder, arguments.items)
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
