"""Rules about the web-address part of an item."""

import re
from collections.abc import Iterator

from editor_app.checks.finding import Change, Fix, Found, Level, Place, SetValue
from editor_app.checks.rule import Examined, Group, ItemRule, Rule

_SLUG = Place("slug")
_SIGNS = re.compile(r"[a-z0-9-]*")


def _long(examined: Examined) -> Iterator[Found]:
    slug, limit = examined.item.slug, examined.style.limits.slug
    if len(slug) > limit:
        message = f"The web address part has {len(slug)} characters; the limit is {limit}."
        yield Found(message, _SLUG, subject=slug)


def _signs(examined: Examined) -> Iterator[Found]:
    if not _SIGNS.fullmatch(examined.item.slug):
        message = "The web address part may only have a to z, 0 to 9 and hyphens."
        yield Found(message, _SLUG, subject=examined.item.slug)


def _changed(examined: Examined) -> Iterator[Found]:
    item = examined.item
    former = examined.others.slug_when_published(item)
    if former and item.slug and item.slug != former:
        fix = Fix(f"Back to “{former}”", (Change(_SLUG, SetValue(former)),))
        message = f"The item was published as “{former}”; links to it will break."
        yield Found(message, _SLUG, fix, subject=item.slug)


def _again(examined: Examined) -> Iterator[Found]:
    item = examined.item
    if item.slug and (others := examined.others.with_slug(item.slug, item.language)):
        message = "Another item has the same web address part."
        yield Found(message, _SLUG, subject=item.slug, item=others[0].id)


RULES: tuple[Rule, ...] = (
    ItemRule(
        id="slug-again",
        title="Another item with the same web address",
        group=Group.DETAILS,
        level=Level.WARNS,
        find=_again,
    ),
    ItemRule(
        id="slug-long",
        title="Long web address",
        group=Group.DETAILS,
        level=Level.HINTS,
        find=_long,
    ),
    ItemRule(
        id="slug-signs",
        title="Signs that a web address should not have",
        group=Group.DETAILS,
        level=Level.HINTS,
        find=_signs,
    ),
    ItemRule(
        id="slug-changed",
        title="Web address changed after publication",
        group=Group.DETAILS,
        level=Level.HINTS,
        find=_changed,
    ),
)
