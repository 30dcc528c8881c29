"""A house is set by keys, goes into a file, and another library makes the same pages with it."""

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit

from editor_app import clock
from editor_app.editing.house_changes import HousePage
from editor_app.intake.sample import first_item
from editor_app.store.library import Library
from editor_app.ui.house.window import HouseWindow


@pytest.fixture
def house_of(qtbot):
    """Return a way to open the window of the house style by the keyboard."""

    def open_on(desk):
        desk.control(Qt.Key.Key_Y, shift=True)
        house = desk.window.findChild(HouseWindow)
        qtbot.waitUntil(house.isVisible)
        house.activateWindow()
        qtbot.waitUntil(house.isActiveWindow)
        return house

    return open_on


def go_down_to(desk, house, page):
    desk.go_to(house.pages)
    desk.press(Qt.Key.Key_Home)
    while house.page is not page:
        desk.press(Qt.Key.Key_Down)
    return house.form(page)


def add_word(qtbot, desk, form):
    form.add.click()
    editor = form.view.findChildren(QLineEdit)[-1]
    qtbot.keyClicks(editor, "cheap")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(form.records()) == 1)


def give_file(house, button, name, file):
    button.click()
    dialog = house.findChild(QFileDialog, name)
    dialog.fileSelected.emit(str(file))
    dialog.close()


def page_of(desk):
    return desk.window.panes.preview._page.html


def set_a_house(qtbot, desk, house):
    """Type a name, a colour that cannot be read and one that can, and a word."""
    form = go_down_to(desk, house, HousePage.ORGANISATION)
    desk.go_to(form.parts["organisation"].line)
    desk.type("River Council")
    look = go_down_to(desk, house, HousePage.LOOK)
    accent = look.colours["light", "accent"]
    desk.go_to(accent.line)
    desk.type("#ffee00")
    assert "readers need 4.5:1" in accent.problem.text()
    accent.line.selectAll()
    desk.type("#aa0000")
    qtbot.waitUntil(lambda: "--accent: #aa0000" in page_of(desk))
    add_word(qtbot, desk, go_down_to(desk, house, HousePage.TERMS))


@pytest.fixture
def twins(tmp_path):
    """Return the folders of two libraries with the same item."""
    first, second = tmp_path / "first", tmp_path / "second"
    with Library.open(first, clock=clock.now) as library:
        first_item(library, clock.now)
    shutil.copytree(first, second)
    return first, second


def test_a_house_goes_from_one_library_to_another(qtbot, tmp_path, sit_down, house_of, twins):
    first, second = twins
    desk = sit_down(first)
    house = house_of(desk)
    set_a_house(qtbot, desk, house)
    file = tmp_path / "house.zip"
    give_file(house, house.write_out, "exportHouse", file)
    qtbot.waitUntil(file.exists)
    house.close()
    desk.come_back()
    qtbot.waitUntil(lambda: "River Council" in desk.page())
    page = page_of(desk)
    desk.close()

    other = sit_down(second)
    assert page_of(other) != page
    house = house_of(other)
    give_file(house, house.bring_in, "importHouse", file)
    qtbot.waitUntil(lambda: house.findChild(object, "reportChoice") is not None)
    house.findChild(object, "reportChoice").click()
    qtbot.waitUntil(lambda: page_of(other) == page)
    house.close()
    other.come_back()
    other.close()

    again = sit_down(second)
    assert page_of(again) == page
    (term,) = go_down_to(again, house_of(again), HousePage.TERMS).records()
    assert term.forms == ("cheap",)
