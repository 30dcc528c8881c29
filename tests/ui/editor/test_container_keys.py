"""Keys in fact boxes, pull quotes, passages, attributions and on cards do what Word's do."""

import pytest
from PySide6.QtCore import Qt

from editor_app.ui.editor.document import read
from tests.ui.editor.build import (
    box,
    bullets,
    card,
    figure,
    head,
    paragraph,
    passage,
    pull_quote,
    quote,
    table,
)

ENTER, BACK, DELETE, TAB = (
    Qt.Key.Key_Return,
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Delete,
    Qt.Key.Key_Tab,
)
SHIFT = Qt.KeyboardModifier.ShiftModifier


# ---------------------------------------------------------------- Enter


def test_enter_in_a_box_title_goes_to_the_first_line_inside(typist):
    typist.open(box("Title", "Inside")).go("Title", after=True).press(ENTER).type("First ")
    assert typist.blocks == (box("Title", "First Inside"),)


def test_enter_before_a_box_title_makes_room_above_the_box(typist):
    typist.open(box("Title", "Inside")).go("Title").press(ENTER)
    typist.line(0).type("Above")
    assert typist.blocks == (paragraph("Above"), box("Title", "Inside"))


def test_enter_twice_leaves_the_box(typist):
    typist.open(box("Title", "Inside")).go("Inside", after=True).press(ENTER, times=2).type("After")
    assert typist.blocks == (box("Title", "Inside"), paragraph("After"))


def test_enter_leaves_a_box_that_holds_nothing_but_its_title(typist):
    typist.open(box("Title")).line(1).press(ENTER).type("After")
    assert typist.blocks == (box("Title"), paragraph("After"))


def test_enter_in_an_empty_line_in_the_middle_of_a_box_stays_inside(typist):
    typist.open(box("Title", "One", "Two")).go("One", after=True).press(ENTER, times=2).type("And")
    assert typist.blocks == (box("Title", "One", "And", "Two"),)


def test_enter_twice_leaves_the_passage(typist):
    typist.open(passage("Un")).go("Un", after=True).press(ENTER, times=2).type("After")
    assert typist.blocks == (passage("Un"), paragraph("After"))


def test_enter_walks_through_a_pull_quote_and_out_of_it(typist):
    typist.open(pull_quote("Words"), paragraph("After")).go("Words", after=True)
    typist.press(ENTER).type("Maria").press(ENTER).type("Manager").press(ENTER).type("New")
    expected = (pull_quote("Words", "Maria", "Manager"), paragraph("New"), paragraph("After"))
    assert typist.blocks == expected


def test_enter_after_an_attribution_begins_a_paragraph_after_the_quote(typist):
    typist.open(quote("Said", by="Maria")).go("Maria", after=True).press(ENTER).type("After")
    assert typist.blocks == (quote("Said", by="Maria"), paragraph("After"))


def test_enter_twice_in_an_attributed_quote_goes_on_after_its_attribution(typist):
    typist.open(quote("Said", by="Maria")).go("Said", after=True)
    typist.press(ENTER, times=2).type("After")
    assert typist.blocks == (quote("Said", by="Maria"), paragraph("After"))


@pytest.mark.parametrize("key", [(ENTER, SHIFT), (ENTER,)])
def test_no_line_is_broken_in_a_title(typist, key):
    typist.open(box("Title", "Inside")).go("Title", after=True).press(*key).type("x")
    assert typist.blocks == (box("Title", "xInside"),)


def test_enter_on_a_card_begins_a_paragraph_after_it_or_before_it(typist):
    typist.open(card()).line(0).press(ENTER)
    typist.line(0).type("Above")
    typist.line(1).press(Qt.Key.Key_End).press(ENTER).type("After")
    assert typist.blocks == (paragraph("Above"), card(), paragraph("After"))


# ---------------------------------------------------------------- Backspace


