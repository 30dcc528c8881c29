"""Old versions are thinned while the window is in use, once a day, and never in anybody's way."""

from dataclasses import replace
from datetime import timedelta

import pytest

from editor_app.model.identity import new_item_id
from editor_app.model.item import NewsItem
from editor_app.store.library import Library
from editor_app.ui import wiring, wiring_history


@pytest.fixture
def item(folder, now):
    """Return an item with ten versions of one hour, all of them a month old."""
    moments = iter([now - timedelta(days=30, minutes=-number) for number in range(60)])
    with Library.open(folder, clock=lambda: next(moments)) as library:
        item = library.items.save(NewsItem(id=new_item_id(now), headline="0"), over=0)
        for number in range(1, 10):
            item = library.items.save(replace(item, headline=str(number)), over=item.version)
        library.history.name(item.id, 4, "Sent")
    return item


@pytest.fixture
def at_once(monkeypatch):
    """Let thinning begin as soon as the window is shown."""

    def connect(window, desk, items):
        desks.append(desk)
        return wiring_history.connect_history(window, desk, items, first_thinning=0, pace=0)

    desks = []
    monkeypatch.setattr(wiring, "connect_history", connect)
    return desks


def versions(desk, item):
    return [each.version for each in desk.library.history.versions(item.id)]


def test_old_versions_are_thinned_when_the_window_is_in_use(qtbot, item, at_once, open_window):
    window = open_window()
    window.show()
    (desk,) = at_once
    qtbot.waitUntil(lambda: versions(desk, item) == [10, 4, 1])
    qtbot.waitUntil(lambda: desk.memory.text("versions-thinned-on") == "2026-03-02")


def test_they_are_thinned_once_a_day(qtbot, item, at_once, open_window):
    window = open_window()
    (desk,) = at_once
    desk.memory.keep_text("versions-thinned-on", "2026-03-02")
    window.show()
    began = []
    window.call_when_shown(lambda: began.append(True))
    qtbot.waitUntil(lambda: bool(began))
    assert desk.background.drain()
    assert len(versions(desk, item)) == 10


def test_nothing_is_thinned_in_the_first_minute(qtbot, item, open_window, folder, now):
    window = open_window()
    began = []
    window.call_when_shown(lambda: began.append(True))
    window.show()
    qtbot.waitUntil(lambda: bool(began))
    window.close()
    with Library.open(folder, clock=lambda: now) as library:
        assert len(library.history.versions(item.id)) == 10
