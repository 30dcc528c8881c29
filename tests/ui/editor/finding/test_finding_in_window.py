"""Finding and replacing in a real window, with the keys of the menu."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor_app.store.library import Library
from editor_app.store.query import ItemQuery
from editor_app.ui.editor.finding.bar import FindBar

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
TEXT = "The press officer.\n\n> One press release.\n\n| press | b |\n| --- | --- |\n| 1 | press |\n"


@pytest.fixture
def shown(qtbot, filled, an_item, open_window):
    filled(an_item(headline="Press day", standfirst="A day.", body=TEXT))
    window = open_window()
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.panes.editor.body.setFocus()
    return window


def press(key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifiers)


def test_find_replace_all_and_one_step_back(qtbot, shown, open_window, folder, now):
    body, bar = shown.panes.editor.body, shown.findChild(FindBar)
    press(Qt.Key.Key_H, CONTROL)
    assert bar.words.hasFocus()
    QTest.keyClicks(bar.words, "press")
    qtbot.waitUntil(lambda: bar.count.text() == "2 of 5")
    QTest.keyClicks(bar.replacement, "news")
    QTest.mouseClick(bar.replace_every, Qt.MouseButton.LeftButton)
    assert bar.message.text() == (
        "4 replaced. 1 in headline and standfirst left: replace these one by one."
    )
    press(Qt.Key.Key_Escape)
    assert body.hasFocus()
    assert "press" not in body.toPlainText()
    press(Qt.Key.Key_Z, CONTROL)
    assert body.toPlainText().count("press") == 4
    press(Qt.Key.Key_Y, CONTROL)
    shown.close()
    with Library.open(folder, clock=lambda: now) as library:
        (row,) = library.items.page(ItemQuery())
        assert library.items.get(row.id).body == TEXT.replace("press", "news")


def test_ctrl_f_finds_in_the_text_and_f3_goes_on(qtbot, shown):
    body, bar = shown.panes.editor.body, shown.findChild(FindBar)
    press(Qt.Key.Key_F, CONTROL)
    QTest.keyClicks(bar.words, "press")
    assert not bar.replacement.isVisible()
    qtbot.waitUntil(lambda: bar.count.text() == "2 of 5")
    press(Qt.Key.Key_F3)
    assert bar.count.text() == "3 of 5"
    press(Qt.Key.Key_F3, SHIFT)
    press(Qt.Key.Key_Escape)
    first = body.textCursor().selectionStart()
    press(Qt.Key.Key_F3)
    assert body.textCursor().selectedText() == "press"
    assert body.textCursor().selectionStart() > first
    assert not bar.isVisible()


def test_ctrl_f_in_the_list_and_ctrl_shift_f_anywhere_search_the_library(shown):
    search = shown.panes.items.search
    press(Qt.Key.Key_F, CONTROL | SHIFT)
    assert search.hasFocus()
    shown.panes.editor.body.setFocus()
    shown.panes.items.view.setFocus()
    press(Qt.Key.Key_F, CONTROL)
    assert search.hasFocus()
    assert not shown.findChild(FindBar).isVisible()


def test_a_hit_in_the_headline_is_reached_and_replaced(shown):
    header, bar = shown.panes.editor.header, shown.findChild(FindBar)
    press(Qt.Key.Key_H, CONTROL)
    QTest.keyClicks(bar.words, "press")
    press(Qt.Key.Key_Return, SHIFT)
    assert header.headline.textCursor().selectedText() == "Press"
    QTest.keyClicks(bar.replacement, "News")
    bar.replacement.setFocus()
    press(Qt.Key.Key_Return)
    assert header.headline.text() == "News day"
    assert shown.windowTitle().startswith("News day")


def test_nothing_is_found_where_no_item_is_open(shown):
    bar = shown.findChild(FindBar)
    shown.actions_.trash.trigger()
    shown.actions_.find.trigger()
    assert not bar.isVisible()


def test_escape_in_the_text_closes_the_bar_too(shown):
    bar = shown.findChild(FindBar)
    press(Qt.Key.Key_F, CONTROL)
    QTest.keyClicks(bar.words, "press")
    shown.panes.editor.body.setFocus()
    press(Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert shown.panes.editor.body.textCursor().selectedText() == "press"
