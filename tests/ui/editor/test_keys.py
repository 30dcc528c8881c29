"""Keys do what somebody who knows Word expects."""

import pytest
from PySide6.QtCore import Qt

from editor_app.body.tree import Break, Separator, Source
from editor_app.ui.editor.document import read
from tests.ui.editor.build import (
    bullets,
    figure,
    head,
    item,
    numbers,
    paragraph,
    quote,
    table,
    text,
    tight,
)

ENTER, BACK, DELETE, TAB = (
    Qt.Key.Key_Return,
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Delete,
    Qt.Key.Key_Tab,
)
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


# ---------------------------------------------------------------- Enter


def test_enter_begins_a_paragraph(typist):
    typist.open().type("One").press(ENTER).type("Two")
    assert typist.blocks == (paragraph("One"), paragraph("Two"))


def test_enter_in_the_middle_splits(typist):
    typist.open(paragraph("OneTwo")).go("Two").press(ENTER)
    assert typist.blocks == (paragraph("One"), paragraph("Two"))


def test_enter_after_a_cross_head_begins_a_paragraph(typist):
    typist.open(head("Head")).go("Head", after=True).press(ENTER).type("Text")
    assert typist.blocks == (head("Head"), paragraph("Text"))


def test_enter_before_a_cross_head_pushes_it_down(typist):
    typist.open(head("Head")).go("Head").press(ENTER)
    typist.line(0).type("Above")
    assert typist.blocks == (paragraph("Above"), head("Head"))


def test_shift_enter_breaks_the_line(typist):
    typist.open().type("One").press(ENTER, SHIFT).type("Two")
    assert typist.blocks == (paragraph("One", Break(), "Two"),)


def test_enter_in_a_list_begins_an_item(typist):
    typist.open(bullets("One")).go("One", after=True).press(ENTER).type("Two")
    assert typist.blocks == (bullets("One", "Two"),)


def test_a_split_item_gives_its_children_to_the_second_half(typist):
    typist.open(bullets(("OneTwo", bullets("Child")))).go("Two").press(ENTER)
    assert typist.blocks == (bullets("One", ("Two", bullets("Child"))),)


def test_enter_twice_leaves_the_list(typist):
    typist.open(bullets("One")).go("One", after=True).press(ENTER, times=2).type("After")
    assert typist.blocks == (bullets("One"), paragraph("After"))


def test_enter_in_an_empty_nested_item_goes_one_level_up(typist):
    typist.open(bullets(("One", bullets("Deep")))).go("Deep", after=True)
    typist.press(ENTER, times=2).type("Two")
    assert typist.blocks == (bullets(("One", bullets("Deep")), "Two"),)


def test_enter_in_an_empty_paragraph_leaves_the_quote(typist):
    typist.open(quote("Said")).go("Said", after=True).press(ENTER, times=2).type("After")
    assert typist.blocks == (quote("Said"), paragraph("After"))


@pytest.mark.parametrize("words", ["Caption", "Credit"])
def test_enter_in_the_words_of_a_figure_leaves_it(typist, words):
    typist.open(figure()).go(words, after=True).press(ENTER).type("After")
    assert typist.blocks == (figure(), paragraph("After"))


def test_enter_before_a_photo_makes_room_above(typist):
    typist.open(figure()).line(0).press(ENTER)
    typist.line(0).type("Above")
    assert typist.blocks == (paragraph("Above"), figure())


def test_enter_in_a_cell_breaks_the_line(typist):
    typist.open(table(("a", "b"))).go("a", after=True).press(ENTER).type("c")
    assert typist.blocks[0].head[0] == (text("a"), Break(), text("c"))


def test_enter_in_a_locked_block_begins_a_paragraph_after_it(typist):
    typist.open(Source("<div>x</div>")).go("x").press(ENTER).type("After")
    assert typist.blocks == (Source("<div>x</div>"), paragraph("After"))


# ---------------------------------------------------------------- Backspace and Delete


def test_backspace_joins_paragraphs(typist):
    typist.open(paragraph("One"), paragraph("Two")).go("Two").press(BACK)
    assert typist.blocks == (paragraph("OneTwo"),)


