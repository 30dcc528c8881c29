"""The trash of the photos: into it, out of it, and emptied, with what stays and why."""

from collections.abc import Callable, Generator, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from editor_app.background.progress import Job
from editor_app.background.threads import Background
from editor_app.errors import EditorError
from editor_app.store.library import Library
from editor_app.store.photo_query import (
    PhotoFilter,
    PhotoQuery,
    PhotoSummary,
    SweepProgress,
    SweepReport,
)
from editor_app.ui.messages import Choice, Tone
from editor_app.ui.photos.browser_sweep import SweepQuestion
from editor_app.ui.photos.browser_words import emptied_words, photos_words, trashed_words

if TYPE_CHECKING:
    from editor_app.ui.photos.browser import PhotoBrowser

_PAGE = 1_000
_EMPTYING = "Looking through the earlier versions of all items…"


class TrashCommands(QObject):
    """Moves photos into the trash and back, and deletes what nothing shows any more.

    ``save`` is called first each time, so that what the open item shows is known.

    Signals:
        changed: Photos are in the trash that were not, or the other way round.
    """

    changed = Signal()

    def __init__(
        self,
        browser: "PhotoBrowser",
        library: Library,
        background: Background,
        save: Callable[[], None],
    ) -> None:
        super().__init__(browser)
        self._browser = browser
        self._shelf = library.photo_shelf
        self._background = background
        self._save = save
        self._job: Job | None = None
        browser.parts.work.cancel_requested.connect(self._on_cancel)

    def trash(self, srcs: Sequence[str]) -> None:
        """Move photos to the trash; those that an item shows stay."""
        if srcs and self._try(self._save):
            self._background.run(
                partial(self._shelf.trash, tuple(srcs)), then=self._on_trashed, failed=self._fail
            )

    def restore(self, srcs: Sequence[str]) -> None:
        """Take photos out of the trash."""
        if srcs and self._try(lambda: self._shelf.restore(srcs)):
            verb = "is" if len(srcs) == 1 else "are"
            words = f"{photos_words(len(srcs))} {verb} out of the trash."
            self._browser.parts.notices.show_notice(words, tone=Tone.GOOD)
            self.changed.emit()

    @Slot()
    def ask_about_unused(self) -> None:
        """Show which photos no item shows, to be moved to the trash."""
        if self._try(self._save):
            self._try(self._ask_about_unused)

    def _ask_about_unused(self) -> None:
        unused = self._all(PhotoFilter.UNUSED)
        if not unused:
            self._browser.parts.notices.show_notice("Every photo is used in an item.")
            return
        stay = self._shelf.count(PhotoQuery()) - len(unused)
        question = SweepQuestion(unused, is_for_good=False, stay=stay, parent=self._browser)
        question.agreed.connect(lambda: self.trash([photo.src for photo in unused]))
        question.open()

    @Slot()
    def ask_about_trash(self) -> None:
        """Show what lies in the trash, to be deleted."""
        if self._job is None:
            self._try(self._ask_about_trash)

    def _ask_about_trash(self) -> None:
        lying = self._all(PhotoFilter.TRASHED)
        if not lying:
            return
        question = SweepQuestion(lying, is_for_good=True, stay=0, parent=self._browser)
        question.agreed.connect(self._empty)
        question.open()

    def _empty(self) -> None:
        if not self._try(self._save):
            return
        job = self._job = Job(self._background, parent=self)
        job.progressed.connect(self._on_progress)
        job.cancelled.connect(self._on_cancelled)
        self._browser.parts.work.show_progress(_EMPTYING, done=0, total=0)
        steps: Generator[SweepProgress, None, SweepReport] = self._shelf.empty_trash()
        job.run(steps, then=self._on_emptied, failed=self._on_failed)

    def _on_trashed(self, report: SweepReport) -> None:
        gone = report.gone
        choices = [Choice(words="Undo", act=lambda: self.restore(gone))] if gone else []
        tone = Tone.GOOD if gone else Tone.NOTE
        self._browser.parts.notices.show_notice(trashed_words(report), tone=tone, choices=choices)
        self.changed.emit()

    def _on_emptied(self, report: SweepReport) -> None:
        self._end()
        tone = Tone.GOOD if report.gone else Tone.NOTE
        self._browser.parts.notices.show_notice(emptied_words(report), tone=tone)
        self.changed.emit()

    @Slot(object)
    def _on_progress(self, step: SweepProgress) -> None:
        self._browser.parts.work.show_progress(_EMPTYING, done=step.done, total=step.total)

    @Slot()
    def _on_cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    @Slot()
    def _on_cancelled(self) -> None:
        self._end()
        self._browser.parts.notices.show_notice("Nothing was deleted.")

    def _on_failed(self, error: EditorError) -> None:
        self._end()
        self._fail(error)
        self.changed.emit()

    def _end(self) -> None:
        self._browser.parts.work.hide()
        if self._job is not None:
            self._job.deleteLater()
            self._job = None

    def _fail(self, error: EditorError) -> None:
        self._browser.parts.notices.show_error(error)

    def _try(self, work: Callable[[], None]) -> bool:
        try:
            work()
        except EditorError as error:
            self._fail(error)
            return False
        return True

    def _all(self, wanted: PhotoFilter) -> list[PhotoSummary]:
        """Return every photo that a filter lets pass."""
        found: list[PhotoSummary] = []
        query = PhotoQuery(filter=wanted, limit=_PAGE)
        while True:
            page = self._shelf.page(query)
            found += page
            if len(page) < _PAGE:
                return found
            query = replace(query, after=page[-1].cursor)
