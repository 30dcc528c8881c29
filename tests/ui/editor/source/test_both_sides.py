"""Words typed in the rich text and in the Markdown beside it, before either has heard of them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.editor.source.test_source_in_window import CONTROL, Writer, choose, stored

TEXT = "First *paragraph* here.\n\n## A head\n\n* one\n* two\n\nLast __paragraph__ of all.\n"
BOTH = TEXT.replace("Last", "New. Last").replace("A head", "A head of hair")


@pytest.fixture
def writer(qtbot, filled, an_item, open_window):
    filled(an_item(headline="Flood", body=TEXT))
    window = open_window()
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    made = Writer(qtbot, window)
    choose(made, "Flood")
    made.beside().go("Last").type("New. ")
    return made


def type_in_rich_text(writer, words="A head", typed=" of hair"):
    writer.body.setFocus()
    writer.rich_go(words)
    QTest.keyClicks(writer.body, typed)


def test_all_of_them_come_to_both_sides(writer):
    type_in_rich_text(writer)
    writer.qtbot.waitUntil(lambda: writer.saved == BOTH)
    writer.qtbot.waitUntil(lambda: writer.field.markdown() == BOTH)


def test_the_caret_stays_where_one_writes(writer):
    type_in_rich_text(writer)
    writer.qtbot.waitUntil(lambda: writer.saved == BOTH)
    assert writer.rich_before == "A head of hair"
    QTest.keyClicks(writer.body, "dos")
    writer.qtbot.waitUntil(lambda: "## A head of hairdos\n" in writer.field.markdown())


def test_nothing_has_to_be_undone_and_each_can_be(writer):
    type_in_rich_text(writer)
    writer.qtbot.waitUntil(lambda: writer.saved == BOTH)
    QTest.keyClick(writer.body, Qt.Key.Key_Z, CONTROL)
    assert writer.saved == TEXT.replace("A head", "A head of hair")
    QTest.keyClick(writer.body, Qt.Key.Key_Z, CONTROL)
    assert writer.saved == TEXT


def test_words_of_one_paragraph_are_kept_too(writer):
    type_in_rich_text(writer, "of all", " of them")
    wanted = "New. Last paragraph of all of them."
    writer.qtbot.waitUntil(lambda: wanted in writer.body.toPlainText())
    writer.qtbot.waitUntil(lambda: "New. Last " in writer.field.markdown())
    assert "of all of them." in writer.field.markdown()


def test_going_on_in_the_markdown_loses_nothing(writer):
    type_in_rich_text(writer)
    writer.field.setFocus()
    writer.go("New. ", after=True).type("Newer. ")
    wanted = BOTH.replace("New. ", "New. Newer. ")
    writer.qtbot.waitUntil(lambda: writer.saved == wanted)
    assert writer.field.markdown() == wanted


def test_closing_the_window_at_once_keeps_all_of_them(writer, folder, now):
    type_in_rich_text(writer)
    writer.window.close()
    assert stored(folder, now)["Flood"] == BOTH


def test_saving_by_hand_takes_all_of_them(writer, folder, now):
    type_in_rich_text(writer)
    writer.window.actions_.save.trigger()
    assert writer.saved == BOTH
    writer.window.close()
    assert stored(folder, now)["Flood"] == BOTH


def test_going_back_to_the_rich_text_alone_keeps_all_of_them(writer):
    type_in_rich_text(writer)
    writer.beside()
    assert not writer.field.isVisible()
    assert writer.saved == BOTH
