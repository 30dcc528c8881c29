"""Checks the open item on a thread as it is written: one check runs, the newest waits."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from editor_app.editing.changes import Change, ChangeKind
from editor_app.editing.draft import Draft
from editor_app.errors import EditorError
from editor_app.store.library import Library
from editor_app.ui.wiring_desk import Desk

if TYPE_CHECKING:
    from editor_app.checks.engine import Checker
    from editor_app.checks.leaving import Judged
    from editor_app.store.examining import Surroundings
    from editor_app.store.exports import ExportRecord

_PAUSE = 120  # milliseconds after the last key
_ANOTHER_ITEM = frozenset({ChangeKind.OPENED, ChangeKind.CLOSED, ChangeKind.COPIED})
_ASK_AGAIN = _ANOTHER_ITEM | {ChangeKind.SAVED, ChangeKind.PHOTO, ChangeKind.REPLACED}


@dataclass(frozen=True, slots=True)
class CheckedItem:
    """What was found in an item as it was at one moment."""

    draft: Draft
    judged: "Judged"
    forced: "ExportRecord | None" = None  # its last export, where the checks held it back


@dataclass(frozen=True, slots=True, kw_only=True)
class _Question:
    """What is to be checked; ``round`` is another when the library may say something else."""

    draft: Draft
    round: int
    misspelt: int | None
    now: datetime


class _Judging:
    """Does the checking, in one thread at a time; what did not change is not looked at again."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._checker: Checker | None = None
        self._surroundings: Surroundings | None = None
        self._round = -1

    def answer(self, question: _Question) -> CheckedItem:
        """Check an item.

        Raises:
            StoreError: the library cannot be read.
        """
        from editor_app.checks.engine import Checker  # noqa: PLC0415 - no start waits for the rules
        from editor_app.checks.leaving import judged  # noqa: PLC0415 - as above
        from editor_app.store.examining import surroundings_of  # noqa: PLC0415 - as above

        item, body = question.draft.item, question.draft.body
        self._checker = self._checker or Checker()
        if self._surroundings is None or self._round != question.round:
            self._surroundings = surroundings_of(self._library, item)
            self._round = question.round
        examined = self._surroundings.examined(
            item, body, now=question.now, misspelt=question.misspelt
        )
        reasons = self._library.left_alone.of_item(item.id)
        last = self._library.exports.last(item.id)
        forced = last if last is not None and last.forced_reason else None
        return CheckedItem(question.draft, judged(self._checker.run(examined), reasons), forced)


class CheckRunner(QObject):
    """Checks what is on the desk after each change, once `start` was called.

    Signals:
        checked: The item was checked; carries a `CheckedItem`.
        failed: It could not be checked; carries the `EditorError`.
        cleared: No item is open.
    """

    checked = Signal(object)
    failed = Signal(object)
    cleared = Signal()

    def __init__(self, desk: Desk, parent: QObject, *, pause: int = _PAUSE) -> None:
        super().__init__(parent)
        self._desk, self._pause = desk, pause
        self._judging = _Judging(desk.library)
        self._misspelt: Callable[[Draft], int | None] = lambda _draft: None
        self._round = 0
        self._is_running = self._is_started = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._begin)

    @property
    def is_idle(self) -> bool:
        """Whether everything that was written is checked."""
        return not self._is_running and not self._timer.isActive()

    def start(self) -> None:
        """Check what lies on the desk, and from now on what changes there."""
        self._is_started = True
        self._timer.start(0)

    def stop(self) -> None:
        """Check nothing more, because the window closes."""
        self._is_started = False
        self._timer.stop()

    def count_misspelt(self, count: Callable[[Draft], int | None]) -> None:
        """Ask count how many words of an item are in no dictionary."""
        self._misspelt = count

    def hear(self, change: Change) -> None:
        """Take note of a change."""
        if change.kind in _ASK_AGAIN:
            self._round += 1
        if change.draft is None:
            self._timer.stop()
            self.cleared.emit()
        elif self._is_started:
            self._timer.start(0 if change.kind in _ANOTHER_ITEM else self._pause)

    @Slot()
    def look_again(self) -> None:
        """Check anew, because a reason, the house or a dictionary is another."""
        self._round += 1
        if self._is_started:
            self._timer.start(0)

    @Slot()
    def _begin(self) -> None:
        draft = self._desk.session.draft
        if draft is None or self._is_running or not self._is_started:
            return
        self._is_running = True
        question = _Question(
            draft=draft,
            round=self._round,
            misspelt=self._misspelt(draft),
            now=self._desk.clock(),
        )
        self._desk.background.run(
            lambda: self._judging.answer(question),
            then=lambda found: self._on_checked(question, found),
            failed=self._on_failed,
        )

    def _on_checked(self, question: _Question, found: CheckedItem) -> None:
        self._is_running = False
        now = self._desk.session.draft
        if now is None or not self._is_started:
            return
        is_newest = now is question.draft and self._round == question.round
        if not is_newest and not self._timer.isActive():
            self._timer.start(0)
        if now.item.id == found.draft.item.id:
            self.checked.emit(found)

    def _on_failed(self, error: EditorError) -> None:
        self._is_running = False
        self.failed.emit(error)
