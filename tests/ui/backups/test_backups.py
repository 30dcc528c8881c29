"""The window of backups: what it lists, and what it does when it is asked to."""

import pytest
from PySide6.QtCore import QProcess, Qt
from PySide6.QtWidgets import QMessageBox, QPushButton

from editor_app.store.backups.archive import Occasion
from editor_app.store.backups.keeping import backups_in, keep_backup
from editor_app.store.library import Library
from editor_app.store.names import BACKUPS_NAME
from editor_app.store.query import ItemQuery
from editor_app.ui.backups.window import BackupsWindow
from editor_app.ui.wiring_upkeep import Keeper

LONG = 20_000


@pytest.fixture
def headlines(folder, now):
    """Return a function that reads what is in a library."""

    def read(of=folder):
        with Library.open(of, clock=lambda: now) as library:
            return sorted(row.headline for row in library.items.page(ItemQuery()))

    return read


@pytest.fixture
def shown(qtbot, kept, open_window):
    """Return the window of backups, open over a window on the library."""
    window = open_window()
    window.show()
    return opened(qtbot, window)


@pytest.fixture
def kept(folder, filled, an_item, now):
    """Return the backup of a library with one item, which got another one since."""
    filled(an_item(headline="Flood"))
    with Library.open(folder, clock=lambda: now) as library:
        made = keep_backup(library, folder / BACKUPS_NAME, occasion=Occasion.AUTOMATIC)
    filled(an_item(headline="Later"))
    return made


@pytest.fixture
def starts(monkeypatch):
    """Return what was started, instead of starting it."""
    started = []
    monkeypatch.setattr(
        QProcess, "startDetached", lambda _program, arguments: started.append(arguments[-1])
    )
    return started


def opened(qtbot, window):
    """Open the window of backups, with its list read."""
    window.actions_.backups.trigger()
    shown = window.findChild(BackupsWindow)
    qtbot.waitUntil(lambda: shown.lead.text() != "Looking for backups…", timeout=LONG)
    return shown


def rows(shown):
    return [
        [shown.list.topLevelItem(row).text(column) for column in (0, 1, 2, 4)]
        for row in range(shown.list.topLevelItemCount())
    ]


def answer(qtbot, window, words):
    """Press a button of the question that is on the screen."""
    (box,) = (box for box in window.findChildren(QMessageBox) if box.isVisible())
    (button,) = (button for button in box.buttons() if button.text() == words)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_it_says_when_why_and_with_how_much_each_was_made(qtbot, kept, open_window):
    window = open_window()
    window.show()
    shown = opened(qtbot, window)
    assert rows(shown) == [["14:02", "While you worked", "1", "Library"]]
    assert shown.restore.isEnabled()
    assert not shown.undo.isEnabled()


def test_a_damaged_one_is_named_and_cannot_be_brought_back(qtbot, kept, open_window):
    kept.write_bytes(b"no backup")
    window = open_window()
    window.show()
    shown = opened(qtbot, window)
    assert rows(shown) == [["14:02", "Damaged — cannot be used", "", "Library"]]
    assert kept.name in shown.lead.text()
    assert not shown.restore.isEnabled()


