"""The window of backups: which there are, and what can be done with them."""

from datetime import datetime

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from editor_app.ui.backups.words import BackupRow, Shelf, why_words
from editor_app.ui.history.words import moment_words
from editor_app.ui.photos.browser_work import WorkRow
from editor_app.ui.photos.facts import size_words

_COLUMNS = ("Made", "Why", "Items", "Size", "Where")
_NUMBERS = (2, 3)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_AIR = 18  # pixels between two columns
_ROW = 28  # pixels


class BackupsWindow(QDialog):
    """Lists the backups of a library and offers what can be done; it does nothing itself.

    Signals:
        back_up_requested: A backup is wanted now.
        restore_requested: The library is to be brought back; carries a `BackupRow`.
        undo_requested: The last restore is to be undone.
        second_place_requested: A second place is to be chosen, or another one.
        save_requested: The whole library is to be saved as one file.
        open_requested: A library is to be made of such a file.
        test_requested: The library is to be tested.
    """

    back_up_requested = Signal()
    restore_requested = Signal(object)
    undo_requested = Signal()
    second_place_requested = Signal()
    save_requested = Signal()
    open_requested = Signal()
    test_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("backupsWindow")
        self.setWindowTitle("Backups")
        self.setModal(False)
        self.lead = QLabel("Looking for backups…", self)
        self.lead.setWordWrap(True)
        self.lead.setTextFormat(Qt.TextFormat.PlainText)
        self.list = self._make_list()
        self.second = QLabel(self)
        self.second.setProperty("look", "muted")
        self.second.setWordWrap(True)
        self.second.setTextFormat(Qt.TextFormat.PlainText)
        self.work = WorkRow(self)
        self.work.cancel.hide()
        self._rows: tuple[BackupRow, ...] = ()
        self._lay_out(self._make_buttons())
        self.resize(900, 520)
        self._on_selected()

    @property
    def selected(self) -> BackupRow | None:
        """The backup that is chosen in the list."""
        chosen = self.list.currentItem()
        row = self.list.indexOfTopLevelItem(chosen) if chosen is not None else -1
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def show_shelf(self, shelf: Shelf, *, now: datetime) -> None:
        """Show the backups of all places, the newest one chosen."""
        self._rows = shelf.rows
        self.list.clear()
        self.list.addTopLevelItems([_entry(row, now) for row in shelf.rows])
        for number in range(len(_COLUMNS) - 1):  # the last one takes what is left
            self.list.resizeColumnToContents(number)
            self.list.setColumnWidth(number, self.list.columnWidth(number) + _AIR)
        self.undo.setEnabled(shelf.can_undo)
        self.lead.setText(_lead(shelf))
        if (newest := self.list.topLevelItem(0)) is not None:
            self.list.setCurrentItem(newest)
        self._on_selected()

    def show_second_place(self, words: str) -> None:
        """Say where the second place is and whether it is up to date."""
        self.second.setText(words)

    def show_work(self, words: str) -> None:
        """Say what goes on; an empty text says that nothing does."""
        self.work.setVisible(bool(words))
        if words:
            self.work.show_progress(words, done=0, total=0)
            self.work.bar.setMaximum(0)
        for button in (self.back_up, self.save, self.undo, self.test):
            button.setEnabled(not words)

    def _make_list(self) -> QTreeWidget:
        made = QTreeWidget(self)
        made.setObjectName("backupList")
        made.setAccessibleName("Backups, the newest first")
        made.setColumnCount(len(_COLUMNS))
        made.setHeaderLabels(list(_COLUMNS))
        for number in _NUMBERS:
            made.headerItem().setTextAlignment(number, _RIGHT)
        made.setRootIsDecorated(False)
        made.setAllColumnsShowFocus(True)
        made.setUniformRowHeights(True)
        made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        made.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        made.itemSelectionChanged.connect(self._on_selected)
        # Later: the key would go on to this dialog, and from there to the question it has opened.
        made.itemActivated.connect(self._on_restore, Qt.ConnectionType.QueuedConnection)
        return made

    def _make_buttons(self) -> QVBoxLayout:
        self.back_up = self._button("backUpNow", "&Back up now")
        self.restore = self._button("restoreBackup", "&Restore…")
        self.undo = self._button("undoRestore", "&Undo the last restore")
        self.test = self._button("testLibrary", "&Test this library")
        self.place = self._button("secondPlace", "Second &place…")
        self.save = self._button("saveWhole", "&Save as one file…")
        self.open_file = self._button("openWhole", "&Open such a file…")
        self.leave = self._button("closeBackups", "Close")
        self.save.setToolTip("Save the whole library, photos and all, as one file")
        self.open_file.setToolTip("Open a library from such a file, in a new folder")
        self.back_up.clicked.connect(self.back_up_requested)
        self.restore.clicked.connect(self._on_restore)
        self.undo.clicked.connect(self.undo_requested)
        self.test.clicked.connect(self.test_requested)
        self.place.clicked.connect(self.second_place_requested)
        self.save.clicked.connect(self.save_requested)
        self.open_file.clicked.connect(self.open_requested)
        self.leave.clicked.connect(self.close)
        column = QVBoxLayout()
        column.setSpacing(8)
        for group in (
            (self.back_up, self.restore, self.undo),
            (self.test, self.place),
            (self.save, self.open_file),
        ):
            for button in group:
                column.addWidget(button)
            column.addSpacing(10)
        column.addStretch(1)
        column.addWidget(self.leave)
        return column

    def _button(self, name: str, words: str) -> QPushButton:
        made = QPushButton(words, self)
        made.setObjectName(name)
        made.setAccessibleName(words.replace("&", "").rstrip("…"))
        made.setAutoDefault(False)
        return made

    def _lay_out(self, buttons: QVBoxLayout) -> None:
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addWidget(self.lead)
        left.addWidget(self.list, 1)
        left.addWidget(self.second)
        left.addWidget(self.work)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(16)
        layout.addLayout(left, 1)
        layout.addLayout(buttons)
        self.list.setFocus()

    @Slot()
    def _on_selected(self) -> None:
        row = self.selected
        self.restore.setEnabled(row is not None and row.items is not None)

    @Slot()
    def _on_restore(self) -> None:
        row = self.selected
        if row is not None and row.items is not None:
            self.restore_requested.emit(row)


