"""Keys that writers use without thinking: words deleted, all replaced, links left."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from editor_app.body.tree import Break, Footnote, Image, Link, Source
from editor_app.ui.editor.document import read
from tests.ui.editor.build import bullets, figure, head, paragraph, quote, table, text

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
BACK, DELETE, ENTER = Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Return
NOTE = Footnote((text("note"),))
PHOTO = Image("x.png", "alt")


@pytest.mark.parametrize("thing", [NOTE, PHOTO])
def test_a_note_or_a_picture_is_a_word_of_its_own_to_control_backspace(typist, thing):
    before = (paragraph("One 🎉two", thing, "three end"),)
    typist.open(*before).go("three", after=True).press(BACK, CTRL)
    assert typist.blocks == (paragraph("One 🎉two", thing, " end"),)
    typist.press(BACK, CTRL)
    assert typist.blocks == (paragraph("One 🎉two end"),)
    typist.do("undo").do("undo")
    assert typist.blocks == before == read(typist.editor.document()).blocks


@pytest.mark.parametrize("thing", [NOTE, PHOTO])
def test_a_note_or_a_picture_is_a_word_of_its_own_to_control_delete(typist, thing):
    typist.open(paragraph("One two🎉", thing, "three end")).go("two").press(DELETE, CTRL)
    assert typist.blocks == (paragraph("One ", thing, "three end"),)
    typist.press(DELETE, CTRL)
    assert typist.blocks == (paragraph("One three end"),)


def test_a_line_break_is_a_word_of_its_own_too(typist):
    typist.open(paragraph("One", Break(), "two")).go("two").press(BACK, CTRL)
    assert typist.blocks == (paragraph("Onetwo"),)
    typist.open(paragraph("One two", Break(), "x")).go("two").press(DELETE, CTRL)
    assert typist.blocks == (paragraph("One", Break(), "x"),)


@pytest.mark.parametrize(
    "blocks",
    [
        (table(("a", "b"), ("c", "d")), paragraph("x"), table(("e", "f"), ("g", "h"))),
        (figure(), bullets("x"), Source("<div>x</div>")),
        (head("Head"), paragraph("x")),
    ],
)
def test_everything_is_selected_and_typed_over_in_one_step(typist, blocks):
    typist.open(*blocks).press(Qt.Key.Key_A, CTRL).type("y")
    assert [block.content for block in typist.blocks] == [(text("y"),)]
    assert read(typist.editor.document()).blocks == typist.blocks
    typist.do("undo")
    assert typist.blocks == blocks
    assert not typist.editor.document().isUndoAvailable()


@pytest.mark.parametrize(("key", "sign"), [(Qt.Key.Key_2, "@"), (Qt.Key.Key_F, "[")])
def test_a_sign_typed_with_alt_gr_is_typed_where_a_command_has_the_same_key(typist, key, sign):
    typist.open(paragraph("name"))
    typist.editor.moveCursor(QTextCursor.MoveOperation.End)
    QTest.sendKeyEvent(QTest.KeyAction.Click, typist.editor, key, sign, CTRL | ALT)
    assert typist.blocks == (paragraph(f"name{sign}"),)


def test_the_command_is_done_where_the_keyboard_makes_no_sign_of_the_key(typist):
    typist.open(paragraph("Name"))
    QTest.sendKeyEvent(QTest.KeyAction.Click, typist.editor, Qt.Key.Key_2, "2", CTRL | ALT)
    assert typist.blocks == (head("Name"),)


def test_words_typed_over_a_whole_link_are_no_link(typist):
    typist.open(paragraph("a ", text("link", Link("https://e.org")), " b")).select("link")
    typist.type("x")
    assert typist.blocks == (paragraph("a x b"),)


def test_home_and_end_stay_in_the_words_of_a_figure(typist):
    typist.open(figure()).go("tion").press(Qt.Key.Key_Home).type("1").press(Qt.Key.Key_End)
    typist.type("2").go("dit").press(Qt.Key.Key_Home).type("3").press(Qt.Key.Key_End).type("4")
    assert typist.blocks == (figure(caption="1Caption2", credit="3Credit4"),)


def test_pasting_as_plain_text_by_its_key_keeps_no_marks(typist, qapp):
    typist.open(paragraph("a")).go("a", after=True)
    qapp.clipboard().setText("<b>x</b>")
    typist.press(Qt.Key.Key_V, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert typist.blocks == (paragraph("a<b>x</b>"),)


def test_enter_in_an_empty_cross_head_makes_it_a_paragraph(typist):
    typist.open(head("Head")).select("Head").press(BACK).press(ENTER).type("x")
    assert typist.blocks == (paragraph("x"),)


@pytest.mark.parametrize("ends", [("a", "e"), ("e", "a"), ("b", "d")])
def test_typing_over_cells_empties_them_and_writes_into_the_first(typist, ends):
    before = (table(("a", "b", "c"), ("d", "e", "f")),)
    typist.open(*before).select(*ends).type("xy")
    assert typist.blocks == (table(("xy", "", "c"), ("", "", "f")),)
    typist.do("undo").do("undo")
    assert typist.blocks == before


def test_enter_in_a_quote_in_an_item_stays_in_the_quote(typist):
    before = (bullets((paragraph("One"), quote("Said"))),)
    typist.open(*before).go("Said", after=True).press(ENTER).type("More")
    assert typist.blocks == (bullets((paragraph("One"), quote("Said", "More"))),)
    typist.press(ENTER, times=2).type("After")
    assert typist.blocks == (
        bullets((paragraph("One"), quote("Said", "More"), paragraph("After"))),
    )
