"""The window as a whole: what is in it, what the keyboard reaches, how it comes and goes."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QScrollBar,
    QWidget,
)

from editor_app.editing.autosave import SaveReport, SaveState
from editor_app.store.errors import StoreError
from editor_app.store.library import Library
from editor_app.ui.look.look import SchemeChoice
from editor_app.ui.wiring_saving import save_words

NAMES = (
    *("itemList", "searchField", "statusFilter", "sectionField", "headlineField"),
    *("standfirstField", "languageField", "dateField", "bodyEditor", "formatBar"),
    *("sideTabs", "previewPane", "detailsPane", "saveState"),
)
ACTIONS = (
    *("newItem", "duplicateItem", "trashItem", "restoreItem", "importFiles", "exportItems"),
    *("save", "undo", "redo", "bold", "italic", "link", "bulletList", "numberedList", "quote"),
    *("crossHead", "insertFigure", "insertTable", "markdownSource", "findReplace"),
)


def test_redo_has_the_same_key_in_the_menu_and_in_the_text(window):
    in_menu = window.findChild(QAction, "menu-redo").text().partition("\t")[2]
    assert window.findChild(QAction, "redo").shortcut().toString() == in_menu == "Ctrl+Shift+Z"


@pytest.mark.parametrize("name", NAMES)
def test_every_handle_for_automation_is_there_once(window, name):
    assert len(window.findChildren(QWidget, name)) == 1


@pytest.mark.parametrize("name", ACTIONS)
def test_every_action_for_automation_is_there_once(window, name):
    assert len(window.findChildren(QAction, name)) == 1


def test_a_new_library_opens_with_the_sample_item(window):
    header = window.panes.editor.header
    assert header.headline.text()
    assert window.panes.items.model.rowCount() == 1


def test_everything_that_takes_the_focus_has_an_accessible_name(window):
    nameless = [
        f"{type(widget).__name__} {widget.objectName()} in {widget.parent()}"
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not isinstance(widget, QScrollBar | QMenu | QLabel)
        and not widget.accessibleName()
        and not is_inside_of_another_control(widget)
        and not (isinstance(widget, QAbstractButton) and widget.text())
    ]
    assert nameless == [], "\n".join(nameless)


def is_inside_of_another_control(widget):
    """Return whether Qt made this widget for a control that has a name."""
    if widget.objectName().startswith("qt_"):
        return True
    parent = widget.parent()
    if isinstance(widget, QLineEdit):
        return bool(parent.accessibleName())
    is_list_of_a_box = isinstance(widget, QListView) and isinstance(parent.parent(), QComboBox)
    return is_list_of_a_box and bool(parent.parent().accessibleName())


def test_words_survive_closing_the_window(qtbot, window, open_window, folder):
    header, body = window.panes.editor.header, window.panes.editor.body
    window.actions_.new.trigger()
    qtbot.keyClicks(header.headline, "Flood hits Leeds")
    qtbot.keyClick(header.headline, Qt.Key.Key_Return)
    qtbot.keyClicks(header.standfirst, "Water in the streets.")
    qtbot.keyClick(header.standfirst, Qt.Key.Key_Return)
    qtbot.keyClicks(body, "It rained.")
    window.close()

    again = open_window()
    assert again.panes.editor.header.headline.text() == "Flood hits Leeds"
    assert again.panes.editor.header.standfirst.text() == "Water in the streets."
    assert again.panes.editor.body.toPlainText() == "It rained."


def test_the_caret_comes_back_where_it_was(qtbot, window, open_window):
    window.panes.editor.body.set_caret(17)
    window.close()
    assert open_window().panes.editor.body.caret() == 17


def test_the_caret_is_remembered_with_each_save(qtbot, window, tmp_path):
    body = window.panes.editor.body
    body.set_caret(17)
    qtbot.keyClicks(body, "x")
    window.actions_.save.trigger()
    qtbot.waitUntil(lambda: any(":18" in file.read_text() for file in tmp_path.rglob("*.ini")))


def test_saving_by_hand_says_when_it_was(qtbot, window):
    qtbot.keyClicks(window.panes.editor.header.headline, "More ")
    window.actions_.save.trigger()
    assert window.status.save_state.text().startswith("✓ Saved ")


def test_a_failed_save_is_said_until_one_succeeds(qtbot, window, monkeypatch):
    def refuse(*_args, **_kinds):
        raise StoreError("The disk is full.", hint="Make room.")

    monkeypatch.setattr("editor_app.editing.autosave.save_snapshot", refuse)
    qtbot.keyClicks(window.panes.editor.header.headline, "More ")
    window.actions_.save.trigger()
    assert window.status.save_state.text() == "Not saved — The disk is full."
    assert "Make room." in window.notices.words.text()
    monkeypatch.undo()
    window.actions_.save.trigger()
    assert window.status.save_state.text().startswith("✓ Saved")


def test_leaving_the_window_saves(qtbot, window, folder):
    qtbot.keyClicks(window.panes.editor.header.headline, "More ")
    with qtbot.waitSignal(window.left):
        window.left.emit()
    qtbot.waitUntil(lambda: window.status.save_state.text().startswith("✓ Saved "))


def test_closing_lets_go_of_the_library(window, folder, now):
    window.close()
    with Library.open(folder, clock=lambda: now) as library:
        assert not library.is_new


def test_the_title_names_the_item(qtbot, window):
    window.actions_.new.trigger()
    assert window.windowTitle() == "New item — Standfirst"
    qtbot.keyClicks(window.panes.editor.header.headline, "Flood")
    assert window.windowTitle() == "Flood — Standfirst"


def test_the_panes_can_be_hidden_and_come_back(window):
    window.actions_.show_side.trigger()
    assert not window.tabs.isVisible()
    window.actions_.show_side.trigger()
    assert window.tabs.isVisible()


def test_dark_and_light_can_be_chosen_and_are_remembered(window, open_window):
    window.actions_.schemes[SchemeChoice.DARK].trigger()
    assert "#1c2027" in window.styleSheet()
    window.close()
    again = open_window()
    assert "#1c2027" in again.styleSheet()
    again.actions_.schemes[SchemeChoice.LIGHT].trigger()
    assert "#1c2027" not in again.styleSheet()


def test_autosave_states_have_words():
    words = {
        state: save_words(SaveReport(state=state, message="No."), is_open=True)
        for state in SaveState
    }
    assert words == {
        SaveState.SAVED: "✓ Saved",
        SaveState.UNSAVED: "Editing…",
        SaveState.SAVING: "Saving…",
        SaveState.FAILED: "Not saved — No.",
    }


def test_a_new_window_is_no_larger_than_a_screen_that_has_room_for_its_panes(window):
    room = window.screen().availableSize().expandedTo(QSize(1280, 720))
    assert window.width() <= room.width()
    assert window.height() < room.height()