def _entry(row: BackupRow, now: datetime) -> QTreeWidgetItem:
    number = "" if row.items is None else f"{row.items:,}"
    where = "Second place" if row.is_in_second_place else "Library"
    moment = moment_words(row.backup.made_at, now=now)
    words = [moment[:1].upper() + moment[1:], why_words(row), number]
    entry = QTreeWidgetItem([*words, size_words(row.backup.size), where])
    for column in _NUMBERS:
        entry.setTextAlignment(column, _RIGHT)
    spoken = ", ".join(
        part
        for part in (moment, why_words(row), f"{number} items" if number else "", where)
        if part
    )
    entry.setSizeHint(0, QSize(0, _ROW))
    for column in range(len(_COLUMNS)):
        entry.setToolTip(column, str(row.backup.path))
    entry.setData(0, Qt.ItemDataRole.AccessibleTextRole, spoken)
    return entry


def _lead(shelf: Shelf) -> str:
    problems = [str(one) for one in shelf.problems]
    if not shelf.rows:
        return " ".join(["There is no backup of this library yet.", *problems])
    damaged = [row.backup.path.name for row in shelf.rows if row.items is None]
    if damaged:
        verb = "is" if len(damaged) == 1 else "are"
        problems.append(f"Of these, {', '.join(damaged)} {verb} damaged and cannot be used.")
    first = "Standfirst backs this library up by itself, soon after the start and every half hour."
    return " ".join([first, *problems])
