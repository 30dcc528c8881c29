"""The list itself: rows under the keyboard and the mouse."""

from collections.abc import Sequence

from PySide6.QtCore import QElapsedTimer, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView, QMenu, QWidget
from typing_extensions import override

from editor_app.errors import EditorError
from editor_app.model.identity import ItemId
from editor_app.store.query import ItemQuery
from editor_app.ui.item_list.chosen import ChosenRows
from editor_app.ui.item_list.delegate import RowDelegate
from editor_app.ui.item_list.model import ItemListModel
from editor_app.ui.paged_rows import Role


class ItemListView(QListView):
    """Rows of items, of which one is open, and of which many can be chosen to be changed at once.

    Choosing many opens none of them: the open item stays on the desk.

    Signals:
        item_chosen: The user went to another row; carries its `ItemId`.
    """

    item_chosen = Signal(str)

    def __init__(
        self, model: ItemListModel, delegate: RowDelegate, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("itemList")
        self.setAccessibleName("Items")
        self._model = model
        self._menu_actions: tuple[QAction, ...] = ()
        self._many_actions: tuple[QAction, ...] = ()
        self._open_id: ItemId | None = None
        self._is_showing = False
        self._typed = ""
        self._typed_at = QElapsedTimer()
        self._typed_at.start()
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(24)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu_requested)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        model.modelReset.connect(self._on_model_reset)
        self.chosen = ChosenRows(model, self.selectionModel(), self)
        self.chosen.changed.connect(self._open_the_one)

    @property
    def query(self) -> ItemQuery:
        """What the rows answer."""
        return self._model.query

    def set_menu_actions(self, actions: Sequence[QAction]) -> None:
        """Offer actions for the open item when its row is clicked with the other button."""
        self._menu_actions = tuple(actions)

    def set_many_actions(self, actions: Sequence[QAction]) -> None:
        """Offer actions for many items when one of many chosen rows is clicked so."""
        self._many_actions = tuple(actions)

    def show_open(self, item_id: ItemId | None) -> None:
        """Mark the row of the open item; this is not a choice of the user."""
        self._open_id = item_id
        row = self._row_of(item_id) if item_id is not None else -1
        self._is_showing = True
        try:
            if self.chosen.are_many:
                index = self._model.index(row, 0) if row >= 0 else QModelIndex()
                no_update = QItemSelectionModel.SelectionFlag.NoUpdate
                self.selectionModel().setCurrentIndex(index, no_update)
            elif row < 0:
                self.setCurrentIndex(QModelIndex())
                self.clearSelection()
            else:
                self.go_to(row)
        finally:
            self._is_showing = False

    def go_to(self, row: int) -> None:
        """Choose a row and no other; Qt would add it to the others while a Ctrl key is down."""
        only = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(self._model.index(row, 0), only)

    @override
    def moveCursor(
        self,
        cursorAction: QAbstractItemView.CursorAction,
        modifiers: Qt.KeyboardModifier,
    ) -> QModelIndex:
        if cursorAction is QAbstractItemView.CursorAction.MoveEnd:
            self._model.count_all()
        return super().moveCursor(cursorAction, modifiers)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self.chosen.choose_all()
        elif event.key() == Qt.Key.Key_Escape and self.chosen.are_many:
            self.end_choosing()
        else:
            super().keyPressEvent(event)

    @override
    def keyboardSearch(self, search: str) -> None:
        """Go to the next headline near by that begins with what is typed into the list.

        Qt would read every row for that.
        """
        is_later = self._typed_at.hasExpired(QApplication.keyboardInputInterval())
        self._typed = search if is_later else self._typed + search
        self._typed_at.start()
        start = self.currentIndex().row() + (1 if len(self._typed) == 1 else 0)
        row = self._model.row_beginning(self._typed, start=max(start, 0))
        if row >= 0:
            self.setCurrentIndex(self._model.index(row, 0))

    @Slot()
    def end_choosing(self) -> None:
        """Choose no longer many, but the open item."""
        self.chosen.clear()
        self.show_open(self._open_id)

    def _row_of(self, item_id: ItemId) -> int:
        """Return the row of an item, or -1; while one types a search, only near the top."""
        try:
            return self._model.row_of(item_id, anywhere=not self._model.query.search)
        except EditorError:
            return -1

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, _current: QModelIndex, _previous: QModelIndex) -> None:
        self._open_the_one()

    @Slot()
    def _open_the_one(self) -> None:
        """Tell which row was gone to, once it is the one that is chosen."""
        current = self.currentIndex()
        if self._is_showing or self.chosen.are_many or not current.isValid():
            return
        if not self.selectionModel().isSelected(current):
            return
        row = current.data(Role.SUMMARY)  # nothing where it cannot be read
        if row is not None and row.id != self._open_id:
            self.item_chosen.emit(row.id)

    @Slot()
    def _on_model_reset(self) -> None:
        self.show_open(self._open_id)

    @Slot(QPoint)
    def _on_menu_requested(self, place: QPoint) -> None:
        index = self.indexAt(place)
        if index.isValid() and not self.selectionModel().isSelected(index):
            self.setCurrentIndex(index)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action in self._many_actions if self.chosen.are_many else self._menu_actions:
            if action.isSeparator():
                menu.addSeparator()
            elif action.isVisible() and action.isEnabled():
                menu.addAction(action)
        menu.popup(self.viewport().mapToGlobal(place))
