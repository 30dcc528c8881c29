"""Going back to what an item said: written, saved, restored, undone, named, and there tomorrow."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton

from editor_app import clock
from editor_app.store.library import Library
from editor_app.store.query import ItemQuery
from editor_app.ui.history.comparison_view import ComparisonView
from editor_app.ui.history.version_list import VersionList

FIRST = "The first ferry left the quay on Monday."
SECOND = " Nobody was on board."


def is_saved(desk):
    return desk.window.status.save_state.text().startswith("✓ Saved")


def write_in_two_goes(desk):
    desk.control(Qt.Key.Key_N)
    headline = desk.find("headlineField")
    desk.qtbot.waitUntil(lambda: desk.is_in(headline))
    desk.type("Two ferries for the delta")
    desk.go_to("bodyEditor")
    desk.type(FIRST)
    desk.control(Qt.Key.Key_S)
    desk.qtbot.waitUntil(lambda: is_saved(desk))
    desk.type(SECOND)
    desk.qtbot.waitUntil(lambda: not is_saved(desk))
    desk.qtbot.waitUntil(lambda: is_saved(desk), timeout=20000)  # by itself


def number_of_versions(desk):
    return desk.find("versionList", VersionList).versions.rowCount()


def go_back_and_forth(desk):
    """Restore the first version, undo that with the keyboard, and do it again."""
    desk.control(Qt.Key.Key_R, shift=True)
    versions = desk.find("versionList", VersionList)
    desk.qtbot.waitUntil(lambda: number_of_versions(desk) >= 2, timeout=20000)
    desk.qtbot.waitUntil(lambda: desk.is_in(versions))
    desk.press(Qt.Key.Key_Down)
    comparison = desk.find("comparison", ComparisonView)
    desk.qtbot.waitUntil(lambda: "Text: 4 words added, 0 removed" in comparison.toPlainText())
    QTest.mouseClick(desk.find("restoreVersion", QPushButton), Qt.MouseButton.LeftButton)
    body = desk.find("bodyEditor")
    assert body.toPlainText() == FIRST
    desk.go_to(body)
    desk.control(Qt.Key.Key_Z)
    assert body.toPlainText() == FIRST + SECOND
    desk.control(Qt.Key.Key_Y)
    assert body.toPlainText() == FIRST


def name_what_is_there(desk, name):
    desk.control(Qt.Key.Key_S, shift=True)
    versions = desk.find("versionList", VersionList)
    desk.qtbot.waitUntil(lambda: versions.is_naming, timeout=20000)
    desk.type(name)
    desk.press(Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: desk.window.findChild(QLineEdit, "versionName") is None)


def test_an_earlier_version_is_found_compared_restored_undone_and_named(sit_down, tmp_path, qtbot):
    folder = tmp_path / "library"
    desk = sit_down(folder)
    write_in_two_goes(desk)
    go_back_and_forth(desk)
    name_what_is_there(desk, "As the director wants it")
    desk.close()

    with Library.open(folder, clock=clock.now) as library:
        (summary,) = library.items.page(ItemQuery(search="delta"))
        kept = library.history.versions(summary.id)
        bodies = [library.history.get(summary.id, each.version).body for each in kept]
    assert [each.name for each in kept] == ["As the director wants it", "", ""]
    assert bodies[:2] == [f"{FIRST}\n", f"{FIRST}{SECOND}\n"]

    again = sit_down(folder)
    assert again.find("bodyEditor").toPlainText() == FIRST
    again.control(Qt.Key.Key_R, shift=True)
    qtbot.waitUntil(lambda: number_of_versions(again) == len(kept), timeout=20000)
    again.close()
