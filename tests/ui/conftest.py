"""A real window on a real library in a folder, with settings of its own."""

import pytest

from editor_app import app
from editor_app.model.identity import new_item_id
from editor_app.model.item import NewsItem
from editor_app.store.library import Library


@pytest.fixture
def folder(tmp_path):
    """Return where the library lies."""
    return tmp_path / "library"


@pytest.fixture
def an_item(now):
    """Return a builder of items that names only what matters."""

    def build(**fields):
        return NewsItem(id=new_item_id(now), display_date=now.date(), **fields)

    return build


@pytest.fixture
def filled(folder, now):
    """Return a function that fills the library with items and closes it again."""

    def fill(*items):
        with Library.open(folder, clock=lambda: now) as library:
            return [library.items.save(item, over=0) for item in items]

    return fill


@pytest.fixture
def open_window(qtbot, folder, tmp_path, now):
    """Return a function that opens a window on the library; all are closed afterwards."""
    windows = []

    def build():
        window = app.build(folder, settings=tmp_path / "window.ini", now=lambda: now)
        window.panes.preview.start = lambda: None  # the browser inside has tests of its own
        windows.append(window)
        qtbot.addWidget(window, before_close_func=lambda one: one.close())
        return window

    yield build
    for window in windows:
        window.close_without_asking()


@pytest.fixture
def window(open_window, qtbot):
    """Return a window on a new library, shown."""
    made = open_window()
    with qtbot.waitExposed(made):
        made.show()
    return made
