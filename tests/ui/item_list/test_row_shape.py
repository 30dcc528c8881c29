"""Rows that are compact or roomy, in groups or not, and keys that go through them."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt

from editor_app.store.query import ItemQuery, Sort


@pytest.fixture
def pane(filled, an_item, open_window, qtbot):
    """Return the list pane of a window on items of two months."""
    made = [
        replace(an_item(headline=f"Ferry {day}"), display_date=date(2015, 9, day))
        for day in range(1, 25)
    ]
    made.append(replace(an_item(headline="Bridge"), display_date=date(2015, 8, 3)))
    filled(*made)
    window = open_window()
    with qtbot.waitExposed(window):
        window.show()
    window.panes.items.kept_window = window
    return window.panes.items


def row_height(pane):
    return pane.view.visualRect(pane.model.index(0, 0)).height()


def action(pane, name):
    found = {one.objectName(): one for one in pane.filters.menu().actions()}
    return found[name]


def test_compact_rows_are_lower_and_are_so_tomorrow(pane, open_window, qtbot):
    roomy = row_height(pane)
    action(pane, "rows-compact").trigger()
    assert row_height(pane) < 0.7 * roomy
    pane.kept_window.close()
    again = open_window()
    with qtbot.waitExposed(again):
        again.show()
    assert row_height(again.panes.items) < 0.7 * roomy
    assert action(again.panes.items, "rows-compact").isChecked()


def test_the_head_says_the_month_of_the_uppermost_row_as_one_scrolls(pane, qtbot):
    assert pane.group_head.isHidden()
    action(pane, "rows-grouped").trigger()
    assert pane.group_head.text() == "September 2015"
    pane.view.setFocus()
    qtbot.keyClick(pane.view, Qt.Key.Key_End)
    pane.view.verticalScrollBar().setValue(pane.view.verticalScrollBar().maximum())
    assert pane.group_head.isVisible()
    pane.show_query(ItemQuery(sort=Sort.HEADLINE))
    assert pane.group_head.text() == "B"


def test_letters_typed_into_the_list_go_to_a_headline(pane, qtbot):
    pane.view.setFocus()
    qtbot.keyClicks(pane.view, "bri")
    assert pane.model.summary(pane.view.currentIndex().row()).headline == "Bridge"
