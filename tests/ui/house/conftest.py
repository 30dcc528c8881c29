"""The window of the house style, in the real window on a real library."""

import pytest

from editor_app.store.library import Library
from editor_app.ui.house.window import HouseWindow


@pytest.fixture
def house(qtbot, window):
    """Return the window of the house style, opened by its action."""
    window.actions_.house.trigger()
    made = window.findChild(HouseWindow)
    qtbot.waitUntil(made.isVisible)
    return made


@pytest.fixture
def write(qtbot):
    """Return a function that types words into a line in place of what stands there."""

    def type_in(line, words):
        line.setFocus()
        line.selectAll()
        qtbot.keyClicks(line, words)

    return type_in


@pytest.fixture
def kept(window, folder, now):
    """Return a function that closes the window and returns what the library kept."""

    def close():
        window.close_without_asking()
        with Library.open(folder, clock=lambda: now) as library:
            return library.house.get()

    return close
