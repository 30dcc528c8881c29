"""How the text is shown in the window: larger, alone on the screen, with hidden characters."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

NO_KEY = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def open_item(filled, an_item, open_window, qtbot):
    """Return a function that opens the window on one item."""
    filled(an_item(headline="Flood", body="First paragraph.\n\nSecond paragraph.\n", language="en"))

    def build():
        window = open_window()
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        window.panes.editor.body.setFocus()
        return window

    return build


def press(window, key, modifiers=NO_KEY):
    QTest.keyClick(window.panes.editor.body, key, modifiers)


def zoom_of(window):
    return window.panes.editor.body.look().zoom


def test_the_keys_show_the_text_larger_smaller_and_as_usual(open_item):
    window = open_item()
    headline = window.panes.editor.header.headline.font().pointSizeF()
    press(window, Qt.Key.Key_Plus, CONTROL)
    press(window, Qt.Key.Key_Equal, CONTROL)
    assert zoom_of(window) == 1.25
    assert window.panes.editor.header.headline.font().pointSizeF() > headline
    press(window, Qt.Key.Key_Minus, CONTROL)
    assert zoom_of(window) == 1.1
    press(window, Qt.Key.Key_0, CONTROL)
    assert zoom_of(window) == 1.0
    assert window.panes.editor.header.headline.font().pointSizeF() == headline


def test_the_size_is_remembered_and_other_colours_keep_it(open_item):
    window = open_item()
    for _ in range(3):
        press(window, Qt.Key.Key_Plus, CONTROL)
    window.actions_.schemes["dark"].trigger()
    assert zoom_of(window) == 1.5
    window.close()
    assert zoom_of(open_item()) == 1.5


def test_focus_mode_hides_everything_but_the_text(open_item):
    window = open_item()
    panes, bar = window.panes, window.panes.editor.bar
    around = [window.top, window.status, panes.items, window.tabs, bar, panes.editor.header]
    assert all(part.isVisible() for part in around)
    press(window, Qt.Key.Key_F11)
    assert not any(part.isVisible() for part in around)
    assert panes.editor.body.isVisible()
    assert window.menuBar().height() == 0
    assert window.isFullScreen()
    press(window, Qt.Key.Key_Escape)
    assert all(part.isVisible() for part in around)
    assert window.menuBar().height() > 0
    assert not window.isFullScreen()
    assert not window.actions_.focus_mode.isChecked()


def test_focus_mode_brings_back_only_what_was_there(open_item):
    window = open_item()
    window.actions_.show_list.setChecked(False)
    press(window, Qt.Key.Key_F11)
    press(window, Qt.Key.Key_F11)
    assert not window.panes.items.isVisible()
    assert window.tabs.isVisible()


def test_the_keys_of_the_menus_work_in_focus_mode(open_item):
    window = open_item()
    press(window, Qt.Key.Key_F11)
    press(window, Qt.Key.Key_Plus, CONTROL)
    assert zoom_of(window) > 1.0


def test_focus_mode_mutes_every_paragraph_but_the_carets(open_item):
    window = open_item()
    body = window.panes.editor.body
    press(window, Qt.Key.Key_F11)

    def darkest(number):
        rect = body.document().findBlockByNumber(number).layout().boundingRect()
        top = body.document().findBlockByNumber(number).layout().position().y()
        image = body.viewport().grab().toImage()
        return min(
            image.pixelColor(x, y).lightness()
            for x in range(30, 160)
            for y in range(round(top), round(top + rect.height()))
        )

    assert darkest(0) < 90 < darkest(1)
    press(window, Qt.Key.Key_Down)
    assert darkest(1) < 90 < darkest(0)
    press(window, Qt.Key.Key_Escape)
    assert max(darkest(0), darkest(1)) < 90


def test_a_window_that_is_closed_in_focus_mode_opens_as_it_was_before(open_item):
    window = open_item()
    press(window, Qt.Key.Key_F11)
    window.close()
    again = open_item()
    assert again.panes.items.isVisible()
    assert not again.isFullScreen()


def test_hidden_characters_are_shown_by_their_key_and_remembered(open_item):
    window = open_item()
    without = window.panes.editor.body.viewport().grab().toImage()
    press(window, Qt.Key.Key_8, CONTROL | SHIFT)
    assert window.actions_.show_hidden.isChecked()
    assert window.panes.editor.body.viewport().grab().toImage() != without
    window.close()
    assert open_item().actions_.show_hidden.isChecked()
