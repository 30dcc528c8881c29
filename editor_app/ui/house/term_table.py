"""A list of words or short forms in one language as a table that is written in place."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from typing_extensions import override

from editor_app.checks.term_tables import TermKind, TermRecord, cells_of, columns_of, record_of
from editor_app.editing.list_offers import folded
from editor_app.errors import EditorError

_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_HEADINGS = {
    "forms": "Words, parted by |",
    "suggestion": "Better",
    "reason": "Why",
    "source": "Source",
    "short": "Short form",
    "expansion": "What it stands for",
}


class TermTableModel(QAbstractTableModel):
    """The rows that a search lets pass. A row that cannot be used stays, and says why.

    Signals:
        edited: The user changed a row; not sent by `show_records`.
    """

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.kind, self.language = TermKind.WORDS, "en"
        self._rows: list[tuple[str, ...]] = []
        self._shown: list[int] = []
        self._search = ""
        self._good: dict[tuple[str, ...], TermRecord | str] = {}

    def show_records(self, kind: TermKind, language: str, records: Sequence[TermRecord]) -> None:
        """Show a list; rows of the same list that cannot be used yet stay at its end."""
        is_same = (kind, language) == (self.kind, self.language)
        if is_same and tuple(records) == self.records():
            return
        wrong = [row for row in self._rows if is_same and isinstance(self._said(row), str)]
        wanted = [*(cells_of(one) for one in records), *wrong]
        self.beginResetModel()
        if not is_same:
            self._good.clear()
        self.kind, self.language = kind, language
        self._rows = wanted
        self._filter()
        self.endResetModel()

    def records(self) -> tuple[TermRecord, ...]:
        """Return what the rows say that can be used."""
        said = (self._said(row) for row in self._rows)
        return tuple(one for one in said if not isinstance(one, str))

    def search(self, words: str) -> None:
        """Show only rows with these words."""
        self.beginResetModel()
        self._search = folded(words.strip())
        self._filter()
        self.endResetModel()

    def problem(self, row: int) -> str:
        """Return why a shown row cannot be used, in a sentence; empty if it can."""
        if not 0 <= row < len(self._shown):
            return ""
        said = self._said(self._rows[self._shown[row]])
        return said if isinstance(said, str) else ""

    def add(self) -> int:
        """Add an empty row and return where it is shown."""
        at = len(self._shown)
        self.beginInsertRows(_NO_PARENT, at, at)
        self._rows.append(("",) * len(columns_of(self.kind)))
        self._shown.append(len(self._rows) - 1)
        self.endInsertRows()
        return at

    def remove(self, rows: Sequence[int]) -> None:
        """Take shown rows out."""
        gone = {self._shown[row] for row in rows if 0 <= row < len(self._shown)}
        self.beginResetModel()
        self._rows = [row for at, row in enumerate(self._rows) if at not in gone]
        self._filter()
        self.endResetModel()
        if gone:
            self.edited.emit()

    # ------------------------------------------------------------ what Qt asks

    @override
    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    @override
    def columnCount(self, parent: _Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(columns_of(self.kind))

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _HEADINGS[columns_of(self.kind)[section]]
        return None

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        words = self._rows[self._shown[index.row()]][index.column()]
        problem = self.problem(index.row())
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole}:
            return words
        if role == Qt.ItemDataRole.ToolTipRole:
            return problem or words
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return problem
        return None

    @override
    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole:
            return False
        at = self._shown[index.row()]
        cells = list(self._rows[at])
        cells[index.column()] = " ".join(str(value).split())
        if tuple(cells) == self._rows[at]:
            return True
        self._rows[at] = self._tidy(tuple(cells))
        self.dataChanged.emit(
            self.index(index.row(), 0), self.index(index.row(), self.columnCount() - 1)
        )
        self.edited.emit()
        return True

    # ------------------------------------------------------------ inside

    def _tidy(self, row: tuple[str, ...]) -> tuple[str, ...]:
        """Return a row as it is kept, so that showing what is kept changes nothing."""
        said = self._said(row)
        return row if isinstance(said, str) else cells_of(said)

    def _said(self, row: tuple[str, ...]) -> TermRecord | str:
        """Return what a row says, or why it cannot be used."""
        if row not in self._good:
            try:
                self._good[row] = record_of(self.kind, row, self.language)
            except EditorError as error:
                self._good[row] = error.message
        return self._good[row]

    def _filter(self) -> None:
        self._shown = [
            at
            for at, row in enumerate(self._rows)
            if not self._search or any(self._search in folded(cell) for cell in row)
        ]
