"""Rules about where links lead."""

import re
from collections.abc import Callable, Iterable, Iterator

from editor_app.body.addresses import is_item_address, is_safe_address, item_of
from editor_app.checks.finding import Fix, Found, Level
from editor_app.checks.links import (
    Led,
    host_of,
    tidied,
    unwrapped,
    without_tracking,
)
from editor_app.checks.rule import Examined, Group, ItemRule, Rule

_SCHEME = re.compile(r"\s*(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*):")
_DRIVE = re.compile(r"\s*(?:[A-Za-z]:[\\/]|\\\\|file:|/(?:home|users|volumes|mnt)/)", re.IGNORECASE)
_PRIVATE = re.compile(
    r"(?:.*\.)?(?:localhost|local|internal|intranet|lan|corp|home)|127\.\d+\.\d+\.\d+|::1"
    r"|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+|[^.:]+"
)
_STAGING = frozenset(
    {"staging", "stage", "stg", "preprod", "pre-prod", "uat", "test", "preview", "intranet"}
)
_SIGN_IN = (".sharepoint.com", ".onedrive.live.com")
_SIGN_IN_HOSTS = frozenset({"1drv.ms", "onedrive.live.com", "teams.microsoft.com"})
_BARE_HOST = re.compile(r"\s*(?:www\.)[^\s/@]+\.[A-Za-z]{2,24}(?:[/?#]\S*)?\s*")
_MAIL = re.compile(r"[^\s@<>,;:]+@(?:[^\s@<>,;:.]+\.)+[^\W\d_]{2,24}")
_MAIL_SLIP = re.compile(r"^(?:\s*mailto:[\s/]*)+", re.IGNORECASE)
_SLIPS = ("@gmial.", "@gmai.", "@gamil.", "@hotmial.", "@yaho.", "@yahooo.", "@outlok.")
_ENDS = (".con", ".ogr", ".cmo", ".ner", ".nte")
_ANCHORS = re.compile(r"#(?:note-(?:ref-)?\d+|footnotes)")


def _http(examined: Examined) -> Iterator[Found]:
    for led in examined.addresses:
        if led.address.lower().startswith("http://") and not _is_out_of_reach(led, examined):
            better = "https://" + led.address[len("http://") :]
            yield _found(led, "This address is not encrypted (http).", led.fix("Use https", better))


def _tracking(examined: Examined) -> Iterator[Found]:
    for led in examined.addresses:
        if (better := without_tracking(led.address)) != led.address:
            fix = led.fix("Take the tracking away", better)
            yield _found(led, "This address tells who follows it (tracking).", fix)


def _wrapped(examined: Examined) -> Iterator[Found]:
    for led in examined.addresses:
        better = unwrapped(led.address)
        if better != led.address:
            fix = led.fix(f"Lead to {host_of(better)}", better)
            yield _found(led, "This address leads through a mail filter.", fix)
        elif "urldefense" in host_of(led.address) or "safelinks" in host_of(led.address):
            yield _found(led, "This address leads through a mail filter.")


def _out_of_reach(examined: Examined) -> Iterator[Found]:
    for led in examined.addresses:
        if _is_out_of_reach(led, examined):
            yield _found(led, "Readers cannot get to this address: it is not public.")


def _is_out_of_reach(led: Led, examined: Examined) -> bool:
    if _DRIVE.match(led.address):
        return True
    host = host_of(led.address)
    if not host:
        return False
    style, labels = examined.style, host.split(".")
    named = host.endswith(_SIGN_IN) or host in _SIGN_IN_HOSTS or host in style.staging_hosts
    return named or bool(_PRIVATE.fullmatch(host)) or not _STAGING.isdisjoint(labels[:-2])


def _relative(examined: Examined) -> Iterator[Found]:
    for led in examined.addresses:
        address = led.address.strip()
        is_known = not address or address.startswith("#") or bool(_SCHEME.match(address))
        if is_known or _DRIVE.match(address):
            continue
        if _MAIL.fullmatch(address):
            fix = led.fix("Make it a mail address", f"mailto:{address}")
            yield _found(led, "This mail address lacks “mailto:”.", fix)
        elif _BARE_HOST.fullmatch(address):
            fix = led.fix("Add https://", f"https://{address}")
            yield _found(led, "This address lacks “https://”.", fix)
        else:
            yield _found(led, "This address leads nowhere once the page is uploaded.")


def _anchor(examined: Examined) -> Iterator[Found]:
    for led in examined.addresses:
        address = led.address.strip()
        if address.startswith("#") and not _ANCHORS.fullmatch(address):
            fix = led.fix("Take the link away", "")
            yield _found(led, "This link leads to a place that is not on the page.", fix)


def _unsafe(examined: Examined) -> Iterator[Found]:
    for led in examined.addresses:
        if (
            led.address.strip()
            and not is_safe_address(led.address)
            and not _DRIVE.match(led.address)
        ):
            fix = led.fix("Take the link away", "")
            yield _found(led, "The page leaves this link out: its address is not safe.", fix)


def _slip(examined: Examined) -> Iterator[Found]:
    for led in examined.addresses:
        better = tidied(led.address)
        if better != led.address and better:
            yield _found(
                led,
                "This address holds a sign that does not belong to it.",
                led.fix("Take it away", better),
            )


def _mail(examined: Examined) -> Iterator[Found]:
    for led in examined.addresses:
        if not led.address.strip().lower().startswith("mailto:"):
            continue
        said, mark, query = _MAIL_SLIP.sub("", led.address).partition("?")
        plain = "".join(said.split())
        if not all(_MAIL.fullmatch(one) for one in plain.split(",")):
            yield _found(led, "This is no mail address.")
        elif plain.lower().endswith(_ENDS) or any(one in plain.lower() for one in _SLIPS):
            yield _found(led, f"The mail address “{plain}” looks mistyped.")
        elif (better := f"mailto:{plain}{mark}{query}") != led.address.strip():
            fix = led.fix("Write it well", better)
            yield _found(led, "This mail address is not well written.", fix)


def _item(examined: Examined) -> Iterator[Found]:
    for led in examined.addresses:
        if not is_item_address(led.address):
            continue
        other = examined.others.with_id(item_of(led.address))
        if other is None:
            yield _found(led, "The item that this link leads to is not in the library.")
        elif other.is_trashed:
            yield _found(led, "The item that this link leads to is in the trash.")
        elif not other.status.is_finished:
            yield _found(
                led, f"The item that this link leads to is not finished ({other.status.value})."
            )


def _found(led: Led, message: str, fix: Fix | None = None) -> Found:
    """Return what is said of an address, for as long as it is this one."""
    return Found(message, led.place, fix, subject=led.address)


def _rule(rule_id: str, title: str, find: Callable[[Examined], Iterable[Found]]) -> ItemRule:
    return ItemRule(id=rule_id, title=title, group=Group.LINKS, level=Level.WARNS, find=find)


RULES: tuple[Rule, ...] = (
    _rule("link-http", "Address that is not encrypted", _http),
    _rule("link-tracking", "Tracking in an address", _tracking),
    _rule("link-wrapped", "Address of a mail filter", _wrapped),
    _rule("link-out-of-reach", "Address that is not public", _out_of_reach),
    _rule("link-relative", "Address that is not whole", _relative),
    _rule("link-anchor", "Link to a place that is not on the page", _anchor),
    _rule("link-unsafe", "Address that the page leaves out", _unsafe),
    _rule("link-slip", "Space or sign too many in an address", _slip),
    _rule("link-mail", "Mail address with a mistake", _mail),
    _rule("link-item", "Link to an item that is not out", _item),
)
