"""What is asked of an export, how far it is, and what came of it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from editor_app.export.weight import NO_WEIGHT, Weight
from editor_app.media.rendition import Each


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportOptions:
    """What is asked of an export.

    ``is_thorough`` reads every file in the folder, and trusts nothing that is remembered of it.
    ``is_rehearsal`` finds out what would be written, kept and removed, and does none of it.
    ``each`` does the same work on many things: in turn, or on all cores.
    """

    is_draft: bool = False
    only_changed: bool = False
    as_zip: bool = False
    kinds: tuple[str, ...] = ("page",)
    force_reason: str = ""
    is_thorough: bool = False
    is_rehearsal: bool = False
    each: Each = map


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a long job is."""

    done: int
    total: int
    label: str


@dataclass(frozen=True, slots=True)
class HeldBack:
    """An item that did not go out, and why, in sentences."""

    item_id: str
    headline: str
    reasons: tuple[str, ...]
    can_be_forced: bool = False  # a reason would let it out


@dataclass(frozen=True, slots=True)
class LostLink:
    """A link to an item that has no page in the folder: the words went out without it."""

    item_id: str
    headline: str
    target: str


class Change(StrEnum):
    """What an export means for one item in the folder."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REMOVED = "removed"


class ItemChange(NamedTuple):
    """What became of one item, and how heavy its page is now; no weight where it has none."""

    item_id: str
    headline: str
    change: Change
    weight: Weight = NO_WEIGHT


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportReport:
    """What came of an export.

    ``files`` are paths in the folder with ``written``, ``kept`` or ``removed``; ``left`` are files
    no longer due that somebody changed, so they were not touched. ``lost_links`` are words that
    went out without their link, because the item they lead to did not.
    """

    files: tuple[tuple[str, str], ...]
    held_back: tuple[HeldBack, ...] = ()
    items: tuple[ItemChange, ...] = ()
    left: tuple[str, ...] = ()
    lost_links: tuple[LostLink, ...] = ()
