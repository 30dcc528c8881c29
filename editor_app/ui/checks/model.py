"""What was found as rows: a heading for each level, then its findings, then what was left."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from editor_app.body.tree import Body
from editor_app.checks.finding import Finding, Level
from editor_app.checks.leaving import Judged, LeftAlone
from editor_app.ui.checks.words import HEADINGS, place_words, spoken

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_ANOTHER = 2  # two rows are not of the same finding


class RowKind(Enum):
    """What a row is."""

    HEADING = "heading"
    FINDING = "finding"
    LEFT = "left"
    FAILED = "failed"


class CheckRole(IntEnum):
    """What a row can be asked for, beside Qt's own roles."""

    ROW = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckRow:
    """One row; ``where`` says in words where in the item the finding is."""

    kind: RowKind
    words: str
    level: Level = Level.HINTS
    finding: Finding | None = None
    where: str = ""
    left: LeftAlone | None = None

    @property
    def spoken(self) -> str:
        """Return what a screen reader says."""
        if self.finding is None:
            return self.words
        said = spoken(self.finding, self.where)
        return f"Left as it is: {said} Because: {self.left.reason}" if self.left else said


class CheckModel(QAbstractListModel):
    """The findings of one item, the worst first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[CheckRow] = []

    def show(self, judged: Judged, body: Body) -> None:
        """Show findings; the rows are left alone where they say the same."""
        rows = list(_rows(judged, body))
        if [_look(row) for row in rows] == [_look(row) for row in self._rows]:
            self._rows = rows
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def clear(self) -> None:
        """Show nothing."""
        if self._rows:
            self.beginResetModel()
            self._rows = []
            self.endResetModel()

    def row(self, number: int) -> CheckRow | None:
        """Return a row, or None where there is none."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def number_like(self, row: CheckRow | None) -> int:
        """Return the number of the row with the same finding, or one of its kind; -1 for none."""
        if row is None:
            return -1
        alike = [
            (_difference(one, row), number)
            for number, one in enumerate(self._rows)
            if one.finding is not None and one.kind is row.kind
        ]
        difference, number = min(alike, default=(_ANOTHER, -1))
        return number if difference < _ANOTHER else -1

    def next_finding(self, number: int) -> int:
        """Return the number of the first finding from a row on, else of the last; -1 for none."""
        found = [n for n, row in enumerate(self._rows) if row.finding is not None]
        return next((n for n in found if n >= number), found[-1] if found else -1)

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row(index.row())
        if row is None:
            return None
        if role == CheckRole.ROW:
            return row
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return row.spoken
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self.row(index.row())
        if row is None or row.finding is None:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def _rows(judged: Judged, body: Body) -> Iterator[CheckRow]:
    for level in Level:
        found = [one for one in judged.findings if one.level is level]
        if found:
            heading = f"{HEADINGS[level]} · {len(found):,}"
            yield CheckRow(kind=RowKind.HEADING, words=heading, level=level)
        for finding in found:
            yield _finding_row(finding, body)
    if judged.left:
        yield CheckRow(kind=RowKind.HEADING, words=f"Left as they are · {len(judged.left):,}")
    for one in judged.left:
        row = _finding_row(one.finding, body)
        yield CheckRow(
            kind=RowKind.LEFT,
            words=row.words,
            level=row.level,
            finding=row.finding,
            where=row.where,
            left=one.left,
        )
    for title in judged.failed:
        words = f"The check “{title}” could not be made; all others were."
        yield CheckRow(kind=RowKind.FAILED, words=words)


def _finding_row(finding: Finding, body: Body) -> CheckRow:
    return CheckRow(
        kind=RowKind.FINDING,
        words=finding.message,
        level=finding.level,
        finding=finding,
        where=place_words(finding.place, body),
    )


def _look(row: CheckRow) -> tuple[object, ...]:
    fix = row.finding.fix.label if row.finding and row.finding.fix else ""
    return row.kind, row.words, row.level, row.where, fix, row.left


def _difference(one: CheckRow, other: CheckRow) -> int:
    if one.finding is None or other.finding is None or one.finding.rule != other.finding.rule:
        return _ANOTHER
    mine, its = one.finding, other.finding
    if (mine.message, mine.place) == (its.message, its.place):
        return 0
    return 1 if (mine.message, mine.place.name) == (its.message, its.place.name) else _ANOTHER
