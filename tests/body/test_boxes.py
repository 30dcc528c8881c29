"""Boxes between ``:::`` lines, and what stands in them or cannot."""

import pytest

from editor_app.body import read_markdown, write_html, write_markdown
from editor_app.body.normal import normalised
from editor_app.body.tree import (
    Body,
    Card,
    CardKind,
    CrossHead,
    Direction,
    FactBox,
    Figure,
    Gallery,
    Link,
    ListBlock,
    ListItem,
    Mark,
    Paragraph,
    Passage,
    PullQuote,
    Quote,
    RawInline,
    Separator,
    Source,
    Text,
)

WORDS = (Text("Words"),)
WORDS_BLOCK = Paragraph(WORDS)
PUBLICATION = Card(CardKind.PUBLICATION, ("A paper", "PDF", "en", "1 MB", "https://x.org/p.pdf"))
EDITOR = Card(CardKind.CONTACT, ("Ada", "Editor", "", "", ""))
PHOTO = Figure("a.jpg", "Alt", caption=WORDS)
SEPARATOR = Separator()
CONTACT = Card(CardKind.CONTACT, ("Ada", "Chair", "House", "ada@x.org", "+43 1 22"))


def written_and_read(*blocks):
    return read_markdown(write_markdown(Body(normalised(blocks)))).blocks


@pytest.mark.parametrize(
    ("block", "markdown"),
    [
        (PullQuote(WORDS), "::: pull-quote\nWords\n:::\n"),
        (PullQuote(WORDS, role=WORDS), "::: pull-quote\nWords\n:: Words\n:::\n"),
        (PullQuote((), WORDS), "::: pull-quote\n: Words\n:::\n"),
        (FactBox((), ()), "::: fact-box\n:::\n"),
        (FactBox(WORDS, ()), "::: fact-box Words\n:::\n"),
        (FactBox((), (WORDS_BLOCK,)), "::: fact-box\nWords\n:::\n"),
        (FactBox((Text("Facts: a b:"),), ()), "::: fact-box Facts: a b:\n:::\n"),
        (Passage("fr", ()), "::: lang fr\n:::\n"),
        (
            Passage("ar", (WORDS_BLOCK, WORDS_BLOCK), Direction.RIGHT_TO_LEFT),
            "::: lang ar rtl\nWords\n\nWords\n:::\n",
        ),
        (
            FactBox(WORDS, (CrossHead(3, WORDS), EDITOR)),
            "::: fact-box Words\n### Words\n\n::: contact\nname: Ada\nrole: Editor\n:::\n:::\n",
        ),
        (Gallery((PHOTO,)), "::: gallery\n![Alt](a.jpg)\n: Words\n:::\n"),
        (
            Gallery((PHOTO, Figure("b.jpg", is_decorative=True)), WORDS),
            "::: gallery Words\n![Alt](a.jpg)\n: Words\n\n![](b.jpg){decorative}\n:::\n",
        ),
        (
            Card(CardKind.EMBED, ("", "", "https://x.org/?a=1&b=2")),
            "::: embed\nlink: https://x.org/?a=1&b=2\n:::\n",
        ),
    ],
)
def test_a_box_is_written_as_a_person_would_type_it(block, markdown):
    assert write_markdown(Body((block,))) == markdown
    assert read_markdown(markdown).blocks == (block,)


