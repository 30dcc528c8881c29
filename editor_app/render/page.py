"""The page of one item: the same function, and the same bytes, for the preview and the export."""

import re
from dataclasses import dataclass, fields
from functools import cached_property
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from editor_app.body.html import PictureSource
from editor_app.body.text import reading_minutes
from editor_app.body.tree import Body
from editor_app.model.house import House
from editor_app.model.house_lists import NO_LISTS, HouseLists
from editor_app.model.item import NewsItem
from editor_app.render.addresses import absolute, between, page_folder, safe_href
from editor_app.render.descriptions import tied_blocks
from editor_app.render.finishing import finished_blocks
from editor_app.render.images import linked_image
from editor_app.render.item_links import ItemPlaces, nowhere, with_ways
from editor_app.render.look import look_style
from editor_app.render.parts import item_parts, printed_day
from editor_app.render.setting import BodySetter, SetBody
from editor_app.render.structured import news_article
from editor_app.render.theme import Theme
from editor_app.render.words import PageWords, own_language_name, page_words, text_direction

if TYPE_CHECKING:
    from jinja2 import Template

# Part of every key under which derived HTML is kept: a change here sets all bodies anew.
SETTING_VERSION = "6"

_BODY_GOES_HERE = Markup("<!--body-->")  # no text of an item can look like this once escaped
_DASH_SOON = re.compile("[^\N{EN DASH}\N{EM DASH}-]{0,60}[\N{EN DASH}\N{EM DASH}-]\\s")
_LONGEST_TITLE = 70  # what search engines show


@dataclass(frozen=True, slots=True, kw_only=True)
class Sibling:
    """The same news in another language; ``href`` leads there from this page."""

    language: str
    headline: str
    href: str
    address: str = ""  # the full web address, for search engines


@dataclass(frozen=True, slots=True, kw_only=True)
class PageInput:
    """All that a page is made of.

    ``folder`` is where the page lies in an exported folder; empty means its usual place. ``places``
    says where the items lie that the text links to; a link to any other leaves its words. ``lists``
    tell what things are called in the language of the item.
    """

    item: NewsItem
    house: House
    pictures: PictureSource
    body: Body
    siblings: tuple[Sibling, ...] = ()
    is_clearance_copy: bool = False
    folder: str = ""
    places: ItemPlaces = nowhere
    lists: HouseLists = NO_LISTS


@dataclass(frozen=True, slots=True)
class Page:
    """A finished page, in the pieces that change on their own.

    ``shell`` is what stands before and after the body's blocks; each block ends with a line end.
    """

    shell: tuple[str, str]
    blocks: tuple[str, ...]

    @property
    def html(self) -> str:
        """The whole page, as it is written to disk."""
        return f"{self.shell[0]}{''.join(self.blocks)}{self.shell[1]}"


class PageRenderer:
    """Makes pages in one theme, and remembers the blocks it set.

    The template is made ready when the first page is made, which raises ThemeError where the theme
    has no page, or a mistake in it.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._style = Markup(theme.style)  # noqa: S704  # the theme's own text, not an item's
        self._setter = BodySetter()

    @cached_property
    def _template(self) -> "Template":
        return self._theme.template("page.html")

    def page(self, wanted: PageInput) -> Page:
        """Return the page of an item."""
        return self.page_around(self.set_body(wanted.body, wanted.pictures), wanted)

    def set_body(self, body: Body, pictures: PictureSource) -> SetBody:
        """Return a body as HTML blocks: the part of a page that is worth keeping."""
        return self._setter.set_body(body, pictures)

    def page_around(self, text: SetBody, wanted: PageInput) -> Page:
        """Return the page around a body that was set before; ``wanted.body`` is not looked at."""
        words = page_words(wanted.item.language)
        dateline = _dateline(text, wanted.item, words)
        shell = self._template.render(
            _context(text, wanted, words)
            | {
                "style": self._style + look_style(wanted.house.look),
                "body": _BODY_GOES_HERE,
                "lone_dateline": dateline if text.opening < 0 else "",
            }
        )
        before, _, after = shell.partition(str(_BODY_GOES_HERE))
        blocks = finished_blocks(text, dateline, words)
        here = wanted.folder or page_folder(wanted.item)
        ways = (with_ways(block, here=here, places=wanted.places) for block in tied_blocks(blocks))
        return Page((before, after), tuple(ways))


def _context(text: SetBody, wanted: PageInput, words: PageWords) -> dict[str, Any]:
    item, house = wanted.item, wanted.house
    folder = wanted.folder or page_folder(item)
    parts = item_parts(item, words, wanted.pictures, wanted.lists, house=house.language)
    title = " ".join(item.headline.split()) or words.texts["no_headline"]
    context = {
        **{field.name: getattr(parts, field.name) for field in fields(parts)},
        "item": item,
        "words": words,
        "say": words.texts,
        "organisation": house.organisation,
        "navigation": [(name, safe_href(address)) for name, address in house.navigation],
        "footer": house.look.footer.strip(),
        "home": between(folder, ""),
        "address": absolute(house.address, f"{folder}/"),
        "linked_image": linked_image(parts.lead, absolute(house.address, f"{folder}/")),
        "minutes": words.reading_time(reading_minutes(text.words, item.language))
        if text.words
        else "",
        "own_language": own_language_name(item.language),
        "siblings": [_sibling(one) for one in wanted.siblings],
        "published": _published(item),
        "is_clearance_copy": wanted.is_clearance_copy,
        "title": title,
        "window_title": _window_title(title, house.organisation),
    }
    addresses = tuple(one.address for one in wanted.siblings if one.address)
    article = news_article(item, parts, context=context, siblings=addresses)
    return context | {"article": article}


def _window_title(title: str, organisation: str) -> str:
    """Return what stands in the browser's tab: the house beside the headline where it fits."""
    both = f"{title} \N{EN DASH} {organisation}"
    return both if organisation and len(both) <= _LONGEST_TITLE else title


def _sibling(sibling: Sibling) -> dict[str, str]:
    return {
        "language": sibling.language,
        "direction": text_direction(sibling.language),
        "name": own_language_name(sibling.language),
        "headline": sibling.headline,
        "href": sibling.href,
        "address": sibling.address,
        "open_graph_locale": page_words(sibling.language).open_graph_locale,
    }


def _published(item: NewsItem) -> str:
    """Return when the item came out, as a program reads it."""
    moment = item.first_published_at or item.published_at
    day = printed_day(item)
    if moment and (not day or moment.date() == day):
        return moment.isoformat()
    return day.isoformat() if day else ""


def _dateline(text: SetBody, item: NewsItem, words: PageWords) -> str:
    """Return the words that open the text, or nothing where the text opens with them already."""
    place = item.dateline_place.strip()
    if not place or _opens_with_dateline(text.opening_text, place):
        return ""
    return words.dateline(place, printed_day(item))


def _opens_with_dateline(text: str, place: str) -> bool:
    """Return whether text names the place first and then, before long, has a dash."""
    if not text.casefold().startswith(place.casefold()):
        return False
    return bool(_DASH_SOON.match(text[len(place) :]))
