"""Blocks look like what they are."""

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from editor_app.body.tree import (
    CARD_FIELDS,
    Card,
    CardKind,
    Direction,
    FactBox,
    Figure,
    Footnote,
    Passage,
    PullQuote,
    Quote,
    Separator,
    Setting,
)
from editor_app.ui.editor.drawing.notes import NoteNumbers
from editor_app.ui.editor.drawing.places import column, line_rect
from editor_app.ui.editor.look import dark_look, light_look
from tests.ui.editor.build import bullets, content, figure, paragraph, quote, table, text

NOTE = Footnote((text("A note"),))


def picture(typist):
    return typist.editor.viewport().grab().toImage()


def rect_of(typist, number):
    return line_rect(typist.editor.document().findBlockByNumber(number))


def colour_at(typist, x, y):
    return picture(typist).pixelColor(round(x), round(y)).name()


def columns_of(typist, colour, row):
    image = picture(typist)
    return [x for x in range(image.width()) if image.pixelColor(x, round(row)).name() == colour]


@pytest.mark.parametrize("look", [light_look(), dark_look()], ids=["light", "dark"])
def test_a_fact_box_is_a_tinted_card_with_room_round_its_words(typist, look):
    typist.editor.show_look(look)
    typist.open(paragraph("Before"), FactBox(content(["Title"]), (paragraph("Inside"),)))
    inside = rect_of(typist, 2)
    tinted = columns_of(typist, look.surface, inside.bottom() + 4)
    assert tinted[0] < inside.left() - 10
    assert tinted[-1] > inside.right() + 10
    assert look.surface not in {picture(typist).pixelColor(x, 8).name() for x in range(0, 600, 7)}


def test_a_box_that_ends_with_a_table_is_closed_below_it(typist):
    box = FactBox(content(["Title"]), (table(("a", "b"), ("c", "d")),))
    typist.open(box, paragraph("After"))
    after = rect_of(typist, typist.editor.document().blockCount() - 1)
    surface = typist.editor.look().surface
    left = after.left() + 6
    tinted = [y for y in range(round(after.top())) if colour_at(typist, left, y) == surface]
    assert after.top() - 20 < max(tinted) < after.top()


def test_a_quote_has_its_bar_on_the_side_it_is_read_from(typist):
    accent = typist.editor.look().accent
    typist.open(quote("Left to right", "and on"), paragraph("End"))
    row = rect_of(typist, 0).center().y()
    gap = (rect_of(typist, 0).bottom() + rect_of(typist, 1).top()) / 2
    assert columns_of(typist, accent, row) == columns_of(typist, accent, gap)
    assert max(columns_of(typist, accent, row)) < rect_of(typist, 0).left()
    typist.open(quote("من اليمين"), language="ar")
    assert min(columns_of(typist, accent, row)) > rect_of(typist, 0).right()


def test_an_attribution_has_a_dash_that_is_not_in_the_text(typist):
    typist.open(Quote((paragraph("Words"),), content(["Maria"])))
    block = typist.editor.document().findBlockByNumber(1)
    assert block.text() == "Maria"
    rect = rect_of(typist, 1)
    row = range(round(rect.top()), round(rect.bottom()))
    image = picture(typist)
    ground = typist.editor.look().background
    inked = {
        x
        for x in range(round(rect_of(typist, 0).left()), round(rect.left()) - 2)
        for y in row
        if image.pixelColor(x, y).name() != ground
    }
    assert len(inked) > 8


def test_a_pull_quote_is_set_larger_than_the_text(typist):
    typist.open(paragraph("Text"), PullQuote(content(["Words"]), content(["Who"]), ()))
    assert rect_of(typist, 1).height() > 1.2 * rect_of(typist, 0).height()


def test_a_passage_names_its_language_in_the_margin(typist):
    typist.open(Passage("fr", (paragraph("Bonjour"),)), paragraph("End"))
    ground = typist.editor.look().background
    rect = rect_of(typist, 0)
    image = picture(typist)

    def has_ink(rect):
        rows = range(round(rect.top()), round(rect.bottom()))
        margin = range(round(rect.left()) - 4)
        return any(image.pixelColor(x, y).name() != ground for x in margin for y in rows)

    assert has_ink(rect)
    assert not has_ink(rect_of(typist, 1))


def test_a_passage_from_the_right_begins_at_the_right(typist):
    words = paragraph("abc")
    typist.open(Passage("ar", (words,), Direction.RIGHT_TO_LEFT))
    typist.go("abc")
    assert typist.editor.cursorRect().left() > typist.editor.viewport().width() / 2


def test_notes_are_numbered_in_the_order_of_the_text(typist):
    typist.open(
        paragraph("One", NOTE, " two", NOTE),
        bullets("none", [paragraph("three", NOTE)]),
        table(("a", "b"), ("c", "d")),
        paragraph("four", NOTE),
    )
    document = typist.editor.document()
    numbers = NoteNumbers(typist.editor.tracker().lines)
    places = [p for p in range(document.characterCount()) if document.characterAt(p) == "\ufffc"]
    assert [numbers.number_at(document, place) for place in places] == [1, 2, 3, 4]
    typist.go("One").press(Qt.Key.Key_Delete, times=4)
    places = [p for p in range(document.characterCount()) if document.characterAt(p) == "\ufffc"]
    assert [numbers.number_at(document, place) for place in places] == [1, 2, 3]


