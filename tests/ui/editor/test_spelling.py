"""Misspelt words in the text: where they are marked, and what is offered for them."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from editor_app.background.threads import Background
from editor_app.body.tree import (
    Alignment,
    CrossHead,
    Direction,
    Figure,
    Language,
    Mark,
    Paragraph,
    Passage,
    Source,
    Table,
    Text,
)
from editor_app.spelling.dictionaries import find_dictionaries
from editor_app.ui.editor.spelling.jumps import NO_MISTAKE, Jumps
from editor_app.ui.editor.spelling.marks import Marks
from editor_app.ui.editor.spelling.offers import Keeping, Offers
from editor_app.ui.editor.spelling.proofreader import Proofreader

ENGLISH = "We receive many new families at home in the town said she and it is good house"
FRENCH = "nous la maison des familles est bonne"
WAVE = QTextCharFormat.UnderlineStyle.WaveUnderline


def a_paragraph(text, *marks):
    return Paragraph((Text(text, frozenset(marks)),))


class Speller:
    """An editor whose spelling is checked, and who looks at it."""

    def __init__(self, qtbot, typist, folder):
        self.qtbot, self.typist, self.editor = qtbot, typist, typist.editor
        self.said, self.own = [], set()
        self.background = Background(parent=self.editor)
        self.reader = Proofreader(
            self.background, lambda: find_dictionaries([folder]), parent=self.editor
        )
        self.marks = Marks(self.editor, self.reader, self.editor.refresh_layers)
        self.offers = Offers(
            self.reader, Keeping(add=self.keep, ignore=self.keep), parent=self.editor
        )
        self.jumps = Jumps(self.marks, self.offers)
        self.jumps.said.connect(self.said.append)
        self.reader.said.connect(self.said.append)
        self.editor.hooks.layers.append(self.marks.layer)
        self.editor.hooks.menu.append(lambda cursor: self.offers.actions(self.marks, cursor))
        self.marks.use_language("en-GB")
        self.reader.switch(is_on=True)

    def keep(self, word):
        self.own.add(word)
        self.reader.use_own_words(self.own)

    def open(self, *blocks):
        self.typist.open(*blocks, language="en-GB")
        return self.settled()

    def settled(self):
        self.qtbot.waitUntil(lambda: self.marks.is_settled, timeout=4_000)
        return self

    def marked(self):
        """Return the words that are marked, line by line, those of lines without any left out."""
        found, block = [], self.editor.document().firstBlock()
        while block.isValid():
            units = block.text().encode("utf-16-le")
            found += [
                units[2 * laid.start : 2 * (laid.start + laid.length)].decode("utf-16-le")
                for laid in block.layout().formats()
                if laid.format.underlineStyle() == WAVE
            ]
            block = block.next()
        return found

    def wait_for(self, *words):
        self.qtbot.waitUntil(lambda: self.marked() == list(words), timeout=4_000)

    def menu(self):
        """Return the menu that is open, when what it offers has come."""
        self.qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
        menu = QApplication.activePopupWidget()
        self.qtbot.waitUntil(menu.actions()[0].isEnabled, timeout=4_000)
        return menu

    def click_on(self, words):
        """Open the context menu in the middle of words."""
        self.typist.go(words)
        place = self.editor.cursorRect().center() + QPoint(6, 0)
        where = self.editor.viewport().mapToGlobal(place)
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, where)
        QApplication.sendEvent(self.editor.viewport(), event)
        return self.menu()


@pytest.fixture
def folder(tmp_path):
    for tag, words in (("en-GB", ENGLISH), ("fr", FRENCH)):
        listed = words.split()
        rules = "SET UTF-8\nTRY aeioustrn\n"
        (tmp_path / f"{tag}.aff").write_text(rules, "utf-8")
        (tmp_path / f"{tag}.dic").write_text("\n".join([str(len(listed)), *listed]), "utf-8")
    return tmp_path


@pytest.fixture
def speller(qtbot, typist, folder):
    made = Speller(qtbot, typist, folder)
    made.editor.setFocus()
    qtbot.waitUntil(made.editor.hasFocus)
    yield made
    if (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
    made.background.close()


def test_misspelt_words_are_marked_wherever_they_stand(speller):
    cells = ((Text("famlies"),), (Text("home"),))
    speller.open(
        CrossHead(2, (Text("A hoem"),)),
        a_paragraph("We recieve many families."),
        Figure("media/a.jpg", caption=(Text("The twon"),), credit=(Text("Photo: she"),)),
        Table((Alignment.NONE, Alignment.NONE), cells, ((cells[1], cells[1]),)),
    )
    speller.wait_for("hoem", "recieve", "twon", "Photo", "famlies")


def test_marks_are_no_part_of_the_text(speller):
    told = []
    speller.editor.body_edited.connect(told.append)
    speller.open(a_paragraph("We recieve"))
    before = speller.editor.body()
    speller.wait_for("recieve")
    assert speller.editor.body() == before
    assert told == []
    assert not speller.editor.document().isUndoAvailable()


def test_the_word_that_is_being_typed_is_not_marked(speller):
    speller.open()
    speller.typist.type("We reciev")
    speller.settled()
    assert speller.marked() == []
    speller.typist.type("e")
    speller.settled()
    assert speller.marked() == []
    speller.typist.type(" many")
    speller.wait_for("recieve")


def test_a_word_that_the_caret_leaves_is_marked(speller):
    speller.open(a_paragraph("We  families"))
    speller.typist.go(" families").type("recieve")
    speller.settled()
    assert speller.marked() == []
    speller.typist.press(Qt.Key.Key_Home)
    speller.wait_for("recieve")


def test_a_mistake_stays_marked_while_other_words_are_typed(speller):
    speller.open(a_paragraph("We recieve families"))
    speller.wait_for("recieve")
    speller.typist.go("families")
    for letter in "many new ":
        speller.typist.type(letter)
        assert speller.marked() == ["recieve"]


def test_mending_a_word_by_hand_takes_its_mark_away(speller):
    speller.open(a_paragraph("We recieve families"))
    speller.wait_for("recieve")
    speller.typist.go("ieve").press(Qt.Key.Key_Delete, times=2).type("ei")
    speller.typist.press(Qt.Key.Key_End)
    speller.wait_for()


def test_code_addresses_locked_blocks_and_words_in_other_letters_are_left_alone(speller):
    speller.open(
        Paragraph((Text("We "), Text("recieve", frozenset({Mark.CODE})), Text(" xyzz@abc.org."))),
        a_paragraph("See https://recieve.org/famlies and ICMPD in 2015 Вена فيينا"),
        Source("<div>recieve</div>"),
    )
    speller.wait_for("See")


def test_words_in_another_language_are_looked_up_in_its_dictionary(speller):
    french = Language("fr")
    speller.open(
        Paragraph((Text("We "), Text("la maison famlies", frozenset({french})), Text(" maison"))),
        Passage("fr", (a_paragraph("nous home"),)),
        Passage("ar", (a_paragraph("nous home"),), Direction.RIGHT_TO_LEFT),
        Passage("fr-CA", (a_paragraph("bonne town"),)),
    )
    speller.wait_for("famlies", "maison", "home", "town")


def test_another_language_of_the_item_is_another_dictionary(speller):
    speller.open(a_paragraph("We receive la maison"))
    speller.wait_for("la", "maison")
    speller.marks.use_language("fr")
    speller.wait_for("We", "receive")
    speller.marks.use_language("pl")
    speller.wait_for()


def test_spelling_can_be_switched_off_and_on(speller):
    speller.open(a_paragraph("We recieve"))
    speller.wait_for("recieve")
    speller.reader.switch(is_on=False)
    speller.wait_for()
    speller.typist.press(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier).type(" famlies ")
    speller.settled()
    assert speller.marked() == []
    speller.reader.switch(is_on=True)
    speller.wait_for("recieve", "famlies")


def test_own_words_pass_in_any_case_and_with_what_is_put_on_to_them(speller):
    speller.open(a_paragraph("Icmpd said standfirst and Standfirst\u2019s house-standfirst hoem"))
    speller.wait_for("Icmpd", "standfirst", "Standfirst", "standfirst", "hoem")
    speller.keep("standfirst")
    speller.wait_for("Icmpd", "hoem")
    speller.keep("Icmpd")
    speller.wait_for("hoem")


def test_what_stands_before_a_word_does_not_shift_its_mark(speller):
    speller.open(a_paragraph("😀👩‍👩‍👧 We recieve 🎉 famlies"))
    speller.wait_for("recieve", "famlies")


def test_lines_that_come_in_above_do_not_lose_the_marks_below(speller):
    speller.typist.open(*(a_paragraph(f"We hoem {'x' * n}x") for n in range(3)), language="en-GB")
    speller.typist.go("We").press(Qt.Key.Key_Return, times=3)
    speller.settled()
    assert speller.marked().count("hoem") == 3


def test_lines_out_of_sight_are_marked_when_they_come_into_sight(speller):
    speller.open(*(a_paragraph("We recieve") for _ in range(200)))
    speller.settled()
    assert 0 < len(speller.marked()) < 60
    bar = speller.editor.verticalScrollBar()
    bar.setValue(bar.maximum())
    last = speller.editor.document().lastBlock()
    speller.qtbot.waitUntil(
        lambda: any(laid.format.underlineStyle() == WAVE for laid in last.layout().formats())
    )


def test_a_line_of_endless_length_is_left_alone(speller):
    speller.open(a_paragraph("recieve " * 4000), a_paragraph("hoem"))
    speller.wait_for("hoem")


def test_marks_take_the_colour_of_the_moment(speller):
    speller.open(a_paragraph("We recieve"))
    speller.wait_for("recieve")
    speller.marks.use_colour(QColor("#f2857d"))

    def colours():
        laid = speller.editor.document().firstBlock().layout().formats()
        return [one.format.underlineColor().name() for one in laid]

    speller.qtbot.waitUntil(lambda: colours() == ["#f2857d"])


# ---------------------------------------------------------------- what is offered


def test_a_better_word_takes_the_place_of_a_wrong_one_in_one_step(speller):
    strong = frozenset({Mark.STRONG})
    speller.open(Paragraph((Text("We "), Text("recieve", strong), Text(" families"))))
    speller.wait_for("recieve")
    menu = speller.click_on("cieve")
    offered = [action.text() for action in menu.actions()]
    assert offered[0] == "receive"
    menu.actions()[0].trigger()
    mended = (Text("We "), Text("receive", strong), Text(" families"))
    assert speller.typist.blocks == (Paragraph(mended),)
    speller.wait_for()
    speller.editor.undo()
    assert speller.typist.blocks[0].content[1].text == "recieve"
    assert not speller.editor.document().isUndoAvailable()


def test_a_wrong_word_can_be_taken_for_right(speller):
    speller.open(a_paragraph("We hoem hoem"))
    speller.wait_for("hoem", "hoem")
    menu = speller.click_on("em h")
    (add,) = (a for a in menu.actions() if a.objectName() == "addToOwnWords")
    assert "hoem" in add.text()
    add.trigger()
    speller.wait_for()
    assert speller.own == {"hoem"}


def test_nothing_is_offered_for_a_right_word_or_in_a_locked_text(speller):
    speller.open(a_paragraph("We recieve"))
    speller.wait_for("recieve")
    speller.typist.go("We")
    assert speller.offers.actions(speller.marks, speller.editor.textCursor()) == ()
    speller.typist.go("cieve")
    speller.editor.setReadOnly(True)
    assert speller.offers.actions(speller.marks, speller.editor.textCursor()) == ()


def test_words_of_ones_own_are_offered_first(speller):
    speller.keep("Standfirst")
    speller.open(a_paragraph("We Standfrist"))
    speller.wait_for("Standfrist")
    assert speller.click_on("frist").actions()[0].text() == "Standfirst"


def test_a_word_without_a_likeness_says_so(speller):
    speller.open(a_paragraph("We qqqqqqxxxxx"))
    speller.wait_for("qqqqqqxxxxx")
    speller.typist.go("qxxxxx")
    actions = speller.offers.actions(speller.marks, speller.editor.textCursor())
    speller.qtbot.waitUntil(lambda: actions[0].text() == "No suggestions", timeout=4_000)
    assert not actions[0].isEnabled()


# ---------------------------------------------------------------- from one to the next


def selected(speller):
    return speller.editor.textCursor().selectedText()


def jump(speller, *, is_forward=True):
    speller.jumps.go(is_forward=is_forward)
    menu = speller.menu()
    assert menu.objectName() == "suggestions"
    return menu


def test_jumping_goes_round_all_mistakes_and_back(speller):
    speller.open(a_paragraph("We recieve famlies"), a_paragraph("at home"), a_paragraph("a hoem"))
    seen = []
    for _ in range(4):
        menu = jump(speller)
        seen.append(selected(speller))
        QTest.keyClick(menu, Qt.Key.Key_Escape)
    assert seen == ["recieve", "famlies", "hoem", "recieve"]
    for wanted in ("hoem", "famlies", "recieve"):
        menu = jump(speller, is_forward=False)
        assert selected(speller) == wanted
        QTest.keyClick(menu, Qt.Key.Key_Escape)


def test_enter_takes_the_first_suggestion(speller):
    speller.open(a_paragraph("We recieve families"))
    menu = jump(speller)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert speller.typist.blocks == (a_paragraph("We receive families"),)


def test_a_jump_leads_to_a_mistake_that_was_never_in_sight(speller):
    speller.open(*(a_paragraph("at home") for _ in range(300)), a_paragraph("a hoem"))
    jump(speller)
    assert selected(speller) == "hoem"


def test_a_jump_before_all_is_known_waits_for_it(speller):
    speller.typist.open(a_paragraph("We recieve"), language="en-GB")
    jump(speller)
    assert selected(speller) == "recieve"


def test_a_text_without_mistakes_says_so(speller):
    speller.open(a_paragraph("We receive families"))
    speller.jumps.go(is_forward=True)
    assert speller.said == [NO_MISTAKE]


# ---------------------------------------------------------------- trouble


def test_a_dictionary_that_cannot_be_read_is_said_once_and_nothing_is_marked(speller, folder):
    (folder / "fr.aff").unlink()
    speller.marks.use_language("fr")
    speller.typist.open(a_paragraph("nous recieve"), a_paragraph("la hoem"), language="fr")
    speller.qtbot.waitUntil(lambda: len(speller.said) == 1, timeout=4_000)
    speller.settled()
    speller.typist.press(Qt.Key.Key_End).type(" xyz ")
    speller.settled()
    assert len(speller.said) == 1
    assert speller.marked() == []
