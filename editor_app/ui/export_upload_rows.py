"""The rows of files to upload and to remove."""

from collections.abc import Sequence
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from editor_app.export.uploads import FileToDo, ToDo
from editor_app.ui.weights import size_words

_COLUMNS = ("What to do", "File", "Size", "Item")
_WORDS = MappingProxyType(
    {ToDo.ADD: "Upload (new)", ToDo.REPLACE: "Upload (changed)", ToDo.REMOVE: "Remove"}
)
_NOWHERE = QModelIndex()
_SIZE = 2


class UploadRows(QAbstractTableModel):
    """One row for each file."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._files: Sequence[FileToDo] = ()

    def show_files(self, files: Sequence[FileToDo]) -> None:
        """Show these files."""
        self.beginResetModel()
        self._files = files
        self.endResetModel()

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._files)

    @override
    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(_COLUMNS)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _COLUMNS[section]
        return None

    @override
    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        one = self._files[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            size = size_words(one.size) if one.size else ""
            return (_WORDS[one.todo], one.path, size, one.headline)[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == _SIZE:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None
