"""The changes that the window offers for many items at once; the same rules as for one."""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import datetime

from editor_app.body import read_markdown
from editor_app.body.tree import Body, Paragraph, Text
from editor_app.editing.bulk import BulkChange
from editor_app.editing.languages import language
from editor_app.editing.slug import is_settled, slug_of
from editor_app.editing.status import with_status
from editor_app.model.identity import ItemId
from editor_app.model.item import NewsItem
from editor_app.model.status import Status

_BETWEEN = ", "
# A first line that is prose whatever follows it: the item has text, and none of it need be read.
_PROSE = re.compile(r"[^\W\d_][^\\`*_\[\]<>&~^|{}:\n]*(?:\n|\Z)")


def to_status(status: Status, *, now: datetime) -> BulkChange:
    """Return the change of items to a status, by the rules of `editor_app.editing.status`."""

    def change(item: NewsItem) -> NewsItem:
        return with_status(item, _text_of(item.body), to=status, now=now)

    return BulkChange(
        what=f"Status set to “{status.value}”", change=change, shown=lambda item: item.status.value
    )


def to_section(section: str) -> BulkChange:
    """Return the change of items to another section."""
    words = f"Section set to “{section}”" if section else "Section taken away"
    return BulkChange(
        what=words,
        change=lambda item: replace(item, section=section),
        shown=lambda item: item.section,
    )


def with_tags(tags: Sequence[str]) -> BulkChange:
    """Return the change that adds tags to items, behind those they have."""

    def change(item: NewsItem) -> NewsItem:
        return replace(item, tags=tuple(dict.fromkeys((*item.tags, *tags))))

    return BulkChange(what=f"Tags added: {_BETWEEN.join(tags)}", change=change, shown=_tags)


def without_tags(tags: Collection[str]) -> BulkChange:
    """Return the change that takes tags from items."""

    def change(item: NewsItem) -> NewsItem:
        return replace(item, tags=tuple(tag for tag in item.tags if tag not in tags))

    return BulkChange(what=f"Tags removed: {_BETWEEN.join(tags)}", change=change, shown=_tags)


def to_language(tag: str, *, is_known: Callable[[ItemId], bool]) -> BulkChange:
    """Return the change of items to another language, as their editor was mistaken in it.

    The slug follows, unless the world knows it; ``is_known`` says whether an item went out.
    """

    def change(item: NewsItem) -> NewsItem:
        changed = replace(item, language=tag)
        if changed == item or is_settled(item, was_exported=lambda: is_known(item.id)):
            return changed
        return replace(changed, slug=slug_of(item.headline, language=tag))

    return BulkChange(
        what=f"Language set to {language(tag).name}",
        change=change,
        shown=lambda item: language(item.language).name,
    )


def to_trash(*, now: datetime) -> BulkChange:
    """Return the change that moves items to the trash."""

    def change(item: NewsItem) -> NewsItem:
        return item if item.is_trashed else replace(item, trashed_at=now)

    return BulkChange(what="Moved to the trash", change=change, shown=_where, op="trash")


def from_trash() -> BulkChange:
    """Return the change that takes items out of the trash."""
    return BulkChange(
        what="Restored from the trash",
        change=lambda item: replace(item, trashed_at=None),
        shown=_where,
        op="restore",
    )


def _tags(item: NewsItem) -> str:
    return _BETWEEN.join(item.tags)


def _where(item: NewsItem) -> str:
    return "in the trash" if item.is_trashed else "in the list"


def _text_of(markdown: str) -> Body:
    """Return a text as far as it must be known to see whether there is any."""
    prose = _PROSE.match(markdown)
    if prose is None:
        return read_markdown(markdown)
    return Body(blocks=(Paragraph((Text(prose[0].strip()),)),))