@pytest.mark.parametrize(
    ("before", "words"),
    [
        (box("Title", "Inside"), "Title"),
        (box("Title", "Inside"), "Inside"),
        (pull_quote("Words", "Maria", "Manager"), "Words"),
        (pull_quote("Words", "Maria", "Manager"), "Maria"),
        (pull_quote("Words", "Maria", "Manager"), "Manager"),
        (quote("Said", by="Maria"), "Maria"),
    ],
)
def test_backspace_never_runs_a_title_or_a_name_into_the_line_above(typist, before, words):
    typist.open(paragraph("Above"), before).go(words).press(BACK)
    assert typist.blocks == (paragraph("Above"), before)
    typist.type("!")
    assert typist.blocks != (paragraph("Above"), before)


@pytest.mark.parametrize("before", [pull_quote("W", "M", "Last"), quote("Said", by="Last")])
def test_backspace_after_a_name_steps_into_it(typist, before):
    typist.open(before, paragraph("After")).go("After").press(BACK).type("!")
    assert typist.blocks[1:] == (paragraph("After"),)
    assert "Last!" in str(typist.blocks[0])


def test_backspace_steps_over_an_empty_speaker_and_role(typist):
    typist.open(pull_quote("Words"), paragraph("After")).go("After").press(BACK).type("!")
    assert typist.blocks == (pull_quote("Words!"), paragraph("After"))


def test_backspace_takes_an_empty_attribution_away(typist):
    typist.open(quote("Said")).go("Said", after=True).do_on_text("attribution")
    typist.press(BACK).type("!")
    assert typist.blocks == (quote("Said!"),)
    assert typist.editor.document().blockCount() == 1


def test_backspace_deletes_an_empty_box_and_an_empty_pull_quote(typist):
    for make in ("fact box", "pull quote"):
        typist.open().do_on_text(make).press(BACK).type("x")
        assert typist.blocks == (paragraph("x"),)


def test_backspace_takes_the_first_paragraph_out_of_its_passage(typist):
    typist.open(passage("Un", "Deux")).go("Un").press(BACK)
    assert typist.blocks == (paragraph("Un"), passage("Deux"))


def test_backspace_after_a_card_selects_it_before_it_goes(typist):
    typist.open(card(), paragraph("After")).go("After").press(BACK)
    assert typist.blocks == (card(), paragraph("After"))
    typist.press(BACK)
    assert typist.blocks == (paragraph("After"),)


def test_backspace_on_a_card_selects_it_before_it_goes(typist):
    typist.open(paragraph("Above"), card()).line(1).press(Qt.Key.Key_End).press(BACK)
    assert typist.blocks == (paragraph("Above"), card())
    typist.press(BACK)
    assert typist.blocks == (paragraph("Above"),)


# ---------------------------------------------------------------- Delete


@pytest.mark.parametrize(
    ("before", "words"),
    [
        (box("Title", "Inside"), "Title"),
        (pull_quote("Words", "Maria", "Manager"), "Manager"),
        (quote("Said", by="Maria"), "Said"),
        (quote("Said", by="Maria"), "Maria"),
    ],
)
def test_delete_never_runs_a_title_or_a_name_into_the_line_below(typist, before, words):
    typist.open(before, paragraph("Below")).go(words, after=True).press(DELETE)
    assert typist.blocks == (before, paragraph("Below"))


def test_delete_before_a_box_goes_to_its_title(typist):
    typist.open(paragraph("Above"), box("Title", "Inside")).go("Above", after=True)
    typist.press(DELETE).type("The ")
    assert typist.blocks == (paragraph("Above"), box("The Title", "Inside"))


def test_delete_joins_the_paragraph_after_a_box_to_its_last_one(typist):
    typist.open(box("Title", "Inside"), paragraph("After")).go("Inside", after=True).press(DELETE)
    assert typist.blocks == (box("Title", "InsideAfter"),)


