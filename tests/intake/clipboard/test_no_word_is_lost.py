"""Whatever way elements are put into one another, every word that is seen comes in, once."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from editor_app.body.html import write_html
from editor_app.body.normal import normalised
from editor_app.body.read import read_markdown
from editor_app.body.tree import Body
from editor_app.body.write import write_markdown
from editor_app.intake.clipboard.html import read_html

_TAGS = (
    "p", "div", "span", "b", "i", "a href='https://e.org'", "ul", "ol", "li", "blockquote",
    "h1",
    "h3", "table", "tr", "td", "th", "caption", "figure", "figcaption", "pre", "section", "dl",
    "dt", "dd", "cite", "footer", "sup", "q", "center", "font face=Wingdings",
    "b style='font-weight:400'",
    "p class=MsoCaption", "p class=MsoQuote", "p class=MsoListParagraph",
    "p style='mso-list:l0 level1 lfo1'", "p style='mso-list:l0 level3 lfo1'",
    "h2 style='mso-list:l1 level1 lfo1'", "li style='mso-list:l0 level2 lfo1'",
    "li data-aria-level=2 data-listid=1", "div style='border:none'", "o:p", "w:sdt", "small",
    "table role=presentation", "td colspan=2",
)  # fmt: skip
_WORD = "@"


def _element(inside):
    return st.tuples(st.sampled_from(_TAGS), st.lists(inside, max_size=4)).map(
        lambda made: f"<{made[0]}>{''.join(made[1])}</{made[0].split()[0]}>"
    )


_PIECES = st.recursive(st.sampled_from([_WORD, " ", "<br>", "<hr>"]), _element, max_leaves=14)


@settings(max_examples=400, deadline=None)
@given(st.lists(_PIECES, max_size=6))
def test_no_word_is_lost(pieces):
    html, count = _numbered("".join(pieces))
    blocks = read_html(html, language="en").blocks
    shown = re.findall(r"[0-9]+#", write_html(Body(blocks)))
    assert sorted(shown) == sorted(f"{n}#" for n in range(count)), html
    assert normalised(blocks) == blocks
    assert read_markdown(write_markdown(Body(blocks))).blocks == blocks


def _numbered(html):
    parts = html.split(_WORD)
    words = [f" {n}# " for n in range(len(parts) - 1)]
    return "".join(a + b for a, b in zip(parts, [*words, ""], strict=True)), len(words)
