"""The entries of one list: searched, chosen, put in order, merged, retired, deleted."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QItemSelection, QModelIndex, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QMenu,
    QPushButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from editor_app.model.lists import ORDERED, Entry, EntryId, ListKind
from editor_app.ui.lists.table import EntryTable
from editor_app.ui.lists.words import in_brief
from editor_app.ui.look.icons import Icons

_COUNT_WIDTH = 64
_MOST_TO_MERGE = 30  # entries that can be chosen as the one that stays


class EntriesPane(QWidget):
    """Shows the entries of a list; ``may_leave`` is asked before another one is shown.

    Signals:
        entry_chosen: The user wants to see an entry; carries the `Entry`.
        add_requested: The user wants a new one.
        merge_requested: Entries are to be one; carries the `EntryId` that stays, and all of them.
        retire_requested: Entries are to be retired, or offered again; carries ids and which.
        delete_requested: Entries are to be deleted; carries their ids.
        order_requested: The list is to have another order; carries all ids.
        import_requested: Entries are to be read from a file.
        export_requested: The list is to be written into a file.
        names_requested: What items carry beside the list is to be added to it.
    """

    entry_chosen = Signal(object)
    add_requested = Signal()
    merge_requested = Signal(int, object)
    retire_requested = Signal(object, bool)
    delete_requested = Signal(object)
    order_requested = Signal(object)
    import_requested = Signal()
    export_requested = Signal()
    names_requested = Signal()

    def __init__(self, icons: Icons, may_leave: Callable[[], bool], parent: QWidget) -> None:
        super().__init__(parent)
        self._icons, self._may_leave = icons, may_leave
        self._is_moving = False
        self._kind = ListKind.SECTION
        self.table = EntryTable()
        self.search, self.view = self._make_search(), self._make_view()
        self._make_buttons()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 8, 0)
        layout.setSpacing(8)
        layout.addWidget(self.search)
        layout.addWidget(self.view, 1)
        for row in (
            (self.add, self.merge, self.retire, self.delete),
            (self.up, self.down, self.more),
        ):
            layout.addLayout(_in_a_row(row))

    @property
    def selected(self) -> list[Entry]:
        """The entries that are chosen, in the order of the list."""
        rows = sorted(index.row() for index in self.view.selectionModel().selectedRows())
        return [entry for row in rows if (entry := self.table.entry(row)) is not None]

    def begin(self, kind: ListKind) -> None:
        """Get ready for another list."""
        self._kind = kind
        self.search.clear()
        self.show_state()

    def show_entries(
        self, entries: Sequence[Entry], uses: Mapping[str, int], *, chosen: EntryId | None
    ) -> Entry | None:
        """Show entries and return the one that is chosen, if it is there."""
        self.table.show_entries(entries, uses)
        return self.choose(chosen)

    def choose(self, entry_id: EntryId | None) -> Entry | None:
        """Choose one entry, or none, without saying so; return it."""
        row = self.table.row_of(entry_id)
        self._is_moving = True
        if row < 0:
            self.view.setCurrentIndex(QModelIndex())
            self.view.clearSelection()
        else:
            self.view.setCurrentIndex(self.table.index(row, 0))
        self._is_moving = False
        self.show_state()
        return self.table.entry(row)

    @Slot()
    def show_state(self) -> None:
        """Offer what can be done with the entries that are chosen."""
        chosen = self.selected
        self.merge.setEnabled(1 < len(chosen) <= _MOST_TO_MERGE)
        is_back = bool(chosen) and all(one.is_retired for one in chosen)
        self.retire.setText("&Bring back" if is_back else "&Retire")
        self.retire.setAccessibleName("Bring back" if is_back else "Retire")
        self.retire.setEnabled(bool(chosen))
        self.delete.setEnabled(bool(chosen) and not any(self.table.uses(one) for one in chosen))
        can_move = len(chosen) == 1 and not self.table.is_searched
        row = self.table.row_of(chosen[0].id) if can_move else -1
        for button in (self.up, self.down):
            button.setVisible(self._kind in ORDERED)
        self.up.setEnabled(row > 0)
        self.down.setEnabled(0 <= row < self.table.rowCount() - 1)
        self.take_names.setVisible(self._kind in {ListKind.SECTION, ListKind.TAG})

    # ------------------------------------------------------------ parts

    def _make_search(self) -> QLineEdit:
        made = QLineEdit(self)
        made.setObjectName("listSearch")
        made.setAccessibleName("Search this list")
        made.setPlaceholderText("Search this list")
        made.setClearButtonEnabled(True)
        made.textChanged.connect(self._on_search)
        return made

    def _make_view(self) -> QTreeView:
        made = QTreeView(self)
        made.setObjectName("listEntries")
        made.setAccessibleName("Entries of the list")
        made.setModel(self.table)
        made.setRootIsDecorated(False)
        made.setUniformRowHeights(True)
        made.setAllColumnsShowFocus(True)
        made.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        header = made.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(1, _COUNT_WIDTH)
        made.selectionModel().currentChanged.connect(self._on_current)
        made.selectionModel().selectionChanged.connect(self._on_selection)
        return made

    def _make_buttons(self) -> None:
        self.add = self._button("addEntry", "&Add")
        self.add.setIcon(self._icons("plus"))
        self.merge = self._button("mergeEntries", "&Merge…")
        self.merge.setToolTip("Make one entry of those that are chosen")
        self.retire = self._button("retireEntries", "&Retire")
        self.retire.setToolTip("A retired entry stays on old items and is no longer offered")
        self.delete = self._button("deleteEntries", "&Delete")
        self.delete.setToolTip("Delete entries that no item uses")
        self.up = self._button("moveUp", "Up")
        self.down = self._button("moveDown", "Down")
        self.more = self._button("listFiles", "M&ore")
        self.add.clicked.connect(self.add_requested)
        self.merge.clicked.connect(self._on_merge)
        self.retire.clicked.connect(self._on_retire)
        self.delete.clicked.connect(self._on_delete)
        self.up.clicked.connect(partial(self._move, -1))
        self.down.clicked.connect(partial(self._move, 1))
        menu = QMenu(self.more)
        menu.addAction("&Import from a file…").triggered.connect(self.import_requested)
        menu.addAction("&Export to a file…").triggered.connect(self.export_requested)
        self.take_names = menu.addAction("Add the &names that items use")
        self.take_names.triggered.connect(self.names_requested)
        self.more.setMenu(menu)

    def _button(self, name: str, words: str) -> QPushButton:
        made = QPushButton(words, self)
        made.setObjectName(name)
        made.setAccessibleName(words.replace("&", "").rstrip("…"))
        made.setAutoDefault(False)
        return made

    # ------------------------------------------------------------ wishes

    @Slot(str)
    def _on_search(self, words: str) -> None:
        chosen = self.selected
        self.table.search(words)
        self.choose(chosen[0].id if chosen else None)

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, now: QModelIndex, before: QModelIndex) -> None:
        if self._is_moving or not now.isValid():
            return
        wanted, left = self.table.entry(now.row()), self.table.entry(before.row())
        if not self._may_leave():
            self.choose(left.id if left else None)
            return
        if wanted is not None and self.table.entry(now.row()) is not wanted:
            self.choose(wanted.id)  # saving has put it elsewhere
        if wanted is not None:
            self.entry_chosen.emit(wanted)

    @Slot(QItemSelection, QItemSelection)
    def _on_selection(self, _now: QItemSelection, _before: QItemSelection) -> None:
        if not self._is_moving:
            self.show_state()

    @Slot()
    def _on_merge(self) -> None:
        chosen = self.selected
        ids = [entry.id for entry in chosen]
        menu = QMenu(self)
        menu.setObjectName("mergeMenu")
        menu.addSection("Which one stays?")
        for entry in chosen:
            name = in_brief(entry.name).replace("&", "&&")
            menu.addAction(name).triggered.connect(partial(self._send_merge, entry.id, ids))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.merge.mapToGlobal(self.merge.rect().bottomLeft()))

    def _send_merge(self, kept: EntryId, ids: list[EntryId]) -> None:
        if self._may_leave():
            self.merge_requested.emit(kept, ids)

    @Slot()
    def _on_retire(self) -> None:
        chosen = self.selected
        is_back = all(entry.is_retired for entry in chosen)
        self.retire_requested.emit([entry.id for entry in chosen], not is_back)

    @Slot()
    def _on_delete(self) -> None:
        self.delete_requested.emit([entry.id for entry in self.selected])

    def _move(self, by: int) -> None:
        rows = range(self.table.rowCount())
        ids = [entry.id for row in rows if (entry := self.table.entry(row)) is not None]
        chosen = self.selected
        row = ids.index(chosen[0].id) if chosen else -1
        if row >= 0 and 0 <= row + by < len(ids):
            ids[row], ids[row + by] = ids[row + by], ids[row]
            self.order_requested.emit(ids)


def _in_a_row(buttons: Sequence[QPushButton]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(6)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return row
