"""What the house profile relies on in Python-Markdown: a guard for every upgrade."""

import markdown
import pytest
from markdown.inlinepatterns import DelimiterProcessor

from editor_app.body.inline_html import BLOCK_ELEMENTS
from editor_app.body.profile import ESCAPABLE, make_markdown, render_markdown
from editor_app.body.read import read_markdown
from editor_app.body.tree import Figure, Paragraph, Source


def test_the_library_is_of_the_series_whose_inline_engine_was_tried():
    assert markdown.__version_info__[:2] == (3, 11)


def test_marks_can_be_added_to_the_delimiters():
    """`md.delimiters` is not documented; ours stand on it."""
    assert isinstance(make_markdown().inlinePatterns["em_strong"], DelimiterProcessor)
    assert render_markdown("~~a~~ H~2~O x^2^ ~~*b*~~") == (
        "<p><del>a</del> H<sub>2</sub>O x<sup>2</sup> <del><em>b</em></del></p>"
    )


def test_what_can_be_escaped_is_what_the_writer_believes():
    assert set(make_markdown().ESCAPED_CHARS) == ESCAPABLE


def test_block_elements_are_those_the_library_knows():
    assert set(make_markdown().block_level_elements) == BLOCK_ELEMENTS


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("a &# b\nc <u>d</u> e; f", "a &amp;# b\nc <u>d</u> e; f"),
        ("a &#38 b; `&# c;`", "a &amp;#38 b; <code>&amp;# c;</code>"),
        ("&#8211; &amp; &copy &copy;", "&#8211; &amp; &amp;copy &copy;"),
    ],
)
def test_an_ampersand_that_begins_no_reference_does_no_harm(text, html):
    assert render_markdown(text) == f"<p>{html}</p>"


def test_an_image_alone_is_a_figure_with_the_lines_below_it():
    [figure] = read_markdown('![Two boats](a.jpg "T")\n: The *port*\n:: Photo: A\n').blocks
    assert isinstance(figure, Figure)
    assert (figure.src, figure.alt, figure.title) == ("a.jpg", "Two boats", "T")
    assert isinstance(read_markdown("![a](b.jpg)").blocks[0], Figure)
    assert isinstance(read_markdown("![a](b.jpg) c").blocks[0], Paragraph)


@pytest.mark.parametrize(
    "source",
    [
        "```python\nx = 1\n\n\ny = '<b>'\n```",
        "    indented\n\n    code",
        "<div>\n\nraw\n\n</div>",
        "<!-- a comment -->",
        "[label]: https://example.org/",
        "Words\n[label]: https://example.org/",
        "[Words](/there) first\n[label]: https://example.org/",
        "[label]: https://example.org/\nand words\n> and a quote",
        "> quote\n>\n> [label]: https://example.org/",
        "> quote\n>\n>     code",
        "* item\n\n        code",
        "003. a number with zeros",
        "a <!-- b\nc --> d",
    ],
)
def test_what_the_tree_has_no_words_for_is_kept_to_the_letter(source):
    body = read_markdown(f"Before.\n\n{source}\n\nAfter.\n")
    assert body.blocks[1:-1] == (Source(source),)


def test_a_fence_that_is_never_closed_is_text():
    assert isinstance(read_markdown("```\na\n").blocks[0], Paragraph)
