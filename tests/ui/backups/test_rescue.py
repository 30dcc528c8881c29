"""A library that cannot be opened at all: the start offers the newest whole backup."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPushButton

from editor_app import app
from editor_app.editing.upkeep import place_in
from editor_app.store.backups.archive import Occasion
from editor_app.store.backups.keeping import keep_backup, own_place
from editor_app.store.errors import DamagedLibraryError
from editor_app.store.library import Library
from editor_app.store.names import BACKUPS_NAME, DATABASE_NAME
from editor_app.store.query import ItemQuery
from editor_app.ui.backups.at_work import SECOND
from editor_app.ui.backups.rescue import RescueDialog, places_of, rescue
from editor_app.ui.window_memory import WindowMemory


@pytest.fixture
def destroyed(folder, filled, an_item, clock):
    """Return the complaint about a library that is destroyed, of which there are two backups."""
    for hours, headline in ((1, "Flood"), (0, "Fire")):
        filled(an_item(headline=headline))
        moment = clock() - timedelta(hours=hours)
        with Library.open(folder, clock=lambda moment=moment: moment) as library:
            keep_backup(library, own_place(library), occasion=Occasion.AUTOMATIC)
    (folder / DATABASE_NAME).write_bytes(b"destroyed")
    with pytest.raises(DamagedLibraryError) as caught:
        Library.open(folder, clock=clock)
    return caught.value


@pytest.fixture
def press(qtbot):
    """Return a function that presses a button of the dialog once it is there."""
    said = []

    def soon(name):
        def look():
            for dialog in QApplication.topLevelWidgets():
                if isinstance(dialog, RescueDialog) and dialog.isVisible():
                    said.append(dialog.words.text())
                    dialog.findChild(QPushButton, name).click()
                    return
            QTimer.singleShot(20, look)

        QTimer.singleShot(20, look)
        return said

    return soon


def offered(folder, error, clock):
    places = places_of(folder, folder.parent / "window.ini")
    return rescue(app.application(), folder, error, places=places, clock=clock)


def test_agreeing_brings_the_library_back(destroyed, folder, press, clock):
    said = press("rescueAgree")
    assert offered(folder, destroyed, clock)
    assert "The newest whole backup was made at 14:02 (2 items" in said[0]
    with Library.open(folder, clock=clock) as library:
        assert len(library.items.page(ItemQuery())) == 2


def test_leaving_changes_nothing(destroyed, folder, press, clock):
    press("rescueQuit")
    assert not offered(folder, destroyed, clock)
    assert (folder / DATABASE_NAME).read_bytes() == b"destroyed"


def test_a_damaged_backup_is_passed_over(destroyed, folder, press, clock):
    newest = max((folder / BACKUPS_NAME).glob("*.zip"))
    data = bytearray(newest.read_bytes())
    data[200] ^= 1
    newest.write_bytes(data)
    said = press("rescueAgree")
    assert offered(folder, destroyed, clock)
    assert "1 item" in said[0]


def test_without_any_backup_nothing_is_offered(destroyed, folder, clock):
    for file in (folder / BACKUPS_NAME).glob("*.zip"):
        file.unlink()
    assert not offered(folder, destroyed, clock)


def test_a_library_whose_own_backups_are_gone_comes_back_from_the_second_place(
    folder, filled, an_item, press, clock
):
    usb = folder.parent / "usb"
    usb.mkdir()
    memory = WindowMemory(folder.parent / "window.ini", folder)
    memory.keep_text(SECOND, str(usb))
    memory.write()
    filled(an_item(headline="Flood"))
    with Library.open(folder, clock=clock) as library:
        keep_backup(library, place_in(usb, folder), occasion=Occasion.AUTOMATIC)
    (folder / DATABASE_NAME).write_bytes(b"destroyed")
    said = press("rescueAgree")
    assert offered(folder, DamagedLibraryError(), clock)
    assert str(usb) in said[0]
    with Library.open(folder, clock=clock) as library:
        assert [one.headline for one in library.items.page(ItemQuery())] == ["Flood"]
