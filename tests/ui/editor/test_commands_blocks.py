"""Boxes, pull quotes, cards, passages, figures: put in, changed and taken out by command."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from editor_app.body.tree import (
    Card,
    CardKind,
    Direction,
    FactBox,
    Passage,
    PullQuote,
    Quote,
    Setting,
)
from editor_app.ui.editor.forms.card_form import CardForm
from editor_app.ui.editor.forms.language_form import LanguageForm
from editor_app.ui.editor.forms.table_form import TableForm
from tests.ui.editor.build import bullets, figure, head, paragraph, quote, table, text
from tests.ui.editor.commanding import (
    ALT,
    CTRL,
    SHIFT,
    agree,
    can_be_agreed_to,
    nameless,
    notice,
    one_step_to,
    opened,
)

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen screen has none
PAPER = Card(CardKind.PUBLICATION, ("Working Paper 3/2015", "PDF", "en-GB", "1.2 MB", ""))


# ---------------------------------------------------------------- boxes, quotes


def test_lines_become_a_fact_box_and_its_title_is_typed(typist):
    before = (paragraph("One"), paragraph("Two"), paragraph("Three"))
    typist.open(*before).select("One", "Two").press(Qt.Key.Key_B, CTRL | SHIFT)
    assert typist.actions.named("factBox").isChecked()
    typist.type("About")
    after = (FactBox((text("About"),), before[:2]), before[2])
    assert typist.blocks == after
    typist.do("undo").do("undo")
    assert typist.blocks == before
    typist.do("redo").do("redo")
    assert typist.blocks == after


def test_a_fact_box_is_taken_apart_in_one_step(typist):
    before = (FactBox((), (paragraph("One"), bullets("Two"))),)
    typist.open(*before).go("Two").do("factBox")
    one_step_to(typist, before, (paragraph("One"), bullets("Two")))


def test_a_pull_quote_takes_the_selected_words(typist):
    before = (paragraph("We wanted to keep going. So we did."),)
    typist.open(*before).select("We wanted to keep going.").do("pullQuote")
    one_step_to(typist, before, (*before, PullQuote((text("We wanted to keep going."),))))
    typist.line(1).press(Qt.Key.Key_End)
    typist.press(Qt.Key.Key_Return).type("Maria").press(Qt.Key.Key_Return).type("Manager")
    said = PullQuote((text("We wanted to keep going."),), (text("Maria"),), (text("Manager"),))
    assert typist.blocks[1] == said


def test_a_quote_gets_an_attribution(typist):
    before = (quote("We will."), paragraph("End"))
    typist.open(*before).go("will").press(Qt.Key.Key_N, CTRL | SHIFT).type("The minister")
    assert typist.blocks == (Quote(before[0].blocks, (text("The minister"),)), before[1])
    typist.go("End")
    assert not typist.actions.named("attribution").isEnabled()


# ---------------------------------------------------------------- cards


def test_a_publication_is_put_in_and_changed(typist):
    before = (paragraph("One"), paragraph("Two"))
    typist.open(*before).go("One", after=True).do("publicationCard")
    form = opened(typist, CardForm)
    assert nameless(form) == []
    assert notice(form) == "Write the title."
    form.fields["title"].setText(" Working  Paper 3/2015 ")
    form.fields["link"].setText("no address")
    assert notice(form) == "This is not a web address."
    form.fields["link"].setText("example.org/paper.pdf")
    form.fields["language"].setEditText("Klingonese")
    assert notice(form) == "No language has this name."
    form.fields["language"].setEditText("French")
    QTest.keyClick(form.fields["title"], Qt.Key.Key_Return)
    card = Card(
        CardKind.PUBLICATION,
        ("Working Paper 3/2015", "", "fr", "", "https://example.org/paper.pdf"),
    )
    after = (before[0], card, before[1])
    one_step_to(typist, before, after)
    typist.line(1).press(Qt.Key.Key_Return, ALT)
    form = opened(typist, CardForm)
    assert form.fields["language"].currentText() == "French"
    form.fields["size"].setText("1.2 MB")
    agree(form)
    changed = replace(card, values=(*card.values[:3], "1.2 MB", card.values[4]))
    one_step_to(typist, after, (before[0], changed, before[1]))


def test_a_file_says_its_type_and_size(typist, tmp_path):
    file = tmp_path / "working_paper-3.pdf"
    file.write_bytes(b"x" * 1_234_567)
    typist.open().do("publicationCard")
    form = opened(typist, CardForm)
    form.take_file(file)
    assert form.card() == Card(CardKind.PUBLICATION, ("working paper 3", "PDF", "", "1.2 MB", ""))
    agree(form)


@pytest.mark.parametrize(
    ("name", "typed", "mended", "values"),
    [
        (
            "embedCard",
            ({"title": "A film"}, "Write the address where the work can be seen."),
            {"link": "https://example.org/film"},
            ("A film", "", "https://example.org/film"),
        ),
        (
            "contactCard",
            ({"name": "Jo Doe", "email": "jo"}, "This is not an e-mail address."),
            {"email": "jo@example.org"},
            ("Jo Doe", "", "", "jo@example.org", ""),
        ),
    ],
)
def test_a_card_says_what_is_missing(typist, name, typed, mended, values):
    typist.open().do(name)
    form = opened(typist, CardForm)
    for fields, problem in (typed, (mended, "")):
        assert not can_be_agreed_to(form)
        for field, words in fields.items():
            form.fields[field].setText(words)
        assert notice(form) == problem
    agree(form)
    assert [block.values for block in typist.blocks] == [values]


def test_a_card_opens_when_it_is_clicked_twice(typist):
    typist.open(paragraph("One"), PAPER, paragraph("Two"))
    block = typist.editor.document().findBlockByNumber(1)
    typist.line(1)
    place = typist.editor.cursorRect().center()
    assert block.isValid()
    QTest.mouseDClick(
        typist.editor.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place
    )
    assert opened(typist, CardForm).card() == PAPER


# ---------------------------------------------------------------- passages


def test_paragraphs_get_a_language(typist):
    before = (paragraph("One"), paragraph("فقرة"), paragraph("نص"), paragraph("Two"))
    typist.open(*before).select("فقرة", "نص").do("passageLanguage")
    form = opened(typist, LanguageForm)
    form.choice.setEditText("Arabic")
    form.direction.setCurrentIndex(2)
    agree(form)
    passage = Passage("ar", before[1:3], Direction.RIGHT_TO_LEFT)
    after = (before[0], passage, before[3])
    one_step_to(typist, before, after)
    typist.go("نص").press(Qt.Key.Key_Return, ALT)
    opened(typist, LanguageForm).language_removed.emit()
    one_step_to(typist, after, before)


# ---------------------------------------------------------------- figures


@pytest.mark.parametrize(
    ("name", "setting"),
    [
        ("figureLeft", Setting.LEFT),
        ("figureRight", Setting.RIGHT),
        ("figureFull", Setting.FULL),
    ],
)
def test_a_figure_is_set_to_a_side(typist, name, setting):
    before = (figure(), paragraph("End"))
    typist.open(*before).go("Caption")
    assert typist.actions.named("figureNormal").isChecked()
    typist.do(name)
    after = (replace(before[0], setting=setting), before[1])
    one_step_to(typist, before, after)
    assert typist.actions.named(name).isChecked()
    typist.do("figureNormal")
    assert typist.blocks == before
    typist.go("End")
    assert not typist.actions.named(name).isEnabled()


def test_a_decorative_photo_has_no_alt_text(typist):
    before = (figure(),)
    typist.open(*before).go("Credit").do("figureDecorative")
    after = (replace(before[0], is_decorative=True, alt=""),)
    one_step_to(typist, before, after)
    typist.do("figureDecorative")
    seen = replace(before[0], alt="")
    one_step_to(typist, after, (seen,))


def test_alt_enter_asks_for_the_form_of_a_photo(qtbot, typist):
    typist.open(figure(), paragraph("End")).go("Credit")
    with qtbot.waitSignal(typist.editor.figure_opened) as heard:
        typist.press(Qt.Key.Key_Return, ALT)
    asked = typist.editor.figure_at(heard.args[0])
    assert asked.figure == figure()


# ---------------------------------------------------------------- what a table says


def test_a_table_gets_a_caption_sides_and_a_header_column(typist):
    before = (table(("Year", "Arrivals"), ("2014", "12")), paragraph("End"))
    typist.open(*before).go("2014").press(Qt.Key.Key_Return, ALT)
    form = opened(typist, TableForm)
    assert nameless(form) == []
    form.caption.setText("Arrivals by year")
    form.heads_rows.setChecked(True)
    form.sides[1].setCurrentIndex(3)
    agree(form)
    after = replace(
        before[0],
        caption=(text("Arrivals by year"),),
        has_header_column=True,
        alignments=(before[0].alignments[0], "right"),
    )
    one_step_to(typist, before, (after, before[1]))
    assert typist.go("2014").actions.named("headerColumn").isChecked()
    typist.do("headerColumn")
    assert typist.blocks[0] == replace(after, has_header_column=False)


# ---------------------------------------------------------------- moving


def test_blocks_move_with_alt_and_the_arrows(typist):
    before = (paragraph("One"), paragraph("Two"), paragraph("Three"))
    typist.open(*before).go("Three").press(Qt.Key.Key_Up, ALT)
    one_step_to(typist, before, (before[0], before[2], before[1]))
    typist.go("Three", after=True).press(Qt.Key.Key_Up, ALT).type("!")
    assert typist.blocks == (paragraph("Three!"), before[0], before[1])


def test_what_cannot_move_says_so(typist, qtbot):
    typist.open(paragraph("One")).go("One")
    with qtbot.waitSignal(typist.editor.refused) as caught:
        typist.press(Qt.Key.Key_Up, ALT)
    assert caught.args == ["There is nothing above to move past."]


def test_quoting_from_who_said_a_quote_on_leaves_the_quote_whole(typist):
    before = (quote("Said", by="Ada"), paragraph("Words"))
    typist.open(*before).select("Ada", "Words").do("quote")
    one_step_to(typist, before, (quote("Said", by="Ada"), quote("Words")))


def test_a_cross_head_in_a_quote_of_a_list_stays_with_who_said_it(typist):
    before = (bullets([quote("Said", by="Ada")]),)
    typist.open(*before).go("Said").do("crossHead")
    one_step_to(typist, before, (bullets([quote(head("Said"), by="Ada")]),))
