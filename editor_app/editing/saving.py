"""Putting a draft into the library; every function here is safe on any thread."""

from dataclasses import dataclass, fields, replace
from datetime import datetime

from editor_app.editing.draft import Draft
from editor_app.editing.slug import slug_of
from editor_app.model.identity import new_item_id
from editor_app.model.item import NewsItem
from editor_app.model.status import Status
from editor_app.store.errors import DiskFullError
from editor_app.store.library import Library


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """A draft as it was at one moment, and whether its slug is still the headline's."""

    draft: Draft
    has_own_slug: bool


def save_snapshot(library: Library, snapshot: Snapshot) -> NewsItem:
    """Write snapshot to the library and return the item as saved.

    Where the disk is full, the library's reserve is given up for it.

    Raises:
        SaveConflictError: a newer version was saved in the meantime.
        StoreError: the library cannot be written.
    """
    try:
        return _saved(library, snapshot)
    except DiskFullError:
        if not library.ballast.drop():
            raise
        return _saved(library, snapshot)


def _saved(library: Library, snapshot: Snapshot) -> NewsItem:
    item = snapshot.draft.to_item()
    wanted = item.slug if snapshot.has_own_slug else slug_of(item.headline, language=item.language)
    if wanted:
        free = library.items.free_slug(wanted, language=item.language, item_id=item.id)
        item = replace(item, slug=free)
    return library.items.save(item, over=item.version)


def merged(draft: Draft, *, snapshot: Draft, saved: NewsItem) -> Draft:
    """Return draft as the library now knows it, with what was written since the snapshot."""
    since = {
        field.name: getattr(draft.item, field.name)
        for field in fields(NewsItem)
        if getattr(draft.item, field.name) != getattr(snapshot.item, field.name)
    }
    return replace(draft, item=replace(saved, **since))


def as_copy(item: NewsItem, *, now: datetime) -> NewsItem:
    """Return the words of item as a new draft of its own, unknown to the world."""
    return replace(
        item,
        id=new_item_id(now),
        translation_group="",
        translated_from=None,
        translated_version=0,
        first_published_at=None,
        published_at=None,
        updated_at=None,
        status=Status.DRAFT,
        slug="",
        change_notes=(),
        created_at=None,
        modified_at=None,
        version=0,
        trashed_at=None,
    )
