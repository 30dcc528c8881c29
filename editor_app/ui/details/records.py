"""Rows for lists of small records: contacts, projects, publications, links, change notes."""

import dataclasses
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from editor_app.editing.list_offers import Offer
from editor_app.model.lists import ListKind
from editor_app.ui.details.row import Row
from editor_app.ui.fields.name_offers import NameOffers
from editor_app.ui.look.icons import Icons


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One field of a record: its name, what it is called, how it is written and read.

    ``offers`` is the managed list whose names are offered while one is typed.
    """

    field: str
    label: str
    write: Callable[[Any], str] = str
    read: Callable[[str], Any] = str.strip
    is_wide: bool = True
    offers: ListKind | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of record: what one is called, its parts, how one is made.

    ``make`` returns None where what was written is not a record yet. Records can be put into the
    managed list ``list_kind``. What a record holds beside its parts stays with it as long as the
    part ``tied_to`` says the same.
    """

    name: str
    parts: tuple[Part, ...]
    make: Callable[[dict[str, Any]], Any | None]
    list_kind: ListKind | None = None
    tied_to: str = ""


class ListsAtHand(Protocol):
    """What the fields ask of the managed lists."""

    def offers(self, kind: ListKind) -> Sequence[Offer]:
        """Return what a list offers."""

    def filled(self, kind: ListKind, name: str, record: Any | None) -> Any | None:
        """Return what a record becomes when a name of a list is picked for it."""

    def has(self, kind: ListKind, record: Any) -> bool:
        """Return whether a list has a record, by its name."""

    def add(self, kind: ListKind, record: Any) -> None:
        """Put a record into a list."""


class RecordCard(QFrame):
    """One record as a small form.

    Signals:
        edited: The user wrote in it.
        removed: The user wants to take it out.
    """

    edited = Signal()
    removed = Signal()

    def __init__(self, kind: Kind, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._kind = kind
        self._base: Any | None = None  # what was shown, with what it holds beside its parts
        self._lists: ListsAtHand | None = None
        self.lines: dict[str, QLineEdit] = {}
        self.add = self._add_button()
        self.remove = QToolButton(self)
        self.remove.setIcon(icons("trash"))
        self.remove.setAccessibleName(f"Remove this {kind.name}")
        self.remove.setToolTip(f"Remove this {kind.name}")
        self.remove.clicked.connect(self.removed)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(6)
        row = column = 0
        for part in kind.parts:
            if part.is_wide and column:
                row, column = row + 1, 0
            grid.addWidget(self._line(part), row, column, 1, 2 if part.is_wide else 1)
            column += 2 if part.is_wide else 1
            if column > 1:
                row, column = row + 1, 0
        grid.addWidget(self.add, row + 1, 0, 1, 2, Qt.AlignmentFlag.AlignLeft)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 10, 6, 10)
        layout.addLayout(grid, 1)
        layout.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)

    def show_record(self, record: Any) -> None:
        """Show a record; what is being typed stays if it means the same."""
        self._base = record
        for part in self._kind.parts:
            line, value = self.lines[part.field], getattr(record, part.field)
            if _read(part, line.text()) != value:
                line.setText(part.write(value))
                line.setCursorPosition(0)
        self.show_state()

    def take_lists(self, lists: ListsAtHand) -> None:
        """Offer the names of managed lists while one is typed."""
        self._lists = lists
        for part in self._kind.parts:
            if part.offers is not None:
                line = self.lines[part.field]
                offers = NameOffers(line, partial(lists.offers, part.offers))
                offers.picked.connect(partial(self._on_picked, part.offers))
        self.show_state()

    def show_state(self) -> None:
        """Offer to put into the list what is not in it."""
        kind, record = self._kind.list_kind, self.record()
        is_new = False
        if kind is not None and record is not None and self._lists is not None:
            is_new = not self._lists.has(kind, record)
        self.add.setVisible(is_new)

    def record(self) -> Any | None:
        """Return the record that is written here, or None."""
        fields = {
            part.field: _read(part, self.lines[part.field].text()) for part in self._kind.parts
        }
        if not any(fields.values()):
            return None
        return self._kind.make(self._beside(fields) | fields)

    def _beside(self, fields: dict[str, Any]) -> dict[str, Any]:
        """Return what the record holds beside its parts."""
        base, tie = self._base, self._kind.tied_to
        if base is None or not tie or getattr(base, tie) != fields[tie]:
            return {}
        names = [field.name for field in dataclasses.fields(base)]
        return {name: getattr(base, name) for name in names if name not in fields}

    def _on_picked(self, kind: ListKind, name: str) -> None:
        if self._lists is None:
            return
        record = self._lists.filled(kind, name, self.record())
        if record is not None:
            self.show_record(record)
        self.edited.emit()

    @Slot()
    def _on_add(self) -> None:
        kind, record = self._kind.list_kind, self.record()
        if kind is not None and record is not None and self._lists is not None:
            self._lists.add(kind, record)
            self.show_state()
            self.lines[self._kind.parts[0].field].setFocus()

    def _add_button(self) -> QPushButton:
        add = QPushButton("Add to the list", self)
        add.setProperty("look", "quiet")
        add.setAccessibleName(f"Add this {self._kind.name} to the list")
        add.clicked.connect(self._on_add)
        add.hide()
        return add

    def _line(self, part: Part) -> QLineEdit:
        line = QLineEdit(self)
        line.setPlaceholderText(part.label)
        line.setAccessibleName(f"{part.label} of the {self._kind.name}")
        line.setToolTip(part.label)
        line.textEdited.connect(self.edited)
        self.lines[part.field] = line
        return line


