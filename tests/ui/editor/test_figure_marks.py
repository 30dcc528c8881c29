"""The marks on a figure: what it lacks, and how it is set."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from editor_app.body.tree import Figure, Setting
from editor_app.ui.editor.drawing.canvas import Canvas
from editor_app.ui.editor.drawing.figures import figures_near, pills
from editor_app.ui.editor.drawing.pictures import with_full_width
from editor_app.ui.editor.drawing.places import Sight
from tests.ui.editor.build import text

CREDIT = (text("Lena"),)


def a_picture(width):
    return with_full_width(QImage(200, 100, QImage.Format.Format_RGB32), width)


def marks(typist, figure, *, picture):
    """Return what the marks of a figure say."""
    editor = typist.editor
    editor.resize(700, 600)
    editor.set_picture_source(lambda _src: picture)
    typist.open(figure)
    document, area = editor.document(), QRectF(0, 0, 700, 4000)
    canvas = Canvas(
        QPainter(),
        document,
        editor.look(),
        editor.tracker().lines(),
        area,
        tuple(Sight().blocks(document, area)),
        editor._pictures,
    )
    (span,) = figures_near(canvas)
    return [pill.words for pill in pills(canvas, span)]


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        (Figure("a.jpg", "A quay", credit=CREDIT), ["ALT ✓"]),
        (Figure("a.jpg", "", credit=CREDIT), ["ALT missing"]),
        (Figure("a.jpg", "A quay"), ["ALT ✓", "CREDIT missing"]),
        (Figure("a.jpg", is_decorative=True, credit=CREDIT), ["Decorative"]),
        (Figure("a.jpg", "A quay", credit=CREDIT, setting=Setting.LEFT), ["ALT ✓", "Left"]),
    ],
)
def test_a_figure_says_what_it_lacks(typist, figure, said):
    assert marks(typist, figure, picture=a_picture(1200)) == said


def test_a_photo_that_is_too_narrow_says_how_wide_it_is(typist):
    whole = Figure("a.jpg", "A quay", credit=CREDIT)
    assert marks(typist, whole, picture=a_picture(1199)) == ["ALT ✓", "SIZE 1,199 px"]


def test_a_photo_that_is_not_there_has_no_size(typist):
    whole = Figure("a.jpg", "A quay", credit=CREDIT)
    assert marks(typist, whole, picture=None) == ["ALT ✓"]
