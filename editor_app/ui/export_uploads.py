"""The dialog of what changed since the last upload: the exact files, and what was done."""

from collections.abc import Callable, Generator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from editor_app.background.progress import Job
from editor_app.background.threads import Background, Task
from editor_app.errors import EditorError
from editor_app.export.reports import Progress
from editor_app.export.uploads import (
    UploadList,
    copy_files,
    files_to_upload,
    mark_uploaded,
    this_person,
    zip_files,
)
from editor_app.store.library import Library
from editor_app.ui.export_upload_rows import UploadRows
from editor_app.ui.window_memory import WindowMemory

_ITEM_WIDTH = 220  # of the column with headlines


@dataclass(frozen=True, slots=True, kw_only=True)
class UploadDuties:
    """What the dialog works with."""

    library: Library
    background: Background
    clock: Callable[[], datetime]
    memory: WindowMemory


class UploadsDialog(QDialog):
    """Shows which files somebody has to upload or remove, hands them over, notes what was done."""

    def __init__(self, duties: UploadDuties, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("uploadsDialog")
        self.setWindowTitle("Files to upload")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._duties = duties
        self._wanted: UploadList | None = None
        self._job: Job | None = None
        self._is_leaving = False
        self._task: Task[UploadList] | Task[None] | None = None
        folder = duties.memory.text("export-folder") or duties.library.export_folders.latest()
        self.folder = QLineEdit(folder, self)
        self.browse = QPushButton("Choose…", self)
        self.words = QLabel(self)
        self.rows = UploadRows(self)
        self.table = QTableView(self)
        self.copy = QPushButton("Copy to a folder…", self)
        self.pack = QPushButton("Save as .zip…", self)
        self.place = QLineEdit(duties.memory.text("upload-place"), self)
        self.person = QLineEdit(duties.memory.text("upload-person") or this_person(), self)
        self.mark = QPushButton("Mark as uploaded", self)
        self.progress = QProgressBar(self)
        self.done_button = QPushButton("Close", self)
        self._name_parts()
        self._lay_out()
        self._connect()
        self._look()

    # ------------------------------------------------------------ parts

    def _name_parts(self) -> None:
        for widget, name, words in (
            (self.folder, "uploadsFolder", "Export folder"),
            (self.browse, "uploadsBrowse", "Choose the export folder"),
            (self.table, "uploadsTable", "Files to upload and to remove"),
            (self.copy, "uploadsCopy", "Copy the files to a folder"),
            (self.pack, "uploadsZip", "Save the files as one zip file"),
            (self.place, "uploadsPlace", "Uploaded to"),
            (self.person, "uploadsPerson", "Uploaded by"),
            (self.mark, "uploadsMark", "Mark all files of the list as uploaded"),
            (self.progress, "uploadsProgress", "Progress"),
            (self.done_button, "uploadsClose", "Close"),
        ):
            widget.setObjectName(name)
            widget.setAccessibleName(words)
        self.words.setObjectName("uploadsWords")
        self.words.setWordWrap(True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.place.setPlaceholderText("The site, such as www.example.org")
        self.person.setPlaceholderText("Who uploaded them")
        self.table.setModel(self.rows)
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(False)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.table.setColumnWidth(0, self.fontMetrics().horizontalAdvance("Upload (changed)") + 24)
        self.table.setColumnWidth(3, _ITEM_WIDTH)
        self.progress.hide()
        for button in (self.browse, self.copy, self.pack, self.mark, self.done_button):
            button.setAutoDefault(False)

    def _lay_out(self) -> None:
        where = QHBoxLayout()
        where.addWidget(self.folder, 1)
        where.addWidget(self.browse)
        top = QFormLayout()
        top.addRow(_label("Export folder", self), where)
        hand_over = QHBoxLayout()
        hand_over.addWidget(self.copy)
        hand_over.addWidget(self.pack)
        hand_over.addStretch(1)
        done = QFormLayout()
        done.addRow(_label("Uploaded to", self), self.place)
        done.addRow(_label("By", self), self.person)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.mark)
        buttons.addWidget(self.done_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addLayout(top)
        layout.addWidget(self.words)
        layout.addWidget(self.table, 1)
        layout.addLayout(hand_over)
        layout.addLayout(done)
        layout.addWidget(self.progress)
        layout.addLayout(buttons)
        self.resize(760, 580)

    def _connect(self) -> None:
        self.folder.editingFinished.connect(self._look)
        self.browse.clicked.connect(self._on_browse)
        self.copy.clicked.connect(self._on_copy)
        self.pack.clicked.connect(self._on_pack)
        self.mark.clicked.connect(self._on_mark)
        self.done_button.clicked.connect(self.reject)

    # ------------------------------------------------------------ the list

    @Slot()
    def _look(self) -> None:
        """Read on a thread what is to be done with the folder."""
        self._show(None)
        folder = self.folder.text().strip()
        if not folder:
            self.words.setText("Export first, or choose the folder that was exported to.")
            return
        library = self._duties.library
        self.words.setText("Looking at what changed…")
        self._task = self._duties.background.run(
            lambda: files_to_upload(library, Path(folder).expanduser()),
            then=self._on_looked,
            failed=self._on_failed,
        )

    def _on_looked(self, wanted: UploadList) -> None:
        if Path(self.folder.text().strip()).expanduser().resolve() == wanted.folder:
            self._show(wanted)
            self.words.setText(_said(wanted))

    def _on_failed(self, error: EditorError) -> None:
        self._end_job()
        self.words.setText(f"{error.message} {error.hint}".strip())

    def _show(self, wanted: UploadList | None) -> None:
        self._wanted = wanted
        self.rows.show_files(wanted.files if wanted else ())
        self._set_ready(is_ready=bool(wanted and wanted.files))

    def _set_ready(self, *, is_ready: bool) -> None:
        for part in (self.copy, self.pack, self.mark):
            part.setEnabled(is_ready)

    # ------------------------------------------------------------ handing over

    @Slot()
    def _on_copy(self) -> None:
        dialog = QFileDialog(self, "Copy the files to an empty folder")
        dialog.setObjectName("uploadsCopyDialog")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self._copy_to)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot()
    def _on_pack(self) -> None:
        dialog = QFileDialog(self, "Save the files as", "files-to-upload.zip", "Zip files (*.zip)")
        dialog.setObjectName("uploadsZipDialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("zip")
        dialog.fileSelected.connect(self._pack_to)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def _copy_to(self, folder: str) -> None:
        if self._wanted:
            self._run(copy_files(self._wanted, Path(folder)), f"The files are in {folder}.")

    @Slot(str)
    def _pack_to(self, file: str) -> None:
        if self._wanted:
            self._run(zip_files(self._wanted, Path(file)), f"The files are in {file}.")

    def _run(self, steps: Generator[Progress, None, Path], done: str) -> None:
        job = self._job = Job(self._duties.background, parent=self)
        job.progressed.connect(self._on_progress)
        job.cancelled.connect(self._on_cancelled)
        self._set_ready(is_ready=False)
        self.progress.setRange(0, 0)
        self.progress.show()

        def finish(_to: Path) -> None:
            self._end_job()
            self.words.setText(f"{done} Upload them, then mark them as uploaded here.")

        job.run(steps, then=finish, failed=self._on_failed)

    @Slot(object)
    def _on_progress(self, step: Progress) -> None:
        self.progress.setMaximum(max(1, step.total))
        self.progress.setValue(step.done)

    @Slot()
    def _on_cancelled(self) -> None:
        self._end_job()

    def _end_job(self) -> None:
        if self._job is not None:
            self._job.deleteLater()
            self._job = None
        self.progress.hide()
        self._set_ready(is_ready=bool(self._wanted and self._wanted.files))
        if self._is_leaving:
            super().reject()

    @Slot()
    def _on_mark(self) -> None:
        """Note that all of the list was uploaded, on a thread, and show what is left."""
        if self._wanted is None:
            return
        memory, duties, wanted = self._duties.memory, self._duties, self._wanted
        place, person = self.place.text(), self.person.text()
        memory.keep_text("upload-place", place)
        memory.keep_text("upload-person", person)
        self._set_ready(is_ready=False)
        self._task = self._duties.background.run(
            lambda: mark_uploaded(
                duties.library, wanted, place=place, person=person, clock=duties.clock
            ),
            then=self._on_marked,
            failed=self._on_failed,
        )

    def _on_marked(self, _done: None) -> None:
        self._look()

    @Slot()
    def _on_browse(self) -> None:
        dialog = QFileDialog(self, "The export folder", self.folder.text())
        dialog.setObjectName("uploadsFolderDialog")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self._on_folder_chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def _on_folder_chosen(self, folder: str) -> None:
        self.folder.setText(folder)
        self._look()

    @override
    def reject(self) -> None:
        if self._task is not None:
            self._task.forget()
        if self._job is None:
            super().reject()
            return
        self._is_leaving = True  # the job still has to put away what it has begun
        self._job.cancel()
        self.hide()


def _said(wanted: UploadList) -> str:
    """Return in a sentence or two what is to be done, and when something was done last."""
    copied, removed = len(wanted.to_copy), len(wanted.to_remove)
    if not wanted.files:
        words = "Nothing changed since the last upload."
    elif removed:
        words = f"{_files(copied)} to upload, {_files(removed)} to remove from the site."
    else:
        words = f"{_files(copied)} to upload."
    last = wanted.last
    if last is None:
        return f"{words} Nothing was marked as uploaded yet, so all files are listed."
    moment = last.uploaded_at.astimezone()
    by = f", by {last.person}" if last.person else ""
    return f"{words} Last upload: {moment:%-d %B %Y, %H:%M}, to {last.place}{by}."


def _files(count: int) -> str:
    return "1 file" if count == 1 else f"{count:,} files"


def _label(words: str, parent: QWidget) -> QLabel:
    label = QLabel(words, parent)
    label.setProperty("look", "label")
    return label
