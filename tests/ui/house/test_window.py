"""The pages of the house style, by keys and mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QMenu

from editor_app.editing.house_changes import HousePage
from editor_app.model.house import House
from editor_app.model.house_style import (
    DatePattern,
    HouseStyle,
    Need,
    QuotationMarks,
    RuleLevel,
    Term,
)
from editor_app.model.lists import Donor, ListKind


@pytest.fixture
def page(house):
    """Return a function that goes to a page and returns its form."""

    def go_to(wanted):
        house.go_to(wanted)
        return house.form(wanted)

    return go_to


def pick(part, row):
    part.box.setCurrentIndex(row)
    part.box.activated.emit(row)


def choose_level(form, rule, level):
    form.tree.clearSelection()
    form.row_of(rule).setSelected(True)
    form.level.setCurrentIndex(form.level.findData(level))
    form.level.activated.emit(form.level.currentIndex())


def test_nothing_has_to_be_set_and_looking_changes_nothing(house, page, kept):
    for wanted in HousePage:
        page(wanted)
        assert not house.undo.isEnabled()
        assert not house.reset.isEnabled()
    house.close()
    assert kept() == House()


def test_what_is_typed_is_kept_and_taken_back_as_one_step(qtbot, house, page, write, window):
    parts = page(HousePage.ORGANISATION).parts
    write(parts["organisation"].line, "River Council")
    qtbot.waitUntil(house.undo.isEnabled)
    write(parts["address"].line, "https://news.example.org/")
    qtbot.waitUntil(house.reset.isEnabled)
    parts["leaves_redirects"].box.click()
    house.undo.click()
    assert not parts["leaves_redirects"].box.isChecked()
    house.undo.click()
    assert parts["address"].line.text() == ""
    assert parts["organisation"].line.text() == "River Council"
    house.undo.click()
    assert parts["organisation"].line.text() == ""
    assert not house.undo.isEnabled()
    assert not house.reset.isEnabled()


def test_closing_keeps_what_was_typed_a_moment_before(house, page, write, kept):
    write(page(HousePage.ORGANISATION).parts["organisation"].line, "River Council")
    house.close()
    assert kept().organisation == "River Council"


def test_closing_the_whole_window_keeps_what_was_typed_a_moment_before(house, page, write, kept):
    write(page(HousePage.ORGANISATION).parts["organisation"].line, "River Council")
    assert kept().organisation == "River Council"


@pytest.mark.parametrize(
    "words", ["river", "ftp://example.org", "https://a.example/?q", "https://[", "https://a b.c/"]
)
def test_an_address_that_is_none_is_named_and_not_kept(house, page, write, kept, words):
    part = page(HousePage.ORGANISATION).parts["address"]
    write(part.line, words)
    assert part.line.property("wrong")
    assert "should" in part.problem.text()
    house.pages.setFocus()
    assert part.line.text() == ""
    assert f"“{words}” was not kept" in part.problem.text()
    house.close()
    assert kept() == House()


def test_languages_are_added_put_first_and_removed(qtbot, house, page, kept):
    part = page(HousePage.ORGANISATION).parts["languages"]
    part.add.click()
    menu = part.findChild(QMenu, "languageMenu")
    next(one for one in menu.actions() if one.data() == "fr").trigger()
    part.take("ar")
    part.list.setCurrentRow(1)
    part.first.click()
    assert part.value() == ("fr", "en-GB", "ar")
    part.list.setCurrentRow(1)
    part.remove.click()
    part.list.setCurrentRow(1)
    part.remove.click()
    assert not part.remove.isEnabled()
    house.close()
    assert (kept().language, kept().languages) == ("fr", ())


def test_links_at_the_head_are_written_in_rows(qtbot, house, page, kept):
    part = page(HousePage.ORGANISATION).parts["navigation"]
    for words, address in (("About", "https://example.org/about"), ("News", "index.html")):
        part.add.click()
        editor = part.table.findChildren(QLineEdit)[-1]
        qtbot.keyClicks(editor, words)
        qtbot.keyClick(editor, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda words=words: words in dict(part.value()))
        part.table.item(part.table.rowCount() - 1, 1).setText(address)
    part.table.setCurrentCell(1, 0)
    part.up.click()
    house.close()
    assert kept().navigation == (("News", "index.html"), ("About", "https://example.org/about"))


def test_a_limit_is_followed_by_the_counter_at_once(qtbot, house, page, window, kept):
    box = page(HousePage.LIMITS).parts["headline"].box
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, "50")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    count = window.panes.editor.header.headline_count
    qtbot.waitUntil(lambda: "/ 50" in count.text())
    house.reset.click()
    assert "/ 65" in count.text()
    house.undo.click()
    assert "/ 50" in count.text()
    house.close()
    assert kept().style.limits.headline == 50


def test_a_check_is_searched_and_given_another_level(qtbot, house, page, kept):
    form = page(HousePage.CHECKS)
    qtbot.keyClicks(form.search, "no date")
    shown = [row.text(0) for row in form._rows() if not row.isHidden()]
    assert shown == ["No date"]
    form.search.clear()
    choose_level(form, "date-missing", "blocks")
    choose_level(form, "word-doubled", "off")
    assert form.row_of("date-missing").text(1) == "Blocks (otherwise warns)"
    choose_level(form, "word-doubled", "")
    house.close()
    assert kept().style.levels == (RuleLevel(rule="date-missing", level="blocks"),)


def test_a_level_reaches_the_checks_of_the_open_item(qtbot, house, page, window):
    window.panes.checks.setFocus()
    status = window.status.first_check
    qtbot.waitUntil(lambda: status.text() != "", timeout=20000)
    form = page(HousePage.CHECKS)
    form.tree.selectAll()
    form.level.setCurrentIndex(form.level.findData("off"))
    form.level.activated.emit(form.level.currentIndex())
    qtbot.waitUntil(lambda: "issing" in status.text(), timeout=20000)
    house.undo.click()
    qtbot.waitUntil(lambda: "issing" not in status.text(), timeout=20000)


def test_marks_and_dates_are_chosen_per_language_with_an_example(qtbot, house, page, write, kept):
    page(HousePage.ORGANISATION).parts["languages"].take("fr")
    form = page(HousePage.LANGUAGE)
    pick(form.parts["ise_or_ize"], 2)
    pick(form.marks["fr"], 5)
    pick(form.dates["en-GB"], 2)
    assert "VIENNA, September 15, 2015" in form.example.text()
    write(form.dateline.line, "{Place} ({date}) -")
    qtbot.waitUntil(lambda: "Vienna (September 15, 2015) - Thirty" in form.example.text())
    house.close()
    style = kept().style
    assert style.ise_or_ize == "ize"
    assert style.dateline == "{Place} ({date}) - "
    assert style.quotation_marks == (
        QuotationMarks(language="fr", outer=("«", "»"), inner=("\u2039", "\u203a")),
    )
    assert style.date_patterns == (DatePattern(language="en-GB", pattern="MMMM d, y"),)


@pytest.mark.parametrize("words", ["{date} -", "{PLACE} {Place}", "{PLACE} {x}", "{PLACE" * 3])
def test_a_dateline_that_cannot_be_is_named_and_not_kept(house, page, write, kept, words):
    form = page(HousePage.LANGUAGE)
    write(form.dateline.line, words)
    assert form.dateline.problem.text()
    house.close()
    assert kept() == House()


def test_a_marks_choice_that_is_not_offered_is_shown_as_it_is(house, page):
    form = page(HousePage.LANGUAGE)
    odd = QuotationMarks(language="de", outer=("<", ">"), inner=("(", ")"))
    form.show_house(House(style=HouseStyle(quotation_marks=(odd,))))
    assert form.marks["de"].box.currentText() == "<One (two)>"
    assert form.house(House()).style.quotation_marks == (odd,)


def test_a_row_that_is_no_word_stays_and_says_why(qtbot, house, page, kept):
    form = page(HousePage.TERMS)
    form.add.click()
    editor = form.view.findChild(QLineEdit)
    qtbot.keyClicks(editor, "a*b")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "not at its end" in form.problem.text())
    form.model.setData(form.model.index(0, 0), "cheap|low  cost")
    assert form.problem.text() == ""
    form.model.setData(form.model.index(0, 1), "affordable")
    house.close()
    assert kept().style.terms == (
        Term(language="en", forms=("cheap", "low cost"), suggestion="affordable"),
    )


def test_lists_of_words_are_kept_apart_by_kind_and_language(house, page, kept):
    form = page(HousePage.TERMS)
    form.kinds.setCurrentIndex(2)
    form.show_language("fr")
    form.model.add()
    form.model.setData(form.model.index(0, 0), "OIM")
    assert form.model.records() == ()
    form.model.setData(form.model.index(0, 1), "Organisation pour les migrations")
    form.show_language("en")
    assert form.model.rowCount() == 0
    form.show_language("fr")
    assert form.model.index(0, 0).data() == "OIM"
    house.undo.click()
    assert form.model.rowCount() == 0
    house.close()
    assert kept().style == HouseStyle()


def test_rows_are_searched_and_removed(qtbot, house, page):
    form = page(HousePage.TERMS)
    for row, word in enumerate(("cheap", "village", "villager")):
        form.model.add()
        form.model.setData(form.model.index(row, 0), word)
    qtbot.keyClicks(form.search, "vill")
    assert form.model.rowCount() == 2
    form.view.selectRow(0)
    form.remove.click()
    form.search.clear()
    assert [one.forms[0] for one in form.records()] == ["cheap", "villager"]


def test_needs_are_ticked_and_others_stay(house, page, kept):
    form = page(HousePage.NEEDS)
    other = House(style=HouseStyle(needs=(Need(content_type="poem", fields=("byline",)),)))
    form.show_house(other)
    form.boxes["event", "tags"].setChecked(True)
    assert form.house(other).style.needs == (
        Need(content_type="poem", fields=("byline",)),
        Need(content_type="event", fields=("tags",)),
    )
    form.show_house(House())
    form.boxes["press release", "contacts"].click()
    house.close()
    assert kept().style.needs == ()


def test_the_words_of_a_donor_become_mandatory(page, window):
    form = page(HousePage.NEEDS)
    assert "no donors" in form._donor_hint.text()
    form.lists.click()
    lists = window.findChild(object, "listsWindow")
    assert lists.isVisible()
    lists.kinds.setCurrentRow(4)
    assert lists.kind is ListKind.DONOR
    lists.entries.add.click()
    lists.form.parts["name"].line.setText("River Fund")
    lists.save.click()
    lists.close()
    page(HousePage.ORGANISATION)
    page(HousePage.NEEDS)
    (box,) = form.donors
    box.click()
    assert isinstance(form._entries[0].record, Donor)
    assert form._entries[0].record.is_mandatory


def test_the_tab_key_goes_through_the_fields_of_the_page_to_its_buttons(qtbot, house, page):
    page(HousePage.CHECKS)
    form = page(HousePage.LANGUAGE)
    house.undo.setEnabled(True)
    stops, focus = [], house.pages
    while focus is not house.undo and len(stops) < 40:
        focus = focus.nextInFocusChain()
        if focus.isVisible() and focus.focusPolicy() & Qt.FocusPolicy.TabFocus:
            stops.append(focus)
    boxes = [part.box for part in (*form.parts.values(), form.marks["en-GB"], form.dates["en-GB"])]
    assert stops == [*boxes[:3], form.dateline.line, *boxes[3:], house.undo]
