"""How frames on a photo are moved and pulled."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.model.photo_words import Crop, Focus
from editor_app.ui.photos.framing import (
    FRAME,
    GRIPS,
    SMALLEST,
    WHOLE,
    Grip,
    cut,
    is_whole,
    moved,
    pulled,
    rounded,
    shaped,
    spanned,
    within,
)

SHARES = st.floats(0, 1)
SHAPES = st.one_of(st.none(), st.floats(0.2, 5))


def crop(left, top, width, height):
    return Crop(left=left, top=top, width=width, height=height)


@st.composite
def crops(draw):
    left, top = draw(st.floats(0, 0.9)), draw(st.floats(0, 0.9))
    width, height = draw(st.floats(SMALLEST, 1 - left)), draw(st.floats(SMALLEST, 1 - top))
    return crop(left, top, width, height)


def is_on_the_photo(found, slack=1e-9):
    return (
        found.left >= -slack
        and found.top >= -slack
        and found.left + found.width <= 1 + slack
        and found.top + found.height <= 1 + slack
    )


@given(crops(), st.sampled_from(GRIPS), st.floats(-2, 2), st.floats(-2, 2), SHAPES)
def test_a_frame_never_leaves_the_photo_nor_becomes_nothing(before, grip, dx, dy, shape):
    start = before if shape is None else shaped(before, shape)
    found = pulled(start, grip, dx, dy, shape=shape)
    assert is_on_the_photo(found)
    assert found.width > 0
    assert found.height > 0
    if shape is None:
        assert min(found.width, found.height) > SMALLEST - 1e-9
    else:
        assert found.width / found.height == pytest.approx(shape)


@given(crops(), st.floats(-2, 2), st.floats(-2, 2))
def test_a_moved_frame_keeps_its_size(before, dx, dy):
    found = moved(before, dx, dy)
    assert is_on_the_photo(found)
    assert (found.width, found.height) == (before.width, before.height)
    assert pulled(before, FRAME, dx, dy) == found


def test_a_corner_moves_its_two_sides_and_an_edge_one():
    before = crop(0.2, 0.2, 0.6, 0.6)
    corner = pulled(before, Grip(-1, -1), 0.1, 0.2)
    assert corner == crop(pytest.approx(0.3), pytest.approx(0.4), 0.5, pytest.approx(0.4))
    edge = pulled(before, Grip(1, 0), -0.1, 0.5)
    assert edge == crop(0.2, 0.2, pytest.approx(0.5), pytest.approx(0.6))


def test_in_a_shape_the_side_across_stays_where_it_is():
    before = crop(0.0, 0.0, 1.0, 0.5)
    found = pulled(before, Grip(1, 1), -0.2, 0, shape=2.0)
    assert (found.left, found.top) == (0.0, 0.0)
    assert found.width == pytest.approx(0.8)
    assert found.height == pytest.approx(0.4)


@given(crops(), SHARES, SHARES, st.floats(0.2, 5))
def test_a_cut_lies_in_the_frame_and_holds_the_focus(frame, x, y, shape):
    focus = within(Focus(x=x, y=y), frame)
    found = cut(frame, focus, shape)
    assert found.left >= frame.left - 1e-9
    assert found.left + found.width <= frame.left + frame.width + 1e-9
    assert found.top >= frame.top - 1e-9
    assert found.top + found.height <= frame.top + frame.height + 1e-9
    nearest = within(focus, found)
    assert nearest.x == pytest.approx(focus.x, abs=2e-4)
    assert nearest.y == pytest.approx(focus.y, abs=2e-4)


def test_without_a_focus_a_cut_is_made_round_the_middle():
    assert cut(WHOLE, None, 0.5) == crop(0.25, 0.0, 0.5, 1.0)


def test_a_frame_can_be_drawn_from_any_corner():
    assert spanned(Focus(x=0.8, y=0.9), Focus(x=0.2, y=-1)) == crop(
        0.2, 0.0, pytest.approx(0.6), 0.9
    )


@given(crops())
def test_stored_figures_stay_the_same(before):
    assert rounded(rounded(before)) == rounded(before)
    assert is_on_the_photo(rounded(before), slack=1e-3)


def test_all_of_a_photo_is_no_crop():
    assert is_whole(WHOLE)
    assert not is_whole(crop(0, 0, 0.99, 1))
