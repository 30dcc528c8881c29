"""Narrowing the list by chips and menus, which say the same as the search field."""

import pytest
from PySide6.QtCore import Qt

from editor_app.model.status import Status
from editor_app.store.query import Field, Filter, ItemQuery, Sort
from editor_app.store.query_text import read_query


@pytest.fixture
def four(filled, an_item, open_window, qtbot):
    """Return a window on a library of four items."""
    filled(
        an_item(headline="Flood hits Leeds", section="News", tags=("rain", "rivers")),
        an_item(headline="Bridge opens", section="Event", status=Status.READY, tags=("rivers",)),
        an_item(headline="Rain again", section="News", tags=("rain",), standfirst="Wet."),
        an_item(headline="حوار إقليمي", language="ar", section="بيان", status=Status.PUBLISHED),
    )
    made = open_window()
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def items(four):
    """Return the list pane."""
    return four.panes.items


def headlines(items):
    return {items.model.summary(row).headline for row in range(items.model.rowCount())}


def entries(qtbot, items, field):
    """Open a menu of the filters and return what it says, once it is counted."""
    menu = items.filters.menus[field]
    menu.aboutToShow.emit()
    qtbot.waitUntil(lambda: any("\t" in action.text() for action in menu.actions()))
    return {action.text().split("\t")[0]: action for action in menu.actions()}


def test_menus_say_how_many_items_each_choice_has_under_the_other_filters(qtbot, items):
    tags = entries(qtbot, items, Field.TAG)
    assert [tags[name].text() for name in tags] == ["rain\t2", "rivers\t2"]
    sections = entries(qtbot, items, Field.SECTION)
    sections["Event"].trigger()
    items.filters.menus[Field.TAG].clear()
    assert entries(qtbot, items, Field.TAG)["rivers"].text() == "rivers\t1"
    assert entries(qtbot, items, Field.SECTION)["News"].text() == "News\t2"  # in its place


def test_filters_of_several_menus_combine_and_each_chip_takes_one_away(qtbot, items):
    entries(qtbot, items, Field.SECTION)["News"].trigger()
    entries(qtbot, items, Field.TAG)["rain"].trigger()
    entries(qtbot, items, Field.MISSING)["Standfirst"].trigger()
    assert headlines(items) == {"Flood hits Leeds"}
    assert items.query.section == "News"
    assert items.query.filters == {
        Filter(field=Field.TAG, value="rain"),
        Filter(field=Field.MISSING, value="standfirst"),
    }
    chip = next(one for one in items.filter_chips.chips if "rain" in one.text())
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert len(items.filter_chips.chips) == 2


def test_what_is_typed_stands_in_the_field_and_not_on_a_chip_too(qtbot, items):
    qtbot.keyClicks(items.search, "tag:rivers")
    assert headlines(items) == {"Flood hits Leeds", "Bridge opens"}
    assert items.filter_chips.isHidden()
    entries(qtbot, items, Field.TAG)["rivers"].trigger()  # it is on, so this takes it away
    assert items.search.text() == ""
    assert len(headlines(items)) == 4


def test_a_chip_clicked_with_control_is_one_status_more(qtbot, items):
    control = Qt.KeyboardModifier.ControlModifier
    chips = items.chips.states
    qtbot.mouseClick(chips[Status.READY], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(chips[Status.PUBLISHED], Qt.MouseButton.LeftButton, control)
    assert headlines(items) == {"Bridge opens", "حوار إقليمي"}
    assert chips[Status.READY].isChecked()
    assert chips[Status.PUBLISHED].isChecked()
    qtbot.mouseClick(chips[Status.READY], Qt.MouseButton.LeftButton, control)
    assert headlines(items) == {"حوار إقليمي"}


def test_the_best_match_is_an_order_for_searches_only(qtbot, items):
    items.filters.menu().aboutToShow.emit()
    assert not items.filters.orders[Sort.FITTING].isEnabled()
    qtbot.keyClicks(items.search, "rain")
    items.filters.menu().aboutToShow.emit()
    items.filters.orders[Sort.FITTING].trigger()
    assert items.query.sort is Sort.FITTING
    assert headlines(items) == {"Flood hits Leeds", "Rain again"}


def test_the_menu_is_used_by_keys(qtbot, items):
    menu = items.filters.menu()
    menu.popup(items.mapToGlobal(items.rect().center()))
    qtbot.waitUntil(menu.isVisible)
    for _ in range(2):
        qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert items.query.sort is Sort.MODIFIED


def test_nothing_says_which_filter_stands_in_the_way_and_takes_it_away(qtbot, items):
    items.show_query(read_query("flood section:Event"))
    assert "Nothing found for “flood”." in items.nothing.words.text()
    (without_section, without_words) = items.nothing.fewer
    assert "Event" in without_section.text()
    assert without_words.text() == "Without the words"
    qtbot.mouseClick(without_section, Qt.MouseButton.LeftButton)
    assert headlines(items) == {"Flood hits Leeds"}


def test_a_section_that_is_gone_is_named(items):
    items.show_query(ItemQuery(section="Gazette"))
    assert "No item is in the section “Gazette”" in items.nothing.words.text()


def test_ten_thousand_letters_find_nothing_and_say_so_briefly(qtbot, items):
    items.search.setText("zeppelin " * 1200)
    assert items.nothing.isVisible()
    assert len(items.nothing.words.text()) < 100
    items.search.setText('"' * 10_000)
    items.search.clear()
    assert len(headlines(items)) == 4
