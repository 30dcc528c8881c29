"""The Photos browser at the window: opened, chosen from, and what is asked for in it."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QFileDialog

from editor_app.body.tree import Figure, Setting
from editor_app.editing.changes import Change, ChangeKind
from editor_app.model.identity import ItemId
from editor_app.model.item import LeadFigure
from editor_app.store.photo_query import PhotoUse
from editor_app.store.rows import photos_in
from editor_app.ui.editor.actions import EditorActions
from editor_app.ui.editor.body_editor import BodyEditor
from editor_app.ui.editor.drawing.figures import image_of
from editor_app.ui.editor.galleries import (
    chosen_photos,
    insert_gallery,
    insert_photos,
    is_at_gallery,
    make_gallery,
)
from editor_app.ui.item_list.thumbnails import Thumbnails
from editor_app.ui.messages import Choice, Notices, Tone, ask
from editor_app.ui.pasting.clip import Picture
from editor_app.ui.photos.small_pictures import whole_picture
from editor_app.ui.photos.use import (
    PhotoUseWords,
    started_use,
    with_figure_use,
    with_lead_use,
)
from editor_app.ui.window import MainWindow
from editor_app.ui.wiring_desk import Desk, attempt
from editor_app.ui.wiring_items import ItemCommands
from editor_app.ui.wiring_photo_forms import PhotoForms
from editor_app.ui.wiring_photo_intake import BrowserInFront, PhotoIntake, connect_intake

if TYPE_CHECKING:
    from editor_app.ui.photos.browser import PhotoBrowser

_TILES_WAITING = 90  # that may wait for their pictures: as many as a large screen shows
# The library has what is on the desk.
_SETTLED = frozenset({ChangeKind.SAVED, ChangeKind.COPIED, ChangeKind.OPENED, ChangeKind.CLOSED})


class PhotoBrowserCommands(QObject):
    """Opens the browser, and does what is asked for in it."""

    def __init__(
        self, window: MainWindow, desk: Desk, items: ItemCommands, forms: PhotoForms
    ) -> None:
        super().__init__(window)
        self._window, self._desk, self._items, self._forms = window, desk, items, forms
        self._browser: PhotoBrowser | None = None
        self._shown = frozenset[str]()  # the photos of the open item, as it was saved last
        self.intake = PhotoIntake(
            window,
            desk,
            BrowserInFront(
                front=self.front,
                show=self.show_photos,
                put_into_text=self.put_into_text,
                put_gallery=self.put_gallery,
            ),
        )

    # ------------------------------------------------------------ coming forward

    def open(self) -> None:
        """Show the photos of the library."""
        self._at_hand().begin()

    def pick_lead(self) -> None:
        """Let a photo of the library be chosen for the top of the item."""
        from editor_app.ui.photos.browser import Pick  # noqa: PLC0415 - not before it is needed

        if self._can_use():
            pick = Pick(words="Use as lead photo", then=lambda srcs: self.use_as_lead(srcs[0]))
            self._at_hand().begin(pick)

    def pick_for_text(self) -> None:
        """Let photos of the library be chosen for the text."""
        from editor_app.ui.photos.browser import Pick  # noqa: PLC0415 - not before it is needed

        if self._can_use():
            pick = Pick(words="Put into the text", then=self.put_into_text, is_many=True)
            self._at_hand().begin(pick)

    def pick_for_gallery(self) -> None:
        """Let photos of the library be chosen for a gallery, the one at the caret or a new one."""
        from editor_app.ui.photos.browser import Pick  # noqa: PLC0415 - not before it is needed

        if self._can_use():
            is_there = is_at_gallery(self._window.panes.editor.body.textCursor())
            words = "Add to the gallery" if is_there else "Put in as a gallery"
            self._at_hand().begin(Pick(words=words, then=self.put_gallery, is_many=True))

    def _at_hand(self) -> "PhotoBrowser":
        if self._browser is None:
            self._browser = self._made()
        return self._browser

    def _made(self) -> "PhotoBrowser":
        from editor_app.ui.photos.browser import (  # noqa: PLC0415 - not before it is needed
            BrowserDuties,
            PhotoBrowser,
        )

        desk = self._desk
        thumbnails = Thumbnails(
            desk.background,
            partial(whole_picture, desk.library),
            most_waiting=_TILES_WAITING,
            parent=self,
        )
        duties = BrowserDuties(
            library=desk.library,
            background=desk.background,
            look=desk.look,
            thumbnails=thumbnails,
            save=desk.session.leave,
            language=self._language,
            can_use=self._can_use,
        )
        browser = PhotoBrowser(duties, self._window)
        self._window.call_after_closing(browser.hide)
        browser.use_requested.connect(self.go_to_use)
        browser.lead_requested.connect(self.use_as_lead)
        browser.insert_requested.connect(self.put_into_text)
        browser.gallery_requested.connect(self.put_gallery)
        browser.details_requested.connect(lambda src: self._forms.open_own(src, browser.grid))
        browser.export_requested.connect(self.export_original)
        browser.add_requested.connect(lambda: self.intake.choose_files(browser))
        browser.received.connect(self.intake.add)
        browser.parts.work.cancel_requested.connect(self.intake.cancel)
        return browser

    # ------------------------------------------------------------ using photos

    def use_as_lead(self, src: str) -> None:
        """Make a photo the lead photo; its words start as the photo's own."""
        record = attempt(self._notices(), lambda: self._desk.library.photos.record(src))
        if record is not None and self._can_use():
            use = started_use(PhotoUseWords(), record, self._language())
            self._desk.session.edit(lead_figure=with_lead_use(LeadFigure(src=src), use))
            self._say("This is the lead photo now.")

    def put_into_text(self, srcs: Sequence[str]) -> None:
        """Put photos where the caret is; their words start as the photos' own.

        For one photo that lacks words its form asks for them first.
        """
        uses = self._uses(srcs)
        if not uses:
            return
        body = self._window.panes.editor.body
        if len(srcs) == 1 and uses[srcs[0]].lacks_words:
            self._window.come_forward()

            def put(use: PhotoUseWords) -> None:
                body.insert_figure(with_figure_use(Figure(srcs[0]), use))

            self._forms.ask(srcs[0], uses[srcs[0]], put, back=body)
            return
        cursor = body.textCursor()
        chosen = insert_photos(cursor, _figures(uses))
        body.setTextCursor(cursor)
        body.show_caret()
        offers: list[Choice] = []
        if chosen.hasSelection() and len(uses) > 1:
            make = partial(_make_gallery, body, chosen, tuple(uses))
            offers.append(Choice(words="Make them a gallery", act=make))
        words = "The photo is in the text." if len(uses) == 1 else "The photos are in the text."
        self._notices().show_notice(words, tone=Tone.GOOD, choices=offers)

    def put_gallery(self, srcs: Sequence[str]) -> None:
        """Put photos in as a gallery, or into the one at the caret, with their own words."""
        if not (uses := self._uses(srcs)):
            return
        body = self._window.panes.editor.body
        cursor = body.textCursor()
        has_joined = is_at_gallery(cursor)
        insert_gallery(cursor, _figures(uses))
        body.setTextCursor(cursor)
        body.show_caret()
        said = (
            "The photos have joined the gallery." if has_joined else "The gallery is in the text."
        )
        lacking = sum(use.lacks_words for use in uses.values())
        if lacking:
            said += f" Alt text or credit is still missing from {lacking} of {len(uses)} photos."
        self._notices().show_notice(said, tone=Tone.WARNING if lacking else Tone.GOOD)

    def receive(self, pictures: list[Picture]) -> None:
        """Take several pictures that were dropped or pasted into the text, all with one progress.

        They come to stand where the caret is then, if the item is still the same.
        """
        draft = self._desk.session.draft
        if len(pictures) > 1 and draft is not None and self._can_use():
            self.intake.add(pictures, then=partial(self._put_into_item, draft.item.id))

    def _put_into_item(self, item_id: ItemId, srcs: Sequence[str]) -> None:
        draft = self._desk.session.draft
        if draft is not None and draft.item.id == item_id:
            self.put_into_text(srcs)
        else:
            self._say("The photos are in the library: another item was opened meanwhile.")

    def _uses(self, srcs: Sequence[str]) -> dict[str, PhotoUseWords]:
        """Return what the open item says with photos to begin with; nothing if it cannot."""
        found = attempt(self._notices(), lambda: self._desk.library.photos.records(srcs))
        if not found or not self._can_use():
            return {}
        start, language = PhotoUseWords(setting=Setting.NONE), self._language()
        return {src: started_use(start, found.get(src), language) for src in srcs}

    def go_to_use(self, src: str, use: PhotoUse) -> None:
        """Open an item that shows a photo, with the photo in sight."""
        draft = self._desk.session.draft
        if draft is None or draft.item.id != use.item_id:
            self._items.open(use.item_id)
        draft = self._desk.session.draft
        if draft is None or draft.item.id != use.item_id:
            return
        self._window.come_forward()
        if draft.item.lead_figure.src == src:
            header = self._window.panes.editor.header
            self._window.panes.editor.column.scroll_to(0)
            header.photo.more.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        body = self._window.panes.editor.body
        body.setFocus(Qt.FocusReason.ShortcutFocusReason)
        _go_to_photo(body, src)

    def export_original(self, src: str) -> None:
        """Ask where to, and write the original there; say first what it gives away."""
        record = attempt(self._notices(), lambda: self._desk.library.photos.record(src))
        if record is None:
            return
        choose = partial(self._choose_place, src, record.name)
        if not record.has_position:
            choose()
            return
        ask(
            self._at_hand(),
            "This original says where it was taken.",
            detail="Its GPS position stays in the file that you export here. It never goes out"
            " with a page. Give the original only to those who may know the place.",
            yes=Choice(words="Export with position", act=choose),
        )

    def _choose_place(self, src: str, name: str) -> None:
        from editor_app.export.originals import (  # noqa: PLC0415 - not before it is asked for
            export_original,
            original_name,
        )

        folder = self._desk.memory.text("original-folder") or str(Path.home())
        place = Path(folder) / original_name(name, src)
        dialog = QFileDialog(self._at_hand(), "Export the original", str(place))
        dialog.setObjectName("originalFile")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(str(place))

        def write(chosen: str) -> None:
            self._desk.memory.keep_text("original-folder", str(Path(chosen).parent))
            work = partial(export_original, self._desk.library, src, to=Path(chosen))
            self._desk.background.run(
                work,
                then=lambda path: self._say(f"The original was written to {path}."),
                failed=self._notices().show_error,
            )

        dialog.fileSelected.connect(write)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    # ------------------------------------------------------------ what all of it asks

    def front(self) -> "PhotoBrowser | None":
        """Return the browser where it is on the screen."""
        return self._browser if self._browser is not None and self._browser.isVisible() else None

    def show_photos(self, srcs: Sequence[str]) -> None:
        """Show the library's photos with these chosen."""
        browser = self._at_hand()
        if not browser.isVisible():
            browser.begin()
        browser.show_photos(srcs)

    def hear(self, change: Change) -> None:
        """Let pictures and browser follow what happens at the desk."""
        if change.kind is ChangeKind.PHOTO:
            self._window.panes.items.thumbnails.forget(change.photo)
            if self._browser is not None:
                self._browser.forget_picture(change.photo)
        if change.kind not in _SETTLED:
            return
        shown = frozenset[str]() if change.draft is None else photos_in(change.draft.item)
        is_other, self._shown = shown != self._shown, shown
        if (browser := self.front()) is None:
            return
        if change.kind in {ChangeKind.OPENED, ChangeKind.CLOSED}:
            browser.follow_item()
        elif is_other:
            browser.refresh()

    def _notices(self) -> Notices:
        browser = self.front()
        return self._window.notices if browser is None else browser.parts.notices

    def _say(self, words: str) -> None:
        self._notices().show_notice(words, tone=Tone.GOOD)

    def _language(self) -> str:
        draft = self._desk.session.draft
        return "" if draft is None else draft.item.language

    def _can_use(self) -> bool:
        draft = self._desk.session.draft
        return draft is not None and not draft.item.is_trashed


