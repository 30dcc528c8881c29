"""New photos: dropped, pasted or chosen, taken into the library with progress and a summary."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDragEnterEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFileDialog, QWidget
from typing_extensions import override

from editor_app.errors import EditorError
from editor_app.intake.photo_files import (
    AddedPhotos,
    AddingProgress,
    added_words,
    refused_words,
)
from editor_app.media.endings import PHOTO_ENDINGS
from editor_app.ui.messages import Choice, Notices, Report, Tone
from editor_app.ui.pasting.clip import Picture, copied_pictures, files_of, pictures_of
from editor_app.ui.photos.drop_zone import DropZone
from editor_app.ui.photos.tray import PhotoTray, progress_words
from editor_app.ui.window import MainWindow
from editor_app.ui.wiring_desk import Desk

if TYPE_CHECKING:
    from editor_app.ui.photos.browser import PhotoBrowser

_FILTER = f"Photos ({' '.join(f'*{ending}' for ending in PHOTO_ENDINGS)});;All files (*)"
_STOPPED = "Stopped. The photos that were in already stay in the library."
_ZONE = "Drop here: photos go into the library, texts become drafts"
_TEXT_ZONE = "Drop here to put it into the text"


@dataclass(frozen=True, slots=True, kw_only=True)
class BrowserInFront:
    """What new photos have to do with the browser: it is on the screen, or can be.

    ``front`` returns the browser where it is on the screen, ``show`` brings it there with photos
    chosen, ``put_into_text`` puts photos into the open text, ``put_gallery`` as a gallery.
    """

    front: "Callable[[], PhotoBrowser | None]"
    show: Callable[[Sequence[str]], None]
    put_into_text: Callable[[Sequence[str]], None]
    put_gallery: Callable[[Sequence[str]], None]


class PhotoIntake(QObject):
    """Takes photos into the library; what became of them is said where the user is."""

    def __init__(self, window: MainWindow, desk: Desk, browser: BrowserInFront) -> None:
        super().__init__(window)
        self._window, self._desk, self._browser = window, desk, browser
        self._told = ""  # how far the photos are, as the window says it
        self._tray = PhotoTray(desk.session, desk.background, self)
        self._tray.progressed.connect(self._on_progress)
        self._tray.ended.connect(self._on_ended)
        self._tray.failed.connect(self._on_failed)
        self._tray.cancelled.connect(self._on_cancelled)

    def choose_files(self, parent: QWidget) -> None:
        """Ask which files to add to the library."""
        folder = self._desk.memory.text("photo-folder")
        dialog = QFileDialog(parent, "Add photos", folder, _FILTER)
        dialog.setObjectName("addPhotoFiles")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)

        def take(names: list[str]) -> None:
            self._desk.memory.keep_text("photo-folder", str(Path(names[0]).parent))
            self.add([Path(name) for name in names])

        dialog.filesSelected.connect(take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def add(
        self,
        pictures: Sequence[Picture],
        *,
        then: Callable[[Sequence[str]], None] | None = None,
    ) -> None:
        """Take files, folders and copied pictures into the library, and say what became of them.

        Where it is known what comes ``then``, nothing is offered.
        """
        if pictures:
            self._tray.take(pictures, then=partial(self._on_added, then))

    def cancel(self) -> None:
        """Stop taking photos in."""
        self._tray.cancel()

    def _on_added(self, then: Callable[[Sequence[str]], None] | None, added: AddedPhotos) -> None:
        srcs = [photo.src for photo in added.photos]
        if then is not None and srcs:
            then(srcs)
            if not added.refused:
                return
        choices = self._uses(srcs) if then is None else []
        if added.refused:
            lead, words = added_words(added), refused_words(added)
            report = partial(self._report, lead, words)
            choices.append(Choice(words="What was refused…", act=report))
        tone = Tone.WARNING if added.refused else Tone.GOOD if added.new else Tone.NOTE
        self._notices().show_notice(added_words(added), tone=tone, choices=choices)

    def _uses(self, srcs: list[str]) -> list[Choice]:
        """Show photos in the browser where it is open; else return what can be done with them."""
        if not srcs:
            return []
        if self._browser.front() is not None:
            self._browser.show(srcs)
            return []
        choices = [Choice(words="Show in Photos", act=partial(self._browser.show, srcs))]
        draft = self._desk.session.draft
        if draft is not None and not draft.item.is_trashed:
            put = partial(self._browser.put_into_text, srcs)
            choices.append(Choice(words="Put into the text", act=put))
            if len(srcs) > 1:
                gallery = partial(self._browser.put_gallery, srcs)
                choices.append(Choice(words="Put in as a gallery", act=gallery))
        return choices

    def _report(self, lead: str, words: str) -> None:
        parent = self._browser.front() or self._window
        Report("Photos that were refused", lead=lead, words=words, parent=parent).show()

    def _on_progress(self, step: AddingProgress) -> None:
        words = progress_words(step)
        if (browser := self._browser.front()) is not None:
            browser.parts.work.show_progress(words, done=step.done, total=step.total)
            return
        self._told = words
        cancel = [Choice(words="Cancel", act=self.cancel)] if step.total > 1 else []
        self._window.notices.show_notice(words, choices=cancel)

    def _on_ended(self) -> None:
        if (browser := self._browser.front()) is not None:
            browser.parts.work.hide()
        if self._told and self._window.notices.words.text() == self._told:
            self._window.notices.clear()
        self._told = ""

    def _on_failed(self, error: EditorError) -> None:
        self._notices().show_error(error)
        self._refresh()

    def _on_cancelled(self) -> None:
        self._notices().show_notice(_STOPPED)
        self._refresh()

    def _refresh(self) -> None:
        if (browser := self._browser.front()) is not None:
            browser.refresh()

    def _notices(self) -> Notices:
        browser = self._browser.front()
        return self._window.notices if browser is None else browser.parts.notices


class _ListPaste(QObject):
    """Takes a photo that is pasted while the list has the keyboard."""

    def __init__(self, intake: PhotoIntake) -> None:
        super().__init__(intake)
        self._intake = intake

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if not event.matches(QKeySequence.StandardKey.Paste):
            return False
        words = QGuiApplication.clipboard().mimeData()
        self._intake.add(files_of(words) or copied_pictures(words))
        return True


class _DropWatch(QObject):
    """Shows over a place what becomes of what is dragged, while it is over a widget."""

    def __init__(
        self, watched: QWidget, zone: DropZone, place: QWidget, holds: Callable[[QMimeData], bool]
    ) -> None:
        super().__init__(watched)
        self._zone, self._place, self._holds = zone, place, holds
        watched.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent):
            if self._holds(event.mimeData()):
                self._zone.show_over(self._place)
        elif event.type() in {QEvent.Type.DragLeave, QEvent.Type.Drop}:
            self._zone.hide()
        return False


def connect_intake(window: MainWindow, desk: Desk, intake: PhotoIntake) -> None:
    """Let photos be pasted into the list, and show where they can be dropped."""
    panes = window.panes
    panes.items.view.installEventFilter(_ListPaste(intake))
    _DropWatch(
        window, DropZone(_ZONE, desk.look, window), panes.items, lambda words: bool(files_of(words))
    )
    body = panes.editor.body

    def can_take(words: QMimeData) -> bool:
        return not body.isReadOnly() and body.isEnabled() and bool(pictures_of(words))

    into_text = DropZone(_TEXT_ZONE, desk.look, window, is_clear=True)
    _DropWatch(body.viewport(), into_text, panes.editor.parts, can_take)
