"""Galleries: photos are put in, taken out, moved and found again, each in one undo step."""

import pytest
from PySide6.QtCore import Qt

from editor_app.body.tree import Mark, Setting
from editor_app.ui.editor.galleries import chosen_photos, is_at_gallery, make_gallery
from editor_app.ui.editor.standing import places_of
from tests.ui.editor.build import box, bullets, figure, gallery, head, paragraph, quote, text
from tests.ui.editor.commanding import ALT, one_step_to
from tests.ui.editor.edits import FIGURES

FERRY = figure("Ferry", "Ada", src="media/ferry.jpg")
QUAY = figure("Quay", "", src="media/quay.jpg")
TOWN = figure("Town", "Bob", src="media/town.jpg")
ABOVE, BELOW = paragraph("Above"), paragraph("Below")
BOLD = (Mark.STRONG,)
PUT_IN = (FIGURES[0], figure("", "Credit", "", "media/b.jpg", is_decorative=True))


def in_caption(typist, words):
    return typist.go(words, after=True)


# ---------------------------------------------------------------- putting in and taking apart


def test_several_photos_are_put_in_as_a_gallery(typist):
    typist.open(ABOVE, BELOW).go("Above", after=True).do_on_text("gallery")
    one_step_to(typist, (ABOVE, BELOW), (ABOVE, gallery(*PUT_IN), BELOW))


def test_a_gallery_does_not_come_to_stand_in_a_box(typist):
    before = (box("Facts", "Words"), BELOW)
    typist.open(*before).go("Words", after=True).do_on_text("gallery")
    one_step_to(typist, before, (before[0], gallery(*PUT_IN), BELOW))


def test_more_photos_join_the_gallery_after_the_one_at_the_caret(typist):
    before = (gallery(FERRY, TOWN, title="Harbour"),)
    in_caption(typist.open(*before), "Ferry").do_on_text("into gallery")
    one_step_to(typist, before, (gallery(FERRY, FIGURES[0], TOWN, title="Harbour"),))


def test_from_the_title_photos_join_as_the_first(typist):
    before = (gallery(FERRY, title="Harbour"), BELOW)
    in_caption(typist.open(*before), "Harbour").do_on_text("gallery")
    one_step_to(typist, before, (gallery(*PUT_IN, FERRY, title="Harbour"), BELOW))


def test_a_single_photo_put_in_at_a_gallery_joins_it(typist):
    typist.open(gallery(FERRY), BELOW).go("Ada")
    typist.editor.insert_figure(FIGURES[0])
    one_step_to(typist, (gallery(FERRY), BELOW), (gallery(FERRY, FIGURES[0]), BELOW))


def test_chosen_photos_become_a_gallery(typist):
    before = (ABOVE, FERRY, QUAY, BELOW)
    typist.open(*before).line(1).select("Ferry", "Quay").do_on_text("gallery of chosen")
    one_step_to(typist, before, (ABOVE, gallery(FERRY, QUAY), BELOW))


def test_words_among_the_chosen_photos_keep_them_from_becoming_a_gallery(typist):
    typist.open(FERRY, ABOVE, QUAY).select("Ferry", "Quay")
    cursor = typist.editor.textCursor()
    assert chosen_photos(cursor) == []
    assert not make_gallery(cursor)
    assert typist.blocks == (FERRY, ABOVE, QUAY)


def test_a_gallery_is_taken_apart_into_its_photos(typist):
    before = (gallery(FERRY, QUAY, title="Harbour"), BELOW)
    in_caption(typist.open(*before), "Quay").do_on_text("no gallery")
    bold = paragraph(text("Harbour", *BOLD))
    one_step_to(typist, before, (bold, FERRY, QUAY, BELOW))


def test_without_a_title_only_the_photos_are_left(typist):
    before = (ABOVE, gallery(FERRY, QUAY))
    in_caption(typist.open(*before), "Quay").do_on_text("no gallery")
    one_step_to(typist, before, (ABOVE, FERRY, QUAY))


def test_a_photo_is_taken_out_to_below_its_gallery(typist):
    before = (gallery(FERRY, QUAY, TOWN, title="Harbour"), BELOW)
    in_caption(typist.open(*before), "Ferry").do("unwrapBlock")
    one_step_to(typist, before, (gallery(QUAY, TOWN, title="Harbour"), FERRY, BELOW))
    assert not is_at_gallery(typist.editor.textCursor())


def test_the_last_photo_leaves_no_gallery_behind(typist):
    before = (gallery(FERRY), BELOW)
    in_caption(typist.open(*before), "Ferry").do("unwrapBlock")
    one_step_to(typist, before, (FERRY, BELOW))


