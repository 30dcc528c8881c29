"""Photos on their way into an item: chosen, dropped or pasted."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog

from editor_app.background.timers import QtTimer
from editor_app.body.tree import Figure
from editor_app.errors import EditorError
from editor_app.media.photo import Photo
from editor_app.model.identity import ItemId
from editor_app.model.item import LeadFigure
from editor_app.ui.editor.figure_form import FigureForm
from editor_app.ui.fields.lead_photo import PHOTO_ENDINGS
from editor_app.ui.pasting.clip import Picture
from editor_app.ui.pasting.images import as_png
from editor_app.ui.window import MainWindow
from editor_app.ui.wiring_desk import Desk

_FILTER = f"Photos ({' '.join(f'*{ending}' for ending in PHOTO_ENDINGS)})"

_READING = "Reading the photo…"
_NO_PLACE = "Open an item first: a photo is put into the text of the open item."
_SIGN_AFTER = 0.3  # seconds


class PhotoCommands:
    """Takes photos into the library, off the window's thread, and puts them where they belong."""

    def __init__(self, window: MainWindow, desk: Desk) -> None:
        self._window, self._desk = window, desk
        self._sign = QtTimer(window)
        self._waiting: list[Picture] = []

    def put_into_text(self, photo: Picture) -> None:
        """Ask for the words of a photo, then put it where the caret is."""

        def ask(added: Photo) -> None:
            form = FigureForm(Figure(src=added.src), parent=self._window)
            form.figure_edited.connect(self._window.panes.editor.body.insert_figure)
            form.finished.connect(form.deleteLater)
            form.finished.connect(self._next)
            form.open()

        self._add(photo, then=ask)

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
            self._desk.session.edit(lead_figure=replace(words, src=added.src))

        if item is not None:
            self._add(photo, then=put)

    def receive(self, photos: list[Picture]) -> None:
        """Put pasted or dropped photos into the text, one after another."""
        draft = self._desk.session.draft
        if draft is None or draft.item.is_trashed:
            self._window.notices.show_notice(_NO_PLACE)
            return
        is_idle = not self._waiting
        self._waiting += photos
        if is_idle:
            self._next()

    def take_out(self) -> None:
        """Take the lead photo out of the item; its file stays in the library."""
        self._desk.session.edit(lead_figure=LeadFigure())

    def _next(self) -> None:
        if self._waiting:
            self.put_into_text(self._waiting.pop(0))

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


def _add(desk: Desk, photo: Picture) -> Photo:
    return desk.session.add_photo(as_png(photo) if isinstance(photo, QImage) else photo)


def connect_photos(window: MainWindow, desk: Desk) -> None:
    """Let photos come into the text and above it."""
    commands = PhotoCommands(window, desk)
    body, lead = window.panes.editor.body, window.panes.editor.header.photo
    body.figure_requested.connect(lambda: choose_photo(window, desk, commands.put_into_text))
    body.pictures_received.connect(commands.receive)
    body.refused.connect(window.notices.show_notice)
    lead.file_requested.connect(lambda: choose_photo(window, desk, commands.put_above))
    lead.file_dropped.connect(commands.put_above)
    lead.removed.connect(commands.take_out)


def choose_photo(window: MainWindow, desk: Desk, use: Callable[[Path], None]) -> None:
    """Ask for a photo's file, without stopping the window."""
    dialog = QFileDialog(window, "Choose a photo", desk.memory.text("photo-folder"), _FILTER)
    dialog.setObjectName("photoFiles")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)

    def take(name: str) -> None:
        desk.memory.keep_text("photo-folder", str(Path(name).parent))
        use(Path(name))

    dialog.fileSelected.connect(take)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
