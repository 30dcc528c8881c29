"""Boxes, passages, pull quotes, attributions, cards, notes: each command is one step and undoes."""

import pytest

from editor_app.body.normal import normalised
from editor_app.body.tree import CARD_FIELDS, Body, Card, CardKind, Direction, Mark, Source
from editor_app.ui.editor.cards import card_at, change_card, insert_card
from editor_app.ui.editor.containers import (
    add_attribution,
    clear_passage,
    insert_pull_quote,
    make_fact_box,
    passage_at,
    set_attribution,
    set_passage,
    unwrap_box,
)
from editor_app.ui.editor.document import read
from editor_app.ui.editor.footnotes import (
    change_footnote,
    delete_footnote,
    footnote_at,
    footnotes_of,
    insert_footnote,
)
from editor_app.ui.editor.moving import move_block
from editor_app.ui.editor.table_details import set_table_details, table_details
from tests.ui.editor.build import (
    box,
    bullets,
    card,
    figure,
    head,
    line,
    note,
    numbers,
    paragraph,
    passage,
    pull_quote,
    quote,
    table,
    text,
)


@pytest.fixture
def run(typist):
    """Run a command on the text; it must be one undo step, which this undoes and does again."""

    def run_command(command, *arguments, **named):
        editor = typist.editor
        before = typist.blocks
        cursor = editor.textCursor()
        result = command(cursor, *arguments, **named)
        editor.setTextCursor(cursor)
        after = typist.blocks
        assert read(editor.document()).blocks == after == normalised(after)
        if after != before:
            place = editor.caret()
            editor.undo()
            assert typist.blocks == before
            editor.redo()
            assert typist.blocks == after
            editor.set_caret(place)
        return result

    return run_command


# ---------------------------------------------------------------- boxes


def test_the_selected_lines_become_a_box_and_the_caret_is_in_its_title(typist, run):
    typist.open(paragraph("One"), paragraph("Two"), paragraph("Three")).select("One", "Two")
    assert run(make_fact_box)
    typist.type("Title")
    assert typist.blocks == (box("Title", "One", "Two"), paragraph("Three"))


def test_a_box_takes_whole_quotes_and_items_and_figures(typist, run):
    inside = (quote("One", "Two", by="Maria"), figure(), bullets("A"))
    typist.open(*inside[:2], bullets("A", "B")).select("Two", "A")
    assert run(make_fact_box)
    typist.type("Title")
    assert typist.blocks == (box("Title", *inside), bullets("B"))


def test_a_table_goes_into_a_box(typist, run):
    typist.open(table(("a",), ("b",)), paragraph("After")).go("a")
    assert run(make_fact_box)
    typist.type("Title")
    assert typist.blocks == (box("Title", table(("a",), ("b",))), paragraph("After"))


@pytest.mark.parametrize(
    "block", [box("Here", "x"), passage("Here"), pull_quote("Here"), Source("<div>Here</div>")]
)
def test_no_box_is_made_where_none_can_stand(typist, run, block):
    typist.open(block).go("Here")
    assert not run(make_fact_box)
    assert typist.blocks == (block,)


def test_a_box_is_unwrapped_into_its_title_and_its_blocks(typist, run):
    typist.open(box("Title", head("Head"), card())).go("Head")
    assert run(unwrap_box)
    assert typist.blocks == (paragraph(text("Title", Mark.STRONG)), head("Head"), card())


def test_a_box_without_a_title_leaves_no_line_behind(typist, run):
    typist.open(paragraph("One")).go("One")
    run(make_fact_box)
    assert run(unwrap_box)
    assert typist.blocks == (paragraph("One"),)
    assert typist.editor.document().blockCount() == 1


# ---------------------------------------------------------------- passages


def test_a_passage_is_made_changed_and_taken_away(typist, run):
    typist.open(paragraph("One"), paragraph("Two")).go("Two")
    assert run(set_passage, "ar", Direction.RIGHT_TO_LEFT)
    arabic = passage("Two", language="ar", direction=Direction.RIGHT_TO_LEFT)
    assert typist.blocks == (paragraph("One"), arabic)
    assert passage_at(typist.editor.textCursor()) == ("ar", Direction.RIGHT_TO_LEFT)
    assert run(set_passage, "fr", Direction.NONE)
    assert typist.blocks == (paragraph("One"), passage("Two"))
    assert run(clear_passage)
    assert typist.blocks == (paragraph("One"), paragraph("Two"))
    assert not run(clear_passage)


@pytest.mark.parametrize("block", [box("Here", "x"), pull_quote("Here"), card()])
def test_a_box_and_a_card_are_in_the_language_of_the_item(typist, run, block):
    typist.open(block).line(0)
    assert not run(set_passage, "fr", Direction.NONE)


# ---------------------------------------------------------------- quotes


def test_a_pull_quote_takes_the_selected_words_and_leaves_them_where_they_are(typist, run):
    typist.open(paragraph("We simply wanted to go on.")).select("wanted to go on")
    run(insert_pull_quote)
    typist.type("!")
    words = paragraph("We simply wanted to go on.")
    assert typist.blocks == (words, pull_quote("wanted to go on!"))