# ---------------------------------------------------------------- moving


@pytest.mark.parametrize(
    ("key", "words", "after"),
    [
        (Qt.Key.Key_Up, "Quay", (ABOVE, gallery(QUAY, FERRY, TOWN, title="T"), BELOW)),
        (Qt.Key.Key_Down, "Quay", (ABOVE, gallery(FERRY, TOWN, QUAY, title="T"), BELOW)),
        (Qt.Key.Key_Up, "Ferry", (ABOVE, FERRY, gallery(QUAY, TOWN, title="T"), BELOW)),
        (Qt.Key.Key_Down, "Town", (ABOVE, gallery(FERRY, QUAY, title="T"), TOWN, BELOW)),
    ],
)
def test_a_photo_moves_within_its_gallery_and_over_the_edge_out_of_it(typist, key, words, after):
    before = (ABOVE, gallery(FERRY, QUAY, TOWN, title="T"), BELOW)
    in_caption(typist.open(*before), words).press(key, ALT)
    one_step_to(typist, before, after)
    in_caption(typist, words).type("!")
    assert f"{words}!" in repr(typist.blocks)


@pytest.mark.parametrize(
    ("key", "before", "after"),
    [
        (Qt.Key.Key_Up, (gallery(FERRY), QUAY, BELOW), (gallery(FERRY, QUAY), BELOW)),
        (Qt.Key.Key_Down, (QUAY, gallery(FERRY), BELOW), (gallery(QUAY, FERRY), BELOW)),
    ],
)
def test_a_photo_beside_a_gallery_moves_into_it(typist, key, before, after):
    in_caption(typist.open(*before), "Quay").press(key, ALT)
    one_step_to(typist, before, after)


def test_a_gallery_moves_by_its_title_past_what_is_above(typist):
    before = (ABOVE, gallery(FERRY, title="Harbour"), BELOW)
    in_caption(typist.open(*before), "Harbour").press(Qt.Key.Key_Up, ALT)
    one_step_to(typist, before, (gallery(FERRY, title="Harbour"), ABOVE, BELOW))


def test_a_photo_in_a_list_does_not_cross_into_a_gallery(typist):
    before = (bullets(["a", FERRY]), gallery(QUAY))
    in_caption(typist.open(*before), "Ferry").press(Qt.Key.Key_Down, ALT)
    assert typist.blocks == (gallery(QUAY), bullets([paragraph("a"), FERRY]))


# ---------------------------------------------------------------- keys


def test_enter_in_the_title_goes_to_the_first_caption(typist):
    typist.open(gallery(FERRY, title="Harbour")).go("Harbour", after=True)
    typist.press(Qt.Key.Key_Return).type("s")
    assert typist.blocks == (gallery(figure("Ferrys", "Ada", src=FERRY.src), title="Harbour"),)


@pytest.mark.parametrize("words", ["Ferry", "Ada", "Quay"])
def test_enter_under_a_photo_begins_a_paragraph_below_the_whole_gallery(typist, words):
    before = (gallery(FERRY, QUAY), head("Below"))
    in_caption(typist.open(*before), words).press(Qt.Key.Key_Return).type("New")
    assert typist.blocks == (gallery(FERRY, QUAY), paragraph("New"), head("Below"))


def test_enter_before_a_photo_begins_a_paragraph_above_the_whole_gallery(typist):
    typist.open(gallery(FERRY, QUAY)).line(4).press(Qt.Key.Key_Return)
    assert typist.editor.document().firstBlock().length() == 1
    typist.line(0).type("New")
    assert typist.blocks == (paragraph("New"), gallery(FERRY, QUAY))


def test_a_deleted_photo_lets_the_others_close_up(typist):
    before = (gallery(FERRY, QUAY, TOWN, title="T"), BELOW)
    typist.open(*before).line(4).press(Qt.Key.Key_Delete, times=2)
    one_step_to(typist, before, (gallery(FERRY, TOWN, title="T"), BELOW))


def test_without_its_last_photo_a_gallery_is_its_title(typist):
    before = (ABOVE, gallery(FERRY, title="Harbour"))
    typist.open(*before).line(2).press(Qt.Key.Key_Delete, times=2)
    one_step_to(typist, before, (ABOVE, paragraph("Harbour")))


