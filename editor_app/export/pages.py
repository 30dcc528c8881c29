"""One item to its page and pictures, ready to be delivered."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from editor_app.body.pictures import PictureSource
from editor_app.body.tree import Body
from editor_app.checks.finding import Finding
from editor_app.export.entries import item_entry
from editor_app.export.gate import Gate
from editor_app.export.manifest import ItemEntry
from editor_app.export.passed import Passed
from editor_app.export.photos import KnownPhotos, PhotoFiles, photo_files
from editor_app.export.texts import ExportText, ExportTexts
from editor_app.media.packet import with_packet
from editor_app.media.recipes import Recipe
from editor_app.media.rendition import Each
from editor_app.model.item import NewsItem
from editor_app.render.addresses import absolute, between
from editor_app.render.item_links import ItemPlaces, linked_items, nowhere
from editor_app.render.listed_parts import small_photos
from editor_app.render.page import PageInput, PageRenderer, Sibling
from editor_app.render.pictures import page_pictures
from editor_app.render.theme import Theme
from editor_app.store.library import Library


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
    """Makes the pages of a library's items, one at a time; each helps where work is alike.

    ``made_with`` names all that the pages share; with it, items that passed are remembered.
    """

    def __init__(
        self,
        library: Library,
        theme: Theme,
        *,
        now: datetime,
        each: Each = map,
        made_with: str = "",
    ) -> None:
        self._renditions, self._each = library.renditions, each
        self._renderer = PageRenderer(theme)
        self._texts = ExportTexts(self._renderer, library.kept_html)
        self._now = now
        self._photos = KnownPhotos(library)
        self.house = library.house.get()
        self.lists = library.lists.everything()
        self._gate = Gate(library, self.house.style, self.lists, self._photos.find)
        self._passed = Passed(library.kept_html, self.house.style, made_with=made_with)

    def text(self, item: NewsItem) -> ExportText:
        """Return the body of item as HTML."""
        return self._texts.text(item, self.pictures(item))

    def expect(self, items: Sequence[NewsItem], marks: Iterable[str] = ()) -> None:
        """Fetch the kept bodies and the lead photos of items that come next."""
        self._texts.expect(items)
        self._passed.expect(marks)
        self._photos.expect(item.lead_figure.src for item in items)

    @property
    def passes_last(self) -> bool:
        """Whether an item that passed the gate passes it until it, or the house, changes."""
        return self._passed.lasts

    def flush(self) -> None:
        """Hand the library the bodies that were set, for the next time."""
        self._texts.flush()
        self._passed.flush()

    def held_by(self, item: NewsItem, mark: str = "") -> tuple[Finding, ...]:
        """Return what holds item back; mark names all that its page says, where that is known."""
        if self._passed.knows(mark):
            return ()
        found = self._gate.held_by(item, self._texts.body(item), now=self._now)
        if not found:
            self._passed.remember(mark)
        return found

    def pictures(self, item: NewsItem) -> PictureSource:
        """Return where the page of item finds its pictures."""
        return page_pictures(item.slug, self._photos.find, language=item.language)

    def entry(self, item: NewsItem, text: ExportText, folder: str) -> ItemEntry:
        """Return what lists and feeds say of item."""
        picture = self.pictures(item)(item.lead_figure.src)
        image = f"{folder}/{picture.src}" if picture else ""
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
            lists=self.lists,
        )
        return self._renderer.page_around(text.body, wanted).html.encode("utf-8", "replace")

    def photos(self, item: NewsItem, text: ExportText, folder: str) -> Iterator[PhotoFiles]:
        """Yield the files of each photo that the page of item shows."""
        shown = (*text.body.photos, *small_photos(item))
        return photo_files(item, shown, self._photos.find, folder=folder)

    def look_at(self, files: PhotoFiles) -> None:
        """Refuse a photo whose copies cannot be made, as far as that is seen without reading it.

        Raises:
            EditorError: the photo is gone or damaged.
        """
        self._renditions.look_at(files.photo)

    def copies(self, files: PhotoFiles, recipes: Sequence[Recipe]) -> dict[Recipe, bytes]:
        """Return copies of a photo as they go out, with its words inside.

        Raises:
            EditorError: the photo is gone or damaged.
        """
        made = self._renditions.get(files.photo, recipes, each=self._each) if recipes else {}
        return {recipe: with_packet(pixels, files.packet) for recipe, pixels in made.items()}

    def _sibling(self, folder: str, other: ItemEntry) -> Sibling:
        return Sibling(
            language=other.language,
            headline=other.headline,
            href=between(folder, other.folder),
            address=absolute(self.house.address, f"{other.folder}/"),
        )