class RecordsField(QWidget):
    """A list of records with a button for one more.

    Signals:
        records_edited: The user changed the list; carries it as a tuple.
    """

    records_edited = Signal(object)

    def __init__(self, kind: Kind, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._kind, self._icons = kind, icons
        self._shown: tuple[Any, ...] = ()
        self._lists: ListsAtHand | None = None
        self.cards: list[RecordCard] = []
        self.add = QPushButton(f"Add {kind.name}", self)
        self.add.setProperty("look", "quiet")
        self.add.setAccessibleName(f"Add {kind.name}")
        self.add.clicked.connect(self._on_add)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)
        self._layout.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def show_records(self, records: Sequence[Any]) -> None:
        """Show records; a card that says the same already is left alone."""
        if tuple(records) == self._records():
            self._shown = tuple(records)
            self.show_lists()
            return
        self._shown = tuple(records)
        while len(self.cards) > len(records):
            self._drop(self.cards[-1])
        while len(self.cards) < len(records):
            self._new_card()
        for card, record in zip(self.cards, records, strict=True):
            card.show_record(record)

    def take_lists(self, lists: ListsAtHand) -> None:
        """Offer the names of managed lists in all records."""
        self._lists = lists
        for card in self.cards:
            card.take_lists(lists)

    def show_lists(self) -> None:
        """Offer what the lists lack, as they are others now."""
        for card in self.cards:
            card.show_state()

    def _records(self) -> tuple[Any, ...]:
        made = (card.record() for card in self.cards)
        return tuple(record for record in made if record is not None)

    def _new_card(self) -> RecordCard:
        card = RecordCard(self._kind, self._icons, self)
        card.edited.connect(self._on_edited)
        card.removed.connect(lambda: self._on_removed(card))
        if self._lists is not None:
            card.take_lists(self._lists)
        self.cards.append(card)
        self._layout.insertWidget(self._layout.count() - 1, card)
        return card

    def _drop(self, card: RecordCard) -> None:
        self.cards.remove(card)
        self._layout.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _on_removed(self, card: RecordCard) -> None:
        self._drop(card)
        self._on_edited()
        self.add.setFocus()

    @Slot()
    def _on_add(self) -> None:
        next(iter(self._new_card().lines.values())).setFocus()

    @Slot()
    def _on_edited(self) -> None:
        records = self._records()
        self.show_lists()
        if records != self._shown:
            self._shown = records
            self.records_edited.emit(records)


def records_row(field: str, label: str, kind: Kind, icons: Icons) -> Row:
    """Return a row for a list of records."""
    row = Row(field, label)
    control = RecordsField(kind, icons, row)
    row.hold(control, control.show_records)
    control.records_edited.connect(row.send)
    return row


def _read(part: Part, text: str) -> Any:
    try:
        return part.read(text)
    except ValueError:
        return None
