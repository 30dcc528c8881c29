"""Where a pasted link leads: past the watchmen that mail programs put before it."""

import re
from urllib.parse import parse_qs, urlsplit

from editor_app.body.addresses import is_safe_address

_WATCHMEN = (
    ("safelinks.protection.outlook.com", "url"),
    ("google.com/url", "q"),
    ("google.com/url", "url"),
    ("urldefense.proofpoint.com/v1", "u"),
    ("l.facebook.com/l.php", "u"),
    ("lm.facebook.com/l.php", "u"),
    ("linkprotect.cudasvc.com/url", "a"),
    ("statics.teams.cdn.office.net/evergreen-assets/safelinks", "url"),
)
_URLDEFENSE = re.compile(r"https://urldefense\.(?:com|us)/v3/__(?P<address>.+?)__;")
_SCHEMES = ("http://", "https://", "mailto:", "tel:")
_MOST_WATCHMEN = 3  # one behind the other
_LONGEST = 4_000


def real_address(href: str) -> str:
    """Return where a link leads from anywhere, or nothing where that is nowhere or not safe."""
    address = "".join(href.split())
    for _ in range(_MOST_WATCHMEN):
        behind = _behind(address)
        if not behind:
            break
        address = behind
    if address.lower().startswith("www."):
        address = f"https://{address}"
    if len(address) > _LONGEST or not address.lower().startswith(_SCHEMES):
        return ""
    return address if is_safe_address(address) and _leads_somewhere(address) else ""


def _leads_somewhere(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return bool(parts.netloc if parts.scheme.startswith("http") else parts.path)


def _behind(address: str) -> str:
    """Return the address that a watchman's address holds, or nothing."""
    if found := _URLDEFENSE.match(address):
        return found["address"].replace("*", "")
    try:
        parts = urlsplit(address)
        asked = parse_qs(parts.query)
    except ValueError:
        return ""
    for where, name in _WATCHMEN:
        host, _slash, path = where.partition("/")
        is_there = f".{parts.netloc.lower()}".endswith(f".{host}")
        value = asked.get(name, [""])[0]
        if value and is_there and parts.path.lower().startswith(f"/{path}"):
            return value
    return ""
