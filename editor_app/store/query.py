"""What is asked of the list of items, and what it answers with; no database here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from editor_app.model.identity import ItemId
from editor_app.model.status import Status

COUNTED = 1_000  # hits that are counted while one types; beyond, there are more


class Sort(StrEnum):
    """The orders a list can have.

    *Newest* goes by the display date, or the day of the last change where there is none; of one
    day, what came to it last is first. *Fitting* puts the newest hits of a search in the order of
    how well they fit, and the older ones behind them; without a search it is *newest*.
    """

    NEWEST = "newest"
    MODIFIED = "modified"
    HEADLINE = "headline"
    FITTING = "fitting"


class Field(StrEnum):
    """What a list can be narrowed by; the value is the name in the text of a query."""

    SECTION = "section"
    STATUS = "status"
    TAG = "tag"
    LANGUAGE = "lang"
    COUNTRY = "country"
    TYPE = "type"
    FROM = "from"
    TO = "to"
    MISSING = "missing"
    CHANGED = "changed"
    PLANNED = "planned"
    IN = "in"


class Lack(StrEnum):
    """What an item can be without; a photo without alt text or credit counts wherever it stands."""

    ALT = "alt"
    CREDIT = "credit"
    CAPTION = "caption"
    STANDFIRST = "standfirst"
    SUMMARY = "summary"
    DATE = "date"
    TAG = "tag"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Filter:
    """One condition beside those that `ItemQuery` has a place of its own for.

    Names of sections, tags and the like are compared without case and accents. The value of
    *from* and *to* is a day, a month or a year: ``2015-09-15``, ``2015-09``, ``2015``.
    """

    field: Field
    value: str
    is_excluded: bool = False


class Cursor(NamedTuple):
    """A place in a sorted list: the value sorted by, then the item's number."""

    value: str | int
    key: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemQuery:
    """What a list shows: filters that all must hold, an order, and a page of it.

    ``search`` holds the words and phrases without fields; `query_text` turns what a user typed
    into a query and back. An empty filter lets everything pass; the trash is never mixed with the
    rest. Of ``filters`` with the same field any may hold where an item has only one such value (its
    section, language, type, status); an item must have every tag and country, and every lack.

    What has come to its archive date is listed and found with the rest, as it is kept to be found;
    ``in:archive`` narrows a list to it and ``-in:archive`` leaves it out.

    ``after`` is the cursor of the last item already shown; ``skip`` leaves out so many more.
    """

    search: str = ""
    statuses: frozenset[Status] = frozenset()
    section: str = ""
    language: str = ""
    is_trashed: bool = False
    filters: frozenset[Filter] = frozenset()
    sort: Sort = Sort.NEWEST
    limit: int = 200
    after: Cursor | None = None
    skip: int = 0

    @property
    def is_narrowed(self) -> bool:
        """Whether anything is asked for but the whole list or the whole trash."""
        chosen = self.statuses or self.section or self.language or self.filters
        return bool(self.search.strip() or chosen)


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemSummary:
    """One item as a row of a list shows it.

    ``is_damaged`` says that the row could not be read as it was written; it is listed with what
    could be made out. Damage to the words is found when the item is opened.
    ``is_behind_original`` says that the words it was translated from were changed since.
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
    is_behind_original: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """How a list begins: what is shown at once when another query is asked.

    ``count`` is that of the rows, up to `COUNTED`; ``end`` is the cursor of the last of these, and
    None where there are no more. ``statuses`` says how many items each status has under the other
    filters; where ``has_more``, it has so many at least.
    """

    rows: Sequence[ItemSummary]
    count: int
    end: Cursor | None
    statuses: Mapping[Status, int]
    has_more: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckCounts:
    """How many findings of each level an item had when it was last checked."""

    blocks: int = 0
    warns: int = 0
    hints: int = 0
