"""One item to its page and pictures, ready to be delivered."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from editor_app.body.html import PictureSource
from editor_app.body.tree import Body
from editor_app.export.entries import item_entry
from editor_app.export.manifest import FileEntry, ItemEntry
from editor_app.export.texts import ExportText, ExportTexts
from editor_app.media.photo import Photo
from editor_app.media.rendition import LONGEST, make_rendition
from editor_app.model.item import NewsItem
from editor_app.render.addresses import absolute, between
from editor_app.render.item_links import ItemPlaces, linked_items, nowhere
from editor_app.render.page import PageInput, PageRenderer, Sibling
from editor_app.render.pictures import page_pictures, picture_name
from editor_app.render.theme import Theme
from editor_app.store.library import Library

# Part of what the manifest says of a picture: a change here makes all pictures anew.
_RECIPE = f"{LONGEST}-1"
_MOST_PHOTOS = 4096


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureFile:
    """A picture that belongs beside a page, not made yet."""

    entry: FileEntry
    src: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What a page has to know of the export it is a part of.

    ``others`` are the same news in other languages; ``places`` says where other items lie.
    """

    others: tuple[ItemEntry, ...] = ()
    places: ItemPlaces = nowhere
    is_clearance_copy: bool = False


_ALONE = Around()


class PageMaker:
    """Makes the pages of a library's items, one at a time."""

    def __init__(self, library: Library, theme: Theme, *, now: datetime) -> None:
        self._library = library
        self._renderer = PageRenderer(theme)
        self._texts = ExportTexts(self._renderer, library.kept_html, now=now)
        self._photos: dict[str, Photo | None] = {}
        self.house = library.house.get()

    def text(self, item: NewsItem) -> ExportText:
        """Return the body of item as HTML."""
        return self._texts.text(item, self.pictures(item))

    def expect(self, items: Iterable[NewsItem]) -> None:
        """Fetch the kept bodies of items that come next."""
        self._texts.expect(items)

    def flush(self) -> None:
        """Hand the library the bodies that were set, for the next time."""
        self._texts.flush()

    def reasons(self, item: NewsItem, text: ExportText) -> tuple[str, ...]:
        """Return what holds item back."""
        return (*self._texts.item_reasons(item), *text.reasons)

    def pictures(self, item: NewsItem) -> PictureSource:
        """Return where the page of item finds its pictures."""
        return page_pictures(item.slug, self._photo)

    def entry(self, item: NewsItem, text: ExportText, folder: str) -> ItemEntry:
        """Return what lists and feeds say of item."""
        photo = self._photo(item.lead_figure.src)
        image = f"{folder}/{picture_name(item.slug, photo)}" if photo else ""
        links = linked_items(text.body.blocks)
        return item_entry(item, folder=folder, image=image, links=links)

    def page(
        self,
        item: NewsItem,
        text: ExportText,
        *,
        folder: str,
        around: Around = _ALONE,
    ) -> bytes:
        """Return the page of item among the others that are exported."""
        wanted = PageInput(
            item=item,
            body=Body(),
            house=self.house,
            pictures=self.pictures(item),
            siblings=tuple(self._sibling(folder, other) for other in around.others),
            is_clearance_copy=around.is_clearance_copy,
            folder=folder,
            places=around.places,
        )
        return self._renderer.page_around(text.body, wanted).html.encode("utf-8", "replace")

    def picture_files(self, item: NewsItem, text: ExportText, folder: str) -> Iterator[PictureFile]:
        """Yield the pictures that the page of item shows, each once."""
        for src in dict.fromkeys((item.lead_figure.src, *text.body.pictures)):
            photo = self._photo(src)
            if photo is None:
                continue
            entry = FileEntry(
                path=f"{folder}/{picture_name(item.slug, photo)}",
                sha256="",
                size=0,
                item=item.id,
                version=item.version,
                made_from=f"{photo.sha256}-{_RECIPE}",
            )
            yield PictureFile(entry=entry, src=src)

    def picture(self, file: PictureFile) -> bytes:
        """Return the bytes of a picture.

        Raises:
            EditorError: its photo is gone or damaged.
        """
        return make_rendition(self._library.photos.data(file.src)).data

    def _photo(self, src: str) -> Photo | None:
        """Return what the library knows of a photo, asking it once."""
        if not src.startswith("media/"):
            return None
        if src not in self._photos:
            if len(self._photos) >= _MOST_PHOTOS:
                self._photos.clear()
            self._photos[src] = self._library.photos.get(src)
        return self._photos[src]

    def _sibling(self, folder: str, other: ItemEntry) -> Sibling:
        return Sibling(
            language=other.language,
            headline=other.headline,
            href=between(folder, other.folder),
            address=absolute(self.house.address, f"{other.folder}/"),
        )
