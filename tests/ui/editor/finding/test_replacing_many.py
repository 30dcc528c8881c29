"""Hundreds of hits are replaced between events, with a sign and a way to stop."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from editor_app.ui.editor.finding.bar import FindBar
from editor_app.ui.editor.finding.many import ManyReplaced

LINE = "A press officer and a press release."
TEXT = "\n\n".join(f"{LINE} {number}" for number in range(300)) + "\n"
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def shown(qtbot, filled, an_item, open_window):
    filled(an_item(headline="Press day", body=TEXT))
    window = open_window()
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


@pytest.fixture
def replacing(shown, qtbot):
    """Return what has begun to replace all hits of a window."""
    bar = shown.findChild(FindBar)
    shown.actions_.replace.trigger()
    QTest.keyClicks(bar.words, "press")
    qtbot.waitUntil(lambda: bar.count.text().endswith("of 601"))
    QTest.keyClicks(bar.replacement, "news")
    QTest.mouseClick(bar.replace_every, Qt.MouseButton.LeftButton)
    (many,) = shown.findChildren(ManyReplaced)
    assert many.is_busy
    return many


def test_all_are_replaced_in_one_undo_step(qtbot, shown, replacing):
    body, bar = shown.panes.editor.body, shown.findChild(FindBar)
    qtbot.waitUntil(lambda: not replacing.is_busy)
    assert bar.message.text().startswith("600 replaced.")
    assert body.toPlainText().count("news officer and a news release") == 300
    QTest.keyClick(bar.words, Qt.Key.Key_Z, CONTROL)
    assert body.toPlainText().count(LINE) == 300
    assert not body.document().isUndoAvailable()


def test_a_sign_says_so_and_goes_when_it_is_done(qtbot, shown, replacing):
    assert shown.notices.words.text() == "Replacing…"
    assert shown.panes.editor.body.isReadOnly()
    qtbot.waitUntil(lambda: not replacing.is_busy)
    assert not shown.notices.isVisible()
    assert not shown.panes.editor.body.isReadOnly()


def test_cancel_takes_back_what_was_replaced_so_far(qtbot, shown, replacing):
    body, bar = shown.panes.editor.body, shown.findChild(FindBar)
    qtbot.waitUntil(lambda: "news" in body.toPlainText())
    (cancel,) = (b for b in shown.notices.findChildren(QPushButton) if b.text() == "Cancel")
    cancel.click()
    assert not replacing.is_busy
    assert body.toPlainText().count(LINE) == 300
    assert bar.message.text() == "Nothing was replaced."
    assert body.tracker().body == shown_body(shown)


def shown_body(window):
    return window.panes.editor.body.body()


def test_closing_the_window_meanwhile_keeps_the_text_whole(qtbot, shown, replacing, open_window):
    shown.close()
    again = open_window()
    words = again.panes.editor.body.toPlainText()
    assert words.count(LINE) + words.count(LINE.replace("press", "news")) == 300
