"""A real library, and exports from it run to their end."""

import io
import shutil
from datetime import UTC, date, datetime
from itertools import count

import pytest
from PIL import Image

from editor_app.export.kit import ExportOptions, export_items
from editor_app.model.identity import ItemId
from editor_app.model.item import LeadFigure, NewsItem
from editor_app.model.status import Status
from editor_app.store.library import Library

NOW = datetime(2026, 3, 2, 14, 2, tzinfo=UTC)


def clock():
    return NOW


def a_finished_item(number=1, **fields):
    usual = {
        "id": ItemId(f"01a00000-0000-7000-8000-{number:012x}"),
        "headline": f"Headline {number}",
        "standfirst": "A standfirst.",
        "slug": f"item-{number}",
        "status": Status.READY,
        "display_date": date(2026, 3, 1),
        "body": f"The text of item {number}.\n\n## More\n\n- a list\n",
    }
    return NewsItem(**(usual | fields))


def tree(folder):
    """Return every file and folder under folder with its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None
        for path in sorted(folder.rglob("*"))
    }


def finished(steps):
    """Run steps to their end and return what they come to."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value


@pytest.fixture(scope="session")
def _new_library(tmp_path_factory):
    folder = tmp_path_factory.mktemp("new") / "library"
    Library.open(folder, clock=clock).close()
    return folder


@pytest.fixture
def library(tmp_path, _new_library):
    with Library.open(shutil.copytree(_new_library, tmp_path / "library"), clock=clock) as library:
        yield library


@pytest.fixture
def numbers():
    """Return numbers that were not used yet."""
    return count(1000)


@pytest.fixture
def save(library):
    """Return a way to save a finished item, or a new version of one."""

    def save(number=1, **fields):
        item = a_finished_item(number, **fields)
        return library.items.save(item, over=fields.get("version", 0))

    return save


@pytest.fixture
def lead(library):
    """Return a way to have a lead figure of a photo in the library."""

    def make(colour="teal"):
        file = io.BytesIO()
        Image.new("RGB", (320, 200), colour).save(file, "JPEG")
        photo = library.photos.add(file.getvalue(), name="p.jpg")
        return LeadFigure(src=photo.src, alt="A boat", caption="On the river", credit="Jo Doe")

    return make


@pytest.fixture
def steps(library, tmp_path):
    """Return a way to begin an export to the folder ``site``."""

    def begin(*ids, to=None, **options):
        return export_items(
            library,
            ids or None,
            to=to or tmp_path / "site",
            options=ExportOptions(**options),
            clock=clock,
        )

    return begin


@pytest.fixture
def export(steps):
    return lambda *ids, **options: finished(steps(*ids, **options))


@pytest.fixture
def site(tmp_path):
    return tmp_path / "site"


@pytest.fixture
def files_in():
    return tree


@pytest.fixture
def files_at_home(site):
    return lambda: tree(site)
