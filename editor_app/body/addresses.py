"""Which web addresses may stand in a page."""

import re

SCHEMES = frozenset({"http", "https", "mailto", "tel"})

_IGNORED = re.compile("[\x00-\x20\x7f-\xa0]+")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.\-]*):")
_OTHER_HOST = re.compile(r"[/\\]{2}")


def is_safe_address(address: str) -> bool:
    r"""Return whether address leads to a known scheme or to a place beside the page.

    Browsers skip controls in an address and take a backslash for a slash, so ``\\host`` and
    ``/\host`` lead to another host as ``//host`` does.
    """
    address = _IGNORED.sub("", address)
    if _OTHER_HOST.match(address):
        return False
    scheme = _SCHEME.match(address)
    if scheme is None:
        return not _has_colon_first(address)
    return scheme[1].lower() in SCHEMES


def is_safe_picture_address(address: str) -> bool:
    """Return whether a picture may be loaded from address."""
    return is_safe_address(address) and not address.lower().lstrip().startswith(("mailto:", "tel:"))


def _has_colon_first(address: str) -> bool:
    """Return whether address has a colon before any slash: no relative address may."""
    return ":" in re.split(r"[/?#]", address, maxsplit=1)[0]
