"""What looks after the library while the window is open: backups, damage, the disk.

Nothing of it is made before the window is in use, and nothing of it waits for an answer.
"""

import shutil
from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from editor_app.background.progress import Job
from editor_app.background.timers import QtTimer, QtTimers
from editor_app.editing.changes import Change, ChangeKind
from editor_app.errors import EditorError
from editor_app.store.errors import StoreError
from editor_app.ui.messages import Choice, Tone
from editor_app.ui.window import MainWindow
from editor_app.ui.wiring_desk import Desk
from editor_app.ui.wiring_items import ItemCommands

if TYPE_CHECKING:
    from editor_app.editing.upkeep import BackupReport, Upkeep
    from editor_app.export.finishing import Finished
    from editor_app.ui.backups.at_work import BackupsAtWork
    from editor_app.ui.backups.offering import Offers

_SOON = 20.0  # seconds after the window can be used: nobody waits for it
_LEAST_FREE = 200 * 1024 * 1024  # bytes; where there is less, no reserve is laid in


class Keeper(QObject):
    """Makes what looks after the library, when the window has been in use for a while."""

    def __init__(self, window: MainWindow, desk: Desk, items: ItemCommands) -> None:
        super().__init__(window)
        self._window, self._desk, self._items = window, desk, items
        self._upkeep: Upkeep | None = None
        self._at_work: BackupsAtWork | None = None
        self._has_said_missing = False
        self._timer = QtTimer(self)
        self._offers: Offers | None = None
        window.actions_.backups.triggered.connect(lambda: self.at_work().show())
        window.notices.error_shown.connect(self._on_error)
        window.call_after_closing(self._end)

    def begin(self, *, soon: float) -> None:
        """Begin in so many seconds; what that needs is imported on a thread."""
        self._tell_of_the_last_start()
        self._timer.start(soon, self._import)

    def upkeep(self) -> "Upkeep":
        """Return what makes the backups."""
        if self._upkeep is None:
            from editor_app.editing.upkeep import Upkeep  # noqa: PLC0415 - costs a start

            self._upkeep = Upkeep(
                self._desk.library,
                second=self._second,
                later=QtTimers(self._desk.background),
                run=self._desk.background.run,
            )
            self._upkeep.subscribe(self._on_round)
        return self._upkeep

    def at_work(self) -> "BackupsAtWork":
        """Return what works in the window of backups."""
        if self._at_work is None:
            from editor_app.ui.backups.at_work import BackupsAtWork  # noqa: PLC0415 - costs a start

            self._at_work = BackupsAtWork(
                self._window, self._desk, self.upkeep(), self._items.show_list_anew
            )
        return self._at_work

    def before_many(self, work: Callable[[], None]) -> None:
        """Back up what there is, then do work that changes much."""
        from editor_app.store.backups.archive import Occasion  # noqa: PLC0415 - costs a start

        self.upkeep().back_up(Occasion.BEFORE_CHANGE, then=lambda _report: work())

    def offers(self) -> "Offers":
        """Return what offers to bring back what is damaged."""
        if self._offers is None:
            from editor_app.ui.backups.offering import Offers  # noqa: PLC0415 - costs a start

            places = self.upkeep().places
            self._offers = Offers(self._window, self._desk, places, self._open_anew)
        return self._offers

    # ------------------------------------------------------------ when the time has come

    def _test_first(self) -> None:
        """Back up only what was found whole: a damaged library cannot be, and that has its say."""
        test = self.at_work().test_quietly()
        test.ended.connect(lambda: None if test.has_problems else self._on_found_whole())
        test.mended.connect(lambda: self.upkeep().begin(soon=0))

    def _on_found_whole(self) -> None:
        from editor_app.store.unclaimed import (  # noqa: PLC0415 - only after an unclean end
            lay_aside_unclaimed,
        )

        self.upkeep().begin(soon=0)
        job = Job(self._desk.background, parent=self)
        steps = lay_aside_unclaimed(self._desk.library, self.upkeep().places())
        job.run(steps, then=lambda _number: None, failed=self._window.notices.show_error)

    def _finish_exports(self) -> None:
        """Finish an export that was cut off; nobody need export again for that."""
        from editor_app.export.finishing import finish_exports  # noqa: PLC0415 - costs a start

        library = self._desk.library
        self._desk.background.run(
            lambda: finish_exports(library),
            then=self._tell_of_exports,
            failed=self._window.notices.show_error,
        )

    def _tell_of_exports(self, finished: "Finished") -> None:
        for error in finished.errors[:1]:
            self._window.notices.show_error(error)
        for folder in finished.folders[:1]:
            self._window.notices.show_notice(
                f"The export to {folder} was cut off the last time. It is finished now.",
                tone=Tone.NOTE,
            )

    def _import(self) -> None:
        self._desk.background.run(
            lambda: import_module("editor_app.editing.upkeep"),
            then=lambda _: self._begin(),
            failed=self._window.notices.show_error,
        )

    def _begin(self) -> None:
        if self._desk.library.was_left_open:
            self._test_first()
        else:
            self.upkeep().begin(soon=0)
        self._finish_exports()
        self._look_for_faults()
        self._look_round()
        self._desk.session.subscribe(self._on_change)
        draft = self._desk.session.draft
        if draft is not None and draft.item.version:
            self.offers().look_at_photos(draft.item.id)

    def lay_in_reserve(self) -> None:
        """Put by some room for the day on which the disk is full, on a thread."""
        library = self._desk.library

        def lay_in() -> bool:
            try:
                is_ample = shutil.disk_usage(library.folder).free >= _LEAST_FREE
            except OSError:
                return False
            return is_ample and library.ballast.lay_in()

        self._desk.background.run(
            lay_in, then=lambda _: None, failed=self._window.notices.show_error
        )

    def _look_round(self) -> None:
        from editor_app.ui.backups.neighbours import Neighbours  # noqa: PLC0415 - costs a start

        Neighbours(self._window, self._desk, self._items).look()

    def _look_for_faults(self) -> None:
        """Say that the program was ended by a fault the last time, and forget old reports."""
        from editor_app.store.reports import (  # noqa: PLC0415 - costs a start
            forget_old_reports,
            take_faults,
        )

        folder, now = self._desk.library.folder, self._desk.clock()

        def look() -> list[Path]:
            taken = take_faults(folder, now)
            forget_old_reports(folder, now)
            return taken

        self._desk.background.run(
            look, then=self._tell_of_faults, failed=self._window.notices.show_error
        )

    def _tell_of_faults(self, taken: list[Path]) -> None:
        if taken:
            self._window.notices.show_notice(
                "Standfirst came to a sudden end the last time, by a mistake in the program or the "
                f"system. What is known of it lies in {taken[-1]}.",
                tone=Tone.WARNING,
            )

    def _end(self) -> None:
        self._timer.cancel()
        if self._upkeep is not None:
            self._upkeep.end()

    def _on_change(self, change: Change) -> None:
        if change.kind is ChangeKind.OPENED and change.draft and change.draft.item.version:
            self.offers().look_at_photos(change.draft.item.id)

    def _on_error(self, error: EditorError) -> None:
        if isinstance(error, StoreError):
            self.offers().hear(error)

    def _open_anew(self, item_id: str) -> None:
        self._items.show_list_anew()
        self._items.open(item_id)

    # ------------------------------------------------------------ what is said

    def _tell_of_the_last_start(self) -> None:
        """Say what became of a restore: the window that began it is closed."""
        if words := self._desk.memory.text("told-at-the-start"):
            self._desk.memory.keep_text("told-at-the-start", "")
            self._window.notices.show_notice(words, tone=Tone.NOTE)

    def _on_round(self, report: "BackupReport") -> None:
        from editor_app.editing.upkeep import is_too_old  # noqa: PLC0415 - costs a start
        from editor_app.ui.backups.at_work import COPIED_AT, copied_at  # noqa: PLC0415 - the same

        self.lay_in_reserve()  # it may have been used, and there may be room again
        if report.copied_at is not None:
            self._desk.memory.keep_text(COPIED_AT, report.copied_at.isoformat())
        choices = [Choice(words="Backups…", act=lambda: self.at_work().show())]
        if report.errors:
            self._tell_failure(report.errors[0], choices)
        elif report.missing is not None and not self._has_said_missing:
            self._has_said_missing = True
            copied = copied_at(self._desk)
            if copied is not None and is_too_old(copied, self._desk.clock()):
                days = (self._desk.clock() - copied).days
                self._window.notices.show_notice(
                    f"Nothing was copied to the second place for backups for {days} days: "
                    f"“{report.missing}” is not connected.",
                    tone=Tone.WARNING,
                    choices=choices,
                )
            else:
                words = "The second place for backups is not connected"
                self._window.status.show_hint(words)

    def _tell_failure(self, error: EditorError, choices: list[Choice]) -> None:
        self._window.notices.show_notice(
            f"No backup could be made. {error}", tone=Tone.DANGER, choices=choices
        )

    def _second(self) -> Path | None:
        found = self._desk.memory.text("second-backup-place")
        return Path(found) if found else None


def connect_upkeep(
    window: MainWindow, desk: Desk, items: ItemCommands, *, soon: float = _SOON
) -> Keeper:
    """Let the library be looked after once the window is in use."""
    keeper = Keeper(window, desk, items)
    window.call_when_shown(partial(keeper.begin, soon=soon))
    return keeper
