"""The pages of many items, delivered one by one; those that lead to others come last."""

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import NamedTuple

from editor_app.export.as_left import known_page
from editor_app.export.copies import Copies
from editor_app.export.delivery import Delivery
from editor_app.export.gate import can_be_forced, held_back
from editor_app.export.kept_pages import KeptPages
from editor_app.export.manifest import FileEntry, ItemEntry, Lines, no_items
from editor_app.export.pages import Around, PageMaker
from editor_app.export.places import Wanted, assigned
from editor_app.export.reports import ExportOptions, HeldBack, LostLink, Progress
from editor_app.export.weight import Weight, page_weight
from editor_app.media.errors import MediaError
from editor_app.model.identity import ItemId
from editor_app.model.item import NewsItem
from editor_app.render.listed_parts import small_photos
from editor_app.render.shown_photos import lead_photo
from editor_app.store.errors import (
    DamagedItemError,
    ItemNotFoundError,
    PhotoDamagedError,
    PhotoMissingError,
)
from editor_app.store.export_folders import KnownPage
from editor_app.store.library import Library

_READ_AT_ONCE = 100


class Exported(NamedTuple):
    """An item that went out."""

    item: str
    version: int
    folder: str
    headline: str


class _Kit(NamedTuple):
    """An item that goes out: everything but its page is delivered.

    ``make`` makes the page among others; ``weigh`` says how heavy one of so many bytes is.
    ``is_lasting`` says that its page may be kept: it was not forced, and has no photos.
    """

    one: Wanted
    entry: ItemEntry
    make: Callable[[tuple[ItemEntry, ...]], bytes]
    weigh: Callable[[int], Weight]
    forced: str = ""
    is_lasting: bool = False


