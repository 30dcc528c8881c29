"""Which copies a photo becomes is known from its record alone."""

import pytest

from editor_app.media.photo import Photo
from editor_app.media.recipes import (
    CUTS,
    Box,
    Shape,
    cut_box,
    key,
    lead_recipes,
    mark,
    page_recipes,
    shown_box,
    small_recipe,
)
from editor_app.model.photo_words import Crop, Focus, PhotoWords

WORDS = PhotoWords()
LEFT_HALF = Crop(left=0, top=0, width=0.5, height=1)


def a_photo(width, height, *, extension="jpg", size=1_000_000, sha256="ab" * 32):
    return Photo(sha256, extension, width, height, "image/any", size)


def widths(photo, words=WORDS):
    return [recipe.width for recipe in page_recipes(photo, words)][::2]


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ((6000, 4000), [320, 640, 960, 1280, 1920]),
        ((1500, 1000), [320, 640, 960, 1280, 1500]),
        ((1300, 900), [320, 640, 960, 1300]),  # 1280 beside it would save nobody anything
        ((320, 200), [320]),
        ((200, 100), [200]),
        ((1, 1), [1]),
        ((2000, 40_000), [320, 400]),  # none is higher than 8,000 pixels
    ],
)
def test_a_photo_has_the_widths_that_it_fills(size, expected):
    assert widths(a_photo(*size)) == expected


def test_a_crop_leaves_the_widths_of_what_it_leaves():
    assert widths(a_photo(3000, 2000), PhotoWords(crop=LEFT_HALF)) == [320, 640, 960, 1280, 1500]


@pytest.mark.parametrize(
    "crop",
    [
        Crop(left=-1, top=-1, width=9, height=9),
        Crop(left=2, top=2, width=1, height=1),
        Crop(left=0.5, top=0.5, width=0, height=0),
        Crop(left=0.999, top=0.999, width=0.5, height=-3),
    ],
)
def test_a_crop_never_leaves_the_photo_and_never_leaves_nothing(crop):
    box = shown_box(a_photo(100, 60), crop)
    assert 0 <= box.left < box.right <= 100
    assert 0 <= box.top < box.bottom <= 60


@pytest.mark.parametrize("shape", CUTS)
@pytest.mark.parametrize("size", [(3000, 2000), (2000, 3000), (5, 900), (900, 5), (1, 1)])
@pytest.mark.parametrize(
    "focus", [None, Focus(x=0, y=0), Focus(x=1, y=1), Focus(x=0.3, y=0.9), Focus(x=-4, y=9)]
)
def test_a_cut_lies_in_what_is_shown_and_holds_the_point_that_matters(shape, size, focus):
    photo = a_photo(*size)
    for crop in (None, LEFT_HALF):
        shown = shown_box(photo, crop)
        cut = cut_box(photo, PhotoWords(crop=crop, focus=focus), shape)
        assert shown.left <= cut.left < cut.right <= shown.right
        assert shown.top <= cut.top < cut.bottom <= shown.bottom
        if focus is not None and 0 <= focus.x <= 1:
            x, y = focus.x * photo.width, focus.y * photo.height
            assert cut.left <= max(shown.left, min(x, shown.right)) <= cut.right
            assert cut.top <= max(shown.top, min(y, shown.bottom)) <= cut.bottom


def test_a_cut_is_in_the_middle_where_no_point_matters():
    assert cut_box(a_photo(3000, 2000), WORDS, Shape.SQUARE) == Box(500, 0, 2500, 2000)


def test_a_lead_photo_has_a_card_and_three_ratios():
    recipes = {recipe.suffix: recipe for recipe in lead_recipes(a_photo(3000, 2000), WORDS)}
    assert set(recipes) >= {"card.jpg", "16x9.jpg", "4x3.jpg", "1x1.jpg", "320.webp", "1920.jpg"}
    sizes = [(recipes[f"{name}.jpg"].width, recipes[f"{name}.jpg"].height) for name in CUTS]
    assert sizes == [(1200, 630), (1200, 675), (1200, 900), (1200, 1200)]


@pytest.mark.parametrize(
    ("extension", "size", "expected"),
    [("jpg", 9_000, "jpg"), ("heic", 9_000, "jpg"), ("tif", 9_000, "jpg"), ("png", 9_000, "png"),
     ("png", 90_000, "jpg"), ("gif", 90_000, "png"), ("webp", 9_000, "jpg")],
)  # fmt: skip
def test_a_graphic_stays_a_png_and_a_photo_becomes_a_jpeg(extension, size, expected):
    photo = a_photo(200, 150, extension=extension, size=size)
    assert {r.extension for r in page_recipes(photo, WORDS)} == {"webp", expected}


def test_the_mark_changes_with_the_pixels_and_with_nothing_else():
    photo = a_photo(3000, 2000)
    first = mark(photo, WORDS)
    assert len(first) == 8
    assert mark(photo, PhotoWords(caption="Ferry", alt="A ship", credit="ICMPD")) == first
    others = [
        mark(a_photo(3000, 2000, sha256="cd" * 32), WORDS),
        mark(photo, PhotoWords(crop=LEFT_HALF)),
        mark(photo, PhotoWords(focus=Focus(x=0.1, y=0.1))),
    ]
    assert len({first, *others}) == 4


def test_every_copy_has_a_key_of_its_own():
    photo, other = a_photo(3000, 2000), a_photo(3000, 2000, sha256="cd" * 32)
    recipes = [*lead_recipes(photo, WORDS), *lead_recipes(photo, PhotoWords(crop=LEFT_HALF))]
    keys = [key(one, recipe) for one in (photo, other) for recipe in recipes]
    assert len(set(keys)) == 2 * len(recipes)
    assert all(len(one) == 64 for one in keys)


@pytest.mark.parametrize(
    ("size", "expected"),
    [((3000, 2000), (96, 64)), ((2000, 3000), (64, 96)), ((50, 9), (50, 9)), ((9, 5000), (1, 96))],
)
def test_a_small_copy_fits_a_square(size, expected):
    recipe = small_recipe(a_photo(*size), WORDS, 96)
    assert (recipe.width, recipe.height) == expected
