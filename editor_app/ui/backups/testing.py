"""A test of the whole library: how far it is, what it found, and what can be brought back."""

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout
from typing_extensions import override

from editor_app.background.progress import Job
from editor_app.errors import EditorError
from editor_app.store.library import Library
from editor_app.store.mending import Damaged, find_damage, mend
from editor_app.store.verify import VerifyProgress, VerifyReport, verify_steps
from editor_app.ui.backups.words import found_words
from editor_app.ui.photos.browser_work import WorkRow
from editor_app.ui.window import MainWindow
from editor_app.ui.wiring_desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a test found, and what of it can be brought back."""

    report: VerifyReport
    damaged: tuple[Damaged, ...] = ()


def steps_of_test(
    library: Library, places: Sequence[Path]
) -> Generator[VerifyProgress, None, Outcome]:
    """Test a library, then look for what is left of all that is damaged."""
    report = yield from verify_steps(library)
    if not report.problems:
        return Outcome(report=report)
    search = find_damage(library, places)
    while True:
        try:
            next(search)
        except StopIteration as end:
            return Outcome(report=report, damaged=end.value)
        yield VerifyProgress(done=1, total=1)


class LibraryTest(QDialog):
    """Tests a library while the window goes on.

    ``has_problems`` says that something is wrong with it.

    Signals:
        mended: What could be brought back is back.
        ended: The test is over, found what it might.
    """

    mended = Signal()
    ended = Signal()

    def __init__(self, desk: Desk, places: Sequence[Path], job: Job, *, parent: MainWindow) -> None:
        super().__init__(parent)
        self.setObjectName("libraryTest")
        self.setWindowTitle("Test of the library")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(False)
        self._desk, self._places, self._job = desk, tuple(places), job
        self._damaged: tuple[Damaged, ...] = ()
        self.has_problems = False
        self.lead = QLabel("Every word and every photo is compared with what was saved…", self)
        self.lead.setWordWrap(True)
        self.lead.setTextFormat(Qt.TextFormat.PlainText)
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setAccessibleName("What was found")
        self.work = WorkRow(self)
        self.work.cancel_requested.connect(job.cancel)
        job.setParent(self)
        job.progressed.connect(self._on_progress)
        job.cancelled.connect(self._on_cancelled)
        self._lay_out()
        self.resize(620, 420)

    def begin(self) -> None:
        """Begin the test."""
        steps = steps_of_test(self._desk.library, self._places)
        self._job.run(steps, then=self.show_result, failed=self._on_failed)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        (self.mend if self._damaged else self.leave).setFocus()

    def show_result(self, result: Outcome) -> None:
        """Show what was found."""
        self.work.hide()
        self._damaged = tuple(one for one in result.damaged if one.can_be_brought_back)
        self.has_problems = bool(result.report.problems)
        self.lead.setText(_lead(result))
        found = [found_words(one, now=self._desk.clock()) for one in result.damaged]
        parts = ["\n".join(result.report.problems)]
        if found:
            parts.append("\n".join(["What is left of it:", *found]))
        if result.report.unused:
            number = len(result.report.unused)
            parts.append(f"No item shows {number:,} of the photos; that is no fault.")
        self.text.setPlainText("\n\n".join(part for part in parts if part))
        self.text.setVisible(bool(self.text.toPlainText()))
        self.mend.setVisible(bool(self._damaged))
        self.copy.setEnabled(True)
        if self.isVisible():
            (self.mend if self._damaged else self.leave).setFocus()
        self.ended.emit()

    def _lay_out(self) -> None:
        self.mend = QPushButton("Bring back all that can be", self)
        self.mend.setObjectName("mendAll")
        self.mend.hide()
        self.copy = QPushButton("Copy", self)
        self.copy.setObjectName("copyTest")
        self.copy.setEnabled(False)
        self.leave = QPushButton("Close", self)
        self.leave.setObjectName("closeTest")
        for button in (self.mend, self.copy, self.leave):
            button.setAccessibleName(button.text())
            button.setAutoDefault(False)
        self.mend.clicked.connect(self._on_mend)
        self.copy.clicked.connect(self._on_copy)
        self.leave.clicked.connect(self.close)
        self.finished.connect(self._job.cancel)
        row = QHBoxLayout()
        row.addWidget(self.mend)
        row.addStretch(1)
        row.addWidget(self.copy)
        row.addWidget(self.leave)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(self.lead)
        layout.addWidget(self.text, 1)
        layout.addStretch()
        layout.addWidget(self.work)
        layout.addLayout(row)

    @Slot(object)
    def _on_progress(self, step: VerifyProgress) -> None:
        part = 100 * step.done // max(1, step.total)
        self.work.show_progress(f"Tested: {part} %", done=step.done, total=step.total)

    @Slot()
    def _on_cancelled(self) -> None:
        self.work.hide()
        self.lead.setText("The test was stopped before its end.")
        self.ended.emit()

    def _on_failed(self, error: EditorError) -> None:
        self.work.hide()
        self.lead.setText(str(error))
        self.ended.emit()

    @Slot()
    def _on_mend(self) -> None:
        self.mend.setEnabled(False)
        work = partial(mend, self._desk.library, self._places, self._damaged)
        self._desk.background.run(work, then=self._on_mended, failed=self._on_failed)

    def _on_mended(self, mended: list[Damaged]) -> None:
        self.mend.hide()
        number = len(mended)
        verb = "thing was" if number == 1 else "things were"
        self.lead.setText(f"{number:,} damaged {verb} brought back.")
        self.mended.emit()
        self.ended.emit()

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(f"{self.lead.text()}\n\n{self.text.toPlainText()}")


def _lead(result: Outcome) -> str:
    report = result.report
    if not report.problems:
        return (
            "Every word and every photo is as it was saved: "
            f"items {report.items:,}, versions {report.revisions:,}, photos {report.photos:,}."
        )
    number = len(report.problems)
    found = "1 problem was found." if number == 1 else f"{number:,} problems were found."
    back = sum(1 for one in result.damaged if one.can_be_brought_back)
    return f"{found} {back:,} of the damaged items and photos can be brought back."
