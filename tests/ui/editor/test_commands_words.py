"""What is said of words: links, abbreviations, languages; and the signs no keyboard has."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from editor_app.body.tree import Abbreviation, Direction, Language, Link, Mark
from editor_app.ui.editor.forms.abbreviation_form import AbbreviationForm
from editor_app.ui.editor.forms.language_form import LanguageForm
from editor_app.ui.editor.link_dialog import ItemChoice, LinkDialog
from tests.ui.editor.build import paragraph, table, text
from tests.ui.editor.commanding import (
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
ILO = Abbreviation("International Labour Organization")
FRENCH = Language("fr")
DRAFT = ItemChoice("item:01995d2e-0000-7000-8000-000000000002", "Soon", "draft", is_out=False)
PAPER = ItemChoice(
    "item:01995d2e-0000-7000-8000-000000000001", "New working paper", "English, draft"
)


class Shelf:
    """A few items that links can lead to."""

    def search(self, words):
        return [one for one in (PAPER, DRAFT) if words.casefold() in one.headline.casefold()]

    def named(self, address):
        return next((one for one in (PAPER, DRAFT) if one.address == address), None)


# ---------------------------------------------------------------- abbreviations


def test_a_short_form_says_what_it_stands_for(typist):
    before = (paragraph("The ILO says"),)
    typist.open(*before).go("LO").press(Qt.Key.Key_A, CTRL | SHIFT)
    form = opened(typist, AbbreviationForm)
    assert form.words.text() == "ILO"
    assert nameless(form) == []
    assert not can_be_agreed_to(form)
    assert notice(form) == "Write what the short form stands for."
    QTest.keyClicks(form.expansion, "International Labour  Organization ")
    QTest.keyClick(form.expansion, Qt.Key.Key_Return)
    one_step_to(typist, before, (paragraph("The ", text("ILO", ILO), " says"),))


def test_an_abbreviation_is_changed_and_taken_away(typist):
    before = (paragraph("The ", text("ILO", ILO), text("!", Mark.STRONG)),)
    typist.open(*before).go("LO").do("abbreviation")
    assert typist.actions.named("abbreviation").isChecked()
    form = opened(typist, AbbreviationForm)
    form.expansion.setText("Another")
    agree(form)
    changed = (paragraph("The ", text("ILO", Abbreviation("Another")), text("!", Mark.STRONG)),)
    one_step_to(typist, before, changed)
    typist.go("LO").do("abbreviation")
    opened(typist, AbbreviationForm).abbreviation_removed.emit()
    assert typist.blocks == (paragraph("The ILO", text("!", Mark.STRONG)),)


def test_without_words_no_abbreviation_is_asked_for(typist, qtbot):
    typist.open(paragraph("a  b")).line(0)
    typist.press(Qt.Key.Key_End).press(Qt.Key.Key_Left)
    typist.open()
    with qtbot.waitSignal(typist.editor.refused) as caught:
        typist.do("abbreviation")
    assert caught.args == ["Select the short form first, or put the caret into it."]


def test_typing_after_an_abbreviation_says_no_more_of_it(typist):
    typist.open(paragraph(text("ILO", ILO))).go("ILO", after=True).type("s")
    assert typist.blocks == (paragraph(text("ILO", ILO), "s"),)
    typist.go("LO").type("x")
    assert typist.blocks == (paragraph(text("IxLO", ILO), "s"),)


# ---------------------------------------------------------------- languages


def test_words_get_a_language_by_its_name(typist):
    before = (paragraph("le mot juste, they say"),)
    typist.open(*before).select("mot juste").press(Qt.Key.Key_G, CTRL | SHIFT)
    form = opened(typist, LanguageForm)
    assert nameless(form) == []
    assert not can_be_agreed_to(form)
    form.choice.setEditText("fren")
    assert notice(form) == "No language has this name."
    form.choice.setEditText("French")
    assert notice(form) == "Written left to right."
    agree(form)
    after = (paragraph("le ", text("mot juste", FRENCH), ", they say"),)
    one_step_to(typist, before, after)


def test_the_direction_can_be_another_than_the_usual(typist):
    typist.open(paragraph("abc")).select("abc").do("wordLanguage")
    form = opened(typist, LanguageForm)
    form.choice.setEditText("Arabic")
    assert notice(form) == "Written right to left."
    form.direction.setCurrentIndex(1)
    agree(form)
    latin = Language("ar", Direction.LEFT_TO_RIGHT)
    assert typist.blocks == (paragraph(text("abc", latin)),)
    typist.go("bc").do("wordLanguage")
    assert opened(typist, LanguageForm).choice.currentText() == "Arabic"


@pytest.mark.parametrize(
    ("item", "name", "expected"),
    [
        ("en", "Arabic", Language("ar", Direction.RIGHT_TO_LEFT)),
        ("ar", "French", Language("fr", Direction.LEFT_TO_RIGHT)),
        ("ar", "Persian", Language("fa")),
    ],
)
def test_the_usual_direction_is_said_where_the_text_has_another(typist, item, name, expected):
    typist.open(paragraph("abc"), language=item).select("abc").do("wordLanguage")
    form = opened(typist, LanguageForm)
    form.choice.setEditText(name)
    agree(form)
    assert typist.blocks == (paragraph(text("abc", expected)),)
    typist.go("bc").do("wordLanguage")
    assert opened(typist, LanguageForm).direction.currentIndex() == 0


def test_a_language_is_taken_away_again(typist):
    before = (paragraph("le ", text("mot", FRENCH)),)
    typist.open(*before).go("ot").do("wordLanguage")
    opened(typist, LanguageForm).language_removed.emit()
    one_step_to(typist, before, (paragraph("le mot"),))


# ---------------------------------------------------------------- links


def test_a_link_leads_to_another_item(typist):
    before = (paragraph("as we wrote"),)
    typist.actions.forms.items = Shelf()
    typist.open(*before).select("we wrote").press(Qt.Key.Key_K, CTRL)
    dialog = opened(typist, LinkDialog)
    assert nameless(dialog) == []
    assert not dialog.items.isVisible()
    dialog.address.clear()
    QTest.keyClicks(dialog.address, "working")
    assert dialog.items.isVisible()
    assert dialog.items.item(0).text() == "New working paper · English, draft"
    assert notice(dialog) == "Leads to the item “New working paper”."
    QTest.keyClick(dialog.address, Qt.Key.Key_Return)
    linked = text("we wrote", Link(PAPER.address))
    one_step_to(typist, before, (paragraph("as ", linked),))


def test_a_link_to_an_item_shows_its_headline(typist):
    typist.actions.forms.items = Shelf()
    before = (paragraph(text("here", Link(PAPER.address))),)
    typist.open(*before).go("ere").do("link")
    dialog = opened(typist, LinkDialog)
    assert dialog.address.text() == "New working paper"
    assert dialog.target() == PAPER.address
    dialog.link_removed.emit()
    one_step_to(typist, before, (paragraph("here"),))


def test_a_link_is_taken_away_without_asking(typist):
    site = Link("https://example.org/")
    before = (paragraph("see ", text("here", site), " and ", text("there", site)),)
    typist.open(*before).go("ere").do("unlink")
    one_step_to(typist, before, (paragraph("see here and ", text("there", site)),))
    typist.do("undo").select("here", "there").do("unlink")
    assert typist.blocks == (paragraph("see here and there"),)
    assert not typist.go("see").actions.named("unlink").isEnabled()


def test_a_link_without_words_takes_the_headline(typist):
    typist.actions.forms.items = Shelf()
    typist.open().do("link")
    dialog = opened(typist, LinkDialog)
    dialog.address.setText("new")
    agree(dialog)
    assert typist.blocks == (paragraph(text("New working paper", Link(PAPER.address))),)


def test_a_link_to_a_draft_says_what_becomes_of_it(typist):
    typist.actions.forms.items = Shelf()
    typist.open(paragraph("here")).select("here").do("link")
    dialog = opened(typist, LinkDialog)
    dialog.address.setText("soon")
    assert notice(dialog) == (
        "Leads to the item “Soon”. It is not finished: until it is, the page shows the words "
        "without the link."
    )
    dialog.address.setText("item:01995d2e-0000-7000-8000-000000000009")
    assert notice(dialog) == "Leads to an item that is not there any more."


def test_what_is_no_address_and_no_headline_is_no_link(typist):
    typist.actions.forms.items = Shelf()
    typist.open(paragraph("here")).select("here").do("link")
    dialog = opened(typist, LinkDialog)
    dialog.address.setText("")
    assert notice(dialog) == "Write an address, or search for an item."
    dialog.address.setText("nothing of the kind")
    assert notice(dialog) == "This is no address, and no item has these words."
    assert not can_be_agreed_to(dialog)
    dialog.address.setText("press@example.org")
    assert notice(dialog) == "Leads to mailto:press@example.org"
    agree(dialog)
    assert typist.blocks == (paragraph(text("here", Link("mailto:press@example.org"))),)


# ---------------------------------------------------------------- signs


@pytest.mark.parametrize(
    ("key", "sign"),
    [(Qt.Key.Key_Space, "\u00a0"), (Qt.Key.Key_Minus, "\u2011")],
)
def test_signs_without_a_key_of_their_own(typist, key, sign):
    before = (paragraph("10km"),)
    typist.open(*before).go("km").press(key, CTRL | SHIFT)
    one_step_to(typist, before, (paragraph(f"10{sign}km"),))


def test_a_sign_takes_the_place_of_what_is_selected(typist):
    typist.open(table(("10 km",), ("x",))).select("10 km").do("nonBreakingSpace")
    assert "\u00a0" in typist.editor.document().toRawText()
    typist.type("km").do("undo").do("undo")
    assert typist.blocks == (table(("10 km",), ("x",)),)
