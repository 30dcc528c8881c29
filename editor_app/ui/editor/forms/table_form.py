"""The form of a table: its caption, its header column, the sides of its columns."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QLineEdit, QWidget

from editor_app.body.tree import Alignment, Content, Table, Text
from editor_app.ui.editor.forms.sheet import Sheet
from editor_app.ui.editor.forms.words import changed_content, words_of

_SIDES = (
    ("As the text", Alignment.NONE),
    ("Left", Alignment.LEFT),
    ("Centre", Alignment.CENTRE),
    ("Right", Alignment.RIGHT),
)
_LONGEST = 24  # letters of a column's head that are shown
_MOST_COLUMNS = 12  # that get a field of their own


@dataclass(frozen=True, slots=True)
class TableDetails:
    """What the form says of a table."""

    caption: Content
    has_header_column: bool
    alignments: tuple[Alignment, ...]


class TableForm(QDialog):
    """Asks what a table is about and how it is set.

    Marks and links in the caption stay as long as its words are not changed here.

    Signals:
        table_edited: The user agreed; carries the new `TableDetails`.
    """

    table_edited = Signal(object)

    def __init__(self, table: Table, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self.caption = QLineEdit(words_of(table.caption), self)
        self.caption.setPlaceholderText("What the table shows")
        self.heads_rows = QCheckBox("The first column names the rows", self)
        self.heads_rows.setObjectName("tableHeaderColumn")
        self.heads_rows.setChecked(table.has_header_column)
        self.sides: list[QComboBox] = []
        self._sheet = Sheet(self, name="tableForm", title="Table details")
        self._sheet.row("Caption", self.caption, "tableCaption")
        self._sheet.wide(self.heads_rows)
        for number, head in enumerate(table.head[:_MOST_COLUMNS]):
            self._sheet.row(
                _column_name(number, head), self._side(number), f"tableSide{number + 1}"
            )
        self._sheet.when_agreed(lambda: self.table_edited.emit(self._details()))
        self.caption.setFocus()

    def _side(self, number: int) -> QComboBox:
        box = QComboBox(self)
        for words, side in _SIDES:
            box.addItem(words, side.value)
        box.setCurrentIndex(box.findData(self._table.alignments[number].value))
        self.sides.append(box)
        return box

    def _details(self) -> TableDetails:
        chosen = tuple(Alignment(box.currentData()) for box in self.sides)
        return TableDetails(
            changed_content(self._table.caption, self.caption.text()),
            self.heads_rows.isChecked(),
            (*chosen, *self._table.alignments[len(chosen) :]),
        )


def _column_name(number: int, head: Content) -> str:
    words = " ".join("".join(node.text for node in head if isinstance(node, Text)).split())
    if not words:
        return f"Column {number + 1}"
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
