"""What is asked of the photos of a library, and what it answers with; no database here."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from editor_app.model.identity import ItemId
from editor_app.model.limits import PHOTO_WIDTH
from editor_app.model.status import Status
from editor_app.store.query import Cursor

SMALL_BELOW = PHOTO_WIDTH


class PhotoFilter(StrEnum):
    """Which photos are shown; each but the last leaves out what lies in the trash."""

    ALL = "all"
    MISSING_WORDS = "missing words"  # no alt text, or no credit, of their own
    NO_LICENCE = "no licence"
    UNUSED = "unused"
    SMALL = "small"
    TRASHED = "trashed"


class PhotoSort(StrEnum):
    """The orders photos can have."""

    NEWEST = "newest"
    NAME = "name"


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoQuery:
    """Which photos are shown, in what order, and a page of them.

    ``after`` is the cursor of the last photo already shown.
    """

    search: str = ""
    filter: PhotoFilter = PhotoFilter.ALL
    sort: PhotoSort = PhotoSort.NEWEST
    limit: int = 200
    after: Cursor | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoSummary:
    """One photo as the browser shows it; ``uses`` counts items, those in the trash too."""

    src: str
    name: str
    width: int
    height: int
    size: int
    added_at: datetime
    caption: str
    credit: str
    alt: str
    uses: int
    lacks_words: bool
    trashed_at: datetime | None
    cursor: Cursor


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoUse:
    """An item that shows a photo; ``is_lead`` says that it stands above its text."""

    item_id: ItemId
    headline: str
    language: str
    status: Status
    is_trashed: bool
    is_lead: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SweepReport:
    """What became of photos that were to go: ``stayed`` are those that something still shows."""

    gone: tuple[str, ...] = ()
    stayed: tuple[str, ...] = ()
    size: int = 0  # bytes of those that went


@dataclass(frozen=True, slots=True, kw_only=True)
class SweepProgress:
    """How far a sweep is, in versions of items looked through."""

    done: int
    total: int
