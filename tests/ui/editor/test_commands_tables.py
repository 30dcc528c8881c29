"""Rows and columns: added, moved, set to a side, deleted; each one undo step."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from editor_app.body.read import read_markdown
from editor_app.body.tree import Alignment, Body, Mark
from editor_app.body.write import write_markdown
from editor_app.ui.editor.document import read
from tests.ui.editor.build import paragraph, table, text

ROWS = (("Year", "Arrivals"), ("2014", "12"), ("2015", "30"))


@pytest.fixture
def figures(typist):
    """Return a typist who stands in a table of figures."""
    typist.open(paragraph("One"), table(*ROWS), paragraph("End")).go("2014")
    return typist


def words(typist):
    held = typist.blocks[1]
    return tuple(
        tuple("".join(node.text for node in cell) for cell in row)
        for row in (held.head, *held.rows)
    )


def came_back(typist, before):
    """Return whether one undo brought the text back, and what was there can be kept."""
    after = typist.blocks
    assert read(typist.editor.document()).blocks == after
    assert read_markdown(write_markdown(Body(after))).blocks == after
    typist.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    return typist.blocks == before


@pytest.mark.parametrize(
    ("name", "after"),
    [
        ("moveRowDown", (ROWS[0], ROWS[2], ROWS[1])),
        ("moveRowUp", (ROWS[1], ROWS[0], ROWS[2])),
        ("moveColumnRight", tuple((right, left) for left, right in ROWS)),
        ("deleteRow", (ROWS[0], ROWS[2])),
        ("deleteColumn", tuple((right,) for _left, right in ROWS)),
        ("rowAbove", (ROWS[0], ("", ""), ROWS[1], ROWS[2])),
        ("rowBelow", (*ROWS[:2], ("", ""), ROWS[2])),
        ("columnBefore", tuple(("", *row) for row in ROWS)),
        ("columnAfter", tuple((left, "", right) for left, right in ROWS)),
    ],
)
def test_a_table_changes_in_one_step(figures, name, after):
    before = figures.blocks
    figures.do(name)
    assert words(figures) == after
    assert came_back(figures, before)


def test_the_caret_goes_along_with_a_row_and_a_column(figures):
    figures.do("moveRowDown").do("moveColumnRight").type("!")
    assert words(figures) == (("Arrivals", "Year"), ("30", "2015"), ("12", "2014!"))


def test_marks_and_sides_go_along(typist):
    held = table(("a", "b"), ("c", "d"))
    marked = (text("d", Mark.STRONG),)
    sides = (Alignment.NONE, Alignment.RIGHT)
    held = replace(held, alignments=sides, rows=((held.rows[0][0], marked),))
    typist.open(held).go("d").do("moveColumnLeft")
    after = typist.blocks[0]
    assert after.rows[0] == (marked, held.rows[0][0])
    assert after.alignments == (Alignment.RIGHT, Alignment.NONE)
    typist.type("x")
    assert typist.blocks[0].rows[0][0] == (text("dx", Mark.STRONG),)


@pytest.mark.parametrize(
    ("name", "side"),
    [
        ("columnLeft", Alignment.LEFT),
        ("columnCentre", Alignment.CENTRE),
        ("columnRight", Alignment.RIGHT),
    ],
)
def test_a_column_is_set_to_a_side_and_back(figures, name, side):
    before = figures.blocks
    figures.do(name)
    assert figures.blocks[1].alignments == (side, Alignment.NONE)
    assert figures.actions.named(name).isChecked()
    figures.do(name)
    assert figures.blocks == before
    figures.do("undo")
    assert figures.blocks[1].alignments == (side, Alignment.NONE)
    assert came_back(figures, before)


def test_nothing_moves_over_the_edge(figures):
    figures.go("2015")
    named = figures.actions.named
    assert not named("moveRowDown").isEnabled()
    assert named("moveRowUp").isEnabled()
    assert not named("moveColumnLeft").isEnabled()
    figures.go("End")
    assert not named("moveRowUp").isEnabled()
    assert not named("deleteTable").isEnabled()


def test_tab_walks_the_cells_and_adds_a_row_at_the_end(figures):
    before = figures.blocks
    figures.go("30").press(Qt.Key.Key_Tab)
    assert words(figures) == (*ROWS, ("", ""))
    assert came_back(figures, before)
    figures.go("30").press(Qt.Key.Key_Tab).type("2016").press(Qt.Key.Key_Tab).type("7")
    assert words(figures) == (*ROWS, ("2016", "7"))
    figures.press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier).type("2017")
    assert words(figures)[-1] == ("2017", "7")
