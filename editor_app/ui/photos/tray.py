"""Photos on their way into the library, off the window's thread: one batch after another."""

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from editor_app.background.progress import Job
from editor_app.background.threads import Background
from editor_app.editing.session import EditingSession
from editor_app.errors import EditorError
from editor_app.intake.photo_files import (
    AddedPhotos,
    AddingProgress,
    PhotoFile,
    add_photos,
    photos_below,
)
from editor_app.ui.pasting.clip import Picture
from editor_app.ui.pasting.images import as_png

_PASTED = "Pasted picture"


@dataclass(frozen=True, slots=True)
class _Batch:
    """Photos that came together, and what happens when they are in."""

    pictures: tuple[Picture, ...]
    then: Callable[[AddedPhotos], None]


class PhotoTray(QObject):
    """Takes photos in; a batch that comes while another is on its way waits for it.

    Signals:
        progressed: Carries the newest `AddingProgress`.
        ended: Nothing is on its way any more.
        failed: The library cannot take photos; carries the `EditorError`.
        cancelled: The user stopped; those that are in stay in.
    """

    progressed = Signal(object)
    ended = Signal()
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, session: EditingSession, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._background = background
        self._waiting: list[_Batch] = []
        self._job: Job | None = None

    @property
    def is_busy(self) -> bool:
        """Whether photos are on their way."""
        return self._job is not None

    def take(self, pictures: Sequence[Picture], *, then: Callable[[AddedPhotos], None]) -> None:
        """Take in files, the photos of folders, and copied pictures; then say what became of it."""
        self._waiting.append(_Batch(tuple(pictures), then))
        if self._job is None:
            self._begin()

    @Slot()
    def cancel(self) -> None:
        """Stop before the next photo, and forget those that wait."""
        self._waiting.clear()
        if self._job is not None:
            self._job.cancel()

    def _begin(self) -> None:
        batch = self._waiting.pop(0)
        job = self._job = Job(self._background, parent=self)
        job.progressed.connect(self.progressed)
        job.cancelled.connect(self._on_cancelled)

        def finish(added: AddedPhotos) -> None:
            self._end()
            batch.then(added)

        job.run(_steps(self._session, batch.pictures), then=finish, failed=self._on_failed)

    def _end(self) -> None:
        if self._job is not None:
            self._job.deleteLater()
            self._job = None
        if self._waiting:
            self._begin()
        else:
            self.ended.emit()

    @Slot()
    def _on_cancelled(self) -> None:
        self._end()
        self.cancelled.emit()

    def _on_failed(self, error: EditorError) -> None:
        self._waiting.clear()
        self._end()
        self.failed.emit(error)


def progress_words(step: AddingProgress) -> str:
    """Return how far photos are, in words."""
    if step.total == 1:
        return f"Reading “{step.name}”…"
    return f"Adding photo {step.done + 1:,} of {step.total:,}: {step.name}"


def _steps(
    session: EditingSession, pictures: Sequence[Picture]
) -> Generator[AddingProgress, None, AddedPhotos]:
    """Look into folders, then take everything in."""
    files = [file for picture in pictures for file in _files(session, picture)]
    return (yield from add_photos(session.library, files))


def _files(session: EditingSession, picture: Picture) -> list[PhotoFile]:
    if isinstance(picture, Path):
        paths = photos_below(picture) if picture.is_dir() else [picture]
        return [PhotoFile(name=path.name, add=partial(session.add_photo, path)) for path in paths]
    if isinstance(picture, QImage):
        return [PhotoFile(name=_PASTED, add=lambda: session.add_photo(as_png(picture)))]
    return [PhotoFile(name=_PASTED, add=partial(session.add_photo, picture))]
