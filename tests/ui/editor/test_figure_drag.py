"""A figure dragged by its photo."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from editor_app.body.tree import FactBox, Figure
from editor_app.ui.editor.drawing.places import line_rect
from editor_app.ui.editor.figure_drag import FigureDrag
from editor_app.ui.editor.leaves import Kind
from tests.ui.editor.build import bullets, content, figure, paragraph, quote, table

LEFT = Qt.MouseButton.LeftButton


class Mouse:
    """Takes the first photo of an editor with the mouse."""

    def __init__(self, editor):
        self.editor = editor
        self.viewport = editor.viewport()
        self.drag = editor.findChild(FigureDrag)

    def place_of(self, number, part=0.5):
        rect = line_rect(self.editor.document().findBlockByNumber(number))
        point = rect.topLeft() - self.editor.offset()
        return QPoint(round(point.x() + 60), round(point.y() + rect.height() * part))

    def line_of(self, words):
        block = self.editor.document().firstBlock()
        while words not in block.text():
            block = block.next()
        return block.blockNumber()

    def take(self):
        lines = self.editor.tracker().lines()
        number = next(i for i, each in enumerate(lines) if each.leaf.kind is Kind.PHOTO)
        start = self.place_of(number)
        QTest.mousePress(self.viewport, LEFT, pos=start)
        QTest.mouseMove(self.viewport, start + QPoint(0, 30))
        return self

    def go(self, words, part):
        self.point = self.place_of(self.line_of(words), part)
        QTest.mouseMove(self.viewport, self.point)
        return self

    def drop(self):
        QTest.mouseRelease(self.viewport, LEFT, pos=self.point)


@pytest.fixture
def mouse(typist):
    typist.editor.resize(640, 900)
    return Mouse(typist.editor)


def test_it_lands_between_the_lines_it_is_dropped_at(typist, mouse):
    a_figure = figure()
    typist.open(a_figure, paragraph("One"), paragraph("Two"), paragraph("Three"))
    mouse.take().go("Two", 0.9).drop()
    assert typist.blocks == (paragraph("One"), paragraph("Two"), a_figure, paragraph("Three"))


def test_one_undo_brings_it_back(typist, mouse):
    typist.open(figure(), paragraph("One"), paragraph("Two"))
    before = typist.blocks
    mouse.take().go("Two", 0.9).drop()
    assert typist.blocks != before
    typist.do("undo")
    assert typist.blocks == before
    assert not typist.editor.document().isUndoAvailable()


def test_escape_leaves_everything_as_it_was(qtbot, typist, mouse):
    typist.open(figure(), paragraph("One"), paragraph("Two"))
    before = typist.blocks
    mouse.take().go("Two", 0.9)
    assert mouse.drag.is_dragging
    with qtbot.assertNotEmitted(typist.editor.body_edited):
        typist.press(Qt.Key.Key_Escape)
        assert not mouse.drag.is_dragging
        mouse.drop()
    assert typist.blocks == before


def test_a_line_shows_where_it_lands(typist, mouse):
    typist.open(figure(), paragraph("One"), paragraph("Two"))
    mouse.take().go("Two", 0.9)
    image = typist.editor.viewport().grab().toImage()
    accent = typist.editor.look().accent
    rows = [
        y
        for y in range(mouse.point.y(), image.height())
        if image.pixelColor(image.width() // 2, y).name() == accent
    ]
    assert rows
    assert rows[0] - mouse.point.y() < 20


def test_a_click_on_the_photo_moves_nothing_and_puts_the_caret_there(typist, mouse):
    typist.open(paragraph("One"), figure(), paragraph("Two"))
    before = typist.blocks
    QTest.mouseClick(mouse.viewport, LEFT, pos=mouse.place_of(1))
    assert typist.blocks == before
    assert typist.editor.textCursor().blockNumber() == 1


def test_it_passes_lists_and_tables_as_a_whole(typist, mouse):
    a_figure, a_list = figure(), bullets("One", "Two", "Three")
    typist.open(a_figure, a_list, paragraph("End"))
    mouse.take().go("Two", 0.9).drop()
    assert typist.blocks == (a_list, a_figure, paragraph("End"))
    a_table = table(("a", "b"), ("c", "d"))
    typist.open(a_figure, paragraph("One"), a_table, paragraph("End"))
    mouse.take().go("End", 0.1).drop()
    assert typist.blocks == (paragraph("One"), a_table, a_figure, paragraph("End"))


def test_it_can_be_put_into_a_box_and_a_quote_and_out_again(typist, mouse):
    a_figure = Figure("media/a.jpg", "Alt", "", content(["Caption"]), content(["Credit"]))
    box = FactBox(content(["Title"]), (paragraph("Inside"),))
    typist.open(a_figure, box, quote("Quoted"))
    mouse.take().go("Inside", 0.9).drop()
    filled = FactBox(box.title, (paragraph("Inside"), a_figure))
    assert typist.blocks == (filled, quote("Quoted"))
    mouse.take().go("Quoted", 0.1).drop()
    assert typist.blocks == (box, quote(a_figure, "Quoted"))


def test_the_text_scrolls_while_the_mouse_waits_at_its_edge(qtbot, typist, mouse):
    typist.editor.resize(640, 400)
    typist.open(figure(), *(paragraph(f"Paragraph {number}") for number in range(60)))
    mouse.take()
    bar = typist.editor.verticalScrollBar()
    QTest.mouseMove(mouse.viewport, QPoint(60, mouse.viewport.height() - 5))
    qtbot.waitUntil(lambda: bar.value() > 500, timeout=30_000)
    mouse.point = QPoint(60, 200)
    QTest.mouseMove(mouse.viewport, mouse.point)
    mouse.drop()
    assert isinstance(typist.blocks[0], type(paragraph("x")))
    place = [isinstance(each, Figure) for each in typist.blocks].index(True)
    assert place > 5


def test_nothing_is_dragged_in_a_text_that_is_only_read(typist, mouse):
    typist.open(figure(), paragraph("One"))
    typist.editor.setReadOnly(True)
    mouse.take().go("One", 0.9)
    assert not mouse.drag.is_dragging
    mouse.drop()
