"""A quote offers to say whose words it is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from editor_app.ui.editor.place_bar import PlaceBar
from editor_app.ui.editor.said_by import SaidBy
from tests.ui.editor.build import bullets, paragraph, quote, table


@pytest.fixture
def offer(typist):
    return typist.editor.findChild(SaidBy)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_click_on_the_offer_adds_the_line_and_goes_there(typist, offer, language):
    typist.open(paragraph("One"), quote("Said"), paragraph("End"), language=language).go("Said")
    place = offer.place().center() - typist.editor.offset()
    QTest.mouseClick(typist.editor.viewport(), Qt.MouseButton.LeftButton, pos=place.toPoint())
    typist.type("Maria")
    assert typist.blocks == (paragraph("One"), quote("Said", by="Maria"), paragraph("End"))
    assert offer.place() is None


def test_the_offer_stands_in_quotes_alone_that_nobody_is_named_for(typist, offer):
    typist.open(paragraph("One"), quote("Said", bullets("Too")), quote("Named", by="Her"))
    for words, is_there in (("One", False), ("Said", True), ("Too", True), ("Named", False)):
        assert (typist.go(words) and offer.place() is not None) is is_there, words
    typist.editor.setReadOnly(True)
    typist.go("Said")
    assert offer.place() is None


@pytest.mark.parametrize("length", range(1, 60, 3))
def test_there_is_no_offer_over_words(typist, offer, length):
    typist.open(quote("Wide " * length))
    layout = typist.editor.document().firstBlock().layout()
    line = layout.lineAt(layout.lineCount() - 1).naturalTextRect().translated(layout.position())
    assert offer.place() is None or not offer.place().intersects(line)


def test_there_is_no_offer_in_a_table(typist, offer):
    typist.open(quote(table(("a",), ("b",)))).go("a")
    assert offer.place() is None


def test_the_bar_makes_the_same_offer(typist, qtbot):
    bar = PlaceBar(typist.actions)
    qtbot.addWidget(bar)
    bar.resize(600, 30)
    bar.show()
    typist.open(quote("Said"), paragraph("End")).go("End")
    assert not bar.offer().isVisible()
    typist.go("Said")
    assert bar.offer().isVisible()
    bar.offer().click()
    typist.type("Maria")
    assert typist.blocks == (quote("Said", by="Maria"), paragraph("End"))
    assert not bar.offer().isVisible()


def test_enter_twice_still_leaves_the_quote(typist):
    typist.open(quote("Said"), paragraph("End")).go("Said", after=True)
    typist.press(Qt.Key.Key_Return, times=2).type("Out")
    assert typist.blocks == (quote("Said"), paragraph("Out"), paragraph("End"))
