"""Hostile, huge and broken texts: read in bounded time, nothing lost, nothing raised."""

import time

import pytest

from editor_app.body.bounds import MOST_NESTED, is_too_costly
from editor_app.body.html import write_html
from editor_app.body.normal import normalised
from editor_app.body.read import read_markdown
from editor_app.body.tree import Body, ListBlock, ListItem, Paragraph, Quote, Source, Text
from editor_app.body.write import write_markdown

MANY = 20_000
A_FEW_SECONDS = 20  # for a machine under load; a tenth of it alone

HOSTILE = {
    "brackets": "[" * MANY,
    "brackets with words": "[x " * MANY,
    "links never closed": "[a](" * MANY,
    "images never opened": "![" * MANY,
    "backticks of all lengths": " ".join("`" * (n % 300 + 1) + "x" for n in range(3000)),
    "asterisks": "*" * MANY,
    "emphasis never closed": "*a " * MANY,
    "bold never closed": "**a " * MANY,
    "underscores": "_a " * MANY,
    "tildes": "~a " * MANY,
    "less than": "<" * MANY,
    "tags never closed": '<a b="' * MANY,
    "comments never closed": "<!--" * MANY,
    "elements never closed": "<div>\n\n" * MANY,
    "ampersands": "&#" * MANY,
    "quotes in quotes": ">" * MANY,
    "quotes in quotes, spaced": "> " * MANY,
    "lists in lists": "* " * MANY,
    "numbers in numbers": "1. " * MANY,
    "indented lists": "\n".join(" " * 4 * n + "* a" for n in range(500)),
    "indented loose lists": "\n\n".join(" " * 4 * n + "* a" for n in range(300)),
    "pipes": "|" * MANY,
    "fences never closed": "".join("`" * (3 + n % 200) + "a\n" for n in range(MANY)),
    "headings without blank lines": "# a\n" * MANY,
    "rules": "---\n" * MANY,
    "underlined headings": "a\n===\n" * MANY,
    "definitions": "".join(f"[a{n}]: /x\n" for n in range(MANY)),
    "a definition of quotes": "[a]: " + '"' * MANY + " x",
    "blank lines": "\n" * 1_000_000,
    "blanks": " " * 100_000 + "x",
    "tabs": "\t" * MANY + "x",
    "backslashes": "\\" * MANY,
    "boxes never closed": "::: fact-box a\n" * MANY,
    "boxes never closed, apart": "::: fact-box a\n\n" * MANY,
    "boxes never opened": ":::\n" * MANY,
    "boxes in boxes": "::: fact-box a\n" * MANY + ":::\n" * MANY,
    "boxes in boxes, apart": "::: lang fr\n\n" * 5000 + ":::\n\n" * 5000,
    "cards in a box": "::: fact-box\n" + "::: embed\ntitle: a\n:::\n" * 5000 + ":::",
    "a box of many lines": "::: pull-quote\n" + "a\n" * MANY + ":::",
    "lines of colons": "::: pull-quote\n" + ": a\n" * MANY + ":::",
    "a card that is none": "::: embed\n" + "title: a\n" * MANY + ":::",
    "notes never closed": "^[" * MANY,
    "spans in spans, some": "[" * 500 + "a" + "]{lang=fr}" * 500,
    "spans in spans, hidden": "[`]`" * 500 + "a" + "]{lang=fr}" * 500,
    "spans in spans, as deep as can be": "[" * 150 + "a" + "]{lang=fr}" * 150,
    "notes never closed, spaced": "a ^[b " * MANY,
    "notes in notes": "^[" * 5000 + "a" + "]" * 5000,
    "many notes": "a^[b] " * 5000,
    "spans never opened": "]{lang=fr}" * MANY,
    "spans never opened, spaced": "a]{lang=fr} " * MANY,
    "spans in spans": "[" * 3000 + "a" + "]{lang=fr}" * 3000,
    "many spans": "[a]{lang=fr} " * 5000,
    "braces": "{" * MANY,
    "braces never closed": "[a]{lang=fr " * MANY,
    "a span of many attributes": "[a]{" + "lang=fr " * MANY + "}",
    "attributions": "> -- a\n>\n" * 5000,
    "captions of a table": "| a |\n| - |\n" + ": a\n" * MANY,
    "a figure of braces": "![a](b)" + "{right}" * MANY,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_text_is_read_written_and_shown_in_bounded_time(name):
    text = HOSTILE[name]
    start = time.process_time()
    body = read_markdown(text)
    assert write_markdown(body).strip() == text.strip()
    write_html(body)
    assert time.process_time() - start < A_FEW_SECONDS


def test_a_text_of_ten_megabytes_is_read_at_once_and_given_back():
    paragraph = "The minister **said** that [the plan](https://example.org/) costs 10 % more.\n\n"
    text = paragraph * (10_000_000 // len(paragraph))
    start = time.process_time()
    body = read_markdown(text)
    assert time.process_time() - start < A_FEW_SECONDS
    assert write_markdown(body) == text
    assert isinstance(body.blocks[0], Paragraph)
    assert isinstance(body.blocks[-1], Source)


def test_what_is_too_costly_is_shown_as_it_was_typed():
    html = write_html(read_markdown("Before.\n\n" + "[" * MANY + "\n\n*After.*\n"))
    assert html == f"<p>Before.</p>\n<pre>{'[' * MANY}\n</pre>\n<p><em>After.</em></p>\n"


@pytest.mark.parametrize(
    "text",
    [
        "* a [link](https://example.org/) in a list\n" * 300,
        "| a | b |\n| --- | --- |\n" + "| *x* | [y](https://example.org/) |\n" * 300,
        "A long paragraph with [links](https://example.org/) and *marks*. " * 100,
        "> quoted *words* of [people](https://example.org/)\n" * 200,
        "- [mot juste]{lang=fr}, the right word\n" * 300,
    ],
)
def test_an_honest_text_is_never_too_costly(text):
    assert not is_too_costly(text)


def test_controls_are_dropped_and_the_words_stay():
    body = read_markdown("\ufeffa\x00b \x02wzxhzdk:0\x03 c\x7f\ud800\r\nd\re\n")
    assert write_markdown(body) == "ab wzxhzdk:0 c\nd\ne\n"


def test_a_tree_nested_too_deeply_is_flattened_not_lost():
    block = Paragraph((Text("deep"),))
    for level in range(60):
        block = (
            Quote((block,))
            if level % 2
            else ListBlock(is_numbered=False, items=(ListItem((block,)),))
        )
    body = Body(normalised((block,)))
    written = write_markdown(body)
    assert "deep" in written
    assert read_markdown(written) == body
    assert write_html(body).count("<li>") <= MOST_NESTED


def test_a_paragraph_of_brackets_can_be_typed():
    body = Body(normalised((Paragraph((Text("[" * MANY),)),)))
    start = time.process_time()
    assert "[" * MANY in write_html(read_markdown(write_markdown(body)))
    assert time.process_time() - start < A_FEW_SECONDS


def test_an_empty_text_is_an_empty_body():
    for text in ("", "\n", " \n\t\n", "\ufeff", "\x00"):
        assert read_markdown(text) == Body()
    assert write_markdown(Body()) == ""
    assert write_html(Body()) == ""
