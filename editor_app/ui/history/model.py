"""The versions of an item as rows, a page at a time; what changed is filled in when it is known."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from typing_extensions import override

from editor_app.store.history import Revision
from editor_app.ui.history.words import (
    day_title,
    first_words,
    operation_words,
    spoken_version,
    time_words,
)

PAGE = 200
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class VersionRole(IntEnum):
    """What a row can be asked for, beside Qt's own roles."""

    ROW = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionRow:
    """One version in the list.

    ``heading`` is the day, where the row is the first of it. ``what`` says what changed; it is
    empty until that is known. ``before`` is the version that it is compared with for that.
    """

    revision: Revision
    day: str
    heading: str
    is_present: bool
    before: Revision | None
    what: str = ""


class VersionModel(QAbstractListModel):
    """The versions of one item, newest first.

    Signals:
        name_edited: The user gave a version a name; carries the version and the name.
    """

    name_edited = Signal(int, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: list[VersionRow] = []
        self._shown = 0
        self._known: dict[tuple[str, str], str] = {}

    def show(self, revisions: Sequence[Revision], *, now: datetime) -> None:
        """Show versions, newest first; what changed in them stays where it is known."""
        rows = self._rows_of(revisions, now.astimezone().date())
        if rows == self._all:
            return
        shown = min(max(PAGE, self._shown), len(rows))
        if len(rows) == len(self._all) and _versions(rows) == _versions(self._all):
            self._all = rows
            self.dataChanged.emit(self.index(0), self.index(self._shown - 1))
            return
        self.beginResetModel()
        self._all, self._shown = rows, shown
        self.endResetModel()

    def clear(self) -> None:
        """Show nothing."""
        self.beginResetModel()
        self._all, self._shown = [], 0
        self.endResetModel()

    def row_of(self, version: int) -> int:
        """Return the row of a version, or -1; it is brought into the list if it is further on."""
        for row, each in enumerate(self._all):
            if each.revision.version == version:
                while row >= self._shown:
                    self.fetchMore(_ROOT)
                return row
        return -1

    def row(self, row: int) -> VersionRow:
        """Return what stands in a row."""
        return self._all[row]

    def show_what(self, before: str, sha256: str, what: str) -> None:
        """Say what changed between two versions, given by the checksums of their words."""
        self._known[before, sha256] = what
        for row, each in enumerate(self._all):
            if each.revision.sha256 == sha256 and each.before and each.before.sha256 == before:
                self._all[row] = replace(each, what=what)
                if row < self._shown:
                    self.dataChanged.emit(self.index(row), self.index(row))

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else self._shown

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._all[index.row()]
        if role == VersionRole.ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return time_words(row.revision.saved_at)
        if role == Qt.ItemDataRole.EditRole:
            return row.revision.name
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return spoken_version(
                row.revision, day=row.day, what=row.what, is_present=row.is_present
            )
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    @override
    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        revision = self._all[index.row()].revision
        name = " ".join(str(value).split())
        if role != Qt.ItemDataRole.EditRole or name == revision.name:
            return False
        self.name_edited.emit(revision.version, name)
        return True

    @override
    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._shown < len(self._all)

    @override
    def fetchMore(self, parent: Index) -> None:
        last = min(self._shown + PAGE, len(self._all))
        if parent.isValid() or last <= self._shown:
            return
        self.beginInsertRows(QModelIndex(), self._shown, last - 1)
        self._shown = last
        self.endInsertRows()

    def _rows_of(self, revisions: Sequence[Revision], today: date) -> list[VersionRow]:
        rows: list[VersionRow] = []
        last = ""
        for number, revision in enumerate(revisions):
            day = day_title(revision.saved_at.astimezone().date(), today=today)
            before = revisions[number + 1] if number + 1 < len(revisions) else None
            row = VersionRow(
                revision=revision,
                day=day,
                heading=day if day != last else "",
                is_present=number == 0,
                before=before,
                what=self._what(revision, before),
            )
            rows.append(row)
            last = day
        return rows

    def _what(self, revision: Revision, before: Revision | None) -> str:
        """Return what is known of a version without reading it."""
        if before is None:
            return first_words(revision)
        said = operation_words(revision)
        if not said and before.sha256 == revision.sha256:
            return "The same words"
        return said or self._known.get((before.sha256, revision.sha256), "")


def _versions(rows: Sequence[VersionRow]) -> list[int]:
    return [row.revision.version for row in rows]
