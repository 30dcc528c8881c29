"""The trash of the photos: what goes, what stays and why, and the way back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton

from editor_app.model.item import LeadFigure
from editor_app.store.errors import DiskFailedError
from editor_app.store.library import Library
from editor_app.store.photo_query import PhotoFilter
from tests.builders import THEN, an_item
from tests.ui.photos.browsing import Browsing, add_items, add_photos


@pytest.fixture
def four(folder, qtbot, open_window):
    """Return the browser on four photos, of which an item shows the first."""
    src, *_ = add_photos(folder, 4)
    add_items(folder, an_item(headline="Ferries", lead_figure=LeadFigure(src=src)))
    window = open_window()
    with qtbot.waitExposed(window):
        window.show()
    return Browsing(qtbot, window)


def show_trash(browsing):
    chip = browsing.parts.chips.chips[PhotoFilter.TRASHED]
    browsing.qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)


def question(browsing):
    """Return the open question before a sweep, and the button that agrees."""
    (asked,) = browsing.dialog.findChildren(QDialog, "sweepQuestion")
    return asked, asked.findChild(QPushButton, "sweepAgree")


def test_delete_moves_what_is_chosen_to_the_trash_and_the_next_is_chosen(four):
    four.choose("photo-002.jpg")
    four.grid.setFocus()
    four.press(Qt.Key.Key_Delete)
    four.wait_for("1 photo (")
    assert four.said().endswith("was moved to the trash.")
    assert four.names() == ["photo-003.jpg", "photo-001.jpg", "photo-000.jpg"]
    assert four.chosen() == ["photo-001.jpg"]


def test_a_move_to_the_trash_can_be_taken_back(four):
    four.choose("photo-001.jpg", "photo-002.jpg")
    four.click("photoTrashButton")
    four.wait_for("2 photos (")
    found = four.parts.notices.findChildren(QPushButton)
    undo = next(button for button in found if button.isVisible() and button.text() == "Undo")
    four.qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert four.said() == "2 photos are out of the trash."
    assert len(four.names()) == 4


def test_what_an_item_shows_stays_and_the_reason_is_said(four):
    four.choose("photo-000.jpg")
    four.click("photoTrashButton")
    four.wait_for("1 photo stays, because an item shows it.")
    assert len(four.names()) == 4


def test_words_that_are_not_saved_yet_count_as_shown(four, folder):
    four.choose("photo-003.jpg")
    four.click("photoAsLeadButton")
    four.click("photoTrashButton")
    four.wait_for("1 photo stays")
    four.window.close()
    with Library.open(folder, clock=lambda: THEN) as library:
        assert library.photo_shelf.count(four.dialog.query) == 4


def test_the_unused_are_named_before_they_go(four):
    four.click("photosSweep")
    asked, agree = question(four)
    assert asked.lead.text().startswith("3 photos (")
    assert asked.stays.text().startswith("1 photo stays, because an item shows it")
    listed = [asked.names.item(row).text() for row in range(asked.names.count())]
    assert [one.partition("  ")[0] for one in listed] == [
        *("photo-003.jpg", "photo-002.jpg", "photo-001.jpg"),
    ]
    assert len(four.names()) == 4, "nothing has happened yet"
    four.qtbot.mouseClick(agree, Qt.MouseButton.LeftButton)
    four.wait_for("3 photos (")
    assert four.names() == ["photo-000.jpg"]


def test_a_sweep_can_be_declined(four):
    four.click("photosSweep")
    asked, _ = question(four)
    asked.reject()
    assert len(four.names()) == 4


def test_what_lies_in_the_trash_can_be_restored_by_keyboard(four):
    four.choose("photo-001.jpg")
    four.click("photoTrashButton")
    four.wait_for("moved to the trash")
    show_trash(four)
    assert four.names() == ["photo-001.jpg"]
    four.choose("photo-001.jpg")
    assert not four.button("photoTrashButton").isVisible()
    assert not four.dialog.commands.insert.isEnabled()
    four.button("photoRestoreButton").setFocus()
    four.press(Qt.Key.Key_Space)
    assert four.said() == "1 photo is out of the trash."
    assert four.parts.nothing.text() == "The trash is empty."


def test_emptying_the_trash_keeps_what_an_earlier_version_shows(four, folder):
    four.window.panes.editor.header.photo.removed.emit()
    four.window.actions_.save.trigger()
    four.click("photosSweep")
    asked, agree = question(four)
    assert "stay" not in asked.lead.text()
    four.qtbot.mouseClick(agree, Qt.MouseButton.LeftButton)
    four.wait_for("4 photos (")
    show_trash(four)
    four.click("photosEmptyTrash")
    asked, agree = question(four)
    assert asked.lead.text().endswith("What goes now is gone.")
    assert not agree.isDefault()
    four.qtbot.mouseClick(agree, Qt.MouseButton.LeftButton)
    four.wait_for("deleted for good.")
    assert "3 photos (" in four.said()
    assert "1 photo stays" in four.said()
    assert four.names() == ["photo-000.jpg"]
    assert len(list((folder / "media").glob("*/*"))) == 1


@pytest.mark.parametrize("name", ["photosSweep", "photosEmptyTrash"])
def test_a_disk_that_fails_before_a_sweep_is_said_in_the_browser(four, monkeypatch, name):
    def fail(_query):
        raise DiskFailedError

    if name == "photosEmptyTrash":
        four.choose("photo-001.jpg")
        four.click("photoTrashButton")
        four.wait_for("1 photo (")
        show_trash(four)
    monkeypatch.setattr(four.dialog.trash._shelf, "page", fail)
    four.click(name)
    assert four.said() == str(DiskFailedError())
    assert not four.dialog.findChildren(QDialog, "sweepQuestion")


def test_an_empty_trash_has_nothing_to_empty(four):
    show_trash(four)
    assert not four.button("photosEmptyTrash").isEnabled()
    assert not four.button("photosSweep").isVisible()


def test_a_library_without_unused_photos_says_so(folder, qtbot, open_window):
    (src,) = add_photos(folder, 1)
    add_items(folder, an_item(headline="Ferries", lead_figure=LeadFigure(src=src)))
    window = open_window()
    with qtbot.waitExposed(window):
        window.show()
    browsing = Browsing(qtbot, window)
    browsing.click("photosSweep")
    assert browsing.said() == "Every photo is used in an item."
