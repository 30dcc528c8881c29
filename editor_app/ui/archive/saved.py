"""The saved searches over the list: one row each, with a count, opened and kept by the keys."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from editor_app.store.query import COUNTED, ItemQuery
from editor_app.store.query_text import filters_of
from editor_app.store.saved_searches import SavedSearch, SearchId

_ID = Qt.ItemDataRole.UserRole + 1
_COUNT = Qt.ItemDataRole.UserRole + 2
_MOST_ROWS = 6  # that are in sight at once


class SavedSearchesPane(QWidget):
    """A heading that opens and closes, and the searches under it.

    Return or a click shows what a search finds, F2 renames it, Delete deletes it, Alt with an arrow
    moves it. It is hidden while there is nothing to show and nothing to keep.

    Signals:
        search_chosen: Carries the query that the user wants to see.
        keep_requested: The user wants to keep what is shown.
        name_edited: Carries the id of a search and its new name.
        delete_requested: Carries the id of a search.
        order_edited: Carries the ids in their new order.
        opened: The user opened or closed the heading; carries which.
    """

    search_chosen = Signal(object)
    keep_requested = Signal()
    name_edited = Signal(int, str)
    delete_requested = Signal(int)
    order_edited = Signal(object)
    opened = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("savedSearchesPane")
        self._searches: dict[SearchId, SavedSearch] = {}
        self._counts: Mapping[SearchId, int] = {}
        self._query = ItemQuery()
        self.heading = _button("savedSearchesHeading", "Saved searches", self)
        self.heading.setCheckable(True)
        self.heading.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.heading.toggled.connect(self._on_toggled)
        self.heading.clicked.connect(self.opened)
        self.keep = _button("keepSearch", "Save this search", self)
        self.keep.clicked.connect(self.keep_requested)
        self.rows = _Rows(self)
        self.rows.hide()
        self._connect_rows()
        top = QHBoxLayout()
        top.setContentsMargins(8, 3, 8, 3)
        top.addWidget(self.heading)
        top.addStretch(1)
        top.addWidget(self.keep)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self.rows)
        self._on_toggled(is_open=False)
        self._show_what_is_needed()

    def show_searches(self, searches: Sequence[SavedSearch]) -> None:
        """Show these, in this order; the row that the keyboard is on stays so."""
        current = self.rows.current_id()
        self._searches = {one.id: one for one in searches}
        self.rows.blockSignals(True)  # noqa: FBT003
        self.rows.clear()
        for one in searches:
            self.rows.addItem(_row(one))
        self.rows.blockSignals(False)  # noqa: FBT003
        self.rows.fit()
        self.heading.setText(f"Saved searches {len(searches)}" if searches else "Saved searches")
        self.rows.go_to(current)
        self._put_counts()
        self._show_what_is_needed()

    def show_counts(self, counts: Mapping[SearchId, int]) -> None:
        """Show how many items each search finds; not before a name is written to its end."""
        self._counts = counts
        if not self.rows.is_editing:
            self._put_counts()

    def _put_counts(self) -> None:
        self.rows.blockSignals(True)  # noqa: FBT003
        for row in self.rows.entries():
            number = self._counts.get(row.data(_ID))
            if number is not None:
                said = f"{number:,}{'+' if number >= COUNTED else ''}"
                row.setData(_COUNT, said)
                row.setData(Qt.ItemDataRole.AccessibleTextRole, f"{row.text()}, {said} items")
        self.rows.blockSignals(False)  # noqa: FBT003

    def show_query(self, query: ItemQuery) -> None:
        """Mark the search that is shown, and offer to keep one that is not kept yet."""
        self._query = query
        self._show_what_is_needed()

    def show_open(self, *, is_open: bool) -> None:
        """Open or close the heading."""
        self.heading.setChecked(is_open)

    def rename(self, search_id: SearchId) -> None:
        """Let the user write another name for a search."""
        self.heading.setChecked(True)
        self.rows.go_to(search_id)
        self.rows.setFocus()
        if self.rows.currentRow() >= 0:
            self.rows.editItem(self.rows.currentItem())

    def _connect_rows(self) -> None:
        self.rows.itemClicked.connect(self._on_row_chosen)
        self.rows.chosen.connect(self._on_row_chosen)
        self.rows.itemChanged.connect(self._on_row_changed)
        self.rows.delete_requested.connect(self.delete_requested)
        self.rows.move_requested.connect(self._on_move_requested)

    def _show_what_is_needed(self) -> None:
        known = next(
            (one for one in self._searches.values() if _same(one.query, self._query)), None
        )
        self.keep.setVisible(self._query.is_narrowed and known is None)
        self.setVisible(bool(self._searches) or not self.keep.isHidden())
        self.rows.blockSignals(True)  # noqa: FBT003
        for row in self.rows.entries():
            row.setSelected(known is not None and row.data(_ID) == known.id)
        self.rows.blockSignals(False)  # noqa: FBT003
        self.heading.setVisible(bool(self._searches))
        self.rows.setVisible(bool(self._searches) and self.heading.isChecked())

    @Slot(bool)
    def _on_toggled(self, is_open: bool) -> None:  # noqa: FBT001 - a signal's argument
        arrow = Qt.ArrowType.DownArrow if is_open else Qt.ArrowType.RightArrow
        self.heading.setArrowType(arrow)
        self.heading.setAccessibleDescription("open" if is_open else "closed")
        self._show_what_is_needed()

    def _on_row_chosen(self, row: QListWidgetItem) -> None:
        search = self._searches.get(row.data(_ID))
        if search is not None:
            self.search_chosen.emit(search.query)

    def _on_row_changed(self, row: QListWidgetItem) -> None:
        search = self._searches.get(row.data(_ID))
        if search is not None and row.text() != search.name:
            self.name_edited.emit(search.id, row.text())

    @Slot(int, int)
    def _on_move_requested(self, search_id: int, by: int) -> None:
        ids = list(self._searches)
        at = ids.index(SearchId(search_id))
        to = at + by
        if 0 <= to < len(ids):
            ids.insert(to, ids.pop(at))
            self.order_edited.emit(tuple(ids))


class _Rows(QListWidget):
    """The searches under the heading.

    Signals:
        chosen: Return was pressed on a row; carries it.
        delete_requested: Carries the id of a search.
        move_requested: Carries the id of a search, and by how many rows it is to go down.
    """

    chosen = Signal(object)
    delete_requested = Signal(int)
    move_requested = Signal(int, int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("savedSearches")
        self.setAccessibleName("Saved searches")
        self.setItemDelegate(_CountDelegate(self))
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu_requested)

    @property
    def is_editing(self) -> bool:
        """Whether a name is being written."""
        return self.state() is QAbstractItemView.State.EditingState

    def entries(self) -> list[QListWidgetItem]:
        """Return all rows."""
        return [self.item(number) for number in range(self.count())]

    def current_id(self) -> SearchId | None:
        """Return the search that the keyboard is on."""
        return SearchId(self.currentItem().data(_ID)) if self.currentRow() >= 0 else None

    def go_to(self, search_id: SearchId | None) -> None:
        """Put the keyboard on a search; it is not chosen by that."""
        for row in self.entries():
            if row.data(_ID) == search_id:
                self.setCurrentItem(row)

    def fit(self) -> None:
        """Be as high as the rows, up to a few of them."""
        height = max(self.sizeHintForRow(0), 1)
        self.setFixedHeight(min(self.count(), _MOST_ROWS) * height + 2 * self.frameWidth() + 4)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentItem()
        is_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        key = Qt.Key(event.key())
        if self.currentRow() < 0 or self.is_editing:
            super().keyPressEvent(event)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.chosen.emit(row)
        elif key == Qt.Key.Key_Delete:
            self.delete_requested.emit(row.data(_ID))
        elif is_alt and key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.move_requested.emit(row.data(_ID), -1 if key == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    @Slot(QPoint)
    def _on_menu_requested(self, place: QPoint) -> None:
        row = self.itemAt(place)
        if row is None:
            return
        self.setCurrentItem(row)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        search_id = row.data(_ID)
        menu.addAction("Rename\tF2").triggered.connect(partial(self._edit, row))
        menu.addAction("Move up\tAlt+Up").triggered.connect(partial(self._move, search_id, -1))
        menu.addAction("Move down\tAlt+Down").triggered.connect(partial(self._move, search_id, 1))
        menu.addAction("Delete\tDel").triggered.connect(partial(self._delete, search_id))
        menu.popup(self.viewport().mapToGlobal(place))

    def _edit(self, row: QListWidgetItem, _is_on: object = None) -> None:
        self.editItem(row)

    def _move(self, search_id: int, by: int, _is_on: object = None) -> None:
        self.move_requested.emit(search_id, by)

    def _delete(self, search_id: int, _is_on: object = None) -> None:
        self.delete_requested.emit(search_id)


class _CountDelegate(QStyledItemDelegate):
    """Paints the name, and the count behind it."""

    @override
    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        count = index.data(_COUNT)
        if count:
            option.text = f"{option.text}  ·  {count}"


def _button(name: str, words: str, parent: QWidget) -> QToolButton:
    button = QToolButton(parent)
    button.setObjectName(name)
    button.setText(words)
    button.setAccessibleName(words)
    button.setProperty("look", "words")
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def _row(search: SavedSearch) -> QListWidgetItem:
    row = QListWidgetItem(search.name)
    row.setData(_ID, search.id)
    row.setFlags(row.flags() | Qt.ItemFlag.ItemIsEditable)
    return row


def _same(one: ItemQuery, other: ItemQuery) -> bool:
    """Return whether two queries ask for the same, in whichever order and page."""
    is_same_text = one.search.strip() == other.search.strip()
    return is_same_text and filters_of(one) == filters_of(other)
