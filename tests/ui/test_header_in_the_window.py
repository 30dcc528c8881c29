"""The fields above the text in the window: what is typed there reaches the library."""

from datetime import date
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt

from editor_app.store.library import Library
from editor_app.store.query import ItemQuery

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def shown(filled, an_item, open_window, qtbot):
    """Return a function that opens a window on a library of some items."""

    def build(*fields):
        filled(*(an_item(**each) for each in fields))
        made = open_window()
        with qtbot.waitExposed(made):
            made.show()
        made.activateWindow()
        return made

    return build


def write(qtbot, field, text):
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClick(field, Qt.Key.Key_A, CTRL)
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    qtbot.keyClicks(field, text)


def test_a_date_that_is_typed_is_saved_by_ctrl_s(qtbot, shown, folder, now):
    window = shown({"headline": "Flood"})
    write(qtbot, window.panes.editor.header.day, "15 September 2015")
    window.actions_.save.trigger()
    qtbot.waitUntil(lambda: window.status.save_state.text().startswith("✓ Saved"))
    window.close()
    with Library.open(folder, clock=lambda: now) as library:
        (row,) = library.items.page(ItemQuery())
        assert library.items.get(row.id).display_date == date(2015, 9, 15)


def test_a_date_that_is_being_typed_goes_with_its_item(qtbot, shown):
    window = shown({"headline": "Flood"}, {"headline": "Bridge"})
    day = window.panes.editor.header.day
    before = window.panes.editor.header.headline.text()
    write(qtbot, day, "15 September 2015")
    steps = (window.actions_.next_item, window.actions_.previous_item)
    for step in steps:
        step.trigger()
    for step in reversed(steps):
        if window.panes.editor.header.headline.text() != before:
            step.trigger()
    assert window.panes.editor.header.headline.text() == before
    assert day.text() == "15 September 2015"


def test_what_is_no_date_is_not_taken_along_to_another_item(qtbot, shown):
    window = shown({"headline": "Flood"}, {"headline": "Bridge"})
    day = window.panes.editor.header.day
    write(qtbot, day, "31 February")
    qtbot.keyClick(day, Qt.Key.Key_Return)
    assert day.property("wrong")
    items = window.panes.items
    other = next(
        items.model.summary(row).id
        for row in range(items.model.rowCount())
        if items.model.summary(row).headline != window.panes.editor.header.headline.text()
    )
    items.item_chosen.emit(other)
    assert not day.property("wrong")
    assert "February" not in day.text()


def choose_language(window, tag):
    field = window.panes.editor.header.language
    field.showPopup()
    row = field.findData(tag)
    field.hidePopup()
    field.setCurrentIndex(row)
    field.activated.emit(row)


def test_a_new_item_is_in_the_language_of_the_house_whatever_was_open(shown):
    window = shown({"headline": "حوار", "language": "ar", "section": "بيان"})
    window.actions_.new.trigger()
    header = window.panes.editor.header
    assert header.language.currentText() == "English (UK)"
    assert header.section.currentText() == ""


def test_a_new_item_takes_the_section_of_the_open_one(shown):
    window = shown({"headline": "Flood", "section": "News"})
    window.actions_.new.trigger()
    assert window.panes.editor.header.section.currentText() == "News"


def test_new_items_begin_in_the_language_last_chosen_for_one(shown):
    window = shown({"headline": "Flood"})
    header = window.panes.editor.header
    choose_language(window, "ru")
    window.actions_.new.trigger()
    assert header.language.currentData() == "en-GB", "an older item was given another language"
    choose_language(window, "fr")
    header.field_edited.emit("headline", "Crue")
    window.actions_.new.trigger()
    assert header.language.currentData() == "fr"


def test_tab_goes_through_the_fields_as_they_stand_and_shift_tab_back(qtbot, shown):
    window = shown({"headline": "Flood"})
    header = window.panes.editor.header
    stops = [
        *(header.section, header.day, header.language, header.tags),
        *(header.headline, header.standfirst, header.photo.empty, header.photo.from_library),
        window.panes.editor.body,
    ]
    stops[0].setFocus()
    qtbot.waitUntil(stops[0].hasFocus)
    for before, after in pairwise(stops):
        qtbot.keyClick(before, Qt.Key.Key_Tab)
        assert window.focusWidget() is after
    for after, before in pairwise(reversed(stops[:-1])):
        after.setFocus()
        qtbot.keyClick(after, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
        assert window.focusWidget() is before
