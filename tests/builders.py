"""Items and libraries for tests, naming only what matters to the test."""

from datetime import UTC, date, datetime
from io import BytesIO
from itertools import count
from pathlib import Path

from PIL import Image

from editor_app.model.identity import ItemId
from editor_app.model.item import NewsItem
from editor_app.store.library import Library

THEN = datetime(2026, 3, 2, 14, 2, tzinfo=UTC)
_numbers = count(1)


def an_item(**fields):
    """Return an item that could go out as it is."""
    usual = {
        "id": ItemId(f"01a00000-0000-7000-8000-{next(_numbers):012x}"),
        "section": "Project News",
        "headline": "Two ferries for the delta",
        "standfirst": "Villages without a road get a timetable.",
        "display_date": date(2026, 3, 2),
        "body": "The first ferry left on Monday.\n\nThe second follows in May.\n",
    }
    return NewsItem(**{**usual, **fields})


def a_library(folder: Path, *items: NewsItem, clock=lambda: THEN) -> Library:
    """Return an open library in folder that holds items."""
    library = Library.open(folder, clock=clock)
    for item in items:
        library.items.save(item, over=0)
    return library


def a_photo(width: int = 320, height: int = 200, colour: str = "teal") -> bytes:
    """Return the bytes of a JPEG of one colour."""
    out = BytesIO()
    Image.new("RGB", (width, height), colour).save(out, "JPEG")
    return out.getvalue()
