"""When backups are made of themselves, and where: soon after the start, and as work goes on."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Protocol

from editor_app.editing.autosave import Timer
from editor_app.errors import EditorError
from editor_app.store.backups.archive import Occasion
from editor_app.store.backups.keeping import EVERY, keep_backup, own_place
from editor_app.store.errors import BackupError
from editor_app.store.library import Library

SOON = 20.0  # seconds after the window can be used: nobody waits for it
_TOO_OLD = timedelta(days=7)  # for a second place that nothing was copied to


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupReport:
    """What came of one round of backups.

    ``errors`` went wrong; listeners are told those that were not said before. ``missing`` is the
    second place, if it was not there; ``copied_at`` is when it was seen to have everything.
    """

    made: tuple[Path, ...] = ()
    errors: tuple[EditorError, ...] = ()
    missing: Path | None = None
    copied_at: datetime | None = None


class Run(Protocol):
    """Does work on a thread and calls back in the window's thread with how it went."""

    def __call__(
        self,
        work: Callable[[], BackupReport],
        *,
        then: Callable[[BackupReport], None],
        failed: Callable[[EditorError], None],
    ) -> object:
        """Start work."""


class Upkeep:
    """Makes the automatic backups of one library, one round at a time.

    A round goes to the library's own place and then to the second one, if there is one. It makes
    nothing where nothing changed. A round that is asked for while another is under way follows it.
    What cannot be done is reported once, until it could be done again.
    """

    def __init__(
        self,
        library: Library,
        *,
        second: Callable[[], Path | None],
        later: Callable[[], Timer],
        run: Run,
    ) -> None:
        self._library, self._second, self._run = library, second, run
        self._timer = later()
        self._waiting: list[tuple[Occasion, Callable[[BackupReport], None]]] = []
        self._is_running = False
        self._is_ended = False
        self._said: frozenset[str] = frozenset()
        self._listeners: list[Callable[[BackupReport], None]] = []

    @property
    def is_running(self) -> bool:
        """Whether a round is under way."""
        return self._is_running

    def places(self) -> tuple[Path, ...]:
        """Return where the backups lie: the library's own place, and the second one."""
        own, second = own_place(self._library), self._second()
        return (own,) if second is None else (own, place_in(second, self._library.folder))

    def subscribe(self, listener: Callable[[BackupReport], None]) -> Callable[[], None]:
        """Call listener after each round; return what ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def begin(self, *, soon: float = SOON) -> None:
        """Make the first backup soon, and another after every half hour of work."""
        self._timer.start(soon, self._on_time)

    def end(self) -> None:
        """Make no more; what is under way stops at its next step and leaves nothing behind."""
        self._is_ended = True
        self._waiting.clear()
        self._timer.cancel()

    def back_up(
        self, occasion: Occasion, *, then: Callable[[BackupReport], None] = lambda _report: None
    ) -> None:
        """Back up what changed, then call with what came of it, whether that went well or not."""
        self._waiting.append((occasion, then))
        self._go_on()

    def _on_time(self) -> None:
        self._timer.start(EVERY.total_seconds(), self._on_time)
        self.back_up(Occasion.AUTOMATIC)

    def _go_on(self) -> None:
        if self._is_running or self._is_ended or not self._waiting:
            return
        occasion, then = self._waiting.pop(0)
        self._is_running = True
        second = self._second()
        self._run(
            lambda: self._round(second, occasion),
            then=lambda report: self._on_done(report, then),
            failed=lambda error: self._on_done(BackupReport(errors=(error,)), then),
        )

    def _on_done(self, report: BackupReport, then: Callable[[BackupReport], None]) -> None:
        self._is_running = False
        then(report)
        news = self._unsaid(report)
        for listener in tuple(self._listeners):
            listener(news)
        self._go_on()

    def _unsaid(self, report: BackupReport) -> BackupReport:
        """Return a report without what was said before."""
        errors = tuple(one for one in report.errors if str(one) not in self._said)
        self._said = frozenset(str(one) for one in report.errors)
        return BackupReport(
            made=report.made, errors=errors, missing=report.missing, copied_at=report.copied_at
        )

    # ------------------------------------------------------------ on a thread

    def _round(self, second: Path | None, occasion: Occasion) -> BackupReport:
        made: list[Path] = []
        errors: list[EditorError] = []
        self._keep(own_place(self._library), occasion, made, errors)
        if second is None:
            return BackupReport(made=tuple(made), errors=tuple(errors))
        if not second.is_dir():
            return BackupReport(made=tuple(made), errors=tuple(errors), missing=second)
        failed_before = len(errors)
        self._keep(place_in(second, self._library.folder), occasion, made, errors)
        is_done = len(errors) == failed_before
        return BackupReport(
            made=tuple(made),
            errors=tuple(errors),
            copied_at=self._library.clock() if is_done else None,
        )

    def _keep(
        self, place: Path, occasion: Occasion, made: list[Path], errors: list[EditorError]
    ) -> None:
        try:
            path = keep_backup(self._library, place, occasion=occasion, check=self._check)
        except EditorError as error:
            errors.append(error)
        else:
            made.extend([path] if path else [])

    def _check(self) -> None:
        if self._is_ended:
            message = "The backup was stopped because the window was closed."
            raise BackupError(message, hint="The next start makes one.")


def place_in(second: Path, library: Path) -> Path:
    """Return the folder in a second place that is for one library: others may be kept there."""
    mark = sha256(str(library.resolve()).encode(errors="surrogateescape")).hexdigest()[:6]
    return second / f"{library.name}-backups-{mark}"


def is_too_old(copied_at: datetime | None, now: datetime) -> bool:
    """Return whether the second place has been lacking what is new for more than a week."""
    return copied_at is not None and now - copied_at > _TOO_OLD
