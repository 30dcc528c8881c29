"""Which blocks of two language versions stand for each other."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from editor_app.body import read_markdown
from editor_app.editing.aligning import aligned

ENGLISH = (
    "The well at Oru was opened in May by Salma Idris.\n\n## What it costs\n\n"
    "It costs 42,000 euros a year.\n\n- Pumps\n- Pipes\n\nThe village pays a tenth of that.\n"
)
ARABIC = (
    "افتتحت سلمى إدريس البئر في أورو في أيار.\n\n## كم تكلف\n\n"
    "تكلف ٤٢٠٠٠ يورو في السنة.\n\n- مضخات\n- أنابيب\n\nتدفع القرية عشر ذلك.\n"
)
SAME = [(number, number) for number in range(5)]
blocks = st.sampled_from(read_markdown(ENGLISH).blocks)


def pairs(one, other):
    return aligned(read_markdown(one).blocks, read_markdown(other).blocks)


def test_a_faithful_version_is_aligned_block_by_block():
    assert pairs(ENGLISH, ARABIC) == SAME
    assert pairs(ENGLISH, ENGLISH) == SAME


def test_a_block_that_one_version_does_not_have_shifts_the_others():
    more = ENGLISH.replace("- Pumps", "> Nobody thought it could be done so soon.\n\n- Pumps")
    assert pairs(ENGLISH, more) == [(0, 0), (1, 1), (2, 2), (3, 4), (4, 5)]
    assert pairs(more, ENGLISH) == [(0, 0), (1, 1), (2, 2), (4, 3), (5, 4)]


def test_a_paragraph_that_was_put_in_is_told_by_numbers_and_names():
    first, rest = ENGLISH.split("\n\n", 1)
    more = f"Three of the ministers came to see it on that day.\n\n{first}\n\n{rest}"
    french = "Salma Idris a ouvert le puits d'Oru en mai.\n\n## Ce que cela coûte\n"
    assert pairs(more, french) == [(1, 0), (2, 1)]


def test_a_text_without_blocks_has_no_counterparts():
    assert pairs("", ENGLISH) == pairs(ENGLISH, "") == []


@given(st.lists(blocks, max_size=8), st.lists(blocks, max_size=8))
def test_counterparts_rise_in_both_texts_and_none_is_used_twice(one, other):
    found = aligned(one, other)
    assert all(a < c and b < d for (a, b), (c, d) in pairwise(found))
    assert all(a < len(one) and b < len(other) for a, b in found)
    assert [(b, a) for a, b in aligned(other, other)] == aligned(other, other)


def test_long_texts_are_aligned_in_bounded_time():
    many = "\n\n".join(f"Paragraph {number} is here." for number in range(700))
    found = pairs(many, many)
    assert len(found) == 700
