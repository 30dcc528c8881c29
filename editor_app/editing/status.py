"""The rules for changing an item's status; the window and the command line share them.

==========  ============================================
from        to
==========  ============================================
draft       in review, ready, published
in review   draft, ready, published
ready       draft, in review, published, withdrawn
published   ready, withdrawn
withdrawn   draft, in review, ready
==========  ============================================

To *ready* and *published* an item needs a headline and some text; to *published* also an embargo
that has passed. An item in the trash keeps its status until it is restored.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from editor_app.body import read_markdown
from editor_app.body.text import block_words
from editor_app.body.tree import Body
from editor_app.editing.draft import Draft
from editor_app.editing.errors import StatusRefusedError
from editor_app.editing.saving import Snapshot, save_snapshot
from editor_app.model.identity import ItemId
from editor_app.model.item import NewsItem
from editor_app.model.status import Status
from editor_app.store.library import Library


def possible_steps(status: Status) -> frozenset[Status]:
    """Return the statuses an item may go to from status."""
    steps = {
        Status.DRAFT: {Status.IN_REVIEW, Status.READY, Status.PUBLISHED},
        Status.IN_REVIEW: {Status.DRAFT, Status.READY, Status.PUBLISHED},
        Status.READY: {Status.DRAFT, Status.IN_REVIEW, Status.PUBLISHED, Status.WITHDRAWN},
        Status.PUBLISHED: {Status.READY, Status.WITHDRAWN},
        Status.WITHDRAWN: {Status.DRAFT, Status.IN_REVIEW, Status.READY},
    }
    return frozenset(steps[status])


def with_status(item: NewsItem, body: Body, *, to: Status, now: datetime) -> NewsItem:
    """Return item with another status, and with the moments that go with it.

    Raises:
        StatusRefusedError: something is missing, or there is no such step.
    """
    if to == item.status:
        return item
    if missing := missing_for(item, body, to=to, now=now):
        raise StatusRefusedError(to, missing)
    changed = replace(item, status=to)
    if to is not Status.PUBLISHED:
        return changed
    was_published = item.first_published_at is not None
    return replace(
        changed,
        first_published_at=item.first_published_at or now,
        published_at=now,
        updated_at=now if was_published else item.updated_at,
    )


def missing_for(item: NewsItem, body: Body, *, to: Status, now: datetime) -> tuple[str, ...]:
    """Return, as clauses, what keeps item from going to a status; nothing if it may go."""
    if item.is_trashed:
        return ("it lies in the trash",)
    if to not in possible_steps(item.status):
        return (f"there is no step to it from “{item.status.value}”",)
    if not to.is_finished:
        return ()
    missing = []
    if not item.headline.strip():
        missing.append("it has no headline")
    if not any(block_words(block) for block in body.blocks):
        missing.append("it has no text")
    if to is Status.PUBLISHED and item.embargo_until is not None and item.embargo_until > now:
        missing.append(f"it is under embargo until {item.embargo_until:%Y-%m-%d %H:%M %Z}")
    return tuple(missing)


def set_status(
    library: Library, item_id: ItemId, *, to: Status, clock: Callable[[], datetime]
) -> NewsItem:
    """Change the status of an item in the library and return it as saved.

    Raises:
        StatusRefusedError: something is missing, or there is no such step.
        StoreError: the item cannot be read or saved.
    """
    item = library.items.get(item_id)
    body = read_markdown(item.body)
    changed = with_status(item, body, to=to, now=clock())
    if changed is item:
        return item
    draft = Draft(item=changed, body=body)
    return save_snapshot(library, Snapshot(draft=draft, has_own_slug=bool(item.slug)))
