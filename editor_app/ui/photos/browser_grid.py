"""The photos of the browser as tiles under the keyboard and the mouse."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QWidget
from typing_extensions import override

from editor_app.errors import EditorError
from editor_app.store.photo_query import PhotoSummary
from editor_app.ui.photos.browser_model import PhotoGridModel
from editor_app.ui.photos.browser_tile import TileDelegate

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class PhotoGrid(QListView):
    """Tiles of photos, of which any number can be chosen.

    Signals:
        chosen: Other photos are chosen than before.
        opened: The user pressed Enter on a photo, or clicked it twice; carries its path.
        delete_pressed: The user pressed Delete.
        menu_wanted: A menu for what is chosen is about to show; carries the `QMenu` to fill.
        read_failed: The library could not be read; carries the `EditorError`.
    """

    chosen = Signal()
    opened = Signal(str)
    delete_pressed = Signal()
    menu_wanted = Signal(object)
    read_failed = Signal(object)

    def __init__(
        self, model: PhotoGridModel, delegate: TileDelegate, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("photoGrid")
        self.setAccessibleName("Photos")
        self._model = model
        self._is_showing = False
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setSpacing(2)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(40)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.doubleClicked.connect(self._on_double_clicked)

    def chosen_photos(self) -> list[PhotoSummary]:
        """Return the chosen photos, in the order they stand in."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [self._model.summary(row) for row in rows]

    def chosen_srcs(self) -> list[str]:
        """Return the paths of the chosen photos, in the order they stand in."""
        return [photo.src for photo in self.chosen_photos()]

    def choose(self, srcs: frozenset[str], *, current: int = -1) -> None:
        """Choose photos, as far as they are shown; where none is, the tile at a row."""
        rows = self._model.rows_of(srcs)
        if not rows and 0 <= current < self._model.rowCount():
            rows = [current]
        chosen = QItemSelection()
        for first, last in _stretches(rows):
            chosen.select(self._model.index(first, 0), self._model.index(last, 0))
        self._is_showing = True
        selection = self.selectionModel()
        if rows:
            keep = QItemSelectionModel.SelectionFlag.NoUpdate
            selection.setCurrentIndex(self._model.index(rows[0], 0), keep)
        selection.select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._is_showing = False
        if rows:
            self.scrollTo(self._model.index(rows[0], 0))
        self.chosen.emit()

    def enter(self) -> None:
        """Take the keyboard, with the first photo chosen if none is."""
        self.setFocus(Qt.FocusReason.TabFocusReason)
        if not self.selectionModel().hasSelection() and self._model.rowCount():
            self.setCurrentIndex(self._model.index(0, 0))

    @override
    def selectAll(self) -> None:
        if self._fetch_all():
            super().selectAll()

    @override
    def moveCursor(
        self,
        cursorAction: QAbstractItemView.CursorAction,
        modifiers: Qt.KeyboardModifier,
    ) -> QModelIndex:
        if cursorAction is QAbstractItemView.CursorAction.MoveEnd:
            self._fetch_all()
            return self._model.index(self._model.rowCount() - 1, 0)
        return super().moveCursor(cursorAction, modifiers)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self.currentIndex()
        if event.key() in _ENTER and current.isValid():
            self.opened.emit(self._model.summary(current.row()).src)
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_pressed.emit()
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.menu_wanted.emit(menu)
        place = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            area = self.visualRect(self.currentIndex())
            place = self.viewport().mapToGlobal(area.center())
        menu.popup(place)

    def _fetch_all(self) -> bool:
        try:
            self._model.fetch_all()
        except EditorError as error:
            self.read_failed.emit(error)
            return False
        return True

    @Slot()
    def _on_selection_changed(self) -> None:
        if not self._is_showing:
            self.chosen.emit()

    @Slot(QModelIndex)
    def _on_double_clicked(self, index: QModelIndex) -> None:
        self.opened.emit(self._model.summary(index.row()).src)


def _stretches(rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last of rows that follow each other."""
    first = last = -1
    for row in rows:
        if row != last + 1 or first < 0:
            if first >= 0:
                yield first, last
            first = row
        last = row
    if first >= 0:
        yield first, last
