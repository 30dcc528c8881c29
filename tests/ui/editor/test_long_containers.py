"""Typing in a long list, quote or passage: the body is right, the rest of it is as it was."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from editor_app.body.normal import normalised
from editor_app.body.tree import ListBlock, ListItem, Quote
from editor_app.ui.editor.document import read
from tests.ui.editor.build import bullets, head, note, paragraph, passage, quote, tight

MANY = 60
LINES = [paragraph(f"Line {number}.") for number in range(MANY)]
NESTED = ListBlock(
    is_numbered=True,
    items=tuple(
        ListItem((tight(f"Item {n}"), bullets(f"one {n}", f"two {n}"))) for n in range(MANY // 3)
    ),
)
LONG = {
    "a passage": passage(*LINES),
    "a quote with a list": quote(*LINES, bullets("last one", "last two")),
    "a list": bullets(*[f"Item {number}" for number in range(MANY)]),
    "lists in a list": NESTED,
    "a passage with heads": passage(head("Head"), *LINES, head("Other")),
}


def is_followed(typist):
    """Whether the body is what is read from the text anew."""
    body = typist.editor.body()
    return body == read(typist.editor.document()) and body.blocks == normalised(body.blocks)


@pytest.mark.parametrize("name", LONG)
def test_a_word_in_any_line_is_followed(typist, name):
    typist.open(paragraph("Above"), LONG[name], paragraph("Below"))
    for number in range(0, typist.editor.document().blockCount(), 7):
        typist.line(number).type("New ")
        assert is_followed(typist)
    typist.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert is_followed(typist)


def test_the_other_lines_stay_the_same_objects(typist):
    typist.open(LONG["a passage"])
    (before,) = typist.editor.body().blocks
    typist.line(20).type("ab")
    (after,) = typist.editor.body().blocks
    assert after.blocks[20] == paragraph("abLine 20.")
    assert all(after.blocks[n] is before.blocks[n] for n in range(MANY) if n != 20)


@pytest.mark.parametrize("name", ["bold", "quote", "bulletList", "factBox"])
def test_what_is_more_than_a_word_is_followed_too(typist, name):
    typist.open(LONG["a quote with a list"]).select("Line 30").do("bold")
    assert is_followed(typist)
    typist.type("x").line(31).do(name).type("y")
    assert is_followed(typist)


def test_a_line_that_becomes_empty_and_full_again_is_followed(typist):
    typist.open(passage(paragraph("a"), *LINES))
    typist.line(0).press(Qt.Key.Key_Delete)
    assert is_followed(typist)
    typist.type("b")
    assert is_followed(typist)
    assert typist.editor.body().blocks[0].blocks[0] == paragraph("b")


def test_lines_with_more_than_words_are_followed(typist):
    held = quote(paragraph("Noted", note("a note")), *LINES, by="Her")
    typist.open(held).line(5).type("x")
    assert is_followed(typist)
    typist.line(0).type("y")
    assert is_followed(typist)
    assert isinstance(typist.editor.body().blocks[0], Quote)


words = st.lists(st.sampled_from(["a", " ", "b ", "**c** ", "- ", "\n", "\b"]), max_size=6)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, MANY), words), min_size=1, max_size=5))
def test_whatever_is_typed_anywhere_is_followed(typist, todo):
    typist.open(LONG["lists in a list"], LONG["a passage with heads"])
    for number, typed in todo:
        typist.line(number)
        for piece in typed:
            if piece == "\n":
                typist.press(Qt.Key.Key_Return)
            elif piece == "\b":
                typist.press(Qt.Key.Key_Backspace)
            else:
                typist.type(piece)
        assert is_followed(typist)
