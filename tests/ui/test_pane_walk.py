"""F6 goes from pane to pane, and Shift+F10 opens the menu of what has the keyboard."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def shown(window, qtbot):
    window.activateWindow()
    window.panes.editor.body.setFocus()
    qtbot.waitUntil(window.panes.editor.body.hasFocus)
    return window


def press(qtbot, key, *modifiers):
    qtbot.keyClick(QApplication.focusWidget(), key, *modifiers)


def stops_of(window):
    editor = window.panes.editor
    return [
        *(window.panes.items.view, editor.header.headline, editor.bar.style_box, editor.body),
        *(window.tabs.tabBar(), window.status),
    ]


def test_f6_goes_round_the_panes_and_shift_f6_back(qtbot, shown):
    stops = stops_of(shown)
    wanted = [*stops[4:], *stops[:4]]
    reached = []
    for _ in wanted:
        press(qtbot, Qt.Key.Key_F6)
        reached.append(QApplication.focusWidget())
    assert reached == wanted
    back = []
    for _ in wanted:
        press(qtbot, Qt.Key.Key_F6, SHIFT)
        back.append(QApplication.focusWidget())
    assert back == [*reversed(wanted[:-1]), wanted[-1]]


def test_f6_leaves_a_pane_from_any_of_its_fields(qtbot, shown):
    header = shown.panes.editor.header
    header.tags.setFocus()
    press(qtbot, Qt.Key.Key_F6)
    assert QApplication.focusWidget() is shown.panes.editor.bar.style_box


def test_f6_passes_by_what_is_hidden(qtbot, shown):
    shown.actions_.show_side.trigger()
    press(qtbot, Qt.Key.Key_F6)
    assert shown.status.hasFocus()
    shown.actions_.show_list.trigger()
    press(qtbot, Qt.Key.Key_F6)
    assert shown.panes.editor.header.headline.hasFocus()


def test_f6_comes_to_the_markdown_where_that_takes_the_place_of_the_text(qtbot, shown):
    shown.actions_.source.trigger()
    body = shown.panes.editor.body
    qtbot.waitUntil(lambda: not body.isVisible())
    shown.panes.editor.bar.style_box.setFocus()
    shown.panes.editor.header.headline.setFocus()
    for _ in range(2):
        press(qtbot, Qt.Key.Key_F6)
        if shown.panes.editor.parts.isAncestorOf(QApplication.focusWidget()):
            break
    assert QApplication.focusWidget().accessibleName().startswith("Markdown")


def test_the_status_says_its_words_to_those_who_cannot_see_it(qtbot, shown):
    press(qtbot, Qt.Key.Key_F6)
    press(qtbot, Qt.Key.Key_F6)
    assert shown.status.accessibleName() == "Status"
    assert shown.status.save_state.text() in shown.status.accessibleDescription()


def test_the_tab_key_does_not_come_to_the_status(shown):
    assert shown.status.focusPolicy() == Qt.FocusPolicy.NoFocus


@pytest.mark.parametrize("name", ["body", "headline"])
def test_shift_f10_opens_the_menu_at_the_caret(qtbot, shown, name):
    editor = shown.panes.editor
    field = {"body": editor.body, "headline": editor.header.headline}[name]
    field.setFocus()
    press(qtbot, Qt.Key.Key_F10, SHIFT)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    caret = field.viewport().mapToGlobal(field.cursorRect().center())
    assert (menu.pos() - caret - QPoint(0, 0)).manhattanLength() < 200
    assert menu.actions()
    menu.close()
