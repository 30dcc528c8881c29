"""What keeps an item from going out, whatever its status says."""

from collections.abc import Iterator
from datetime import datetime

from editor_app.body.tree import Body
from editor_app.checks.pictures import lacking_in_pictures
from editor_app.model.item import NewsItem


def blocking(item: NewsItem, body: Body, *, now: datetime) -> tuple[str, ...]:
    """Return the reasons why item must not be exported now, as sentences; none where it may be."""
    return (
        *_headline(item),
        *_embargo(item, now),
        *_lead_photo(item),
        *lacking_in_pictures(body),
    )


def _headline(item: NewsItem) -> Iterator[str]:
    if not item.headline.strip():
        yield "The headline is missing."


def _embargo(item: NewsItem, now: datetime) -> Iterator[str]:
    until = item.embargo_until
    if until is not None and until > now:
        zone = getattr(until.tzinfo, "key", "") or until.strftime("UTC%z").removesuffix("+0000")
        yield f"The item is under embargo until {until:%Y-%m-%d %H:%M} ({zone})."


def _lead_photo(item: NewsItem) -> Iterator[str]:
    if item.lead_figure.lacks_alt_text:
        yield "The lead photo has no alt text and is not marked as decorative."
    if item.lead_figure.lacks_credit:
        yield "The lead photo has no credit."