def test_backspace_makes_a_cross_head_a_paragraph_first(typist):
    typist.open(paragraph("One"), head("Head")).go("Head").press(BACK)
    assert typist.blocks == (paragraph("One"), paragraph("Head"))


def test_backspace_lifts_a_list_item(typist):
    typist.open(bullets("One", "Two", "Three")).go("Two").press(BACK)
    assert typist.blocks == (bullets("One"), paragraph("Two"), bullets("Three"))


def test_backspace_outdents_a_nested_item(typist):
    typist.open(bullets(("One", bullets("Deep")))).go("Deep").press(BACK)
    assert typist.blocks == (bullets("One", "Deep"),)


def test_backspace_takes_a_paragraph_out_of_its_quote(typist):
    typist.open(quote("Said")).go("Said").press(BACK)
    assert typist.blocks == (paragraph("Said"),)


def test_backspace_after_a_figure_selects_it_before_it_goes(typist):
    typist.open(figure(), paragraph("After")).go("After").press(BACK)
    assert typist.blocks == (figure(), paragraph("After"))
    assert typist.editor.textCursor().hasSelection()
    typist.press(BACK)
    assert typist.blocks == (paragraph("After"),)


def test_backspace_after_a_separator_deletes_it(typist):
    typist.open(paragraph("a"), Separator(), paragraph("b")).go("b").press(BACK)
    assert typist.blocks == (paragraph("a"), paragraph("b"))


def test_backspace_after_a_locked_block_selects_it_first(typist):
    typist.open(Source("<div>x</div>"), paragraph("After")).go("After").press(BACK)
    assert typist.blocks == (Source("<div>x</div>"), paragraph("After"))
    typist.press(BACK)
    assert typist.blocks == (paragraph("After"),)


def test_backspace_after_a_table_goes_into_its_last_cell(typist):
    typist.open(table(("a", "b"), ("c", "d")), paragraph("After")).go("After").press(BACK).type("!")
    assert typist.blocks == (table(("a", "b"), ("c", "d!")), paragraph("After"))


def test_backspace_in_an_empty_paragraph_keeps_what_is_below(typist):
    typist.open(paragraph("One"), head("Head")).go("One", after=True).press(ENTER).press(BACK)
    assert typist.blocks == (paragraph("One"), head("Head"))


def test_delete_joins_what_is_below(typist):
    typist.open(paragraph("One"), paragraph("Two")).go("One", after=True).press(DELETE)
    assert typist.blocks == (paragraph("OneTwo"),)


def test_delete_before_a_figure_selects_it_first(typist):
    typist.open(paragraph("One"), figure()).go("One", after=True).press(DELETE)
    assert typist.blocks == (paragraph("One"), figure())
    typist.press(DELETE)
    assert typist.blocks == (paragraph("One"),)


def test_control_backspace_deletes_a_word(typist):
    typist.open(paragraph("One two")).go("two", after=True).press(BACK, CTRL)
    assert typist.blocks == (paragraph("One"),)


def test_deleting_from_text_into_a_caption_leaves_no_half_figure(typist):
    typist.open(paragraph("Before"), figure(), paragraph("After")).select("fore", "Cap")
    typist.press(DELETE)
    assert typist.blocks == (paragraph("Betion"), paragraph("Credit"), paragraph("After"))


def test_deleting_a_part_of_a_locked_block_deletes_it_whole(typist):
    typist.open(paragraph("Before"), Source("<div>x</div>"), paragraph("After"))
    typist.select("fore", "<div").press(DELETE)
    assert typist.blocks == (paragraph("Be"), paragraph("After"))


def test_a_locked_block_takes_no_text(typist, qtbot):
    typist.open(Source("<div>x</div>")).go("x")
    with qtbot.waitSignal(typist.editor.refused):
        typist.type("y")
    assert typist.blocks == (Source("<div>x</div>"),)


def test_typing_over_a_selection_is_one_step(typist):
    typist.open(paragraph("One two three")).select("two").type("x")
    assert typist.blocks == (paragraph("One x three"),)
    typist.do("undo")
    assert typist.blocks == (paragraph("One two three"),)


