"""What is asked of the list of items, and what it answers with; no database here."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from editor_app.model.identity import ItemId
from editor_app.model.status import Status


class Sort(StrEnum):
    """The orders a list can have."""

    NEWEST = "newest"
    MODIFIED = "modified"
    HEADLINE = "headline"


class Cursor(NamedTuple):
    """A place in a sorted list: the value sorted by, then the item's number."""

    value: str
    key: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemQuery:
    """What a list shows: filters that all must hold, an order, and a page of it.

    An empty filter lets everything pass. ``after`` is the cursor of the last item already shown.
    """

    search: str = ""
    statuses: frozenset[Status] = frozenset()
    section: str = ""
    language: str = ""
    is_trashed: bool = False
    sort: Sort = Sort.NEWEST
    limit: int = 200
    after: Cursor | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemSummary:
    """One item as a row of a list shows it.

    ``is_damaged`` says that the row could not be read as it was written; it is listed with what
    could be made out. Damage to the words is found when the item is opened.
    """

    id: ItemId
    headline: str
    section: str
    language: str
    languages: tuple[str, ...]
    status: Status
    display_date: date | None
    modified_at: datetime
    version: int
    slug: str
    lead_src: str
    is_trashed: bool
    is_changed_since_export: bool
    exported_at: datetime | None
    cursor: Cursor
    is_damaged: bool = False
