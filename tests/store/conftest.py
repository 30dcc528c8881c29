"""A real library in a folder, items that name only what matters, and a clock that ticks."""

import io
import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count

import pytest
from PIL import Image

from editor_app.model.house import House
from editor_app.model.identity import new_item_id
from editor_app.model.item import LeadFigure, NewsItem
from editor_app.store.library import Library
from tests.store import earlier_shapes

START = datetime(2026, 3, 2, 14, 2, tzinfo=UTC)


class Clock:
    """A clock that goes on by a second at each look."""

    def __init__(self):
        self._ticks = count()

    def __call__(self):
        return START + timedelta(seconds=next(self._ticks))


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture(scope="session")
def _new_library(tmp_path_factory):
    """Make one empty library, to copy: the migrations take longer than a whole test."""
    folder = tmp_path_factory.mktemp("new") / "library"
    Library.open(folder, clock=Clock()).close()
    return folder


@pytest.fixture
def folder(tmp_path, _new_library):
    """Return the folder of an empty library that is not open."""
    return shutil.copytree(_new_library, tmp_path / "library")


@pytest.fixture
def library(folder, clock):
    with Library.open(folder, clock=clock) as library:
        yield library


@pytest.fixture
def an_item():
    """Return a maker of items with ids of their own."""
    numbers = count()

    def make(**fields):
        moment = START - timedelta(days=1) + timedelta(seconds=next(numbers))
        return replace(NewsItem(id=new_item_id(moment)), **fields)

    return make


@pytest.fixture
def a_photo():
    """Return a maker of JPEG bytes; another colour is another photo."""

    def make(colour="red"):
        file = io.BytesIO()
        Image.new("RGB", (40, 30), colour).save(file, "JPEG")
        return file.getvalue()

    return make


@pytest.fixture
def damage():
    """Return a way to put other bytes of the same length into a closed library's database."""

    def change(folder, before, after):
        path = folder / "library.db"
        data = path.read_bytes()
        assert len(before) == len(after)
        assert before in data, "nothing to damage"
        path.write_bytes(data.replace(before, after))

    return change


@pytest.fixture
def turn_back():
    """Return a way to give a closed library's database the shape that it had at an earlier step."""
    return earlier_shapes.turn_back


@pytest.fixture
def filled(library, an_item, a_photo):
    """Return a library with two items, one of them in its second version, and a photo in use."""
    photo = library.photos.add(a_photo(), name="a.jpg")
    lead = LeadFigure(src=photo.src, alt="Boats", credit="A. Nowak")
    first = library.items.save(an_item(headline="Flood", lead_figure=lead, tags=("a",)), over=0)
    library.items.save(replace(first, body=f"![Boats]({photo.src})"), over=1)
    library.items.save(an_item(headline="Drought"), over=0)
    library.house.save(House(organisation="Doctors"))
    return library
