"""The list and what is done with items as a whole."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

from editor_app.model.status import Status
from editor_app.store.query import ItemQuery
from editor_app.ui.item_list.words import fitting_details, row_details


@pytest.fixture
def three(filled, an_item, open_window, qtbot):
    """Return a window on a library of three items."""
    filled(
        an_item(headline="Flood hits Leeds", section="News", body="Water rose.", tags=("rain",)),
        an_item(headline="Bridge opens", section="Event", status=Status.READY, body="A ribbon."),
        an_item(headline="حوار إقليمي", language="ar", section="بيان", body="نص."),
    )
    made = open_window()
    with qtbot.waitExposed(made):
        made.show()
    return made


def headlines(window):
    """Return what stands in the list."""
    model = window.panes.items.model
    return {model.summary(row).headline for row in range(model.rowCount())}


def test_searching_as_one_types_finds_words_of_headline_and_body(qtbot, three):
    search = three.panes.items.search
    qtbot.keyClicks(search, "wat")
    assert headlines(three) == {"Flood hits Leeds"}
    search.clear()
    qtbot.keyClicks(search, "bridge")
    assert headlines(three) == {"Bridge opens"}


def test_a_search_without_hits_says_so_and_offers_all_items(qtbot, three):
    items = three.panes.items
    qtbot.keyClicks(items.search, "zeppelin")
    assert items.nothing.words.text() == "Nothing found for “zeppelin”."
    assert items.nothing.isVisible()
    qtbot.mouseClick(items.nothing.clear, Qt.MouseButton.LeftButton)
    assert len(headlines(three)) == 3
    assert items.search.text() == ""


def test_a_chip_narrows_the_list_and_a_second_click_widens_it(qtbot, three):
    chip = three.panes.items.chips.states[Status.READY]
    assert chip.text() == "Ready 1"
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert headlines(three) == {"Bridge opens"}
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert len(headlines(three)) == 3


def test_counts_follow_the_search(qtbot, three):
    qtbot.keyClicks(three.panes.items.search, "flood")
    assert three.panes.items.chips.all.text() == "All 1"
    assert three.panes.items.chips.states[Status.READY].text() == "Ready"


def test_section_and_language_combine_and_can_be_dropped(qtbot, three):
    items = three.panes.items
    items.show_query(ItemQuery(section="News", language="en-GB"))
    assert headlines(three) == {"Flood hits Leeds"}
    assert len(items.filter_chips.chips) == 2
    qtbot.mouseClick(items.filter_chips.chips[0], Qt.MouseButton.LeftButton)
    assert headlines(three) == {"Flood hits Leeds", "Bridge opens"}
    qtbot.mouseClick(items.filter_chips.chips[0], Qt.MouseButton.LeftButton)
    assert len(headlines(three)) == 3
    assert items.filter_chips.isHidden()


def test_going_to_another_row_opens_its_item(qtbot, three):
    view, header = three.panes.items.view, three.panes.editor.header
    before = header.headline.text()
    view.setFocus()
    row = view.currentIndex().row()
    qtbot.keyClick(view, Qt.Key.Key_Down if row == 0 else Qt.Key.Key_Up)
    assert header.headline.text() != before


def test_typing_a_headline_shows_in_the_row_at_once(qtbot, three):
    field = three.panes.editor.header.headline
    field.selectAll()
    qtbot.keyClicks(field, "Sun over Leeds")
    assert "Sun over Leeds" in headlines(three)


def test_words_are_saved_before_another_item_is_opened(qtbot, three):
    field = three.panes.editor.header.headline
    field.selectAll()
    qtbot.keyClicks(field, "Sun over Leeds")
    three.actions_.next_item.trigger()
    three.actions_.previous_item.trigger()
    assert field.text() == "Sun over Leeds"


def test_a_new_item_comes_into_the_list_when_it_has_words(qtbot, three):
    three.actions_.new.trigger()
    assert len(headlines(three)) == 3
    qtbot.keyClicks(three.panes.editor.header.headline, "Fourth")
    three.actions_.save.trigger()
    assert "Fourth" in headlines(three)
    assert three.top.name.text().endswith("4 items")


def test_a_copy_is_a_draft_of_its_own(three):
    before = three.panes.editor.header.headline.text()
    three.actions_.duplicate.trigger()
    assert three.panes.editor.header.headline.text() == f"{before} (copy)"
    assert len(headlines(three)) == 4


def test_trash_and_restore(qtbot, three):
    gone = three.panes.editor.header.headline.text()
    three.actions_.trash.trigger()
    assert gone not in headlines(three)
    assert three.panes.editor.header.headline.text() != gone
    chip = three.panes.items.chips.trash
    assert chip.text() == "Trash 1"
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    three.panes.items.view.setCurrentIndex(three.panes.items.model.index(0, 0))
    assert three.panes.editor.body.isReadOnly()
    assert not three.panes.editor.header.isEnabled()
    three.actions_.restore.trigger()
    assert gone in headlines(three)
    assert not three.panes.editor.body.isReadOnly()


def test_the_status_changes_in_list_and_button(three):
    three.actions_.statuses[Status.IN_REVIEW].trigger()
    assert three.top.status.text().startswith("In review")
    assert three.panes.items.chips.states[Status.IN_REVIEW].text() == "In review 1"


def test_a_refused_status_is_said_and_not_marked(qtbot, three):
    three.actions_.new.trigger()
    qtbot.keyClicks(three.panes.editor.header.headline, "No text yet")
    three.actions_.statuses[Status.READY].trigger()
    assert "it has no text" in three.notices.words.text()
    assert three.actions_.statuses[Status.DRAFT].isChecked()


def test_an_empty_library_invites_to_write(qtbot, three):
    while three.panes.items.model.rowCount():
        three.actions_.trash.trigger()
    assert three.panes.items.nothing.words.text().startswith("No items yet.")
    qtbot.mouseClick(three.panes.items.nothing.new, Qt.MouseButton.LeftButton)
    assert three.panes.editor.header.isVisible()


def test_all_rows_are_there_and_those_out_of_sight_are_read_when_they_come_into_it(
    filled, an_item, open_window, now
):
    filled(*(an_item(headline=f"Item {number}") for number in range(250)))
    model = open_window().panes.items.model
    assert model.rowCount() == 250
    assert len({model.summary(row).id for row in (249, 120, 0, 99, 100, 248)}) == 6


def test_the_small_line_names_state_section_date_and_languages(three):
    model = three.panes.items.model
    rows = {model.summary(row).headline: model.summary(row) for row in range(3)}
    words = row_details(rows["Bridge opens"]).replace("\u2068", "").replace("\u2069", "")
    assert words == "Ready · Event · 2 Mar 2026 · EN"


def test_the_export_button_counts_what_changed(qtbot, three):
    qtbot.waitUntil(lambda: three.top.export.text() == "Export 1 changed…")


def test_exported_items_say_when_they_changed_since(three, now):
    model = three.panes.items.model
    summary = next(model.summary(row) for row in range(3) if model.summary(row).status.is_finished)
    exported = replace(
        summary, exported_at=datetime(2026, 3, 1, tzinfo=UTC), is_changed_since_export=True
    )
    assert row_details(exported).startswith("Ready, changed since export · ")


def test_a_long_section_is_cut_so_that_the_languages_stay_on_its_line(three):
    model = three.panes.items.model
    summary = replace(model.summary(0), section="Migration and development", languages=("en", "fr"))
    metrics = QFontMetrics(three.font())
    whole = metrics.horizontalAdvance(row_details(summary))
    for width in (whole, whole - 10, whole - 60):
        words = fitting_details(summary, metrics, width)
        assert metrics.horizontalAdvance(words) <= width
        assert words.endswith(row_details(summary).split(" · ")[-1])
    assert fitting_details(summary, metrics, whole) == row_details(summary)
    assert fitting_details(summary, metrics, 40) == row_details(summary)
