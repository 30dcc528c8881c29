"""What Word puts on the clipboard becomes clean blocks, and what stays out is named."""

import pytest

from editor_app.body.html import write_html
from editor_app.body.normal import SEPARATING_COMMENT
from editor_app.body.tree import Body, Footnote, Language, Link, Mark, Quote, Table
from editor_app.intake.clipboard.html import read_html
from editor_app.intake.clipboard.report import LeftOut
from tests.intake.clipboard.word import empty, item, normal, word
from tests.ui.editor.build import bullets, figure, head, numbers, paragraph, text

STRONG, EMPHASIS = Mark.STRONG, Mark.EMPHASIS


def read(*parts, language="en"):
    return read_html(word(*parts), language=language)


def blocks(*parts):
    return read(*parts).blocks


def test_paragraphs_come_without_words_debris():
    pasted = read(normal("One <b>two</b>&nbsp;<i>three</i>"), empty(), normal("Four"))
    assert pasted.blocks == (
        paragraph("One ", text("two", STRONG), "\xa0", text("three", EMPHASIS)),
        paragraph("Four"),
    )
    assert pasted.source == "Word"
    assert pasted.note() == ""


def test_items_become_lists_as_deep_as_they_stand():
    found = blocks(
        item("A"), item("B", level=2, marker="o"), item("C", level=4), item("D"), normal("End")
    )
    assert found == (bullets(("A", bullets(("B", bullets("C")))), "D"), paragraph("End"))


def test_numbered_items_keep_the_number_they_start_with():
    found = blocks(item("Third", name="l1", marker="3."), item("Fourth", name="l1", marker="4."))
    assert found == (numbers("Third", "Fourth", start=3),)


@pytest.mark.parametrize(
    ("marker", "start"), [("c)", 3), ("(iv)", 4), ("2.3.", 3), ("VI.", 6), ("1", 1)]
)
def test_a_number_is_read_in_any_writing(marker, start):
    assert blocks(item("X", name="l9", marker=marker)) == (numbers("X", start=start),)


def test_a_numbered_list_that_begins_anew_stays_apart():
    found = blocks(item("A", name="l1", marker="1."), item("B", name="l2", marker="1.", lfo=2))
    assert found == (numbers("A"), SEPARATING_COMMENT, numbers("B"))


def test_an_item_of_several_paragraphs_keeps_them():
    more = "<p class=MsoListParagraphCxSpMiddle>More of it</p>"
    found = blocks(item("One"), more, item("Two"))
    assert [len(each.blocks) for each in found[0].items] == [2, 1]


def test_a_list_of_word_for_mac_is_told_by_its_typed_markers():
    line = "<p class=MsoListParagraph style='margin-left:{}pt'>{}&nbsp;&nbsp;&nbsp;&nbsp;{}</p>"
    found = blocks(line.format(36, "·", "A"), line.format(72, "o", "B"), line.format(36, "·", "C"))
    assert found == (bullets(("A", bullets("B")), "C"),)


def test_headings_stand_under_the_headline():
    found = blocks("<h1><b>First</b></h1>", "<h2>Second</h2>", "<h5>Fifth</h5>")
    assert found == (head("First", 2), head("Second", 3), head("Fifth", 4))


def test_numbered_headings_of_a_report_are_headings():
    numbered = "<h2 style='mso-list:l1 level1 lfo1'><span style='mso-list:Ignore'>{}.</span>{}</h2>"
    found = blocks(
        numbered.format(1, "Aims"), normal("x"), numbered.format(2, "Means"), normal("y")
    )
    assert found == (head("Aims"), paragraph("x"), head("Means"), paragraph("y"))


def test_looks_become_marks_where_there_is_one():
    found = blocks(
        normal(
            "<span style='font-weight:bold'>b</span><span style='font-style:italic'>i</span>"
            "<span style='text-decoration:line-through'>s</span>H<span style='vertical-align:sub'>"
            "2</span>O<sup>3</sup><span style='color:red;font-size:30pt'>red</span>"
        )
    )
    assert write_html(Body(found)) == (
        "<p><strong>b</strong><em>i</em><del>s</del>H<sub>2</sub>O<sup>3</sup>red</p>\n"
    )


def test_footnotes_become_notes_where_they_are_called():
    call = (
        "<a style='mso-footnote-id:ftn1' href='#_ftn1' name='_ftnref1'>"
        "<span class=MsoFootnoteReference><![if !supportFootnotes]>[1]<![endif]></span></a>"
    )
    notes = (
        "<div style='mso-element:footnote-list'><br clear=all><hr align=left size=1 width='33%'>"
        "<div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText>"
        "<a style='mso-footnote-id:ftn1' href='#_ftnref1' name='_ftn1'>[1]</a> See the "
        "<i>report</i>.</p></div></div>"
    )
    found = blocks(normal(f"A claim.{call} More."), notes)
    note = Footnote((text("See the "), text("report", EMPHASIS), text(".")))
    assert found == (paragraph("A claim.", note, " More."),)


