"""Language versions in the window: flagged, read side by side, taken over, opened by keys."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from editor_app.store.library import Library
from editor_app.store.query import ItemQuery
from editor_app.ui.beside.following import Following
from editor_app.ui.beside.untranslated import UntranslatedMarks

ENGLISH = (
    "The well at Oru was opened on 3 May by Salma Idris.\n\n## What it costs\n\n"
    "It costs 42,000 euros a year.\n\nThe village pays a tenth of that.\n"
)
FRENCH = (
    "Le puits d\u2019Oru a été ouvert le 3 mai par Salma Idris.\n\n## Ce qu\u2019il coûte\n\n"
    "Il coûte 42 000 euros par an.\n\nLe village en paie un dixième.\n"
)
NOW = datetime(2026, 3, 2, 15, tzinfo=UTC)
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def pair(filled, an_item):
    """Fill the library with an original and its French version."""
    (original,) = filled(
        an_item(headline="A well for Oru", body=ENGLISH, translation_group="g", slug="well")
    )
    (version,) = filled(
        an_item(
            headline="Un puits pour Oru",
            body=FRENCH,
            language="fr",
            translation_group="g",
            translated_from=original.id,
            translated_version=original.version,
        )
    )
    return original, version


@pytest.fixture
def at_version(pair, open_window, qtbot, folder):
    """Return a window with the French version open, after the original was changed or not."""

    def open_it(**changes):
        original, version = pair
        if changes:
            with Library.open(folder, clock=lambda: NOW) as library:
                library.items.save(replace(original, **changes), over=original.version)
        window = open_window()
        with qtbot.waitExposed(window):
            window.show()
        window.panes.items.item_chosen.emit(version.id)
        return window

    return open_it


def press(window, modifiers):
    QTest.keyClick(window, Qt.Key.Key_F8, modifiers)


def beside(window, qtbot):
    """Show the original beside the text by keys, and return the pane."""
    press(window, CONTROL)
    pane = window.findChild(QWidget, "besidePane")
    qtbot.waitUntil(pane.isVisible)
    return pane


def rows(folder):
    with Library.open(folder, clock=lambda: NOW) as library:
        return {one.language: one for one in library.items.page(ItemQuery())}


def test_a_version_says_in_list_and_details_that_its_original_changed(at_version):
    window = at_version(headline="Two wells for Oru")
    texts = [
        window.panes.items.model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        for row in range(2)
    ]
    assert ["original changed" in text for text in texts] == [
        text.startswith("Un puits") for text in texts
    ]
    box = window.panes.details.versions
    assert "has changed since" in box.words.text()
    assert not box.changes.isHidden()


def test_nothing_is_flagged_while_the_original_is_as_it_was(at_version, qtbot):
    window = at_version()
    assert window.panes.details.versions.changes.isHidden()
    assert not window.actions_.versions.changes.isEnabled()
    assert beside(window, qtbot).news.isHidden()


def test_the_original_stands_beside_the_text_and_cannot_be_changed(at_version, qtbot):
    window = at_version()
    pane = beside(window, qtbot)
    assert pane.header.headline.text() == "A well for Oru"
    pane.body.setFocus()
    QTest.keyClicks(pane.body, "no")
    assert pane.body.toPlainText().startswith("The well at Oru")
    press(window, CONTROL)
    assert pane.isHidden()


def test_the_preview_makes_room_and_comes_back(at_version, qtbot):
    window = at_version()
    assert window.actions_.show_side.isChecked()
    pane = beside(window, qtbot)
    assert not window.actions_.show_side.isChecked()
    qtbot.mouseClick(pane.close_button, Qt.MouseButton.LeftButton)
    assert window.actions_.show_side.isChecked()
    assert pane.isHidden()


def test_what_changed_is_shown_and_taken_over(at_version, qtbot, folder):
    window = at_version(body=ENGLISH.replace("a year", "a month"))
    press(window, CONTROL | SHIFT)
    pane = None

    def is_shown():
        nonlocal pane
        pane = window.findChild(QWidget, "besidePane")
        return pane is not None and pane.changes.isVisible() and "month" in words()

    def words():
        return pane.changes.toPlainText()

    qtbot.waitUntil(is_shown)
    assert "year" in words()
    pane.take_over.setFocus()
    QTest.keyClick(pane.take_over, Qt.Key.Key_Space)
    assert pane.news.isHidden()
    assert "This news is also written as" in window.panes.details.versions.words.text()
    window.close()
    assert not rows(folder)["fr"].is_behind_original


def test_taking_over_can_be_taken_back(at_version, qtbot, folder):
    window = at_version(headline="Two wells for Oru")
    pane = beside(window, qtbot)
    assert not pane.news.isHidden()
    qtbot.mouseClick(pane.take_over, Qt.MouseButton.LeftButton)
    assert pane.news.isHidden()
    undo = window.notices.findChild(QPushButton, "choice-0")
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert not pane.news.isHidden()
    window.close()
    assert rows(folder)["fr"].is_behind_original


def test_keys_lead_from_one_language_to_the_next(at_version, pair, folder):
    window = at_version()
    headline = window.panes.editor.header.headline
    assert headline.text() == "Un puits pour Oru"
    press(window, SHIFT)
    assert headline.text() == "A well for Oru"
    press(window, SHIFT)
    assert headline.text() == "Un puits pour Oru"
    assert not window.panes.items.view.chosen.are_many


def test_the_menu_names_the_other_versions(at_version):
    window = at_version()
    menu = window.menuBar().findChild(QMenu, "versionsMenu")
    menu.aboutToShow.emit()
    (english,) = (one for one in menu.actions() if "English" in one.text())
    english.trigger()
    assert window.panes.editor.header.headline.text() == "A well for Oru"


def test_the_counterpart_of_the_paragraph_in_hand_is_marked_at_its_height(at_version, qtbot):
    window = at_version()
    pane = beside(window, qtbot)
    body = window.panes.editor.body
    body.setFocus()
    body.set_caret(body.document().findBlockByNumber(2).position() + 5)
    following = _following(window)
    assert following.pairs() == [(0, 0), (1, 1), (2, 2), (3, 3)]
    assert following._written.marked == following._read.marked == 2
    assert pane.isVisible()


def _following(window):
    (found,) = window.findChildren(Following)
    return found


def test_what_only_one_version_says_is_listed_and_leads_to_both_places(at_version, qtbot):
    window = at_version(body=ENGLISH.replace("42,000", "51,000"))
    pane = beside(window, qtbot)
    found = pane.differences
    qtbot.waitUntil(lambda: len(found.rows) == 2)
    here, there = found.rows
    assert (here.difference.words, here.is_here) == ("42 000", True)
    assert (there.difference.words, there.is_here) == ("51,000", False)
    found.list.setFocus()
    found.list.setCurrentRow(1)
    QTest.keyClick(found.list, Qt.Key.Key_Return)
    body = window.panes.editor.body
    assert pane.body.textCursor().selectedText() == "51,000"
    assert body.textCursor().blockNumber() == 2
    found.list.setFocus()
    found.list.setCurrentRow(0)
    QTest.keyClick(found.list, Qt.Key.Key_Return)
    assert body.textCursor().selectedText() == "42 000"


def test_a_difference_goes_when_the_words_are_set_right(at_version, qtbot):
    window = at_version(body=ENGLISH.replace("42,000", "51,000"))
    pane = beside(window, qtbot)
    qtbot.waitUntil(lambda: len(pane.differences.rows) == 2)
    pane.differences.list.setFocus()
    pane.differences.list.setCurrentRow(0)
    QTest.keyClick(pane.differences.list, Qt.Key.Key_Return)
    QTest.keyClicks(window.panes.editor.body, "51 000")
    qtbot.waitUntil(pane.differences.isHidden)


def test_what_is_not_translated_is_marked_until_its_words_are_others(
    filled, pair, open_window, qtbot, an_item
):
    original, _version = pair
    (begun,) = filled(
        an_item(
            headline=original.headline,
            body=ENGLISH,
            language="es",
            translation_group="g",
            translated_from=original.id,
            translated_version=2,
        )
    )
    window = open_window()
    with qtbot.waitExposed(window):
        window.show()
    window.panes.items.item_chosen.emit(begun.id)
    qtbot.waitUntil(lambda: window.findChild(UntranslatedMarks) is not None)
    marks = window.findChild(UntranslatedMarks)
    qtbot.waitUntil(lambda: marks.lines == [0, 1, 2, 3])
    headline = window.panes.editor.header.headline
    assert headline.accessibleDescription() == "Not translated yet"
    headline.setFocus()
    headline.selectAll()
    QTest.keyClicks(headline, "Un pozo para Oru")
    body = window.panes.editor.body
    body.setFocus()
    body.set_caret(0)
    QTest.keyClick(body, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(body, "El pozo de Oru se abrio.")
    qtbot.waitUntil(lambda: marks.lines == [1, 2, 3])
    assert headline.accessibleDescription() == ""


def test_the_version_beside_scrolls_with_the_text_and_leads_it_too(
    filled, an_item, open_window, qtbot
):
    english = "\n\n".join(f"Well {number} was dug in the dry year." for number in range(80))
    french = "\n\n".join(
        f"Le puits {number} a été creusé pendant l\u2019année la plus sèche de toutes. " * 4
        for number in range(80)
    )
    (original,) = filled(an_item(headline="Wells", body=english, translation_group="g"))
    origin = {"translated_from": original.id, "translated_version": 1, "translation_group": "g"}
    (version,) = filled(an_item(headline="Puits", body=french, language="fr", **origin))
    window = open_window()
    with qtbot.waitExposed(window):
        window.show()
    window.panes.items.item_chosen.emit(version.id)
    pane = beside(window, qtbot)
    written, read = window.panes.editor.column, pane.column
    written.bar.setValue(written.longest_way)
    assert read.offset == read.longest_way
    written.bar.setValue(0)
    assert read.offset == 0
    read.bar.setValue(read.longest_way // 2)
    assert abs(written.offset - written.longest_way // 2) < written.height()
    body = window.panes.editor.body
    body.setFocus()
    body.set_caret(body.document().findBlockByNumber(40).position())

    def height(column, editor):
        block = editor.document().findBlockByNumber(40)
        top = editor.document().documentLayout().blockBoundingRect(block).top()
        return (
            column.mapToGlobal(column.rect().topLeft()).y() + column.text_top + top - column.offset
        )

    assert abs(height(written, body) - height(read, pane.body)) < 2


def test_f6_leads_into_the_version_beside_and_out_of_it(at_version, qtbot):
    window = at_version()
    pane = beside(window, qtbot)
    body = window.panes.editor.body
    body.setFocus()
    QTest.keyClick(body, Qt.Key.Key_F6)
    assert pane.body.hasFocus()
    QTest.keyClick(pane.body, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert body.hasFocus()
