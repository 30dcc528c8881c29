"""A copy of the open item as a Markdown file, for words that the library cannot take."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from editor_app.editing.slug import slug_of
from editor_app.export.markdown_file import write_copy
from editor_app.model.item import NewsItem
from editor_app.ui.fields.settled_line import settle_typing
from editor_app.ui.messages import Tone
from editor_app.ui.window import MainWindow
from editor_app.ui.wiring_desk import Desk


class CopyElsewhere:
    """Writes what lies on the desk to a place that is chosen, photos and all."""

    def __init__(self, window: MainWindow, desk: Desk) -> None:
        self._window, self._desk = window, desk

    def choose(self) -> None:
        """Ask where the copy is to lie."""
        settle_typing(self._window)
        draft = self._desk.session.draft
        if draft is None:
            return
        item = draft.to_item()
        name = slug_of(item.headline, language=item.language) or "item"
        place = Path(self._desk.memory.text("copy-folder") or Path("~").expanduser())
        dialog = QFileDialog(self._window, "Save a copy elsewhere", str(place), "Markdown (*.md)")
        dialog.setObjectName("copyElsewhere")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("md")
        dialog.selectFile(str(place / f"{name}.md"))
        dialog.fileSelected.connect(lambda chosen: self.write(item, Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write(self, item: NewsItem, file: Path) -> None:
        """Write the copy, on a thread, and say where it lies."""
        self._desk.memory.keep_text("copy-folder", str(file.parent))
        photo = self._desk.library.photos.data

        def done(lacking: tuple[str, ...]) -> None:
            less = f" {len(lacking)} of its photos could not be read." if lacking else ""
            self._window.notices.show_notice(
                f"A copy of this item lies in {file}.{less} It is not saved in the library yet.",
                tone=Tone.WARNING,
            )

        self._desk.background.run(
            lambda: write_copy(item, file, photo=photo),
            then=done,
            failed=self._window.notices.show_error,
        )
