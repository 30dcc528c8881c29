"""Markdown for boxes, quotes with attribution and footnotes is converted as it is typed."""

import pytest
from PySide6.QtCore import Qt

from editor_app.body.tree import (
    Direction,
    FactBox,
    Footnote,
    Link,
    Mark,
    Passage,
    PullQuote,
    Quote,
)
from editor_app.ui.editor.document import read
from editor_app.ui.editor.typed.rules import TypingRules
from tests.ui.editor.build import bullets, figure, paragraph, quote, table, text

ENTER, BACK = Qt.Key.Key_Return, Qt.Key.Key_Backspace
CTRL = Qt.KeyboardModifier.ControlModifier
DOWN = Qt.Key.Key_Down


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


# ---------------------------------------------------------------- whole lines


def test_a_fact_box_with_a_title_is_opened_by_enter(writer):
    writer.open(paragraph("One")).go("One", after=True).press(ENTER)
    writer.type("::: fact-box About *it*").press(ENTER).type("Words")
    title = (text("About "), text("it", Mark.EMPHASIS))
    assert writer.blocks == (paragraph("One"), FactBox(title, (paragraph("Words"),)))
    assert undone(writer, (paragraph("One"),))


def test_a_fact_box_without_a_title_asks_for_it(writer):
    writer.open().type("::: fact-box").press(ENTER).type("🎉 Title").press(ENTER).type("Words")
    assert writer.blocks == (FactBox((text("🎉 Title"),), (paragraph("Words"),)),)


def test_a_pull_quote_is_opened_by_enter(writer):
    writer.open().type("::: pull-quote").press(ENTER).type("So").press(ENTER).type("She")
    writer.press(ENTER).type("Chair")
    assert writer.blocks == (PullQuote((text("So"),), (text("She"),), (text("Chair"),)),)
    assert undone(writer, ())


@pytest.mark.parametrize(
    ("typed", "direction"), [("ar rtl", Direction.RIGHT_TO_LEFT), ("fr", Direction.NONE)]
)
def test_a_passage_is_opened_by_enter(writer, typed, direction):
    writer.open().type(f"::: lang {typed}").press(ENTER).type("x")
    assert writer.blocks == (Passage(typed.split()[0], (paragraph("x"),), direction),)
    assert undone(writer, ())


@pytest.mark.parametrize("typed", ["::: fact-box x", "::: pull-quote", "::: lang ar rtl"])
@pytest.mark.parametrize("takes_back", [(Qt.Key.Key_Z, CTRL), (BACK,)])
def test_one_key_leaves_the_line_as_typed(writer, typed, takes_back):
    writer.open().type(typed).press(ENTER).press(*takes_back)
    assert writer.blocks == (paragraph(typed),)
    writer.type("!")
    assert writer.blocks == (paragraph(f"{typed}!"),)


@pytest.mark.parametrize("typed", ["::: nothing", "::: pull-quote x", "::: lang", "::: lang a b"])
def test_other_containers_stay_text(writer, typed):
    writer.open().type(typed).press(ENTER).type("x")
    assert writer.blocks == (paragraph(typed), paragraph("x"))


def test_a_container_does_not_open_in_another(writer):
    writer.open(bullets("x")).go("x", after=True).press(BACK).type("::: fact-box").press(ENTER)
    assert writer.blocks == (bullets("::: fact-box", ""),)
    box = FactBox((text("T"),), (paragraph("x"),))
    writer.open(box).go("x", after=True).press(BACK).type("::: pull-quote").press(ENTER)
    assert writer.blocks == (FactBox((text("T"),), (paragraph("::: pull-quote"),)),)


# ---------------------------------------------------------------- attributions


def test_two_hyphens_in_a_quotes_last_line_begin_its_attribution(writer):
    before = (quote("Said"), paragraph("End"))
    writer.open(*before).go("Said", after=True).press(ENTER).type("-- Maria Sultan")
    attributed = Quote((paragraph("Said"),), (text("Maria Sultan"),))
    assert writer.blocks == (attributed, paragraph("End"))
    assert undone(writer, before)


def test_an_attribution_is_taken_back(writer):
    writer.open(quote("Said", "x")).go("x").type("-- ").press(BACK)
    assert writer.blocks == (quote("Said", "-- x"),)


def test_two_hyphens_elsewhere_are_a_dash(writer):
    writer.open(quote("Said")).go("Said").type("-- ")
    assert writer.blocks == (quote("\N{EN DASH} Said"),)
    writer.open(quote("x", "Said")).go("x").type("-- ")
    assert writer.blocks == (quote("\N{EN DASH} x", "Said"),)


# ---------------------------------------------------------------- footnotes


def test_words_between_a_caret_and_brackets_become_a_footnote(writer):
    writer.open().type("A claim^[The 🎉 *note* of [it](https://e.org)] holds.")
    note = Footnote(
        (
            text("The 🎉 "),
            text("note", Mark.EMPHASIS),
            text(" of "),
            text("it", Link("https://e.org")),
        )
    )
    assert writer.blocks == (paragraph("A claim", note, " holds."),)
    assert undone(writer, ())


@pytest.mark.parametrize("takes_back", [(Qt.Key.Key_Z, CTRL), (BACK,)])
def test_a_footnote_is_taken_back(writer, takes_back):
    writer.open().type("A^[note]").press(*takes_back)
    assert writer.blocks == (paragraph("A^[note]"),)
    writer.type("!")
    assert writer.blocks == (paragraph("A^[note]!"),)


def test_a_footnote_stands_in_a_cell_and_a_caption_but_not_in_a_credit(writer):
    writer.open(table(("x", "b"), ("c", "d"))).go("x", after=True).type("^[n]")
    assert writer.blocks[0].head[0] == (text("x"), Footnote((text("n"),)))
    writer.open(figure()).go("Caption", after=True).type("^[n]")
    assert writer.blocks[0].caption == (text("Caption"), Footnote((text("n"),)))
    writer.open(figure()).go("Credit", after=True).type("^[n]")
    assert writer.blocks == (figure(credit="Credit^[n]"),)
