"""Changes of a managed list that items have to follow: an entry renamed, entries merged."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from editor_app.editing.bulk import BulkChange
from editor_app.model.carried import carried, renamer
from editor_app.model.identity import ItemId
from editor_app.model.lists import Entry, EntryId, ListKind, Record
from editor_app.store.library import Library

_BRIEF = 40  # letters of a name in a sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class ListChange:
    """A change of a list that was made: the entry it ended in, and all that it changed before.

    ``items`` carry a name that is no longer the entry's; ``follow`` is what gives them the new one.
    """

    entry: Entry
    before: tuple[Entry, ...]
    items: tuple[ItemId, ...]
    follow: BulkChange


def save_entry(library: Library, entry: Entry, record: Record) -> ListChange:
    """Give an entry other words, and find the items that still carry a name it had.

    Raises:
        ListError: it has no name any more, another has that name, or it is gone.
        LibraryError: the library cannot be written.
    """
    before = library.lists.get(entry.id)
    saved = library.lists.save(entry.id, record)
    names = before.carried_names() if saved.name != before.name else ()
    what = f"“{_brief(before.name)}” renamed to “{_brief(saved.name)}”"
    return _change(library, saved, (before,), names, what)


def merge_entries(library: Library, kept: EntryId, others: Iterable[EntryId]) -> ListChange:
    """Make one entry of several, and find the items that carry a name of the others.

    Raises:
        ListError: the entry that is to stay is gone.
        LibraryError: the library cannot be written.
    """
    wanted = {kept, *others}
    entry = library.lists.get(kept)
    before = tuple(one for one in library.lists.all(entry.kind) if one.id in wanted)
    merged = library.lists.merge(kept, wanted)
    names = [name for one in before for name in one.carried_names()]
    what = f"{len(before)} entries merged into “{_brief(merged.name)}”"
    return _change(library, merged, before, names, what)


def _change(
    library: Library, entry: Entry, before: tuple[Entry, ...], names: Sequence[str], what: str
) -> ListChange:
    follow = BulkChange(
        what=what,
        change=renamer(entry.kind, names, entry.name),
        shown=lambda item: ", ".join(carried(item, entry.kind)),
        entries=before,
    )
    items = library.lists.items_with(entry.kind, names) if names else ()
    return ListChange(entry=entry, before=before, items=items, follow=follow)


def names_beside(library: Library, kind: ListKind) -> tuple[str, ...]:
    """Return the sections or the tags that items carry and that are not in the list."""
    lists = library.lists.everything()
    return tuple(name for name in library.lists.spellings(kind) if lists.find(kind, name) is None)


def _brief(name: str) -> str:
    return name if len(name) <= _BRIEF else f"{name[:_BRIEF]}…"
