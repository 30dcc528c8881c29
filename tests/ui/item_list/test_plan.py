"""The calendar of what is planned: days with items on them, keys, and opening one."""

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QDate, Qt

from editor_app.store.query import ItemQuery

VIENNA = ZoneInfo("Europe/Vienna")


@pytest.fixture
def window(filled, an_item, open_window, qtbot, now):
    """Return a window on items of this month and the next, one under an embargo."""
    today = now.date()
    later = date(today.year + 1, 2, 10)
    filled(
        replace(an_item(headline="Today's news"), display_date=today),
        replace(an_item(headline="Next year"), display_date=later),
        replace(
            an_item(headline="Held back"),
            display_date=None,
            embargo_until=datetime(today.year + 1, 2, 10, 0, 30, tzinfo=VIENNA),
        ),
    )
    made = open_window()
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def action(window):
    return {one.objectName(): one for one in window.panes.items.filters.menu().actions()}[
        "showCalendar"
    ]


@pytest.fixture
def calendar(window, qtbot):
    """Return the calendar, put up."""
    action(window).trigger()
    found = window.panes.items._stack.currentWidget()
    qtbot.waitUntil(lambda: bool(found._days))
    return found


def texts(calendar):
    return [calendar.items.item(row).text() for row in range(calendar.items.count())]


def test_the_day_of_today_shows_what_is_on_it_and_return_opens_it(qtbot, window, calendar):
    assert [text.split("\n")[0].strip("\u2068\u2069") for text in texts(calendar)] == [
        "Today's news"
    ]
    qtbot.keyClick(calendar.month, Qt.Key.Key_Return)
    assert calendar.items.currentRow() == 0
    qtbot.keyClick(calendar.items, Qt.Key.Key_Return)
    assert window.panes.editor.header.headline.text() == "Today's news"


def test_another_month_shows_display_dates_and_ends_of_embargoes(qtbot, calendar, now):
    year = now.year + 1
    calendar.month.setSelectedDate(QDate(year, 2, 10))
    qtbot.waitUntil(lambda: len(texts(calendar)) == 2)
    assert "Embargo ends" in texts(calendar)[1]
    assert calendar.day.text() == f"10 February {year}: 2"
    qtbot.keyClick(calendar.items, Qt.Key.Key_Escape)


def test_searching_goes_back_to_the_list(qtbot, window, calendar):
    qtbot.keyClicks(window.panes.items.search, "news")
    assert not action(window).isChecked()
    assert window.panes.items.view.isVisible()
    window.panes.items.show_query(ItemQuery())
    assert window.panes.items.model.rowCount() == 3
