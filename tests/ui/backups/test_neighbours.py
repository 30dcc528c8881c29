"""A strange database in the folder is named and compared; nothing of it is lost or overwritten."""

import shutil
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from editor_app.store.library import Library
from editor_app.store.query import ItemQuery
from editor_app.ui.backups.comparing import StrangeCopy
from editor_app.ui.wiring_upkeep import Keeper

LONG = 20_000


@pytest.fixture
def strange(folder, filled, an_item, now, tmp_path):
    """Return a copy of the library's database in which an item is newer and another one is new."""
    (item,) = filled(an_item(headline="Flood", body="It rose."))
    other = shutil.copytree(folder, tmp_path / "other")
    with Library.open(other, clock=lambda: now + timedelta(hours=1)) as library:
        changed = library.items.get(item.id)
        library.items.save(replace(changed, body="It fell."), over=changed.version)
        library.items.save(an_item(headline="Only there"), over=0)
    return shutil.copyfile(other / "library.db", folder / "library (conflict).db")


def begin(qtbot, window, words):
    """Let the window look round, and wait for what it says."""
    window.show()
    window.findChild(Keeper).begin(soon=0)
    qtbot.waitUntil(lambda: words in window.notices.words.text(), timeout=LONG)


def test_what_is_newer_there_comes_over_as_items_of_its_own(qtbot, strange, open_window, folder):
    window = open_window()
    begin(qtbot, window, "library (conflict).db")
    qtbot.waitUntil(lambda: window.notices.findChild(QPushButton).isVisible())
    button = window.notices.findChild(QPushButton)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    shown = window.findChild(StrangeCopy)
    qtbot.waitUntil(shown.take.isEnabled, timeout=LONG)
    rows = [shown.list.item(row).text() for row in range(shown.list.count())]
    assert rows == ["Flood  ·  newer there: 15:02", "Only there  ·  only there"]
    with qtbot.waitSignal(shown.taken, timeout=LONG):
        qtbot.mouseClick(shown.take, Qt.MouseButton.LeftButton)
    window.close()
    assert not strange.exists()
    assert (folder / "backups" / "strange-library (conflict).db").is_file()
    with Library.open(folder, clock=lambda: None) as library:
        headlines = sorted(row.headline for row in library.items.page(ItemQuery()))
        assert headlines == ["Flood", "Flood", "Only there"]


def test_a_network_drive_is_told_once(qtbot, open_window, monkeypatch):
    monkeypatch.setattr("editor_app.ui.backups.neighbours.is_on_network", lambda _: True)
    window = open_window()
    begin(qtbot, window, "lies on a network drive")
    window.close()
    again = open_window()
    again.show()
    again.findChild(Keeper).begin(soon=0)
    qtbot.waitUntil((again.findChild(Keeper)._desk.library.folder / "library.reserve").exists)
    assert not again.notices.isVisible()
