"""The page beside the text: made from the session's item after every change, the frame after."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from editor_app.background.threads import Background
from editor_app.body.tree import Body
from editor_app.editing.changes import Change, ChangeKind
from editor_app.editing.draft import Draft
from editor_app.errors import EditorError
from editor_app.export.photos import photo_files
from editor_app.export.weight import Weight, page_weight
from editor_app.media.photo_record import PhotoRecord
from editor_app.model.house import House
from editor_app.model.house_lists import NO_LISTS
from editor_app.model.identity import ItemId
from editor_app.model.item import NewsItem
from editor_app.render.addresses import absolute, between, folder_of, page_folder
from editor_app.render.listed_parts import small_photos
from editor_app.render.page import Page, PageInput, PageRenderer, Sibling
from editor_app.render.pictures import named_recipes, page_pictures
from editor_app.render.setting import SetBody
from editor_app.render.shown_photos import lead_photo
from editor_app.render.theme import Theme
from editor_app.store.library import Library
from editor_app.store.query import ItemSummary
from editor_app.ui.preview.pane import PreviewPane
from editor_app.ui.preview.patches import last_changed
from editor_app.ui.weights import page_weight_words, weight_details
from editor_app.ui.window import MainWindow
from editor_app.ui.wiring_desk import Desk

_WEIGHED_AFTER = 500  # milliseconds after the last change


class PreviewUpdater(QObject):
    """Makes the page of the item on the desk and hands it to the pane.

    Changes of one moment make one page; the first is made by `show_now`, when the window is up.
    What the page needs of the library beside the item is read when an item is opened, and again
    when `refresh` is called.
    """

    def __init__(
        self, library: Library, pane: PreviewPane, background: Background, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._library, self._pane, self._background = library, pane, background
        self._renderer: PageRenderer | None = None  # made with the first page, after the window
        self._house, self._lists = House(), NO_LISTS
        self._siblings: tuple[ItemSummary, ...] = ()
        self._photos: dict[str, PhotoRecord | None] = {}
        self._places: dict[str, str] = {}
        self._draft: Draft | None = None
        self._slug = ""
        self._written: Body | None = None  # as it was before what is written now
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self.show_now)
        self._weigh: Callable[[], Weight] | None = None
        self._weighing = QTimer(self, singleShot=True, interval=_WEIGHED_AFTER)
        self._weighing.timeout.connect(self._on_weighing)

    def hear(self, change: Change) -> None:
        """Show the change on the page."""
        if change.kind is ChangeKind.BODY and self._written is None and self._draft is not None:
            self._written = self._draft.body
        self._draft = change.draft
        if change.kind is ChangeKind.PHOTO:
            self._photos.pop(change.photo, None)
        if change.draft is None:
            self._written = None
            self._timer.stop()
            self._weighing.stop()
            self._pane.clear()
            return
        if change.kind is ChangeKind.OPENED:
            self._look_up(change.draft)
        if change.kind in {ChangeKind.OPENED, ChangeKind.REPLACED}:
            self._written = None
        is_other_page = change.kind is not ChangeKind.SAVED or change.draft.item.slug != self._slug
        if is_other_page and self._renderer is not None:
            self._timer.start()

    @Slot()
    def refresh(self) -> None:
        """Make the page anew, because the house, its lists or the photos are others now."""
        self._photos.clear()
        if self._draft is not None:
            self._look_up(self._draft)
            self.show_now()

    def stop(self) -> None:
        """Make no more pages, because the window closes."""
        self._timer.stop()
        self._weighing.stop()

    @Slot()
    def show_now(self) -> None:
        """Make the page of the item as it is now, without waiting for the next frame."""
        self._timer.stop()
        if self._draft is None:
            return
        if self._renderer is None:
            self._renderer = PageRenderer(Theme.default())
        item = self._draft.item
        self._slug = item.slug
        folder = page_folder(item)
        wanted = PageInput(
            item=item,
            body=self._draft.body,
            house=self._house,
            pictures=page_pictures(item.slug, self._photo, language=item.language),
            siblings=tuple(self._sibling(folder, one) for one in self._siblings),
            places=self._place,
            lists=self._lists,
        )
        text = self._renderer.set_body(wanted.body, wanted.pictures)
        page = self._renderer.page_around(text, wanted)
        self._pane.show_page(page, pictures=self._pictures(item), key=item.id)
        self._weigh_soon(item, text, page)
        self._follow(self._draft.body)

    def _weigh_soon(self, item: NewsItem, text: SetBody, page: Page) -> None:
        """Say how heavy the page is, once the writing pauses."""
        find, renditions = dict(self._photos).get, self._library.renditions

        def weigh() -> Weight:
            shown = (*lead_photo(item), *text.photos, *small_photos(item))
            files = photo_files(item, shown, find, folder="")
            return page_weight(len(page.html.encode()), files, shown, renditions)

        self._weigh = weigh
        self._weighing.start()

    @Slot()
    def _on_weighing(self) -> None:
        weigh = self._weigh
        if weigh is None:
            return

        def show(weight: Weight) -> None:
            if weigh is self._weigh:
                details = weight_details(weight)
                self._pane.show_weight(f"Page {page_weight_words(weight)}", details=details)

        self._background.run(weigh, then=show, failed=lambda _: None)

    def _follow(self, body: Body) -> None:
        """Let the page show where the text has just been changed."""
        before, self._written = self._written, None
        if before is None:
            return
        if (index := last_changed(before.blocks, body.blocks)) is not None:
            self._pane.follow(index)

    def _look_up(self, draft: Draft) -> None:
        item, items = draft.item, self._library.items
        self._places.clear()
        try:
            self._house = self._library.house.get()
            self._lists = self._library.lists.everything()
            group = items.translations(item.translation_group) if item.translation_group else []
        except EditorError:
            group = []  # the page is shown without; opening an item says what is wrong
        finished = (one for one in group if one.id != item.id and one.status.is_finished)
        self._siblings = tuple(finished)

    def _place(self, item_id: str) -> str:
        """Return the folder of a finished item that the text links to, asking once."""
        if item_id not in self._places:
            try:
                item = self._library.items.get(ItemId(item_id))
            except EditorError:
                return ""
            is_out = item.status.is_finished and not item.is_trashed
            self._places[item_id] = page_folder(item) if is_out else ""
        return self._places[item_id]

    def _photo(self, src: str) -> PhotoRecord | None:
        if self._photos.get(src) is None:
            try:
                self._photos[src] = self._library.photos.record(src)
            except EditorError:
                return None  # as if it were gone; whoever looks at the photo is told why
        return self._photos[src]

    def _pictures(self, item: NewsItem) -> Callable[[str], bytes | None]:
        """Return what the pane asks for the bytes of a picture, on a thread."""
        records = tuple(record for record in self._photos.values() if record)
        renditions = self._library.renditions

        def picture(name: str) -> bytes | None:
            for record in records:
                words = record.words(item.language)
                recipe = named_recipes(item.slug, record.photo, words).get(name)
                if recipe:
                    return renditions.get(record.photo, [recipe])[recipe]
            return None

        return picture

    def _sibling(self, folder: str, one: ItemSummary) -> Sibling:
        other = folder_of(one.language, one.slug, one.id)
        return Sibling(
            language=one.language,
            headline=one.headline,
            href=between(folder, other),
            address=absolute(self._house.address, f"{other}/"),
        )


def connect_preview(window: MainWindow, desk: Desk) -> PreviewUpdater:
    """Let the page follow the item, starting when the window is up."""
    pane = window.panes.preview
    updater = PreviewUpdater(desk.library, pane, desk.background, window)
    desk.session.subscribe(updater.hear)
    pane.link_clicked.connect(lambda address: QDesktopServices.openUrl(QUrl(address)))
    pane.width_changed.connect(lambda name: desk.memory.keep_text("width", name))
    window.call_after_closing(updater.stop)
    window.call_after_closing(pane.close_engine)

    def start() -> None:
        updater.show_now()
        pane.start()

    window.call_when_shown(start)
    return updater
