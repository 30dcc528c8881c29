import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor_app.checks.repetition import containment, is_repeat, near_repeats

ENGLISH = (
    "The old ferry sails again with three thousand books and a timetable that schools can rely on."
)
REWORDED = (
    "The old ferry sails again with three thousand books, and a timetable that the schools like."
)
OTHER = (
    "In winter the ship stays in port and the books are mended by forty volunteers from the town."
)

PAIRS = json.loads((Path(__file__).parent / "reworded.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", PAIRS)
def test_a_reworded_repeat_is_found_in_every_script(language):
    standfirst, reworded, other = PAIRS[language]
    assert is_repeat(standfirst, reworded)
    assert not is_repeat(standfirst, other)


def test_only_the_paragraphs_that_repeat_are_named():
    assert near_repeats(ENGLISH, [OTHER, REWORDED, ENGLISH, ""]) == (REWORDED, ENGLISH)


def test_a_standfirst_inside_a_long_paragraph_is_found():
    assert near_repeats(ENGLISH, [f"{OTHER} {ENGLISH} {OTHER}"])


def test_short_texts_repeat_only_when_they_are_the_same():
    assert is_repeat("What comes next", "what comes next!")
    assert not is_repeat(
        "What comes next", "What comes next is winter, and the ship stays in port."
    )


@pytest.mark.parametrize("nothing", ["", "   ", "…", "—"])
def test_nothing_repeats_nothing(nothing):
    assert containment(nothing, ENGLISH) == 0
    assert not is_repeat(nothing, nothing)


@settings(max_examples=60)
@given(st.text(max_size=80), st.text(max_size=80))
def test_containment_is_a_share_and_whole_for_the_same_text(a, b):
    assert 0 <= containment(a, b) <= 1
    assert containment(a, a) in {0, 1}
