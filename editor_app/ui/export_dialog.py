"""The export dialog: what, where to, what it will change; then progress, then what came of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from editor_app.background.progress import Job
from editor_app.background.threads import Background, on_all_cores
from editor_app.errors import EditorError
from editor_app.export.kit import ExportOptions, ExportReport, Progress, export_items
from editor_app.model.identity import ItemId
from editor_app.model.item import NewsItem
from editor_app.store.library import Library
from editor_app.ui.export_house import HouseLine
from editor_app.ui.export_report import ReportView
from editor_app.ui.window_memory import WindowMemory

_PLAN_AFTER = 250  # milliseconds after the last change of what is wanted


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportDuties:
    """What the dialog works with."""

    library: Library
    background: Background
    clock: Callable[[], datetime]
    memory: WindowMemory


class ExportDialog(QDialog):
    """Asks what to export, shows what that would change, and does it.

    Signals:
        item_requested: The user wants to see an item that was held back; carries its `ItemId`.
        exported: An export was written.
        house_requested: The user wants to change the house style.
    """

    item_requested = Signal(str)
    exported = Signal()
    house_requested = Signal()

    def __init__(self, duties: ExportDuties, *, item: NewsItem | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("exportDialog")
        self.setWindowTitle("Export")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._duties, self._item = duties, item
        self._chosen: Sequence[ItemId] = ()
        self._job: Job | None = None
        self._is_exporting = False
        self._next: Callable[[], None] | None = None  # to be done when the job has ended
        self.changed = QRadioButton("Finished items that changed since the last export", self)
        self.all = QRadioButton("All finished items", self)
        self.one, self.many = QRadioButton("Only the open item", self), QRadioButton(self)
        self.folder = QLineEdit(duties.memory.text("export-folder"), self)
        self.browse = QPushButton("Choose…", self)
        self.as_zip = QCheckBox("Also as one .zip file, to be sent", self)
        self.house = HouseLine(duties.library.house.get(), self)
        self.report, self.reason = ReportView(self), QLineEdit(self)
        self.open_folder, self.progress = QPushButton("Open folder", self), QProgressBar(self)
        self.cancel = QPushButton("Close", self)
        self.export = QPushButton("Export", self)
        self._name_parts()
        self._lay_out()
        self._plan_timer = QTimer(self)
        self._plan_timer.setSingleShot(True)
        self._plan_timer.setInterval(_PLAN_AFTER)
        self._plan_timer.timeout.connect(self._plan)
        self._connect()
        self._plan_soon()
        (self.export if self.folder.text() else self.folder).setFocus()

    # ------------------------------------------------------------ parts

    def _name_parts(self) -> None:
        for widget, name, words in (
            (self.changed, "exportChanged", self.changed.text()),
            (self.all, "exportAll", self.all.text()),
            (self.one, "exportOne", self.one.text()),
            (self.many, "exportChosen", "Only the selected items"),
            (self.folder, "exportFolder", "Folder"),
            (self.browse, "exportBrowse", "Choose the folder"),
            (self.as_zip, "exportZip", self.as_zip.text()),
            (self.progress, "exportProgress", "Progress"),
            (self.reason, "exportReason", "Why what the checks hold back goes out anyway"),
            (self.open_folder, "exportOpenFolder", "Open the folder"),
            (self.cancel, "exportCancel", "Close"),
            (self.export, "exportStart", "Export"),
        ):
            widget.setObjectName(name)
            widget.setAccessibleName(words)
        self.changed.setChecked(True)
        self.many.hide()
        self.one.setEnabled(self._item is not None)
        if self._item is not None:
            self.one.setText(f"Only “{_shortened(self._item.headline)}”")
        self.folder.setPlaceholderText("The folder that somebody uploads")
        self.reason.setPlaceholderText("Export what is held back all the same, because…")
        self.reason.setMaxLength(400)
        self.reason.hide()
        self.export.setDefault(True)
        self.open_folder.hide()
        self.progress.hide()

    def _lay_out(self) -> None:
        place = QHBoxLayout()
        place.addWidget(self.folder, 1)
        place.addWidget(self.browse)
        form = QFormLayout()
        form.setSpacing(9)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignRight)
        what = QVBoxLayout()
        what.setSpacing(4)
        for choice in (self.changed, self.all, self.one, self.many):
            what.addWidget(choice)
        for label, part in (("What", what), ("Folder", place), ("", self.as_zip)):
            form.addRow(_label(label, self), part)
        form.addRow(_label("Pages", self), self.house)
        buttons = QHBoxLayout()
        buttons.addWidget(self.open_folder)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.export)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(14)
        layout.addLayout(form)
        layout.addWidget(self.report, 1)
        layout.addWidget(self.reason)
        layout.addWidget(self.progress)
        layout.addLayout(buttons)
        self.resize(640, 560)

    def _connect(self) -> None:
        for choice in (self.changed, self.all, self.one, self.many):
            choice.toggled.connect(self._plan_soon)
        self.folder.textChanged.connect(self._plan_soon)
        self.reason.textChanged.connect(self._plan_soon)
        self.browse.clicked.connect(self._on_browse)
        self.export.clicked.connect(self._on_export)
        self.cancel.clicked.connect(self._on_cancel)
        self.open_folder.clicked.connect(self._on_open_folder)
        self.report.item_requested.connect(self._on_item_requested)
        self.house.house_requested.connect(self._on_house_requested)

    # ------------------------------------------------------------ what would be done

    @Slot()
    def _plan_soon(self) -> None:
        has_folder = bool(self.folder.text().strip())
        self.export.setEnabled(has_folder)
        if not has_folder:
            self._plan_timer.stop()
            self.report.show_words("Choose the folder to export to.")
            return
        self._plan_timer.start()

    @Slot()
    def _plan(self) -> None:
        if self._has_to_wait(self._plan):
            return
        self.report.show_words("Looking at what would change…")
        self._run(replace(self._options(), is_rehearsal=True), self._show_plan)

    def _show_plan(self, report: ExportReport) -> None:
        """Show what would be done, and ask for a reason where that would let more out."""
        self.report.show_plan(report)
        is_asked = any(one.can_be_forced for one in report.held_back)
        self.reason.setVisible(is_asked or bool(self.reason.text().strip()))

    def _has_to_wait(self, wanted: Callable[[], None]) -> bool:
        """Return whether a rehearsal is in the way; it gives way then, and wanted comes next."""
        if self._job is None:
            return False
        self._next = wanted
        self._job.cancel()
        return True

    def _options(self) -> ExportOptions:
        return ExportOptions(
            only_changed=self.changed.isChecked(),
            as_zip=self.as_zip.isChecked(),
            force_reason=" ".join(self.reason.text().split()),
            each=on_all_cores,
        )

    def choose(self, item_ids: Sequence[ItemId]) -> None:
        """Begin with these items as what is to be exported."""
        self._chosen = item_ids
        self.many.setText(f"Only the {len(item_ids):,} selected items")
        self.many.show()
        self.many.setChecked(True)

    def _wanted(self) -> Sequence[ItemId] | None:
        if self.many.isChecked():
            return self._chosen
        if self.one.isChecked() and self._item is not None:
            return [self._item.id]
        return None

    # ------------------------------------------------------------ doing it

    def _run(self, options: ExportOptions, then: Callable[[ExportReport], None]) -> None:
        """Walk through an export, or its rehearsal, on a thread."""
        job = self._job = Job(self._duties.background, parent=self)
        job.progressed.connect(self._on_progress)
        job.cancelled.connect(self._on_cancelled)
        steps = export_items(
            self._duties.library,
            self._wanted(),
            to=Path(self.folder.text().strip()).expanduser(),
            options=options,
            clock=self._duties.clock,
        )

        def finish(report: ExportReport) -> None:
            if not self._end_job():
                then(report)

        def fail(error: EditorError) -> None:
            if not self._end_job():
                self.report.show_error(error)

        self.progress.setRange(0, 0)
        self.progress.show()
        job.run(steps, then=finish, failed=fail)

    @Slot()
    def _on_export(self) -> None:
        self._plan_timer.stop()
        self._start()

    def _start(self) -> None:
        if self._has_to_wait(self._start):
            return
        self._duties.memory.keep_text("export-folder", self.folder.text().strip())
        self._set_busy(is_busy=True)
        self.report.show_words("Exporting…")
        self._run(self._options(), self._on_exported)

    def _on_exported(self, report: ExportReport) -> None:
        self.report.show_report(report)
        self.open_folder.show()
        self.export.setDefault(False)
        self.open_folder.setFocus()
        self.exported.emit()

    @Slot(object)
    def _on_progress(self, step: Progress) -> None:
        self.progress.setMaximum(max(1, step.total))
        self.progress.setValue(step.done)
        self.progress.setAccessibleDescription(step.label)

    @Slot()
    def _on_cancelled(self) -> None:
        if not self._end_job():
            self.report.show_words("The export was cancelled; the folder is as it was.")

    def _end_job(self) -> bool:
        """Put the job away; return whether something else begins in its place."""
        if self._job is not None:
            self._job.deleteLater()
            self._job = None
        self.progress.hide()
        self._set_busy(is_busy=False)
        wanted, self._next = self._next, None
        if wanted is not None:
            wanted()
        return wanted is not None

    def _set_busy(self, *, is_busy: bool) -> None:
        self._is_exporting = is_busy
        self.export.setEnabled(not is_busy)
        self.cancel.setText("Cancel" if is_busy else "Close")
        self.cancel.setAccessibleName(self.cancel.text())
        for part in (
            *(self.changed, self.all, self.many, self.folder, self.browse, self.as_zip),
            self.reason,
        ):
            part.setEnabled(not is_busy)
        self.one.setEnabled(not is_busy and self._item is not None)

    # ------------------------------------------------------------ leaving

    @override
    def reject(self) -> None:
        self._plan_timer.stop()
        if self._job is None:
            super().reject()
            return
        self._next = self._leave  # the job still has to put away what it has begun
        self._job.cancel()
        self.hide()

    def _leave(self) -> None:
        super().reject()

    @Slot()
    def _on_cancel(self) -> None:
        if self._job is not None and self._is_exporting:
            self._job.cancel()
        else:
            self.reject()

    @Slot()
    def _on_browse(self) -> None:
        dialog = QFileDialog(self, "Export to", self.folder.text())
        dialog.setObjectName("exportFolderDialog")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.folder.setText)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot()
    def _on_open_folder(self) -> None:
        folder = Path(self.folder.text().strip()).expanduser()
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    @Slot()
    def _on_house_requested(self) -> None:
        self.reject()
        self.house_requested.emit()

    @Slot(str)
    def _on_item_requested(self, item_id: str) -> None:
        self.item_requested.emit(item_id)
        self.reject()


def _label(words: str, parent: QWidget) -> QLabel:
    label = QLabel(words, parent)
    label.setProperty("look", "label")
    return label


def _shortened(headline: str) -> str:
    most = 48
    return headline if len(headline) <= most else f"{headline[:most].rstrip()}…"
