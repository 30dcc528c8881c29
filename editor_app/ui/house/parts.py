"""The controls that the pages of the house style are made of."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from editor_app.ui.fields.growing_text import PlainArea
from editor_app.ui.lists.parts import FormPart, a_label

_LABEL_WIDTH = 210
_TABLE_HEIGHT = 132


class JudgedLine(FormPart):
    """One line that may hold only some words; any other is named under it, and not sent.

    ``judge`` returns what is wrong with words, in a sentence, also with none; ``usual`` is what an
    empty line means and is shown as such.
    """

    def __init__(
        self,
        label: str,
        parent: QWidget,
        *,
        judge: Callable[[str], str] = lambda _words: "",
        usual: str = "",
        hint: str = "",
    ) -> None:
        super().__init__(parent)
        self._judge, self._usual = judge, usual
        self._good = ""
        self._before: str | None = None  # what stood there when the typing began
        self.line = QLineEdit(self)
        self.line.setAccessibleName(label)
        self.line.setPlaceholderText(hint)
        self.problem = QLabel(self)
        self.problem.setProperty("look", "warning")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self.line.textEdited.connect(self._on_typed)
        self.line.editingFinished.connect(self._on_left)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addWidget(a_label(label, self, buddy=self.line))
        layout.addWidget(self.line)
        layout.addWidget(self.problem)

    @override
    def value(self) -> str:
        """Return the last words that were good."""
        return self._good or self._usual

    @override
    def show_value(self, value: Any) -> None:
        """Show words; those that are being typed and mean the same stay."""
        words = "" if value == self._usual else str(value)
        if words != self._good:
            self._good = words
            self.line.setText(words)
            self._say("")

    @Slot(str)
    def _on_typed(self, typed: str) -> None:
        words = " ".join(typed.split()) if typed.strip() else ""
        problem = self._judge(words)
        if self._before is None:
            self._before = self._good
        self._say(problem)
        good = self._before if problem else words
        if good != self._good:
            self._good = good
            self.edited.emit()

    @Slot()
    def _on_left(self) -> None:
        """Leave in the line what is kept, with what was wrong about the other words still said."""
        self._before = None
        if self.line.property("wrong"):
            typed = " ".join(self.line.text().split())
            self.line.setText(self._good)
            self._say(f"“{typed[:60]}” was not kept. {self.problem.text()}")
            self._mark(is_wrong=False)

    def _say(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.line.setAccessibleDescription(problem)
        self._mark(is_wrong=bool(problem))

    def _mark(self, *, is_wrong: bool) -> None:
        if bool(self.line.property("wrong")) != is_wrong:
            self.line.setProperty("wrong", is_wrong)
            self.line.style().unpolish(self.line)
            self.line.style().polish(self.line)


class WordsPart(FormPart):
    """Several words in one line, parted by commas."""

    def __init__(self, label: str, parent: QWidget, *, hint: str = "") -> None:
        super().__init__(parent)
        self.line = QLineEdit(self)
        self.line.setAccessibleName(label)
        self.line.setPlaceholderText(hint)
        self.line.textEdited.connect(self.edited)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addWidget(a_label(label, self, buddy=self.line))
        layout.addWidget(self.line)

    @override
    def value(self) -> tuple[str, ...]:
        """Return the words, each once."""
        words = (" ".join(part.split()) for part in self.line.text().split(","))
        return tuple(dict.fromkeys(word for word in words if word))

    @override
    def show_value(self, value: Any) -> None:
        """Show words."""
        if self.value() != tuple(value):
            self.line.setText(", ".join(value))
            self.line.setCursorPosition(0)


class AreaPart(FormPart):
    """A few lines of words."""

    def __init__(self, label: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.area = PlainArea(name=label, lines=3, parent=self)
        self.area.text_edited.connect(self.edited)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addWidget(a_label(label, self, buddy=self.area))
        layout.addWidget(self.area)

    @override
    def value(self) -> str:
        """Return the words."""
        return self.area.toPlainText().strip()

    @override
    def show_value(self, value: Any) -> None:
        """Show words; those that are being typed and mean the same stay."""
        if self.value() != value:
            self.area.show_text(str(value))


class NumberPart(FormPart):
    """A number in a line with its label before it and its unit behind it."""

    def __init__(self, label: str, unit: str, parent: QWidget, *, most: int = 9999) -> None:
        super().__init__(parent)
        self.box = _QuietSpinBox(self)
        self.box.setRange(1, most)
        self.box.setAccessibleName(f"{label}, {unit}")
        self.box.valueChanged.connect(self._on_changed)
        self._is_showing = False
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        name = a_label(label, self, buddy=self.box)
        name.setFixedWidth(_LABEL_WIDTH)
        behind = QLabel(unit, self)
        behind.setProperty("look", "hint")
        for widget in (name, self.box, behind):
            layout.addWidget(widget)
        layout.addStretch(1)

    @override
    def value(self) -> int:
        """Return the number."""
        return self.box.value()

    @override
    def show_value(self, value: Any) -> None:
        """Show a number."""
        self._is_showing = True
        self.box.setValue(int(value))
        self._is_showing = False

    @Slot()
    def _on_changed(self) -> None:
        if not self._is_showing:
            self.edited.emit()


class ChoicePart(FormPart):
    """One of several values, each with its words.

    Another that is kept already is offered too; ``words`` says it.
    """

    def __init__(
        self,
        label: str,
        choices: Sequence[tuple[Any, str]],
        parent: QWidget,
        *,
        words: Callable[[Any], str] = str,
        label_width: int = _LABEL_WIDTH,
    ) -> None:
        super().__init__(parent)
        self._words = words
        self.box = _QuietChoice(self)
        self.box.setAccessibleName(label)
        self._values = [value for value, _words in choices]
        self.box.addItems([words for _value, words in choices])
        self.box.activated.connect(lambda _row: self.edited.emit())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        name = a_label(label, self, buddy=self.box)
        name.setFixedWidth(label_width)
        layout.addWidget(name)
        layout.addWidget(self.box, 1)

    @override
    def value(self) -> Any:
        """Return the value that is chosen."""
        return self._values[self.box.currentIndex()]

    @override
    def show_value(self, value: Any) -> None:
        """Show a value."""
        if value not in self._values:
            self.box.addItem(self._words(value))
            self._values.append(value)
        self.box.setCurrentIndex(self._values.index(value))


class RowsPart(FormPart):
    """A few rows of words under headings, written in place."""

    def __init__(self, label: str, headings: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.table = QTableWidget(0, len(headings), self)
        self.table.setHorizontalHeaderLabels(list(headings))
        self.table.setAccessibleName(label)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.setColumnWidth(0, _LABEL_WIDTH)
        self.table.setFixedHeight(_TABLE_HEIGHT)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.itemChanged.connect(self._on_changed)
        self._is_showing = False
        self.add = _button("Add", f"Add to {label.lower()}", self._on_add, self)
        self.remove = _button("Remove", f"Remove from {label.lower()}", self._on_remove, self)
        self.up = _button("Move up", f"Move up in {label.lower()}", self._on_up, self)
        buttons = QHBoxLayout()
        for button in (self.add, self.remove, self.up):
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(a_label(label, self, buddy=self.table))
        layout.addWidget(self.table)
        layout.addLayout(buttons)

    @override
    def value(self) -> tuple[tuple[str, ...], ...]:
        """Return the rows whose first cell says something."""
        return tuple(row for row in self._rows() if row[0])

    @override
    def show_value(self, value: Any) -> None:
        """Show rows; a row that is being written stays."""
        if self.value() == tuple(tuple(row) for row in value):
            return
        self._is_showing = True
        self.table.setRowCount(0)
        for row in value:
            self._append(row)
        self._is_showing = False

    def _rows(self) -> list[tuple[str, ...]]:
        return [
            tuple(self._cell(row, column) for column in range(self.table.columnCount()))
            for row in range(self.table.rowCount())
        ]

    def _cell(self, row: int, column: int) -> str:
        cell = self.table.item(row, column)
        return " ".join(cell.text().split()) if cell is not None else ""

    def _append(self, words: Sequence[str]) -> None:
        row = self.table.rowCount()
        self.table.insertRow(row)
        for column, cell in enumerate(words):
            self.table.setItem(row, column, QTableWidgetItem(cell))

    @Slot()
    def _on_changed(self) -> None:
        if not self._is_showing:
            self.edited.emit()

    @Slot()
    def _on_add(self) -> None:
        self._is_showing = True
        self._append([""] * self.table.columnCount())
        self._is_showing = False
        last = self.table.rowCount() - 1
        self.table.setFocus()
        self.table.setCurrentCell(last, 0)
        self.table.edit(self.table.currentIndex())

    @Slot()
    def _on_remove(self) -> None:
        if self.table.currentRow() >= 0:
            self.table.removeRow(self.table.currentRow())
            self.edited.emit()

    @Slot()
    def _on_up(self) -> None:
        row = self.table.currentRow()
        if row > 0:
            rows = self._rows()
            rows[row - 1], rows[row] = rows[row], rows[row - 1]
            self._is_showing = True
            self.table.setRowCount(0)
            for words in rows:
                self._append(words)
            self._is_showing = False
            self.table.setCurrentCell(row - 1, 0)
            self.edited.emit()


def pick_language(
    button: QPushButton, tags: Sequence[tuple[str, str]], take: Callable[[str], None]
) -> None:
    """Offer languages, as (tag, name), in a menu under a button."""
    menu = QMenu(button)
    menu.setObjectName("languageMenu")
    menu.setAccessibleName("Languages")
    for tag, name in tags:
        action = menu.addAction(name)
        action.setData(tag)
    menu.triggered.connect(lambda action: take(action.data()))
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))


def _button(words: str, name: str, act: Callable[[], None], parent: QWidget) -> QPushButton:
    made = QPushButton(words, parent)
    made.setAccessibleName(name)
    made.setAutoDefault(False)
    made.clicked.connect(act)
    return made


class _QuietSpinBox(QSpinBox):
    """A number that the wheel, which scrolls the page, never changes."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumWidth(84)
        self.setKeyboardTracking(False)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class _QuietChoice(QComboBox):
    """A choice that the wheel, which scrolls the page, never changes."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(18)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
