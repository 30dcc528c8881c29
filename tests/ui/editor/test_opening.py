"""A double click on what is painted."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.ui.editor.build import content, paragraph, table


@pytest.fixture
def opened(typist):
    """Return the positions of the caret at which details were asked for."""
    asked = []
    action = typist.actions.named("blockDetails")
    action.triggered.disconnect()
    action.triggered.connect(lambda: asked.append(typist.editor.textCursor().blockNumber()))
    return asked


def double_click(typist, point):
    QTest.mouseDClick(typist.editor.viewport(), Qt.MouseButton.LeftButton, pos=point)


def test_it_opens_the_form_of_a_table_by_its_caption(typist, opened):
    held = replace(table(("a", "b"), ("c", "d")), caption=content(["Caption"]))
    typist.open(paragraph("Above"), held, paragraph("Below"))
    place = typist.line(1).editor.cursorRect().topLeft() + QPoint(20, -20)
    double_click(typist.line(0), place)
    assert opened == [1]


def test_words_are_chosen_as_ever(typist, opened):
    typist.open(paragraph("Some words here"))
    typist.go("words")
    double_click(typist, typist.editor.cursorRect().center() + QPoint(8, 0))
    assert typist.editor.textCursor().selectedText() == "words"
    assert opened == []
