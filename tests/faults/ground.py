"""The ground on which disks fail: a library worked on for a while, and what is known of it."""

import shutil
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path

from editor_app.export.kit import ExportOptions, export_items
from editor_app.model.fields import checksum
from editor_app.model.house import House
from editor_app.model.identity import ItemId
from editor_app.model.item import LeadFigure, NewsItem
from editor_app.model.photo_words import PhotoWords
from editor_app.model.status import Status
from editor_app.store.backups.archive import Occasion
from editor_app.store.backups.keeping import keep_backup, own_place
from editor_app.store.backups.making import backup
from editor_app.store.library import Library
from editor_app.store.query import ItemQuery
from tests.builders import THEN, a_photo

ITEMS = 3


@dataclass(frozen=True)
class Ground:
    """A folder in which a process works; only what lies in ``faulted`` goes wrong."""

    folder: Path

    @property
    def faulted(self):
        """All that the product writes."""
        return self.folder / "faulted"

    @property
    def library(self):
        """The library."""
        return self.faulted / "library"

    @property
    def site(self):
        """What is exported goes here."""
        return self.faulted / "site"

    @property
    def usb(self):
        """Whole backups go here."""
        return self.faulted / "usb"

    @property
    def log(self):
        """What the product said to be saved; never goes wrong."""
        return self.folder / "acknowledged.jsonl"

    def copied(self, to):
        """Return a ground of its own with the same in it."""
        shutil.rmtree(to, ignore_errors=True)
        shutil.copytree(self.folder, to)
        return Ground(to)

    @cached_property
    def whole_backup(self):
        """The backup of the whole library, as it was at first."""
        return next(iter(sorted(self.usb.glob("standfirst-*.zip"))))


def clock_at(day):
    """Return a clock that stands still so many days after the beginning."""
    return lambda: THEN + timedelta(days=day)


def finished(steps):
    """Run steps to their end and return what they come to."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value


def item_id(number):
    """Return the id of an item on the ground."""
    return ItemId(f"01a00000-0000-7000-8000-{number:012x}")


def export(library, ground, clock, **options):
    """Export all that is finished."""
    return finished(
        export_items(library, None, to=ground.site, options=ExportOptions(**options), clock=clock)
    )


def prepared(folder, *, items=ITEMS):
    """Make a ground: items in several versions, photos with words, backups, an export."""
    ground = Ground(folder)
    ground.faulted.mkdir(parents=True)
    ground.usb.mkdir()
    with Library.open(ground.library, clock=clock_at(0)) as library:
        library.house.save(House(organisation="Doctors"))
        for number in range(1, items + 1):
            _add(library, number)
        backup(library, ground.usb)
        keep_backup(library, own_place(library), occasion=Occasion.AUTOMATIC)
    with Library.open(ground.library, clock=clock_at(1)) as library:
        change(library, 1, standfirst="What is exported.")
        export(library, ground, clock_at(1))
        keep_backup(library, own_place(library), occasion=Occasion.AUTOMATIC)
    with Library.open(ground.library, clock=clock_at(2)) as library:
        change(library, 1, headline="Changed since the export")
    return ground


def change(library, number, **fields):
    """Save an item with other words; a second time it makes no difference."""
    item = library.items.get(item_id(number))
    return library.items.save(replace(item, **fields), over=item.version)


def a_finished_item(number, **fields):
    """Return an item that may go out."""
    usual = {
        "id": item_id(number),
        "headline": f"Headline {number}",
        "standfirst": f"A standfirst that item {number} has and no other.",
        "slug": f"item-{number}",
        "status": Status.READY,
        "display_date": date(2026, 3, 1),
        "tags": (f"tag {number}", "river"),
        "body": f"The text of item {number}, which nobody else wrote.\n\n## More\n\n- a list\n",
    }
    return NewsItem(**(usual | fields))


def add_photo(library, number):
    """Add a photo with words, and return it as the lead figure of an item."""
    colour = f"#{number * 37 % 256:02x}{number * 91 % 256:02x}40"
    photo = library.photos.add(a_photo(48, 32, colour), name=f"boat-{number}.jpg")
    words = PhotoWords(alt=f"Boat {number}", credit=f"Photographer {number}")
    library.photos.save_words(photo.src, words)
    return LeadFigure(src=photo.src, alt=f"Boat {number}", credit=f"Photographer {number}")


def _add(library, number):
    item = a_finished_item(number, lead_figure=add_photo(library, number))
    item = library.items.save(item, over=0)
    for turn in range(number % 3):
        item = library.items.save(replace(item, byline=f"Reporter {turn}"), over=item.version)


@dataclass(frozen=True)
class Contents:
    """All words in a library, as checksums that can be compared."""

    items: dict
    versions: dict
    photos: dict
    house: House

    @classmethod
    def of(cls, library):
        """Read all of it; what is damaged is complained about by the product."""
        ids = library.items.ids(ItemQuery())
        ids += [one for one in library.items.ids(ItemQuery(is_trashed=True)) if one not in ids]
        srcs = [photo.src for photo in library.photos.all()]
        return cls(
            items={one: checksum(library.items.get(one)) for one in ids},
            versions={one: versions_of(library, one) for one in ids},
            photos={
                src: repr(record.typed) for src, record in library.photos.records(srcs).items()
            },
            house=library.house.get(),
        )


def versions_of(library, one):
    """Return the checksum of each version of an item, read from its words."""
    return {
        revision.version: checksum(library.history.get(one, revision.version))
        for revision in library.history.versions(one)
    }
