"""What the window of backups does when it is asked to."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from editor_app.background.progress import Job
from editor_app.editing.upkeep import BackupReport, Upkeep
from editor_app.errors import EditorError
from editor_app.store.backups.archive import Occasion
from editor_app.store.backups.restoring import newest_kept_state, restore, undo_restore
from editor_app.store.verify import VerifyProgress
from editor_app.ui.backups.restarting import do_while_closed, new_folder_for
from editor_app.ui.backups.testing import LibraryTest
from editor_app.ui.backups.window import BackupsWindow
from editor_app.ui.backups.words import (
    BackupRow,
    Shelf,
    read_rows,
    restore_question,
    restored_words,
)
from editor_app.ui.history.words import moment_words
from editor_app.ui.messages import Choice, Tone, ask
from editor_app.ui.window import MainWindow
from editor_app.ui.wiring_desk import Desk
from editor_app.ui.wiring_files import open_library

SECOND = "second-backup-place"
COPIED_AT = "second-backup-copied-at"


class BackupsAtWork:
    """The commands of the window of backups, over the library, its upkeep and its places."""

    def __init__(
        self, window: MainWindow, desk: Desk, upkeep: Upkeep, mended: Callable[[], None]
    ) -> None:
        self._window, self._desk, self._upkeep = window, desk, upkeep
        self._mended = mended
        self._shown: BackupsWindow | None = None
        upkeep.subscribe(lambda _report: self.read())

    def show(self) -> None:
        """Open the window, or bring it forward."""
        if self._shown is None:
            self._shown = self._made()
        self._shown.show()
        self._shown.raise_()
        self._shown.activateWindow()
        self.read()

    def read(self) -> None:
        """Read the places again, on a thread, if the window is open."""
        if self._shown is None or not self._shown.isVisible():
            return
        places, folder = self._upkeep.places(), self._desk.library.folder

        def read() -> Shelf:
            shelf = read_rows(places)
            can_undo = newest_kept_state(folder) is not None
            return Shelf(rows=shelf.rows, problems=shelf.problems, can_undo=can_undo)

        self._desk.background.run(read, then=self._on_read, failed=self._window.notices.show_error)

    def back_up_now(self) -> None:
        """Save what is written, then back up at once."""
        try:
            self._desk.session.leave()
        except EditorError as error:
            self._window.notices.show_error(error)
            return
        self._say("Backing up…")
        self._upkeep.back_up(Occasion.ASKED, then=self._on_backed_up)

    def ask_to_restore(self, row: BackupRow) -> None:
        """Say what bringing a backup back means, and do it if that is wanted."""
        question, detail = restore_question(row, now=self._desk.clock())
        act = partial(self._restore, row.backup.path)
        ask(self._parent(), question, detail=detail, yes=Choice(words="Bring it back", act=act))

    def ask_to_undo(self) -> None:
        """Say what undoing the last restore means, and do it if that is wanted."""
        ask(
            self._parent(),
            "Bring back the state from before the last restore?",
            detail="What was written since is kept too: undoing again brings it back. The window "
            "closes for a moment and opens again.",
            yes=Choice(words="Undo the restore", act=self._undo),
        )

    def choose_second_place(self) -> None:
        """Ask for a folder on another disk, which gets a copy of every backup."""
        folder = self._desk.memory.text(SECOND) or str(Path("~").expanduser())
        dialog = QFileDialog(self._parent(), "A second place for backups", folder)
        dialog.setObjectName("secondPlaceFolder")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda chosen: self.take_second_place(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take_second_place(self, folder: Path) -> None:
        """Copy every backup to a folder from now on, beginning at once."""
        own = self._desk.library.folder.resolve()
        if folder.resolve() == own or own in folder.resolve().parents:
            error = EditorError(
                "The second place lies in the library itself, and would be lost with it.",
                hint="Choose a folder on another disk.",
            )
            self._window.notices.show_error(error)
            return
        self._desk.memory.keep_text(SECOND, str(folder))
        self._desk.memory.keep_text(COPIED_AT, "")
        self._desk.memory.write()
        self._say("Copying to the second place…")
        self._upkeep.back_up(Occasion.AUTOMATIC, then=self._on_backed_up)
        self.read()

    def choose_file_to_open(self) -> None:
        """Ask for a file with a whole library in it, then open that in a folder of its own."""
        folder = self._desk.memory.text("backup-folder")
        dialog = QFileDialog(self._parent(), "Open a library from a file", folder, "*.zip")
        dialog.setObjectName("wholeLibraryFile")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda chosen: self.open_from(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def open_from(self, file: Path) -> None:
        """Unpack a file into a new folder beside this library, and open it in another window."""
        folder = new_folder_for(file, self._desk.library.folder.parent)
        clock = self._desk.clock
        self._say("Opening the file…")

        def done(_: object) -> None:
            self._say("")
            open_library(folder)

        self._desk.background.run(
            lambda: restore(folder, file, clock=clock), then=done, failed=self._on_failed
        )

    def test(self) -> LibraryTest:
        """Test the library while the window goes on, and show what was found."""
        job = Job(self._desk.background, parent=self._window)
        test = LibraryTest(self._desk, self._upkeep.places(), job, parent=self._window)
        test.mended.connect(self._mended)
        test.show()
        test.begin()
        return test

    def test_quietly(self) -> LibraryTest:
        """Test the library after an unclean end; what was found is offered, not pushed."""
        job = Job(self._desk.background, parent=self._window)
        test = LibraryTest(self._desk, self._upkeep.places(), job, parent=self._window)
        test.mended.connect(self._mended)
        show = self._window.status.show_hint
        job.progressed.connect(lambda step: show(_tested_words(step), is_lasting=True))
        test.ended.connect(lambda: self._on_tested_quietly(test))
        test.begin()
        return test

    # ------------------------------------------------------------ inside

    def _made(self) -> BackupsWindow:
        made = BackupsWindow(self._window)
        made.back_up_requested.connect(self.back_up_now)
        made.restore_requested.connect(self.ask_to_restore)
        made.undo_requested.connect(self.ask_to_undo)
        made.second_place_requested.connect(self.choose_second_place)
        made.save_requested.connect(self._window.actions_.back_up.trigger)
        made.open_requested.connect(self.choose_file_to_open)
        made.test_requested.connect(self.test)
        return made

    def _parent(self) -> MainWindow | BackupsWindow:
        return self._shown if self._shown is not None else self._window

    def _say(self, words: str) -> None:
        self._window.status.show_hint(words, is_lasting=bool(words))
        if self._shown is not None:
            self._shown.show_work(words)

    def _on_read(self, shelf: Shelf) -> None:
        if self._shown is None:
            return
        self._shown.show_shelf(shelf, now=self._desk.clock())
        self._shown.show_second_place(self._second_words())

    def _second_words(self) -> str:
        place = self._desk.memory.text(SECOND)
        if not place:
            return "A second place on another disk keeps your work when this disk breaks."
        is_there = "" if Path(place).is_dir() else " It is not connected now."
        copied = copied_at(self._desk)
        if copied is None:
            return f"Second place: {place}.{is_there} Nothing was copied there yet."
        moment = moment_words(copied, now=self._desk.clock())
        return f"Second place: {place}.{is_there} Last seen up to date: {moment}."

    def _on_backed_up(self, report: BackupReport) -> None:
        self._say("")
        self.read()
        if report.errors:
            self._window.notices.show_error(report.errors[0])
        elif report.made:
            self._window.notices.show_notice(
                "The library was backed up and the copy was tested.", tone=Tone.GOOD
            )
        elif report.missing is None:
            self._window.notices.show_notice("Nothing changed since the newest backup.")

    def _on_failed(self, error: EditorError) -> None:
        self._say("")
        self._window.notices.show_error(error)

    def _on_tested_quietly(self, test: LibraryTest) -> None:
        self._window.status.show_hint("")
        if test.isVisible():
            return
        if not test.has_problems:
            self._window.status.show_hint("Standfirst was ended by force; nothing is damaged")
            test.close()
            return
        self._window.notices.show_notice(
            f"Standfirst was ended by force the last time. {test.lead.text()}",
            tone=Tone.WARNING,
            choices=[Choice(words="Show…", act=test.show)],
        )

    def _restore(self, file: Path) -> None:
        folder, clock = self._desk.library.folder, self._desk.clock

        def work() -> str:
            return restored_words(restore(folder, file, clock=clock), now=clock())

        self._while_closed(work)

    def _undo(self) -> None:
        folder, clock = self._desk.library.folder, self._desk.clock

        def work() -> str:
            undo_restore(folder, clock=clock)
            return "The last restore was undone. What there was before this is kept as well."

        self._while_closed(work)

    def _while_closed(self, work: Callable[[], str]) -> None:
        folder = self._desk.library.folder
        do_while_closed(self._window, self._desk.memory, work, start=lambda: open_library(folder))


def _tested_words(step: VerifyProgress) -> str:
    return f"Standfirst was ended by force; testing: {100 * step.done // max(1, step.total)} %"


def copied_at(desk: Desk) -> datetime | None:
    """Return when the second place was last seen to have everything."""
    found = desk.memory.text(COPIED_AT)
    try:
        moment = datetime.fromisoformat(found) if found else None
    except ValueError:
        return None
    return moment if moment is None or moment.tzinfo is not None else None
