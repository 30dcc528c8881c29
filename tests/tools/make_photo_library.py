"""Fill a library with many small painted photos, to try the Photos browser on.

    uv run python tests/tools/make_photo_library.py FOLDER --photos 5000

A third of them have all their words, a sixth lie over items, a few are upright, large, or in the
trash. The same number gives the same library.
"""

import argparse
import random
import sys
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from editor_app.media.painting import paint_landscape
from editor_app.model.identity import new_item_id
from editor_app.model.item import LeadFigure, NewsItem
from editor_app.model.photo_words import PhotoWords
from editor_app.store.library import Library

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
PLACES = ("Vienna", "Tbilisi", "Chisinau", "Beirut", "Dakar", "Lima", "Hanoi", "Suva")
THINGS = ("harbour", "market", "bridge", "school", "ferry", "workshop", "clinic", "field")
NAMES = ("Lena Okafor", "Ana Ruiz", "Jonas Weber", "Mei Tanaka", "Amina Diallo")
SHAPES = ((480, 320), (480, 320), (480, 360), (320, 480), (1280, 854))


def a_name(chance, number):
    return f"{chance.choice(PLACES).lower()}-{chance.choice(THINGS)}-{number:04d}.jpg"


def words_for(chance, name):
    place, thing = name.split("-")[0].title(), name.split("-")[1]
    return PhotoWords(
        alt=f"Low sun over hills behind a {thing}",
        caption=f"The {thing} of {place} in the morning",
        credit=f"Photo: {chance.choice(NAMES)}",
        place=place,
        licence=chance.choice(("cc-by-2.0", "cc-by-sa-4.0", "permission", "")),
    )


def fill(folder, photos):
    """Add so many photos to the library in folder, and items that show some of them."""
    ticks = count()
    chance = random.Random(photos)  # noqa: S311 - a choice, not a secret
    with Library.open(folder, clock=lambda: START + timedelta(minutes=next(ticks))) as library:
        added = []
        for number in range(photos):
            width, height = chance.choice(SHAPES)
            name = a_name(chance, number)
            data = paint_landscape(number, width=width, height=height)
            photo = library.photos.add(data, name=name)
            words = words_for(chance, name)
            if number % 3 == 0:
                library.photos.save_words(photo.src, words)
            added.append((photo.src, words))
        for number, (src, words) in enumerate(added[:: 6 if photos > 6 else 1]):
            lead = LeadFigure(src=src, alt=words.alt, caption=words.caption, credit=words.credit)
            item = NewsItem(
                id=new_item_id(START + timedelta(hours=number)),
                headline=words.caption,
                standfirst=f"What changed in {words.place}.",
                display_date=START.date(),
                lead_figure=lead,
                body="The first visitors came on Monday.\n",
            )
            library.items.save(item, over=0)
        library.photo_shelf.trash([src for src, _ in added[1::50]])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--photos", type=int, default=5000)
    arguments = parser.parse_args()
    fill(arguments.folder, arguments.photos)
    print(f"{arguments.photos} photos in {arguments.folder}")


if __name__ == "__main__":
    main()
