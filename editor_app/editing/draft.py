"""An item as it lies on the desk: its fields, and its text as a tree."""

from dataclasses import dataclass, replace
from datetime import date

from editor_app.body import read_markdown, write_markdown
from editor_app.body.tree import Body
from editor_app.model.identity import ItemId
from editor_app.model.item import NewsItem


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An item being written.

    ``body`` is the text. ``item.body`` is the Markdown of the last read or save, and may lag
    behind: a key press costs one block, not the whole text.
    """

    item: NewsItem
    body: Body

    @classmethod
    def of(cls, item: NewsItem) -> "Draft":
        """Return item with its Markdown read into a tree."""
        return cls(item=item, body=read_markdown(item.body))

    def to_item(self) -> NewsItem:
        """Return the item with its text written as Markdown; safe on any thread."""
        return replace(self.item, body=write_markdown(self.body))

    @property
    def has_words(self) -> bool:
        """Whether anything was written that somebody could miss."""
        written = _without_what_was_given(self.item)
        return bool(self.body.blocks) or written != NewsItem(id=self.item.id)


def blank_draft(item_id: ItemId, *, section: str, language: str, today: date) -> Draft:
    """Return a new item without words."""
    item = NewsItem(id=item_id, section=section, language=language, display_date=today)
    return Draft(item=item, body=Body())


def _without_what_was_given(item: NewsItem) -> NewsItem:
    """Return item without what it had before anybody wrote a word: no reason to keep it."""
    blank = NewsItem(id=item.id)
    return replace(
        item,
        body="",
        content_type=blank.content_type,
        language=blank.language,
        section=blank.section,
        display_date=blank.display_date,
        slug=blank.slug,
    )
