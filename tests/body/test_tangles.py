"""No HTML from outside keeps the gate busy for long, and none that is well made is held up."""

import time

import pytest

from editor_app.body.gate import clean_html
from editor_app.body.html import write_html
from editor_app.body.notes import note_place
from editor_app.body.read import read_markdown

A_FEW_SECONDS = 5.0
MANY = 20_000

TANGLES = {
    "nested": "<div>" * MANY,
    "nested and closed": "<div>" * MANY + "x" + "</div>" * MANY,
    "end tags in comments": "<div><!--</div>-->" * MANY,
    "end tags in attributes": "<div><p title='</div>'>" * MANY,
    "end tags out of reach": "<div><object></div></object>" * MANY,
    "end tags in styles": "<div><style></div></style>" * MANY,
    "end tags of nothing": "<div>" * 4_000 + "</p>" * MANY,
    "formatting in all that follows": "".join(f"<b title=a{i}><p>" for i in range(4_000)),
    "formatting opened anew": "<p>"
    + "".join(f'<b title="{i}">' for i in range(500))
    + "<p>x</p>" * MANY,
}


@pytest.mark.parametrize("tangle", TANGLES.values(), ids=TANGLES.keys())
def test_a_tangle_is_shown_as_it_is_written_in_little_time(tangle):
    start = time.process_time()
    assert clean_html(tangle).startswith("<pre>&lt;")
    assert time.process_time() - start < A_FEW_SECONDS


def test_a_text_with_a_tangle_is_shown_in_little_time():
    start = time.process_time()
    html = write_html(read_markdown("Before.\n\n" + "<div>" * MANY + "\n\nafter\n"))
    assert html.startswith("<p>Before.</p>\n")
    assert "after" in html
    assert len(html) < 10 * len("<div>" * MANY)
    assert time.process_time() - start < A_FEW_SECONDS


def test_a_tangle_shown_as_it_is_written_has_no_places_of_notes():
    assert "\x01" not in clean_html(note_place(0) + TANGLES["nested"])


@pytest.mark.parametrize(
    "html",
    [
        '<div class="title"><p>x <a href="u">l</a> <b>c</b></p></div>' * 5_000,
        "<table><tbody>" + "<tr><td>a</td><td>b</td></tr>" * 10_000 + "</tbody></table>",
        "<ul>" + "<li>one" * 10_000 + "</ul>",
        "<!-- by hand --><p align=left>a <b>c</b><br>" * 100,
    ],
)
def test_long_html_that_is_well_made_is_read(html):
    assert not clean_html(html).startswith("<pre>")
