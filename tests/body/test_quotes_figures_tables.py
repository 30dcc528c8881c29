"""Who said a quote, how a figure is set, what a table is about."""

import pytest

from editor_app.body import read_markdown, write_html, write_markdown
from editor_app.body.normal import normalised
from editor_app.body.tree import (
    Alignment,
    Body,
    Figure,
    Footnote,
    Image,
    ListBlock,
    Paragraph,
    Quote,
    Setting,
    Source,
    Table,
    Text,
)

SAID = Paragraph((Text("Said"),))
ADA = (Text("Ada, chair"),)
NONE = Alignment.NONE


def written_and_read(*blocks):
    return read_markdown(write_markdown(Body(normalised(blocks)))).blocks


# ---------------------------------------------------------------- quotes


def test_the_last_line_of_a_quote_after_two_hyphens_is_who_said_it():
    markdown = "> Said\n>\n> -- Ada, chair\n"
    assert read_markdown(markdown).blocks == (Quote((SAID,), ADA),)
    assert write_markdown(Body((Quote((SAID,), ADA),))) == markdown
    assert read_markdown("> Said\n\n> -- Ada, chair\n").blocks == (Quote((SAID,), ADA),)


def test_quotes_by_two_people_stay_two():
    quotes = (Quote((SAID,), ADA), Quote((SAID,), (Text("Bo"),)), Quote((SAID,)))
    assert normalised(quotes) == quotes
    assert written_and_read(*quotes) == quotes
    inside = (Quote(quotes, ADA),)
    assert written_and_read(*inside) == inside


def test_a_quote_joins_the_next_one_that_says_who_speaks():
    assert normalised((Quote((SAID,)), Quote((SAID,), ADA))) == (Quote((SAID, SAID), ADA),)


def test_who_said_nothing_is_what_is_quoted():
    assert normalised((Quote((), ADA),)) == (Quote((Paragraph(ADA),)),)
    assert read_markdown("> -- Ada, chair").blocks == (
        Quote((Paragraph((Text("-- Ada, chair"),)),)),
    )


@pytest.mark.parametrize(
    "words", ["-- Ada", "--", "-- ", "--- a", "- Ada", "— Ada", "-", "---", "* a", "1. a", "# a"]
)
def test_a_last_paragraph_that_looks_like_an_attribution_is_none(words):
    quote = Quote((SAID, Paragraph((Text(words),))))
    assert written_and_read(quote) == normalised((quote,))
    attributed = Quote((SAID,), (Text(words),))
    assert written_and_read(attributed) == normalised((attributed,))


def test_a_quote_in_a_list_says_who_spoke():
    body = read_markdown("* a\n\n    > b\n    >\n    > -- Ada\n")
    assert isinstance(body.blocks[0], ListBlock)
    assert body.blocks[0].items[0].blocks[1].attribution == (Text("Ada"),)
    assert written_and_read(*body.blocks) == body.blocks


def test_an_attributed_quote_is_a_figure_on_the_page():
    assert write_html(Body((Quote((SAID,), ADA),))) == (
        '<figure class="quote"><blockquote>\n<p>Said</p>\n</blockquote>'
        '<figcaption class="attribution">Ada, chair</figcaption></figure>\n'
    )


# ---------------------------------------------------------------- figures


@pytest.mark.parametrize(
    ("words", "setting", "is_decorative"),
    [
        ("{left}", Setting.LEFT, False),
        ("{right}", Setting.RIGHT, False),
        ("{full}", Setting.FULL, False),
        ("{decorative}", Setting.NONE, True),
        ("{right decorative}", Setting.RIGHT, True),
        ("", Setting.NONE, False),
    ],
)
def test_a_figure_says_in_braces_how_it_is_set(words, setting, is_decorative):
    figure = Figure("a.jpg", setting=setting, is_decorative=is_decorative)
    assert write_markdown(Body((figure,))) == f"![](a.jpg){words}\n"
    assert read_markdown(f"![](a.jpg){words}\n: c\n").blocks[0].setting is setting
    assert read_markdown(f"![](a.jpg){words}").blocks == (figure,)


@pytest.mark.parametrize("words", ["{up}", "{right left}", "{Right}", "{}", "{right} ", " {right}"])
def test_other_words_in_braces_are_words(words):
    blocks = (Paragraph((Image("a.jpg", "b"), Text(words))),)
    assert written_and_read(*blocks) == normalised(blocks)


def test_a_picture_before_words_in_braces_stays_in_its_line():
    blocks = (Paragraph((Image("a.jpg", "b"), Text("{right}"))),)
    assert written_and_read(*blocks) == blocks


def test_a_decorative_photo_has_no_alt_text():
    assert read_markdown("![Alt](a.jpg){decorative}").blocks == (
        Figure("a.jpg", is_decorative=True),
    )
    assert write_html(read_markdown("![Alt](a.jpg){full decorative}")) == (
        '<figure class="full decorative"><img alt="" src="a.jpg"></figure>\n'
    )


# ---------------------------------------------------------------- tables


CELL = (Text("a"),)


@pytest.mark.parametrize(
    ("caption", "has_header_column", "line"),
    [
        ((Text("About"),), False, ": About"),
        ((Text("About"),), True, ": About {header-column}"),
        ((), True, "{header-column}"),
        ((Text("A {header-column}"),), False, ": A \\{header-column}"),
        ((Text("A | b"),), False, ": A \\| b"),
    ],
)
def test_a_table_says_under_its_last_row_what_it_is_about(caption, has_header_column, line):
    table = Table((NONE,), (CELL,), ((CELL,),), caption, has_header_column)
    markdown = f"| a |\n| --- |\n| a |\n{line}\n"
    assert write_markdown(Body((table,))) == markdown
    assert read_markdown(markdown).blocks == (table,)


@pytest.mark.parametrize("line", [": a | b", "::", ": ", "{header}", ":: a"])
def test_a_last_row_that_is_no_caption_is_a_row(line):
    [table] = read_markdown(f"| a | b |\n| --- | --- |\n| c | d |\n{line}\n").blocks
    assert len(table.rows) == 2
    assert table.caption == ()


def test_a_table_of_a_head_alone_has_its_caption_too():
    [table] = read_markdown("| a |\n| --- |\n: About {header-column}\n").blocks
    assert (table.caption, table.has_header_column) == ((Text("About"),), True)
    assert written_and_read(table) == (table,)


def test_notes_in_a_caption_of_a_table_keep_it_to_the_letter():
    source = "| a |\n| --- |\n| b |\n: About^[A note]"
    assert read_markdown(source).blocks == (Source(source),)
    table = Table((NONE,), (CELL,), ((CELL,),), (Text("A"), Footnote(CELL)))
    assert normalised((table,))[0].caption == (Text("A (a)"),)


def test_a_table_on_the_page_says_what_its_heads_head():
    html = write_html(read_markdown("| a | b |\n| --- | --: |\n| c | d |\n: E {header-column}\n"))
    assert html == (
        '<table>\n<caption>E</caption>\n<thead>\n<tr><th scope="col">a</th>'
        '<th class="align-right" scope="col">b</th></tr>\n</thead>\n<tbody>\n'
        '<tr><th scope="row">c</th><td class="align-right">d</td></tr>\n</tbody>\n</table>\n'
    )