@pytest.mark.parametrize(
    "around", [quote("Here", "x"), box("T", "Here", "x"), passage("Here", "x")]
)
def test_a_pull_quote_comes_after_what_it_cannot_stand_in(typist, run, around):
    typist.open(around, paragraph("After")).go("Here")
    run(insert_pull_quote)
    typist.type("Words")
    assert typist.blocks == (around, pull_quote("Words"), paragraph("After"))


def test_an_attribution_is_added_where_the_quote_ends(typist, run):
    typist.open(quote("One", bullets("Two")), paragraph("After")).go("Two")
    assert run(add_attribution)
    assert run(add_attribution)
    typist.type("Maria")
    assert typist.blocks == (quote("One", bullets("Two"), by="Maria"), paragraph("After"))
    typist.go("One")
    assert run(set_attribution, line("Ann"))
    assert typist.blocks == (quote("One", bullets("Two"), by="Ann"), paragraph("After"))


def test_only_a_quote_has_an_attribution(typist, run):
    typist.open(paragraph("One"))
    assert not run(add_attribution)
    assert not run(set_attribution, line("Ann"))


# ---------------------------------------------------------------- cards


def test_a_card_goes_in_and_says_something_else(typist, run):
    typist.open(paragraph("One")).go("One", after=True)
    run(insert_card, card())
    typist.type("After")
    assert typist.blocks == (paragraph("One"), card(), paragraph("After"))
    placed = card_at(typist.editor.document().findBlockByNumber(1))
    other = Card(CardKind.CONTACT, ("Ann", "", "", "a@example.org", ""))
    run(change_card, placed, other)
    assert typist.blocks == (paragraph("One"), other, paragraph("After"))
    assert card_at(typist.editor.document().findBlockByNumber(0)) is None


def test_a_card_may_stand_in_a_box_and_comes_after_a_quote(typist, run):
    typist.open(box("Title", "In"), quote("Said")).go("In", after=True)
    run(insert_card, card())
    typist.go("Said")
    run(insert_card, card("B"))
    assert typist.blocks == (box("Title", "In", card()), quote("Said"), card("B"))


@pytest.mark.parametrize("kind", list(CardKind))
def test_every_kind_of_card_is_read_as_it_was_put_in(typist, run, kind):
    held = Card(kind, tuple(f"{name} “1”" for name in CARD_FIELDS[kind]))
    typist.open()
    run(insert_card, held)
    assert typist.blocks == (held,)


# ---------------------------------------------------------------- notes


def test_notes_count_in_the_order_of_the_text(typist, run):
    typist.open(paragraph("One two"), table(("a",), ("b",))).go("two", after=True)
    assert run(insert_footnote, line("second"))
    typist.go("One", after=True)
    assert run(insert_footnote, line("first"))
    typist.go("b", after=True)
    assert run(insert_footnote, line("third"))
    placed = footnotes_of(typist.editor.document())
    assert [each.number for each in placed] == [1, 2, 3]
    assert [each.footnote for each in placed] == [note("first"), note("second"), note("third")]
    assert typist.blocks[0] == paragraph("One", note("first"), " two", note("second"))
    assert footnote_at(typist.editor.textCursor()) == placed[2]
    typist.go("One")
    assert footnote_at(typist.editor.textCursor()) is None


def test_a_note_says_something_else_or_goes(typist, run):
    typist.open(paragraph("One", note("first"), note("first")))
    run(change_footnote, footnotes_of(typist.editor.document())[1], line("other"))
    assert typist.blocks == (paragraph("One", note("first"), note("other")),)
    run(delete_footnote, footnotes_of(typist.editor.document())[0])
    assert typist.blocks == (paragraph("One", note("other")),)


@pytest.mark.parametrize(
    ("block", "words"),
    [(box("Here", "x"), "Here"), (pull_quote("W", "Here"), "Here"), (figure(), "Credit")],
)
def test_a_title_and_a_name_take_no_note(typist, run, block, words):
    typist.open(block).go(words)
    assert not run(insert_footnote, line("note"))
    assert typist.blocks == (block,)


# ---------------------------------------------------------------- tables


def test_a_table_gets_a_caption_and_a_header_column(typist, run):
    typist.open(table(("a",), ("b",))).go("b")
    assert run(set_table_details, line("Caption"), has_header_column=True)
    assert table_details(typist.editor.textCursor()) == (line("Caption"), True)
    assert typist.blocks[0].caption == line("Caption")
    assert typist.blocks[0].has_header_column
    assert run(set_table_details, (), has_header_column=False)
    assert typist.blocks == (table(("a",), ("b",)),)


# ---------------------------------------------------------------- moving


