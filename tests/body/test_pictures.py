"""Photos of the library in a text: every file there is of them, and what their words add."""

import re

import html5lib
import pytest

from editor_app.body.html import write_html
from editor_app.body.pictures import Format, Picture, Saying, SlotSizes
from editor_app.body.read import read_markdown
from editor_app.model.photo_words import PhotoWords

SIZES = SlotSizes("100vw", "45rem", "20rem", "65rem", "22rem")
SAYING = Saying("Photo: ", ("photo", "©"), "“{title}”", ", ", "Description of the photo")


def a_picture(**words):
    return Picture(
        "img/x-800.jpg",
        800,
        600,
        srcset="img/x-320.jpg 320w, img/x-800.jpg 800w",
        formats=(Format("image/webp", "img/x-320.webp 320w, img/x-800.webp 800w"),),
        sizes=SIZES,
        words=PhotoWords(**words),
        saying=SAYING,
    )


def html_of(text, **words):
    html = write_html(
        read_markdown(text), pictures=lambda src: a_picture(**words) if src == "a.jpg" else None
    )
    html5lib.HTMLParser(strict=True).parseFragment(html)
    return html


def credit_of(credit, **words):
    html = html_of(f"![Boats](a.jpg)\n:: {credit}\n", **words)
    return re.search(r'<span class="credit">(.*)</span></figcaption>', html)[1]


def shown(sizes, attributes='alt="Boats"'):
    return (
        '<picture><source type="image/webp" srcset="img/x-320.webp 320w, img/x-800.webp 800w"'
        f' sizes="{sizes}"><img {attributes} src="img/x-800.jpg"'
        f' srcset="img/x-320.jpg 320w, img/x-800.jpg 800w" sizes="{sizes}" loading="lazy"'
        ' decoding="async" width="800" height="600"></picture>'
    )


@pytest.mark.parametrize(
    ("setting", "sizes"),
    [("", "45rem"), ("{left}", "20rem"), ("{right decorative}", "20rem"), ("{full}", "65rem")],
)
def test_a_figure_is_there_in_every_width_and_format(setting, sizes):
    alt = "" if "decorative" in setting else "Boats"
    assert shown(sizes, f'alt="{alt}"') in html_of(f"![Boats](a.jpg){setting}\n")


def test_a_photo_in_a_gallery_is_narrower_than_the_text():
    html = html_of("::: gallery Boats\n![Boats](a.jpg)\n\n![Boats](a.jpg)\n:::\n")
    assert html.count(shown("22rem")) == 2


def test_a_picture_in_a_line_has_its_files_too():
    assert html_of("See ![Boats](a.jpg) here.") == f"<p>See {shown('45rem')} here.</p>\n"


def test_html_from_outside_beside_a_photo_takes_nothing_from_it():
    html = html_of("![Boats](a.jpg){left}\n: On <u>land</u>\n:: Jo\n", licence="cc-by-4.0")
    assert shown("20rem") in html
    assert "On <u>land</u>" in html
    assert '<a rel="license" href="https://creativecommons.org/licenses/by/4.0/" dir="ltr">' in html


def test_html_from_outside_shows_photos_of_the_library_and_no_files_of_its_own():
    text = '<div><img src="a.jpg" alt="Boats" srcset="http://x.org/b.jpg 1w" sizes="1px"></div>\n'
    assert html_of(text).count("srcset=") == 2
    assert 'src="img/x-800.jpg"' in html_of(text)
    assert "x.org" not in html_of(text)
    text = '<div><picture><source srcset="//x.org/b"><img src="b.jpg" alt="c"></picture></div>'
    assert html_of(text) == "<div>c</div>\n"


def test_a_size_that_html_from_outside_gives_is_kept():
    html = html_of('<div><img src="a.jpg" alt="Boats" width="40" height="30"></div>\n')
    assert 'width="40" height="30"' in html
    assert 'width="800"' not in html


@pytest.mark.parametrize(
    ("credit", "words", "expected"),
    [
        ("Jo Doe", {}, "Photo: Jo Doe"),
        ("Photo: Jo Doe", {}, "Photo: Jo Doe"),
        ("© Jo Doe", {}, "© Jo Doe"),
        ("*Jo* Doe", {}, "Photo: <em>Jo</em> Doe"),
        ("Jo", {"licence": "all-rights-reserved"}, "Photo: Jo"),
        ("Jo", {"licence": "permission", "title": "Sea"}, "Photo: Jo"),
        ("Jo", {"licence": "agency", "licence_address": "https://a.org/terms"}, "Photo: Jo"),
        (
            "Jo",
            {"licence": "cc0-1.0", "title": "Sea"},
            (
                'Photo: Jo / <a rel="license"'
                ' href="https://creativecommons.org/publicdomain/zero/1.0/" dir="ltr">CC0 1.0</a>'
            ),
        ),
        (
            "Photo: Jo",
            {
                "licence": "cc-by-2.0",
                "title": "Sea & <sky>",
                "source_address": "https://x.org/?a&b",
            },
            (
                'Photo: <cite dir="auto">“Sea &amp; &lt;sky&gt;”</cite>, '
                '<a href="https://x.org/?a&amp;b" dir="auto">Jo</a> / <a rel="license"'
                ' href="https://creativecommons.org/licenses/by/2.0/" dir="ltr">CC BY 2.0</a>'
            ),
        ),
        ("Jo / CC-BY 2.0", {"licence": "cc-by-2.0"}, "Photo: Jo / CC-BY 2.0"),
        (
            "Jo",
            {"licence_address": "http://creativecommons.org/licenses/by/2.0/deed.fr"},
            (
                'Photo: Jo / <a rel="license"'
                ' href="http://creativecommons.org/licenses/by/2.0/deed.fr" dir="ltr">CC BY 2.0</a>'
            ),
        ),
        (
            "[Jo](https://jo.org/)",
            {"source_address": "https://x.org/"},
            'Photo: <a href="https://jo.org/">Jo</a>',
        ),
        ("Jo", {"source_address": "javascript:alert(1)"}, "Photo: Jo"),
        ("Jo", {"source_address": "flickr.com/jo"}, "Photo: Jo"),
    ],
)
def test_a_credit_names_what_the_licence_asks_for(credit, words, expected):
    assert credit_of(credit, **words) == expected


def test_a_licence_alone_credits_nobody():
    assert "CC BY" not in html_of("![Boats](a.jpg)\n: The harbour\n", licence="cc-by-2.0")


def test_a_long_description_is_folded_away_below_the_photo():
    html = html_of("![Boats](a.jpg)\n", long_description="Two <boats>.\n\nOne is red.")
    assert (
        '<figcaption><details class="description"><summary>Description of the photo</summary>'
        "<p>Two &lt;boats&gt;.</p><p>One is red.</p></details></figcaption>" in html
    )


@pytest.mark.parametrize("setting", ["", "{decorative}"])
def test_a_photo_without_alt_text_is_not_described_at_length(setting):
    assert "details" not in html_of(f"![](a.jpg){setting}\n", long_description="Two boats.")


def test_a_photo_that_is_gone_says_what_it_would_show():
    assert html_of("![Boats](b.jpg)\n:: Jo\n") == (
        '<figure><p class="missing-photo">Boats</p>'
        '<figcaption><span class="credit">Jo</span></figcaption></figure>\n'
    )
