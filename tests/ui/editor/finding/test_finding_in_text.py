"""Finding in the open text with the keyboard."""

import importlib.util
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from editor_app.body.tree import Footnote, Paragraph, Source, Text

SHIFT = Qt.KeyboardModifier.ShiftModifier


def load(path):
    spec = importlib.util.spec_from_file_location("editor_build", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


build = load(Path(__file__).parents[1] / "build.py")


def test_typing_goes_to_the_first_hit_and_counts(seeker):
    seeker.open(build.paragraph("One press officer, two press officers")).find("press")
    assert seeker.count == "1 of 2"
    assert seeker.selected == "press"


def test_enter_goes_on_and_round_and_shift_enter_back(seeker):
    seeker.open(build.paragraph("a1 a2 a3")).find("a")
    seeker.press(Qt.Key.Key_Return)
    assert seeker.count == "2 of 3"
    seeker.press(Qt.Key.Key_Return).press(Qt.Key.Key_Return)
    assert seeker.count == "1 of 3"
    seeker.press(Qt.Key.Key_Return, SHIFT)
    assert seeker.count == "3 of 3"


def test_escape_closes_and_leaves_the_caret_at_the_hit(seeker):
    seeker.open(build.paragraph("Some words here")).find("words")
    seeker.press(Qt.Key.Key_Escape)
    assert not seeker.bar.isVisible()
    assert seeker.editor.hasFocus()
    assert seeker.selected == "words"
    assert not seeker.editor.extraSelections()


def test_hits_are_found_in_every_kind_of_line(seeker):
    seeker.open(
        build.paragraph("press"),
        build.head("press"),
        build.bullets("press"),
        build.quote("press"),
        build.figure(caption="press", credit="press"),
        build.table(("press", "b"), ("c", "press")),
        Source("<div>press</div>"),
    ).find("press")
    assert seeker.count == "1 of 9"


def test_words_of_a_note_are_found_where_the_note_is(seeker):
    note = Footnote((Text("Numbers of the press office"),))
    seeker.open(Paragraph((Text("A claim."), note))).find("press")
    assert seeker.count == "1 of 1"
    assert seeker.selected == "\ufffc"


def test_a_hit_never_spans_two_blocks(seeker):
    seeker.open(build.paragraph("ab"), build.paragraph("cd")).find("bc")
    assert seeker.count == "Not found"


@pytest.mark.parametrize(
    ("switch", "words", "count"),
    [
        ("matchCase", "Press", "1 of 1"),
        ("wholeWords", "press", "1 of 2"),
        ("ignoreAccents", "presse", "1 of 2"),
        ("expression", "pr.ss[eé]?", "1 of 4"),
    ],
)
def test_the_switches_say_how(seeker, switch, words, count):
    seeker.open(build.paragraph("Press press presse pressé")).find(words, switch)
    assert seeker.count == count


def test_accents_and_case_follow_the_language_of_the_item(seeker):
    seeker.language = "tr"
    seeker.open(build.paragraph("Isparta İzm")).find("i")
    assert seeker.count == "1 of 1"


def test_a_wrong_expression_is_said_in_the_bar(seeker):
    seeker.open(build.paragraph("text")).find("(", "expression")
    assert seeker.bar.message.text().startswith("This expression is not complete")
    assert seeker.count == ""


def test_a_costly_expression_is_said_in_the_bar(seeker):
    seeker.open(build.paragraph("a" * 5000)).find("(a+)+$b", "expression")
    assert "takes too long" in seeker.bar.message.text()
    QTest.keyClick(seeker.bar.words, Qt.Key.Key_Backspace)
    assert "takes too long" not in seeker.bar.message.text()


def test_what_is_selected_is_looked_for(seeker):
    seeker.open(build.paragraph("office and office"))
    for _ in range(6):
        QTest.keyClick(seeker.editor, Qt.Key.Key_Right, SHIFT)
    seeker.finding.open(with_replace=False)
    assert seeker.bar.words.text() == "office"
    assert seeker.count == "1 of 2"


def test_a_selection_of_lines_is_where_to_look(seeker):
    seeker.open(build.paragraph("a"), build.paragraph("a"), build.paragraph("a"))
    for _ in range(3):
        QTest.keyClick(seeker.editor, Qt.Key.Key_Right, SHIFT)
    seeker.find("a")
    assert seeker.count == "1 of 2"
    seeker.bar.switches["inSelection"].click()
    assert seeker.count.endswith("of 3")


def test_looking_in_a_selection_wants_one(seeker):
    seeker.open(build.paragraph("a"))
    seeker.find("a")
    seeker.press(Qt.Key.Key_Escape)
    seeker.editor.moveCursor(seeker.editor.textCursor().MoveOperation.End)
    seeker.finding.open(with_replace=False)
    seeker.editor.moveCursor(seeker.editor.textCursor().MoveOperation.End)
    seeker.bar.switches["inSelection"].click()
    assert "Select" in seeker.bar.message.text()
    assert not seeker.bar.switches["inSelection"].isChecked()


def test_hits_in_the_fields_come_first_and_are_reached(seeker):
    seeker.open(build.paragraph("press"), headline="Press day")
    seeker.find("press")
    assert seeker.count == "2 of 2"
    seeker.press(Qt.Key.Key_Return)
    assert seeker.count == "1 of 2"
    assert seeker.headline.textCursor().selectedText() == "Press"
    assert seeker.selected == ""


def test_all_hits_in_sight_are_marked_and_the_current_one_differs(seeker):
    seeker.open(*(build.paragraph(f"word {n}") for n in range(300))).find("word")
    marks = seeker.editor.extraSelections()
    assert 5 < len(marks) < 100
    colours = {mark.format.background().color().name() for mark in marks}
    assert len(colours) == 2


def test_marks_follow_the_scroll(qtbot, seeker):
    seeker.open(*(build.paragraph(f"word {n}") for n in range(300))).find("word")
    bar = seeker.editor.verticalScrollBar()
    bar.setValue(bar.maximum())
    last = seeker.editor.document().lastBlock().position()

    def is_marked():
        return any(m.cursor.selectionStart() == last for m in seeker.editor.extraSelections())

    qtbot.waitUntil(is_marked)


def test_what_is_typed_while_the_bar_is_up_counts(qtbot, seeker):
    seeker.open(build.paragraph("press")).find("press")
    seeker.editor.setFocus()
    QTest.keyClick(seeker.editor, Qt.Key.Key_End)
    QTest.keyClicks(seeker.editor, " press")
    qtbot.waitUntil(lambda: seeker.count == "2 found" or seeker.count.endswith("of 2"))


def test_marking_is_no_edit(qtbot, seeker):
    seeker.open(build.paragraph("press"))
    with qtbot.assertNotEmitted(seeker.editor.body_edited):
        seeker.find("press")
    assert not seeker.editor.document().isUndoAvailable()


def test_the_headline_keeps_no_selection_when_the_caret_goes_elsewhere(seeker):
    seeker.open(build.paragraph("No such word"), headline="A press card").find("press")
    assert seeker.headline.textCursor().selectedText() == "press"
    seeker.editor.setFocus()
    seeker.press(Qt.Key.Key_End)
    assert not seeker.headline.textCursor().hasSelection()


def test_the_headline_keeps_no_selection_when_the_bar_closes(seeker):
    seeker.open(build.paragraph("No such word"), headline="A press card").find("press")
    seeker.press(Qt.Key.Key_Escape)
    assert not seeker.headline.textCursor().hasSelection()