@dataclass(slots=True)
class ItemWriter:
    """Delivers the pages of items, and takes down what came of each.

    ``items`` and ``known_pages`` are of all items in the folder, ``exported`` of those written now.
    """

    library: Library
    pages: PageMaker
    delivery: Delivery
    options: ExportOptions
    kept: KeptPages
    items: Lines[ItemEntry] = field(default_factory=no_items)
    known_pages: dict[str, KnownPage] = field(default_factory=dict)
    exported: dict[str, Exported] = field(default_factory=dict)
    weights: dict[str, Weight] = field(default_factory=dict)
    held_back: list[HeldBack] = field(default_factory=list)
    lost_links: list[LostLink] = field(default_factory=list)
    _folders: dict[str, str] = field(default_factory=dict)
    _at_hand: set[str] = field(default_factory=set)
    _arounds: dict[str, str] = field(default_factory=dict)
    _set_aside: set[str] = field(default_factory=set)

    def write(self, wanted: Sequence[Wanted], total: int) -> Iterator[Progress]:
        """Deliver each item; those that lead to others wait until all of these are known."""
        taken = {page.place: page.item for page in self.known_pages.values()}
        self._folders = assigned(wanted, taken)
        waiting: list[Wanted] = []
        done = 0
        for one, item in self._read_ahead(wanted):
            kit = yield from self._kit(one, item, Progress(done, total, one.headline))
            if kit and self._leads_to_others(kit.entry):
                waiting.append(one)
            else:
                if kit:
                    self._write_page(kit, ())
                done += 1
                yield Progress(done, total, one.headline)
        groups = self._groups() if waiting else {}
        for one, item in self._read_ahead(waiting, groups):
            kit = yield from self._kit(one, item, Progress(done, total, one.headline))
            if kit:
                self._write_page(kit, self._others(one.item, groups))
            done += 1
            yield Progress(done, total, one.headline)
        self.pages.flush()
        self.kept.flush()

    # ------------------------------------------------------------ one item

    def _leads_to_others(self, entry: ItemEntry) -> bool:
        return bool(entry.links) or (bool(entry.group) and not self.options.is_draft)

    def _read_ahead(
        self, wanted: Sequence[Wanted], groups: dict[str, list[str]] | None = None
    ) -> Iterator[tuple[Wanted, NewsItem | None]]:
        """Yield what is wanted with its item, read in short batches.

        There is none where the page is kept, and where the item has to be read alone.
        """
        for start in range(0, len(wanted), _READ_AT_ONCE):
            batch = wanted[start : start + _READ_AT_ONCE]
            self._look_up(batch, groups)
            unread = [one for one in batch if one.item not in self._at_hand]
            items = self._items_of(unread)
            if unread:
                self.pages.expect(list(items.values()), [one.mark for one in unread])
            for one in batch:
                yield one, items.get(one.item)

    def _look_up(self, batch: Sequence[Wanted], groups: dict[str, list[str]] | None) -> None:
        """Find out of which items all that is needed now is kept; a page may have to wait."""
        if groups is None:
            self.kept.expect(one for one in batch if self._is_usual(one))
            self._at_hand = {one.item for one in batch if self._is_at_hand(one)}
            self._set_aside |= {one.item for one in batch if one.item in self._at_hand}
            return
        self._arounds = {
            one.item: self._around(self.items[one.item], self._others(one.item, groups))
            for one in batch
            if one.item in self._set_aside
        }
        asked = [(one, self._arounds[one.item]) for one in batch if one.item in self._arounds]
        self.kept.expect_pages(asked)
        self._at_hand = {one.item for one, around in asked if self.kept.has_page(one, around)}

    def _is_at_hand(self, one: Wanted) -> bool:
        kept = self.kept.entry(one)
        return kept is not None and (
            self._leads_to_others(kept.entry) or self.kept.has_page(one, "")
        )

    def _items_of(self, wanted: Sequence[Wanted]) -> dict[str, NewsItem]:
        try:
            found = list(self.library.items.get_many(ItemId(one.item) for one in wanted))
        except (ItemNotFoundError, DamagedItemError):
            return {}
        return {item.id: item for item in found}

    def _kit(
        self, one: Wanted, item: NewsItem | None, begun: Progress
    ) -> Generator[Progress, None, _Kit | None]:
        """Deliver an item's photos and return the item, or None if it does not go out."""
        if one.item in self._at_hand:
            return self._kept_kit(one)
        kit = yield from self._new_kit(one, item, begun)
        if kit:
            self.items[one.item] = kit.entry
            key = kit.one.mark if not kit.forced and self._is_usual(kit.one) else ""
            line = self.items.line(one.item)
            self.known_pages[one.item] = known_page(kit.entry, line, key=key)
        return kit

    def _is_usual(self, one: Wanted) -> bool:
        """Return whether an item lies where it would like to, and is known by all it says."""
        return bool(one.mark) and self._folders[one.item] == one.folder

    def _kept_kit(self, one: Wanted) -> _Kit:
        def make(others: tuple[ItemEntry, ...]) -> bytes:
            item = self.library.items.get(ItemId(one.item))
            return self._made(item, one.folder, others)

        kept = self.kept.entry(one)
        if kept:  # else this was done when it was set aside
            self.items.put(one.item, kept.line)
            self.known_pages[one.item] = known_page(kept.entry, kept.line, key=one.mark)
        entry = kept.entry if kept else self.items[one.item]
        return _Kit(one, entry, make, lambda size: Weight(size, size), is_lasting=True)

    def _new_kit(
        self, one: Wanted, item: NewsItem | None, begun: Progress
    ) -> Generator[Progress, None, _Kit | None]:
        folder = self._folders[one.item]
        try:
            item = item or self.library.items.get(ItemId(one.item))
            one = one if item.version == one.version else replace(one, mark="")
            text = self.pages.text(item)
            held_by = () if self.options.is_draft else self.pages.held_by(item, one.mark)
            if held_by and not (self.options.force_reason and can_be_forced(held_by)):
                self.held_back.append(held_back(item, held_by))
                return None
            photos = list(self.pages.photos(item, text, folder))
            copying = Copies(self.delivery, self.pages, is_rehearsal=self.options.is_rehearsal)
            copies = yield from copying.make(photos, begun)
        except ItemNotFoundError:
            return None  # trashed for good while the export ran
        except (DamagedItemError, PhotoMissingError, PhotoDamagedError, MediaError) as error:
            self.held_back.append(HeldBack(one.item, one.headline, (error.message,)))
            return None
        copying.deliver(copies)
        shown = (*lead_photo(item), *text.body.photos, *small_photos(item))
        return _Kit(
            one,
            self.pages.entry(item, text, folder),
            partial(self._made, item, folder),
            lambda size: page_weight(size, photos, shown, self.library.renditions),
            forced=self.options.force_reason if held_by else "",
            is_lasting=not (photos or held_by) and self._is_usual(one),
        )

    # ------------------------------------------------------------ its page

    def _made(self, item: NewsItem, folder: str, others: tuple[ItemEntry, ...]) -> bytes:
        around = Around(others=others, places=self._place, is_clearance_copy=self.options.is_draft)
        return self.pages.page(item, self.pages.text(item), folder=folder, around=around)

    def _write_page(self, kit: _Kit, others: tuple[ItemEntry, ...]) -> None:
        entry = kit.entry
        around = self._arounds.get(entry.item) if entry.item in self._at_hand else None
        if around is None:
            around = self._around(entry, others)
        page = self.kept.page(kit.one, around) if kit.is_lasting else None
        if page is None:
            page = kit.make(others)
            if kit.is_lasting and not self.options.is_draft:
                self.kept.keep(kit.one, entry, around, page)
        file = FileEntry(
            path=f"{entry.folder}/index.html",
            sha256="",
            size=0,
            item=entry.item,
            version=entry.version,
            forced=kit.forced,
        )
        self.delivery.due(page, file)
        self.exported[entry.item] = Exported(
            entry.item, entry.version, entry.folder, entry.headline
        )
        lost = [target for target in entry.links if not self._place(target)]
        self.lost_links.extend(
            LostLink(entry.item, entry.headline, self._headline(target)) for target in lost
        )
        weight = self.weights[entry.item] = kit.weigh(len(page))
        known = self.known_pages[entry.item]
        key = "" if lost else known.key  # what was lost is said each time
        self.known_pages[entry.item] = known._replace(key=key, weight=weight.written())

    def _around(self, entry: ItemEntry, others: Iterable[ItemEntry]) -> str:
        """Return a name for where the pages lie that one leads to; nothing where it leads to none.

        Of another language version the page says its language and its headline too.
        """
        places = [f"{target} {self._place(target)}" for target in entry.links]
        versions = [f"{one.language} {one.folder} {one.headline}" for one in others]
        return "\n".join([*places, *versions])

    def _others(self, item_id: str, groups: dict[str, list[str]]) -> tuple[ItemEntry, ...]:
        """Return the other language versions of an item."""
        if self.options.is_draft:
            return ()
        group = groups.get(self.known_pages[item_id].group, [])
        return tuple(self.items[other] for other in group if other != item_id)

    def _place(self, item_id: str) -> str:
        """Return the folder of an item that is exported, now or before."""
        page = self.known_pages.get(item_id)
        return page.place if page else ""

    def _headline(self, item_id: str) -> str:
        try:
            return self.library.items.get(ItemId(item_id)).headline or "an item without a headline"
        except (ItemNotFoundError, DamagedItemError):
            return "an item that is not in the library any more"

    def _groups(self) -> dict[str, list[str]]:
        """Return the items of each translation group, in the order of their languages."""
        groups: dict[str, list[str]] = {}
        together = (page for page in self.known_pages.values() if page.group)
        for page in sorted(together, key=lambda one: (one.language, one.place)):
            groups.setdefault(page.group, []).append(page.item)
        return groups
