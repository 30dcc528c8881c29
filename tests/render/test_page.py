"""The page of an item says all of it, once, in its own language, and nothing else."""

import json
import os
import re
from dataclasses import replace
from pathlib import Path

import html5lib
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from editor_app.body import read_markdown
from editor_app.model.item import LeadFigure, NewsItem, RelatedLink
from editor_app.model.photo_words import Crop, Focus
from editor_app.render.page import Sibling
from editor_app.render.theme import Theme

GOLDEN = Path(__file__).parent / "golden"
FRENCH = Sibling(
    language="fr",
    headline="Les ponts",
    href="../../fr/ponts/index.html",
    address="https://news.example.org/fr/ponts/",
)


def strict(html):
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(html)


@pytest.mark.parametrize(
    ("name", "changes", "wanted"),
    [
        ("english", {}, {"siblings": (FRENCH,)}),
        ("arabic", {"language": "ar", "headline": "كل جسر مهم", "section": "أخبار"}, {}),
        ("clearance", {"language": "de", "dateline_place": ""}, {"is_clearance_copy": True}),
        ("bare", None, {}),
    ],
)
def test_a_page_is_the_golden_page(item, page_of, name, changes, wanted):
    item = replace(item, **changes) if changes is not None else NewsItem(id="x", body="Words.")
    page = page_of(item, **wanted).html.replace(Theme.default().style, "/* page.css */\n")
    strict(page)
    if os.environ.get("WRITE_GOLDEN"):  # then look at what changed before committing it
        (GOLDEN / f"{name}.html").write_text(page, encoding="utf-8")
    assert page == (GOLDEN / f"{name}.html").read_text(encoding="utf-8")


def test_the_page_is_its_shell_around_its_blocks(item, page_of):
    page = page_of(item)
    assert len(page.blocks) == len(read_markdown(item.body).blocks)
    assert all(block.endswith("\n") for block in page.blocks)
    assert page.shell[0].endswith('<div class="body" id="body">\n')
    assert page.html == page.shell[0] + "".join(page.blocks) + page.shell[1]


def test_two_renderers_give_the_same_bytes(item, page_of):
    assert page_of(item).html == page_of(item).html


def test_a_page_holds_no_script_and_asks_no_other_host(item, page_of):
    tree = strict(page_of(item).html)
    assert [script.get("type") for script in tree.iter("script")] == ["application/ld+json"]
    assert tree.find(".//link[@rel='stylesheet']") is None
    assert "javascript" not in page_of(item).html
    assert [image.get("src").split("/")[0] for image in tree.iter("img")] == ["img", "img"]
    files = [file for one in tree.iter() for file in one.get("srcset", "").split(", ") if file]
    assert len(files) == 16
    assert all(file.startswith("img/bridges-") for file in files)
    policy = tree.find(".//meta[@http-equiv='Content-Security-Policy']").get("content")
    assert policy.startswith("default-src 'none'; img-src 'self' data:;")


def test_search_engines_read_a_news_article_that_agrees_with_the_page(item, page_of):
    tree = strict(page_of(item, siblings=(FRENCH,)).html)
    article = json.loads(tree.find(".//script").text)
    assert article["@type"] == "NewsArticle"
    assert article["headline"] == tree.find(".//h1").text
    assert article["datePublished"] == tree.find(".//time").get("datetime")
    assert article["inLanguage"] == tree.get("lang")
    assert article["workTranslation"] == [{"@type": "NewsArticle", "@id": FRENCH.address}]


@pytest.mark.parametrize("hostile", ["</script><script>alert(1)</script>", "<!--<script>"])
def test_no_word_can_leave_the_data_for_search_engines(item, page_of, hostile):
    tree = strict(page_of(replace(item, headline=f"A {hostile} Z")).html)
    (script,) = tree.iter("script")
    assert json.loads(script.text)["headline"] == f"A {hostile} Z"


def test_internal_notes_are_never_printed(item, page_of):
    assert "Do not print this" not in page_of(item).html


def test_what_matters_in_a_lead_photo_stays_in_sight(item, page_of, records):
    src = item.lead_figure.src
    assert "object-position" not in page_of(item).html.split("</style>")[1]
    words = replace(
        records[src].typed,
        crop=Crop(left=0.5, top=0, width=0.5, height=1),
        focus=Focus(x=0.75, y=0.25),
    )
    records[src] = replace(records[src], typed=words)
    assert 'style="object-position: 50% 25%"' in page_of(item).html


def test_the_dateline_opens_the_first_paragraph(item, page_of):
    opened = (
        '<p><strong class="dateline">VIENNA, 15 September 2015</strong> \N{EN DASH} Member states'
    )
    assert page_of(item).blocks[0].startswith(opened)


def test_a_dateline_that_the_text_has_already_is_not_printed_twice(item, page_of):
    body = "**VIENNA, 15 September 2015** \N{EN DASH} Member states meet."
    assert page_of(replace(item, body=body)).html.count("VIENNA") == 1


