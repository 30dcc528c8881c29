"""Text that an input method puts together is one undo step, whatever it takes the place of."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent

from editor_app.body.tree import Mark, Separator
from editor_app.ui.editor.document import read
from tests.ui.editor.build import figure, paragraph, table, text

CTRL = Qt.KeyboardModifier.ControlModifier


def compose(editor, *, preedit="", commit=""):
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QCoreApplication.sendEvent(editor, event)


@pytest.mark.parametrize("preedits", [(), ("n",), ("n", "に", "にほ")])
def test_composing_over_a_selection_is_one_step(typist, preedits):
    before = (paragraph("One two three"),)
    typist.open(*before).select("two")
    for words in preedits:
        compose(typist.editor, preedit=words)
    compose(typist.editor, commit="日本")
    assert typist.blocks == (paragraph("One 日本 three"),)
    typist.press(Qt.Key.Key_Z, CTRL)
    assert typist.blocks == before == read(typist.editor.document()).blocks
    assert not typist.editor.document().isUndoAvailable()
    typist.press(Qt.Key.Key_Y, CTRL)
    assert typist.blocks == (paragraph("One 日本 three"),)


def test_composing_over_lines_is_one_step(typist):
    before = (paragraph("One"), figure(), table(("a", "b"), ("c", "d")), paragraph("Two"))
    typist.open(*before).select("ne", "Tw")
    compose(typist.editor, preedit="x")
    compose(typist.editor, commit="日")
    assert read(typist.editor.document()).blocks == typist.blocks
    typist.press(Qt.Key.Key_Z, CTRL)
    assert typist.blocks == before


def test_composing_on_a_separator_is_one_step(typist):
    typist.open(Separator()).line(0)
    compose(typist.editor, preedit="x")
    compose(typist.editor, commit="日")
    assert typist.blocks == (Separator(), paragraph("日"))
    typist.press(Qt.Key.Key_Z, CTRL)
    assert typist.blocks == (Separator(),)


def test_each_word_composed_without_a_selection_can_be_undone(typist):
    typist.open(paragraph("a")).go("a", after=True)
    for words in ("日", "本"):
        compose(typist.editor, preedit="x")
        compose(typist.editor, commit=words)
    assert typist.blocks == (paragraph("a日本"),)
    typist.press(Qt.Key.Key_Z, CTRL)
    assert typist.blocks == (paragraph("a日"),)
    typist.press(Qt.Key.Key_Z, CTRL)
    assert typist.blocks == (paragraph("a"),)


def test_an_undo_while_composing_does_not_join_strangers(typist):
    typist.open(paragraph("One two")).go("two", after=True).type("x").select("One")
    compose(typist.editor, preedit="x")
    compose(typist.editor)
    typist.press(Qt.Key.Key_Z, CTRL)
    compose(typist.editor, preedit="y")
    compose(typist.editor, commit="日")
    typist.press(Qt.Key.Key_Z, CTRL)
    assert typist.blocks == (paragraph("One twox"),)


def test_what_is_composed_has_the_marks_of_its_place(typist):
    bold = text("bold", Mark.STRONG)
    typist.open(paragraph(bold)).select("old")
    compose(typist.editor, preedit="x")
    compose(typist.editor, commit="日")
    assert typist.blocks == (paragraph(text("b日", Mark.STRONG)),)
