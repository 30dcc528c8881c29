"""Taking the last bulk change back: progress with Cancel, as nothing else can be done meanwhile."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout
from typing_extensions import override

from editor_app.background.progress import Job
from editor_app.background.threads import Background
from editor_app.editing.bulk import undo_last
from editor_app.errors import EditorError
from editor_app.store.bulk import BulkOutcome, BulkStep
from editor_app.store.bulk_records import BulkRecord
from editor_app.store.library import Library
from editor_app.ui.bulk.words import items
from editor_app.ui.window import MainWindow


class UndoDialog(QDialog):
    """Takes the last bulk change back as soon as it is shown.

    Signals:
        undone: It is done; carries the `BulkOutcome`.
        undo_failed: It could not be done; carries the `EditorError`.
    """

    undone = Signal(object)
    undo_failed = Signal(object)

    def __init__(
        self, library: Library, background: Background, record: BulkRecord, parent: MainWindow
    ) -> None:
        super().__init__(parent)
        self.setObjectName("bulkUndoDialog")
        self.setWindowTitle("Undo the last bulk change")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        words = QLabel(f"Undoing a change of {items(record.items)}…\n{record.what}", self)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        self.progress = QProgressBar(self)
        self.progress.setAccessibleName("Progress")
        self.progress.setRange(0, 0)
        self.cancel = QPushButton("Cancel", self)
        self.cancel.setAccessibleName("Cancel")
        self.cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(words)
        layout.addWidget(self.progress)
        layout.addLayout(buttons)
        self.resize(460, 0)
        self._job = Job(background, parent=self)
        self._job.progressed.connect(self._on_progress)
        self._job.cancelled.connect(self._on_cancelled)
        self._job.run(undo_last(library), then=self._on_undone, failed=self._on_failed)

    @override
    def reject(self) -> None:
        self.cancel.setEnabled(False)
        self._job.cancel()

    @Slot(object)
    def _on_progress(self, step: BulkStep) -> None:
        self.progress.setMaximum(max(1, step.total))
        self.progress.setValue(step.done)

    @Slot()
    def _on_cancelled(self) -> None:
        super().reject()

    def _on_undone(self, outcome: BulkOutcome) -> None:
        super().accept()
        self.undone.emit(outcome)

    def _on_failed(self, error: EditorError) -> None:
        super().reject()
        self.undo_failed.emit(error)
