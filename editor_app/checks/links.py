"""The addresses that an item leads to, and what would be a better one."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import parse_qsl, unquote, urlsplit, urlunsplit

from editor_app.body.cards import field
from editor_app.body.tree import Block, Card, Link
from editor_app.checks.finding import Change, Fix, Place, Readdress, Reword, SetValue
from editor_app.checks.passage import PlacedPassage
from editor_app.model.item import NewsItem

_WEB = frozenset({"http", "https"})
_LONGEST = 8192  # a longer address is no address
_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|mc_cid|mc_eid|igshid?|yclid|twclid"
    r"|ttclid|_hsenc|_hsmi|hsctatracking|mkt_tok|oly_(?:anon|enc)_id|vero_id|wt_mc|_openstat"
    r"|pk_(?:campaign|kwd|source|medium)|mtm_\w+|at_(?:campaign|medium|custom\d)|sc_cid|li_fat_id",
    re.IGNORECASE,
)
_URL_DEFENSE_3 = re.compile(r"/v3/__(?P<address>.+?)__;")
_TRAILING = ".,;:!\u2026'\"\u201d\u2019\u00bb>]\u060c"


@dataclass(frozen=True, slots=True)
class Led:
    """An address that an item leads to: where, and how to lead to another one instead."""

    place: Place
    address: str
    words: str
    readdressed: Callable[[str], Change]

    def fix(self, label: str, better: str) -> Fix:
        """Return the fix that leads to a better address; an empty one takes the link away."""
        return Fix(label, (self.readdressed(better),))


def addresses_of(
    item: NewsItem, passages: Iterable[PlacedPassage], blocks: Iterable[tuple[Place, Block]]
) -> Iterator[Led]:
    """Yield every address that readers can follow: in fields, in texts, on cards."""
    yield from _in_fields(item)
    for placed in passages:
        if not placed.passage.spans:
            continue
        for span in placed.passage.links:
            mark, place = span.mark, placed.place.between(span.start, span.end)
            if isinstance(mark, Link):
                yield Led(place, mark.href, placed.passage.words(span), _readdress(place))
    for way, block in blocks:
        if isinstance(block, Card) and (address := field(block, "link")):
            place = Place("body", way.block, "link", 0, len(address))
            yield Led(place, address, field(block, "title") or address, _reword(place))


def _in_fields(item: NewsItem) -> Iterator[Led]:
    for number, one in enumerate(item.publications):
        if one.address:
            place = Place(f"publications[{number}].address")
            yield Led(place, one.address, one.title, _set(place))
    for number, link in enumerate(item.related):
        if link.address:
            place = Place(f"related[{number}].address")
            yield Led(place, link.address, link.text, _set(place))


def _readdress(place: Place) -> Callable[[str], Change]:
    return lambda better: Change(place, Readdress(better))


def _reword(place: Place) -> Callable[[str], Change]:
    return lambda better: Change(place, Reword(better))


def _set(place: Place) -> Callable[[str], Change]:
    return lambda better: Change(place, SetValue(better))


# ---------------------------------------------------------------- better addresses


def host_of(address: str) -> str:
    """Return the host of a web address in small letters; empty where it is none."""
    try:
        parts = urlsplit(address.strip()[:_LONGEST])
        return (parts.hostname or "") if parts.scheme.lower() in _WEB else ""
    except ValueError:
        return ""


@lru_cache(maxsize=1024)
def unwrapped(address: str) -> str:
    """Return the address inside one that a mail filter or a network made of it; else the same."""
    host = host_of(address)
    if not host:
        return address
    parts = urlsplit(address.strip())
    inner = ""
    if host.endswith("safelinks.protection.outlook.com"):
        inner = _value(parts.query, "url")
    elif host in {"urldefense.com", "urldefense.us"} or host.endswith(".urldefense.com"):
        inner = _defended_3(address)
    elif host == "urldefense.proofpoint.com":
        inner = _defended_2(parts.path, parts.query)
    elif host in {"www.google.com", "google.com"} and parts.path == "/url":
        inner = _value(parts.query, "q") or _value(parts.query, "url")
    elif host in {"l.facebook.com", "lm.facebook.com", "l.instagram.com"}:
        inner = _value(parts.query, "u")
    return inner if host_of(inner) else address


def _value(query: str, name: str) -> str:
    return next((value for key, value in parse_qsl(query) if key == name), "")


def _defended_3(address: str) -> str:
    """Return what Proofpoint's third form holds; empty where it replaced characters.

    Characters it replaced stand as ``*`` in the address, and their bytes after it.
    """
    found = _URL_DEFENSE_3.search(address[:_LONGEST])
    return found["address"] if found and "*" not in found["address"] else ""


def _defended_2(path: str, query: str) -> str:
    written = _value(query, "u")
    if path.startswith("/v1"):
        return unquote(written)
    return unquote(written.replace("-", "%").replace("_", "/"))


@lru_cache(maxsize=1024)
def without_tracking(address: str) -> str:
    """Return a web address without what tells its owner who sent the reader; else the same."""
    if not host_of(address) or "?" not in address:
        return address
    parts = urlsplit(address)
    kept = [
        pair for pair in parts.query.split("&") if not _TRACKING.fullmatch(pair.partition("=")[0])
    ]
    query = "&".join(kept)
    return address if query == parts.query else urlunsplit(parts._replace(query=query))


@lru_cache(maxsize=1024)
def tidied(address: str) -> str:
    """Return an address without spaces, doubled slashes and the signs of the sentence around it."""
    plain = re.sub(r"\s", "%20", re.sub(r"\s*[\r\n]\s*", "", address.strip()[:_LONGEST]))
    if not host_of(plain):
        return address.strip()
    while plain and (plain[-1] in _TRAILING or (plain[-1] == ")" and "(" not in plain)):
        plain = plain[:-1]
    parts = urlsplit(plain)
    path = parts.path
    if "//" in path and "://" not in path and ":/" not in path:
        path = re.sub(r"/{2,}", "/", path)
    return urlunsplit(parts._replace(path=path)) if path != parts.path else plain
