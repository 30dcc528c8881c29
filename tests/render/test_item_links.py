"""Links to other items become the way to their pages, or their words alone."""

import pytest

from editor_app.body import read_markdown, write_html, write_markdown
from editor_app.body.addresses import is_item_address, is_safe_address, is_safe_picture_address
from editor_app.model.identity import ItemId
from editor_app.model.item import NewsItem
from editor_app.render.item_links import linked_items, nowhere, with_ways
from editor_app.render.page import PageInput, PageRenderer
from editor_app.render.theme import Theme

PAPER = "01995d2e-0000-7000-8000-000000000001"
OTHER = "01995d2e-0000-7000-8000-000000000002"
TEXT = f"See [the *paper*](item:{PAPER}), [more](item:{OTHER}) and [us](https://example.org).\n"


def places(item_id):
    return "en-GB/new-paper" if item_id == PAPER else ""


def test_a_link_to_an_item_is_kept_as_it_was_written():
    assert write_markdown(read_markdown(TEXT)) == TEXT
    assert f'href="item:{PAPER}"' in write_html(read_markdown(TEXT))


@pytest.mark.parametrize(
    ("address", "is_good"),
    [
        (f"item:{PAPER}", True),
        ("item:../../etc", False),
        (f"ITEM:{PAPER}", False),
        (f"item:{PAPER}/x", False),
        (f"item: {PAPER}", False),
    ],
)
def test_only_the_address_of_an_item_is_one(address, is_good):
    assert is_item_address(address) is is_good
    assert not is_safe_picture_address(address)


def test_an_item_is_a_safe_place_to_lead_to():
    assert is_safe_address(f"item:{PAPER}")
    assert not is_safe_address("item:javascript")


def test_the_way_leads_from_page_to_page():
    html = with_ways(write_html(read_markdown(TEXT)), here="fr/papier", places=places)
    assert '<a href="../../en-GB/new-paper/index.html">the <em>paper</em></a>' in html
    assert ", more and " in html
    assert '<a href="https://example.org">us</a>' in html
    assert "item:" not in html


def test_a_title_stays_and_a_page_alone_has_words_only():
    html = write_html(read_markdown(f'[a](item:{PAPER} "b")'))
    assert 'title="b"' in with_ways(html, here="en/x", places=places)
    assert with_ways(html, here="", places=nowhere) == "<p>a</p>\n"


def test_html_that_was_written_by_hand_leads_there_too():
    html = write_html(read_markdown(f'<p class="x">One <a class=y href="item:{PAPER}">b</a></p>'))
    assert "../../en-GB/new-paper/index.html" in with_ways(html, here="en/x", places=places)
    odd = write_html(read_markdown('<div><a href="ITEM:x">words</a></div>'))
    assert "item:" not in with_ways(odd, here="en/x", places=places).lower()


def test_linked_items_are_named_once_in_their_order():
    html = write_html(read_markdown(TEXT))
    assert linked_items((html, "<p>item: no link</p>", html)) == (PAPER, OTHER)


def test_a_page_leads_to_the_items_of_its_text(house):
    wanted = PageInput(
        item=NewsItem(id=ItemId(OTHER), headline="Papier", slug="papier", language="fr"),
        house=house,
        pictures=lambda _src: None,
        body=read_markdown(TEXT),
        places=places,
    )
    html = PageRenderer(Theme.default()).page(wanted).html
    assert 'href="../../en-GB/new-paper/index.html"' in html
    assert "item:" not in html
