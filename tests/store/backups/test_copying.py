"""A database is copied while others go on working with it."""

import pytest

from editor_app.model.identity import new_item_id
from editor_app.model.item import NewsItem
from editor_app.store.errors import LibraryBusyError
from editor_app.store.library import Library
from editor_app.store.query import ItemQuery
from editor_app.store.verify import verify


@pytest.fixture
def write(library, clock):
    def write(headline):
        item = NewsItem(id=new_item_id(clock()), headline=headline, body="Water rises. " * 900)
        library.items.save(item, over=0)

    return write


@pytest.fixture
def meanwhile(monkeypatch):
    """Return a function that lets something be done after every step of a copy; it counts them."""

    def begin(work):
        steps = []

        def rest(_seconds):
            steps.append(len(steps))
            work(len(steps))

        monkeypatch.setattr("editor_app.store.database.time.sleep", rest)
        return steps

    return begin


def test_what_is_saved_during_a_copy_reaches_it_and_does_it_no_harm(
    library, write, meanwhile, tmp_path, clock
):
    for number in range(30):
        write(f"Flood {number}")
    steps = meanwhile(lambda step: write(f"Meanwhile {step}") if step in {1, 3} else None)
    (tmp_path / "copy").mkdir()
    library.database.copy_into(tmp_path / "copy" / "library.db")
    assert len(steps) > 4
    with Library.open(tmp_path / "copy", clock=clock) as copy:
        headlines = {row.headline for row in copy.items.page(ItemQuery(limit=100))}
        assert {"Flood 0", "Flood 29", "Meanwhile 1", "Meanwhile 3"} <= headlines
        assert verify(copy).problems == ()


def test_a_copy_ends_when_the_library_is_closed(library, write, meanwhile, tmp_path):
    for number in range(30):
        write(f"Flood {number}")
    steps = meanwhile(lambda _: library.close())
    with pytest.raises(LibraryBusyError):
        library.database.copy_into(tmp_path / "copy.db")
    assert len(steps) == 1