# ---------------------------------------------------------------- Tab


def test_tab_nests_three_levels_deep_and_back(typist):
    typist.open(bullets("One", "Two", "Three", "Four"))
    typist.go("Two").press(TAB).go("Three").press(TAB, times=2).go("Four").press(TAB, times=3)
    deep = bullets(("One", bullets(("Two", bullets(("Three", bullets("Four")))))))
    assert typist.blocks == (deep,)
    typist.go("Four").press(Qt.Key.Key_Backtab, SHIFT, times=3)
    assert typist.blocks == (bullets(("One", bullets(("Two", bullets("Three")))), "Four"),)


def test_the_first_item_cannot_be_nested(typist):
    typist.open(bullets("One", "Two")).go("One").press(TAB)
    assert typist.blocks == (bullets("One", "Two"),)


def test_an_item_that_is_outdented_takes_its_followers_as_children(typist):
    typist.open(numbers(("One", numbers("A", "B", "C")))).go("B")
    typist.press(Qt.Key.Key_Backtab, SHIFT)
    assert typist.blocks == (numbers(("One", numbers("A")), ("B", numbers("C"))),)


def test_tab_walks_the_cells_and_adds_a_row(typist):
    typist.open(table(("a", "b"))).go("a").press(TAB, times=2).type("c")
    assert typist.blocks == (table(("a", "b"), ("c", "")),)


def test_tab_in_a_paragraph_leaves_the_editor(typist):
    typist.open(paragraph("a")).go("a").press(TAB)
    assert typist.blocks == (paragraph("a"),)


# ---------------------------------------------------------------- each command, undone


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("bulletList", (bullets("One", "Two"),)),
        ("numberedList", (numbers("One", "Two"),)),
        ("quote", (quote("One", "Two"),)),
        ("crossHead", (head("One"), head("Two"))),
        ("crossHead4", (head("One", 4), head("Two", 4))),
    ],
)
def test_a_command_is_one_step_and_undoes_itself(typist, name, expected):
    before = (paragraph("One"), paragraph("Two"))
    typist.open(*before).select("One", "Two").do(name)
    assert typist.blocks == expected
    assert read(typist.editor.document()).blocks == expected
    typist.do("undo")
    assert typist.blocks == before
    typist.do("redo")
    assert typist.blocks == expected
    typist.select("One", "Two").do(name)
    assert typist.blocks == before


def test_bullets_become_numbers(typist):
    typist.open(bullets("One", ("Two", bullets("Deep")))).go("One").do("numberedList")
    assert typist.blocks == (numbers("One", ("Two", bullets("Deep"))),)


def test_a_paragraph_between_two_lists_joins_them(typist):
    typist.open(bullets("One"), paragraph("Two"), bullets("Three")).go("Two").do("bulletList")
    assert typist.blocks == (bullets("One", "Two", "Three"),)


def test_a_separator_and_a_table_and_a_figure_go_where_the_caret_is(typist):
    typist.open(paragraph("One"), paragraph("Two")).go("One", after=True).do("insertSeparator")
    assert typist.blocks == (paragraph("One"), Separator(), paragraph("Two"))
    typist.go("Two", after=True).do("insertTable").type("Cell")
    assert typist.blocks[3] == table(("Cell", "", ""), ("", "", ""), ("", "", ""))
    typist.go("One").editor.insert_figure(figure())
    assert typist.blocks[:2] == (figure(), paragraph("One"))


def test_the_deletion_of_a_table_keeps_its_neighbours_apart(typist):
    typist.open(paragraph("One"), table(("a",), ("b",)), paragraph("Two")).go("a").do("deleteTable")
    assert typist.blocks == (paragraph("One"), paragraph("Two"))
    typist.do("undo")
    assert typist.blocks == (paragraph("One"), table(("a",), ("b",)), paragraph("Two"))


def test_a_paragraph_in_an_item_is_kept_with_it(typist):
    loose = bullets(item(("One",)).blocks, "Two")
    typist.open(loose).go("Two").press(ENTER)
    assert tight("Two") in typist.blocks[0].items[-1].blocks
