"""Libraries to begin with, made once for all runs of a phase."""

import json
import random
import shutil
from dataclasses import replace
from datetime import timedelta

from editor_app import clock
from editor_app.model.identity import new_item_id
from editor_app.model.item import LeadFigure, NewsItem
from editor_app.model.status import Status
from editor_app.store.backups.making import backup
from editor_app.store.library import Library
from tests.faults.phases import TEXT, a_photo
from tests.faults.places import Place
from tests.faults.scoring import state_of
from tests.store.earlier_shapes import turn_back

_FIRST_STEP = 1


def make(phase, folder):
    """Make the place that runs of a phase begin with."""
    place = Place(folder)
    place.copies.mkdir(parents=True)
    _MAKERS.get(phase, _nothing)(place)
    return place


def copied(template, folder):
    """Return a copy of a place for one run."""
    shutil.copytree(template.folder, folder)
    return Place(folder)


def _item(**fields):
    return NewsItem(id=new_item_id(clock.now()), **fields)


def _items(library, number):
    return [
        library.items.save(
            _item(headline=f"Headline {n}", body=f"{TEXT}\n", slug=f"item-{n}"), over=0
        )
        for n in range(number)
    ]


def _nothing(place):
    Library.open(place.library, clock=clock.now).close()


def _one_item(place):
    with Library.open(place.library, clock=clock.now) as library:
        _items(library, 1)


def _site(place):
    chance = random.Random(1)  # noqa: S311 - sample photos
    with Library.open(place.library, clock=clock.now) as library:
        photos = [library.photos.add(a_photo(chance), name=f"{n}.jpg") for n in range(3)]
        for number, item in enumerate(_items(library, 9)):
            lead = LeadFigure(src=photos[number % 3].src, alt="Boats", credit="Photo: A. Nowak")
            ready = replace(item, status=Status.READY, standfirst="So it is.", lead_figure=lead)
            library.items.save(ready, over=item.version)


def _texts(place):
    _nothing(place)
    place.texts.mkdir()
    for number in range(6):
        text = f"# Headline {number}\n\n{TEXT}\n\n## More\n\n{TEXT}\n"
        name = f"text-{number}.{'md' if number % 2 else 'txt'}"
        (place.texts / name).write_text(text, encoding="utf-8")


def _states(place):
    """Make a library of two states, of which there are backups, and a third that it holds."""
    states, chance = [], random.Random(2)  # noqa: S311 - sample photos
    with Library.open(place.library, clock=clock.now) as library:
        for turn in range(3):
            photo = library.photos.add(a_photo(chance), name=f"{turn}.jpg")
            for item in _items(library, 4):
                shown = f"{item.body}\n![Boats]({photo.src})\n"
                library.items.save(replace(item, body=shown), over=item.version)
            states.append(state_of(library))
            if turn < 2:
                backup(library, place.copies / f"state-{turn}.zip")
    place.states.write_text(json.dumps(states))


def _earlier_shape(place):
    with Library.open(place.library, clock=clock.now) as library:
        for item in _items(library, 60):
            library.items.save(replace(item, standfirst="Again."), over=item.version)
        place.states.write_text(json.dumps([state_of(library)]))
    turn_back(place.library, _FIRST_STEP)


def _old_versions(place):
    """Make items with versions of a hundred days, of which some have names."""
    moment = clock.now() - timedelta(days=100)
    with Library.open(place.library, clock=lambda: moment) as library:
        items = _items(library, 12)
        for turn in range(50):
            moment += timedelta(days=2, minutes=7)
            items = [
                library.items.save(replace(item, standfirst=f"{turn}"), over=item.version)
                for item in items
            ]
            if turn % 10 == 0:
                library.history.name(items[turn % 12].id, items[0].version, f"Turn {turn}")
        place.states.write_text(json.dumps([state_of(library)]))


def _photos(place):
    chance = random.Random(3)  # noqa: S311 - sample photos
    with Library.open(place.library, clock=clock.now) as library:
        for number in range(16):
            photo = library.photos.add(a_photo(chance), name=f"{number}.jpg")
            if number % 3 == 0:
                library.items.save(_item(body=f"![Boats]({photo.src})\n"), over=0)
        place.states.write_text(json.dumps([state_of(library)]))


_MAKERS = {
    "leaving": _one_item,
    "window": _one_item,
    "window closing": _one_item,
    "export": _site,
    "import": _texts,
    "backup": _site,
    "restore": _states,
    "migration": _earlier_shape,
    "thinning": _old_versions,
    "photo sweep": _photos,
}
