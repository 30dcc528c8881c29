"""The list itself: rows under the keyboard and the mouse."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QWidget
from typing_extensions import override

from editor_app.model.identity import ItemId
from editor_app.ui.item_list.delegate import RowDelegate
from editor_app.ui.item_list.model import ItemListModel

_BATCH = 60


class ItemListView(QListView):
    """Rows of items, of which one is open.

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
        self._open_id: ItemId | None = None
        self._is_showing = False
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(24)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(_BATCH)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu_requested)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        model.modelReset.connect(self._on_model_reset)

    def set_menu_actions(self, actions: Sequence[QAction]) -> None:
        """Offer actions for the open item when its row is clicked with the other button."""
        self._menu_actions = tuple(actions)

    def show_open(self, item_id: ItemId | None) -> None:
        """Mark the row of the open item; this is not a choice of the user."""
        self._open_id = item_id
        row = self._model.row_of(item_id) if item_id is not None else -1
        self._is_showing = True
        try:
            if row < 0:
                self.setCurrentIndex(QModelIndex())
                self.clearSelection()
            else:
                self._lay_out_to(row)
                self.setCurrentIndex(self._model.index(row))
        finally:
            self._is_showing = False

    @override
    def moveCursor(
        self,
        cursorAction: QAbstractItemView.CursorAction,
        modifiers: Qt.KeyboardModifier,
    ) -> QModelIndex:
        is_to_end = cursorAction is QAbstractItemView.CursorAction.MoveEnd
        while is_to_end and self._model.canFetchMore(QModelIndex()):
            self._model.fetchMore(QModelIndex())
        last = self._model.rowCount() - 1
        self._lay_out_to(last)  # without it Qt looks for ever for the row a page further down
        return self._model.index(last) if is_to_end else super().moveCursor(cursorAction, modifiers)

    def _lay_out_to(self, row: int) -> None:
        """Give every row its place if this one has none yet: only then can it be scrolled to."""
        if row < _BATCH or self.visualRect(self._model.index(row)).isValid():
            return
        self.setLayoutMode(QListView.LayoutMode.SinglePass)
        self.doItemsLayout()
        self.setLayoutMode(QListView.LayoutMode.Batched)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if self._is_showing or not current.isValid():
            return
        item_id = self._model.summary(current.row()).id
        if item_id != self._open_id:
            self.item_chosen.emit(item_id)

    @Slot()
    def _on_model_reset(self) -> None:
        self.show_open(self._open_id)

    @Slot(QPoint)
    def _on_menu_requested(self, place: QPoint) -> None:
        index = self.indexAt(place)
        if index.isValid():
            self.setCurrentIndex(index)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action in self._menu_actions:
            if action.isSeparator():
                menu.addSeparator()
            elif action.isVisible() and action.isEnabled():
                menu.addAction(action)
        menu.popup(self.viewport().mapToGlobal(place))
