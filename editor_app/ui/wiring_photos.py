"""Photos on their way into an item: chosen, dropped or pasted."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from editor_app.body.tree import Figure
from editor_app.media.photo import Photo
from editor_app.model.item import LeadFigure
from editor_app.ui.editor.figure_form import FigureForm
from editor_app.ui.fields.lead_photo import PHOTO_ENDINGS
from editor_app.ui.window import MainWindow
from editor_app.ui.wiring_desk import Desk, attempt

_FILTER = f"Photos ({' '.join(f'*{ending}' for ending in PHOTO_ENDINGS)})"


class PhotoCommands:
    """Takes photos into the library, and puts them into the text or above it."""

    def __init__(self, window: MainWindow, desk: Desk) -> None:
        self._window, self._desk = window, desk

    def put_into_text(self, photo: bytes | Path) -> None:
        """Ask for the words of a photo, then put it where the caret is."""
        if (added := self._add(photo)) is None:
            return
        form = FigureForm(Figure(src=added.src), parent=self._window)
        form.figure_edited.connect(self._window.panes.editor.body.insert_figure)
        form.finished.connect(form.deleteLater)
        form.open()

    def put_above(self, photo: bytes | Path) -> None:
        """Make a photo the lead photo; the words of another one do not stay."""
        draft = self._desk.session.draft
        if draft is None or (added := self._add(photo)) is None:
            return
        words = draft.item.lead_figure
        if words.src and words.src != added.src:
            words = LeadFigure()
        self._desk.session.edit(lead_figure=replace(words, src=added.src))

    def receive(self, photos: list[bytes | Path | str]) -> None:
        """Put pasted or dropped photos into the text, one after another."""
        for photo in photos:
            self.put_into_text(photo if isinstance(photo, bytes) else Path(photo))

    def take_out(self) -> None:
        """Take the lead photo out of the item; its file stays in the library."""
        self._desk.session.edit(lead_figure=LeadFigure())

    def _add(self, photo: bytes | Path) -> Photo | None:
        return attempt(self._window.notices, lambda: self._desk.session.add_photo(photo))


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