def test_backing_up_now_adds_one_and_a_second_time_says_that_nothing_changed(
    qtbot, kept, open_window, folder
):
    window = open_window()
    window.show()
    shown = opened(qtbot, window)
    qtbot.mouseClick(shown.back_up, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "backed up" in window.notices.words.text(), timeout=LONG)
    qtbot.waitUntil(lambda: len(rows(shown)) == 2, timeout=LONG)
    assert {one.occasion for one in backups_in(folder / BACKUPS_NAME)} == {
        Occasion.ASKED,
        Occasion.AUTOMATIC,
    }
    qtbot.mouseClick(shown.back_up, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Nothing changed" in window.notices.words.text(), timeout=LONG)


@pytest.mark.usefixtures("message_boxes")
def test_bringing_back_closes_and_opens_again_and_can_be_undone(
    qtbot, shown, open_window, starts, headlines
):
    qtbot.mouseClick(shown.restore, Qt.MouseButton.LeftButton)
    answer(qtbot, shown, "Bring it back")
    qtbot.waitUntil(lambda: len(starts) == 1, timeout=LONG)
    assert headlines() == ["Flood"]

    second = open_window()
    second.show()
    qtbot.waitUntil(lambda: "1 item" in second.notices.words.text(), timeout=LONG)
    shown = opened(qtbot, second)
    qtbot.waitUntil(shown.undo.isEnabled, timeout=LONG)
    qtbot.mouseClick(shown.undo, Qt.MouseButton.LeftButton)
    answer(qtbot, shown, "Undo the restore")
    qtbot.waitUntil(lambda: len(starts) == 2, timeout=LONG)
    assert headlines() == ["Flood", "Later"]

    third = open_window()
    third.show()
    qtbot.waitUntil(lambda: "was undone" in third.notices.words.text(), timeout=LONG)


def test_saying_no_changes_nothing(qtbot, shown, message_boxes, headlines):
    window = shown.parent()
    qtbot.keyClick(shown.list, Qt.Key.Key_Return)
    question = "Bring the library back to how it was at 14:02?"
    qtbot.waitUntil(lambda: message_boxes == [question])
    answer(qtbot, shown, "Cancel")
    assert window.isVisible()
    window.close()
    assert headlines() == ["Flood", "Later"]


def test_a_second_place_is_remembered_and_filled_at_once(qtbot, kept, open_window, tmp_path):
    (tmp_path / "stick").mkdir()
    window = open_window()
    window.show()
    shown = opened(qtbot, window)
    keeper_of(window).at_work().take_second_place(tmp_path / "stick")
    qtbot.waitUntil(lambda: "Second place" in str(rows(shown)), timeout=LONG)
    qtbot.waitUntil(lambda: "Last seen up to date: 14:02" in shown.second.text(), timeout=LONG)
    window.close()

    again = open_window()
    again.show()
    shown = opened(qtbot, again)
    qtbot.waitUntil(lambda: str(tmp_path / "stick") in shown.second.text(), timeout=LONG)
    (tmp_path / "stick").rename(tmp_path / "gone")
    keeper_of(again).at_work().read()
    qtbot.waitUntil(lambda: "not connected" in shown.second.text(), timeout=LONG)


def test_a_second_place_in_the_library_itself_is_refused(qtbot, window, folder):
    keeper_of(window).at_work().take_second_place(folder / "media")
    assert "lost with it" in window.notices.words.text()


def test_a_whole_library_opens_from_its_file_in_a_folder_of_its_own(
    qtbot, kept, window, starts, headlines
):
    folder = kept.parent.parent
    keeper_of(window).at_work().open_from(kept)
    qtbot.waitUntil(lambda: len(starts) == 1, timeout=LONG)
    assert starts == [str(folder.parent / kept.stem)]
    assert headlines(folder.parent / kept.stem) == ["Flood"]


def test_several_files_are_brought_in_after_a_backup(qtbot, kept, open_window, folder, tmp_path):
    files = [tmp_path / name for name in ("one.txt", "two.txt")]
    for file in files:
        file.write_text("A headline\n\nSome words.\n")
    window = open_window()
    window.show()
    window.files_dropped.emit([str(file) for file in files])
    qtbot.waitUntil(lambda: "brought in" in window.notices.words.text(), timeout=LONG)
    occasions = [one.occasion for one in backups_in(folder / BACKUPS_NAME)]
    assert Occasion.BEFORE_CHANGE in occasions


def test_every_button_can_be_reached_by_tab_and_says_what_it_does(qtbot, kept, open_window):
    window = open_window()
    window.show()
    shown = opened(qtbot, window)
    buttons = [one for one in shown.findChildren(QPushButton) if one.isVisible()]
    assert all(one.accessibleName() for one in buttons)
    assert all(one.focusPolicy() & Qt.FocusPolicy.TabFocus for one in buttons)
    assert shown.list.accessibleName()


def keeper_of(window):
    return window.findChild(Keeper)
