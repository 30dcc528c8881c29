"""What has changed between two pages."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor_app.render.page import Page
from editor_app.ui.preview.patches import last_changed, pieces_of, splices_between

blocks = st.lists(st.sampled_from("abcdef"), max_size=12).map(tuple)


@settings(max_examples=200)
@given(blocks, blocks)
def test_the_splices_make_the_new_blocks_of_the_old(old, new):
    made = list(old)
    for start, removed, added in splices_between(old, new):
        made[start : start + removed] = added
    assert tuple(made) == new


def test_only_the_blocks_that_changed_are_touched():
    old = tuple("abcdefgh")
    new = ("a", "B", *"cdef", "G", "h")
    assert splices_between(old, new) == ((1, 1, ("B",)), (6, 1, ("G",)))


def test_a_block_put_in_touches_no_other():
    assert splices_between(tuple("abc"), tuple("abxc")) == ((2, 0, ("x",)),)


def test_what_stands_around_the_blocks_is_a_piece_as_well():
    around = ('<div class="body" id="body">\n<p>Vienna</p>', "  </div>")
    page = Page(blocks=("<p>a</p>\n",), shell=around)
    assert pieces_of(page) == ("\n<p>Vienna</p>", "<p>a</p>\n", "  ")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("abc", "abc", None),
        ("abc", "aBc", 1),
        ("abc", "abXYc", 3),
        ("abc", "ac", 0),
        ("abc", "bc", 0),
        ("abc", "", None),
        ("", "a", 0),
    ],
)
def test_what_was_changed_last_is_where_the_page_is_followed_to(old, new, expected):
    assert last_changed(old, new) == expected
