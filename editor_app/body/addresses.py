"""Which web addresses may stand in a page."""

import re

SCHEMES = frozenset({"http", "https", "mailto", "tel", "item"})

_NO_PICTURE = ("mailto:", "tel:", "item:")
_IGNORED = re.compile("[\x00-\x20\x7f-\xa0]+")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.\-]*):")
_ITEM = re.compile(r"item:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})")
_OTHER_HOST = re.compile(r"[/\\]{2}")


def is_safe_address(address: str) -> bool:
    r"""Return whether address leads to a known scheme or to a place beside the page.

    The address of another item is one of them: whoever makes a page says where the item lies.
    Browsers skip controls in an address and take a backslash for a slash, so ``\\host`` and
    ``/\host`` lead to another host as ``//host`` does.
    """
    address = _IGNORED.sub("", address)
    if _OTHER_HOST.match(address):
        return False
    scheme = _SCHEME.match(address)
    if scheme is None:
        return not _has_colon_first(address)
    if scheme[1].lower() == "item":
        return is_item_address(address)
    return scheme[1].lower() in SCHEMES


def item_address(item_id: str) -> str:
    """Return the address under which a text links to another item of the library."""
    return f"item:{item_id}"


def is_item_address(address: str) -> bool:
    """Return whether address leads to another item of the library."""
    return _ITEM.fullmatch(address) is not None


def item_of(address: str) -> str:
    """Return the id of the item that address leads to, or nothing where it leads elsewhere."""
    found = _ITEM.fullmatch(address)
    return found[1] if found else ""


def is_safe_picture_address(address: str) -> bool:
    """Return whether a picture may be loaded from address."""
    return is_safe_address(address) and not address.lower().lstrip().startswith(_NO_PICTURE)


def _has_colon_first(address: str) -> bool:
    """Return whether address has a colon before any slash: no relative address may."""
    return ":" in re.split(r"[/?#]", address, maxsplit=1)[0]
