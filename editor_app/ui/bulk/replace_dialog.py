"""Find and replace in many items: every hit in its context, with a tick; one change, one undo."""

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QListView,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from editor_app.background.progress import Job
from editor_app.background.threads import Background
from editor_app.editing.bulk import BulkChange, change_items
from editor_app.editing.errors import FindError
from editor_app.editing.library_search import (
    ItemHits,
    LibrarySearch,
    prepared,
    replacing,
    search_items,
)
from editor_app.errors import EditorError
from editor_app.model.identity import ItemId
from editor_app.store.bulk import BulkOutcome, BulkStep
from editor_app.store.library import Library
from editor_app.ui.bulk.hit_delegate import HitDelegate
from editor_app.ui.bulk.hit_list import HitList
from editor_app.ui.bulk.replace_form import ReplaceForm
from editor_app.ui.bulk.words import found_words, items, ticked_words
from editor_app.ui.bulk.work_dialog import WorkDialog
from editor_app.ui.look.look import Look

_PAUSE = 300  # milliseconds after the last key before the search begins
_BUTTON = 220  # pixels: its words change while it is shown


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplaceDuties:
    """What the dialog works with.

    ``searched`` returns what finds the items to search, those of the list only or all; what it
    returns is called on a thread. ``leave`` makes sure that the library has all words, and returns
    whether it has. ``before`` does work that changes so many items, after a backup.
    """

    library: Library
    background: Background
    look: Look
    searched: Callable[[bool], Callable[[], Sequence[ItemId]]]
    leave: Callable[[], bool]
    before: Callable[[int, Callable[[], None]], None]


