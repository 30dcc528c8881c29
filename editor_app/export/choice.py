"""Which items an export is about, which are settled, which it holds back, which have to go."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from editor_app.export.as_left import AsLeft
from editor_app.export.places import Wanted
from editor_app.export.reports import Change, ExportOptions, HeldBack, ItemChange
from editor_app.export.weight import weight_of
from editor_app.model.identity import ItemId
from editor_app.model.item import NewsItem
from editor_app.model.status import Status
from editor_app.render.addresses import folder_of, slug_folder
from editor_app.store.errors import DamagedItemError, ItemNotFoundError
from editor_app.store.export_folders import GoingOut, KnownPage
from editor_app.store.library import Library


@dataclass(slots=True)
class Choice:
    """The items to write, those whose pages are right, those held back, and those whose pages go.

    A settled page is as it was left, and so is all that it was made from. Its headline is with it.
    """

    wanted: list[Wanted] = field(default_factory=list)
    settled: list[tuple[KnownPage, str]] = field(default_factory=list)
    held_back: list[HeldBack] = field(default_factory=list)
    leaving: list[KnownPage] = field(default_factory=list)

    def unchanged(self) -> list[ItemChange]:
        """Return what a report says of the settled pages."""
        return [
            ItemChange(page.item, headline, Change.UNCHANGED, weight_of(page.weight))
            for page, headline in self.settled
        ]


def choose(
    library: Library, item_ids: Sequence[ItemId] | None, options: ExportOptions, left: AsLeft
) -> Choice:
    """Return which items an export is about."""
    if options.is_draft:
        return _named(library, item_ids or (), options, left)
    going = {one.item: one for one in library.export_folders.going_out()}
    if item_ids is None:
        choice = _all(library, going, left)
    else:
        choice = _named(library, item_ids, options, left)
    if options.only_changed:
        choice.wanted = [one for one in choice.wanted if _is_changed(library, one, left)]
    choice.wanted = [_marked(one, going) for one in choice.wanted]
    choice.wanted += _affected(choice, going, left)
    again = {one.item for one in choice.wanted}
    is_told = item_ids is None and not options.only_changed
    choice.settled = [one for one in choice.settled if is_told and one[0].item not in again]
    return choice


def _all(library: Library, going: dict[ItemId, GoingOut], left: AsLeft) -> Choice:
    """Return all finished items, sorted into those that are settled and the others."""
    choice = Choice()
    pages = left.pages
    for item, one in going.items():
        page = pages.get(item)
        if page and page.key == one.mark and item not in left.disturbed:
            choice.settled.append((page, one.headline))
        else:
            place = (one.language, one.slug)
            choice.wanted.append(_wanted(item, one.version, one.headline, place))
    for other in sorted(pages.keys() - going.keys()):
        if _has_left(library, ItemId(other)):
            choice.leaving.append(pages[other])
    return choice


def _has_left(library: Library, item_id: ItemId) -> bool:
    """Return whether an item that the folder has a page of is not finished any more.

    Items that this library has never heard of stay: another library may share the folder.
    """
    try:
        item = library.items.get(item_id)
    except (ItemNotFoundError, DamagedItemError):
        return False
    return item.is_trashed or not item.status.is_finished


def _named(
    library: Library, item_ids: Sequence[ItemId], options: ExportOptions, left: AsLeft
) -> Choice:
    choice = Choice()
    for item_id in dict.fromkeys(item_ids):
        _sort_in(library.items.get(item_id), choice, options, left)
    return choice


def _sort_in(item: NewsItem, choice: Choice, options: ExportOptions, left: AsLeft) -> None:
    place = (None if options.is_draft else item.language, item.slug)
    if options.is_draft or (item.status.is_finished and not item.is_trashed):
        choice.wanted.append(_wanted(item.id, item.version, item.headline, place))
    elif item.id in left.pages and (item.is_trashed or item.status is Status.WITHDRAWN):
        choice.leaving.append(left.pages[item.id])
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


def _marked(one: Wanted, going: Mapping[ItemId, GoingOut]) -> Wanted:
    """Return what is wanted with the name of all that its page says, where that is known."""
    known = going.get(ItemId(one.item))
    is_same = known is not None and known.version == one.version
    return replace(one, mark=known.mark) if known and is_same else one


def _affected(choice: Choice, going: Mapping[ItemId, GoingOut], left: AsLeft) -> Iterator[Wanted]:
    """Yield the items in the folder whose pages lead to one that comes, goes or moves.

    Those are its language versions, and what links to it. One that was edited since it was
    exported is not among them: nobody asked for its new words.
    """
    changed = [one.item for one in choice.wanted]
    if not changed and not choice.leaving:
        return
    leaving = {page.item for page in choice.leaving}
    moved = leaving | {one.item for one in choice.wanted if _is_elsewhere(one, left)}
    groups = {going[ItemId(item)].group for item in changed if item in going}
    groups |= {left.pages[item].group for item in (*changed, *leaving) if item in left.pages}
    taken = leaving.union(changed)
    for item, page in left.pages.items():
        leads = not moved.isdisjoint(page.links.split()) or (page.group and page.group in groups)
        if item in taken or not leads:
            continue
        one = going.get(ItemId(item))
        if one and one.version == left.manifest.items[item].version:
            place = (one.language, one.slug)
            yield replace(_wanted(item, one.version, one.headline, place), mark=one.mark)


def _is_elsewhere(one: Wanted, left: AsLeft) -> bool:
    """Return whether an item's page is not where it goes: it is new, or its address is."""
    page = left.pages.get(one.item)
    return page is None or page.place != one.folder


def _is_changed(library: Library, one: Wanted, left: AsLeft) -> bool:
    """Return whether an item changed since it was last exported: here, or else anywhere."""
    item_id = ItemId(one.item)
    if one.item not in left.manifest.items:
        return library.exports.is_behind(item_id, one.version)
    version = left.manifest.items[one.item].version
    has_new_words = not library.history.has_same_words(item_id, version, one.version)
    return has_new_words or library.exports.has_newer_photos(item_id)
