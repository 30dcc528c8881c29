"""Notes, words in other languages and abbreviations inside a line."""

import pytest

from editor_app.body import read_markdown, write_html, write_markdown
from editor_app.body.normal import normalised
from editor_app.body.tree import (
    Abbreviation,
    Body,
    Break,
    CrossHead,
    Direction,
    Figure,
    Footnote,
    Image,
    Language,
    Link,
    Mark,
    Paragraph,
    PullQuote,
    Quote,
    RawInline,
    Source,
    Table,
    Text,
)

FRENCH = Language("fr")
ARABIC = Language("ar", Direction.RIGHT_TO_LEFT)
SHORT = Abbreviation("World Health Organization")
LINK = Link("https://x.org/")
NOTE = Footnote((Text("A note"),))


def text(words, *marks):
    return Text(words, frozenset(marks))


def written_and_read(*blocks):
    return read_markdown(write_markdown(Body(normalised(blocks)))).blocks


@pytest.mark.parametrize(
    ("content", "markdown"),
    [
        ((text("mot", FRENCH),), "[mot]{lang=fr}"),
        ((text("نص", ARABIC),), "[نص]{lang=ar dir=rtl}"),
        ((text("WHO", SHORT),), '[WHO]{abbr="World Health Organization"}'),
        ((text("WHO", SHORT, FRENCH),), '[WHO]{lang=fr abbr="World Health Organization"}'),
        (
            (text("a ", FRENCH), text("WHO", SHORT, FRENCH), text(" b", FRENCH)),
            '[a [WHO]{abbr="World Health Organization"} b]{lang=fr}',
        ),
        ((text("a", FRENCH, LINK),), "[[a]{lang=fr}](https://x.org/)"),
        ((text("a ", FRENCH), text("b", FRENCH, LINK)), "[a [b](https://x.org/)]{lang=fr}"),
        ((text("a", FRENCH, Mark.STRONG),), "[**a**]{lang=fr}"),
        ((text("a", FRENCH), text("b", ARABIC)), "[a]{lang=fr}[b]{lang=ar dir=rtl}"),
        ((Text("a."), NOTE, Text(" b")), "a.^[A note] b"),
        ((text("a", Mark.STRONG), Footnote(NOTE.content, frozenset({Mark.STRONG}))),
         "**a^[A note]**"),
        ((Footnote((text("b", LINK), Text("]"))),), "^[[b](https://x.org/)\\]]"),
    ],
)  # fmt: skip
def test_words_in_brackets_are_written_as_a_person_would_type_them(content, markdown):
    assert write_markdown(Body((Paragraph(content),))) == markdown + "\n"
    assert read_markdown(markdown).blocks == (Paragraph(content),)


@pytest.mark.parametrize(
    "words",
    [
        *("[a]{lang=fr}", '[a]{abbr="b"}', "^[a]", "^[", "]{lang=fr}", "a^[b]c", "[^1]", "[^1]: a"),
        *("{lang=fr}", "x^2^[a]", "[a]{lang=}", "[]{lang=fr}", "^[]", "[a]{dir=rtl}", "]", "[["),
    ],
)
@pytest.mark.parametrize("mark", [FRENCH, SHORT, LINK, Mark.STRONG, Mark.SUPERSCRIPT])
def test_words_that_look_like_brackets_mean_themselves(words, mark):
    plain, marked = Text(words), text(words, mark)
    content = (Text("a "), marked, plain, Break(), plain, Footnote((plain, marked, Text("z"))))
    blocks = normalised(
        (
            Paragraph(content),
            CrossHead(2, content),
            Quote((Paragraph(content),), (plain, marked)),
            PullQuote(content, (marked, plain), (plain,)),
            Figure("a.jpg", words, words, content, (plain, marked)),
            Table((), (), ()),
        )
    )
    assert written_and_read(*blocks) == blocks


