"""A donor is written once, picked while typing, printed, renamed, undone, merged, and stays."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from editor_app.model.lists import ListKind
from editor_app.ui.details.pane import Group
from editor_app.ui.lists.window import ListsWindow


@pytest.fixture
def lists(qtbot):
    """Return a way to open the window of lists on one of them, by the keyboard."""

    def open_on(desk, kind):
        desk.control(Qt.Key.Key_F2)
        window = desk.window.findChild(ListsWindow)
        qtbot.waitUntil(window.isVisible)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        window.kinds.setFocus()
        while window.kind is not kind:
            desk.press(Qt.Key.Key_Down)
        return window

    return open_on


def write(desk, line, words):
    desk.go_to(line)
    line.selectAll()
    desk.type(words)


def add_donor(desk, window, name, statements):
    window.entries.add.click()
    write(desk, window.form.parts["name"].line, name)
    part = window.form.parts["statements"]
    for tag, words in statements.items():
        part.add.click()
        menu = part.findChild(QMenu, "languageMenu")
        next(one for one in menu.actions() if one.data() == tag).trigger()
        menu.close()
        desk.go_to(part.rows[-1].area)
        desk.type(words)
    window.save.click()


def choose(window, *names):
    view, table = window.entries.view, window.entries.table
    shown = [table.index(row, 0).data() for row in range(table.rowCount())]
    view.setCurrentIndex(table.index(shown.index(names[0]), 0))
    flag = view.selectionModel().SelectionFlag
    for name in names[1:]:
        index = table.index(shown.index(name), 0)
        view.selectionModel().select(index, flag.Select | flag.Rows)


def donor_line(desk):
    return desk.window.panes.details.findChild(object, "projectsField").cards[-1].lines["donor"]


def pick_donor(qtbot, desk, typed):
    """Begin to type a donor in a new project of the item, and take what is offered."""
    details = desk.window.panes.details
    desk.window.tabs.setCurrentWidget(details)
    groups = {group.head.text(): group for group in details.findChildren(Group)}
    groups["Projects and donors"].fold(is_open=True)
    field = details.findChild(object, "projectsField")
    field.add.click()
    line = field.cards[-1].lines["donor"]
    desk.go_to(line)
    desk.type(typed)
    popup = line.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    return field.cards[-1]


def merge_into(window, kept, *others):
    choose(window, kept, *others)
    window.entries.merge.click()
    menu = window.entries.findChild(QMenu, "mergeMenu")
    next(one for one in menu.actions() if one.text() == kept).trigger()
    menu.close()


def told(window, words):
    return lambda: words in window.notices.words.text()


def test_a_donor_from_its_list_to_the_page_and_back(qtbot, tmp_path, sit_down, lists):
    desk = sit_down(tmp_path / "library")
    window = lists(desk, ListKind.DONOR)
    words = {"en-GB": "Paid by the River Fund.", "fr": "Paye par le Fonds."}
    add_donor(desk, window, "River Fund", words)
    add_donor(desk, window, "Lake Fund", {})
    window.close()
    desk.come_back()

    card = pick_donor(qtbot, desk, "riv")
    qtbot.waitUntil(lambda: card.lines["statement"].text() == "Paid by the River Fund.")
    desk.window.tabs.setCurrentWidget(desk.window.panes.preview)
    qtbot.waitUntil(lambda: "Paid by the River Fund." in desk.page())

    window = lists(desk, ListKind.DONOR)
    choose(window, "River Fund")
    write(desk, window.form.parts["name"].line, "Stream Fund")
    window.save.click()
    qtbot.waitUntil(told(window, "in 1 item."))
    qtbot.waitUntil(lambda: donor_line(desk).text() == "Stream Fund")
    qtbot.waitUntil(lambda: "Funded by Stream Fund" in desk.page())
    window.notices.findChild(object, "choice-0").click()
    qtbot.waitUntil(told(window, "Undone in 1 item."))
    qtbot.waitUntil(lambda: donor_line(desk).text() == "River Fund")

    merge_into(window, "Lake Fund", "River Fund")
    qtbot.waitUntil(told(window, "merged into “Lake Fund” in 1 item."))
    window.close()
    desk.come_back()
    desk.close()

    again = sit_down(tmp_path / "library")
    assert donor_line(again).text() == "Lake Fund"
    qtbot.waitUntil(lambda: "Funded by Lake Fund" in again.page())
    assert "Paid by the River Fund." in again.page()
