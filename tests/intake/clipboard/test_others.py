"""What Google Docs, LibreOffice, Word online, mail programs and web pages put on the clipboard."""

from editor_app.body.normal import SEPARATING_COMMENT
from editor_app.body.tree import Abbreviation, Break, Footnote, Link, Mark, Quote, Separator, Table
from editor_app.intake.clipboard.html import read_html
from editor_app.intake.clipboard.report import LeftOut
from tests.ui.editor.build import (
    bullets,
    figure,
    head,
    item,
    numbers,
    paragraph,
    quote,
    text,
    tight,
)

STRONG, EMPHASIS = Mark.STRONG, Mark.EMPHASIS
SITE = Link("https://example.org/")


def blocks(html, language="en"):
    return read_html(html, language=language).blocks


def test_google_docs_wrapper_is_not_bold_and_its_spans_are():
    html = (
        "<meta charset='utf-8'><b style='font-weight:normal;' id='docs-internal-guid-1'>"
        "<p dir='ltr'><span style='font-weight:400;white-space:pre-wrap;'>Plain </span>"
        "<span style='font-weight:700;font-style:italic'>both</span></p><br /></b>"
        "<br class='Apple-interchange-newline'>"
    )
    assert blocks(html) == (paragraph("Plain ", text("both", STRONG, EMPHASIS)),)
    assert read_html(html).source == "Google Docs"


def test_a_list_right_in_a_list_belongs_to_the_item_before():
    assert blocks("<ul><li>A</li><ul><li>B</li><ol><li>C</li></ol></ul><li>D</li></ul>") == (
        bullets(("A", bullets(("B", numbers("C")))), "D"),
    )


def test_a_list_that_begins_too_deep_comes_up():
    assert blocks("<ol><ol><ol><li>A</li></ol></ol><li>B</li></ol>") == (numbers("A", "B"),)


def test_google_docs_links_lead_where_they_lead():
    html = "<a href='https://www.google.com/url?q=https://example.org/&amp;sa=D&amp;ust=1'>x</a>"
    assert blocks(html) == (paragraph(text("x", SITE)),)


def test_links_of_mail_programs_lead_where_they_lead():
    safe = "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2F&data=1"
    assert blocks(f"<a href='{safe}'>x</a>") == (paragraph(text("x", SITE)),)


def test_a_link_to_a_site_with_a_name_like_a_watchmans_stays():
    address = "https://notgoogle.com/url?q=https://example.org/"
    (found,) = read_html(f"<a href='{address}'>x</a>").blocks
    assert found.content[0].marks == frozenset({Link(address)})


def test_links_that_lead_nowhere_are_told():
    pasted = read_html("<p><a href='file:///C:/a.docx'>a</a> <a href='b.html'>b</a></p>")
    assert pasted.blocks == (paragraph("a b"),)
    assert pasted.left_out == {LeftOut.LINK: 2}


def test_libreoffice_footnotes_and_fonts():
    html = (
        "<html><head><meta name='generator' content='LibreOffice 7.4'/></head><body lang='en-GB'>"
        "<p class='western' style='margin-bottom:0cm'><font face='Arial'>A claim"
        "<a class='sdfootnoteanc' name='sdfootnote1anc' href='#sdfootnote1sym'><sup>1</sup></a>"
        "</font></p><div id='sdfootnote1'><p class='sdfootnote-western'><a class='sdfootnotesym' "
        "name='sdfootnote1sym' href='#sdfootnote1anc'>1</a> The note</p></div></body></html>"
    )
    pasted = read_html(html)
    assert pasted.blocks == (paragraph("A claim", Footnote((text("The note"),))),)
    assert pasted.source == "LibreOffice"


def test_footnotes_of_a_web_page():
    html = (
        "<p>One<sup id='fnref1'><a href='#fn1'>1</a></sup> two<sup id='fnref2'><a href='#fn2'>2</a>"
        "</sup></p><section class='notes'><hr><ol><li id='fn1'><p>First. <a href='#fnref1'>↩</a>"
        "</p></li><li id='fn2'><p>Second. <a href='#fnref2'>↩</a></p></li></ol></section>"
    )
    notes = [Footnote((text(words),)) for words in ("First.", "Second.")]
    assert blocks(html) == (paragraph("One", notes[0], " two", notes[1]),)


def test_items_of_word_online_are_one_list():
    line = (
        "<div class='ListContainerWrapper'><{0} role='list' start='{3}'><li data-listid='1' "
        "data-aria-level='{1}'><p class='Paragraph'><span class='TextRun'>{2}</span>"
        "<span class='EOP'>&nbsp;</span></p></li></{0}></div>"
    )
    html = (
        line.format("ol", 1, "A", 1) + line.format("ul", 2, "B", 1) + line.format("ol", 1, "C", 2)
    )
    assert blocks(html) == (numbers(("A", bullets("B")), "C"),)


def test_notes_and_pages_of_apple_say_bold_in_their_style_sheet():
    html = (
        "<html><head><meta name='Generator' content='Cocoa HTML Writer'><style>p.p1 {margin:0} "
        "span.s1 {font-weight: bold}</style></head><body><p class='p1'><span class='s1'>A</span>"
        "<span class='Apple-converted-space'>&nbsp; </span>b</p></body></html>"
    )
    assert blocks(html) == (paragraph(text("A", STRONG), " b"),)


