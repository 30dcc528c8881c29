"""Replacing: what becomes of marks, links, notes and locked blocks, and one step back."""

import importlib.util
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from editor_app.body.normal import normalised
from editor_app.body.tree import (
    Card,
    CardKind,
    Footnote,
    Image,
    Link,
    Mark,
    Paragraph,
    Source,
    Text,
)

CONTROL = Qt.KeyboardModifier.ControlModifier


def load(path):
    spec = importlib.util.spec_from_file_location("editor_build", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


build = load(Path(__file__).parents[1] / "build.py")


def replace_all(seeker, words, new, *switches):
    seeker.find(words, *switches, replace=new)
    QTest.mouseClick(seeker.bar.replace_every, Qt.MouseButton.LeftButton)


def test_replacing_all_is_one_undo_step(seeker):
    blocks = [build.paragraph(f"One press {n}, one press") for n in range(20)]
    seeker.open(*blocks)
    replace_all(seeker, "press", "news")
    assert seeker.bar.message.text() == "40 replaced."
    assert seeker.blocks == tuple(build.paragraph(f"One news {n}, one news") for n in range(20))
    seeker.press(Qt.Key.Key_Escape)
    QTest.keyClick(seeker.editor, Qt.Key.Key_Z, CONTROL)
    assert seeker.blocks == tuple(blocks)


def test_ctrl_z_in_the_bar_takes_a_replacement_back_before_it_undoes_typing(seeker):
    seeker.open(build.paragraph("press"))
    replace_all(seeker, "press", "news")
    QTest.keyClick(seeker.bar.words, Qt.Key.Key_Z, CONTROL)
    assert seeker.blocks == (build.paragraph("press"),)
    assert seeker.bar.words.text() == "press"


def test_ctrl_z_in_the_bar_takes_back_what_was_replaced_wherever_that_was(seeker):
    seeker.open(build.paragraph("One"), headline="press")
    seeker.editor.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(seeker.editor, " typed press")
    typed = seeker.blocks
    seeker.headline.setFocus()
    seeker.find("press", replace="news")
    QTest.keyClick(seeker.bar.replacement, Qt.Key.Key_Return)
    assert (seeker.headline.toPlainText(), seeker.selected) == ("news", "press")
    QTest.keyClick(seeker.bar.replacement, Qt.Key.Key_Return)
    assert seeker.blocks == (build.paragraph("One typed news"),)
    QTest.keyClick(seeker.bar.replacement, Qt.Key.Key_Z, CONTROL)
    assert (seeker.headline.toPlainText(), seeker.blocks) == ("news", typed)
    QTest.keyClick(seeker.bar.replacement, Qt.Key.Key_Z, CONTROL)
    assert (seeker.headline.toPlainText(), seeker.blocks) == ("press", typed)
    for _ in range(3):
        QTest.keyClick(seeker.bar.words, Qt.Key.Key_Z, CONTROL)
    assert (seeker.headline.toPlainText(), seeker.blocks) == ("press", typed)


def test_ctrl_z_in_the_bar_leaves_what_was_typed_since(seeker):
    seeker.open(build.paragraph("press"))
    replace_all(seeker, "press", "news")
    seeker.editor.moveCursor(QTextCursor.MoveOperation.Start)
    QTest.keyClicks(seeker.editor, "Good ")
    QTest.keyClick(seeker.bar.words, Qt.Key.Key_Z, CONTROL)
    assert seeker.blocks == (build.paragraph("Good news"),)


def test_replacing_one_goes_to_the_next(seeker):
    seeker.open(build.paragraph("a1 a2 a3"))
    seeker.find("a", replace="bb")
    QTest.keyClick(seeker.bar.replacement, Qt.Key.Key_Return)
    assert seeker.count == "1 of 2"
    QTest.keyClick(seeker.bar.replacement, Qt.Key.Key_Return)
    assert seeker.blocks == (build.paragraph("bb1 bb2 a3"),)


def test_replacing_one_with_what_holds_it_still_goes_on(seeker):
    seeker.open(build.paragraph("a a"))
    seeker.find("a", replace="aa")
    QTest.keyClick(seeker.bar.replacement, Qt.Key.Key_Return)
    QTest.keyClick(seeker.bar.replacement, Qt.Key.Key_Return)
    assert seeker.blocks == (build.paragraph("aa aa"),)


def test_new_words_have_the_marks_of_the_first_letter_they_replace(seeker):
    bold, link = frozenset({Mark.STRONG}), frozenset({Link("https://e.org")})
    seeker.open(
        Paragraph((Text("see "), Text("the pre", bold), Text("ss office"))),
        Paragraph((Text("our "), Text("press office", link), Text(" in Vienna"))),
    )
    replace_all(seeker, "press", "news")
    assert seeker.blocks == (
        Paragraph((Text("see "), Text("the news", bold), Text(" office"))),
        Paragraph((Text("our "), Text("news office", link), Text(" in Vienna"))),
    )


def test_objects_are_never_swallowed(seeker):
    line = Paragraph((Text("a"), Image("x.png", "alt"), Text("b "), Footnote((Text("n"),))))
    seeker.open(line)
    replace_all(seeker, ".+", "x", "expression")
    (block,) = seeker.blocks
    kinds = [type(piece).__name__ for piece in block.content]
    assert kinds == ["Text", "Image", "Text", "Footnote"]


def test_words_in_notes_and_cards_are_replaced(seeker):
    bold = frozenset({Mark.STRONG})
    note = Footnote((Text("The "), Text("press", bold), Text(" said press")))
    card = Card(CardKind.CONTACT, ("Press office", "", "Press house", "", ""))
    seeker.open(Paragraph((Text("A claim"), note)), card)
    replace_all(seeker, "press", "News 🎉")
    assert seeker.blocks == (
        Paragraph(
            (
                Text("A claim"),
                Footnote((Text("The "), Text("News 🎉", bold), Text(" said News 🎉"))),
            )
        ),
        Card(CardKind.CONTACT, ("News 🎉 office", "", "News 🎉 house", "", "")),
    )


def test_hits_in_one_note_are_replaced_one_by_one(seeker):
    seeker.open(Paragraph((Text("x"), Footnote((Text("a a"),)), Text(" a"))))
    seeker.find("a", replace="aa")
    for _ in range(3):
        QTest.keyClick(seeker.bar.replacement, Qt.Key.Key_Return)
    note = Footnote((Text("aa aa"),))
    assert seeker.blocks == (Paragraph((Text("x"), note, Text(" aa"))),)


def test_locked_blocks_stay_and_it_is_said(seeker):
    seeker.open(build.paragraph("press"), Source("<div>press</div>"))
    replace_all(seeker, "press", "news")
    assert seeker.blocks == (build.paragraph("news"), Source("<div>press</div>"))
    assert seeker.bar.message.text().startswith("1 replaced. 1 in locked blocks left")


def test_fields_are_replaced_one_by_one_only(seeker):
    seeker.open(build.paragraph("press"), headline="press")
    replace_all(seeker, "press", "news")
    assert seeker.headline.toPlainText() == "press"
    assert "headline and standfirst" in seeker.bar.message.text()
    seeker.press(Qt.Key.Key_Return)
    QTest.keyClick(seeker.bar.replacement, Qt.Key.Key_Return)
    assert seeker.headline.toPlainText() == "news"


def test_cells_and_captions_are_replaced(seeker):
    seeker.open(build.table(("press", "b"), ("c", "press")), build.figure(caption="press"))
    replace_all(seeker, "press", "news")
    assert seeker.blocks == (
        build.table(("news", "b"), ("c", "news")),
        build.figure(caption="news"),
    )


def test_only_the_selection_is_replaced(seeker):
    seeker.open(*(build.paragraph("a") for _ in range(3)))
    for _ in range(3):
        QTest.keyClick(seeker.editor, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    replace_all(seeker, "a", "long")
    assert seeker.blocks == tuple(build.paragraph(w) for w in ("long", "long", "a"))


def test_parts_of_an_expression_are_put_back(seeker):
    seeker.open(build.paragraph("Sultan, Maria; Kern, Anna"))
    replace_all(seeker, r"(\w+), (\w+)", r"\2 $1", "expression")
    assert seeker.blocks == (build.paragraph("Maria Sultan; Anna Kern"),)


def test_a_part_that_is_not_there_is_said_and_nothing_done(seeker):
    seeker.open(build.paragraph("a"))
    replace_all(seeker, "(a)", r"\2", "expression")
    assert "no part 2" in seeker.bar.message.text()
    assert seeker.blocks == (build.paragraph("a"),)


def test_nothing_is_replaced_in_a_text_that_is_locked(seeker):
    seeker.open(build.paragraph("a"))
    seeker.editor.setReadOnly(True)
    seeker.find("a", replace="b")
    assert not seeker.bar.replace_every.isEnabled()
    QTest.keyClick(seeker.bar.replacement, Qt.Key.Key_Return)
    assert seeker.blocks == (build.paragraph("a"),)


WORDS = st.text(st.sampled_from("abc é🎉"), max_size=4)


@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(
    st.lists(st.lists(WORDS, min_size=1, max_size=4), max_size=6), st.sampled_from("abcé"), WORDS
)
def test_replacing_all_gives_what_python_gives_and_undo_the_start(seeker, lines, words, new):
    marks = [frozenset(), frozenset({Mark.STRONG})]
    given_blocks = tuple(
        Paragraph(
            (Text("x"), *(Text(part, marks[n % 2]) for n, part in enumerate(line)), Text("x"))
        )
        for line in lines
    )
    seeker.open(*normalised(given_blocks))
    before = seeker.editor.body()
    texts = ["".join(piece.text for piece in block.content) for block in before.blocks]
    replace_all(seeker, words, new, "matchCase")
    seeker.bar.switches["matchCase"].setChecked(False)
    after = ["".join(piece.text for piece in block.content) for block in seeker.blocks]
    assert after == [text.replace(words, new) for text in texts]
    if any(words in text and words != new for text in texts):
        seeker.editor.undo()
    assert seeker.editor.body() == before


def test_after_the_last_hit_was_replaced_the_bar_says_so(seeker):
    seeker.open(build.paragraph("press")).find("press", replace="news")
    QTest.mouseClick(seeker.bar.replace_one, Qt.MouseButton.LeftButton)
    assert seeker.blocks == (build.paragraph("news"),)
    assert (seeker.count, seeker.bar.message.text()) == ("", "1 replaced, no more found.")
