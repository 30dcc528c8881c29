"""The Markdown of the open item in a real window, with real keys."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest

from editor_app.body import write_markdown
from editor_app.store.library import Library
from editor_app.store.search import ItemQuery
from editor_app.ui.editor.finding.bar import FindBar
from editor_app.ui.editor.source.pane import SourcePane

CONTROL = Qt.KeyboardModifier.ControlModifier
TEXT = "First *paragraph* here.\n\n## A head\n\n* one\n* two\n\nLast __paragraph__ of all.\n"


class Writer:
    """Somebody who knows Markdown, at the window."""

    def __init__(self, qtbot, window):
        self.qtbot, self.window = qtbot, window
        self.body = window.panes.editor.body
        (self.pane,) = window.findChildren(SourcePane)
        self.field = self.pane.field

    def toggle(self):
        self.window.actions_.source.trigger()
        return self

    def beside(self):
        self.window.actions_.source_beside.trigger()
        return self

    def go(self, words, *, after=False):
        text = self.field.markdown()
        self.field.go_to(text.index(words) + (len(words) if after else 0))
        return self

    def type(self, words):
        for number, line in enumerate(words.split("\n")):
            if number:
                QTest.keyClick(self.field, Qt.Key.Key_Return)
            QTest.keyClicks(self.field, line)
        return self

    def undo(self):
        QTest.keyClick(self.body, Qt.Key.Key_Z, CONTROL)
        return self

    def rich_go(self, words):
        found = self.body.document().find(words)
        found.setPosition(found.selectionEnd())
        self.body.setTextCursor(found)
        return self

    def view_timers(self):
        """Return what is still to come of the Markdown view."""
        return [timer for timer in self.pane.findChildren(QTimer) if timer.isActive()]

    @property
    def rich_before(self):
        """Return the words before the caret of the rich text, in its line."""
        cursor = self.body.textCursor()
        return cursor.block().text()[: cursor.positionInBlock()]

    @property
    def saved(self):
        return write_markdown(self.body.body())


@pytest.fixture
def writer(qtbot, filled, an_item, open_window):
    filled(an_item(headline="Flood", body=TEXT), an_item(headline="Other", body="Other text.\n"))
    window = open_window()
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    made = Writer(qtbot, window)
    choose(made, "Flood")
    return made


def choose(writer, headline):
    items = writer.window.panes.items
    rows = [items.model.summary(row) for row in range(items.model.rowCount())]
    (found,) = (row.id for row in rows if row.headline == headline)
    items.item_chosen.emit(found)


def stored(folder, now):
    with Library.open(folder, clock=lambda: now) as library:
        rows = library.items.page(ItemQuery())
        return {row.headline: library.items.get(row.id).body for row in rows}


def test_the_markdown_is_what_was_stored_to_the_letter(writer):
    writer.toggle()
    assert writer.field.markdown() == TEXT
    assert writer.field.isVisible()
    assert not writer.body.isVisible()


def test_looking_changes_nothing(writer, folder, now):
    with writer.qtbot.assertNotEmitted(writer.body.body_edited):
        writer.toggle().toggle()
    assert writer.body.isVisible()
    assert not writer.body.document().isUndoAvailable()
    writer.window.close()
    assert stored(folder, now)["Flood"] == TEXT


def test_the_caret_goes_along_and_comes_back(writer):
    writer.rich_go("Last para").toggle()
    text, place = writer.field.markdown(), writer.field.place()
    assert text[:place].endswith("Last __para")
    writer.go("A he", after=True).toggle()
    assert writer.rich_before == "A he"


def test_commands_of_the_rich_text_rest_while_it_is_hidden(writer):
    bold = writer.window.findChild(QAction, "bold")
    assert bold.isEnabled()
    writer.toggle()
    assert not bold.isEnabled()
    writer.toggle()
    assert bold.isEnabled()


def test_what_is_typed_is_one_undo_step_when_the_text_comes_back(writer):
    writer.toggle().go("Last").type("New *one*.\n\n").go("here", after=True).type(" now")
    writer.toggle()
    assert writer.saved == (
        "First *paragraph* here now.\n\n## A head\n\n* one\n* two\n\n"
        "New *one*.\n\nLast __paragraph__ of all.\n"
    )
    writer.undo()
    assert writer.saved == TEXT


def test_a_pause_hands_the_words_on_before_the_view_is_left(writer):
    writer.toggle().go("Last").type("New. ")
    said = writer.window.status.save_state
    said.clear()
    writer.qtbot.waitUntil(lambda: said.text().startswith("✓ Saved "))
    assert not writer.body.document().isUndoAvailable()


def test_closing_the_window_loses_no_word(writer, folder, now, open_window):
    writer.toggle().go("Last").type("Some _new_ words. ")
    writer.window.close()
    assert stored(folder, now)["Flood"] == TEXT.replace("Last", "Some _new_ words. Last")
    again = open_window()
    assert "Some new words." in again.panes.editor.body.toPlainText()


def test_nothing_is_read_any_more_when_the_window_is_closed(writer, folder, now):
    writer.beside()
    writer.body.setFocus()
    writer.rich_go("A head")
    QTest.keyClicks(writer.body, "er")
    writer.window.close()
    assert writer.view_timers() == []
    assert "## A header\n" in stored(folder, now)["Flood"]


def test_another_item_loses_no_word_and_shows_its_own(writer, folder, now):
    writer.toggle().go("Last").type("New. ")
    choose(writer, "Other")
    assert writer.field.markdown() == "Other text.\n"
    assert not writer.body.isVisible()
    choose(writer, "Flood")
    assert writer.field.markdown() == TEXT.replace("Last", "New. Last")
    writer.window.close()
    assert stored(folder, now)["Flood"] == TEXT.replace("Last", "New. Last")


def test_saving_by_hand_takes_what_was_just_typed(writer, folder, now):
    writer.toggle().go("Last").type("New. ")
    writer.window.actions_.save.trigger()
    assert writer.window.status.save_state.text().startswith("✓ Saved ")
    writer.toggle()
    assert writer.saved == TEXT.replace("Last", "New. Last")


def test_another_spelling_of_the_same_is_saved_to_the_letter(writer, folder, now):
    respelled = TEXT.replace("__", "**").replace("* one\n* two", "- one\n- two")
    writer.toggle()
    writer.field.selectAll()
    QTest.keyClick(writer.field, Qt.Key.Key_Delete)
    writer.type(respelled)
    writer.toggle()
    writer.window.close()
    assert stored(folder, now)["Flood"] == respelled


def test_beside_it_each_side_follows_the_other(writer):
    writer.beside()
    assert writer.body.isVisible()
    assert writer.field.isVisible()
    writer.go("Last").type("New. ")
    writer.qtbot.waitUntil(lambda: "New. Last" in writer.body.toPlainText())
    writer.body.setFocus()
    writer.rich_go("A head")
    QTest.keyClicks(writer.body, " of hair")
    writer.qtbot.waitUntil(lambda: "## A head of hair" in writer.field.markdown())
    assert "New. Last __paragraph__" in writer.field.markdown()
    QTest.keyClick(writer.body, Qt.Key.Key_Z, CONTROL)
    writer.qtbot.waitUntil(lambda: "## A head\n" in writer.field.markdown())
    QTest.keyClick(writer.body, Qt.Key.Key_Z, CONTROL)
    assert writer.saved == TEXT


def test_the_field_has_an_undo_of_its_own(writer):
    writer.toggle().go("Last").type("New. ")
    QTest.keyClick(writer.field, Qt.Key.Key_Z, CONTROL)
    assert writer.field.markdown() == TEXT
    writer.toggle()
    assert writer.saved == TEXT


def test_a_mistake_is_said_and_leads_to_its_line(writer):
    writer.toggle().go("Last").type("::: pull-quote\nWords\n\n")
    writer.qtbot.waitUntil(lambda: "not closed" in writer.pane.problem.words())
    assert writer.pane.problem.words().startswith("Line 8: ")
    writer.pane.problem.click()
    assert writer.field.textCursor().block().text() == "::: pull-quote"


def test_what_cannot_be_shown_is_kept_as_it_was_typed(writer, folder, now):
    odd = "::: nope\n<b>x\n:::\n\n| a | b |\n| - |\n\n```\ncode\n```\n"
    writer.toggle()
    writer.field.selectAll()
    QTest.keyClick(writer.field, Qt.Key.Key_Delete)
    writer.type(odd)
    writer.toggle()
    writer.window.close()
    assert stored(folder, now)["Flood"] == odd


def test_no_break_spaces_and_other_scripts_come_through(writer):
    odd = "Un\u00a0: deux\u202f! \u2066نص\u2069 🎉 e\u0301\n"
    writer.toggle()
    writer.field.selectAll()
    writer.field.insertPlainText(odd)
    writer.toggle()
    assert writer.saved == odd


def test_hostile_text_does_not_hold_the_window_up(writer, folder, now):
    writer.toggle()
    writer.field.selectAll()
    writer.field.insertPlainText("[" * 20_000 + "\n")
    writer.window.actions_.save.trigger()
    writer.toggle()
    writer.window.close()
    assert stored(folder, now)["Flood"] == "[" * 20_000 + "\n"


def test_a_text_too_long_for_the_rich_text_stays_and_is_saved(writer, folder, now):
    long = "A line of words.\n\n" * 30_000
    writer.toggle()
    writer.field.setPlainText(long)
    writer.toggle()
    assert writer.field.isVisible()
    assert writer.window.actions_.source.isChecked()
    assert "too long" in writer.pane.problem.words()
    writer.window.close()
    assert stored(folder, now)["Flood"].rstrip() == long.rstrip()


def test_the_markdown_of_an_item_in_the_trash_cannot_be_typed_in(writer, folder, now):
    writer.toggle()
    shown = writer.window.panes.items
    item_id = shown.model.summary(0).id
    writer.window.actions_.trash.trigger()
    shown.item_chosen.emit(item_id)
    assert writer.field.isReadOnly() == writer.window.actions_.restore.isEnabled()


def test_finding_looks_in_the_markdown_when_it_is_seen_instead(writer):
    writer.toggle()
    writer.field.setFocus()
    writer.window.actions_.find.trigger()
    bar = writer.window.findChild(FindBar)
    bar.words.setText("__")
    assert bar.count.text() == "1 of 2"
    bar.replacement.setText("**")
    bar.replace_all_requested.emit()
    assert "**paragraph**" in writer.field.markdown()
    QTest.keyClick(writer.field, Qt.Key.Key_Z, CONTROL)
    assert writer.field.markdown() == TEXT


def test_beside_it_finding_looks_where_the_keyboard_is(writer):
    writer.beside()
    bar = writer.window.findChild(FindBar)
    writer.field.setFocus()
    writer.window.actions_.find.trigger()
    bar.words.setText("__")
    assert bar.count.text() == "1 of 2"
    bar.closed.emit()
    writer.body.setFocus()
    writer.window.actions_.find.trigger()
    bar.words.setText("__")
    assert bar.count.text() == "Not found"