@pytest.mark.parametrize(
    "expansion", ['"', "'", "}", "{", "]", "*a*", "&amp;", "<b>", "`", "\\", "|"]
)
def test_what_an_abbreviation_stands_for_means_itself(expansion):
    content = (text("a", Abbreviation(f"x {expansion} y {expansion}")),)
    table = Table(("",), (content,), ((content,),))
    assert written_and_read(Paragraph(content)) == (Paragraph(content),)
    assert written_and_read(table)[0].head == (content,)


def test_of_two_languages_the_nearer_one_is_meant():
    [paragraph] = read_markdown("[a[b]{lang=ar dir=rtl}c]{lang=fr}").blocks
    assert paragraph.content == (text("a", FRENCH), text("b", ARABIC), text("c", FRENCH))


def test_a_language_or_an_abbreviation_that_says_nothing_is_none():
    content = (text("a", Language("no language")), text("b", Abbreviation(" ")))
    assert normalised((Paragraph(content),)) == (Paragraph((Text("ab"),)),)


def test_a_note_holds_words_alone():
    inside = (
        Text("a"),
        Break(),
        Image("b.jpg", "b"),
        RawInline("<u>"),
        Footnote((Text("c"),)),
        text("d", LINK),
    )
    [paragraph] = normalised((Paragraph((Text("x"), Footnote(inside))),))
    assert paragraph.content[1] == Footnote((Text("a b<u> (c)"), text("d", LINK)))


@pytest.mark.parametrize("inside", ["a ![b](c.jpg)", "a <u>b</u>", "<br>a<br>b"])
def test_a_note_that_holds_more_than_words_is_kept_to_the_letter(inside):
    source = f"Words.^[{inside}]"
    assert read_markdown(source).blocks == (Source(source),)


def test_a_note_that_says_nothing_is_none_and_a_link_does_not_take_it_along():
    content = (text("a", LINK), Footnote((Text(" "),)), Footnote(NOTE.content, frozenset({LINK})))
    assert normalised((Paragraph(content),)) == (Paragraph((text("a", LINK), NOTE)),)


def test_a_note_where_none_can_stand_is_put_in_brackets():
    figure = Figure("a.jpg", credit=(Text("Photo"), NOTE))
    [normal] = normalised((figure,))
    assert normal.credit == (Text("Photo (A note)"),)
    nested = Footnote((Text("One"), Footnote((Text("two"), Break(), Image("a.jpg", "three")))))
    assert normalised((Figure("a.jpg", credit=(nested,)),))[0].credit == (
        Text("(One (two three))"),
    )
    source = "![a](b.jpg)\n:: Photo^[A note]"
    assert read_markdown(source).blocks == (Source(source),)


def test_notes_are_numbered_through_the_text_and_listed_after_it():
    html = write_html(read_markdown("A.^[One *a*]\n\n* b^[Two]\n\n![c](d.jpg)\n: e^[Three]\n"))
    assert html == (
        '<p>A.<sup class="note"><a id="note-ref-1" href="#note-1" role="doc-noteref">1</a></sup>'
        "</p>\n<ul>\n<li>b"
        '<sup class="note"><a id="note-ref-2" href="#note-2" role="doc-noteref">2</a></sup></li>\n'
        '</ul>\n<figure><img alt="c" src="d.jpg"><figcaption><span class="caption">e'
        '<sup class="note"><a id="note-ref-3" href="#note-3" role="doc-noteref">3</a></sup></span>'
        '</figcaption></figure>\n<section class="notes" role="doc-endnotes"><ol>'
        '<li id="note-1">One <em>a</em> <a href="#note-ref-1" role="doc-backlink">↩</a></li>'
        '<li id="note-2">Two <a href="#note-ref-2" role="doc-backlink">↩</a></li>'
        '<li id="note-3">Three <a href="#note-ref-3" role="doc-backlink">↩</a></li>'
        "</ol></section>\n"
    )


def test_a_block_of_the_last_resort_keeps_the_words_of_its_notes():
    brackets = Paragraph((Text("[" * 20_000), Footnote((Text("The note stays"),))))
    body = read_markdown(write_markdown(Body((brackets,))))
    assert "The note stays" in write_html(body)