class ReplaceDialog(QDialog):
    """Looks for words in many items, and puts others in their place where a hit is ticked.

    Signals:
        item_requested: The user wants to see an item; carries its `ItemId`.
        changed: Words were replaced; carries the `BulkChange` and the `BulkOutcome`.
    """

    item_requested = Signal(str)
    changed = Signal(object, object)

    def __init__(self, duties: ReplaceDuties, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("libraryReplace")
        self.setWindowTitle("Replace in all items")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._duties = duties
        self._is_over = False
        self._job: Job | None = None
        self._next: Callable[[], None] | None = None  # to be done when the job has ended
        self._search: LibrarySearch | None = None
        self._found: list[ItemHits] = []
        self.form = ReplaceForm(self)
        self.message = QLabel(self)
        self.every = QCheckBox("All hits", self)
        self.hits = HitList(self)
        self.view = QListView(self)
        self.progress = QProgressBar(self)
        self.leave_button = QPushButton("Close", self)
        self.replace_button = QPushButton("Replace", self)
        self._name_parts()
        self._lay_out()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._connect()
        self._show_found()
        self.form.words.setFocus()

    def look_for(self, words: str) -> None:
        """Begin with words to look for."""
        self.form.words.setText(words)
        self.form.words.selectAll()

    # ------------------------------------------------------------ searching

    @Slot()
    def _on_search_edited(self) -> None:
        self._forget()
        self._timer.start()

    @Slot()
    def _on_pause(self) -> None:
        """Look anew; a search that is under way gives way."""
        if self._job is not None:
            self._next = self._on_pause
            self._job.cancel()
            return
        search = self.form.search()
        if not search.query.words or not search.parts or not self._duties.leave():
            self._show_found()
            return
        self._search, self._found = search, []
        self._job = Job(self._duties.background, parent=self)
        self._job.progressed.connect(self._on_progress)
        self._job.cancelled.connect(self._on_cancelled)
        wanted = self._duties.searched(self.form.is_in_list_only)
        self.progress.setRange(0, 0)
        self.progress.show()
        self.message.setText("Searching…")
        self._job.run(
            self._searching(search, wanted, self._found),
            then=self._on_found,
            failed=self._on_failed,
        )

    def _searching(
        self,
        search: LibrarySearch,
        wanted: Callable[[], Sequence[ItemId]],
        found: list[ItemHits],
    ) -> Generator[BulkStep, None, bool]:
        """Find out which items to search, then search them; on a thread."""
        return (yield from search_items(self._duties.library, search, wanted(), found))

    @Slot(object)
    def _on_progress(self, step: BulkStep) -> None:
        self.progress.setMaximum(max(1, step.total))
        self.progress.setValue(step.done)
        self._take()

    def _on_found(self, is_whole: bool) -> None:  # noqa: FBT001 - a callback
        self._take()
        if not self._end_job():
            self._show_found(is_whole=is_whole)

    def _on_failed(self, error: EditorError) -> None:
        if not self._end_job():
            self._forget()
            self.message.setText(str(error))

    @Slot()
    def _on_cancelled(self) -> None:
        self._end_job()

    def _end_job(self) -> bool:
        """Put the job away; return whether something else begins in its place."""
        if self._job is not None:
            self._job.deleteLater()
            self._job = None
        self.progress.hide()
        wanted, self._next = self._next, None
        if wanted is not None:
            wanted()
        return wanted is not None

    def _take(self) -> None:
        """Show what was found by now, unless something else is looked for."""
        if self._search is not None:
            self.hits.take(self._found[self.hits.taken() :])
            self._show_ticks()

    def _forget(self) -> None:
        self._search = None
        self.hits.clear()
        self._show_found()

    def _show_found(self, *, is_whole: bool = True) -> None:
        is_asked = self._search is not None
        items_found = self.hits.taken()
        words = found_words(self.hits.hits, items_found, is_whole=is_whole) if is_asked else ""
        self.message.setText(words)
        self._show_ticks()

    # ------------------------------------------------------------ ticks and replacing

    @Slot()
    def _show_ticks(self) -> None:
        hits = self.hits
        self.every.setEnabled(hits.hits > 0)
        state = Qt.CheckState.PartiallyChecked
        if hits.ticked_hits in (0, hits.hits):
            state = Qt.CheckState.Checked if hits.ticked_hits else Qt.CheckState.Unchecked
        self.every.setCheckState(state)
        self.replace_button.setText(ticked_words(hits.ticked_hits, hits.ticked_items))
        self.replace_button.setAccessibleName(self.replace_button.text())
        is_over = self._job is None and self._search is not None
        self.replace_button.setEnabled(is_over and hits.ticked_hits > 0)

    @Slot()
    def _on_replacement_edited(self) -> None:
        try:
            query, words = self.form.search().query, self.form.replacement.text()
            self.hits.show_new(prepared(query, words) if words else None)
        except FindError as error:
            self.hits.show_new(None)
            self.message.setText(str(error))

    @Slot()
    def _on_every_clicked(self) -> None:
        self.hits.tick_all(is_ticked=self.every.checkState() is not Qt.CheckState.Unchecked)

    @Slot()
    def _on_replace(self) -> None:
        if self._search is None or not self._duties.leave():
            return
        try:
            ticked = self.hits.ticked()
            known = self._duties.library.bulk.exported()
            words = self.form.replacement.text()
            change = replacing(self._search, words, ticked=ticked, is_known=known.__contains__)
        except EditorError as error:
            self.message.setText(str(error))
            return
        self.replace_button.setEnabled(False)
        self.message.setText("Making sure that there is a backup…")
        self._duties.before(len(ticked), lambda: self._begin(change, tuple(ticked)))

    def _begin(self, change: BulkChange, item_ids: Sequence[ItemId]) -> None:
        if self._is_over:  # closed while the backup was made
            return
        self.message.setText("")
        steps = change_items(self._duties.library, change, item_ids)
        words = f"Replacing in {items(len(item_ids))}…"
        work = WorkDialog(words, steps, self._duties.background, self)
        work.done_all.connect(partial(self._on_replaced, change))
        work.failed.connect(self._on_failed)
        work.finished.connect(self._show_ticks)
        work.open()

    def _on_replaced(self, change: BulkChange, outcome: BulkOutcome) -> None:
        self.changed.emit(change, outcome)
        self._forget()
        way_back = "Edit > Undo the last bulk change takes it back."
        self.message.setText(f"Replaced in {items(outcome.changed)}. {way_back}")

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        self.item_requested.emit(self.hits.item_of(index.row()).item_id)

    @override
    def reject(self) -> None:
        self._is_over = True
        self._timer.stop()
        if self._job is None:
            super().reject()
            return
        self._next = super().reject
        self._job.cancel()

    # ------------------------------------------------------------ parts

    def _connect(self) -> None:
        self._timer.timeout.connect(self._on_pause)
        self.form.search_edited.connect(self._on_search_edited)
        self.form.replacement_edited.connect(self._on_replacement_edited)
        self.hits.ticks_changed.connect(self._show_ticks)
        self.every.clicked.connect(self._on_every_clicked)
        self.view.activated.connect(self._on_activated)
        self.replace_button.clicked.connect(self._on_replace)
        self.leave_button.clicked.connect(self.reject)
        self._duties.look.changed.connect(self.view.viewport().update)

    def _name_parts(self) -> None:
        for widget, name, words in (
            (self.message, "libraryMessage", "What was found"),
            (self.every, "libraryEvery", "All hits"),
            (self.view, "libraryHits", "Hits"),
            (self.progress, "libraryProgress", "Progress"),
            (self.leave_button, "libraryClose", "Close"),
            (self.replace_button, "libraryReplaceAll", "Replace"),
        ):
            widget.setObjectName(name)
            widget.setAccessibleName(words)
        self.message.setWordWrap(True)
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.progress.hide()
        self.leave_button.setAutoDefault(False)
        self.replace_button.setAutoDefault(False)
        self.replace_button.setProperty("look", "primary")
        self.replace_button.setMinimumWidth(_BUTTON)
        self.view.setModel(self.hits)
        self.view.setItemDelegate(HitDelegate(self._duties.look, self))
        self.view.setUniformItemSizes(True)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _lay_out(self) -> None:
        found = QHBoxLayout()
        found.addWidget(self.every)
        found.addWidget(self.message, 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.leave_button)
        buttons.addWidget(self.replace_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(self.form)
        layout.addLayout(found)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.progress)
        layout.addLayout(buttons)
        self.resize(820, 620)
