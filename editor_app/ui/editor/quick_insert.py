"""The quick way to put something in: a few letters of its name, then Enter."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Slot
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

_WIDTH, _ROWS = 320, 9
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class QuickInsert(QFrame):
    """A small window over the text with all that can be put in; Enter takes the marked one."""

    def __init__(self, actions: Sequence[QAction], *, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("quickInsert")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._actions = [action for action in actions if action.isEnabled()]
        self.field = QLineEdit(self)
        self.field.setObjectName("quickInsertField")
        self.field.setAccessibleName("Insert")
        self.field.setPlaceholderText("Insert… photo, quote, note")
        self.field.installEventFilter(self)
        self.found = QListWidget(self)
        self.found.setObjectName("quickInsertList")
        self.found.setAccessibleName("What can be put in")
        self.found.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        layout.addWidget(self.field)
        layout.addWidget(self.found)
        self.setFixedWidth(_WIDTH)
        self.field.textChanged.connect(self._on_typed)
        self.found.itemClicked.connect(self._on_clicked)
        self._on_typed()

    def open_at(self, place: QPoint) -> None:
        """Show the window with its corner at a place on the screen, as far as it fits."""
        self.ensurePolished()
        self.found.setFixedHeight(_ROWS * self.found.sizeHintForRow(0) + 2)
        self.adjustSize()
        area = self.screen().availableGeometry()
        left = max(area.left(), min(place.x(), area.right() - self.width()))
        top = place.y() if place.y() + self.height() <= area.bottom() else place.y() - self.height()
        self.move(left, max(area.top(), top))
        self.show()
        self.field.setFocus()

    @Slot()
    def _on_typed(self) -> None:
        words = self.field.text().casefold().split()
        self.found.clear()
        for number, action in enumerate(self._actions):
            name = _name(action)
            if all(word in name.casefold() for word in words):
                keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                shown = f"{name}\t{keys}" if keys else name
                item = QListWidgetItem(action.icon(), shown.replace("\t", "   "), self.found)
                item.setData(Qt.ItemDataRole.UserRole, number)
        if self.found.count():
            self.found.setCurrentRow(0)

    @Slot()
    def _on_clicked(self) -> None:
        self._take()

    def _take(self) -> None:
        row = self.found.currentRow()
        if row < 0:
            return
        action = self._actions[self.found.item(row).data(Qt.ItemDataRole.UserRole)]
        self.close()
        action.trigger()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys walk through the list, and Enter take what is marked."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _ENTER:
                self._take()
                return True
            if step := _STEPS.get(Qt.Key(event.key()), 0):
                row = self.found.currentRow() + step
                self.found.setCurrentRow(max(0, min(row, self.found.count() - 1)))
                return True
        return super().eventFilter(watched, event)


def _name(action: QAction) -> str:
    return action.text().replace("&", "").rstrip("…")
