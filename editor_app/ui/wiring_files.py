"""Files in and out: import, export, backup, another library."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QProcess, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from editor_app.errors import EditorError
from editor_app.media.endings import PICTURE_ENDINGS
from editor_app.model.identity import ItemId
from editor_app.ui.messages import Choice, Report, Tone
from editor_app.ui.window import MainWindow
from editor_app.ui.wiring_desk import Desk, attempt
from editor_app.ui.wiring_editing import show_export_state
from editor_app.ui.wiring_items import ItemCommands

if TYPE_CHECKING:
    from editor_app.intake.files import Imported

# What is imported inside the commands would cost every start a part of its time.
_TEXTS = "Texts (*.txt *.md *.markdown);;All files (*)"
Outcome = tuple[list["Imported"], list[EditorError]]


class FileCommands:
    """The commands of the File menu that read or write files.

    ``before_many`` does work that changes much, after whatever has to be done before.
    """

    def __init__(
        self,
        window: MainWindow,
        desk: Desk,
        items: ItemCommands,
        take_photos: Callable[[Sequence[Path]], None],
    ) -> None:
        self._window, self._desk, self._items = window, desk, items
        self._take_photos = take_photos
        self.before_many: Callable[[Callable[[], None]], None] = lambda work: work()

    def choose_imports(self) -> None:
        """Ask which files to bring in."""
        folder = self._desk.memory.text("import-folder")
        dialog = QFileDialog(self._window, "Import texts", folder, _TEXTS)
        dialog.setObjectName("importFilesDialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self.bring_in)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def bring_in(self, names: Sequence[str]) -> None:
        """Bring files in as drafts, on a thread, and open the last one."""
        from editor_app.intake.files import import_file  # noqa: PLC0415 - see above

        paths = [Path(name) for name in names]
        if photos := [path for path in paths if _holds_photos(path)]:
            self._take_photos(photos)
            paths = [path for path in paths if path not in photos]
        if not paths:
            return
        self._desk.memory.keep_text("import-folder", str(paths[0].parent))
        self._window.status.show_hint("Importing…", is_lasting=True)
        library, clock = self._desk.library, self._desk.clock

        def work() -> Outcome:
            done: list[Imported] = []
            failed: list[EditorError] = []
            for path in paths:
                try:
                    done.append(import_file(path, library=library, clock=clock))
                except EditorError as error:
                    failed.append(error)
            return done, failed

        def begin() -> None:
            self._desk.background.run(
                work, then=self._on_imported, failed=self._window.notices.show_error
            )

        if len(paths) > 1:
            self.before_many(begin)
        else:
            begin()

    def _on_imported(self, outcome: Outcome) -> None:
        done, failed = outcome
        self._window.status.show_hint("")
        self._items.show_list_anew()
        if done:
            self._items.open(done[-1].item.id)
        words = import_words(done, failed)
        lead = import_lead(done, failed)
        choices = [Choice(words="What was left out…", act=lambda: self._report(lead, words))]
        self._window.notices.show_notice(
            lead if not failed or done else str(failed[0]),
            tone=Tone.DANGER if failed else Tone.GOOD,
            choices=choices if words else (),
        )

    def _report(self, lead: str, words: str) -> None:
        Report("Import", lead=lead, words=words, parent=self._window).show()

    def back_up(self) -> None:
        """Ask where to, and write the whole library into one file, on a thread."""
        now = self._desk.clock()
        name = f"{self._desk.library.folder.name}-{now:%Y-%m-%d}.zip"
        place = Path(self._desk.memory.text("backup-folder") or Path("~").expanduser()) / name
        dialog = QFileDialog(self._window, "Back up the library", str(place), "Backups (*.zip)")
        dialog.setObjectName("backupFile")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("zip")
        dialog.selectFile(str(place))
        dialog.fileSelected.connect(lambda chosen: self._back_up_to(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _back_up_to(self, file: Path) -> None:
        from editor_app.store.backups.making import backup  # noqa: PLC0415 - see above

        self._desk.memory.keep_text("backup-folder", str(file.parent))
        if not _is_done(self._window, self._desk.session.leave):
            return
        self._window.status.show_hint("Backing up…", is_lasting=True)
        library = self._desk.library

        def done(path: Path) -> None:
            self._window.status.show_hint("")
            self._window.notices.show_notice(
                f"The library was backed up to {path} and the copy was tested.",
                tone=Tone.GOOD,
                choices=[Choice(words="Open folder", act=lambda: open_folder(path.parent))],
            )

        self._desk.background.run(
            lambda: backup(library, file), then=done, failed=self._window.notices.show_error
        )

    def choose_library(self) -> None:
        """Ask for another library's folder and open it in a window of its own."""
        dialog = QFileDialog(self._window, "Open another library")
        dialog.setObjectName("libraryFolder")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda chosen: open_library(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def export(self, chosen: Sequence[ItemId] = ()) -> None:
        """Save, then open the export dialog, with items that are chosen if there are any."""
        from editor_app.ui.export_dialog import (  # noqa: PLC0415 - see above
            ExportDialog,
            ExportDuties,
        )

        if not _is_done(self._window, self._desk.session.leave):
            return
        draft = self._desk.session.draft
        is_kept = draft is not None and draft.item.version > 0
        duties = ExportDuties(
            library=self._desk.library,
            background=self._desk.background,
            clock=self._desk.clock,
            memory=self._desk.memory,
        )
        dialog = ExportDialog(
            duties, item=draft.item if draft and is_kept else None, parent=self._window
        )
        dialog.item_requested.connect(self._items.open)
        dialog.exported.connect(self._on_exported)
        dialog.house_requested.connect(self._window.actions_.house.trigger)
        dialog.finished.connect(self._on_export_closed)
        if chosen:
            dialog.choose(chosen)
        dialog.open()

    def _on_exported(self) -> None:
        self._items.show_list_anew()
        show_export_state(self._window, self._desk)

    def _on_export_closed(self) -> None:
        self._items.show_list_anew()


def connect_files(
    window: MainWindow,
    desk: Desk,
    items: ItemCommands,
    take_photos: Callable[[Sequence[Path]], None],
) -> FileCommands:
    """Let the File menu work, and files be dropped on the window.

    Photos, and folders that may hold some, are not for us: ``take_photos`` gets them.
    """
    commands = FileCommands(window, desk, items, take_photos)
    actions = window.actions_
    actions.bring_in.triggered.connect(commands.choose_imports)
    actions.back_up.triggered.connect(commands.back_up)
    actions.open_library.triggered.connect(commands.choose_library)
    actions.export.triggered.connect(lambda _is_checked: commands.export())
    window.files_dropped.connect(commands.bring_in)
    return commands


def import_lead(done: "Sequence[Imported]", failed: Sequence[EditorError]) -> str:
    """Return in one sentence what became of the files."""
    number = len(done)
    files = "1 file was" if number == 1 else f"{number} files were"
    words = f"{files} brought in as {'a draft' if number == 1 else 'drafts'}."
    if any(one.repeated for one in done):
        words += " The standfirst looks repeated in the text."
    if failed:
        words += f" {len(failed)} could not be read."
    return words


def import_words(done: "Sequence[Imported]", failed: Sequence[EditorError]) -> str:
    """Return all that did not come in as it stood in its file."""
    parts = []
    for one in done:
        lines = [
            *(f"Left out: {words}" for words in one.dropped),
            *(f"Looks repeated: {words}" for words in one.repeated),
            *one.notes,
        ]
        if lines:
            parts.append("\n".join([one.item.headline or "An item without headline", *lines]))
    parts.extend(str(error) for error in failed)
    return "\n\n".join(parts)


def open_folder(folder: Path) -> None:
    """Show a folder in the system's own file browser."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def open_library(folder: Path) -> None:
    """Start the program again, on another library."""
    program, arguments = restart_command()
    QProcess.startDetached(program, [*arguments, str(folder)])


def restart_command() -> tuple[str, list[str]]:
    """Return what starts this program once more."""
    return sys.executable, ["-c", "from editor_app.cli import main; raise SystemExit(main())"]


def _holds_photos(path: Path) -> bool:
    return path.suffix.lower() in PICTURE_ENDINGS or path.is_dir()


def _is_done(window: MainWindow, work: Callable[[], None]) -> bool:
    def succeed() -> bool:
        work()
        return True

    return bool(attempt(window.notices, succeed))
