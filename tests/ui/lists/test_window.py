"""The window of the managed lists, in the real window, by keys and mouse."""

import pytest
from PySide6.QtWidgets import QFileDialog, QMenu

from editor_app.model.lists import ListKind, Said
from editor_app.ui.lists.window import ListsWindow
from editor_app.ui.lists.words import KINDS

TAG, DONOR = ListKind.TAG, ListKind.DONOR


@pytest.fixture
def lists(qtbot, window):
    """Return the window of lists, opened by its action."""
    window.actions_.lists.trigger()
    made = window.findChild(ListsWindow)
    qtbot.waitUntil(made.isVisible)
    return made


def go_to(lists, kind):
    lists.kinds.setCurrentRow(list(KINDS).index(kind))


def rows(lists):
    table = lists.entries.table
    return [table.index(row, 0).data() for row in range(table.rowCount())]


def write(qtbot, part, words):
    part.line.setFocus()
    part.line.selectAll()
    qtbot.keyClicks(part.line, words)


def add(qtbot, lists, name):
    lists.entries.add.click()
    write(qtbot, lists.form.parts["name"], name)
    lists.save.click()


def choose(lists, *names):
    view, shown = lists.entries.view, rows(lists)
    view.clearSelection()
    for name in names:
        index = lists.entries.table.index(shown.index(name), 0)
        flag = view.selectionModel().SelectionFlag
        view.selectionModel().select(index, flag.Select | flag.Rows)


def test_the_sections_of_the_library_are_shown_first(lists):
    assert rows(lists)[:2] == ["Project News", "Press Release"]
    assert lists.entries.up.isVisible()


def test_an_entry_is_added_found_and_renamed(qtbot, lists):
    go_to(lists, DONOR)
    assert rows(lists) == []
    add(qtbot, lists, "  The  Fund ")
    assert rows(lists) == ["The Fund"]
    assert lists.title.text() == "The Fund"
    assert not lists.save.isEnabled()
    add(qtbot, lists, "Other")
    qtbot.keyClicks(lists.entries.search, "fund")
    assert rows(lists) == ["The Fund"]
    lists.entries.search.clear()
    choose(lists, "Other")
    lists.entries.view.setCurrentIndex(lists.entries.table.index(0, 0))
    write(qtbot, lists.form.parts["name"], "Older")
    lists.save.click()
    assert rows(lists) == ["Older", "The Fund"]


@pytest.mark.parametrize(("name", "words"), [("   ", "needs a name"), ("FUND", "already")])
def test_a_name_that_cannot_be_is_refused_in_words_and_nothing_is_lost(qtbot, lists, name, words):
    go_to(lists, DONOR)
    add(qtbot, lists, "Fund")
    lists.entries.add.click()
    lists.form.parts["emblem_alt"].line.setFocus()
    qtbot.keyClicks(lists.form.parts["emblem_alt"].line, "A star")
    write(qtbot, lists.form.parts["name"], name)
    lists.save.click()
    assert words in lists.notices.words.text()
    assert lists.form.parts["emblem_alt"].line.text() == "A star"
    go_to(lists, TAG)
    assert lists.kind is DONOR, "the list is not left while words are unsaved"
    lists.undo.click()
    go_to(lists, TAG)
    assert lists.kind is TAG


def test_words_in_languages_are_added_and_kept(qtbot, lists):
    go_to(lists, DONOR)
    add(qtbot, lists, "Fund")
    part = lists.form.parts["statements"]
    part.add.click()
    menu = part.findChild(QMenu, "languageMenu")
    french = next(action for action in menu.actions() if action.data() == "fr")
    french.trigger()
    menu.close()
    qtbot.keyClicks(part.rows[0].area, "Paye.")
    lists.save.click()
    assert lists.shown.record.statements == (Said(language="fr", text="Paye."),)
    part.rows[0].remove.click()
    lists.save.click()
    assert lists.shown.record.statements == ()


def test_each_save_of_other_words_is_a_version_of_a_boilerplate(qtbot, lists):
    go_to(lists, ListKind.BOILERPLATE)
    add(qtbot, lists, "About us")
    part = lists.form.parts["texts"]
    row = part.add_language("en-GB")
    qtbot.keyClicks(row.area, "We are two.")
    lists.save.click()
    part.rows[0].area.clear()
    qtbot.keyClicks(part.rows[0].area, "We are three.")
    lists.save.click()
    assert part.rows[0].note.text() == "Version 2"
    assert [one.version for one in lists.shown.record.texts] == [1, 2]


def test_leaving_an_entry_saves_it(qtbot, lists):
    go_to(lists, ListKind.CONTACT)
    for name in ("Ana", "Ben"):
        add(qtbot, lists, name)
    write(qtbot, lists.form.parts["phone"], "123")
    lists.entries.view.setCurrentIndex(lists.entries.table.index(0, 0))
    assert lists.title.text() == "Ana"
    lists.entries.view.setCurrentIndex(lists.entries.table.index(1, 0))
    assert lists.form.parts["phone"].line.text() == "123"


def test_a_retired_entry_is_brought_back_and_an_unused_one_deleted_and_put_back(qtbot, lists):
    go_to(lists, DONOR)
    add(qtbot, lists, "Fund")
    choose(lists, "Fund")
    lists.entries.retire.click()
    assert rows(lists) == ["Fund  (retired)"]
    choose(lists, "Fund  (retired)")
    assert lists.entries.retire.accessibleName() == "Bring back"
    lists.entries.retire.click()
    choose(lists, "Fund")
    lists.entries.delete.click()
    assert rows(lists) == []
    lists.notices.findChild(object, "choice-0").click()
    assert rows(lists) == ["Fund"]


def test_sections_are_put_in_order(lists):
    choose(lists, "Press Release")
    lists.entries.up.click()
    assert rows(lists)[:2] == ["Press Release", "Project News"]
    choose(lists, "Press Release")
    assert not lists.entries.up.isEnabled()


def test_a_list_goes_to_a_file_and_comes_back(qtbot, lists, tmp_path):
    go_to(lists, DONOR)
    add(qtbot, lists, "Fund")
    file = tmp_path / "donors.csv"
    actions = {action.text(): action for action in lists.entries.more.menu().actions()}
    actions["&Export to a file…"].trigger()
    dialog = lists.findChild(QFileDialog, "exportList")
    dialog.fileSelected.emit(str(file))
    qtbot.waitUntil(file.exists)
    qtbot.waitUntil(lambda: "Wrote 1" in lists.notices.words.text())
    file.write_bytes(file.read_bytes() + b"Second,,,no,no\r\n")
    actions["&Import from a file…"].trigger()
    lists.findChild(QFileDialog, "importList").fileSelected.emit(str(file))
    qtbot.waitUntil(lambda: rows(lists) == ["Fund", "Second"])
    assert "Added 1" in lists.notices.words.text()
    for dialog in lists.findChildren(QFileDialog):
        dialog.reject()
