"""The History tab: what an item said, what is different, and the way back."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPushButton

from editor_app.model.item import LeadFigure
from editor_app.model.status import Status
from editor_app.store.exports import ExportRecord
from editor_app.store.library import Library
from editor_app.ui.history.at_work import HistoryAtWork
from editor_app.ui.history.comparison_view import ComparisonView
from editor_app.ui.history.model import VersionRole
from editor_app.ui.history.version_list import VersionList

OLD = "The first ferry left the quay.\n\nNobody was on board.\n"
NEW = "The second ferry left the old quay.\n\nNobody was on board.\n"


@pytest.fixture
def with_versions(folder, now, an_item):
    """Return a function that saves versions of an item, an hour apart, the last one now."""

    def fill(*changes, first=None):
        moments = [now - timedelta(hours=number) for number in range(len(changes) + 1)]
        with Library.open(folder, clock=lambda: moments[-1]) as library:
            item = library.items.save(first or an_item(headline="Flood", body=OLD), over=0)
            for change in changes:
                moments.pop()
                item = library.items.save(replace(item, **change), over=item.version)
        return item

    return fill


@pytest.fixture
def look_at(open_window, qtbot):
    """Return a function that opens the window with its History tab in front."""

    def build():
        window = open_window()
        with qtbot.waitExposed(window):
            window.show()
        window.actions_.history.trigger()
        return window

    return build


def rows(window):
    found = window.findChild(VersionList)
    model = found.versions
    return [model.index(row).data(VersionRole.ROW) for row in range(model.rowCount())]


def name_field(window):
    return window.findChild(QLineEdit, "versionName")


def view(window):
    return window.findChild(ComparisonView)


def wait_for_rows(qtbot, window, number):
    qtbot.waitUntil(lambda: len(rows(window)) == number)


def read(qtbot, window, words):
    qtbot.waitUntil(lambda: words in view(window).toPlainText())
    return view(window).toPlainText()


def choose(qtbot, window, version):
    window.findChild(VersionList).choose(version)


def test_the_tab_reads_nothing_until_it_is_shown(window):
    assert window.tabs.tabText(3) == "History"
    assert window.panes.history.objectName() == "historyPane"
    assert window.findChildren(HistoryAtWork) == []


def test_the_versions_stand_there_with_what_changed_in_each(qtbot, with_versions, look_at):
    with_versions({"body": NEW}, {"headline": "Floods"})
    window = look_at()
    wait_for_rows(qtbot, window, 3)
    qtbot.waitUntil(lambda: all(row.what for row in rows(window)))
    assert [row.what for row in rows(window)] == [
        "Headline",
        "Body +2 \N{MINUS SIGN}1 words",
        "First version",
    ]
    assert [row.is_present for row in rows(window)] == [True, False, False]
    assert rows(window)[0].heading == "Today"


def test_of_many_versions_only_those_in_sight_are_read_and_the_others_as_one_gets_there(
    qtbot, with_versions, look_at
):
    with_versions(*({"headline": str(number)} for number in range(60)))
    window = look_at()
    wait_for_rows(qtbot, window, 61)
    qtbot.waitUntil(lambda: rows(window)[0].what == "Headline")
    assert rows(window)[50].what == ""
    choose(qtbot, window, 5)
    qtbot.waitUntil(lambda: rows(window)[56].what == "Headline")
    assert rows(window)[30].what == ""


def test_a_version_that_went_out_is_marked(qtbot, with_versions, look_at, folder, now):
    item = with_versions({"body": NEW})
    record = ExportRecord(
        item_id=item.id,
        version=1,
        kind="page",
        folder="out",
        path="index.html",
        sha256="",
        exported_at=now,
    )
    with Library.open(folder, clock=lambda: now) as library:
        library.exports.record([record])
    window = look_at()
    wait_for_rows(qtbot, window, 2)
    assert [row.revision.is_exported for row in rows(window)] == [False, True]
    model = window.findChild(VersionList).versions
    spoken = model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "exported" in spoken


def test_versions_of_other_days_stand_under_the_day(qtbot, folder, now, an_item, look_at):
    with Library.open(folder, clock=lambda: now - timedelta(days=40)) as library:
        item = library.items.save(an_item(headline="a"), over=0)
    with Library.open(folder, clock=lambda: now - timedelta(days=1)) as library:
        library.items.save(replace(item, headline="b"), over=1)
    window = look_at()
    wait_for_rows(qtbot, window, 2)
    assert [row.heading for row in rows(window)] == ["Yesterday", "21 January"]


def test_a_version_is_compared_with_the_present_words_or_with_the_one_before(
    qtbot, with_versions, look_at
):
    with_versions({"body": NEW}, {"headline": "Floods"})
    window = look_at()
    wait_for_rows(qtbot, window, 3)
    read(qtbot, window, "These are the present words.")
    choose(qtbot, window, 1)
    words = read(qtbot, window, "Fields")
    assert "Headline: FloodFloods" in words
    assert "The firstsecond ferry left the old quay." in words
    choose(qtbot, window, 2)
    button = window.findChild(object, "compareWithBefore")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Fields" not in view(window).toPlainText())
    read(qtbot, window, "Text: 2 words added, 1 removed")
    choose(qtbot, window, 1)
    read(qtbot, window, "There is no version before this one.")


def test_what_is_different_is_told_to_those_who_do_not_see_it(qtbot, with_versions, look_at):
    with_versions({"body": NEW})
    window = look_at()
    wait_for_rows(qtbot, window, 2)
    choose(qtbot, window, 1)
    read(qtbot, window, "Text:")
    title, _, differences = view(window).accessibleDescription().partition(". ")
    assert title.startswith("From ")
    assert title.endswith(" to now")
    assert differences == "Paragraph: removed “first”, added “second”, added “old”."


def test_a_version_is_restored_and_undone_with_fields_and_text(qtbot, with_versions, look_at):
    with_versions({"body": NEW, "headline": "Floods", "lead_figure": LeadFigure(caption="A quay")})
    window = look_at()
    wait_for_rows(qtbot, window, 2)
    choose(qtbot, window, 1)
    QTest.mouseClick(window.findChild(QPushButton, "restoreVersion"), Qt.MouseButton.LeftButton)
    body, headline = window.panes.editor.body, window.panes.editor.header.headline
    assert body.toPlainText().startswith("The first ferry")
    assert headline.toPlainText() == "Flood"
    assert "are back." in window.notices.words.text()
    QTest.mouseClick(window.findChild(QPushButton, "choice-0"), Qt.MouseButton.LeftButton)
    assert body.toPlainText().startswith("The second ferry")
    assert headline.toPlainText() == "Floods"


def test_undo_is_offered_no_more_beside_words_that_are_written_since(qtbot, with_versions, look_at):
    with_versions({"body": NEW})
    window = look_at()
    wait_for_rows(qtbot, window, 2)
    choose(qtbot, window, 1)
    QTest.mouseClick(window.findChild(QPushButton, "restoreVersion"), Qt.MouseButton.LeftButton)
    assert window.notices.isVisible()
    qtbot.keyClicks(window.panes.editor.body, "More. ")
    assert not window.notices.isVisible()


def test_a_version_that_is_damaged_is_said_to_be_and_the_others_can_be_read(
    qtbot, with_versions, look_at, folder
):
    with_versions({"body": NEW}, {"headline": "Floods"})
    with closing(sqlite3.connect(folder / "library.db")) as database, database:
        database.execute("DROP TRIGGER revisions_stay")
        database.execute("UPDATE revisions SET sha256 = ? WHERE version = 2", ("0" * 64,))
    window = look_at()
    wait_for_rows(qtbot, window, 3)
    choose(qtbot, window, 2)
    read(qtbot, window, "damaged")
    choose(qtbot, window, 1)
    read(qtbot, window, "Headline: FloodFloods")


def test_undo_and_redo_in_the_text_take_the_fields_along(qtbot, with_versions, look_at):
    with_versions({"body": NEW, "headline": "Floods"})
    window = look_at()
    wait_for_rows(qtbot, window, 2)
    choose(qtbot, window, 1)
    QTest.mouseClick(window.findChild(QPushButton, "restoreVersion"), Qt.MouseButton.LeftButton)
    body, headline = window.panes.editor.body, window.panes.editor.header.headline
    body.setFocus()
    QTest.keyClick(body, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert body.toPlainText().startswith("The second ferry")
    assert headline.toPlainText() == "Floods"
    QTest.keyClick(body, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert body.toPlainText().startswith("The first ferry")
    assert headline.toPlainText() == "Flood"


def test_status_and_caret_stay_when_a_version_is_restored(qtbot, with_versions, look_at):
    with_versions({"body": NEW}, {"status": Status.IN_REVIEW})
    window = look_at()
    wait_for_rows(qtbot, window, 3)
    body = window.panes.editor.body
    body.set_caret(50)
    after_the_caret = body.toPlainText()[50:]
    choose(qtbot, window, 1)
    QTest.mouseClick(window.findChild(QPushButton, "restoreVersion"), Qt.MouseButton.LeftButton)
    window.actions_.save.trigger()
    wait_for_rows(qtbot, window, 4)
    assert window.actions_.statuses[Status.IN_REVIEW].isChecked()
    assert body.toPlainText()[body.caret() :] == after_the_caret


def test_a_caret_at_the_start_stays_there_and_the_list_names_what_is_back(
    qtbot, with_versions, look_at
):
    with_versions({"body": NEW, "headline": "Floods"})
    window = look_at()
    wait_for_rows(qtbot, window, 2)
    window.panes.editor.body.set_caret(0)
    choose(qtbot, window, 1)
    QTest.mouseClick(window.findChild(QPushButton, "restoreVersion"), Qt.MouseButton.LeftButton)
    assert window.panes.editor.body.caret() == 0
    assert window.panes.items.model.summary(0).headline == "Flood"


def test_the_newest_version_cannot_be_restored(qtbot, with_versions, look_at):
    with_versions({"body": NEW})
    window = look_at()
    wait_for_rows(qtbot, window, 2)
    read(qtbot, window, "present")
    assert not window.findChild(QPushButton, "restoreVersion").isEnabled()


def test_a_version_is_named_from_the_menu_after_its_words_are_saved(
    qtbot, with_versions, open_window, folder, now
):
    item = with_versions()
    window = open_window()
    with qtbot.waitExposed(window):
        window.show()
    qtbot.keyClicks(window.panes.editor.header.headline, "More ")
    window.actions_.name_version.trigger()
    found = window.findChild(VersionList)
    qtbot.waitUntil(lambda: found.is_naming)
    qtbot.keyClicks(name_field(window), "Before clearance")
    QTest.keyClick(name_field(window), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: rows(window)[0].revision.name == "Before clearance")
    window.close()
    with Library.open(folder, clock=lambda: now) as library:
        newest, _ = library.history.versions(item.id)
        assert newest.name == "Before clearance"
        assert library.history.get(item.id, newest.version).headline == "More Flood"


def test_the_keyboard_chooses_compares_and_names(qtbot, with_versions, look_at):
    with_versions({"body": NEW})
    window = look_at()
    wait_for_rows(qtbot, window, 2)
    found = window.findChild(VersionList)
    found.setFocus()
    QTest.keyClick(found, Qt.Key.Key_Down)
    assert found.chosen == 1
    QTest.keyClick(found, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is view(window)
    found.setFocus()
    QTest.keyClick(found, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert found.is_naming
    QTest.keyClick(name_field(window), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not found.is_naming)
    assert rows(window)[1].revision.name == ""


def test_the_tab_key_goes_from_the_versions_by_the_buttons_to_what_is_different(
    qtbot, with_versions, look_at
):
    with_versions({"body": NEW})
    window = look_at()
    wait_for_rows(qtbot, window, 2)
    choose(qtbot, window, 1)
    read(qtbot, window, "Text:")
    window.findChild(VersionList).setFocus()
    names = []
    for _ in range(4):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        names.append(QApplication.focusWidget().objectName())
    assert names == ["compareWithNow", "restoreVersion", "versionMore", "comparison"]


def test_what_is_found_out_of_a_version_leaves_the_name_that_is_being_typed(
    qtbot, with_versions, look_at
):
    with_versions({"body": NEW})
    window = look_at()
    wait_for_rows(qtbot, window, 2)
    qtbot.waitUntil(lambda: all(row.what for row in rows(window)))
    found = window.findChild(VersionList)
    newest, oldest = (row.revision for row in rows(window))
    found.begin_naming(newest.version)
    qtbot.keyClicks(name_field(window), "Sent")
    found.versions.show_what(oldest.sha256, newest.sha256, "Body +1 word")
    assert name_field(window).text() == "Sent"


def test_a_version_is_opened_as_a_new_item(qtbot, with_versions, look_at):
    with_versions({"body": NEW, "headline": "Floods"})
    window = look_at()
    wait_for_rows(qtbot, window, 2)
    choose(qtbot, window, 1)
    window.findChild(object, "versionMore").click()
    menu = window.findChild(QMenu, "versionMenu")
    (act,) = (each for each in menu.actions() if each.text() == "Open as a new item")
    act.trigger()
    menu.close()
    assert window.panes.editor.header.headline.toPlainText() == "Flood (copy)"
    assert window.panes.editor.body.toPlainText().startswith("The first ferry")
    wait_for_rows(qtbot, window, 1)


def test_an_item_in_the_trash_is_looked_at_and_restored(qtbot, with_versions, look_at, folder, now):
    item = with_versions({"body": NEW})
    window = look_at()
    wait_for_rows(qtbot, window, 2)
    window.actions_.trash.trigger()
    with_trashed = window.panes.items
    with_trashed.show_query(replace(with_trashed.query, is_trashed=True))
    with_trashed.item_chosen.emit(item.id)
    wait_for_rows(qtbot, window, 3)
    qtbot.waitUntil(lambda: rows(window)[0].what == "Moved to the trash")
    choose(qtbot, window, 1)
    read(qtbot, window, "ferry")
    QTest.mouseClick(window.findChild(QPushButton, "restoreVersion"), Qt.MouseButton.LeftButton)
    assert window.panes.editor.body.toPlainText().startswith("The first ferry")
    assert not window.panes.editor.body.isReadOnly()
