"""The pages that list items of an exported folder."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from editor_app.model.house import House
from editor_app.render.addresses import absolute, between, safe_href
from editor_app.render.look import look_style
from editor_app.render.theme import Theme
from editor_app.render.words import PageWords, own_language_name, page_words, text_direction

if TYPE_CHECKING:
    from jinja2 import Template


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One item in a list."""

    folder: str
    language: str
    section: str
    headline: str
    standfirst: str
    day: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedGroup:
    """Items of one language, and the folder of the list that has them all, if this one has not."""

    language: str
    items: tuple[Listed, ...]
    all_of_them: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedLink:
    """A feed beside the list."""

    href: str
    mime: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """One page of a list; folders are those of other lists, as seen from the exported folder.

    ``month`` is such as ``2015-09``; ``number`` is 0 on the front page of a list.
    """

    folder: str
    language: str
    groups: tuple[ListedGroup, ...]
    feeds: tuple[FeedLink, ...] = ()
    section: str = ""
    month: str = ""
    number: int = 0
    newer: str | None = None
    older: str | None = None
    up: str | None = None
    sections: tuple[tuple[str, str], ...] = ()
    months: tuple[tuple[str, str], ...] = ()


class ListingRenderer:
    """Makes lists of items, and pages that lead on, in one theme.

    A template is made ready when it is first used: an export that finds its lists kept needs none.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._style = Markup(theme.style)  # noqa: S704  # the theme's own text, not an item's

    @cached_property
    def _template(self) -> "Template":
        return self._theme.template("listing.html")

    @cached_property
    def _moved(self) -> "Template":
        return self._theme.template("moved.html")

    def listing(self, listing: Listing, house: House) -> str:
        """Return a page of a list.

        Raises:
            ThemeError: the theme has no list, or a mistake in it.
        """
        words, here = page_words(listing.language), listing.folder
        title = _title(listing, words)
        return self._template.render(
            _house(house, words)
            | {
                "style": self._style + look_style(house.look),
                "language": listing.language,
                "address": absolute(house.address, f"{here}/" if here else ""),
                "title": title,
                "window_title": _window_title(listing, title, words, house),
                "number": words.numbered(listing.number) if listing.number else "",
                "feeds": listing.feeds,
                "groups": [_group(group, here) for group in listing.groups],
                "newer": _way(here, listing.newer),
                "older": _way(here, listing.older),
                "up": _way(here, listing.up),
                "sections": [(name, between(here, folder)) for name, folder in listing.sections],
                "years": _years(listing, words),
            }
        )

    def moved(self, here: str, there: str, house: House, *, is_gone: bool) -> str:
        """Return a page that leads from the folder here to the page in the folder there."""
        language = here.split("/", maxsplit=1)[0]
        words = page_words(language)
        return self._moved.render(
            _house(house, words)
            | {
                "style": self._style + look_style(house.look),
                "language": language,
                "title": words.texts["withdrawn" if is_gone else "moved"],
                "link": words.texts["all_news" if is_gone else "moved_to"],
                "href": between(here, there),
                "address": absolute(house.address, f"{there}/" if there else ""),
            }
        )


def _house(house: House, words: PageWords) -> dict[str, Any]:
    return {
        "words": words,
        "say": words.texts,
        "organisation": house.organisation,
        "footer": house.look.footer.strip(),
        "navigation": [(name, safe_href(address)) for name, address in house.navigation],
    }


def _title(listing: Listing, words: PageWords) -> str:
    if listing.month:
        return words.month(_first_day(listing.month))
    return listing.section or words.texts["news"]


def _window_title(listing: Listing, title: str, words: PageWords, house: House) -> str:
    number = words.numbered(listing.number) if listing.number else ""
    return " \N{EN DASH} ".join(part for part in (title, number, house.organisation) if part)


def _way(here: str, there: str | None) -> str:
    return between(here, there) if there is not None else ""


def _years(listing: Listing, words: PageWords) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the months that a list leads to, by year."""
    months = (
        (month[:4], words.month_name(_first_day(month)), between(listing.folder, folder))
        for month, folder in listing.months
    )
    return [
        (year, [(name, href) for _, name, href in of_it])
        for year, of_it in groupby(months, key=lambda one: one[0])
    ]


def _first_day(month: str) -> date:
    return date.fromisoformat(f"{month}-01")


def _group(group: ListedGroup, here: str) -> dict[str, Any]:
    return {
        "tag": group.language,
        "name": own_language_name(group.language),
        "direction": text_direction(group.language),
        "entries": _entries(group.items, here),
        "all_news": page_words(group.language).texts["all_news"],
        "more": between(here, group.all_of_them) if group.all_of_them else "",
    }


def _entries(items: Iterable[Listed], here: str) -> list[dict[str, str]]:
    return [_entry(item, here) for item in items]


def _entry(item: Listed, here: str) -> dict[str, str]:
    words = page_words(item.language)
    return {
        "href": between(here, item.folder),
        "section": item.section,
        "headline": item.headline.strip() or words.texts["no_headline"],
        "standfirst": item.standfirst,
        "day": words.day(item.day) if item.day else "",
        "day_iso": item.day.isoformat() if item.day else "",
    }
