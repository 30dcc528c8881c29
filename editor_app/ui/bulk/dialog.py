"""The dialog of a bulk change: what to change, what that will do, then progress with Cancel."""

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer, Signal, Slot
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
from editor_app.editing.bulk import BulkChange, Preview, change_items, preview
from editor_app.errors import EditorError
from editor_app.model.identity import ItemId
from editor_app.store.bulk import BulkOutcome, BulkStep
from editor_app.store.library import Library
from editor_app.ui.bulk.actions import BulkKind
from editor_app.ui.bulk.preview_table import PreviewTable
from editor_app.ui.bulk.value_field import ValueField
from editor_app.ui.bulk.words import items, moves_words, preview_words

Result = TypeVar("Result")

_BUTTON = 170  # pixels: its words change while it is shown
_LOOK_AFTER = 150  # milliseconds after the last change of what is wanted
_TITLES = {
    BulkKind.STATUS: "Change the status",
    BulkKind.SECTION: "Change the section",
    BulkKind.ADD_TAGS: "Add tags",
    BulkKind.REMOVE_TAGS: "Remove tags",
    BulkKind.LANGUAGE: "Change the language",
    BulkKind.TRASH: "Move to the trash",
    BulkKind.RESTORE: "Restore from the trash",
}
_VERBS = {
    BulkKind.TRASH: "Move {} to the trash",
    BulkKind.RESTORE: "Restore {}",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class BulkDuties:
    """What the dialog works with.

    ``chosen`` returns the ids of the items and is called on a thread; ``before`` does work that
    changes much, after whatever has to be done before.
    """

    library: Library
    background: Background
    clock: Callable[[], datetime]
    chosen: Callable[[], Sequence[ItemId]]
    before: Callable[[Callable[[], None]], None]


class BulkDialog(QDialog):
    """Asks what many items are to have, shows what that would change, and does it.

    Signals:
        changed: It is done; carries the `BulkChange` and the `BulkOutcome`.
    """

    changed = Signal(object, object)

    def __init__(
        self, kind: BulkKind, duties: BulkDuties, sections: Sequence[str], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("bulkDialog")
        self.setWindowTitle(_TITLES[kind])
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._kind, self._duties = kind, duties
        self._ids: Sequence[ItemId] | None = None
        self._known: frozenset[ItemId] = frozenset()
        self._is_over = False
        self._job: Job | None = None
        self._next: Callable[[], None] | None = None  # to be done when the job has ended
        self.value = ValueField(kind, sections, self)
        self.words = QLabel(self)
        self.moves = QLabel(self)
        self.table = PreviewTable(self)
        self.progress = QProgressBar(self)
        self.cancel = QPushButton("Cancel", self)
        self.accept_button = QPushButton("Change", self)
        self._name_parts()
        self._lay_out()
        self._look_timer = QTimer(self)
        self._look_timer.setSingleShot(True)
        self._look_timer.setInterval(_LOOK_AFTER)
        self._look_timer.timeout.connect(self._look)
        self.value.edited.connect(self._look_soon)
        self.accept_button.clicked.connect(self._on_accept)
        self.cancel.clicked.connect(self.reject)
        self._look_soon()
        self.value.setFocus()

    # ------------------------------------------------------------ what would be done

    @Slot()
    def _look_soon(self) -> None:
        self.accept_button.setEnabled(False)
        self._look_timer.start()

    @Slot()
    def _look(self) -> None:
        """Look at what would be done; a look that is under way gives way to a newer one."""
        if self._job is not None:
            self._next = self._look
            self._job.cancel()
            return
        change = self._change()
        if change is None:
            self._show_words("Say what the items are to have.")
            self.table.setRowCount(0)
            return
        self._show_words("Looking at what will change…")
        self._run(self._looking(change), self._show_preview)

    def _looking(self, change: BulkChange) -> Generator[BulkStep, None, Preview]:
        """Find out which items are chosen, then look at them; on a thread."""
        if self._ids is None:
            self._known = self._duties.library.bulk.exported()
            self._ids = tuple(dict.fromkeys(self._duties.chosen()))
            yield BulkStep(0, len(self._ids))
        return (yield from preview(self._duties.library, change, self._ids))

    def _show_preview(self, found: Preview) -> None:
        self._show_words(preview_words(found, whole=len(self._ids or ())))
        self.moves.setText(moves_words(found.moves) if self._kind is BulkKind.STATUS else "")
        self.moves.setVisible(bool(self.moves.text()))
        self.table.show_preview(found)
        number = items(found.changing)
        self.accept_button.setText(_VERBS.get(self._kind, "Change {}").format(number))
        self.accept_button.setAccessibleName(self.accept_button.text())
        self.accept_button.setEnabled(found.changing > 0)

    def _change(self) -> BulkChange | None:
        return self.value.change(now=self._duties.clock(), is_known=self._is_known)

    def _is_known(self, item_id: ItemId) -> bool:
        return item_id in self._known

    # ------------------------------------------------------------ doing it

    @Slot()
    def _on_accept(self) -> None:
        change = self._change()
        if change is None or self._job is not None or not self._ids:
            return
        self._set_busy(is_busy=True)
        self._show_words("Making sure that there is a backup…")
        self.progress.setRange(0, 0)
        self.progress.show()
        self._duties.before(lambda: self._begin(change))

    def _begin(self, change: BulkChange) -> None:
        if self._is_over:  # closed while the backup was made
            return
        self._show_words("Changing…")
        steps = change_items(self._duties.library, change, self._ids or ())
        self._run(steps, lambda outcome: self._on_changed(change, outcome))

    def _on_changed(self, change: BulkChange, outcome: BulkOutcome) -> None:
        self.changed.emit(change, outcome)
        super().accept()

    def _run(
        self, steps: Generator[BulkStep, None, Result], then: Callable[[Result], None]
    ) -> None:
        job = self._job = Job(self._duties.background, parent=self)
        job.progressed.connect(self._on_progress)
        job.cancelled.connect(self._on_cancelled)

        def finish(result: Result) -> None:
            if not self._end_job():
                then(result)

        def fail(error: EditorError) -> None:
            if not self._end_job():
                self._show_words(str(error))

        self.progress.setRange(0, 0)
        self.progress.show()
        job.run(steps, then=finish, failed=fail)

    @Slot(object)
    def _on_progress(self, step: BulkStep) -> None:
        self.progress.setMaximum(max(1, step.total))
        self.progress.setValue(step.done)

    @Slot()
    def _on_cancelled(self) -> None:
        if not self._end_job():
            self._show_words("Cancelled; every item is as it was.")

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
        self.accept_button.setEnabled(not is_busy and self.table.rowCount() > 0)
        self.value.setEnabled(not is_busy)

    @override
    def reject(self) -> None:
        self._is_over = True
        self._look_timer.stop()
        if self._job is None:
            super().reject()
            return
        self._next = super().reject  # the job still has to put away what it has begun
        self._job.cancel()

    # ------------------------------------------------------------ parts

    def _show_words(self, words: str) -> None:
        self.words.setText(words)
        self.words.setAccessibleDescription(words)

    def _name_parts(self) -> None:
        for widget, name, words in (
            (self.words, "bulkWords", "What will be done"),
            (self.moves, "bulkMoves", "From what to what"),
            (self.progress, "bulkProgress", "Progress"),
            (self.cancel, "bulkCancel", "Cancel"),
            (self.accept_button, "bulkAccept", "Change"),
        ):
            widget.setObjectName(name)
            widget.setAccessibleName(words)
        for label in (self.words, self.moves):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.moves.setProperty("look", "muted")
        self.moves.hide()
        self.progress.hide()
        self.accept_button.setDefault(True)
        self.accept_button.setMinimumWidth(_BUTTON)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.accept_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(self.value)
        layout.addWidget(self.words)
        layout.addWidget(self.moves)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.progress)
        layout.addLayout(buttons)
        self.resize(720, 520)
