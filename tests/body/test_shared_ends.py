"""How much of a text is as before."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.body.shared_ends import shared_ends

A, B, C, D = (object() for _ in range(4))


@pytest.mark.parametrize(
    ("old", "new", "ends"),
    [
        ([], [], (0, 0)),
        ([], [A], (0, 0)),
        ([A, B], [A, B], (2, 0)),
        ([A, B, C], [A, D, C], (1, 1)),
        ([A, B], [A, C, B], (1, 1)),
        ([A, B, C], [A, C], (1, 1)),
        ([A, A], [A, A, A], (2, 0)),
        ([A, B], [C, D], (0, 0)),
    ],
)
def test_what_both_begin_and_end_with_is_counted_once(old, new, ends):
    assert shared_ends(old, new) == ends


def test_equal_objects_are_alike():
    assert shared_ends(([1], [2]), ([1], [2])) == (2, 0)


@pytest.mark.parametrize("place", [0, 1, 127, 128, 129, 300, 599])
def test_the_one_that_is_another_is_found_among_many(place):
    old = tuple(object() for _ in range(600))
    new = (*old[:place], object(), *old[place + 1 :])
    assert shared_ends(old, new) == (place, 599 - place)
    assert shared_ends(list(old), new) == (place, 599 - place)
    assert shared_ends(old, (*old[:place], *old[place + 1 :])) == (place, 599 - place)


@given(st.lists(st.sampled_from([A, B])), st.lists(st.sampled_from([A, B])))
def test_the_rest_of_both_begins_and_ends_differently(old, new):
    start, end = shared_ends(old, new)
    assert old[:start] == new[:start]
    assert old[len(old) - end :] == new[len(new) - end :]
    rest, other = old[start : len(old) - end], new[start : len(new) - end]
    if rest and other:
        assert rest[0] is not other[0]
        assert rest[-1] is not other[-1]
