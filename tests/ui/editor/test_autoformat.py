"""Markdown typed by somebody who knows it turns into what it stands for, and back again."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent

from editor_app.body.tree import Break, Link, Mark, Paragraph, Separator, Source
from editor_app.ui.editor.document import read
from editor_app.ui.editor.typed.rules import TypingRules
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
)

ENTER, BACK = Qt.Key.Key_Return, Qt.Key.Key_Backspace
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
STRONG, EM, CODE = Mark.STRONG, Mark.EMPHASIS, Mark.CODE


@pytest.fixture
def writer(typist):
    TypingRules(typist.editor, lambda: "en")
    return typist


def undone(writer, before):
    """Undo everything and say whether that leads back to where it began."""
    while writer.editor.document().isUndoAvailable():
        writer.do("undo")
        assert read(writer.editor.document()).blocks == writer.blocks
    return writer.blocks == before


# ---------------------------------------------------------------- at a line's start

STARTS = [
    ("## ", head("x", 2)),
    ("### ", head("x", 3)),
    ("#### ", head("x", 4)),
    ("- ", bullets("x")),
    ("* ", bullets("x")),
    ("1. ", numbers("x")),
    ("7. ", numbers("x", start=7)),
    ("3) ", numbers("x", start=3)),
    ("> ", quote("x")),
]


@pytest.mark.parametrize(("typed", "block"), STARTS)
def test_a_line_becomes_what_its_start_says(writer, typed, block):
    writer.open().type(typed + "x")
    assert writer.blocks == (block,)
    assert undone(writer, ())


@pytest.mark.parametrize(("typed", "block"), STARTS)
def test_one_undo_leaves_the_typed_characters(writer, typed, block):
    writer.open(paragraph("x")).go("x").type(typed)
    assert writer.blocks == (block,)
    writer.press(Qt.Key.Key_Z, CTRL)
    assert writer.blocks == (paragraph(f"{typed}x"),)
    assert writer.editor.textCursor().positionInBlock() == len(typed)
    writer.press(Qt.Key.Key_Y, CTRL)
    assert writer.blocks == (block,)


@pytest.mark.parametrize(("typed", "block"), STARTS)
def test_backspace_right_after_leaves_the_typed_characters(writer, typed, block):
    writer.open(paragraph("x")).go("x").type(typed).press(BACK)
    assert writer.blocks == (paragraph(f"{typed}x"),)
    writer.type("y")
    assert writer.blocks == (paragraph(f"{typed}yx"),)


def test_backspace_is_itself_once_something_else_was_done(writer):
    writer.open().type("- ab").press(BACK)
    assert writer.blocks == (bullets("a"),)
    writer.press(Qt.Key.Key_Left).press(BACK)
    assert writer.blocks == (paragraph("a"),)


def test_what_was_taken_back_is_not_converted_again(writer):
    writer.open().type("## ").press(Qt.Key.Key_Z, CTRL).type("x")
    assert writer.blocks == (paragraph("## x"),)


@pytest.mark.parametrize("typed", ["# x", "##### x", "#tag x", "1x. ", "-- x", "``` x", "+ x"])
def test_other_starts_stay_text(writer, typed):
    writer.open().type(typed)
    assert [type(block) for block in writer.blocks] == [Paragraph]


def test_the_start_of_a_later_line_of_a_paragraph_is_text(writer):
    writer.open().type("One").press(ENTER, SHIFT).type("- two")
    assert writer.blocks == (paragraph("One", Break(), "- two"),)


def test_a_list_goes_on_in_the_list_above(writer):
    writer.open(numbers("One", "Two"), paragraph("x")).go("x").type("9. ")
    assert writer.blocks == (numbers("One", "Two", "x"),)


def test_a_written_page_keeps_its_shape(writer):
    writer.open().type("## Head").press(ENTER).type("Words").press(ENTER)
    writer.type("- one").press(ENTER).press(Qt.Key.Key_Tab).type("two").press(ENTER, times=3)
    writer.type("> said").press(ENTER, times=2).type("1. first").press(ENTER, times=2).type("End")
    assert writer.blocks == (
        head("Head"),
        paragraph("Words"),
        bullets(("one", bullets("two"))),
        quote("said"),
        numbers("first"),
        paragraph("End"),
    )
    assert undone(writer, ())


def test_a_cross_head_and_a_list_have_their_place_in_a_quote(writer):
    writer.open(quote("Said", "x")).go("x").type("- ")
    assert writer.blocks == (quote("Said", bullets("x")),)
    writer.open(quote("Said", "x")).go("x").type("## ")
    assert writer.blocks == (quote("Said", head("x")),)


def test_a_quote_has_its_place_in_an_item(writer):
    writer.open(bullets("One", "x")).go("x").type("> ")
    assert writer.blocks == (bullets("One", (quote("x"),)),)


@pytest.mark.parametrize("typed", ["- ", "1. ", "## ", "> "])
def test_nothing_begins_in_a_caption_or_a_cell(writer, typed):
    writer.open(figure()).go("Caption").type(typed)
    assert writer.blocks == (figure(caption=f"{typed}Caption"),)
    writer.open(table(("a", "b"), ("c", "d"))).go("a").type(typed)
    assert writer.blocks == (table((f"{typed}a", "b"), ("c", "d")),)


@pytest.mark.parametrize("typed", ["- ", "1. ", "## "])
def test_nothing_begins_in_an_item_or_a_cross_head(writer, typed):
    writer.open(bullets(("One", bullets("x")))).go("x").type(typed)
    assert writer.blocks == (bullets(("One", bullets(f"{typed}x"))),)
    writer.open(head("x")).go("x").type(typed)
    assert writer.blocks == (head(f"{typed}x"),)


def test_a_locked_block_stays_locked(writer, qtbot):
    writer.open(Source("<div>x</div>")).line(0)
    with qtbot.waitSignal(writer.editor.refused):
        writer.type("- ")
    assert writer.blocks == (Source("<div>x</div>"),)


def test_an_input_method_converts_as_keys_do(writer):
    writer.open()
    for words in ("##", " "):
        event = QInputMethodEvent()
        event.setCommitString(words)
        QCoreApplication.sendEvent(writer.editor, event)
    writer.type("x")
    assert writer.blocks == (head("x"),)


def test_pasted_marks_stay_what_they_are(writer, qapp):
    qapp.clipboard().setText('**a** "b"')
    writer.open().press(Qt.Key.Key_V, CTRL | SHIFT)
    assert writer.blocks == (paragraph('**a** "b"'),)


# ---------------------------------------------------------------- separators


@pytest.mark.parametrize("typed", ["---", "***", "___"])
def test_a_line_of_signs_and_enter_is_a_separator(writer, typed):
    writer.open(paragraph("One")).go("One", after=True).press(ENTER).type(typed).press(ENTER)
    writer.type("Two")
    assert writer.blocks == (paragraph("One"), Separator(), paragraph("Two"))
    assert undone(writer, (paragraph("One"),))


def test_writing_goes_on_below_a_separator_in_a_line_of_its_own(writer):
    before = (paragraph("One"), paragraph("Two"))
    writer.open(*before).go("One", after=True).press(ENTER).type("---").press(ENTER).type("x")
    assert writer.blocks == (paragraph("One"), Separator(), paragraph("x"), paragraph("Two"))
    assert undone(writer, before)


@pytest.mark.parametrize("takes_back", [(Qt.Key.Key_Z, CTRL), (BACK,)])
def test_a_separator_is_taken_back(writer, takes_back):
    writer.open().type("---").press(ENTER).press(*takes_back).type("x")
    assert writer.blocks in {(paragraph("---x"),), (paragraph("—x"),)}


def test_a_separator_stands_in_a_quote_but_not_in_an_item(writer):
    writer.open(quote("Said", "x")).go("x", after=True).press(BACK).type("---").press(ENTER)
    assert writer.blocks == (quote("Said", Separator()),)
    writer.open(bullets("x")).go("x", after=True).press(BACK).type("---").press(ENTER).type("y")
    assert writer.blocks == (bullets("---", "y"),)


# ---------------------------------------------------------------- words

SITE = Link("https://e.org/")
WORDS = [
    ("**bold**", text("bold", STRONG)),
    ("__bold__", text("bold", STRONG)),
    ("*it*", text("it", EM)),
    ("_it_", text("it", EM)),
    ("***both***", text("both", STRONG, EM)),
    ("~~gone~~", text("gone", Mark.STRIKE)),
    ("`a_b*c`", text("a_b*c", CODE)),
    ("[two words](https://e.org/)", text("two words", SITE)),
    ("[x](e.org/a_(b))", text("x", Link("https://e.org/a_(b)"))),
    ("[x](a@e.org)", text("x", Link("mailto:a@e.org"))),
]


@pytest.mark.parametrize(("typed", "marked"), WORDS)
def test_words_between_signs_are_marked_and_the_next_are_not(writer, typed, marked):
    writer.open().type(f"So {typed} end")
    assert writer.blocks == (paragraph("So ", marked, " end"),)
    assert undone(writer, ())


@pytest.mark.parametrize(("typed", "marked"), WORDS)
@pytest.mark.parametrize("takes_back", [(Qt.Key.Key_Z, CTRL), (BACK,)])
def test_one_key_leaves_the_signs_as_typed(writer, typed, marked, takes_back):
    writer.open(paragraph("So ")).go("So ", after=True).type(typed)
    assert writer.blocks == (paragraph("So ", marked),)
    writer.press(*takes_back)
    assert writer.blocks == (paragraph(f"So {typed}"),)
    writer.press(Qt.Key.Key_Y, CTRL)
    assert writer.blocks == (paragraph("So ", marked),)
    assert writer.editor.textCursor().atEnd()
    writer.press(Qt.Key.Key_Z, CTRL).type("!")
    assert writer.blocks == (paragraph(f"So {typed}!"),)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("m^2^ x", paragraph("m", text("2", Mark.SUPERSCRIPT), " x")),
        ("H~2~O", paragraph("H", text("2", Mark.SUBSCRIPT), "O")),
    ],
)
def test_letters_are_raised_and_lowered_after_a_word(writer, typed, expected):
    writer.open().type(typed)
    assert writer.blocks == (expected,)


@pytest.mark.parametrize(
    "typed",
    [
        *("snake_case_name x", "5 * 3 * 2 x", "2*3*4 x", "** no ** x", "a ~ b ~ c", "~5~ ^6^ x"),
        *("https://e.org/_a_b_ x", "a**b**c x", "[x](no address) y", "![x](e.org/y) z", "**** x"),
        *("[x] (e.org) y", "a__init__ x", "C:\\*a* b", "``` x"),
    ],
)
def test_other_signs_stay_text(writer, typed):
    writer.open().type(typed)
    assert writer.blocks == (paragraph(typed),)


def test_signs_in_code_and_before_a_letter_stay_text(writer):
    writer.open(paragraph(text("ab", CODE))).go("b").type("*x*")
    assert writer.blocks == (paragraph(text("a*x*b", CODE)),)
    writer.open(paragraph("end")).go("end").type("*x*")
    assert writer.blocks == (paragraph("*x*end"),)


def test_marks_nest(writer):
    writer.open().type("**so *it* is** [see **b**](e.org) x")
    link = Link("https://e.org")
    assert writer.blocks == (
        paragraph(
            text("so ", STRONG),
            text("it", STRONG, EM),
            text(" is", STRONG),
            " ",
            text("see ", link),
            text("b", STRONG, link),
            " x",
        ),
    )
    assert undone(writer, ())


@pytest.mark.parametrize("place", ["Caption", "Credit"])
def test_words_are_marked_in_a_figure(writer, place):
    before = (figure(),)
    writer.open(*before).go(place, after=True).type(" **b**!")
    shown = writer.blocks[0].caption if place == "Caption" else writer.blocks[0].credit
    assert shown == (text(f"{place} "), text("b", STRONG), text("!"))
    assert undone(writer, before)


def test_words_are_marked_in_a_cell_an_item_a_cross_head_and_a_quote(writer):
    nested = bullets(item(("One", bullets("x"))).blocks)
    before = (table(("x", "b"), ("c", "d")), nested, head("x"), quote("x"))
    writer.open(*before)
    document = writer.editor.document()
    numbers_ = [n for n in range(document.blockCount()) if _text(document, n) == "x"]
    assert len(numbers_) == 4
    for number in numbers_:
        writer.line(number).press(Qt.Key.Key_End).type(" *it*.")
    marked = (text("x "), text("it", EM), text("."))
    assert writer.blocks[0].head[0] == marked
    assert writer.blocks[1].items[0].blocks[1].items[0].blocks[0].content == marked
    assert writer.blocks[2].content == marked
    assert writer.blocks[3].blocks[0].content == marked
    assert undone(writer, before)


def _text(document, number):
    return document.findBlockByNumber(number).text()
