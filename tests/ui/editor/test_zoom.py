"""The text larger and smaller."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from editor_app.ui.editor.look import dark_look
from editor_app.ui.editor.zoom import LEVELS, Zoom
from tests.ui.editor.build import paragraph, quote, table


@pytest.fixture
def zoom(typist):
    return Zoom(typist.editor)


def turn_wheel(editor, notches, modifiers=Qt.KeyboardModifier.ControlModifier):
    viewport = editor.viewport()
    place = QPointF(40, 40)
    event = QWheelEvent(
        place,
        QPointF(viewport.mapToGlobal(place.toPoint())),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003
    )
    QApplication.sendEvent(viewport, event)


def test_twice_the_size_is_twice_the_letters_indents_and_gaps(typist, zoom):
    typist.open(paragraph("First"), quote("Second"), paragraph("Third"))

    def places():
        found = []
        for words in ("First", "Second", "Third"):
            typist.go(words)
            rect = typist.editor.cursorRect()
            found.append((rect.left(), rect.top(), rect.height()))
        return found

    before = places()
    zoom.show_level(2.0)
    for (x, y, height), (x2, y2, height2) in zip(before, places(), strict=True):
        assert x2 == pytest.approx(2 * x, abs=2)
        assert y2 == pytest.approx(2 * y, abs=8)
        assert height2 == pytest.approx(2 * height, abs=2)


def test_neither_the_text_nor_undo_knows_of_it(qtbot, typist, zoom):
    typist.open(paragraph("First"), table(("a", "b"), ("c", "d")))
    with qtbot.assertNotEmitted(typist.editor.body_edited):
        zoom.larger()
        zoom.larger()
        zoom.smaller()
    assert not typist.editor.document().isUndoAvailable()
    assert not typist.editor.document().isModified()


def test_it_goes_in_steps_to_both_ends_and_back(typist, zoom):
    typist.open(paragraph("First"))
    for _ in LEVELS:
        zoom.larger()
    assert zoom.level == LEVELS[-1] == 2.0
    for _ in LEVELS:
        zoom.smaller()
    assert zoom.level == LEVELS[0]
    zoom.usual()
    assert zoom.level == 1.0


def test_the_wheel_with_control_zooms_and_without_it_scrolls(typist, zoom):
    typist.open(*(paragraph(f"Paragraph {number}") for number in range(60)))
    turn_wheel(typist.editor, 1)
    assert zoom.level > 1.0
    turn_wheel(typist.editor, -1)
    assert zoom.level == 1.0
    turn_wheel(typist.editor, -1, Qt.KeyboardModifier.NoModifier)
    assert zoom.level == 1.0
    assert typist.editor.verticalScrollBar().value() > 0


def test_the_line_of_the_caret_stays_where_it_is_on_the_screen(typist, zoom):
    typist.open(*(paragraph(f"Paragraph {number}") for number in range(60)))
    typist.go("Paragraph 30")
    before = typist.editor.cursorRect().top()
    zoom.show_level(1.5)
    assert typist.editor.cursorRect().top() == pytest.approx(before, abs=2)


def test_other_colours_keep_the_size(typist, zoom):
    zoom.show_level(1.5)
    look = typist.editor.look()
    typist.editor.show_look(replace(dark_look(), zoom=look.zoom))
    assert zoom.level == 1.5


def test_the_lines_stay_about_as_long_as_they_can_be_read(typist, zoom):
    typist.editor.resize(1600, 600)
    typist.open(paragraph("word " * 200))

    def letters():
        return typist.editor.document().firstBlock().layout().lineAt(0).textLength()

    usual = letters()
    assert 60 <= usual <= 95
    zoom.show_level(1.5)
    assert letters() == pytest.approx(usual, abs=8)
