"""Galleries: photos side by side, with a title."""

import pytest

from editor_app.body import read_markdown, write_html, write_markdown
from editor_app.body.contents import blocks_inside, contents_of
from editor_app.body.gate import clean_html
from editor_app.body.html import Picture
from editor_app.body.normal import normalised
from editor_app.body.profile import render_markdown
from editor_app.body.text import block_text
from editor_app.body.tree import (
    Body,
    Break,
    Figure,
    Footnote,
    Gallery,
    Mark,
    Paragraph,
    Setting,
    Text,
)
from tests.body.sameness import sem

TITLE = (Text("The harbour"),)
FERRY = Figure("media/ferry.jpg", "A ferry", caption=(Text("At dusk"),), credit=(Text("Ada"),))
QUAY = Figure("media/quay.jpg", "A quay")
SOURCE = """\
::: gallery The harbour
![A ferry](media/ferry.jpg)
: At dusk
:: Ada

![A quay](media/quay.jpg)
:::
"""


def test_photos_between_two_lines_are_one_gallery():
    assert read_markdown(SOURCE).blocks == (Gallery((FERRY, QUAY), TITLE),)
    assert write_markdown(Body((Gallery((FERRY, QUAY), TITLE),))) == SOURCE


def test_the_page_shows_the_photos_as_figures_of_one_figure_that_the_title_names():
    assert write_html(read_markdown(SOURCE)) == (
        '<figure class="gallery"><figcaption class="title">The harbour</figcaption>'
        '<div class="photos">\n'
        '<figure><img alt="A ferry" src="media/ferry.jpg"><figcaption>'
        '<span class="caption">At dusk</span> <span class="credit">Ada</span></figcaption></figure>'
        '\n<figure><img alt="A quay" src="media/quay.jpg"></figure>\n</div></figure>\n'
    )


def test_every_photo_of_a_gallery_is_asked_for():
    asked = []

    def picture(src):
        asked.append(src)
        return Picture(f"img/{src[-8:]}", 640, 480)

    html = write_html(read_markdown(SOURCE), pictures=picture)
    assert asked == ["media/ferry.jpg", "media/quay.jpg"]
    assert html.count('width="640" height="480"') == 2


def test_the_words_of_a_gallery_are_its_title_and_those_of_its_photos():
    gallery = Gallery((FERRY, QUAY), TITLE)
    assert block_text(gallery) == "The harbour\nAt dusk\nAda"
    assert [content for content in contents_of(gallery) if content] == [
        TITLE,
        (Text("At dusk"),),
        (Text("Ada"),),
    ]
    assert blocks_inside(gallery) == (FERRY, QUAY)


def test_a_photo_in_a_gallery_is_at_no_side():
    placed = Figure("media/quay.jpg", "A quay", setting=Setting.LEFT)
    assert normalised((Gallery((placed,)),)) == (Gallery((QUAY,)),)
    assert read_markdown("::: gallery\n![A quay](media/quay.jpg){left}\n:::\n").blocks == (
        Gallery((QUAY,)),
    )


def test_a_gallery_of_one_photo_stays_a_gallery():
    assert normalised((Gallery((QUAY,), TITLE),)) == (Gallery((QUAY,), TITLE),)


def test_without_a_photo_the_title_of_a_gallery_is_a_paragraph():
    bold = Paragraph((Text("The harbour", frozenset({Mark.STRONG})),))
    assert normalised((Gallery((), TITLE),)) == (bold,)
    assert normalised((Gallery(()),)) == ()


def test_a_title_has_no_breaks_and_no_notes_of_its_own():
    title = (Text("The"), Break(), Text("harbour"), Footnote((Text("of Piran"),)))
    assert normalised((Gallery((QUAY,), title),)) == (
        Gallery((QUAY,), (Text("The harbour (of Piran)"),)),
    )


def test_notes_in_captions_count_through_a_gallery():
    source = "::: gallery\n![a](a.jpg)\n: One^[first]\n\n![b](b.jpg)\n: Two^[second]\n:::\n"
    html = write_html(read_markdown(source))
    assert html.index('href="#note-1"') < html.index('href="#note-2"') < html.index("second")


@pytest.mark.parametrize("words", [":: ![](tel:1)", ": ![](tel:1)"])
def test_words_that_show_nothing_stand_in_the_page_as_the_rendering_has_them(words):
    for source in (
        f"![a](b.jpg)\n{words}\n",
        f"::: gallery ![](tel:1)\n![a](b.jpg)\n{words}\n:::\n",
    ):
        assert sem(write_html(read_markdown(source))) == sem(clean_html(render_markdown(source)))
