"""Which items an export is about, which it holds back, and which have to go."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from editor_app.export.manifest import ItemEntry, Manifest
from editor_app.export.places import Wanted
from editor_app.export.reports import ExportOptions, HeldBack
from editor_app.model.identity import ItemId
from editor_app.model.item import NewsItem
from editor_app.model.status import Status
from editor_app.render.addresses import folder_of, slug_folder
from editor_app.store.errors import DamagedItemError, ItemNotFoundError
from editor_app.store.library import Library
from editor_app.store.query import ItemQuery

_BATCH = 200
_FINISHED = frozenset({Status.READY, Status.PUBLISHED})


@dataclass(slots=True)
class Choice:
    """The items to write, those that cannot be, and those whose pages go."""

    wanted: list[Wanted] = field(default_factory=list)
    held_back: list[HeldBack] = field(default_factory=list)
    leaving: list[ItemEntry] = field(default_factory=list)


def choose(
    library: Library,
    item_ids: Sequence[ItemId] | None,
    options: ExportOptions,
    before: Manifest,
) -> Choice:
    """Return which items an export is about."""
    choice = Choice()
    if item_ids is None:
        choice.wanted.extend(_finished(library))
        choice.leaving.extend(_no_longer_finished(library, choice, before))
    else:
        for item_id in dict.fromkeys(item_ids):
            _sort_in(library.items.get(item_id), choice, options, before)
    changed = choice.wanted
    if options.only_changed:
        changed = [one for one in choice.wanted if _is_changed(library, one, before)]
    if not options.is_draft:
        changed = [*changed, *_leading_to_moved(library, choice, changed, before)]
    choice.wanted = changed
    return choice


def _finished(library: Library) -> Iterator[Wanted]:
    """Yield all finished items, in short batches so that nobody waits for the library."""
    after = None
    while True:
        query = ItemQuery(statuses=_FINISHED, limit=_BATCH, after=after)
        page = library.items.page(query)
        for one in page:
            yield _wanted(one.id, one.version, one.headline, (one.language, one.slug))
        if len(page) < _BATCH:
            return
        after = page[-1].cursor


def _no_longer_finished(library: Library, choice: Choice, before: Manifest) -> Iterator[ItemEntry]:
    """Yield what the folder has of items that are not finished any more.

    Items that this library has never heard of stay: another library may share the folder.
    """
    wanted = {one.item for one in choice.wanted}
    for item_id, entry in before.items.items():
        if item_id in wanted:
            continue
        try:
            item = library.items.get(ItemId(item_id))
        except (ItemNotFoundError, DamagedItemError):
            continue
        if item.is_trashed or not item.status.is_finished:
            yield entry


def _sort_in(item: NewsItem, choice: Choice, options: ExportOptions, before: Manifest) -> None:
    place = (None if options.is_draft else item.language, item.slug)
    if options.is_draft or (item.status.is_finished and not item.is_trashed):
        choice.wanted.append(_wanted(item.id, item.version, item.headline, place))
    elif item.id in before.items and (item.is_trashed or item.status is Status.WITHDRAWN):
        choice.leaving.append(before.items[item.id])
    else:
        reason = (
            "The item is in the trash."
            if item.is_trashed
            else f"Its status is “{item.status}”, and only ready or published items go out."
        )
        choice.held_back.append(HeldBack(item.id, item.headline, (reason,)))


def _wanted(item_id: str, version: int, headline: str, place: tuple[str | None, str]) -> Wanted:
    language, slug = place
    folder = slug_folder(slug, item_id) if language is None else folder_of(language, slug, item_id)
    return Wanted(item=item_id, version=version, headline=headline, folder=folder)


def _leading_to_moved(
    library: Library, choice: Choice, changed: Sequence[Wanted], before: Manifest
) -> Iterator[Wanted]:
    """Yield the items in the folder that link to a page which comes, goes or moves.

    One that was edited since it was exported is not among them: nobody asked for its new words.
    """
    moved = {entry.item for entry in choice.leaving}
    taken = moved | {one.item for one in changed}
    moved |= {one.item for one in changed if _is_elsewhere(one, before)}
    for entry in before.items.values():
        if entry.item in taken or moved.isdisjoint(entry.links):
            continue
        try:
            item = library.items.get(ItemId(entry.item))
        except (ItemNotFoundError, DamagedItemError):
            continue
        is_out = item.status.is_finished and not item.is_trashed
        if is_out and item.version == entry.version:
            yield _wanted(item.id, item.version, item.headline, (item.language, item.slug))


def _is_elsewhere(one: Wanted, before: Manifest) -> bool:
    """Return whether an item's page is not where it goes: it is new, or its address is."""
    entry = before.items.get(one.item)
    return entry is None or entry.folder != one.folder


def _is_changed(library: Library, one: Wanted, before: Manifest) -> bool:
    """Return whether an item changed since it was last exported: here, or else anywhere."""
    entry = before.items.get(one.item)
    item_id = ItemId(one.item)
    if entry is None:
        return library.exports.is_behind(item_id, one.version)
    has_new_words = not library.history.has_same_words(item_id, entry.version, one.version)
    return has_new_words or library.exports.has_newer_photos(item_id)
