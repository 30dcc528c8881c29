"""When the words on the desk are saved, and what is said about it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from editor_app.editing.changes import Change, ChangeKind
from editor_app.editing.saving import Snapshot, save_snapshot
from editor_app.editing.session import EditingSession
from editor_app.errors import EditorError
from editor_app.model.item import NewsItem
from editor_app.store.errors import SaveConflictError

PAUSE = 0.8  # seconds without a key
LIMIT = 2.0  # seconds with keys: what may be lost is 3 s, which leaves one for a slow disk
_FIRST_RETRY = 1.0
_LONGEST_RETRY = 30.0


class Timer(Protocol):
    """Calls back once, later; starting it again puts the call off."""

    def start(self, seconds: float, callback: Callable[[], None]) -> None:
        """Call back after so many seconds, in the window's thread."""

    def cancel(self) -> None:
        """Do not call back."""


class Running(Protocol):
    """Work that was given to a thread."""

    def finish(self) -> None:
        """Wait for the work and call back here and now, if that was not done yet."""


class Run(Protocol):
    """Does work on a thread and calls back in the window's thread with how it went."""

    def __call__(
        self,
        work: Callable[[], NewsItem],
        *,
        then: Callable[[NewsItem], None],
        failed: Callable[[EditorError], None],
    ) -> Running:
        """Start work."""


class SaveState(StrEnum):
    """Where the words on the desk are."""

    SAVED = "saved"  # in the library, or there are none
    UNSAVED = "unsaved"  # soon to be saved
    SAVING = "saving"
    FAILED = "failed"  # only on the desk: see the message


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveReport:
    """What the status bar says: the state, since when it is saved, what went wrong.

    ``is_on_reserve`` says that the disk is full and the words took the last room there was.
    """

    state: SaveState
    saved_at: datetime | None = None
    message: str = ""
    hint: str = ""
    is_on_reserve: bool = False


class Autosave:
    """Saves the session's words after a pause in typing, and after a limit without one.

    *Saved* is reported after the library said so, never before. A save that fails leaves the words
    on the desk, stays visible until a save succeeds, and is tried again after growing pauses.
    Words that met a newer version in the library are kept as an item of their own.
    """

    def __init__(
        self,
        session: EditingSession,
        *,
        later: Callable[[], Timer],
        run: Run,
        pause: float = PAUSE,
        limit: float = LIMIT,
    ) -> None:
        self._session = session
        self._run = run
        self._pause, self._limit = pause, limit
        self._pause_timer, self._limit_timer, self._retry_timer = later(), later(), later()
        self._is_waiting = False
        self._is_due = False  # a save came due while another was under way
        self._is_ended = False
        self._running: Running | None = None
        self._retry_after = _FIRST_RETRY
        self._report = SaveReport(state=SaveState.SAVED)
        self._listeners: list[Callable[[SaveReport], None]] = []
        session.subscribe(self._on_change)
        session.call_before_leaving(self.save_now)

    @property
    def report(self) -> SaveReport:
        """Where the words are now."""
        return self._report

    @property
    def state(self) -> SaveState:
        """The state of `report`."""
        return self._report.state

    def subscribe(self, listener: Callable[[SaveReport], None]) -> Callable[[], None]:
        """Call listener whenever the report changes; return what ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def save_now(self) -> None:
        """Save all words before returning: on Ctrl+S, before an export, on leaving the item.

        Raises:
            EditorError: they could not be saved; they are still on the desk.
        """
        self._stop_waiting()
        if self._running is not None:
            self._running.finish()
        if (snapshot := self._session.snapshot()) is None:
            self._say_where_the_words_are()
            return
        self._say(SaveState.SAVING)
        try:
            saved = save_snapshot(self._session.library, snapshot)
        except SaveConflictError as error:
            self._keep_as_copy(error)
        except EditorError as error:
            self._on_failed(error)
            raise
        else:
            self._on_saved(snapshot, saved)

    def save_soon(self) -> None:
        """Start saving on a thread without waiting: when the window loses the focus."""
        self._stop_waiting()
        if self._is_ended:
            return
        if self._running is not None:
            self._is_due = True  # what was typed since is saved as soon as this one is done
            return
        if (snapshot := self._session.snapshot()) is None:
            self._say_where_the_words_are()
            return
        self._say(SaveState.SAVING)
        library = self._session.library
        self._running = self._run(
            lambda: save_snapshot(library, snapshot),
            then=lambda saved: self._on_saved(snapshot, saved),
            failed=self._on_failed_on_thread,
        )

    def end(self) -> None:
        """Save no more: the window was closed, and what could not be saved was asked about."""
        self._is_ended = True
        self._stop_waiting()

    # ------------------------------------------------------------ what happens

    def _on_change(self, change: Change) -> None:
        if change.kind in {ChangeKind.FIELDS, ChangeKind.BODY, ChangeKind.REPLACED}:
            self._on_edited()
        elif change.kind in {ChangeKind.OPENED, ChangeKind.CLOSED}:
            self._stop_waiting()
            self._retry_after = _FIRST_RETRY
            self._say(SaveState.SAVED)

    def _on_edited(self) -> None:
        if self.state is SaveState.FAILED:
            return  # the next try takes these words along
        if not self._session.is_dirty and self._running is None:
            self._stop_waiting()
            self._say_where_the_words_are()
            return
        self._pause_timer.start(self._pause, self.save_soon)
        if not self._is_waiting:
            self._is_waiting = True
            self._limit_timer.start(self._limit, self.save_soon)
        self._say(SaveState.UNSAVED)

    def _on_saved(self, snapshot: Snapshot, saved: NewsItem) -> None:
        self._running = None
        self._retry_after = _FIRST_RETRY
        self._session.accept(snapshot, saved)
        is_due, self._is_due = self._is_due, False
        if is_due:
            self.save_soon()
            return
        self._say_where_the_words_are()
        if self._session.is_dirty:
            self._on_edited()

    def _on_failed_on_thread(self, error: EditorError) -> None:
        self._running, self._is_due = None, False
        if not isinstance(error, SaveConflictError):
            self._on_failed(error)
            return
        try:
            self._keep_as_copy(error)
        except EditorError:
            return  # said and to be tried again, by `_keep_as_copy`

    def _on_failed(self, error: EditorError) -> None:
        self._stop_waiting()
        self._say(SaveState.FAILED, error)
        self._retry_timer.start(self._retry_after, self.save_soon)
        self._retry_after = min(self._retry_after * 2, _LONGEST_RETRY)

    def _keep_as_copy(self, conflict: SaveConflictError) -> None:
        try:
            self._session.keep_as_copy()
        except EditorError as error:
            self._on_failed(error)
            raise error from conflict
        self._retry_after = _FIRST_RETRY
        self._say_where_the_words_are()

    # ------------------------------------------------------------ inside

    def _stop_waiting(self) -> None:
        self._is_waiting = self._is_due = False
        self._pause_timer.cancel()
        self._limit_timer.cancel()
        self._retry_timer.cancel()

    def _say_where_the_words_are(self) -> None:
        self._say(SaveState.UNSAVED if self._session.is_dirty else SaveState.SAVED)

    def _say(self, state: SaveState, error: EditorError | None = None) -> None:
        report = SaveReport(
            state=state,
            saved_at=self._session.saved_at,
            message=error.message if error else "",
            hint=error.hint if error else "",
            is_on_reserve=self._session.library.ballast.was_used,
        )
        if report == self._report:
            return
        self._report = report
        for listener in tuple(self._listeners):
            listener(report)
