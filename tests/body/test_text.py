"""Words without markup, and how many."""

import pytest

from editor_app.body.read import read_markdown
from editor_app.body.text import block_words, count_words, plain_text, reading_minutes


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("One two-three, don't — 3,5 %", 4),
        ("AT&T\u2019s e-mail", 2),
        ("and/or", 2),
        ("日本語です", 5),
        ("東京で news を", 5),
        ("السلام عليكم", 2),
        ("हिन्दी में", 2),
        ("cafe\u0301 … \u2013", 1),
        ("สวัสดีชาวโลก", 3),
        ("x\u00a0y", 2),
    ],
)
def test_words_are_counted_in_any_script(text, words):
    assert count_words(text) == words


def test_plain_text_is_what_a_reader_reads():
    body = read_markdown(
        "## Head\n\nA *b* [c](https://x.org/)  \nd\n\n* e\n* f\n\n"
        "| g | h |\n| - | - |\n| i | j |\n\n"
        "![alt](k.jpg)\n: l\n:: m\n\n<div><b>n</b> &amp; o</div>\n\n---\n"
    )
    assert plain_text(body) == "Head\n\nA b c\nd\n\ne\nf\n\ng\th\ni\tj\n\nl\nm\n\nn & o"
    assert sum(map(block_words, body.blocks)) == 15


def test_boxes_cards_and_notes_say_what_a_reader_reads():
    body = read_markdown(
        "> Said.^[Once.]\n>\n> -- Ada\n\n"
        "::: fact-box Facts\n* a\n\n::: publication\ntitle: Paper\ntype: PDF\n"
        "link: https://x.org/a/b/c\n:::\n:::\n\n"
        "::: pull-quote\nDrawn out\n: Ada\n:: Chair\n:::\n\n"
        "::: lang fr\nmot juste\n:::\n\n"
        "| g |\n| - |\n| i |\n: caption\n\n::: embed\nlink: https://x.org/\n:::\n\n"
        '[ILO]{abbr="International"}\n\n::: unknown\nlocked^[note]\n:::\n'
    )
    assert plain_text(body) == (
        "Said.\nAda\nOnce.\n\nFacts\na\nPaper, PDF\n\nDrawn out\nAda\nChair\n\nmot juste\n\n"
        "caption\ng\ni\n\nhttps://x.org/\n\nILO\n\nlocked\nnote"
    )


@pytest.mark.parametrize(
    ("words", "language", "minutes"),
    [(0, "en", 0), (1, "en-GB", 1), (460, "en", 2), (461, "xx", 3), (320, "zh-Hant", 1)],
)
def test_reading_takes_its_time(words, language, minutes):
    assert reading_minutes(words, language) == minutes
