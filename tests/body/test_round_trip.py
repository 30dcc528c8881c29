"""The tree to Markdown and back, for generated trees and for the cases known to be hard."""

import pytest
from hypothesis import HealthCheck, given, settings

from editor_app.body.gate import clean_html
from editor_app.body.html import write_html
from editor_app.body.normal import normalised
from editor_app.body.profile import render_markdown
from editor_app.body.read import read_markdown
from editor_app.body.tree import (
    Alignment,
    Body,
    Break,
    Card,
    CardKind,
    CrossHead,
    FactBox,
    Figure,
    Footnote,
    Image,
    Link,
    ListBlock,
    ListItem,
    Mark,
    Paragraph,
    Passage,
    PullQuote,
    Quote,
    RawInline,
    Source,
    Table,
    Text,
)
from editor_app.body.write import block_markdown, write_markdown
from tests.body.sameness import sem
from tests.body.strategies import WORDS_ALONE, bodies

SLOW_IS_FINE = settings(
    deadline=None,
    max_examples=300,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
BOLD = frozenset({Mark.STRONG})
ITALIC = frozenset({Mark.EMPHASIS})
CODE = frozenset({Mark.CODE})
TWO_COLUMNS = (Alignment.NONE, Alignment.RIGHT)


def text(words, *marks):
    return Text(words, frozenset(marks))


def paragraph(*pieces):
    return Paragraph(tuple(Text(p) if isinstance(p, str) else p for p in pieces))


def written_and_read(*blocks):
    return read_markdown(write_markdown(Body(normalised(blocks)))).blocks


# ---------------------------------------------------------------- properties


@SLOW_IS_FINE
@given(bodies())
def test_every_tree_comes_back(body):
    assert read_markdown(write_markdown(body)) == body


@settings(SLOW_IS_FINE, max_examples=150)
@given(bodies())
def test_normal_form_is_reached_at_once(body):
    assert normalised(body.blocks) == body.blocks


@settings(SLOW_IS_FINE, max_examples=80)
@given(bodies(hostile=WORDS_ALONE))
def test_html_of_a_tree_is_the_gated_rendering_of_its_markdown(body):
    assert sem(write_html(body)) == sem(clean_html(render_markdown(write_markdown(body))))


@settings(SLOW_IS_FINE, max_examples=80)
@given(bodies(), bodies())
def test_a_text_changed_in_its_middle_comes_back(before, after):
    """What is kept and what is new stand side by side without running together."""
    kept = read_markdown(write_markdown(before))
    middle = len(kept.blocks) // 2
    blocks = normalised((*kept.blocks[:middle], *after.blocks, *kept.blocks[middle:]))
    changed = kept.with_blocks(blocks)
    assert read_markdown(write_markdown(changed)).blocks == changed.blocks


# ---------------------------------------------------------------- named cases

WORDS = [
    *("\xa0a\xa0", "\u202fa\u202f", "\u2009", "a\u3000", "\u200b", "e\u0301"),
    *("\U0001f469\u200d\U0001f467 \u05e9\u05dc\u05d5\u05dd", "&#", "&# ;"),
    *("one &# two <u>three</u> four; five", "&#4", "&#38", "&copy", "&copy;", "&amp;"),
    *("&notanentity;", "AT&T", "R&D", "a & b", "2024.", "2024. A year", "+47 22", "- a", "-"),
    *("* a", "#MeToo", "# a", "===", "---", "***", ": x", ":: x", "> a", "1. a", "12) a", "+"),
    *("+ a", "a #", "un*frigging*believable", "snake_case_name", "_a_", "*", "**", "2 * 3 * 4"),
    *("~a~", "a~b", "^", "[sic]", "[a](b)", "[a][b]", "![a](b)", "[a]: b", "!", "[", "]", "]("),
    *("[^1]", "`", "``", "a`b`", "<3", "3 < 4", "<b>", "</b>", "<", ">", "<a@b.org>"),
    *("<http://a.b>", "<!--", "-->", "<div>", "\\", "\\*", "a\\", "|", "a | b", "\\|"),
    *("{: .a }", '"', "'", "http://a.b/c_d_e?f=1&g=2", "(", ")", "~~~", "```", "```a", "    a"),
    *(":::", "::: fact-box", "::: x\n:::", ":::: y", "-- a", "--", "^[a]", "^[", "[a]{lang=fr}"),
    *(
        "]{lang=fr}",
        '[a]{abbr="b"}',
        "{right}",
        "{decorative}",
        "{header-column}",
        "a {header-column}",
    ),
    *("title: a", ": a {header-column}", "x^2^[a]", "[^1]: a"),
    *("\ta", "a  b", "*a*b", "***a***", "!!! note", "$x$", "…", "a@b.c"),
]


@pytest.mark.parametrize("words", WORDS)
def test_words_mean_themselves_wherever_they_stand(words):
    content = (Text(words),)
    marked = (Text("a "), Text(words, BOLD), Text(" b "), Text(words, ITALIC), Text("c"))
    broken = (Text("a"), Break(), Text(words), Break(), Text(words))
    linked = (Text(words, frozenset({Link("/there", words)})), Text(words), Text(words, CODE))
    for inline in (content, marked, broken, linked):
        blocks = normalised(
            (
                Paragraph(inline),
                CrossHead(2, inline),
                Quote((Paragraph(inline),)),
                ListBlock(
                    is_numbered=False, items=(ListItem((Paragraph(inline, is_tight=True),)),)
                ),
                Quote((Paragraph(content),), inline),
                Table(TWO_COLUMNS, (inline, content), ((inline, ()),), inline),
                Figure("a.jpg", words, words, inline, content),
                FactBox(inline, (Paragraph(inline), Card(CardKind.EMBED, (words,) * 3))),
                Passage("fr", (Paragraph(inline),)),
                PullQuote(inline, content, inline),
                Paragraph((Text("a"), Footnote(inline), Image("b.jpg", words), *inline)),
            )
        )
        assert written_and_read(*blocks) == blocks


@pytest.mark.parametrize(
    "href",
    [
        *("", "a b", "a(b", "a)b", "a(b)", 'a"b', "a'b", "<a>", "a`b", "a\\b", "a|b", "a*b*"),
        *("a_b_", "&copy;", "[x]", "/x y", "ü/日本"),
    ],
)
def test_addresses_come_back(href):
    link = Link(href, 'Say "it\'s"')
    blocks = (Paragraph((Text("a", frozenset({link})),)), Figure(href, "alt [x] (y)", "t"))
    assert written_and_read(*blocks) == normalised(blocks)


@pytest.mark.parametrize(
    "content",
    [
        (Text("a", BOLD), Text("b")),
        (Text("a"), Text("b", BOLD), Text("c")),
        (Text("a", BOLD), Text("b", BOLD | ITALIC), Text("c", ITALIC)),
        (Text("a", ITALIC), Text("b", BOLD), Text("c", ITALIC)),
        (Text("a", BOLD | CODE), Text(" b", BOLD)),
        (text("a", Link("/x"), Mark.STRONG), text("b", Link("/x"))),
        (text("a", Mark.STRONG), text("b", Mark.STRONG, Link("/x")), text("c", Mark.STRONG)),
        (text("a", Link("/x")), text("b", Link("/y"))),
        (Text("H"), text("2", Mark.SUBSCRIPT), Text("O "), text("gone", Mark.STRIKE)),
        (Text("x"), text("2", Mark.SUPERSCRIPT), text("3", Mark.SUBSCRIPT)),
        (Text("`"), Text("a`b", CODE), Text("``", CODE)),
        (RawInline("<u>"), Text("a", BOLD), RawInline("</u>"), Break(), RawInline("<kbd>")),
    ],
)
def test_marks_come_back(content):
    assert written_and_read(Paragraph(content)) == normalised((Paragraph(content),))


def test_a_pretty_text_is_written_as_a_person_would():
    content = (Text("The "), Text("new", BOLD), Text(" plan: "), text("see", Link("/x", "More")))
    body = Body((Paragraph(content), CrossHead(2, (Text("What's next?"),))))
    assert write_markdown(body) == 'The **new** plan: [see](/x "More")\n\n## What\'s next?\n'


# ---------------------------------------------------------------- kept sources


def test_only_the_changed_block_is_written_anew():
    source = "Setext\n------\n\n__a__  and *b*\n+ not a list\n\n\n* c\n+ d\n"
    body = read_markdown(source)
    changed = (*body.blocks[:1], paragraph("New."), *body.blocks[2:])
    written = write_markdown(body.with_blocks(changed))
    assert written == "Setext\n------\n\nNew.\n\n* c\n+ d\n"


def test_a_block_that_moved_keeps_its_source():
    body = read_markdown("__a__\n\n* b\n\nc\n")
    moved = write_markdown(body.with_blocks(body.blocks[::-1]))
    assert moved == "c\n\n* b\n\n__a__\n"


def test_a_list_that_took_in_another_block_is_one_with_it():
    """A rule right after an item ends the list in the middle of a block of text."""
    body = read_markdown("* a\n\n* b\n# Head\n")
    changed = body.with_blocks(body.blocks[1:])
    assert read_markdown(write_markdown(changed)).blocks == body.blocks[1:]


def test_a_definition_taken_away_leaves_its_links_as_they_were():
    body = read_markdown("See [this].\n\n[this]: https://example.org/\n")
    without = body.with_blocks(body.blocks[:1])
    assert read_markdown(write_markdown(without)).blocks == body.blocks[:1]
    assert "https://example.org/" in write_markdown(without)


def test_words_in_brackets_do_not_turn_into_a_link():
    body = read_markdown("[sic]: https://example.org/\n")
    more = body.with_blocks((paragraph("He said [sic] so."), *body.blocks))
    assert read_markdown(write_markdown(more)).blocks == more.blocks


def test_two_kinds_of_code_next_to_a_list_stay_apart():
    blocks = normalised((*read_markdown("* a").blocks, Source("    code"), Source("    more")))
    assert written_and_read(*blocks) == blocks


@pytest.mark.parametrize("is_numbered", [False, True])
def test_an_item_of_empty_items_beside_a_tight_one_comes_back(is_numbered):
    empty = ListItem((ListBlock(is_numbered=False, items=(ListItem(()),)),))
    tight = ListItem((Paragraph((Text("a"),), is_tight=True),))
    blocks = normalised((ListBlock(is_numbered, (empty, tight)),))
    assert written_and_read(*blocks) == blocks


def test_a_body_that_is_not_in_normal_form_is_written_as_if_it_were():
    loose = Paragraph((Text("a "), Text("b"), Text(" c ", BOLD), Break()))
    body = Body((loose, Paragraph(()), paragraph("d")))
    assert write_markdown(body) == "a b **c**\n\nd\n"


def test_an_unclosed_element_does_not_swallow_what_is_put_after_it():
    body = read_markdown("<div>\n\nnot closed\n")
    more = body.with_blocks((*body.blocks, paragraph("After.")))
    assert "After." in write_markdown(more)


def test_the_last_resort_shows_the_same():
    block = paragraph("[" * 20_000)
    written = block_markdown(block)
    assert clean_html(render_markdown(written)) == f"<p>{'[' * 20_000}</p>"