@pytest.mark.parametrize(
    "other",
    [
        paragraph("Other"),
        head("Other"),
        quote("Other", "x", by="Maria"),
        bullets("Other", "x"),
        figure(),
        table(("Other",), ("x",)),
        box("Other", table(("x",), ("y",)), "z"),
        pull_quote("Other", "x", "y"),
        passage("Other", "x"),
        card(),
        Source("<div>Other</div>"),
    ],
)
def test_a_block_moves_past_any_other_and_back(typist, run, other):
    typist.open(other, paragraph("Mine"), paragraph("Last")).go("ne")
    assert run(move_block, up=True)
    assert typist.blocks == (paragraph("Mine"), other, paragraph("Last"))
    typist.type("!")
    assert typist.blocks[0] == paragraph("Mi!ne")
    assert run(move_block, up=False)
    assert typist.blocks == (other, paragraph("Mi!ne"), paragraph("Last"))


@pytest.mark.parametrize(
    ("block", "words"),
    [
        (quote("One", "Two", by="Maria"), "ria"),
        (figure(), "redit"),
        (table(("a",), ("b",)), "b"),
        (box("Title", table(("x",), ("y",)), "z"), "tle"),
        (pull_quote("Words", "Maria", "Role"), "ria"),
    ],
)
def test_a_whole_thing_moves_from_its_parts(typist, run, block, words):
    typist.open(paragraph("First"), block).go(words)
    assert run(move_block, up=True)
    assert typist.blocks == (block, paragraph("First"))
    assert not run(move_block, up=True)
    typist.type("!")
    assert f"!{words}" in str(typist.blocks[0])


def test_an_item_moves_with_what_is_in_it_and_at_the_edge_the_list(typist, run):
    typist.open(numbers("One", ("Two", bullets("Deep"))), paragraph("After")).go("Two")
    assert run(move_block, up=True)
    assert typist.blocks == (numbers(("Two", bullets("Deep")), "One"), paragraph("After"))
    assert not run(move_block, up=True)
    assert run(move_block, up=False)
    assert run(move_block, up=False)
    assert typist.blocks == (paragraph("After"), numbers("One", ("Two", bullets("Deep"))))


def test_a_paragraph_stays_under_its_box_title(typist, run):
    typist.open(paragraph("Above"), box("Title", "One", "Two")).go("Two")
    assert run(move_block, up=True)
    assert typist.blocks == (paragraph("Above"), box("Title", "Two", "One"))
    assert run(move_block, up=True)
    assert typist.blocks == (box("Title", "Two", "One"), paragraph("Above"))


# ---------------------------------------------------------------- copies


EVERYTHING = (
    box("Title", "Inside", card()),
    pull_quote("Words", "Maria", "Manager"),
    passage("Un", language="ar", direction=Direction.RIGHT_TO_LEFT),
    quote("Said", by="Maria"),
    paragraph("A claim", note("The note")),
)


def test_a_copy_of_everything_is_the_same(typist):
    typist.open(*EVERYTHING).do("selectAll")
    data = typist.editor.createMimeDataFromSelection()
    typist.open().editor.insertFromMimeData(data)
    assert typist.blocks == EVERYTHING


@pytest.mark.parametrize("around", [quote("Here"), passage("Here"), bullets("Here")])
def test_a_box_pasted_where_none_can_stand_keeps_its_words(typist, around):
    typist.open(*EVERYTHING).do("selectAll")
    data = typist.editor.createMimeDataFromSelection()
    typist.open(around).go("Here", after=True)
    typist.editor.insertFromMimeData(data)
    assert read(typist.editor.document()).blocks == typist.blocks
    for words in ("Title", "Inside", "A film", "Words", "Maria", "Manager", "Un", "Said"):
        assert words in str(typist.blocks)


def test_lines_pasted_into_a_title_come_after_it(typist):
    typist.open(paragraph("One"), paragraph("Two")).do("selectAll")
    data = typist.editor.createMimeDataFromSelection()
    typist.open(box("Title", "Inside")).go("Title", after=True)
    typist.editor.insertFromMimeData(data)
    assert typist.blocks == (box("Title", "One", "Two", "Inside"),)


def test_another_text_is_put_in_beside_boxes(typist):
    typist.open(*EVERYTHING)
    other = Body((EVERYTHING[0], paragraph("New"), *EVERYTHING[2:]))
    typist.editor.apply_body(other)
    assert typist.blocks == other.blocks
    typist.editor.undo()
    assert typist.blocks == EVERYTHING


def test_a_table_put_into_a_box_leaves_the_rest_inside(typist):
    typist.open(box("Title", "One", "Two")).go("One", after=True).do("insertTable").type("x")
    empty = ("", "", "")
    assert typist.blocks == (box("Title", "One", table(("x", "", ""), empty, empty), "Two"),)


def test_a_copied_table_put_over_itself_leaves_the_rest_inside(typist):
    before = box("Title", "One", table(("a",), ("b",)), "Two", "Three")
    typist.open(before).select("One", "Two")
    typist.editor.insertFromMimeData(typist.editor.createMimeDataFromSelection())
    assert typist.blocks == (before,)
