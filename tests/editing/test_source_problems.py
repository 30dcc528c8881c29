"""What is said of mistakes in Markdown."""

import pytest

from editor_app.body import read_markdown
from editor_app.editing.source_problems import problems_in


def said(text):
    return [(problem.line, problem.words) for problem in problems_in(text, read_markdown(text))]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Plain *words* with [a link](https://e.org) and | a bar.\n",
        "| a | b |\n| --- | :-: |\n| 1 | 2 |\n| x \\| y | z |\n",
        "::: fact-box About\nWords\n\n* a\n:::\n",
        "[x]: https://e.org\n\n<!-- a note -->\n",
    ],
)
def test_nothing_is_said_of_what_is_right(text):
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a\n\n::: fact-box About\nWords\n", 3, "not closed"),
        ("a\n\n:::\n", 3, "closes nothing"),
        ("::: nope\nx\n:::\n", 1, "no block called “nope”"),
        ("a\n\n<div>x</div>\n", 3, "HTML"),
        ("a\n\n```\ncode\n```\n", 3, "code"),
        ("| a | b |\n| --- |\n", 2, "1 under a head of 2"),
        ("a\n\n| a | b |\n| 1 | 2 |\n", 3, "needs a line such as"),
        ("| a | b |\n| - | - |\n| 1 | 2 | 3 |\n", 3, "3 cells, but the table has 2"),
    ],
)
def test_a_mistake_is_said_with_its_line(text, line, words):
    found = said(text)
    assert found
    assert found[0][0] == line
    assert words in found[0][1]


def test_signs_in_code_are_no_mistakes():
    found = said("```\n::: fact-box\n| a | b |\n```\n")
    assert [line for line, _words in found] == [1]


def test_a_long_text_of_mistakes_is_read_in_time_and_said_in_part():
    assert len(said("::: nope\n\n" * 3000)) == 50
