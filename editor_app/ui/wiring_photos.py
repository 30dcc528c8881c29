"""Photos on their way into an item: chosen, dropped or pasted."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog

from editor_app.background.timers import QtTimer
from editor_app.body.tree import Figure, Setting
from editor_app.editing.changes import Change, ChangeKind
from editor_app.errors import EditorError
from editor_app.media.endings import PHOTO_ENDINGS
from editor_app.media.photo import Photo
from editor_app.model.identity import ItemId
from editor_app.model.item import LeadFigure
from editor_app.ui.messages import Tone
from editor_app.ui.pasting.clip import Picture
from editor_app.ui.pasting.images import as_png
from editor_app.ui.photos.shown_pictures import cut_picture
from editor_app.ui.photos.use import (
    PhotoUseWords,
    lead_use,
    started_use,
    with_figure_use,
    with_lead_use,
)
from editor_app.ui.window import MainWindow
from editor_app.ui.wiring_desk import Desk, attempt
from editor_app.ui.wiring_photo_forms import PhotoForms

_FILTER = f"Photos ({' '.join(f'*{ending}' for ending in PHOTO_ENDINGS)})"

_READING = "Reading the photo…"
_NO_PLACE = "Open an item first: a photo is put into the text of the open item."
_WITH_OWN_WORDS = "The photo is in the text, with the words it came with."
_SIGN_AFTER = 0.3  # seconds


class PhotoCommands:
    """Takes photos into the library, off the window's thread, and puts them where they belong.

    The words of a photo start as its own. For one that is put into the text the form asks only
    where alt text or credit is missing.
    """

    def __init__(self, window: MainWindow, desk: Desk, forms: PhotoForms) -> None:
        self._window, self._desk, self._forms = window, desk, forms
        self._sign = QtTimer(window)
        self._waiting: list[Picture] = []
        self._is_busy = False

    def put_into_text(self, photo: Picture) -> None:
        """Put a photo where the caret is, and ask for its words where they are missing."""
        self._add(photo, then=lambda added: self.place(added.src))

    def place(self, src: str) -> None:
        """Put a photo of the library where the caret is; then the next one that waits."""
        record = attempt(self._window.notices, lambda: self._desk.library.photos.record(src))
        body = self._window.panes.editor.body
        use = started_use(PhotoUseWords(setting=Setting.NONE), record, self._language())

        def put(words: PhotoUseWords) -> None:
            body.insert_figure(with_figure_use(Figure(src=src), words))

        if use.lacks_words:
            self._forms.ask(src, use, put, back=body, then=self._next)
            return
        put(use)
        self._window.notices.show_notice(_WITH_OWN_WORDS, tone=Tone.GOOD)
        self._next()

    def put_above(self, photo: Picture) -> None:
        """Make a photo the lead photo; the words of another one do not stay."""
        item = self._item()

        def put(added: Photo) -> None:
            draft = self._desk.session.draft
            if draft is None or draft.item.id != item:
                return
            words = draft.item.lead_figure
            if words.src and words.src != added.src:
                words = LeadFigure()
            record = attempt(
                self._window.notices, lambda: self._desk.library.photos.record(added.src)
            )
            use = started_use(lead_use(words), record, draft.item.language)
            self._desk.session.edit(lead_figure=with_lead_use(LeadFigure(src=added.src), use))

        if item is not None:
            self._add(photo, then=put)

    def receive(self, photos: list[Picture]) -> None:
        """Put a pasted or dropped photo into the text, after those that wait.

        Several at once are for the browser, which tells how far they are.
        """
        draft = self._desk.session.draft
        if draft is None or draft.item.is_trashed:
            self._window.notices.show_notice(_NO_PLACE)
            return
        if len(photos) > 1:
            return
        self._waiting += photos
        if not self._is_busy:
            self._next()

    def take_out(self) -> None:
        """Take the lead photo out of the item; its file stays in the library."""
        self._desk.session.edit(lead_figure=LeadFigure())

    def _next(self) -> None:
        self._is_busy = bool(self._waiting)
        if self._waiting:
            self.put_into_text(self._waiting.pop(0))

    def _language(self) -> str:
        draft = self._desk.session.draft
        return "" if draft is None else draft.item.language

    def _item(self) -> ItemId | None:
        draft = self._desk.session.draft
        return None if draft is None else draft.item.id

    def _add(self, photo: Picture, *, then: Callable[[Photo], None]) -> None:
        item, notices = self._item(), self._window.notices
        self._sign.start(_SIGN_AFTER, lambda: notices.show_notice(_READING))

        def come_home(added: Photo) -> None:
            self._end_sign()
            if self._item() == item:
                then(added)
                return
            self._waiting.clear()  # they were meant for the other item
            self._is_busy = False

        def fail(error: EditorError) -> None:
            self._end_sign()
            notices.show_error(error)
            self._next()

        work = partial(_add, self._desk, photo)
        self._desk.background.run(work, then=come_home, failed=fail)

    def _end_sign(self) -> None:
        self._sign.cancel()
        if self._window.notices.words.text() == _READING:
            self._window.notices.clear()


class PhotoShown:
    """Keeps strip and text as the library knows the photos they show."""

    def __init__(self, window: MainWindow, desk: Desk) -> None:
        self._window, self._desk = window, desk
        self._shown: tuple[str, str] = ("", "")

    def hear(self, change: Change) -> None:
        """Show what is known of the photos after a change."""
        item = None if change.draft is None else change.draft.item
        shown = ("", "") if item is None else (item.lead_figure.src, item.language)
        is_photo = change.kind is ChangeKind.PHOTO
        if change.kind is ChangeKind.OPENED:
            # What was shown before the library was open is what Qt alone can decode.
            self._window.panes.editor.body.refresh_pictures(only_missing=True)
        if is_photo and "crop" in change.fields:
            self._window.panes.editor.body.refresh_pictures()
        if not is_photo and shown == self._shown:
            return
        self._shown = shown
        src, language = shown
        photos, notices = self._desk.library.photos, self._window.notices
        record = attempt(notices, lambda: photos.record(src)) if src else None
        self._window.panes.editor.header.photo.show_record(record, language)


def _add(desk: Desk, photo: Picture) -> Photo:
    """Take a photo into the library, and make the copy that the window shows."""
    added = desk.session.add_photo(as_png(photo) if isinstance(photo, QImage) else photo)
    cut_picture(desk.library, added.src)
    return added


def connect_photos(window: MainWindow, desk: Desk) -> PhotoForms:
    """Let photos come into the text and above it; return what opens their forms."""
    forms = PhotoForms(window, desk)
    commands = PhotoCommands(window, desk, forms)

    def put_above(paths: list[Path]) -> None:
        commands.put_above(paths[0])

    desk.session.subscribe(PhotoShown(window, desk).hear)
    body, lead = window.panes.editor.body, window.panes.editor.header.photo
    body.figure_requested.connect(
        lambda: choose_photos(window, desk, body.pictures_received.emit, is_many=True)
    )
    body.pictures_received.connect(commands.receive)
    body.refused.connect(window.notices.show_notice)
    lead.file_requested.connect(lambda: choose_photos(window, desk, put_above))
    lead.file_dropped.connect(commands.put_above)
    lead.removed.connect(commands.take_out)
    lead.details_requested.connect(forms.open_lead)
    body.figure_opened.connect(forms.open_figure)
    return forms


def choose_photos(
    window: MainWindow, desk: Desk, use: Callable[[list[Path]], None], *, is_many: bool = False
) -> None:
    """Ask for a photo's file, or for several, without stopping the window."""
    title = "Choose photos" if is_many else "Choose a photo"
    dialog = QFileDialog(window, title, desk.memory.text("photo-folder"), _FILTER)
    dialog.setObjectName("photoFiles")
    mode = QFileDialog.FileMode
    dialog.setFileMode(mode.ExistingFiles if is_many else mode.ExistingFile)

    def take(names: list[str]) -> None:
        desk.memory.keep_text("photo-folder", str(Path(names[0]).parent))
        use([Path(name) for name in names])

    dialog.filesSelected.connect(take)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
