"""What a strange database in the library's folder has that the library lacks."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QListWidget, QVBoxLayout

from editor_app.background.progress import Job
from editor_app.editing.saving import as_copy
from editor_app.errors import EditorError
from editor_app.store.conflicts import Difference, differences, move_aside
from editor_app.ui.history.words import moment_words
from editor_app.ui.window import MainWindow
from editor_app.ui.wiring_desk import Desk


class StrangeCopy(QDialog):
    """Lists items that are newer in a strange database, or only there, and offers to take them.

    Signals:
        taken: The items are in the library now, as items of their own, and the file lies aside.
    """

    taken = Signal()

    def __init__(self, desk: Desk, copy: Path, *, parent: MainWindow) -> None:
        super().__init__(parent)
        self.setObjectName("strangeCopy")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"Compare “{copy.name}”")
        self._desk, self._copy = desk, copy
        self._found: tuple[Difference, ...] = ()
        self.lead = QLabel("Comparing…", self)
        self.lead.setWordWrap(True)
        self.lead.setTextFormat(Qt.TextFormat.PlainText)
        self.list = QListWidget(self)
        self.list.setAccessibleName("Items that are newer there, or only there")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.take = buttons.addButton("Move the file aside", QDialogButtonBox.ButtonRole.AcceptRole)
        self.take.setObjectName("takeOver")
        self.take.setEnabled(False)
        self.take.clicked.connect(self._on_take)
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(self.lead)
        layout.addWidget(self.list, 1)
        layout.addWidget(buttons)
        self.resize(560, 420)
        self._job = Job(desk.background, parent=self)
        self.finished.connect(self._job.cancel)

    def begin(self) -> None:
        """Begin to compare."""
        steps = differences(self._desk.library, self._copy)
        self._job.run(steps, then=self._on_compared, failed=self._on_failed)

    def _on_compared(self, found: tuple[Difference, ...]) -> None:
        self._found = found
        now = self._desk.clock()
        for one in found:
            moment = moment_words(one.changed_at, now=now) if one.changed_at else ""
            what = "only there" if one.is_only_there else f"newer there: {moment}"
            self.list.addItem(f"{one.item.headline or 'An item without headline'}  ·  {what}")
        self.list.setVisible(bool(found))
        self.take.setEnabled(True)
        if not found:
            self.lead.setText(
                "Everything in this file is in the library, as new or newer. The file can be moved "
                "aside into the folder “backups”."
            )
            return
        number = "1 item is" if len(found) == 1 else f"{len(found):,} items are"
        self.lead.setText(
            f"{number} newer there, or only there. They can be taken over as items of their own; "
            "nothing in the library is changed by it. The file is then moved into “backups”."
        )
        self.take.setText("Take over and move the file aside")

    @Slot()
    def _on_take(self) -> None:
        self.take.setEnabled(False)
        work = partial(_take_over, self._desk, self._copy, self._found)
        self._desk.background.run(work, then=self._on_taken, failed=self._on_failed)

    def _on_taken(self, _target: Path) -> None:
        self.taken.emit()
        self.close()

    def _on_failed(self, error: EditorError) -> None:
        self.lead.setText(str(error))


def _take_over(desk: Desk, copy: Path, found: tuple[Difference, ...]) -> Path:
    desk.library.items.add_many(as_copy(one.item, now=desk.clock()) for one in found)
    return move_aside(desk.library, copy)
