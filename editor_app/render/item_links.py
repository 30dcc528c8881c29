"""Links from one item to another: the text names the item, the page says the way to it."""

import re
from collections.abc import Callable, Iterable

from editor_app.body.addresses import item_of
from editor_app.render.addresses import between

ItemPlaces = Callable[[str], str]
"""Return the folder that the page of an item lies in, or nothing where it has no page."""

_MARK = 'href="item:'
_LINK = re.compile(
    r'<a(?P<before>[^<>]*?) href="(?P<address>item:[^"]*)"(?P<after>[^<>]*)>(?P<words>.*?)</a>',
    re.DOTALL | re.IGNORECASE,
)


def nowhere(_item_id: str) -> str:
    """Return no folder, whatever the item: the place of a page that stands alone."""
    return ""


def linked_items(htmls: Iterable[str]) -> tuple[str, ...]:
    """Return the ids of the items that set text links to, each once."""
    addresses = (
        found["address"] for html in htmls if _MARK in html for found in _LINK.finditer(html)
    )
    return tuple(dict.fromkeys(filter(None, map(item_of, addresses))))


def with_ways(html: str, *, here: str, places: ItemPlaces) -> str:
    """Return set text whose links to items lead from the page in folder here to their pages.

    The words of a link to an item without a page stay, without the link.
    """
    if _MARK not in html.lower():
        return html

    def way(found: re.Match[str]) -> str:
        item_id = item_of(found["address"])
        folder = places(item_id) if item_id else ""
        if not folder:
            return found["words"]
        href = between(here, folder)
        return f'<a{found["before"]} href="{href}"{found["after"]}>{found["words"]}</a>'

    return _LINK.sub(way, html)
