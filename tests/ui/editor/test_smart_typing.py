"""Punctuation is set while somebody types, and one Ctrl+Z gives back what was typed."""

# ruff: noqa: RUF001 - the marks that look alike are what this is about

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest

from editor_app.body.tree import Direction, Footnote, Image, Language, Link, Mark, Passage, Text
from editor_app.ui.editor.document import read
from editor_app.ui.editor.note_form import NoteForm
from editor_app.ui.editor.typed.rules import TypingRules
from tests.ui.editor.build import bullets, figure, head, item, paragraph, quote, table, text

ENTER, BACK = Qt.Key.Key_Return, Qt.Key.Key_Backspace
CTRL = Qt.KeyboardModifier.ControlModifier
STRONG = Mark.STRONG


class Writer:
    """A typist with the rules of typing, in an item of some language."""

    def __init__(self, typist):
        self.typist = typist
        self.language = "en"
        self.rules = TypingRules(typist.editor, lambda: self.language)

    def open(self, *blocks, language="en"):
        self.language = language
        self.typist.open(*blocks, language=language)
        return self.typist


@pytest.fixture
def desk(typist):
    return Writer(typist)


def commit(editor, words, *, preedit=""):
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(words)
    QCoreApplication.sendEvent(editor, event)


# ---------------------------------------------------------------- by language


@pytest.mark.parametrize(
    ("language", "typed", "words"),
    [
        ("en", '"It\'s..." -- so', "“It’s…” – so"),
        ("fr", '"L\'été?" Oui: non', "«\u202fL’été\u202f?\u202f» Oui\u00a0: non"),
        ("de", '"So" -- ja', "„So“ – ja"),
        ("ru", '"Да" -- "нет"', "«Да» — «нет»"),
        ("ar", '"نص"', "“نص”"),
    ],
)
def test_punctuation_follows_the_language_of_the_item(desk, language, typed, words):
    writer = desk.open(language=language).type(typed)
    assert writer.blocks == (paragraph(words),)
    assert read(writer.editor.document()).blocks == writer.blocks
    while writer.editor.document().isUndoAvailable():
        writer.do("undo")
    assert writer.blocks == ()


def test_words_in_another_language_are_set_as_that_language_has_it(desk):
    french = text("mot juste", Language("fr"))
    writer = desk.open(paragraph("a ", french, " b")).go("juste").type('"')
    assert writer.blocks == (paragraph("a ", text("mot «\u202fjuste", Language("fr")), " b"),)
    writer.go(" b", after=True).type(' "x"')
    assert writer.blocks[0].content[-1] == text(" b “x”")


def test_a_passage_is_set_as_its_language_has_it(desk):
    passage = Passage("de", (paragraph("x"),), Direction.NONE)
    writer = desk.open(passage, paragraph("y")).go("x").type('"').go("x", after=True).type('"')
    writer.go("y").type('"')
    assert writer.blocks == (Passage("de", (paragraph("„x“"),)), paragraph("“y"))


# ---------------------------------------------------------------- back to what was typed


@pytest.mark.parametrize(
    ("language", "typed", "became"),
    [
        ("en", 'So "', "So “"),
        ("en", "don'", "don’"),
        ("en", "So --", "So –"),
        ("en", "So...", "So…"),
        ("en", "the '90s", "the ’90s"),
        ("fr", "Quoi?", "Quoi\u202f?"),
        ("fr", "Quoi ?", "Quoi\u202f?"),
        ("fr", 'So "', "So «\u202f"),
    ],
)
def test_one_undo_gives_back_what_was_typed(desk, language, typed, became):
    writer = desk.open(language=language).type(typed)
    block = writer.editor.document().firstBlock()
    assert block.text() == became
    writer.press(Qt.Key.Key_Z, CTRL)
    before = typed if language != "en" or "90s" not in typed else "the ‘90s"
    assert block.text() == before
    assert writer.editor.textCursor().atEnd()
    writer.press(Qt.Key.Key_Y, CTRL)
    assert block.text() == became
    writer.type("x")
    assert block.text() == f"{became}x"


def test_what_is_typed_after_is_a_step_of_its_own(desk):
    writer = desk.open().type('"so on')
    writer.press(Qt.Key.Key_Z, CTRL)
    assert writer.blocks == (paragraph("“"),)
    writer.press(Qt.Key.Key_Z, CTRL)
    assert writer.blocks == (paragraph('"'),)


def test_what_was_taken_back_stays_straight(desk):
    writer = desk.open().type('"').press(Qt.Key.Key_Z, CTRL).type('x"')
    assert writer.blocks == (paragraph('"x”'),)