def test_lines_of_mail_become_paragraphs():
    html = "<div>One</div><div><br></div><div>Two<br>three<br><br>Four</div>"
    assert blocks(html) == (
        paragraph("One"),
        paragraph("Two", Break(), "three"),
        paragraph("Four"),
    )


def test_a_quotation_and_who_said_it():
    assert blocks("<blockquote><p>We came.</p><footer>— Ann Lee</footer></blockquote>") == (
        quote("We came.", by="Ann Lee"),
    )


def test_words_set_in_by_a_mail_program_are_no_quotation():
    html = "<blockquote style='margin:0 0 0 40px;border:none;padding:0px'><div>x</div></blockquote>"
    assert blocks(html) == (paragraph("x"),)


def test_lists_that_touch_are_one_and_numbers_that_begin_anew_are_not():
    assert blocks("<ul><li>a</ul><ul><li>b</ul>") == (bullets("a", "b"),)
    assert blocks("<ol><li>a</ol><ol start=2><li>b</ol>") == (numbers("a", "b"),)
    assert blocks("<ol><li>a</ol><ol><li>b</ol>") == (
        numbers("a"),
        SEPARATING_COMMENT,
        numbers("b"),
    )


def test_merged_cells_are_split_and_told():
    pasted = read_html(
        "<table><tr><th colspan=2>A</th><th>B</th></tr><tr><td rowspan=2>c</td><td>d</td><td>e</td>"
        "</tr><tr><td>f</td><td>g</td></tr></table>"
    )
    (table,) = pasted.blocks
    assert [
        [cell[0].text if cell else "" for cell in row] for row in (table.head, *table.rows)
    ] == [
        ["A", "", "B"],
        ["c", "d", "e"],
        ["", "f", "g"],
    ]
    assert "2 merged cells" in pasted.note()


def test_a_table_for_layout_is_what_it_holds():
    html = "<table><tr><td><h2>Head</h2><p>One</p><ul><li>x</li></ul></td></tr></table>"
    assert blocks(html) == (head("Head"), paragraph("One"), bullets("x"))


def test_a_table_in_a_cell_becomes_words():
    pasted = read_html(
        "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td><table><tr><td>1</td><td>2</td></tr>"
        "</table></td></tr></table>"
    )
    (table,) = pasted.blocks
    assert isinstance(table, Table)
    assert table.rows == (((text("c"),), (text("1 2"),)),)
    assert pasted.left_out[LeftOut.NESTED_TABLE] == 1


def test_headers_captions_and_alignment_of_a_table():
    html = (
        "<table><caption>People</caption><thead><tr><th>Year<th align=right>All</thead>"
        "<tr><th>2014<td align=right>12<tr><th>2015<td style='text-align:right'>13</table>"
    )
    (table,) = blocks(html)
    assert table.caption == (text("People"),)
    assert table.has_header_column
    assert [each.value for each in table.alignments] == ["", "right"]


def test_figures_keep_caption_and_alt_text():
    html = (
        "<figure><img src='data:image/png;base64,iVBORw0KGgo=' alt='A bridge'><figcaption>The "
        "<b>old</b> bridge</figcaption></figure>"
    )
    pasted = read_html(html)
    (name,) = pasted.pictures
    (found,) = pasted.blocks
    assert (found.src, found.alt) == (name, "A bridge")
    assert found.caption == (text("The "), text("old", STRONG), text(" bridge"))


def test_a_picture_among_words_stands_after_them():
    html = "<p>Before <img src='data:image/gif;base64,R0lGODlh'> after</p>"
    assert blocks(html) == (paragraph("Before after"), figure("", "", "", "clipboard/1"))


def test_rules_abbreviations_and_listings():
    html = "<p><abbr title='World Health Organization'>WHO</abbr></p><hr><pre>a\n b</pre>"
    assert blocks(html) == (
        paragraph(text("WHO", Abbreviation("World Health Organization"))),
        Separator(),
        paragraph("a", Break(), "b"),
    )


def test_an_item_with_more_than_one_line_keeps_its_blocks():
    (found,) = blocks("<ul><li><p>a</p><p>b</p></li><li>c</li></ul>")
    assert found.items[0] == item([paragraph("a"), paragraph("b")])
    assert found.items[1].blocks[0] in (paragraph("c"), tight("c"))


def test_words_turned_round_are_straightened_and_told():
    pasted = read_html("<p>in\u202evoice\u202c and \u200fعربي\u200f</p>")
    assert pasted.blocks == (paragraph("invoice and \u200fعربي\u200f"),)
    assert "turns the writing round" in pasted.note()


def test_soft_hyphens_and_runs_of_no_break_spaces_go():
    assert blocks("<p>co\u00adop&nbsp;&nbsp; 10&nbsp;km\u200b</p>") == (paragraph("coop 10\xa0km"),)


def test_quotes_side_by_side():
    assert blocks("<blockquote>a</blockquote><p>x</p><blockquote>b</blockquote>") == (
        Quote((paragraph("a"),)),
        paragraph("x"),
        Quote((paragraph("b"),)),
    )
