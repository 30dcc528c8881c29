"""Footnotes of GitHub's and Python-Markdown's kind become notes where they are referred to."""

import pytest

from editor_app.body import read_markdown
from editor_app.body.notes import footnotes_of
from editor_app.body.text import plain_text
from editor_app.intake.footnotes import with_inline_notes


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("A claim.[^1]\n\n[^1]: The *source*.\n", "A claim.^[The *source*.]\n\n"),
        ("A claim [^long-label].\n\n[^long-label]: One.\n", "A claim^[One.].\n\n"),
        ("A[^1] b[^2]\n\n[^1]: One.\n[^2]: Two.\n", "A^[One.] b^[Two.]\n\n"),
        ("[^1]: One,\nstill one.\n\n    More\n    of one.\n\nA[^1]\n",
         "\nA^[One, still one. More of one.]\n"),
        ("A[^1] b[^1]\n\n[^1]: One.\n", "A^[One.] b^[One.]\n\n"),
        ("A[^1]\n\n[^1]: See [this](https://x.org/).\n", "A^[See [this](https://x.org/).]\n\n"),
        ("A[^1]\n\n[^1]: Odd ] bracket\n", "A^[Odd \\] bracket]\n\n"),
        ("A[^1]\n\n[^1]: One[^2].\n[^2]: Two[^1].\n", "A^[One (Two.).]\n\n"),
        ("* a[^1]\n* b\n\n[^1]: One.\n", "* a^[One.]\n* b\n\n"),
    ],
)  # fmt: skip
def test_a_footnote_moves_to_where_it_is_referred_to(text, wanted):
    assert with_inline_notes(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "No footnote at all.",
        "Nothing is defined[^1].",
        "[^1]: Nothing refers to this.",
        "```\ncode[^1]\n\n[^1]: still code\n```",
        "In `code[^1]` only.\n\n[^1]: One.",
        "Escaped \\[^1].\n\n[^1]: One.",
        "Empty[^1]\n\n[^1]:",
        "> [!NOTE]\n> An alert stays as it is.",
        "::: warning\nand so does this one\n:::",
    ],
)
def test_what_is_no_footnote_stays_to_the_letter(text):
    assert with_inline_notes(text) == text


def test_the_notes_are_read_as_notes():
    text = "One.[^a] Two.[^b]\n\n## Head[^c]\n\n[^a]: A *b*\n[^b]: C\n\n[^c]: D\n"
    body = read_markdown(with_inline_notes(text))
    assert sum(len(list(footnotes_of(block))) for block in body.blocks) == 3
    assert plain_text(body) == "One. Two.\nA b\nC\n\nHead\nD"


def test_a_long_note_that_is_called_for_ever_does_not_grow_for_ever():
    long = "word " * 2_000
    nested = f"{'[^a]' * 5_000}\n\n[^a]: {'[^b]' * 5_000}\n[^b]: {long}\n"
    for text in (f"{'[^a]' * 50_000}\n\n[^a]: {long}\n", nested):
        found = with_inline_notes(text)
        assert len(found) < 3 * len(text) + 500_000
        assert long.strip() in found
        assert "[^a]:" not in found


def test_a_note_is_written_out_wherever_it_is_called():
    assert with_inline_notes("A[^1] b[^1]\n\n[^1]: One.") == "A^[One.] b^[One.]\n"
