"""The page that lists all items of an exported folder."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from markupsafe import Markup

from editor_app.model.house import House
from editor_app.render.addresses import absolute, between, safe_href
from editor_app.render.theme import Theme
from editor_app.render.words import own_language_name, page_words, text_direction


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One item in the list."""

    folder: str
    language: str
    section: str
    headline: str
    standfirst: str
    day: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedLink:
    """A feed beside the list."""

    href: str
    mime: str
    title: str


class ListingRenderer:
    """Makes the list of items in one theme.

    Raises:
        ThemeError: the theme has no list, or a mistake in it.
    """

    def __init__(self, theme: Theme) -> None:
        self._template = theme.template("listing.html")
        self._style = Markup(theme.style)  # noqa: S704  # the theme's own text, not an item's

    def listing(
        self, items: Iterable[Listed], house: House, feeds: tuple[FeedLink, ...] = ()
    ) -> str:
        """Return the list of items by language, newest first."""
        words = page_words(house.language)
        return self._template.render(
            style=self._style,
            language=house.language,
            words=words,
            say=words.texts,
            organisation=house.organisation,
            navigation=[(name, safe_href(address)) for name, address in house.navigation],
            address=absolute(house.address, ""),
            feeds=feeds,
            groups=list(_groups(items, house.language)),
        )


def _groups(items: Iterable[Listed], first: str) -> Iterator[dict[str, Any]]:
    """Yield the items of each language, the house's own language first."""
    newest_first = sorted(items, key=lambda item: item.folder)
    newest_first.sort(key=lambda item: item.day or date.min, reverse=True)
    newest_first.sort(key=lambda item: (item.language != first, item.language))
    for tag, entries in groupby(newest_first, key=lambda item: item.language):
        yield {
            "tag": tag,
            "name": own_language_name(tag),
            "direction": text_direction(tag),
            "entries": [_entry(item) for item in entries],
        }


def _entry(item: Listed) -> dict[str, str]:
    words = page_words(item.language)
    return {
        "href": between("", item.folder),
        "section": item.section,
        "headline": item.headline.strip() or words.texts["no_headline"],
        "standfirst": item.standfirst,
        "day": words.day(item.day) if item.day else "",
        "day_iso": item.day.isoformat() if item.day else "",
    }
