"""Many items at once: chosen with the keyboard, changed, found so tomorrow, and taken back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QTableWidget

from editor_app import clock
from editor_app.model.status import Status
from editor_app.store.library import Library
from editor_app.store.query import ItemQuery
from editor_app.ui.bulk.actions import BulkKind
from tests.builders import an_item

SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
MANY = 230  # more than one page of the list


def fill(folder, number=5, **fields):
    with Library.open(folder, clock=clock.now) as library:
        made = [
            an_item(headline=f"Ferry number {n}", slug=f"ferry-number-{n}", **fields)
            for n in range(number)
        ]
        library.items.add_many(made)
        return [item.id for item in made]


def kept(folder, **asked):
    with Library.open(folder, clock=clock.now) as library:
        ids = library.items.ids(ItemQuery(**asked))
        return [library.items.get(each) for each in ids]


def choose_three(desk):
    desk.go_to("itemList")
    desk.press(Qt.Key.Key_Home)
    for _ in range(2):
        desk.press(Qt.Key.Key_Down, SHIFT)
    assert desk.find("chosenCount").text() == "3 selected"


def begin(desk, kind):
    desk.window.actions_.bulk.kinds[kind].trigger()
    return desk.dialog("bulkDialog")


def go_on(desk, dialog):
    """Wait for the preview, agree with Return, and come back to the window."""
    button = dialog.findChild(QPushButton, "bulkAccept")
    desk.qtbot.waitUntil(button.isEnabled, timeout=20000)
    with desk.qtbot.waitSignal(dialog.accepted, timeout=30000):
        desk.press(Qt.Key.Key_Return)
    desk.come_back()


def notice(desk):
    return desk.window.notices.words.text()


def undo_from_the_menu(desk):
    desk.window.actions_.bulk.undo.trigger()
    desk.qtbot.waitUntil(lambda: "as before" in notice(desk), timeout=20000)


def test_the_status_of_three_is_changed_and_undone_after_opening_again(sit_down, tmp_path):
    folder = tmp_path / "library"
    fill(folder)
    desk = sit_down(folder)
    choose_three(desk)
    desk.press(Qt.Key.Key_2, ALT)  # in review
    go_on(desk, desk.dialog("bulkDialog"))
    desk.qtbot.waitUntil(lambda: notice(desk).startswith("Changed 3 items."))
    desk.close()
    assert sum(one.status is Status.IN_REVIEW for one in kept(folder)) == 3

    again = sit_down(folder)
    undo_from_the_menu(again)
    again.close()
    assert {one.status for one in kept(folder)} == {Status.DRAFT}


def test_a_tag_reaches_everything_that_the_search_lets_pass_fetched_or_not(sit_down, tmp_path):
    folder = tmp_path / "library"
    fill(folder, MANY)
    desk = sit_down(folder)
    desk.go_to("itemList")
    desk.control(Qt.Key.Key_A)
    assert desk.find("chosenCount").text() == f"{MANY} selected"
    dialog = begin(desk, BulkKind.ADD_TAGS)
    desk.go_to(dialog.findChild(QLineEdit, "bulkTags"))
    desk.type("harbour, boats")
    go_on(desk, dialog)
    desk.qtbot.waitUntil(lambda: notice(desk).startswith(f"Changed {MANY} items."))
    assert desk.find("tagsField").text().split() == ["#harbour", "#boats"]
    desk.close()
    assert {one.tags for one in kept(folder)} == {("harbour", "boats")}


def test_what_was_trashed_together_comes_back_together(sit_down, tmp_path):
    folder = tmp_path / "library"
    fill(folder)
    desk = sit_down(folder)
    choose_three(desk)
    desk.window.actions_.trash.trigger()  # the Item menu means all that is chosen
    go_on(desk, desk.dialog("bulkDialog"))
    desk.qtbot.waitUntil(lambda: desk.window.panes.items.model.rowCount() == 2)
    desk.close()
    assert len(kept(folder, is_trashed=True)) == 3

    again = sit_down(folder)
    undo_from_the_menu(again)
    assert again.window.panes.items.model.rowCount() == 5
    again.close()
    assert len(kept(folder)) == 5


def test_those_that_cannot_change_are_named_before_and_after(sit_down, tmp_path):
    folder = tmp_path / "library"
    fill(folder, 3)
    fill(folder, 1, body="")
    desk = sit_down(folder)
    desk.go_to("itemList")
    desk.control(Qt.Key.Key_A)
    desk.press(Qt.Key.Key_3, ALT)  # ready
    dialog = desk.dialog("bulkDialog")
    table = dialog.findChild(QTableWidget, "bulkPreview")
    desk.qtbot.waitUntil(lambda: table.rowCount() == 4, timeout=20000)
    assert "it has no text" in table.item(0, 1).text()
    go_on(desk, dialog)
    desk.qtbot.waitUntil(lambda: "1 could not be changed" in notice(desk))
    desk.close()
    assert sorted(one.status for one in kept(folder)) == ["draft", "ready", "ready", "ready"]


def test_only_the_chosen_items_are_exported(sit_down, tmp_path):
    folder, target = tmp_path / "library", tmp_path / "site"
    fill(folder, status=Status.READY)
    desk = sit_down(folder)
    choose_three(desk)
    desk.window.actions_.bulk.export.trigger()
    dialog = desk.dialog("exportDialog")
    dialog.folder.setText(str(target))
    desk.qtbot.waitUntil(dialog.export.isEnabled)
    with desk.qtbot.waitSignal(dialog.exported, timeout=30000):
        dialog.export.click()
    dialog.close()
    desk.come_back()
    desk.close()
    assert len(list(target.glob("*/ferry-number-*/index.html"))) == 3


def test_escape_ends_choosing_and_leaves_the_open_item(sit_down, tmp_path):
    folder = tmp_path / "library"
    fill(folder)
    desk = sit_down(folder)
    opened = desk.find("headlineField").toPlainText()
    choose_three(desk)
    assert desk.find("headlineField").toPlainText() == opened
    desk.press(Qt.Key.Key_Escape)
    assert not desk.find("chosenBar").isVisible()
    assert desk.window.panes.items.view.chosen.count == 1
    desk.close()
