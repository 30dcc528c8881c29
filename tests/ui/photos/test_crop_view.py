"""Crop and focus point, set on the photo by mouse and keyboard."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from editor_app.media.recipes import Shape, cut_box
from editor_app.model.photo_words import Crop, Focus, PhotoWords
from editor_app.ui.photos.crop_view import FOCUS
from editor_app.ui.photos.framing import FRAME, GRIPS, Grip
from tests.ui.photos.conftest import SHIFT, a_record

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
NEAR = 0.006
CROPPED = PhotoWords(crop=Crop(left=0.2, top=0.2, width=0.6, height=0.6))


def near(value):
    return pytest.approx(value, abs=NEAR)


def shares(crop):
    return (crop.left, crop.top, crop.width, crop.height)


@pytest.fixture
def cropped(sit_at):
    return sit_at(a_record(typed=CROPPED))


@pytest.fixture
def whole(sit_at):
    return sit_at(a_record())


# ---------------------------------------------------------------- keys


def test_tab_goes_through_all_that_can_be_moved_and_then_on(cropped):
    view = cropped.go_to("cropView")
    reached = []
    while cropped.form.focusWidget() is view:
        reached.append(view.part)
        cropped.press(Qt.Key.Key_Tab)
    assert reached == [*GRIPS, FOCUS]
    assert cropped.form.focusWidget() is cropped.find("cropRatio")
    cropped.press(Qt.Key.Key_Backtab, SHIFT)
    assert cropped.form.focusWidget() is view
    assert view.part is FOCUS


def test_arrows_move_the_frame_by_a_hundredth_and_with_shift_by_a_tenth(cropped):
    view = cropped.go_to("cropView")
    assert view.part == FRAME
    cropped.press(Qt.Key.Key_Right)
    cropped.press(Qt.Key.Key_Up, SHIFT)
    assert shares(view.crop) == pytest.approx((0.21, 0.1, 0.6, 0.6))


def test_arrows_move_one_edge(cropped):
    view = cropped.go_to("cropView")
    cropped.press(Qt.Key.Key_Tab, times=GRIPS.index(Grip(-1, 0)))
    cropped.press(Qt.Key.Key_Left, SHIFT)
    cropped.press(Qt.Key.Key_Down)
    assert shares(view.crop) == pytest.approx((0.1, 0.2, 0.7, 0.6))


def test_arrows_move_the_focus_point_within_the_frame(cropped):
    view = cropped.go_to("cropView")
    cropped.press(Qt.Key.Key_Tab, times=len(GRIPS))
    cropped.press(Qt.Key.Key_Right, SHIFT, times=9)
    cropped.press(Qt.Key.Key_Down)
    assert (view.focus.x, view.focus.y) == pytest.approx((0.8, 0.51))


def test_escape_takes_back_what_was_moved_and_only_then_leaves_the_form(qtbot, cropped):
    view = cropped.go_to("cropView")
    cropped.press(Qt.Key.Key_Left)
    cropped.press(Qt.Key.Key_Return)
    cropped.press(Qt.Key.Key_Left, times=5)
    cropped.press(Qt.Key.Key_Escape)
    assert view.crop.left == pytest.approx(0.19)
    cropped.form.crop.view.show_all()
    cropped.press(Qt.Key.Key_Escape)
    assert cropped.form.isVisible()
    assert view.crop.left == pytest.approx(0.19)


def test_escape_leaves_the_form_where_nothing_was_moved(qtbot, cropped):
    cropped.go_to("cropView")
    with qtbot.waitSignal(cropped.form.rejected):
        cropped.press(Qt.Key.Key_Escape)


def test_enter_on_the_photo_does_not_close_the_form(cropped):
    cropped.go_to("cropView")
    cropped.press(Qt.Key.Key_Return)
    assert cropped.form.isVisible()
    assert cropped.uses == []


def test_delete_takes_away_crop_or_focus(sit_at):
    words = PhotoWords(crop=CROPPED.crop, focus=Focus(x=0.3, y=0.3))
    sitting = sit_at(a_record(typed=words))
    view = sitting.go_to("cropView")
    sitting.press(Qt.Key.Key_Delete)
    assert view.crop is None
    assert view.focus == words.focus
    sitting.press(Qt.Key.Key_Tab, times=len(GRIPS))
    assert view.part is FOCUS
    sitting.press(Qt.Key.Key_Backspace)
    assert view.focus is None


def test_what_is_taken_is_said(cropped):
    view = cropped.go_to("cropView")
    assert view.accessibleDescription() == "Frame: 1,080 \N{MULTIPLICATION SIGN} 720 pixels"
    assert cropped.form.crop.told.text() == view.accessibleDescription()
    cropped.press(Qt.Key.Key_Tab, times=len(GRIPS))
    assert view.accessibleDescription() == "Focus point: the middle"
    cropped.press(Qt.Key.Key_Left)
    assert view.accessibleDescription() == "Focus point: 49% from the left, 50% from the top"


# ---------------------------------------------------------------- the mouse


def test_a_corner_is_dragged(cropped):
    view = cropped.form.crop.view
    cropped.drag(view.point_of(Grip(-1, -1)), (0.1, 0.2))
    assert shares(view.crop) == (near(0.3), near(0.4), near(0.5), near(0.4))


def test_an_edge_is_dragged(cropped):
    view = cropped.form.crop.view
    cropped.drag(view.point_of(Grip(1, 0)), (0.15, 0.3))
    assert shares(view.crop) == (near(0.2), near(0.2), near(0.75), near(0.6))


def test_the_frame_is_dragged_as_far_as_the_photo_goes(cropped):
    view = cropped.form.crop.view
    cropped.drag(view.point_of(FRAME) + QPointF(40, 30), (0.05, -0.9))
    assert shares(view.crop) == (near(0.25), 0.0, near(0.6), near(0.6))


def test_the_focus_point_is_dragged(cropped):
    view = cropped.form.crop.view
    cropped.drag(view.point_of(FOCUS), (-0.2, 0.1))
    assert (view.focus.x, view.focus.y) == (near(0.3), near(0.6))


def test_a_frame_is_drawn_on_a_photo_that_has_none(whole):
    view = whole.form.crop.view
    area = view.picture_area()
    start = QPointF(area.left() + 0.1 * area.width(), area.top() + 0.2 * area.height())
    whole.drag(start, (0.5, 0.6))
    assert shares(view.crop) == (near(0.1), near(0.2), near(0.5), near(0.6))


def test_a_click_alone_draws_no_frame(whole):
    view = whole.form.crop.view
    whole.drag(view.picture_area().topLeft() + QPointF(60, 60), (0, 0))
    assert view.crop is None


def test_a_double_click_puts_the_focus_point_there(whole):
    view = whole.form.crop.view
    area = view.picture_area()
    spot = QPointF(area.left() + 0.25 * area.width(), area.top() + 0.75 * area.height())
    QTest.mouseDClick(
        view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot.toPoint()
    )
    assert (view.focus.x, view.focus.y) == (near(0.25), near(0.75))


# ---------------------------------------------------------------- shape, reset, cuts


def choose_ratio(sitting, words):
    box = sitting.go_to("cropRatio")
    while box.currentText() != words:
        sitting.press(Qt.Key.Key_Down)


def test_a_shape_is_kept_while_the_frame_is_pulled(whole):
    view = whole.form.crop.view
    choose_ratio(whole, "1:1")
    assert shares(view.crop) == pytest.approx((1 / 6, 0, 2 / 3, 1), abs=1e-3)
    whole.drag(view.point_of(Grip(1, 1)), (-0.2, 0))
    crop = view.crop
    assert crop.width * 1800 == pytest.approx(crop.height * 1200, rel=0.01)
    assert crop.left == pytest.approx(1 / 6, abs=1e-3)


def test_the_frame_is_told_when_a_shape_is_chosen(sit_at):
    sitting = sit_at(a_record(typed=PhotoWords(focus=Focus(x=0.3, y=0.3))))
    choose_ratio(sitting, "1:1")
    assert sitting.form.crop.told.text() == "Frame: 1,200 \N{MULTIPLICATION SIGN} 1,200 pixels"


def test_the_shape_that_a_crop_has_is_shown_and_kept_when_the_form_is_opened_again(sit_at):
    before = sit_at(a_record())
    choose_ratio(before, "16:9")
    before.save()
    after = sit_at(a_record(typed=before.words[0]))
    assert after.find("cropRatio").currentText() == "16:9"
    assert not after.form.has_changes()
    view = after.form.crop.view
    after.drag(view.point_of(Grip(1, 1)), (-0.2, 0))
    assert view.crop.width * 1800 == pytest.approx(view.crop.height * 1200 * 16 / 9, rel=0.01)


def test_a_crop_of_another_shape_is_free(cropped):
    assert cropped.find("cropRatio").currentText() == "Free"


def test_crop_and_focus_are_taken_away_by_buttons(sit_at):
    sitting = sit_at(a_record(typed=PhotoWords(crop=CROPPED.crop, focus=Focus(x=0.3, y=0.3))))
    sitting.click("cropWhole")
    sitting.click("focusMiddle")
    view = sitting.form.crop.view
    assert view.crop is None
    assert view.focus is None
    assert not sitting.find("cropWhole").isEnabled()
    assert not sitting.find("focusMiddle").isEnabled()


def test_the_cuts_are_those_that_are_published(cropped):
    view = cropped.form.crop.view
    cropped.drag(view.point_of(FOCUS), (-0.25, -0.1))
    words = PhotoWords(crop=view.crop, focus=view.focus)
    photo = a_record().photo
    shapes = (Shape.WIDE, Shape.CLASSIC, Shape.SQUARE, Shape.CARD)
    assert cropped.form.crop.cuts.parts() == tuple(cut_box(photo, words, one) for one in shapes)


def test_crop_and_focus_are_saved(cropped):
    cropped.go_to("cropView")
    cropped.press(Qt.Key.Key_Tab)
    cropped.press(Qt.Key.Key_Left)
    cropped.drag(cropped.form.crop.view.point_of(FOCUS), (-0.1, 0))
    cropped.save()
    (words,) = cropped.words
    assert shares(words.crop) == pytest.approx((0.19, 0.2, 0.61, 0.6))
    assert words.focus.x == near(0.395)


def test_a_narrow_crop_is_warned_of(cropped):
    said = cropped.form.remarks
    assert said.text().startswith("Only 1,080 pixels wide")
    cropped.click("cropWhole")
    assert said.text() == ""
