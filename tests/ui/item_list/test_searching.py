"""Searching as one types: offers, what was searched before, and marks where the hits are."""

import pytest
from PySide6.QtCore import Qt

from editor_app.store.query import ItemQuery
from editor_app.ui.wiring_archive import read_history


@pytest.fixture
def two(filled, an_item, open_window, qtbot):
    """Return a window on a library of two items."""
    filled(
        an_item(headline="Flood hits Leeds", section="Field notes", body="Water rose at the weir."),
        an_item(headline="Bridge opens", tags=("rivers",), body="A ribbon.\n\nThe weir is shut."),
    )
    made = open_window()
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


@pytest.fixture
def search(two, qtbot):
    """Return the search field, with the keyboard in it and the library's values at hand."""
    field = two.panes.items.search
    field.setFocus()
    qtbot.waitUntil(lambda: bool(field._offer("tag:r", 5).texts))
    return field


def offered(field):
    return field._texts.stringList()


def headlines(window):
    model = window.panes.items.model
    return [model.summary(row).headline for row in range(model.rowCount())]


def test_fields_and_then_their_values_are_offered_and_taken_with_the_keys(qtbot, two, search):
    qtbot.keyClicks(search, "sec")
    assert offered(search) == ["section:"]
    popup = search.offers
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert search.text() == "section:"
    qtbot.keyClicks(search, "f")
    assert offered(search) == ['section:"Field notes"']
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert search.text() == 'section:"Field notes" '
    assert headlines(two) == ["Flood hits Leeds"]


def test_one_letter_and_whole_words_bring_no_offers_up(qtbot, search):
    qtbot.keyClicks(search, "s")
    assert not search.is_offering
    qtbot.keyClicks(search, "ummer")
    assert not search.is_offering


def test_escape_puts_offers_away_and_then_the_search(qtbot, search):
    qtbot.keyClicks(search, "st")
    assert search.is_offering
    qtbot.keyClick(search.offers, Qt.Key.Key_Escape)
    assert not search.is_offering
    assert search.text() == "st"
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert search.text() == ""


def test_up_brings_back_what_was_searched_before_and_down_what_was_being_typed(qtbot, search):
    for words in ("flood", "bridge"):
        qtbot.keyClicks(search, words)
        qtbot.keyClick(search, Qt.Key.Key_Escape)
    qtbot.keyClicks(search, "weir")
    qtbot.keyClick(search, Qt.Key.Key_Up)
    assert search.text() == "bridge"
    qtbot.keyClick(search, Qt.Key.Key_Up)
    assert search.text() == "flood"
    qtbot.keyClick(search, Qt.Key.Key_Up)
    assert search.text() == "flood"
    for expected in ("bridge", "weir"):
        qtbot.keyClick(search, Qt.Key.Key_Down)
        assert search.text() == expected


def test_what_was_searched_is_remembered_for_tomorrow(qtbot, two, search, open_window):
    qtbot.keyClicks(search, "flood")
    qtbot.keyClick(search, Qt.Key.Key_Return)
    two.close()
    again = open_window().panes.items.search
    qtbot.keyClick(again, Qt.Key.Key_Up)
    assert again.text() == "flood"


@pytest.mark.parametrize("text", ["", "{", "7", '{"a": 1}', "[1, null]"])
def test_a_history_that_is_no_list_of_words_is_none(text):
    assert read_history(text) == []


def test_rows_show_the_line_that_is_hit_once_it_is_read(qtbot, two, search):
    pane = two.panes.items
    low = pane.view.visualRect(pane.model.index(0, 0)).height()
    qtbot.keyClicks(search, "weir")
    excerpts = pane.delegate.excerpts
    row = pane.model.summary(0)
    qtbot.waitUntil(lambda: excerpts.get(row, "weir") is not None)
    found = excerpts.get(row, "weir")
    assert [found.text[start:end] for start, end in found.hits] == ["weir"]
    assert excerpts.hits("The Weir", "weir") == ((4, 8),)
    assert pane.view.visualRect(pane.model.index(0, 0)).height() > low
    search.clear()
    qtbot.waitUntil(lambda: pane.view.visualRect(pane.model.index(0, 0)).height() == low)


def marked(editor):
    return [one.cursor.selectedText() for one in editor.extraSelections()]


def test_hits_are_marked_in_the_open_item_until_the_search_is_emptied(qtbot, two, search):
    body, header = two.panes.editor.body, two.panes.editor.header
    qtbot.keyClicks(search, "weir bridge flood")
    search.clear()
    qtbot.keyClicks(search, "weir")
    qtbot.waitUntil(lambda: marked(body) == ["weir"])
    search.setText("flo")
    two.panes.items.show_open(None)
    two.panes.items.view.setCurrentIndex(two.panes.items.model.index(0, 0))
    qtbot.waitUntil(lambda: marked(header.headline) == ["Flood"])
    search.clear()
    qtbot.waitUntil(lambda: marked(body) + marked(header.headline) == [])


def test_the_find_bar_marks_instead_while_it_is_up(qtbot, two, search):
    body = two.panes.editor.body
    two.panes.items.show_query(ItemQuery(search="weir"))
    qtbot.waitUntil(lambda: marked(body) == ["weir"])
    two.panes.editor.body.setFocus()
    two.actions_.find.trigger()
    qtbot.keyClicks(two.focusWidget(), "the")
    qtbot.waitUntil(lambda: "weir" not in marked(body))
    qtbot.keyClick(two.focusWidget(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: marked(body) == ["weir"])
