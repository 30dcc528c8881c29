"""The files about all items of a folder: the list, the feeds, the site map."""

from collections.abc import Iterator, Sequence
from datetime import date

from editor_app.export.feeds import atom, json_feed, rss, sitemap
from editor_app.export.manifest import ItemEntry
from editor_app.model.house import House
from editor_app.render.listing import FeedLink, Listed, ListingRenderer
from editor_app.render.words import page_words


def list_files(
    items: Sequence[ItemEntry], house: House, renderer: ListingRenderer
) -> Iterator[tuple[str, bytes]]:
    """Yield the path and the bytes of each file about all items.

    Where there are several languages, each has feeds of its own beside those of the whole.
    """
    yield "index.html", _listing(items, house, renderer)
    yield "sitemap.xml", sitemap(items, house)
    yield from _feeds(items, house, folder="", language=house.language)
    languages = sorted({item.language for item in items})
    for language in languages if len(languages) > 1 else ():
        spoken = [item for item in items if item.language == language]
        yield from _feeds(spoken, house, folder=f"{language}/", language=language)


def _feeds(
    items: Sequence[ItemEntry], house: House, *, folder: str, language: str
) -> Iterator[tuple[str, bytes]]:
    yield f"{folder}atom.xml", atom(items, house, folder=folder, language=language)
    yield f"{folder}rss.xml", rss(items, house, folder=folder, language=language)
    yield f"{folder}feed.json", json_feed(items, house, folder=folder, language=language)


def _listing(items: Sequence[ItemEntry], house: House, renderer: ListingRenderer) -> bytes:
    title = page_words(house.language).texts["feed"]
    feeds = (
        FeedLink(href="atom.xml", mime="application/atom+xml", title=f"{title} (Atom)"),
        FeedLink(href="rss.xml", mime="application/rss+xml", title=f"{title} (RSS)"),
        FeedLink(href="feed.json", mime="application/feed+json", title=f"{title} (JSON)"),
    )
    listed = (
        Listed(
            folder=item.folder,
            language=item.language,
            section=item.section,
            headline=item.headline,
            standfirst=item.standfirst,
            day=date.fromisoformat(item.day) if item.day else None,
        )
        for item in items
    )
    return renderer.listing(listed, house, feeds).encode()
