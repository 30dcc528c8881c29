"""Progress with Cancel while many items are changed, as nothing else can be done meanwhile."""

from collections.abc import Generator

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from editor_app.background.progress import Job
from editor_app.background.threads import Background
from editor_app.errors import EditorError
from editor_app.store.bulk import BulkOutcome, BulkStep


class WorkDialog(QDialog):
    """Walks through a bulk change, or through taking one back, as soon as it is made.

    Signals:
        done_all: It is done; carries the `BulkOutcome`.
        failed: It could not be done; carries the `EditorError`.
    """

    done_all = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        words: str,
        steps: Generator[BulkStep, None, BulkOutcome],
        background: Background,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("bulkWork")
        self.setWindowTitle("Changing many items")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        label = QLabel(words, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
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
        layout.addWidget(label)
        layout.addWidget(self.progress)
        layout.addLayout(buttons)
        self.resize(460, 0)
        self._job = Job(background, parent=self)
        self._job.progressed.connect(self._on_progress)
        self._job.cancelled.connect(self._on_cancelled)
        self._job.run(steps, then=self._on_done, failed=self._on_failed)

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

    def _on_done(self, outcome: BulkOutcome) -> None:
        super().accept()
        self.done_all.emit(outcome)

    def _on_failed(self, error: EditorError) -> None:
        super().reject()
        self.failed.emit(error)