def test_words_without_their_photo_part_a_gallery_in_two(typist):
    before = (gallery(FERRY, QUAY, TOWN, title="T"),)
    typist.open(*before).line(4)
    cursor = typist.editor.textCursor()
    cursor.setPosition(cursor.position() + 4, cursor.MoveMode.KeepAnchor)
    typist.editor.setTextCursor(cursor)
    typist.press(Qt.Key.Key_Delete)
    one_step_to(typist, before, (gallery(FERRY, title="T"), paragraph("ay"), gallery(TOWN)))


def test_a_title_that_goes_with_the_words_above_comes_back_empty(typist):
    before = (ABOVE, gallery(FERRY, QUAY, title="Harbour"))
    typist.open(*before).select("Above", "Harbour").press(Qt.Key.Key_Delete)
    assert [type(block) for block in typist.blocks][-1] is type(gallery(FERRY))
    assert typist.blocks[-1].figures == (FERRY, QUAY)


def test_words_pasted_at_a_photo_of_a_gallery_come_below_it(typist):
    typist.open(head("Title"), gallery(FERRY, QUAY)).select("Title")
    cursor = typist.editor.textCursor()
    cursor.select(cursor.SelectionType.Document)
    typist.editor.setTextCursor(cursor)
    data = typist.editor.createMimeDataFromSelection()
    in_caption(typist, "Ferry")
    typist.editor.insertFromMimeData(data)
    assert typist.blocks == (
        head("Title"),
        gallery(FERRY, QUAY),
        head("Title"),
        gallery(FERRY, QUAY),
    )


def test_a_copied_photo_of_a_gallery_is_a_photo_and_joins_another_gallery(typist):
    typist.open(gallery(FERRY, QUAY), ABOVE, gallery(TOWN))
    select(typist, 1, 3)
    data = typist.editor.createMimeDataFromSelection()
    in_caption(typist, "Above")
    typist.editor.insertFromMimeData(data)
    assert typist.blocks == (gallery(FERRY, QUAY), ABOVE, FERRY, gallery(TOWN))
    in_caption(typist, "Town")
    typist.editor.insertFromMimeData(data)
    assert typist.blocks[-1] == gallery(TOWN, FERRY)


def select(typist, first, last):
    cursor = typist.editor.textCursor()
    document = typist.editor.document()
    end = document.findBlockByNumber(last)
    cursor.setPosition(document.findBlockByNumber(first).position())
    cursor.setPosition(end.position() + end.length() - 1, cursor.MoveMode.KeepAnchor)
    typist.editor.setTextCursor(cursor)


# ---------------------------------------------------------------- what can be done there


def test_nothing_in_a_gallery_becomes_a_quote_or_is_set_at_a_side(typist):
    before = (gallery(FERRY, QUAY, title="T"), BELOW)
    in_caption(typist.open(*before), "Ferry").do_on_text("set").do("quote")
    assert typist.blocks == before
    assert typist.editor.figure_at(1).figure.setting is Setting.NONE
    for name in ("quote", "figureLeft", "figureFull", "factBox"):
        typist.do(name)
    assert typist.blocks == before


def test_the_words_round_a_gallery_are_quoted_without_it(typist):
    typist.open(ABOVE, gallery(FERRY), BELOW).select("Above", "Below").do("quote")
    assert typist.blocks == (quote("Above"), gallery(FERRY), quote("Below"))


def test_the_place_bar_names_the_gallery_and_the_photo(typist):
    in_caption(typist.open(gallery(FERRY, title="T")), "Ferry")
    block = typist.editor.textCursor().block()
    assert [place.words for place in places_of(block)] == ["Gallery", "Photo", "Caption"]
    typist.line(0)
    block = typist.editor.textCursor().block()
    assert [place.words for place in places_of(block)] == ["Gallery", "Title"]


def test_a_gallery_is_doubled_and_removed_from_its_title(typist):
    before = (gallery(FERRY, QUAY, title="T"), BELOW)
    typist.open(*before).line(0).do("duplicateBlock")
    one_step_to(typist, before, (before[0], before[0], BELOW))
    typist.line(0).do("removeBlock")
    assert typist.blocks == before


def test_what_is_typed_over_half_a_gallery_and_words_above_leaves_whole_photos(typist):
    before = (ABOVE, gallery(FERRY, QUAY, title="Harbour"))
    typist.open(*before)
    document = typist.editor.document()
    cursor = typist.editor.textCursor()
    cursor.setPosition(document.find("Ada").selectionStart() + 1)
    cursor.setPosition(0, cursor.MoveMode.KeepAnchor)
    typist.editor.setTextCursor(cursor)
    typist.type("N")
    one_step_to(typist, before, (paragraph("Nda"), gallery(QUAY)))