@pytest.mark.parametrize(
    "source",
    [
        "::: warning\nAn unknown kind\n:::",
        "::: {.note}\nA pandoc box\n:::",
        "::: publication\ntitle: A\nisbn: an unknown field\n:::",
        "::: publication\ntitle: A\ntitle: B\n:::",
        "::: publication\nno field at all\n:::",
        "::: publication A title\n:::",
        "::: lang\nno language\n:::",
        "::: lang fr up\nno direction\n:::",
        "::: pull-quote\nTwo\n\nparagraphs\n:::",
        "::: pull-quote\n* a list\n:: Role\n: Speaker after role\n:::",
        "::: fact-box\n```\ncode\n```\n:::",
        "::: fact-box\n::: lang fr\nA box that cannot stand here\n:::\n:::",
        "::: lang fr\n::: contact\nname: Ada\n:::\n:::",
        "::: fact-box\n[a]: https://x.org/ 'a definition'\n:::",
        "::: fact-box Title^[with a note]\n:::",
        "::: fact-box\n<div>raw</div>\n:::",
        "::: gallery\n:::",
        "::: gallery Title\nonly words\n:::",
        "::: gallery\n![a](b.jpg)\n\nwords among them\n:::",
        "::: gallery\n![a](b.jpg)\n\n::: contact\nname: Ada\n:::\n:::",
        "::: fact-box\n::: gallery\n![a](b.jpg)\n:::\n:::",
    ],
)
def test_a_box_that_the_tree_has_no_words_for_is_kept_to_the_letter(source):
    body = read_markdown(f"Before.\n\n{source}\n\nAfter.\n")
    assert body.blocks[1:-1] == (Source(source),)
    assert write_markdown(Body(body.blocks)) == f"Before.\n\n{source}\n\nAfter.\n"
    assert ":::" not in write_html(body)


@pytest.mark.parametrize(
    "text",
    [
        "::: fact-box Never closed",
        "Words\n::: fact-box never closed\nmore",
        ":::",
        "a\n:::\nb",
        ":: fact-box\n::",
        "> ::: fact-box\n> a\n> :::",
        "* ::: fact-box\n\n    a\n\n    :::",
        "    ",
    ],
)
def test_colons_that_are_no_box_are_text(text):
    body = read_markdown(text)
    assert not any(isinstance(block, FactBox | Source) for block in body.blocks)
    assert written_and_read(*body.blocks) == body.blocks


def test_colons_may_close_an_opening_line_too():
    assert read_markdown("::: fact-box A: :::\nWords\n:::").blocks == (
        FactBox((Text("A:"),), (WORDS_BLOCK,)),
    )


def test_a_box_may_touch_the_blocks_around_it():
    body = read_markdown("Before.\n::: embed\ntitle: A\n:::\n* a\n::: lang fr\nb\n:::\nAfter.\n")
    kinds = [type(block) for block in body.blocks]
    assert kinds == [Paragraph, Card, ListBlock, Passage, Paragraph]


def test_only_the_changed_box_is_written_anew():
    source = ":::   fact-box  A\n\n__a__\n\n:::\n\n:::: lang fr\n+ b\n::::\n"
    body = read_markdown(source)
    assert write_markdown(body) == source
    changed = body.with_blocks((body.blocks[0], Passage("fr", (WORDS_BLOCK,))))
    assert write_markdown(changed) == (
        ":::   fact-box  A\n\n__a__\n\n:::\n\n::: lang fr\nWords\n:::\n"
    )


def test_lines_that_were_no_box_do_not_become_one_when_they_are_moved():
    source = ":::\n\nWords\n\n::: fact-box A\n"
    body = read_markdown(source)
    assert write_markdown(body) == source
    turned = body.with_blocks(body.blocks[::-1])
    assert read_markdown(write_markdown(turned)).blocks == turned.blocks
    boxed = body.with_blocks((body.blocks[2], PUBLICATION, FactBox((), ()), body.blocks[0]))
    assert read_markdown(write_markdown(boxed)).blocks == boxed.blocks


