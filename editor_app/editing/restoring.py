"""An older version of an item, made the present one or an item of its own."""

from dataclasses import replace
from datetime import datetime

from editor_app.editing.draft import Draft
from editor_app.editing.saving import Snapshot, as_copy, save_snapshot
from editor_app.model.item import NewsItem
from editor_app.store.library import Library

STAYING = (
    *("id", "version", "created_at", "modified_at", "trashed_at"),
    *("status", "first_published_at", "published_at", "updated_at", "embargo_until"),
    *("change_notes", "translation_group", "translated_from", "translated_version"),
)
"""What an item keeps when its words become those of an older version.

When and whether it goes out is decided now: an embargo that was set since is never lost.
"""


def as_restored(now: NewsItem, then: NewsItem, *, has_own_slug: bool) -> NewsItem:
    """Return an item with the words that it had then; ``has_own_slug`` keeps its address too."""
    staying = {name: getattr(now, name) for name in STAYING}
    if has_own_slug:
        staying["slug"] = now.slug
    return replace(then, **staying)


def save_version_as_copy(library: Library, then: NewsItem, *, now: datetime) -> NewsItem:
    """Save an older version as a draft of its own, and return that.

    Raises:
        StoreError: the library cannot be written.
    """
    copy = as_copy(then, now=now)
    headline = f"{copy.headline} (copy)" if copy.headline else ""
    draft = Draft.of(replace(copy, headline=headline))
    return save_snapshot(library, Snapshot(draft=draft, has_own_slug=False))
