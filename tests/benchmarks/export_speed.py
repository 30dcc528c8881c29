"""How long an export takes per item, beside the floor: writing the same bytes plainly.

    python tests/benchmarks/export_speed.py [--items 1000] [--photos 0]

Prints seconds, milliseconds per item and the ratio to the floor for: a first export (every text
is read and set), a second one with nothing changed, one with one item changed, a rehearsal, and a
fresh folder from kept texts. The floor writes the same files and brings them to the disk.
"""

import argparse
import io
import os
import shutil
import tempfile
import time
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from PIL import Image

from editor_app.export import texts
from editor_app.export.kit import ExportOptions, export_items
from editor_app.model.identity import ItemId
from editor_app.model.item import LeadFigure, NewsItem
from editor_app.model.status import Status
from editor_app.store.library import Library

NOW = datetime(2026, 3, 2, 14, 2, tzinfo=UTC)
PARAGRAPH = (
    "The council counted every bridge between the two towns, and found that **twelve** of them"
    " need work before winter; the [full list](https://www.example.org/list) names each one. "
)


def clock():
    return NOW


def items(count, lead_figures):
    for number in range(count):
        text = "\n\n".join(f"{PARAGRAPH * 3}Number {number}-{part}." for part in range(8))
        yield NewsItem(
            id=ItemId(f"01a00000-0000-7000-8000-{number:012x}"),
            headline=f"Headline {number}",
            standfirst="A survey of all bridges starts in autumn.",
            slug=f"item-{number}",
            section="Project News",
            status=Status.READY,
            display_date=date(2020, 1, 1) + timedelta(days=number % 2000),
            body=f"{text}\n\n## What comes next\n\n- one\n- two\n\n> A word.\n",
            lead_figure=lead_figures[number % len(lead_figures)],
            tags=("Bridges", "Winter"),
            countries=("AT",),
        )


def figures(library, count):
    made = []
    for number in range(count):
        file = io.BytesIO()
        Image.effect_noise((1800, 1200), 40 + number).convert("RGB").save(file, "JPEG")
        photo = library.photos.add(file.getvalue(), name="p.jpg")
        made.append(LeadFigure(src=photo.src, alt="Noise", credit="Jo Doe"))
    return made or [LeadFigure()]


def seconds(work):
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def plain_write(files, folder):
    """Write the same bytes to the same places, and bring them to the disk."""
    for path, data in files:
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--items", type=int, default=1000)
    parser.add_argument("--photos", type=int, default=0, help="different photos, shared by items")
    arguments = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="standfirst-export-"))
    try:
        with Library.open(folder / "library", clock=clock) as library:
            measure(library, folder, arguments)
    finally:
        shutil.rmtree(folder)


def measure(library, folder, arguments):
    count, site = arguments.items, folder / "site"
    library.items.add_many(items(count, figures(library, arguments.photos)))

    def export(to=site, **options):
        steps = export_items(library, None, to=to, options=ExportOptions(**options), clock=clock)
        return seconds(lambda: [None for _ in steps])

    figures_of = {"first export": export()}
    files = [
        (path.relative_to(site), path.read_bytes()) for path in site.rglob("*") if path.is_file()
    ]
    read = texts.read_markdown
    parsed = []
    texts.read_markdown = lambda text: parsed.append(text) or read(text)
    figures_of["nothing changed"] = export()
    unread = len(parsed)
    changed = library.items.get(ItemId(f"01a00000-0000-7000-8000-{1:012x}"))
    library.items.save(replace(changed, headline="Changed"), over=changed.version)
    figures_of["one item changed"] = export()
    figures_of["rehearsal"] = export(is_rehearsal=True)
    figures_of["fresh folder, kept texts"] = export(to=folder / "fresh")
    texts.read_markdown = read
    floor = seconds(lambda: plain_write(files, folder / "plain"))
    size = sum(len(data) for _, data in files)
    print(f"{count} items, {len(files)} files, {size / 1e6:.1f} MB")
    for name, took in (figures_of | {"floor: plain write and fsync": floor}).items():
        print(f"{name:30} {took:7.2f} s {1000 * took / count:7.2f} ms/item {took / floor:6.2f} x")
    print(f"texts read by the export of nothing changed: {unread}")


if __name__ == "__main__":
    main()