def test_deleted_words_stay_out_and_inserted_ones_come_in():
    pasted = read(
        normal("We <del cite='mailto:a' datetime='2026-01-01'>never</del><ins>always</ins> came")
    )
    assert pasted.blocks == (paragraph("We always came"),)
    assert pasted.left_out[LeftOut.DELETION] == 1


def test_comments_and_hidden_words_stay_out():
    pasted = read(
        normal(
            "Said<a style='mso-comment-reference:AB_1'></a><span class=MsoCommentReference>"
            "<span style='mso-special-character:comment'>[AB1]</span></span>"
            "<span style='display:none;mso-hide:all'>secret</span>."
        ),
        "<div style='mso-element:comment-list'><div style='mso-element:comment'>Why?</div></div>",
    )
    assert pasted.blocks == (paragraph("Said."),)
    assert pasted.note().startswith("Pasted from Word. Left out: 1 comment, 1 hidden passage")


def test_quotes_and_smart_tags_and_tabs():
    found = blocks(
        "<p class=MsoIntenseQuote><i>We came.</i></p>",
        normal("In <st1:place w:st='on'>Rome</st1:place><span style='mso-tab-count:1'>   </span>x"),
    )
    assert found == (Quote((paragraph("We came."),)), paragraph("In Rome x"))


def test_a_table_is_a_table():
    row = "<tr>{}</tr>"
    cell = "<td width=100 style='border:solid'><p class=MsoNormal>{}<o:p></o:p></p></td>"
    right = "<td><p class=MsoNormal align=right style='text-align:right'>{}</p></td>"
    found = blocks(
        "<table class=MsoTableGrid>"
        + row.format(cell.format("<b>Year</b>") + right.format("<b>People</b>"))
        + row.format(cell.format("2014") + right.format("12"))
        + "</table>"
    )
    (table,) = found
    assert isinstance(table, Table)
    assert table.head == ((text("Year"),), (text("People"),))
    assert table.rows == (((text("2014"),), (text("12"),)),)
    assert [each.value for each in table.alignments] == ["", "right"]


def test_pictures_that_word_left_elsewhere_are_named():
    image = "<img src='file:///C:/Users/x/Temp/msohtmlclip1/01/clip_image001.png'>"
    pasted = read(normal("Look:"), normal(image), normal(image))
    assert pasted.blocks == (paragraph("Look:"),)
    assert "2 pictures that were not on the clipboard" in pasted.note()


def test_pictures_beside_the_words_take_their_places():
    image = "<img src='file:///C:/x/clip_image001.png' alt='A map'>"
    pasted = read_html(word(normal("Look:"), normal(image)), language="en", pictures=[b"\x89PNG"])
    (name,) = pasted.pictures
    assert pasted.blocks == (paragraph("Look:"), figure("", "", "A map", name))


def test_a_caption_joins_its_picture():
    image = "<p><img src='data:image/png;base64,iVBORw0KGgo='></p>"
    found = blocks(image, "<p class=MsoCaption>Figure 1: The bridge</p>")
    assert found[0].caption == (text("Figure 1: The bridge"),)


def test_only_words_in_another_language_than_the_rest_are_marked():
    found = blocks(
        "<p lang=EN-GB>A <span lang=EN-US>word</span> for it is <span lang=FR>mot juste</span>.</p>"
    )
    assert found == (paragraph("A word for it is ", text("mot juste", Language("FR")), "."),)


def test_bookmarks_are_no_links():
    found = blocks(normal("<a name=here>Here</a> and <a href='#here'>there</a>"))
    assert found == (paragraph("Here and there"),)


def test_a_link_keeps_its_marks():
    found = blocks(normal("<a href='https://e.org/a%20b'><b>Read</b> on</a>"))
    link = Link("https://e.org/a%20b")
    assert found == (paragraph(text("Read", STRONG, link), text(" on", link)),)


def test_lists_of_outlook_keep_all_their_items():
    line = "<li class=MsoNormal style='mso-list:l0 level{} lfo1'>{}<o:p></o:p></li>"
    inner = f"<ul type=circle>{line.format(2, 'B')}</ul>"
    found = blocks(f"<ul type=disc>{line.format(1, 'A')}{inner}{line.format(1, 'C')}</ul>")
    assert found == (bullets(("A", bullets("B")), "C"),)


def test_a_page_break_parts_words():
    found = blocks(normal("a<br clear=all style='page-break-before:always'>b"))
    assert write_html(Body(found)).count("<br>") == 1
