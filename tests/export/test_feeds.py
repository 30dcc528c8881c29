"""Feeds and the site map are well-formed, absolute, and say when things happened."""

import json
from datetime import date

import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import given, settings
from hypothesis import strategies as st

from editor_app.export.as_left import known_page
from editor_app.export.entries import item_entry
from editor_app.export.feeds import MOST, atom, json_feed, rss
from editor_app.export.list_plan import oldest_first
from editor_app.export.sitemap import sitemaps
from editor_app.model.house import House
from editor_app.model.item import NewsItem

ATOM = "{http://www.w3.org/2005/Atom}"
HOUSE = House(organisation="River Council", address="https://news.example.org/base")
PLACE = {"folder": "", "language": "en-GB"}


def entry(number=1, **fields):
    usual = {
        "id": f"01a00000-0000-7000-8000-{number:012x}",
        "headline": f"Headline {number}",
        "summary": "What it is about.",
        "section": "News",
        "display_date": date(2026, 3, 1),
    }
    item = NewsItem(**(usual | fields))
    return item_entry(item, folder=f"en-GB/item-{number}", image="")


def maps(items, house=HOUSE, **limits):
    pages = oldest_first(known_page(item, repr(item)) for item in items)
    return dict(sitemaps(pages, [""], house, **limits))


def test_an_atom_feed_has_what_readers_need():
    feed = fromstring(atom([entry()], HOUSE, **PLACE))
    assert feed.find(f"{ATOM}updated").text == "2026-03-01T00:00:00+00:00"
    one = feed.find(f"{ATOM}entry")
    assert one.find(f"{ATOM}id").text == "urn:uuid:01a00000-0000-7000-8000-000000000001"
    link = one.find(f"{ATOM}link").get("href")
    assert link == "https://news.example.org/base/en-GB/item-1/"


def test_an_rss_feed_dates_in_english_and_has_lasting_ids():
    channel = fromstring(rss([entry()], HOUSE, **PLACE)).find("channel")
    assert channel.find("item/pubDate").text == "Sun, 01 Mar 2026 00:00:00 +0000"
    assert channel.find("item/guid").get("isPermaLink") == "false"


def test_a_json_feed_gives_each_item_words():
    feed = json.loads(json_feed([entry(summary="")], HOUSE, **PLACE))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["items"][0]["content_text"] == "Headline 1"


def test_feeds_have_the_newest_items_first_and_not_all_of_them():
    items = [entry(number, display_date=date(2026, 1, 1 + number % 28)) for number in range(80)]
    feed = json.loads(json_feed(items, HOUSE, **PLACE))
    days = [one["date_published"] for one in feed["items"]]
    assert days == sorted(days, reverse=True)
    assert len(days) == MOST


def test_the_site_map_names_all_languages_of_an_item():
    items = [
        entry(1, translation_group="g"),
        entry(2, translation_group="g", language="fr"),
        entry(3),
    ]
    written = maps(items)["sitemap.xml"].decode()
    assert written.count("<url>") == 4
    assert written.count('rel="alternate"') == 4


def test_a_site_map_that_is_too_long_is_an_index_of_several():
    files = maps([entry(number) for number in range(1, 8)], most=3)
    assert sorted(files) == ["sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml", "sitemap.xml"]
    named = [one.text for one in fromstring(files["sitemap.xml"]).iter() if one.tag.endswith("loc")]
    assert named == [f"https://news.example.org/base/sitemap-{number}.xml" for number in (1, 2, 3)]
    assert sum(data.count(b"<url>") for data in files.values()) == 8


@settings(max_examples=60)
@given(words=st.text(max_size=30), tag=st.text(max_size=10))
def test_no_words_break_a_feed(words, tag):
    items = [entry(headline=words, section=words, byline=words, tags=(tag,))]
    house = House(organisation=words)
    feeds = (atom(items, house, **PLACE), rss(items, house, **PLACE))
    for written in (*feeds, *maps(items, house).values()):
        fromstring(written)
    json.loads(json_feed(items, house, **PLACE))


@pytest.mark.parametrize("make", [atom, rss, json_feed])
def test_an_empty_feed_is_still_a_feed(make):
    assert make([], HOUSE, **PLACE)
