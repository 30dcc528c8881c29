"""Whoever writes sees where: the caret's line, and a little below it, is in sight."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

BODY = "\n\n".join(f"Paragraph {number} of a long text." for number in range(60))


@pytest.fixture
def column(filled, an_item, open_window, qtbot):
    """Return the sheet of a window on a long item."""
    filled(an_item(headline="Flood hits Leeds", body=BODY))
    window = open_window()
    window.resize(1280, 720)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    body = window.panes.editor.body
    qtbot.waitUntil(lambda: body.body().blocks != () and len(body.body().blocks) == 60)
    body.setFocus()
    return window.panes.editor.column


def room_below(column, body, position=None):
    """Return how many pixels of the sheet show below the line of a place."""
    cursor = body.textCursor()
    if position is not None:
        cursor.setPosition(position)
    line = body.cursorRect(cursor)
    return column.height() - body.viewport().mapTo(column, line.bottomLeft()).y()


def go(body, number):
    cursor = QTextCursor(body.document().findBlockByNumber(number))
    body.setTextCursor(cursor)
    return cursor


def test_an_item_is_opened_where_its_caret_was(column, qtbot):
    body = column.window().panes.editor.body
    body.set_caret(go(body, 40).position())
    qtbot.waitUntil(lambda: column.offset > 200)
    assert 40 <= room_below(column, body) < column.height()


def test_the_caret_stays_in_sight_when_the_sheet_gets_lower(column, qtbot):
    body = column.window().panes.editor.body
    body.set_caret(go(body, 30).position())
    column.window().resize(1280, 680)
    column.window().actions_.find.trigger()
    qtbot.waitUntil(lambda: 40 <= room_below(column, body) < column.height())


def test_the_place_that_somebody_scrolled_to_stays(column):
    body = column.window().panes.editor.body
    body.set_caret(go(body, 50).position())
    column.bar.setValue(0)
    column.window().resize(1280, 690)
    assert column.offset == 0


@pytest.mark.parametrize("name", ["insertTable", "pullQuote"])
def test_all_of_what_was_put_in_shows(column, name):
    body = column.window().panes.editor.body
    number = next(n for n in range(60) if room_below(column, body, go(body, n).position()) < 60)
    go(body, number)
    action = next(each for each in body.actions() if each.objectName() == name)
    action.trigger()
    last = body.textCursor().block()
    while last.next().isValid() and not last.next().text():
        last = last.next()
    assert room_below(column, body, last.position()) > 20


def test_the_line_below_shows_while_one_goes_down(column):
    body = column.window().panes.editor.body
    for _step in range(30):
        QTest.keyClick(body, Qt.Key.Key_Down)
        assert room_below(column, body) >= 40
    for _step in range(30):
        QTest.keyClick(body, Qt.Key.Key_Up)
        assert room_below(column, body) < column.height()