def test_a_photo_at_a_side_is_narrower_than_one_across(typist):
    photo = QImage(400, 300, QImage.Format.Format_RGB32)
    photo.fill(Qt.GlobalColor.darkGreen)
    typist.editor.set_picture_source(lambda _src: photo)
    heights = {}
    for setting in (Setting.NONE, Setting.LEFT, Setting.RIGHT):
        typist.open(Figure("a.jpg", "Alt", setting=setting))
        heights[setting] = rect_of(typist, 0).height()
        middle = rect_of(typist, 0).center()
        green = columns_of(typist, photo.pixelColor(0, 0).name(), middle.y() / 2)
        if setting is Setting.LEFT:
            assert max(green) < middle.x() + 60
        if setting is Setting.RIGHT:
            assert min(green) > middle.x() - 60
    assert heights[Setting.LEFT] == heights[Setting.RIGHT] < heights[Setting.NONE]


@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_a_mark_on_a_figure_opens_its_form(qtbot, typist, zoom):
    typist.editor.show_look(replace(typist.editor.look(), zoom=zoom))
    typist.editor.resize(700, 900)
    typist.open(figure())
    rect = rect_of(typist, 2)
    corner = QPoint(round(rect.right() - 24 * zoom), round(rect.bottom() - 6 * zoom))
    with qtbot.waitSignal(typist.editor.figure_opened):
        QTest.mouseClick(typist.editor.viewport(), Qt.MouseButton.LeftButton, pos=corner)


WHOLE = [
    figure(),
    Separator(),
    *(Card(kind, ("Title",) + ("",) * (len(CARD_FIELDS[kind]) - 1)) for kind in CardKind),
]


@pytest.mark.parametrize("block", WHOLE, ids=lambda block: type(block).__name__)
def test_the_caret_is_seen_on_what_takes_no_text(typist, block):
    typist.open(paragraph("Before"), block, paragraph("After"))
    away = picture(typist)
    typist.line(1)
    there = picture(typist)
    accent = typist.editor.look().accent
    rect = rect_of(typist, 1)
    column = [round(rect.left() + rect.width() / 2), round(rect.left())]
    rows = range(round(rect.top()) - 2, round(rect.bottom()) + 60)
    assert there != away
    assert any(there.pixelColor(x, y).name() == accent for x in column for y in rows)


def test_an_empty_part_says_what_it_is_for_until_something_is_typed(typist):
    typist.open(Figure("a.jpg", "Alt"), paragraph("After"))
    typist.line(3)
    before = picture(typist)
    typist.line(1).type("A").press(Qt.Key.Key_Backspace).line(3)
    assert picture(typist) == before
    faint = typist.editor.look().faint
    rect = rect_of(typist, 1)
    image = picture(typist)
    assert any(
        image.pixelColor(x, y).name() == faint
        for x in range(round(rect.left()), round(rect.left()) + 200)
        for y in range(round(rect.top()), round(rect.bottom()))
    )


def test_a_long_table_is_painted_as_far_as_it_shows(typist):
    rows = [(f"{number}", "b", "c") for number in range(400)]
    typist.open(paragraph("Before"), table(*rows), paragraph("After"))
    bar = typist.editor.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    border = typist.editor.look().border
    image = picture(typist)
    lines = [y for y in range(image.height()) if image.pixelColor(60, y).name() == border]
    gaps = {below - above for above, below in pairwise(lines)}
    assert len(lines) > 8
    assert max(gaps) - min(gaps) <= 1


def test_a_passage_that_is_the_whole_text_names_its_language(typist):
    typist.open(Passage("fr", (paragraph("Bonjour"),)))
    ground = typist.editor.look().background
    image, rect = picture(typist), rect_of(typist, 0)
    margin = range(round(rect.left()) - 10)
    rows = range(round(rect.top()), round(rect.bottom()))
    assert any(image.pixelColor(x, y).name() != ground for x in margin for y in rows)


def test_the_bar_of_a_quote_runs_past_a_table_in_it(typist):
    accent = typist.editor.look().accent
    typist.open(quote("Above", table(("a", "b"), ("c", "d")), "Below"), paragraph("End"))
    above, below = rect_of(typist, 0), rect_of(typist, 5)
    image = picture(typist)
    x = columns_of(typist, accent, above.center().y())[1]
    rows = range(round(above.top()) + 1, round(below.bottom()) - 1)
    assert all(image.pixelColor(x, y).name() == accent for y in rows)


def test_an_empty_text_says_once_what_it_is_for(typist):
    editor = typist.editor
    editor.setStyleSheet("QTextEdit { color: #112233; }")
    typist.open()
    editor.show_start("")
    editor.setCursorWidth(0)
    ground = editor.look().background
    image = picture(typist)
    assert {
        image.pixelColor(x, y).name() for x in range(0, image.width(), 2) for y in range(60)
    } == {ground}


@pytest.mark.parametrize("zoom", [1.0, 1.5])
def test_the_sides_of_a_fact_box_stand_at_those_of_the_column(typist, zoom):
    look = replace(light_look(), zoom=zoom)
    typist.editor.show_look(look)
    typist.open(paragraph("Before"), FactBox(content(["Title"]), (paragraph("Inside"),)))
    tinted = columns_of(typist, look.surface, rect_of(typist, 2).bottom() + 4)
    left, right = column(typist.editor.document(), zoom)
    assert abs(tinted[0] - left) <= 3
    assert abs(tinted[-1] - right) <= 3


def test_loose_and_tight_items_of_one_list_stand_alike(typist):
    loose = [paragraph("Loose"), bullets("under")]
    typist.open(bullets("Tight", "Tight", loose, "Tight"))
    tops = [rect_of(typist, number).top() for number in range(5)]
    gaps = [below - above for above, below in pairwise(tops)]
    assert max(gaps) - min(gaps) < 6
