"""The list of a library with more items than are fetched at once."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from editor_app.model.identity import ItemId
from editor_app.store.errors import DiskFailedError
from editor_app.store.library import Library
from editor_app.ui.paged_rows import Role

MANY = 450


@pytest.fixture
def long(folder, an_item, now, open_window, qtbot):
    """Return a shown window whose list has the keyboard."""
    first = an_item()
    with Library.open(folder, clock=lambda: now) as library:
        library.items.add_many(
            replace(first, id=ItemId(f"{number:026d}"), headline=f"Item {number}", slug="")
            for number in range(MANY)
        )
    window = open_window()
    with qtbot.waitExposed(window):
        window.show()
    window.panes.items.view.setFocus()
    return window


def assert_shown(window, row):
    """Check that a row is open, marked and in sight."""
    view, model = window.panes.items.view, window.panes.items.model
    assert view.currentIndex().row() == row
    assert view.selectionModel().isRowSelected(row)
    assert window.panes.editor.header.headline.text() == model.summary(row).headline
    area = view.visualRect(view.currentIndex())
    assert view.viewport().rect().contains(area), (area, view.viewport().rect())


def test_end_goes_to_the_last_item_of_the_library_and_home_to_the_first(long, qtbot):
    view = long.panes.items.view
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert_shown(long, MANY - 1)
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert_shown(long, 0)


def test_a_page_down_and_up_is_in_sight(long, qtbot):
    view = long.panes.items.view
    qtbot.keyClick(view, Qt.Key.Key_Home)
    for _step in range(20):
        qtbot.keyClick(view, Qt.Key.Key_PageDown)
        assert_shown(long, view.currentIndex().row())
    assert view.currentIndex().row() > 60
    qtbot.keyClick(view, Qt.Key.Key_PageUp)
    assert_shown(long, view.currentIndex().row())


def test_the_open_item_stays_in_sight_when_the_list_is_read_anew(long, qtbot):
    view = long.panes.items.view
    qtbot.keyClick(view, Qt.Key.Key_End)
    long.actions_.duplicate.trigger()
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert_shown(long, MANY)


def test_a_disk_that_fails_further_down_is_said_and_the_rest_can_be_read_again(
    long, qtbot, monkeypatch
):
    view, model = long.panes.items.view, long.panes.items.model

    def fail(_query):
        raise DiskFailedError

    monkeypatch.setattr(model, "_source", replace(model._source, page=fail))
    qtbot.keyClick(view, Qt.Key.Key_End)
    qtbot.waitUntil(long.notices.isVisible)
    assert "disk" in long.notices.words.text()
    assert view.currentIndex().data(Role.SUMMARY) is None
    monkeypatch.undo()
    qtbot.mouseClick(long.notices.findChild(QPushButton, "choice-0"), Qt.MouseButton.LeftButton)
    qtbot.keyClick(view, Qt.Key.Key_Home)
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert_shown(long, MANY - 1)
