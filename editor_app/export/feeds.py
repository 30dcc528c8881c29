"""Feeds, each by a writer of its format."""

import json
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Any

from editor_app.export.manifest import ItemEntry
from editor_app.model.house import House
from editor_app.render.addresses import absolute
from editor_app.render.characters import printable_text
from editor_app.render.words import page_words

MOST = 50
_ATOM = "http://www.w3.org/2005/Atom"
_LONG_AGO = "1970-01-01T00:00:00+00:00"


def newest_first(items: Sequence[ItemEntry]) -> list[ItemEntry]:
    """Return items as lists have them: by publication, the same for the same items."""
    by_name = sorted(items, key=lambda item: item.folder)
    return sorted(by_name, key=lambda item: _moment(item.published), reverse=True)


def atom(items: Sequence[ItemEntry], house: House, *, folder: str, language: str) -> bytes:
    """Return an Atom feed (RFC 4287) of items that lies in folder."""
    here = absolute(house.address, f"{folder}atom.xml")
    feed = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": language})
    _add(feed, "title", _title(house, language))
    _add(feed, "id", here)
    ET.SubElement(feed, "link", {"rel": "self", "type": "application/atom+xml", "href": here})
    home = absolute(house.address, "")
    ET.SubElement(feed, "link", {"rel": "alternate", "type": "text/html", "href": home})
    shown = newest_first(items)[:MOST]
    _add(feed, "updated", max((_utc(item.updated) for item in shown), default=_LONG_AGO))
    author = ET.SubElement(feed, "author")
    _add(author, "name", house.organisation or _title(house, language))
    for item in shown:
        feed.append(_atom_entry(item, house))
    return _xml(feed)


def _atom_entry(item: ItemEntry, house: House) -> ET.Element:
    page = absolute(house.address, f"{item.folder}/")
    entry = ET.Element("entry", {"xml:lang": item.language})
    _add(entry, "title", item.headline)
    _add(entry, "id", f"urn:uuid:{item.item}")
    ET.SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": page})
    _add(entry, "published", _utc(item.published))
    _add(entry, "updated", _utc(item.updated))
    if item.byline:
        _add(ET.SubElement(entry, "author"), "name", item.byline)
    if item.summary:
        _add(entry, "summary", item.summary)
    for term in _terms(item):
        ET.SubElement(entry, "category", {"term": term})
    return entry


def rss(items: Sequence[ItemEntry], house: House, *, folder: str, language: str) -> bytes:
    """Return an RSS 2.0 feed of items that lies in folder."""
    root = ET.Element(
        "rss",
        {"version": "2.0", "xmlns:atom": _ATOM, "xmlns:dc": "http://purl.org/dc/elements/1.1/"},
    )
    channel = ET.SubElement(root, "channel")
    _add(channel, "title", _title(house, language))
    _add(channel, "link", absolute(house.address, ""))
    _add(channel, "description", _title(house, language))
    _add(channel, "language", language)
    here = absolute(house.address, f"{folder}rss.xml")
    ET.SubElement(
        channel, "atom:link", {"rel": "self", "type": "application/rss+xml", "href": here}
    )
    for item in newest_first(items)[:MOST]:
        channel.append(_rss_item(item, house))
    return _xml(root)


def _rss_item(item: ItemEntry, house: House) -> ET.Element:
    entry = ET.Element("item")
    _add(entry, "title", item.headline)
    _add(entry, "link", absolute(house.address, f"{item.folder}/"))
    _add(entry, "guid", f"urn:uuid:{item.item}").set("isPermaLink", "false")
    _add(entry, "pubDate", format_datetime(_moment(item.published)))
    if item.byline:
        _add(entry, "dc:creator", item.byline)
    if item.summary:
        _add(entry, "description", item.summary)
    for term in _terms(item):
        _add(entry, "category", term)
    return entry


def json_feed(items: Sequence[ItemEntry], house: House, *, folder: str, language: str) -> bytes:
    """Return a JSON Feed (version 1.1) of items that lies in folder."""
    feed: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": _title(house, language),
        "home_page_url": absolute(house.address, ""),
        "feed_url": absolute(house.address, f"{folder}feed.json"),
        "language": language,
        "items": [_json_item(item, house) for item in newest_first(items)[:MOST]],
    }
    return (json.dumps(feed, ensure_ascii=False, indent=1) + "\n").encode()


def _json_item(item: ItemEntry, house: House) -> dict[str, Any]:
    entry = {
        "id": f"urn:uuid:{item.item}",
        "url": absolute(house.address, f"{item.folder}/"),
        "title": printable_text(item.headline),
        "content_text": printable_text(item.standfirst or item.summary or item.headline),
        "summary": printable_text(item.summary),
        "image": absolute(house.address, item.image) if item.image else "",
        "date_published": _utc(item.published),
        "date_modified": _utc(item.updated),
        "authors": [{"name": printable_text(item.byline)}] if item.byline else [],
        "tags": [printable_text(term) for term in _terms(item)],
        "language": item.language,
    }
    return {name: value for name, value in entry.items() if value}


def _title(house: House, language: str) -> str:
    news = page_words(language).texts["news"]
    return f"{house.organisation} \N{EN DASH} {news}" if house.organisation else news


def _terms(item: ItemEntry) -> list[str]:
    return list(dict.fromkeys(term for term in (item.section, *item.tags) if term))


def _add(parent: ET.Element, name: str, text: str) -> ET.Element:
    element = ET.SubElement(parent, name)
    element.text = printable_text(text)
    return element


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


def _utc(text: str) -> str:
    return _moment(text).isoformat(timespec="seconds")


def _xml(root: ET.Element) -> bytes:
    for element in root.iter():
        for name, value in element.attrib.items():
            element.set(name, printable_text(value))
    ET.indent(root, " ")
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"
