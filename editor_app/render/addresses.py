"""Where a page lies in an exported folder, and the addresses that follow from it."""

import re
from urllib.parse import quote, urlsplit

from editor_app.model.item import NewsItem

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_SLUG = re.compile(r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?")
_SLUG_LIMIT = 100
_REGION_LENGTH, _SCRIPT_LENGTH = 2, 4
# Windows keeps these names for devices, with any extension and in any case.
_RESERVED = frozenset(
    {"con", "prn", "aux", "nul", "conin$", "conout$"}
    | {f"{device}{number}" for device in ("com", "lpt") for number in range(10)}
)
_WEB_SCHEMES = frozenset({"http", "https", "mailto", "tel"})


def language_folder(language: str) -> str:
    """Return the folder name of a language: its tag in the usual case, ``und`` where it is none."""
    if not _LANGUAGE.fullmatch(language):
        return "und"
    first, *rest = language.split("-")
    name = "-".join([first.lower(), *(_usual_case(part) for part in rest)])
    return f"lang-{name}" if name in _RESERVED else name


def is_safe_slug(slug: str) -> bool:
    """Return whether a slug can name a folder or a file on every system."""
    return len(slug) <= _SLUG_LIMIT and bool(_SLUG.fullmatch(slug)) and slug not in _RESERVED


def slug_folder(slug: str, item_id: str) -> str:
    """Return the folder name of an item: its slug, or its id where the slug names no folder."""
    if is_safe_slug(slug):
        return slug
    safe = re.sub(r"[^a-z0-9]+", "-", item_id.lower()).strip("-")[:_SLUG_LIMIT].strip("-")
    return safe if is_safe_slug(safe) else f"item-{safe}".rstrip("-")


def page_folder(item: NewsItem) -> str:
    """Return where an item's page lies in an exported folder, such as ``en-GB/new-paper``."""
    return folder_of(item.language, item.slug, item.id)


def folder_of(language: str, slug: str, item_id: str) -> str:
    """Return where the page of an item in a language lies in an exported folder."""
    return f"{language_folder(language)}/{slug_folder(slug, item_id)}"


def absolute(address: str, path: str) -> str:
    """Return the full web address of a path in the exported folder."""
    return f"{address.rstrip('/')}/{quote(path)}"


def between(here: str, there: str) -> str:
    """Return the way from one page's folder to another page, good on disk and on any host."""
    up = "../" * len(here.split("/")) if here else ""
    return f"{up}{there}/index.html" if there else f"{up}index.html"


def safe_href(address: str) -> str:
    """Return an address that a page may link to, or nothing where it leads nowhere good."""
    address = address.strip()
    if address.replace("\\", "/").startswith("//") or not address:
        return ""
    try:
        scheme = urlsplit(address).scheme.lower()
    except ValueError:
        return ""
    if scheme in _WEB_SCHEMES or (not scheme and ":" not in address.split("/", maxsplit=1)[0]):
        return quote(address, safe="%/:=&?~#+!$,;'@()*[]") if not address.isascii() else address
    return ""


def _usual_case(part: str) -> str:
    if len(part) == _REGION_LENGTH:
        return part.upper()
    return part.title() if len(part) == _SCRIPT_LENGTH else part.lower()