@pytest.mark.parametrize(
    ("whole", "first", "last"),
    [
        (box("Title", "One", table(("a",), ("b",)), "Two"), "Title", "Two"),
        (pull_quote("Words", "Maria", "Manager"), "Words", "Manager"),
        (quote("One", "Two", by="Maria"), "One", "Maria"),
        (passage("Un", "Deux"), "Un", "Deux"),
        (figure(), "Caption", "Credit"),
    ],
)
def test_what_is_selected_whole_goes_whole(typist, whole, first, last):
    typist.open(paragraph("Above"), whole, paragraph("Below"))
    typist.select(first, last)
    if whole == figure():
        cursor = typist.editor.textCursor()
        cursor.setPosition(6)
        cursor.setPosition(typist.editor.textCursor().selectionEnd(), cursor.MoveMode.KeepAnchor)
        typist.editor.setTextCursor(cursor)
    typist.press(DELETE)
    assert typist.blocks == (paragraph("Above"), paragraph("Below"))
    typist.type("x")
    assert typist.blocks == (paragraph("Above"), paragraph("x"), paragraph("Below"))
    typist.do("undo").do("undo")
    assert typist.blocks == (paragraph("Above"), whole, paragraph("Below"))


def test_words_deleted_from_a_title_on_leave_title_and_text_apart(typist):
    typist.open(box("The title", "Inside it")).select(" title", "Inside ").press(DELETE)
    assert typist.blocks == (box("The", "it"),)


def test_half_a_pull_quote_becomes_paragraphs(typist):
    typist.open(paragraph("Before"), pull_quote("Words", "Maria", "Manager"))
    typist.select("fore", "Wor").press(DELETE)
    assert typist.blocks == (paragraph("Beds"), paragraph("Maria"), paragraph("Manager"))


def test_a_pull_quote_gets_its_lines_back(typist):
    typist.open(pull_quote("Words", "Maria", "Manager"), paragraph("After"))
    typist.select("ria", "Aft").press(DELETE)
    assert typist.blocks == (pull_quote("Words", "Ma"), paragraph("er"))
    typist.go("Ma", after=True).press(ENTER).type("Manager")
    assert typist.blocks == (pull_quote("Words", "Ma", "Manager"), paragraph("er"))


def test_a_box_that_loses_its_beginning_is_no_box_any_more(typist):
    typist.open(paragraph("Before"), box("Title", "Inside")).select("fore", "Ti").press(DELETE)
    assert typist.blocks == (paragraph("Betle"), paragraph("Inside"))


# ---------------------------------------------------------------- typing, lists, heads


def test_a_card_takes_no_text(typist, qtbot):
    typist.open(card()).line(0)
    with qtbot.waitSignal(typist.editor.refused) as refused:
        typist.type("y")
    assert refused.args[0].startswith("A card")
    assert typist.blocks == (card(),)


def test_tab_nests_in_a_list_inside_a_box(typist):
    typist.open(box("Title", bullets("One", "Two"))).go("Two").press(TAB)
    assert typist.blocks == (box("Title", bullets(("One", bullets("Two")))),)
    typist.press(Qt.Key.Key_Backtab, SHIFT)
    assert typist.blocks == (box("Title", bullets("One", "Two")),)


def test_an_empty_item_leaves_the_list_and_then_the_box(typist):
    typist.open(box("Title", bullets("One"))).go("One", after=True)
    typist.press(ENTER, times=2).type("In").press(ENTER, times=2).type("Out")
    assert typist.blocks == (box("Title", bullets("One"), "In"), paragraph("Out"))


def test_styles_and_lists_work_inside_a_box(typist):
    typist.open(box("Title", "One", "Two")).go("One").do("crossHead").go("Two").do("bulletList")
    assert typist.blocks == (box("Title", head("One"), bullets("Two")),)
    typist.go("Title").do("crossHead").do("bulletList")
    assert typist.blocks == (box("Title", head("One"), bullets("Two")),)


def test_a_quote_made_inside_a_box_stays_inside(typist):
    typist.open(paragraph("Above"), box("Title", "One")).select("Above", "One").do("quote")
    assert typist.blocks == (quote("Above"), box("Title", quote("One")))
    assert read(typist.editor.document()).blocks == typist.blocks


def test_a_quote_with_an_attribution_that_is_no_quote_any_more_keeps_the_words(typist):
    typist.open(quote("Said", by="Maria")).select("Said", "Maria").do("quote")
    assert typist.blocks == (paragraph("Said"), paragraph("Maria"))