@pytest.mark.parametrize(
    ("block", "parts"),
    [
        (
            FactBox((Text("A title"),), (WORDS_BLOCK,)),
            (Paragraph((Text("A title", frozenset({Mark.STRONG})),)), WORDS_BLOCK),
        ),
        (Passage("fr", (WORDS_BLOCK, WORDS_BLOCK)), (WORDS_BLOCK, WORDS_BLOCK)),
        (
            Gallery((PHOTO, PHOTO), (Text("A title"),)),
            (Paragraph((Text("A title", frozenset({Mark.STRONG})),)), PHOTO, PHOTO),
        ),
        (
            PullQuote(WORDS, (Text("Ada"),), (Text("Chair"),)),
            (Quote((WORDS_BLOCK,), (Text("Ada, Chair"),)),),
        ),
        (
            PUBLICATION,
            (
                Paragraph(
                    (
                        Text("A paper, PDF, en, 1 MB, "),
                        Text("https://x.org/p.pdf", frozenset({Link("https://x.org/p.pdf")})),
                    )
                ),
            ),
        ),
        (
            CONTACT,
            (
                Paragraph(
                    (
                        Text("Ada, Chair, House, "),
                        Text("ada@x.org", frozenset({Link("mailto:ada@x.org")})),
                        Text(", +43 1 22"),
                    )
                ),
            ),
        ),
    ],
)
def test_a_box_where_none_can_stand_leaves_all_its_words(block, parts):
    assert normalised((Quote((block,)),)) == normalised((Quote(parts),))
    item, items = ListItem((block, SEPARATOR)), ListItem((*parts, SEPARATOR))
    assert normalised((ListBlock(is_numbered=True, items=(item,)),)) == normalised(
        (ListBlock(is_numbered=True, items=(items,)),)
    )
    passage = Passage("fr", (FactBox((), (block,)),))
    assert normalised((passage,)) == (Passage("fr", normalised(parts)),)


def test_a_passage_in_no_language_is_its_blocks():
    assert normalised((Passage("no language", (WORDS_BLOCK,)),)) == (WORDS_BLOCK,)


def test_what_says_nothing_vanishes():
    empty = (Card(CardKind.EMBED, ("", " ", "")), PullQuote((Text(" "),)))
    assert normalised(empty) == ()


@pytest.mark.parametrize(
    "value",
    [
        *(
            "AT&T",
            "&amp;",
            "&#38;",
            "<b>",
            "<!--",
            "a: b",
            ":::",
            "*a*",
            "[a](b)",
            "`a`",
            "\\",
            "|",
        ),
        *("#", "- a", "^[a]", "\u00a0a\u00a0", "a  b", "{right}", "https://x.org/a_b_(c)?d=1&e=2"),
        *("javascript:alert(1)", '"', "[" * 300, "\u05e9\u05dc\u05d5\u05dd"),
    ],
)
@pytest.mark.parametrize("kind", CardKind)
def test_the_values_of_a_card_mean_themselves(kind, value):
    count = {CardKind.EMBED: 3}.get(kind, 5)
    cards = normalised((Card(kind, (value,) * count), FactBox((), (Card(kind, (value,) * count),))))
    assert written_and_read(*cards) == cards


def test_a_card_leads_only_to_a_safe_address():
    html = write_html(Body((Card(CardKind.PUBLICATION, ("A", "", "", "", "javascript:alert(1)")),)))
    assert html == '<div class="card publication"><p class="title">A</p></div>\n'
    html = write_html(Body((CONTACT,)))
    assert '<a href="mailto:ada@x.org">ada@x.org</a>' in html
    assert '<a href="tel:+43122">+43 1 22</a>' in html


def test_a_photo_in_a_box_is_a_figure():
    body = read_markdown("::: fact-box\n![a](b.jpg){left}\n: c\n:::\n")
    assert isinstance(body.blocks[0].blocks[0], Figure)


@pytest.mark.parametrize("html", ["<!-- c -->", "<div>", "</div>", "<hr>"])
def test_a_box_that_begins_with_html_begins_with_words(html):
    content = (RawInline(html), Text(" a"))
    pull_quote = PullQuote(content, content, content)
    box = FactBox(content, (Paragraph(content), Paragraph(content[:1])))
    blocks = normalised((pull_quote, box, Passage("fr", (Paragraph(content),))))
    assert written_and_read(*blocks) == blocks
    assert blocks[0].content == (Text(f"{html} a"),)
