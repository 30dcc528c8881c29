"""Two versions of one text become one, and no new word is lost."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.editing.joined import joined, shared_start

BASE = "First words.\n\nSecond words.\n\nThird words.\n"


@pytest.mark.parametrize(
    ("first", "second", "both"),
    [
        (BASE, BASE, BASE),
        (BASE, "Other.\n", "Other.\n"),
        ("Other.\n", BASE, "Other.\n"),
        ("Same.\n", "Same.\n", "Same.\n"),
    ],
)
def test_what_only_one_has_changed_is_as_it_says(first, second, both):
    assert joined(BASE, first, second) == both


@pytest.mark.parametrize(
    ("first", "second", "both"),
    [
        (("First", "My first"), ("Third", "The third"), "My first words.*The third words."),
        (("Third", "The third"), ("First", "My first"), "My first words.*The third words."),
        (("Second words", "Second new words"), ("Second", "The second"), "The second new words"),
        (("Second words.", "Gone"), ("Third", "The third"), "First words.*Gone\n\nThe third"),
        (("words.\n\nThird", "w\n\nT"), ("First words", "F"), "F.\n\nSecond w\n\nT words"),
    ],
)
def test_changes_apart_from_each_other_are_both_made(first, second, both):
    found = joined(BASE, BASE.replace(*first), BASE.replace(*second))
    assert re.search(both, found, re.DOTALL), found


def test_words_put_in_at_one_place_stand_one_after_the_other():
    assert joined("a b\n", "a one b\n", "a two b\n") == "a one two b\n"


def test_a_word_that_both_have_changed_is_there_twice():
    assert joined("The cat sat.", "The dog sat.", "The bird sat.") == "The dog bird sat."


def test_what_one_deletes_and_the_other_changes_is_there_as_changed():
    assert joined("One.\n\nTwo.\n", "One.\n", "One.\n\nTwo more.\n") == "One.\n\nTwo more.\n"


def test_wide_changes_with_a_piece_in_common_are_taken_apart():
    first = BASE.replace("First", "One").replace("Third", "Three")
    second = BASE.replace("Second", "Two")
    assert joined(BASE, first, second) == "One words.\n\nTwo words.\n\nThree words.\n"


@given(st.text("ab"), st.text("ab"))
def test_shared_letters_are_counted(one, other):
    count = shared_start(one, other)
    assert one[:count] == other[:count]
    assert one[count : count + 1] != other[count : count + 1] or count == len(one) == len(other)


base_words = st.lists(st.sampled_from(["the", "a", ".", "\n", "\n\n", "**", "- "]), max_size=12)
edits = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 3), st.booleans()), max_size=4)


def edited(words, changes, name):
    """Return words with some taken out and new ones put in, and the new ones."""
    words, new = list(words), []
    for number, (place, gone, has_new) in enumerate(changes):
        fresh = [f"{name}{number}"] if has_new else []
        words[place : place + gone] = fresh
        new += fresh
    return words, [word for word in new if word in words]


@given(base_words, edits, edits)
def test_no_new_word_is_lost_whatever_is_changed(words, first, second):
    base = " ".join(words)
    (one, new_in_one), (other, new_in_other) = edited(words, first, "p"), edited(words, second, "q")
    found = joined(base, " ".join(one), " ".join(other))
    assert {*new_in_one, *new_in_other} <= set(re.findall(r"\w+", found))