@pytest.mark.parametrize(
    ("typed", "left"), [("Quoi?", "Quoi"), ("Quoi ?", "Quoi "), ('So "', "So "), ("So...", "So")]
)
def test_backspace_takes_all_that_the_last_key_brought(desk, typed, left):
    writer = desk.open(language="fr").type(typed).press(BACK)
    assert writer.editor.document().firstBlock().text() == left
    writer.type("x")
    assert writer.blocks == (paragraph(f"{left}x"),)


# ---------------------------------------------------------------- where and where not


def test_the_set_mark_is_marked_as_the_typed_one_was(desk):
    writer = desk.open(paragraph(text("bold", STRONG))).go("bold", after=True).type('..."')
    assert writer.blocks == (paragraph(text("bold…”", STRONG)),)


def test_code_stays_as_typed(desk):
    code = text("ab", Mark.CODE)
    writer = desk.open(paragraph(code), language="fr").go("b").type("\"--...?'")
    assert writer.blocks == (paragraph(text("a\"--...?'b", Mark.CODE)),)
    writer.open().type('`"a"--`')
    assert writer.blocks == (paragraph(text('"a"--', Mark.CODE)),)


def test_the_address_of_a_link_stays_as_typed(desk):
    writer = desk.open(language="fr").type("[a](https://e.org/?b--c)")
    assert writer.blocks == (paragraph(text("a", Link("https://e.org/?b--c"))),)


def test_punctuation_is_set_in_every_place_for_words(desk):
    nested = bullets(item(("One", bullets("x"))).blocks)
    before = (table(("x", "b"), ("c", "d")), nested, head("x"), quote("x"), figure("x", "x"))
    writer = desk.open(*before)
    document = writer.editor.document()
    places = [n for n in range(document.blockCount()) if _line(document, n) == "x"]
    assert len(places) == 6
    for number in places:
        writer.line(number).press(Qt.Key.Key_End).type('..."y"')
        assert _line(document, number) == "x…”y”"
    assert read(document).blocks == writer.blocks
    while document.isUndoAvailable():
        writer.do("undo")
    assert writer.blocks == before


def _line(document, number):
    return document.findBlockByNumber(number).text()


def test_letters_outside_the_basic_plane_do_not_shift_anything(desk):
    writer = desk.open().type('🎉 "🎉" 🎉...')
    assert writer.blocks == (paragraph("🎉 “🎉” 🎉…"),)


def test_a_picture_in_the_line_stays(desk):
    photo = Image("x.png", "alt")
    writer = desk.open(paragraph("a", photo, "b")).go("b", after=True).type("...")
    assert writer.blocks == (paragraph("a", photo, "b…"),)


def test_an_input_method_is_set_as_keys_are(desk):
    writer = desk.open(language="fr")
    for words in ('"', "l'été", "?", '"'):
        commit(writer.editor, words)
    assert writer.blocks == (paragraph("«\u202fl’été\u202f?\u202f»"),)
    writer.press(Qt.Key.Key_Z, CTRL)
    assert writer.blocks == (paragraph('«\u202fl’été\u202f?"'),)


def test_what_is_pasted_or_dropped_is_left_alone(desk, qapp):
    qapp.clipboard().setText('"a" -- ...')
    writer = desk.open().press(Qt.Key.Key_V, CTRL)
    assert writer.blocks == (paragraph('"a" -- ...'),)


def test_the_switch_turns_it_off(desk):
    desk.rules.is_smart = False
    writer = desk.open().type('"a" -- ... **b**')
    assert writer.blocks == (paragraph('"a" -- ... ', text("b", STRONG)),)


def test_typing_over_a_selection_is_set_too_and_undone_in_two_steps(desk):
    writer = desk.open(paragraph("One two")).select("two").type('"')
    assert writer.blocks == (paragraph("One “"),)
    writer.press(Qt.Key.Key_Z, CTRL)
    assert writer.blocks == (paragraph('One "'),)
    writer.press(Qt.Key.Key_Z, CTRL)
    assert writer.blocks == (paragraph("One two"),)


def test_only_the_text_near_the_caret_is_looked_at(desk):
    long = "word " * 20_000
    writer = desk.open(paragraph(long + "end")).go("end", after=True).type(' "so"...')
    assert writer.blocks[0].content == (Text(f"{long}end “so”…"),)


def test_the_form_of_a_note_sets_words_as_the_text_does(desk):
    writer = desk.open(paragraph("A"), language="fr")
    writer.go("A", after=True).do("footnote")
    form = writer.editor.findChild(NoteForm)
    QTest.keyClicks(form.text, '- "a" *b* ^[c]')
    assert form.content() == (text("- «\u202fa\u202f» "), text("b", Mark.EMPHASIS), text(" ^[c]"))
    QTest.keyClick(form.text, ENTER)
    assert writer.blocks == (paragraph("A", Footnote(form.content())),)
