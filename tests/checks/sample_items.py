"""The sample texts and pages as items, for looking at what the rules find in real material."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from lxml import html

from editor_app.body import read_markdown, write_markdown
from editor_app.body.normal import normalised
from editor_app.body.tree import Block, Body, CrossHead, Link, Paragraph, Text
from editor_app.checks.examining import examined
from editor_app.checks.rule import Examined
from editor_app.intake.plain import read_plain
from editor_app.model.identity import ItemId
from editor_app.model.item import LeadFigure, NewsItem
from editor_app.wording.language import detect
from tests.checks.clean_items import NOW

SHARED = Path(__file__).parents[3] / "shared" / "samples"
_FEWEST = 40  # characters of a paragraph that is text and not furniture
_MOST_LINKED = 0.5


class Sample(NamedTuple):
    """A sample by the name of its file, and the item it makes."""

    name: str
    item: NewsItem

    def examined(self) -> Examined:
        """Return it ready for the rules; nothing is known of its photos."""
        return examined(self.item, read_markdown(self.item.body), now=NOW)


def samples() -> Iterator[Sample]:
    """Yield every sample text and page as an item."""
    for path in sorted((SHARED / "text").glob("*.txt")):
        reading = read_plain(path.read_text(encoding="utf-8"))
        photo = {name.removeprefix("photo_"): words for name, words in reading.photo.items()}
        fields = {**reading.fields, "body": reading.body, "lead_figure": LeadFigure(**photo)}
        yield Sample(f"text/{path.name}", _item(fields))
    for path in sorted((SHARED / "govuk").glob("*.json")):
        page = json.loads(path.read_text(encoding="utf-8"))
        fields = {"headline": page["title"], "standfirst": page.get("description") or ""}
        tree = html.fromstring(page["details"].get("body") or "<p></p>")
        yield Sample(f"govuk/{path.name}", _item(fields | _texts(tree, page["locale"])))
    for path in sorted((SHARED / "pages").glob("*.html")):
        parser = html.HTMLParser(encoding="utf-8")
        tree = html.document_fromstring(path.read_bytes(), parser=parser)
        tree.make_links_absolute("https://www.example.org/news/", handle_failures="ignore")
        language = path.name.partition("__")[0]
        yield Sample(f"pages/{path.name}", _item(_head(tree) | _texts(_article(tree), language)))


def _item(fields: dict[str, Any]) -> NewsItem:
    known = {name: value for name, value in fields.items() if name in NewsItem.__slots__}
    return NewsItem(**{"id": ItemId("x"), **known})


def _head(tree: html.HtmlElement) -> dict[str, Any]:
    def said(name: str) -> str:
        found = tree.xpath(f"//meta[@property='og:{name}' or @name='{name}']/@content")
        return " ".join(str(found[0]).split()) if found else ""

    title = tree.xpath("string(//h1)").split() or said("title").split()
    return {"headline": " ".join(title), "standfirst": said("description")}


def _article(tree: html.HtmlElement) -> html.HtmlElement:
    """Return the element whose own paragraphs say most."""
    weights: dict[html.HtmlElement, int] = {}
    for paragraph in tree.iter("p"):
        long = len(paragraph.text_content().strip())
        for parent, share in zip(paragraph.iterancestors(), (1, 0.7), strict=False):
            weights[parent] = weights.get(parent, 0) + int(long * share)
    return max(weights, key=lambda one: weights[one], default=tree)


def _texts(tree: html.HtmlElement, language: str) -> dict[str, Any]:
    blocks: list[Block] = []
    for element in tree.iter("p", "h2", "h3", "h4", "li"):
        if element.tag == "li" and element.find("p") is not None:
            continue
        content = tuple(_inlines(element))
        if element.tag.startswith("h"):
            blocks.append(CrossHead(int(element.tag[1]), content))
        elif len(element.text_content().strip()) >= _FEWEST and not _is_menu(element):
            blocks.append(Paragraph(content))
    body = write_markdown(Body(normalised(tuple(blocks))))
    return {"body": body, "language": language or detect(body)}


def _is_menu(element: html.HtmlElement) -> bool:
    linked = sum(len(link.text_content()) for link in element.iter("a"))
    return linked > _MOST_LINKED * len(element.text_content())


def _inlines(element: html.HtmlElement) -> Iterator[Text]:
    """Yield the words of an element with its links, white space as a browser shows it."""
    for text in element.xpath(".//text()"):
        words = " ".join(f"x{text}x".split(None))[1:-1].replace("\n", " ")
        link = next((one.get("href") for one in text.getparent().iterancestors("a")), None)
        if text.is_text and text.getparent().tag == "a":
            link = text.getparent().get("href")
        if words:
            yield Text(words, frozenset({Link(link)}) if link else frozenset())
