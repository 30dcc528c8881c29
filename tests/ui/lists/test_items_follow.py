"""Items follow when an entry of a list is renamed or merged, and go back with one undo."""

import pytest

from editor_app.model.item import Contact, Project
from editor_app.model.lists import Donor, Label, ListKind
from editor_app.store.library import Library
from editor_app.ui.lists.uses_dialog import UsesDialog
from editor_app.ui.lists.window import ListsWindow
from editor_app.ui.lists.words import KINDS


@pytest.fixture
def ids(folder, an_item, now):
    """Fill the library with two items that carry two donors and two tags; return their ids."""
    with Library.open(folder, clock=lambda: now) as library:
        library.lists.add(ListKind.DONOR, Donor(name="Fund"))
        library.lists.add(ListKind.DONOR, Donor(name="Old Fund"))
        library.lists.add_names(ListKind.TAG, ["eu", "europe"])
        items = (
            an_item(headline="One", projects=(Project(title="Ways", donor="Old Fund"),)),
            an_item(
                headline="Two",
                tags=("eu", "Europe"),
                projects=(Project(title="Paths", donor="FUND"),),
                contacts=(Contact(name="Ana"),),
            ),
        )
        return [library.items.save(item, over=0).id for item in items]


@pytest.fixture
def lists(qtbot, ids, window):
    """Return the window of lists on that library."""
    window.actions_.lists.trigger()
    made = window.findChild(ListsWindow)
    qtbot.waitUntil(made.isVisible)
    return made


@pytest.fixture
def reopened(folder, now, window):
    """Return a way to close the window and open its library."""

    def reopen():
        window.close()
        return Library.open(folder, clock=lambda: now)

    return reopen


def go_to(lists, kind):
    lists.kinds.setCurrentRow(list(KINDS).index(kind))


def choose(lists, *names):
    view, table = lists.entries.view, lists.entries.table
    shown = [table.index(row, 0).data() for row in range(table.rowCount())]
    view.setCurrentIndex(table.index(shown.index(names[0]), 0))
    for name in names[1:]:
        flag = view.selectionModel().SelectionFlag
        index = table.index(shown.index(name), 0)
        view.selectionModel().select(index, flag.Select | flag.Rows)


def rename(qtbot, lists, words):
    line = lists.form.parts["name"].line
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, words)
    lists.save.click()


def told(lists, words):
    return lambda: words in lists.notices.words.text()


def undo(lists):
    lists.notices.findChild(object, "choice-0").click()


def test_items_follow_a_renamed_donor_and_come_back(qtbot, ids, lists, reopened):
    go_to(lists, ListKind.DONOR)
    choose(lists, "Old Fund")
    rename(qtbot, lists, "New Fund")
    qtbot.waitUntil(told(lists, "in 1 item."), timeout=20_000)
    qtbot.waitUntil(lambda: lists.used.text() == "Used in 1 item")
    undo(lists)
    qtbot.waitUntil(told(lists, "Undone in 1 item."), timeout=20_000)
    assert lists.entries.table.index(1, 0).data() == "Old Fund"
    lists.close()
    with reopened() as library:
        item = library.items.get(ids[0])
        assert item.projects[0].donor == "Old Fund"
        assert item.version == 3


def test_undo_in_the_window_of_items_brings_the_entry_back_too(qtbot, ids, lists, window, reopened):
    go_to(lists, ListKind.DONOR)
    choose(lists, "Old Fund")
    rename(qtbot, lists, "New Fund")
    qtbot.waitUntil(told(lists, "in 1 item."), timeout=20_000)
    lists.close()
    window.actions_.bulk.undo.trigger()
    qtbot.waitUntil(lambda: "1 item" in window.notices.words.text())
    with reopened() as library:
        assert library.lists.everything().find(ListKind.DONOR, "Old Fund").name == "Old Fund"
        assert library.items.get(ids[0]).projects[0].donor == "Old Fund"


def test_two_entries_become_one_in_list_and_items(qtbot, ids, lists, reopened):
    go_to(lists, ListKind.TAG)
    choose(lists, "eu", "europe")
    assert lists.entries.merge.isEnabled()
    lists.entries.merge.click()
    menu = lists.entries.findChild(object, "mergeMenu")
    next(action for action in menu.actions() if action.text() == "europe").trigger()
    menu.close()
    qtbot.waitUntil(told(lists, "merged into “europe” in 1 item."), timeout=20_000)
    lists.close()
    with reopened() as library:
        assert library.items.get(ids[1]).tags == ("europe",)
        assert [entry.name for entry in library.lists.all(ListKind.TAG)] == ["europe"]
        assert library.lists.everything().find(ListKind.TAG, "EU").record == Label(name="europe")


def test_the_open_item_shows_the_new_name_and_keeps_what_was_typed(qtbot, ids, lists, window):
    header = window.panes.editor.header
    newest = window.panes.items.model.summary(0).id
    window.panes.items.item_chosen.emit(newest)
    go_to(lists, ListKind.DONOR)
    qtbot.keyClicks(header.headline, " now")
    choose(lists, "Fund")
    rename(qtbot, lists, "Big Fund")
    qtbot.waitUntil(told(lists, "in 1 item."), timeout=20_000)
    donor = window.panes.details.findChild(object, "projectsField").cards[0].lines["donor"]
    assert donor.text() == ("Big Fund" if newest == ids[1] else "Old Fund")
    assert "now" in header.headline.toPlainText()


def test_the_items_that_use_an_entry_are_listed_and_opened(qtbot, ids, lists, window):
    go_to(lists, ListKind.DONOR)
    choose(lists, "Fund")
    qtbot.waitUntil(lists.used.isEnabled)
    lists.used.click()
    qtbot.waitUntil(lambda: lists.findChild(UsesDialog) is not None)
    dialog = lists.findChild(UsesDialog)
    assert "“Fund” is used in 1 item." in dialog.list.accessibleName()
    assert dialog.list.item(0).text().startswith("Two")
    dialog.list.itemActivated.emit(dialog.list.item(0))
    headline = window.panes.editor.header.headline
    qtbot.waitUntil(lambda: headline.toPlainText() == "Two")
    dialog.close()


def test_what_is_used_cannot_be_deleted(qtbot, ids, lists):
    go_to(lists, ListKind.DONOR)
    choose(lists, "Fund")
    qtbot.waitUntil(lists.used.isEnabled)
    assert not lists.entries.delete.isEnabled()
