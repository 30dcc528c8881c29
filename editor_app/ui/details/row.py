"""One field of the form: its name, its control, and how both speak of an item."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from editor_app.model.item import NewsItem
from editor_app.ui.fields.choices import QuietCombo
from editor_app.ui.fields.counter import Counter
from editor_app.ui.fields.growing_text import PlainArea


class Row(QWidget):
    """A labelled control for one field of `NewsItem`.

    Signals:
        edited: The user changed the field; carries its name and its new value.
    """

    edited = Signal(str, object)

    def __init__(self, field: str, label: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field, self.name = field, label
        self.setObjectName(f"{field}Row")
        self.label = QLabel(label, self)
        self.label.setProperty("look", "label")
        self._head = QHBoxLayout()
        self._head.addWidget(self.label, 1)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(3)
        self._layout.addLayout(self._head)
        self._show: Callable[[Any], None] = lambda _value: None

    def hold(self, control: QWidget, show: Callable[[Any], None]) -> None:
        """Put the control under the label; show puts a value into it."""
        control.setObjectName(f"{self.field}Field")
        self.label.setBuddy(control)
        self._layout.addWidget(control)
        self._show = show

    def put_beside_label(self, widget: QWidget) -> None:
        """Put something small at the other end of the label's line."""
        self._head.addWidget(widget, 0, Qt.AlignmentFlag.AlignRight)

    def show_item(self, item: NewsItem) -> None:
        """Show the field of an item."""
        self._show(getattr(item, self.field))

    def send(self, value: object) -> None:
        """Say that the user changed the field."""
        self.edited.emit(self.field, value)


def line_row(
    field: str, label: str, *, most: int = 0, placeholder: str = "", hint: str = ""
) -> Row:
    """Return a row for one line of words, with a counter where its length is limited."""
    row = Row(field, label)
    line = QLineEdit(row)
    line.setAccessibleName(label)
    line.setPlaceholderText(placeholder)
    line.setToolTip(hint)
    counter = Counter(most, parent=row) if most else None
    if counter is not None:
        row.put_beside_label(counter)
        line.textChanged.connect(counter.show_count)

    def show(words: str) -> None:
        if words != line.text():
            line.setText(words)
            line.setCursorPosition(0)

    row.hold(line, show)
    line.textEdited.connect(row.send)
    return row


def settled_line_row(field: str, label: str, *, hint: str = "") -> Row:
    """Return a row for one line that counts when it is left, as what is typed is put in order."""
    row = Row(field, label)
    line = QLineEdit(row)
    line.setAccessibleName(label)
    line.setToolTip(hint)

    def show(words: str) -> None:
        if words != line.text() and not (line.hasFocus() and line.isModified()):
            line.setText(words)
            line.setCursorPosition(0)

    def settle() -> None:
        if line.isModified():
            line.setModified(False)
            row.send(line.text().strip())

    row.hold(line, show)
    line.editingFinished.connect(settle)
    return row


def area_row(field: str, label: str, *, most: int = 0, lines: int = 3) -> Row:
    """Return a row for some lines of words."""
    row = Row(field, label)
    area = PlainArea(name=label, lines=lines, parent=row)
    if most:
        counter = Counter(most, parent=row)
        row.put_beside_label(counter)
        area.textChanged.connect(lambda: counter.show_count(area.toPlainText()))
    row.hold(area, area.show_text)
    area.text_edited.connect(row.send)
    return row


def choice_row(field: str, label: str, choices: Sequence[str]) -> Row:
    """Return a row for one of some words, or others that are typed; a capital begins each."""
    row = Row(field, label)
    combo = QuietCombo(row)
    combo.setProperty("look", "")
    combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    combo.setEditable(True)
    combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    combo.addItems([_with_capital(one) for one in choices])
    combo.setAccessibleName(label)
    line = combo.lineEdit()
    if line is not None:
        line.setAccessibleName(label)

    def show(words: str) -> None:
        if _with_capital(words) != combo.currentText():
            combo.setEditText(_with_capital(words))

    def send() -> None:
        typed = combo.currentText().strip()
        row.send(next((one for one in choices if one.casefold() == typed.casefold()), typed))

    row.hold(combo, show)
    combo.activated.connect(send)
    if line is not None:
        line.editingFinished.connect(send)
    return row


def _with_capital(words: str) -> str:
    return words[:1].upper() + words[1:]
