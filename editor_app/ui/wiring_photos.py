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


def connect_photos(window: MainWindow, desk: Desk) -> None:
    """Let photos come into the text and above it."""
    body, lead = window.panes.editor.body, window.panes.editor.header.photo

    def add(photo: bytes | Path) -> Photo | None:
        return attempt(window.notices, lambda: desk.session.add_photo(photo, name="pasted"))

    def put_into_text(photo: bytes | Path) -> None:
        if (added := add(photo)) is None:
            return
        form = FigureForm(Figure(src=added.src), parent=window)
        form.figure_edited.connect(body.insert_figure)
        form.finished.connect(form.deleteLater)
        form.open()

    def put_above(photo: bytes | Path) -> None:
        draft = desk.session.draft
        if draft is None or (added := add(photo)) is None:
            return
        words = draft.item.lead_figure
        if words.src and words.src != added.src:
            words = LeadFigure()  # the words of another photo are wrong for this one
        desk.session.edit(lead_figure=replace(words, src=added.src))

    def receive(photos: list[bytes | Path]) -> None:
        for photo in photos:
            put_into_text(photo if isinstance(photo, bytes) else Path(photo))

    body.figure_requested.connect(lambda: choose_photo(window, desk, put_into_text))
    body.pictures_received.connect(receive)
    body.refused.connect(window.notices.show_notice)
    lead.file_requested.connect(lambda: choose_photo(window, desk, put_above))
    lead.file_dropped.connect(put_above)
    lead.removed.connect(lambda: desk.session.edit(lead_figure=LeadFigure()))


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