def _figures(uses: Mapping[str, PhotoUseWords]) -> list[Figure]:
    return [with_figure_use(Figure(src), use) for src, use in uses.items()]


def _make_gallery(body: BodyEditor, chosen: QTextCursor, srcs: Sequence[str]) -> None:
    """Make a gallery of photos that were just put in, where they still stand as they did."""
    photos = [body.figure_at(line.blockNumber()) for line in chosen_photos(chosen)[::3]]
    if tuple(photo.figure.src for photo in photos if photo is not None) == tuple(srcs):
        make_gallery(chosen)
        body.setTextCursor(chosen)
        body.setFocus()


def _go_to_photo(body: BodyEditor, src: str) -> None:
    """Put the caret to the first place in the text where a photo stands."""
    for number, line in enumerate(body.tracker().lines()):
        node = image_of(line.leaf)
        if node is not None and node.src == src:
            body.setTextCursor(QTextCursor(body.document().findBlockByNumber(number)))
            body.show_caret()
            return


def connect_photo_browser(
    window: MainWindow, desk: Desk, items: ItemCommands, text: EditorActions, forms: PhotoForms
) -> PhotoIntake:
    """Let the Photos browser be opened and chosen from; return what takes new photos in."""
    commands = PhotoBrowserCommands(window, desk, items, forms)
    window.actions_.photos.triggered.connect(commands.open)
    window.panes.editor.header.photo.library_requested.connect(commands.pick_lead)
    text.library_photo_requested.connect(commands.pick_for_text)
    text.gallery_requested.connect(commands.pick_for_gallery)
    window.panes.editor.body.pictures_received.connect(commands.receive)
    desk.session.subscribe(commands.hear)
    connect_intake(window, desk, commands.intake)
    return commands.intake
