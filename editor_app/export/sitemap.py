"""The site map (https://www.sitemaps.org/protocol.html): every page, with its other languages."""

from collections.abc import Iterable, Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from editor_app.model.house import House
from editor_app.render.addresses import absolute
from editor_app.render.characters import printable_text
from editor_app.store.export_folders import KnownPage

MOST = 50_000  # what search engines take in one file
_DAY = len("2015-09-15")
_HEAD = "<?xml version='1.0' encoding='utf-8'?>\n"
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_OPENED = f'<urlset xmlns="{_NAMESPACE}" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'


def sitemaps(
    ordered: Sequence[KnownPage], lists: Sequence[str], house: House, *, most: int = MOST
) -> Iterator[tuple[str, bytes]]:
    """Yield the site map of pages, oldest first, and of the lists in some folders.

    Where there are too many for one file it is an index of several, the oldest pages in the first.
    """
    root = absolute(house.address, "")
    fronts = [f" <url>\n  <loc>{_said(root + folder)}</loc>\n </url>\n" for folder in lists]
    urls = [*_urls(ordered, root), *fronts]
    if len(urls) <= most:
        yield "sitemap.xml", _urlset(urls)
        return
    parts = [urls[at : at + most] for at in range(0, len(urls), most)]
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    for name, part in zip(names, parts, strict=True):
        yield name, _urlset(part)
    addresses = [_said(root + name) for name in names]
    listed = "".join(f" <sitemap>\n  <loc>{one}</loc>\n </sitemap>\n" for one in addresses)
    index = f'<sitemapindex xmlns="{_NAMESPACE}">\n{listed}</sitemapindex>\n'
    yield "sitemap.xml", (_HEAD + index).encode()


def _urls(ordered: Sequence[KnownPage], root: str) -> Iterator[str]:
    """Yield the entry of each page: text put together, as there may be a hundred thousand."""
    groups: dict[str, list[KnownPage]] = {}
    for page in ordered:
        if page.group:
            groups.setdefault(page.group, []).append(page)
    root = _said(root)
    for page in ordered:
        versions = groups.get(page.group, ())
        others = _alternates(versions, root) if len(versions) > 1 else ""
        yield (
            f" <url>\n  <loc>{root}{page.place}/</loc>\n"
            f"  <lastmod>{page.updated[:_DAY]}</lastmod>\n{others} </url>\n"
        )


def _alternates(versions: Iterable[KnownPage], root: str) -> str:
    return "".join(
        f'  <xhtml:link rel="alternate" hreflang={quoteattr(one.language)}'
        f' href="{root}{one.place}/" />\n'
        for one in sorted(versions, key=lambda one: one.place)
    )


def _urlset(urls: Iterable[str]) -> bytes:
    return f"{_HEAD}{_OPENED}{''.join(urls)}</urlset>\n".encode()


def _said(text: str) -> str:
    return escape(printable_text(text), {'"': "&quot;"})
