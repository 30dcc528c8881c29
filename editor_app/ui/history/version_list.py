"""The list of versions under the keyboard and the mouse."""

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QListView, QWidget
from typing_extensions import override

from editor_app.ui.history.delegate import VersionDelegate
from editor_app.ui.history.model import VersionModel
from editor_app.ui.look.look import Look

_SETTLED = 60  # milliseconds after the last scroll: what only passes by is not read
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class VersionList(QListView):
    """Rows of versions, of which one is chosen.

    Signals:
        version_chosen: Another version was chosen; carries its number.
        compare_requested: Enter was pressed: the user wants to read what is different.
        rows_seen: Rows came into sight of which it may not be known what changed; carries them.
        naming_ended: A name was typed, or not; the rows may be others again.
        menu_requested: The user asked for what can be done; carries the place on the screen.
    """

    version_chosen = Signal(int)
    compare_requested = Signal()
    rows_seen = Signal(list)
    naming_ended = Signal()
    menu_requested = Signal(QPoint)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("versionList")
        self.setAccessibleName("Versions")
        self.versions = VersionModel(self)
        self._chosen = 0
        self._is_showing = False
        self.setModel(self.versions)
        self.setItemDelegate(VersionDelegate(look, self))
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(24)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setTabKeyNavigation(False)
        self.customContextMenuRequested.connect(self._on_menu_requested)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.versions.modelReset.connect(self._on_reset)
        self._settling = QTimer(self, singleShot=True, interval=_SETTLED)
        self._settling.timeout.connect(self._look_round)
        self.verticalScrollBar().valueChanged.connect(self._settle)
        self.versions.rowsInserted.connect(self._settle)
        self.versions.dataChanged.connect(self._settle)
        look.changed.connect(self.viewport().update)

    @property
    def chosen(self) -> int:
        """The version that is chosen; 0 if none is."""
        return self._chosen

    def choose(self, version: int) -> None:
        """Choose a version, as a click does; without it, the newest."""
        row = max(self.versions.row_of(version), 0)
        if self.versions.rowCount():
            self.setCurrentIndex(self.versions.index(row))

    def begin_naming(self, version: int) -> None:
        """Let the name of a version be typed in its row."""
        row = self.versions.row_of(version)
        if row >= 0:
            self.setCurrentIndex(self.versions.index(row))
            self.scrollTo(self.currentIndex())
            self.edit(self.currentIndex())

    def forget(self) -> None:
        """Choose nothing, as another item is open."""
        self._chosen = 0

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in _ENTER and self.currentIndex().isValid() and not self.is_naming
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.begin_naming(self._chosen)
        elif is_enter:
            self.compare_requested.emit()
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    @override
    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+Enter, which names a version, from the actions of the text."""
        is_asked = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if is_asked and isinstance(event, QKeyEvent) and event.key() in _ENTER:
            event.accept()
            return True
        return super().event(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settling.start()

    @property
    def is_naming(self) -> bool:
        """Whether a name is being typed: the rows must stay as they are meanwhile."""
        return self.state() is QAbstractItemView.State.EditingState

    @override
    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, hint)
        self.naming_ended.emit()

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if self._is_showing or not current.isValid():
            return
        version = self.versions.row(current.row()).revision.version
        if version != self._chosen:
            self._chosen = version
            self.version_chosen.emit(version)

    @Slot()
    def _on_reset(self) -> None:
        """Keep the same version chosen when others have come; the newest if it is gone."""
        row = self.versions.row_of(self._chosen)
        self._is_showing = True
        try:
            if row >= 0:
                self.setCurrentIndex(self.versions.index(row))
        finally:
            self._is_showing = False
        if row < 0 and self._chosen:
            self.choose(0)
        self._settling.start()

    @Slot()
    def _settle(self) -> None:
        """Look round as soon as the rows stand still."""
        self._settling.start()

    @Slot()
    def _look_round(self) -> None:
        """Tell which rows are in sight."""
        area = self.viewport().rect()
        first, last = self.indexAt(area.topLeft()), self.indexAt(area.bottomLeft())
        if not first.isValid():
            return
        end = last.row() if last.isValid() else self.versions.rowCount() - 1
        self.rows_seen.emit([self.versions.row(row) for row in range(first.row(), end + 1)])

    @Slot(QPoint)
    def _on_menu_requested(self, place: QPoint) -> None:
        index = self.indexAt(place)
        if index.isValid():
            self.setCurrentIndex(index)
            self.menu_requested.emit(self.viewport().mapToGlobal(place))
