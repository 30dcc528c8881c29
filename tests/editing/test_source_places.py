"""The caret's way between a text and its Markdown."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.body import read_markdown, write_markdown
from editor_app.editing.source_places import block_at, block_span, same_place

TEXT = (
    "First *para* with [a link](http://e.org/para).\n\n\n## Head\n\n"
    "| a | b |\n| - | - |\n| 1 | 2 |\n\n::: fact-box About\nWords\n:::\n\n<div>x</div>\n\n[d]: http://x.org\n\nLast.\n"
)


def test_every_block_is_found_where_it_is_written():
    body = read_markdown(TEXT)
    spans = [block_span(TEXT, body, index) for index in range(len(body.blocks))]
    written = [TEXT[start:end] for start, end in spans]
    assert written == [part.strip("\n") for part in TEXT.split("\n\n") if part.strip()]


def test_blocks_are_found_before_a_definition_that_they_need():
    text = "See [this][d].\n\nAnd [that][d].\n\n[d]: http://x.org\n\nLast.\n"
    body = read_markdown(text)
    spans = [block_span(text, body, index) for index in range(len(body.blocks))]
    assert [text[start:end] for start, end in spans] == text.strip().split("\n\n")


def test_one_word_over_and_over_is_found_in_time():
    start = time.process_time()
    assert 0 < same_place("a " * 1499, 100, "a b " * 740) < 400
    assert time.process_time() - start < 5


def test_a_place_leads_to_its_block_and_back():
    body = read_markdown(TEXT)
    for index in range(len(body.blocks)):
        start, end = block_span(TEXT, body, index)
        for place in (start, (start + end) // 2, end):
            found, source, offset = block_at(body, place)
            assert found == index
            assert source[offset : offset + 1] == TEXT[place : place + 1]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("First para, more| words", "First *para*, more| words"),
        ("one tw|o", "[one tw|o](http://one.org/two)"),
        ("one two| three", "[one two|](http://one.org/two) three"),
        ("the| end", "~~the~~ the| end"),
        ("|words", "## |words"),
        ("كلمة أخ|رى", "**كلمة** أخ|رى"),
        ("café n|oir", "*café* n|oir"),
    ],
)
def test_words_go_on_as_they_did(source, target):
    place = same_place(source.replace("|", ""), source.index("|"), target.replace("|", ""))
    reached = target.replace("|", "")
    wanted = target.index("|")
    assert abs(place - wanted) <= 3
    if reached[wanted : wanted + 1].isalnum() and wanted and reached[wanted - 1].isalnum():
        assert place == wanted


@given(st.text("ab *_[]()\n|🎉é", max_size=60), st.text("ab *_[]()\n|🎉é", max_size=60), st.data())
def test_any_place_leads_into_the_other_text(source, target, data):
    place = data.draw(st.integers(0, len(source)))
    assert 0 <= same_place(source, place, target) <= len(target)


@given(
    st.lists(st.sampled_from(["*a* b", "## c", "* d\n* e", "> f", "<p>g</p>", ": h"]), max_size=6)
)
def test_places_of_what_was_written_anew_lie_in_it(parts):
    body = read_markdown("\n\n".join(parts))
    markdown = write_markdown(body)
    read = read_markdown(markdown)
    for index in range(len(read.blocks)):
        start, end = block_span(markdown, read, index)
        assert 0 <= start <= end <= len(markdown)
