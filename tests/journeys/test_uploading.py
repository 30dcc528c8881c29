"""From an export to the web: what to upload is listed to the file, handed over, and noted."""

import zipfile

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit

from editor_app import clock
from editor_app.model.house import House
from editor_app.model.status import Status
from editor_app.store.library import Library
from tests.builders import an_item


@pytest.fixture
def folder(tmp_path):
    with Library.open(tmp_path / "library", clock=clock.now) as library:
        library.house.save(House(organisation="River Council", address="https://news.example.org/"))
        library.items.add_many(
            an_item(
                headline=f"Ferry number {number}",
                slug=f"ferry-{number}",
                body="Words.\n",
                status=Status.PUBLISHED,
            )
            for number in range(3)
        )
    return tmp_path / "library"


def export(desk, site):
    desk.control(Qt.Key.Key_E)
    dialog = desk.dialog("exportDialog")
    desk.go_to(dialog.folder)
    dialog.folder.selectAll()
    desk.type(str(site))
    desk.qtbot.waitUntil(dialog.export.isEnabled, timeout=20000)
    with desk.qtbot.waitSignal(dialog.exported, timeout=30000):
        desk.press(Qt.Key.Key_Return)
    desk.press(Qt.Key.Key_Escape)
    desk.come_back()


def look(desk):
    """Open the list of files to upload and wait until it is there."""
    desk.control(Qt.Key.Key_U, shift=True)
    dialog = desk.dialog("uploadsDialog")
    desk.qtbot.waitUntil(lambda: "Looking" not in dialog.words.text(), timeout=20000)
    return dialog


def listed(dialog):
    rows = dialog.rows
    return [
        (rows.index(row, 0).data(), rows.index(row, 1).data()) for row in range(rows.rowCount())
    ]


def mark(desk, dialog, place):
    desk.go_to(dialog.place)
    dialog.place.selectAll()
    desk.type(place)
    desk.go_to(dialog.mark)
    desk.press(Qt.Key.Key_Space)
    desk.qtbot.waitUntil(lambda: place in dialog.words.text(), timeout=20000)


def leave(desk):
    desk.press(Qt.Key.Key_Escape)
    desk.come_back()


def save_as_zip(desk, dialog, file):
    desk.go_to(dialog.pack)
    desk.press(Qt.Key.Key_Space)
    desk.qtbot.waitUntil(lambda: dialog.findChild(QFileDialog) is not None, timeout=20000)
    chooser = dialog.findChild(QFileDialog, "uploadsZipDialog")
    chooser.findChild(QLineEdit).setText(str(file))
    chooser.accept()
    desk.qtbot.waitUntil(lambda: str(file) in dialog.words.text(), timeout=20000)
    dialog.activateWindow()
    desk.qtbot.waitUntil(dialog.isActiveWindow)


def test_only_the_files_of_a_changed_item_are_handed_over_and_marked(sit_down, folder, tmp_path):
    site = tmp_path / "site"
    desk = sit_down(folder)
    export(desk, site)
    dialog = look(desk)
    assert ("Upload (new)", "en-GB/ferry-1/index.html") in listed(dialog)
    mark(desk, dialog, "www.example.org")
    assert listed(dialog) == []
    leave(desk)

    desk.go_to("standfirstField")
    desk.control(Qt.Key.Key_A)
    desk.type("A new standfirst.")
    export(desk, site)
    dialog = look(desk)
    changed = [path for what, path in listed(dialog) if what == "Upload (changed)"]
    assert len([path for path in changed if path.count("/") == 2]) == 1  # the one page
    assert {"index.html", "en-GB/index.html", "atom.xml"} <= set(changed)
    assert len(changed) == len(listed(dialog))
    save_as_zip(desk, dialog, tmp_path / "upload.zip")
    with zipfile.ZipFile(tmp_path / "upload.zip") as packed:
        assert packed.namelist() == changed
        assert all(packed.read(path) == (site / path).read_bytes() for path in changed)
    mark(desk, dialog, "news.example.org")
    leave(desk)
    desk.close()

    again = sit_down(folder)
    dialog = look(again)
    assert listed(dialog) == []
    assert "news.example.org" in dialog.words.text()
    leave(again)
    again.close()
