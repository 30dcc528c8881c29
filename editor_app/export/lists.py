"""The files about all items of a folder: the lists, the feeds, the site map."""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import NamedTuple

from editor_app.export.feeds import MOST, atom, json_feed, rss
from editor_app.export.list_plan import (
    AT_HOME,
    ListPlan,
    by_language,
    month_folder,
    oldest_first,
    plans,
)
from editor_app.export.manifest import ItemEntry
from editor_app.export.sitemap import sitemaps
from editor_app.model.house import House
from editor_app.render.listing import FeedLink, Listed, ListedGroup, Listing, ListingRenderer
from editor_app.render.words import page_words
from editor_app.store.export_folders import KnownPage

_KEY_LENGTH = 24


class ListFile(NamedTuple):
    """A file about many items: ``made_from`` names all it is made of; `make` makes it."""

    path: str
    made_from: str
    make: Callable[[], bytes]
    can_be_kept: bool = True  # it is worth it


class ListFiles:
    """Makes the files about all items of a folder, each only when it is asked for."""

    def __init__(
        self, entries: Mapping[str, ItemEntry], house: House, renderer: ListingRenderer, key: str
    ) -> None:
        """Make files of entries by item; key names all else that goes into them."""
        self._entries, self._house, self._renderer, self._key = entries, house, renderer, key

    def files(self, pages: Sequence[KnownPage]) -> Iterator[ListFile]:
        """Yield each file. Where there are several languages, each has feeds of its own."""
        ordered = oldest_first(pages)
        spoken = by_language(ordered)
        yield self._home(spoken)
        for plan in plans(ordered):
            path = f"{plan.folder}/index.html"
            yield ListFile(path, plan.key(self._key), partial(self._list, plan))
        yield from self._feeds(ordered, folder="", language=self._house.language)
        for language, members in spoken.items() if len(spoken) > 1 else ():
            yield from self._feeds(members, folder=f"{language}/", language=language)
        lists = ["", *(f"{language}/" for language in spoken)]
        for path, data in sitemaps(ordered, lists, self._house):
            yield ListFile(path, _key_of(data), partial(bytes, data), can_be_kept=False)

    def moved(self, moved: Mapping[str, str], places: Mapping[str, str]) -> Iterator[ListFile]:
        """Yield a page for each folder that was left: it leads to where its item lies now."""
        for folder, item in moved.items():
            there = places.get(item, "")
            made_from = self._named(folder, [there])
            make = partial(self._moved, folder, there)
            yield ListFile(f"{folder}/index.html", made_from, make)

    def _moved(self, folder: str, there: str) -> bytes:
        made = self._renderer.moved(folder, there, self._house, is_gone=not there)
        return made.encode("utf-8", "replace")

    def _home(self, spoken: Mapping[str, Sequence[KnownPage]]) -> ListFile:
        """Return the list at home: the newest of each language, the house's own first."""
        own = self._house.language
        languages = sorted(spoken, key=lambda language: (language != own, language))
        newest = {language: spoken[language][: -AT_HOME - 1 : -1] for language in languages}
        marks = [f"{language} {one.mark}" for language in languages for one in newest[language]]
        return ListFile("index.html", self._named("", marks), partial(self._homepage, newest))

    def _homepage(self, newest: Mapping[str, Sequence[KnownPage]]) -> bytes:
        groups = tuple(
            ListedGroup(language=language, items=self._listed(pages), all_of_them=language)
            for language, pages in newest.items()
        )
        return self._rendered(
            Listing(
                folder="",
                language=self._house.language,
                groups=groups,
                feeds=_feed_links(self._house.language),
            )
        )

    def _list(self, plan: ListPlan) -> bytes:
        months = ((month, month_folder(plan.language, month)) for month in plan.months)
        return self._rendered(
            Listing(
                folder=plan.folder,
                language=plan.language,
                groups=(ListedGroup(language=plan.language, items=self._listed(plan.pages)),),
                section=plan.section,
                month=plan.month,
                number=plan.number,
                newer=plan.newer,
                older=plan.older,
                up=None if plan.folder == plan.language else plan.language,
                sections=plan.sections,
                months=tuple(months),
            )
        )

    def _rendered(self, listing: Listing) -> bytes:
        return self._renderer.listing(listing, self._house).encode("utf-8", "replace")

    def _listed(self, pages: Sequence[KnownPage]) -> tuple[Listed, ...]:
        return tuple(_listed(self._entries[page.item]) for page in pages)

    def _feeds(
        self, ordered: Sequence[KnownPage], *, folder: str, language: str
    ) -> Iterator[ListFile]:
        newest = ordered[: -MOST - 1 : -1]
        key = self._named(folder, [page.mark for page in newest])
        for name, write in (("atom.xml", atom), ("rss.xml", rss), ("feed.json", json_feed)):

            def make(write: Callable[..., bytes] = write) -> bytes:
                entries = [self._entries[page.item] for page in newest]
                return write(entries, self._house, folder=folder, language=language)

            yield ListFile(folder + name, key, make)

    def _named(self, folder: str, marks: Sequence[str]) -> str:
        return _key_of("\n".join([self._key, folder, *marks]).encode("utf-8", "replace"))


def _listed(entry: ItemEntry) -> Listed:
    return Listed(
        folder=entry.folder,
        language=entry.language,
        section=entry.section,
        headline=entry.headline,
        standfirst=entry.standfirst,
        day=date.fromisoformat(entry.day) if entry.day else None,
    )


def _feed_links(language: str) -> tuple[FeedLink, ...]:
    title = page_words(language).texts["feed"]
    return (
        FeedLink(href="atom.xml", mime="application/atom+xml", title=f"{title} (Atom)"),
        FeedLink(href="rss.xml", mime="application/rss+xml", title=f"{title} (RSS)"),
        FeedLink(href="feed.json", mime="application/feed+json", title=f"{title} (JSON)"),
    )


def _key_of(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:_KEY_LENGTH]
