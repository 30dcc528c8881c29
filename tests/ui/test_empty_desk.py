"""The window while no item is open: nothing can be written that would go nowhere."""

import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton

from tests.builders import a_photo

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def bare(window, qtbot):
    """Return a window whose only item was moved to the trash, the keyboard in its text."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.panes.editor.body.setFocus()
    window.actions_.trash.trigger()
    assert window.panes.editor.invitation.isVisible()
    return window


def press(key, modifiers=Qt.KeyboardModifier.NoModifier):
    """Press a key where the keyboard is."""
    QTest.keyClick(QApplication.focusWidget(), key, modifiers)


def test_the_key_for_the_text_leads_to_the_button_for_a_new_item(bare):
    bare.panes.items.view.setFocus()
    press(Qt.Key.Key_F4)
    assert bare.panes.editor.invite.hasFocus()
    QTest.keyClicks(QApplication.focusWidget(), "lost")
    assert "lost" not in bare.panes.editor.body.toPlainText()
    press(Qt.Key.Key_Space)
    assert bare.panes.editor.header.headline.hasFocus()
    QTest.keyClicks(QApplication.focusWidget(), "kept")
    press(Qt.Key.Key_F4)
    QTest.keyClicks(QApplication.focusWidget(), "Words.")
    assert bare.panes.editor.body.toPlainText() == "Words."


def test_the_keyboard_is_at_the_button_when_the_last_item_went(bare):
    assert bare.panes.editor.invite.hasFocus()


def test_the_keyboard_is_back_in_the_text_when_the_next_item_took_its_place(
    filled, an_item, open_window, qtbot
):
    filled(an_item(headline="One"), an_item(headline="Two"))
    window = open_window()
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.panes.editor.body.setFocus()
    window.actions_.trash.trigger()
    assert window.panes.editor.body.hasFocus()


def test_nothing_of_the_sheet_can_take_the_keyboard(bare):
    editors = bare.panes.editor
    for field in (editors.body, editors.header.headline, editors.header.standfirst):
        field.setFocus()
        assert not field.hasFocus()


def test_no_command_of_the_text_is_offered(bare):
    names = ("factBox", "bold", "quickInsert", "insertFigure", "paste", "copy", "blockMenu")
    names += ("markdownSource", "markdownBeside", "blockSource", "replace", "findNext", "save")
    assert [name for name in names if bare.findChild(QAction, name).isEnabled()] == []
    bare.actions_.new.trigger()
    names = ("factBox", "bold", "quickInsert", "insertFigure", "blockMenu", "selectAll")
    names += ("markdownSource", "markdownBeside", "blockSource", "replace", "findNext", "save")
    assert [name for name in names if not bare.findChild(QAction, name).isEnabled()] == []


@pytest.mark.parametrize(
    "keys",
    [
        (Qt.Key.Key_F12, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_F12, SHIFT),
        (Qt.Key.Key_F12, CTRL),
        (Qt.Key.Key_F, CTRL),
        (Qt.Key.Key_H, CTRL),
        (Qt.Key.Key_I, CTRL | SHIFT),
        (Qt.Key.Key_V, CTRL),
    ],
    ids=str,
)
def test_no_key_brings_the_sheet_back(bare, keys):
    QApplication.clipboard().setText("pasted")
    press(*keys)
    assert bare.panes.editor.invitation.isVisible()
    assert bare.panes.editor.invite.hasFocus()


def test_an_empty_library_begins_at_the_button(open_window, qtbot, window):
    window.actions_.trash.trigger()
    window.close()
    again = open_window()
    with qtbot.waitExposed(again):
        again.show()
    again.activateWindow()
    qtbot.waitUntil(again.isActiveWindow)
    assert again.panes.editor.invite.hasFocus()
    spelling = next(one for one in again.menuBar().findChildren(QMenu) if "pelling" in one.title())
    qtbot.waitUntil(spelling.isEnabled)
    assert again.notices.words.text() == ""


def test_a_photo_dropped_on_the_window_goes_into_the_library(bare, qtbot, tmp_path):
    (tmp_path / "quay.jpg").write_bytes(a_photo())
    bare.files_dropped.emit([str(tmp_path / "quay.jpg")])
    qtbot.waitUntil(lambda: "added" in bare.notices.words.text())
    assert bare.notices.words.text() == "1 photo was added to the library."
    assert bare.notices.findChild(QPushButton, "choice-1") is None, "there is no text to put it in"


def test_a_mistake_of_the_program_does_not_speak_of_saved_words(bare, qtbot, caplog):
    sys.excepthook(RuntimeError, RuntimeError("a mistake"), None)
    qtbot.waitUntil(bare.notices.isVisible)
    assert bare.notices.words.text() == "Something went wrong in the program. You can go on."
    caplog.clear()
