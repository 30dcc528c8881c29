"""A gallery as it is seen: its photos small beside their words, dragged, and under the mouse."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest

from editor_app.ui.editor.drawing.places import line_rect
from editor_app.ui.editor.figure_drag import FigureDrag
from editor_app.ui.editor.look import dark_look
from tests.ui.editor.build import figure, gallery, paragraph

LEFT = Qt.MouseButton.LeftButton
FERRY = figure("Ferry", "Ada", src="media/ferry.jpg")
QUAY = figure("Quay", "Bob", src="media/quay.jpg")
TOWN = figure("Town", "Cem", src="media/town.jpg")
RED = QColor(200, 20, 20)


def painted(_src):
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(RED)
    return image


@pytest.fixture
def shown(typist):
    """Return a function that shows blocks, with red pictures for their photos."""
    typist.editor.resize(640, 900)
    typist.editor.set_picture_source(painted)

    def show(*blocks, language="en"):
        typist.open(*blocks, language=language)
        return typist.editor

    return show


def beside(editor, words, part=0.5):
    """Return the place of the small photo that stands beside a caption."""
    block = editor.document().firstBlock()
    while words not in block.text():
        block = block.next()
    top = line_rect(block.previous()).top() - editor.offset().y()
    return QPoint(editor.hang() + 80, round(top + 10 + 108 * part))


def colour_at(editor, point):
    return editor.viewport().grab().toImage().pixelColor(point)


def test_a_photo_of_a_gallery_stands_small_beside_its_words(shown):
    editor = shown(gallery(FERRY, QUAY, title="Harbour"))
    place = beside(editor, "Quay")
    assert colour_at(editor, place) == RED
    words = line_rect(editor.document().findBlockByNumber(5))
    assert words.left() > place.x()
    assert words.top() < place.y() + editor.offset().y() < words.bottom() + 80


def test_from_the_right_the_photo_stands_at_the_right(shown):
    editor = shown(gallery(figure("قارب", "آدا", src="media/a.jpg")), language="ar")
    place = beside(editor, "قارب")
    assert colour_at(editor, place) != RED
    assert colour_at(editor, QPoint(editor.viewport().width() - place.x(), place.y())) == RED


def test_a_photo_that_is_half_out_of_sight_is_painted_all_the_same(shown):
    below = [paragraph(f"Line {number}") for number in range(40)]
    editor = shown(gallery(FERRY), *below)
    place = beside(editor, "Ferry", part=0.9)
    bar = editor.verticalScrollBar()
    bar.setValue(place.y() - 8)
    assert colour_at(editor, QPoint(place.x(), 8)) == RED


def test_the_photo_is_under_the_mouse_and_a_double_click_opens_its_form(qtbot, shown):
    editor = shown(gallery(FERRY, QUAY))
    assert editor.photo_under(beside(editor, "Quay")) == 4
    with qtbot.waitSignal(editor.figure_opened) as opened:
        QTest.mouseDClick(editor.viewport(), LEFT, pos=beside(editor, "Quay"))
    assert opened.args == [4]


def test_a_press_on_a_card_below_its_words_goes_to_the_last_of_them(shown):
    editor = shown(gallery(FERRY, QUAY), paragraph("End"))
    place = beside(editor, "Quay", part=0.95) + QPoint(150, 0)
    QTest.mouseClick(editor.viewport(), LEFT, pos=place)
    cursor = editor.textCursor()
    assert (cursor.blockNumber(), cursor.atBlockEnd()) == (6, True)


def test_a_long_caption_does_not_run_into_the_next_photo(shown):
    long = figure("long words " * 60, "Ada", src="media/a.jpg")
    editor = shown(gallery(long, QUAY))
    document = editor.document()
    credit = line_rect(document.findBlockByNumber(3))
    assert line_rect(document.findBlockByNumber(4)).top() > credit.bottom() + 40


def test_a_gallery_is_seen_on_dark_as_well(shown):
    editor = shown(gallery(FERRY, title="Harbour"))
    editor.show_look(dark_look())
    place = beside(editor, "Ferry")
    ground = colour_at(editor, QPoint(place.x() + 300, place.y()))
    assert ground == QColor(dark_look().background)
    frame = colour_at(editor, QPoint(editor.hang() + 6, place.y()))
    assert frame == QColor(dark_look().surface)


# ---------------------------------------------------------------- dragging


def drag(editor, start, end):
    assert not editor.findChild(FigureDrag).is_dragging
    QTest.mousePress(editor.viewport(), LEFT, pos=start)
    QTest.mouseMove(editor.viewport(), start + QPoint(0, 30))
    QTest.mouseMove(editor.viewport(), end)
    QTest.mouseRelease(editor.viewport(), LEFT, pos=end)


def in_line(editor, number, part):
    rect = line_rect(editor.document().findBlockByNumber(number))
    point = rect.topLeft() - editor.offset()
    return QPoint(round(point.x() + 60), round(point.y() + rect.height() * part))


def test_a_photo_is_dragged_to_another_place_in_its_gallery(typist, shown):
    editor = shown(gallery(FERRY, QUAY, TOWN, title="T"), paragraph("End"))
    drag(editor, beside(editor, "Town"), beside(editor, "Ferry", part=0.1))
    assert typist.blocks == (gallery(TOWN, FERRY, QUAY, title="T"), paragraph("End"))
    typist.do("undo")
    assert typist.blocks == (gallery(FERRY, QUAY, TOWN, title="T"), paragraph("End"))


def test_a_photo_is_dragged_out_of_its_gallery_and_in_again(typist, shown):
    editor = shown(gallery(FERRY, QUAY), paragraph("End"))
    drag(editor, beside(editor, "Ferry"), in_line(editor, 7, 0.9))
    assert typist.blocks == (gallery(QUAY), paragraph("End"), FERRY)
    photo = next(
        number
        for number, line in enumerate(editor.tracker().lines())
        if line.leaf.content and line.leaf.path[:1] != () and line.leaf.path[0][0] == "f"
    )
    drag(editor, in_line(editor, photo, 0.3), beside(editor, "Quay", part=0.9))
    assert typist.blocks == (gallery(QUAY, FERRY), paragraph("End"))


def test_below_a_gallery_that_ends_the_text_a_photo_lands_outside(typist, shown):
    editor = shown(gallery(FERRY, QUAY))
    below = beside(editor, "Quay", part=1.0) + QPoint(0, 60)
    drag(editor, beside(editor, "Ferry"), below)
    assert typist.blocks == (gallery(QUAY), FERRY)


def test_the_last_photo_that_is_dragged_out_leaves_the_title_as_words(typist, shown):
    editor = shown(gallery(FERRY, title="Harbour"), paragraph("End"))
    drag(editor, beside(editor, "Ferry"), in_line(editor, 4, 0.9))
    assert typist.blocks == (paragraph("Harbour"), paragraph("End"), FERRY)