def test_a_text_about_the_place_still_gets_its_dateline(item, page_of):
    page = page_of(replace(item, body="Vienna, the capital, has many bridges."))
    assert page.blocks[0].startswith('<p><strong class="dateline">VIENNA, 15 September 2015')


def test_a_dateline_without_a_paragraph_stands_alone(item, page_of):
    page = page_of(replace(item, body="- only\n- a list\n"))
    assert '<p class="alone"><strong class="dateline">VIENNA' in page.shell[0]


def test_the_credit_of_a_photo_that_is_still_to_come_is_not_lost(item, page_of):
    item = replace(item, lead_figure=LeadFigure(credit="Photo: Diaspora Vibe on Flickr"))
    page = page_of(item)
    assert '<p class="lone credit">Photo: Diaspora Vibe on Flickr</p>' in page.shell[1]
    assert "og:image" not in page.html


def test_only_parts_with_words_appear(page_of):
    page = page_of(NewsItem(id="x", headline="Only this"))
    body = page.html.split("</style>")[1]
    for part in ("<figure", "<aside", "<address", "<section", "<time", "standfirst", "topics"):
        assert part not in body


def test_there_is_one_headline_whatever_the_text_says(item, page_of):
    body = "# Loud\n\n<h1>Louder</h1>\n\n> # Loudest\n"
    tree = strict(page_of(replace(item, body=body)).html)
    assert [heading.text for heading in tree.iter("h1")] == ["Every bridge counts"]


def test_a_table_can_be_scrolled_from_the_keyboard(item, page_of):
    framed = next(block for block in page_of(item).blocks if "<table>" in block)
    assert framed.startswith('<div class="table" role="group" tabindex="0" aria-label="Table">')


def test_a_table_in_a_box_can_be_scrolled_too(item, page_of):
    box = "::: fact-box Bridges\n| Town | Bridges |\n|---|---|\n| Graz | 12 |\n:::\n"
    (framed,) = page_of(replace(item, body=box)).blocks
    assert '<div class="table" role="group" tabindex="0" aria-label="Table"><table>' in framed
    assert "</table></div>" in framed


def test_who_said_it_stands_apart_in_a_quotation(item, page_of):
    assert '<p class="attribution">— The minister</p>' in page_of(item).html


def test_other_languages_are_offered_and_told_to_search_engines(item, page_of):
    html = page_of(item, siblings=(FRENCH,)).html
    assert '<a href="../../fr/ponts/index.html" hreflang="fr" lang="fr" dir="ltr">Français' in html
    assert '<link rel="alternate" hreflang="fr" href="https://news.example.org/fr/ponts/">' in html
    own = '<link rel="alternate" hreflang="en-GB" href="https://news.example.org/en-GB/bridges/">'
    assert own in html


def test_a_clearance_copy_says_so_and_keeps_out_of_search_engines(item, page_of):
    html = page_of(item, is_clearance_copy=True).html
    assert "Clearance copy: not for publication" in html
    assert 'name="robots" content="noindex' in html
    assert "canonical" not in html
    assert "og:" not in html


def test_a_link_that_leads_nowhere_good_keeps_its_words_only(item, page_of):
    links = tuple(RelatedLink(text="Bad", address=bad) for bad in ("javascript:x", "//evil.com"))
    html = page_of(replace(item, related=links)).html
    assert "<bdi>Bad</bdi>" in html
    assert "evil" not in html


def test_a_changed_paragraph_leaves_all_other_blocks_alone(item, page_of):
    before = page_of(item)
    after = page_of(replace(item, body=item.body.replace("What comes next", "What came next")))
    assert [a == b for a, b in zip(before.blocks, after.blocks, strict=True)].count(False) == 1
    assert before.shell == after.shell


def test_a_photo_that_turns_up_later_is_shown(item, page_of):
    without = page_of(item, pictures=lambda _src: None)
    assert "<img" not in without.html
    assert "A bridge" in without.html
    assert page_of(item).html.count("<img") == 2


HOSTILE = st.text(
    st.sampled_from("<>&\"'`=/\\{}%!-]\0\x0b\ud800\u202e\u2028abc جس: \n"), max_size=40
)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(words=st.tuples(HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE))
def test_no_words_break_the_page(page_of, item, words):
    headline, standfirst, place, note, body = words
    changed = replace(
        item,
        headline=headline,
        standfirst=standfirst,
        section=note,
        dateline_place=place,
        notes_to_editors=note,
        tags=(note,),
        rights=standfirst,
        body=f"Text {body}".replace("\ud800", ""),
    )
    tree = html5lib.HTMLParser(namespaceHTMLElements=False).parse(page_of(changed).html)
    (script,) = tree.iter("script")
    assert json.loads(script.text)["@type"] == "NewsArticle"
    assert len(list(tree.iter("h1"))) == 1
    assert len(list(tree.iter("main"))) == 1
    assert not re.search("[\x00-\x08\x0b]", page_of(changed).shell[0])
