"""Notes: written where the caret stands, changed, listed, gone to, taken out."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from editor_app.body.tree import Footnote, Link, Mark
from editor_app.ui.editor.actions import EditorActions
from editor_app.ui.editor.note_form import NoteForm
from editor_app.ui.editor.note_list import NoteList
from tests.ui.editor.build import figure, paragraph, table, text
from tests.ui.editor.commanding import (
    ALT,
    CTRL,
    SHIFT,
    agree,
    can_be_agreed_to,
    nameless,
    notice,
    one_step_to,
    opened,
)

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen screen has none


def note(*words):
    return Footnote(tuple(text(each) if isinstance(each, str) else each for each in words))


def test_a_note_is_written_at_the_caret(typist):
    before = (paragraph("A claim. More"),)
    typist.open(*before).go(" More").press(Qt.Key.Key_F, CTRL | ALT)
    form = opened(typist, NoteForm)
    assert nameless(form) == []
    assert not can_be_agreed_to(form)
    assert notice(form) == "Write the note."
    QTest.keyClicks(form.text, "See ")
    QTest.keyClick(form.text, Qt.Key.Key_I, CTRL)
    QTest.keyClicks(form.text, "there")
    QTest.keyClick(form.text, Qt.Key.Key_Return)
    written = note("See ", text("there", Mark.EMPHASIS))
    one_step_to(typist, before, (paragraph("A claim.", written, " More"),))


def test_a_note_is_one_line_however_it_is_pasted(typist, qapp):
    typist.open(paragraph("A claim.")).go("claim.", after=True).do("footnote")
    form = opened(typist, NoteForm)
    qapp.clipboard().setText("One\nTwo\n\nThree")
    QTest.keyClick(form.text, Qt.Key.Key_V, CTRL | SHIFT)
    agree(form)
    assert typist.blocks == (paragraph("A claim.", note("One Two Three")),)


def test_a_note_is_changed_where_it_stands(typist):
    before = (paragraph("A", note("old"), " claim", note("other")),)
    typist.open(*before).go(" claim").press(Qt.Key.Key_Return, ALT)
    form = opened(typist, NoteForm)
    assert form.text.toPlainText() == "old"
    form.text.selectAll()
    QTest.keyClicks(form.text, "new")
    agree(form)
    changed = (paragraph("A", note("new"), " claim", note("other")),)
    one_step_to(typist, before, changed)
    typist.go(" claim").do("footnote")
    opened(typist, NoteForm).note_removed.emit()
    one_step_to(typist, changed, (paragraph("A claim", note("other")),))


def test_a_link_is_made_inside_a_note(typist):
    site = Link("https://example.org/")
    before = (paragraph("A", note(text("here", site)), "b"),)
    typist.open(*before).go("b").do("blockDetails")
    form = opened(typist, NoteForm)
    assert form.content() == (text("here", site),)
    QTest.keyClick(form.text, Qt.Key.Key_T, CTRL | SHIFT)
    assert form.content() == (text("here", site),)
    form.reject()
    assert typist.blocks == before


def test_a_note_opens_when_its_number_is_clicked_twice(typist):
    typist.open(paragraph("A claim", note("here"), " more")).go(" more")
    cursor = typist.editor.cursorRect()
    place = cursor.center()
    place.setX(place.x() - 4)
    QTest.mouseDClick(
        typist.editor.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place
    )
    assert opened(typist, NoteForm).text.toPlainText() == "here"


def test_a_link_in_a_note_finds_the_items_too(typist):
    finder = object()
    typist.actions.forms.items = finder
    typist.open(paragraph("A")).go("A").do("footnote")
    form = opened(typist, NoteForm)
    assert form.text.findChild(EditorActions).forms.items is finder


def test_where_no_note_can_stand_none_is_offered(typist):
    typist.open(figure(), paragraph("End"))
    for place, is_offered in (("Caption", True), ("Credit", False), ("End", True)):
        assert typist.go(place).actions.named("footnote").isEnabled() is is_offered, place


def test_all_notes_are_listed_in_order(typist, qtbot):
    before = (
        paragraph("A", note("one"), "b"),
        table(("a",), ("c",)),
        paragraph("End", note("two ", text("bold", Mark.STRONG))),
    )
    typist.open(*before).do("footnoteList")
    shown = opened(typist, NoteList)
    assert nameless(shown) == []
    rows = [shown.list.item(row).text() for row in range(shown.list.count())]
    assert rows == ["1. one", "2. two bold"]
    shown.list.setCurrentRow(1)
    cursor = typist.editor.textCursor()
    assert cursor.block().text().startswith("End")
    assert cursor.hasSelection()
    shown.change.click()
    form = opened(typist, NoteForm)
    form.text.selectAll()
    QTest.keyClicks(form.text, "second")
    agree(form)
    qtbot.waitUntil(lambda: shown.list.item(1).text() == "2. second")
    shown.list.setCurrentRow(0)
    shown.remove.click()
    qtbot.waitUntil(lambda: shown.list.count() == 1)
    assert typist.blocks[0] == paragraph("Ab")
    typist.do("undo")
    qtbot.waitUntil(lambda: shown.list.count() == 2)


def test_the_only_note_is_gone_to_by_a_click(typist):
    typist.open(paragraph("A", note("one"), "b"), paragraph("End")).go("End").do("footnoteList")
    shown = opened(typist, NoteList)
    place = shown.list.visualItemRect(shown.list.item(0)).center()
    QTest.mouseClick(
        shown.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place
    )
    assert typist.editor.textCursor().block().text().startswith("A")


def test_the_notes_of_a_text_that_is_only_read_are_seen_but_not_changed(typist, qtbot):
    before = (paragraph("A", note("one"), "b"),)
    typist.open(*before).do("footnoteList")
    shown = opened(typist, NoteList)
    typist.editor.setReadOnly(True)
    qtbot.waitUntil(lambda: not shown.remove.isEnabled())
    shown.list.itemActivated.emit(shown.list.item(0))
    assert typist.editor.findChildren(NoteForm) == []
    typist.editor.setReadOnly(False)
    qtbot.waitUntil(shown.remove.isEnabled)
    shown.list.itemActivated.emit(shown.list.item(0))
    assert opened(typist, NoteForm).text.toPlainText() == "one"


def test_a_text_without_notes_says_so(typist):
    typist.open(paragraph("One")).do("footnoteList")
    shown = opened(typist, NoteList)
    assert shown.none.isVisible()
    assert not shown.change.isEnabled()
