"""Bulk changes: what is done to one item, what that would do to many, and doing it."""

from collections import Counter
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass

from editor_app.errors import EditorError
from editor_app.model.identity import ItemId
from editor_app.model.item import NewsItem
from editor_app.model.lists import Entry
from editor_app.store.bulk import BulkOutcome, BulkStep, ItemChange, Refusal
from editor_app.store.errors import DiskFullError
from editor_app.store.library import Library

_MOST_EXAMPLES = 500  # items that a preview names one by one
_MOST_MOVES = 12  # kinds of change that a preview counts apart


@dataclass(frozen=True, slots=True, kw_only=True)
class BulkChange:
    """One change to be made to many items.

    ``what`` says in words for people what was done ("Status set to ready"). ``change`` is pure: it
    returns an item as it shall be, or raises `EditorError` where that cannot be. ``shown`` returns
    what the change is about as it stands in an item. ``op`` is what made the new versions.
    ``entries`` are those of managed lists that the items follow, as they were before.
    """

    what: str
    change: ItemChange
    shown: Callable[[NewsItem], str]
    op: str = "bulk"
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Example:
    """An item that would be changed: what it shows now, and then."""

    item_id: ItemId
    headline: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Move:
    """So many items would go from one thing to another."""

    before: str
    after: str
    items: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What a bulk change would do.

    ``moves`` count the commonest kinds of change; ``examples`` are the first items of those that
    would change; ``same`` are so already.
    """

    changing: int = 0
    same: int = 0
    moves: tuple[Move, ...] = ()
    examples: tuple[Example, ...] = ()
    refused: tuple[Refusal, ...] = ()


def preview(
    library: Library, change: BulkChange, item_ids: Sequence[ItemId]
) -> Generator[BulkStep, None, Preview]:
    """Look at what a change would do to items, yielding on the way; nothing is changed.

    Raises:
        LibraryError: the library cannot be read.
    """
    moves: Counter[tuple[str, str]] = Counter()
    examples: list[Example] = []
    refused: list[Refusal] = []
    same = 0
    for done, batch in library.bulk.read(item_ids):
        for item in batch:
            example = item if isinstance(item, Refusal) else _example(item, change)
            if isinstance(example, Refusal):
                refused.append(example)
            elif example is None:
                same += 1
            else:
                moves[example.before, example.after] += 1
                if len(examples) < _MOST_EXAMPLES:
                    examples.append(example)
        yield BulkStep(done, len(item_ids))
    return Preview(
        changing=moves.total(),
        same=same,
        moves=tuple(Move(*words, items) for words, items in moves.most_common(_MOST_MOVES)),
        examples=tuple(examples),
        refused=tuple(refused),
    )


def change_items(
    library: Library, change: BulkChange, item_ids: Sequence[ItemId]
) -> Generator[BulkStep, None, BulkOutcome]:
    """Change items, all or none, yielding on the way; close the generator to cancel.

    Where the disk is full, the library's reserve is given up for it.

    Raises:
        LibraryError: the library cannot be written; every item is as it was.
    """

    def steps() -> Generator[BulkStep, None, BulkOutcome]:
        return library.bulk.change(
            item_ids, change.change, what=change.what, op=change.op, entries=change.entries
        )

    return (yield from _with_the_reserve(library, steps))


def undo_last(library: Library) -> Generator[BulkStep, None, BulkOutcome]:
    """Take the last bulk change back, all or none, yielding on the way.

    Raises:
        NothingToUndoError: there is no bulk change to take back.
        LibraryError: the library cannot be written; every item is as it was.
    """
    return (yield from _with_the_reserve(library, library.bulk.undo))


def _with_the_reserve(
    library: Library, steps: Callable[[], Generator[BulkStep, None, BulkOutcome]]
) -> Generator[BulkStep, None, BulkOutcome]:
    try:
        return (yield from steps())
    except DiskFullError:
        if not library.ballast.drop():
            raise
        return (yield from steps())


def _example(item: NewsItem, change: BulkChange) -> Example | Refusal | None:
    """Return what a change would do to an item; None where it is so already."""
    try:
        after = change.change(item)
    except EditorError as error:
        return Refusal(item_id=item.id, headline=item.headline, reason=error.message)
    if after == item:
        return None
    return Example(item.id, item.headline, change.shown(item), change.shown(after))
