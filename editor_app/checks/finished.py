"""What keeps an item from going out, whatever its status says."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import PurePosixPath

from editor_app.body.tree import (
    Block,
    Body,
    Break,
    Content,
    Figure,
    Image,
    ListBlock,
    Quote,
    RawInline,
)
from editor_app.model.item import NewsItem


def blocking(item: NewsItem, body: Body, *, now: datetime) -> tuple[str, ...]:
    """Return the reasons why item must not be exported now, as sentences; none where it may be."""
    return (
        *_headline(item),
        *_embargo(item, now),
        *_lead_photo(item),
        *_photos_in_body(body),
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


def _photos_in_body(body: Body) -> Iterator[str]:
    photos = [figure for figure in _figures(body.blocks) if figure.src]
    for number, figure in enumerate(photos, start=1):
        called = f"Photo {number} in the body (“{_known_as(figure)}”)"
        if not figure.alt.strip():
            yield f"{called} has no alt text."
        if not _text(figure.credit).strip():
            yield f"{called} has no credit."


def _figures(blocks: tuple[Block, ...]) -> Iterator[Figure]:
    # A stack and not recursion: text from outside may be nested deeper than Python can go.
    waiting = list(reversed(blocks))
    while waiting:
        block = waiting.pop()
        if isinstance(block, Figure):
            yield block
        elif isinstance(block, Quote):
            waiting.extend(reversed(block.blocks))
        elif isinstance(block, ListBlock):
            inside = [one for item in block.items for one in item.blocks]
            waiting.extend(reversed(inside))


def _known_as(figure: Figure) -> str:
    return _text(figure.caption).strip() or figure.alt.strip() or PurePosixPath(figure.src).name


def _text(content: Content) -> str:
    return "".join(_words(inline) for inline in content)


def _words(inline: object) -> str:
    if isinstance(inline, Break):
        return " "
    if isinstance(inline, Image):
        return inline.alt
    if isinstance(inline, RawInline):
        return inline.source
    return getattr(inline, "text", "")
