"""What is looked for in many items, what is put in its place, and where."""

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from editor_app.editing.finding import Query
from editor_app.editing.item_parts import Part
from editor_app.editing.library_search import LibrarySearch
from editor_app.ui.item_list.flow import FlowLayout

_LONGEST_QUERY = 2000
_SWITCHES = {
    "libraryMatchCase": "Match case",
    "libraryWholeWords": "Whole words",
    "libraryIgnoreAccents": "Ignore accents",
    "libraryExpression": "Pattern",
}


class ReplaceForm(QWidget):
    """The fields over the hits.

    Signals:
        search_edited: What is looked for, how or where is another.
        replacement_edited: What is put in is another.
    """

    search_edited = Signal()
    replacement_edited = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.words = _line("libraryFind", "Find", self)
        self.replacement = _line("libraryReplacement", "Replace with", self)
        self.switches = {name: _box(name, words, self) for name, words in _SWITCHES.items()}
        self.parts = {part: _box(f"in-{part.name.lower()}", part.value, self) for part in Part}
        for part, box in self.parts.items():
            box.setChecked(part is not Part.LINKS)
        self.scope = QComboBox(self)
        self.scope.setObjectName("libraryScope")
        self.scope.setAccessibleName("In which items")
        self.scope.addItems(["All items", "The items in the list now"])
        self._lay_out()
        self.words.textChanged.connect(self._on_search_edited)
        self.replacement.textChanged.connect(self.replacement_edited)
        self.scope.currentIndexChanged.connect(self._on_search_edited)
        for box in (*self.switches.values(), *self.parts.values()):
            box.toggled.connect(self._on_search_edited)

    def search(self) -> LibrarySearch:
        """Return what is looked for."""
        switches = self.switches
        query = Query(
            words=self.words.text(),
            matches_case=switches["libraryMatchCase"].isChecked(),
            is_whole_word=switches["libraryWholeWords"].isChecked(),
            ignores_accents=switches["libraryIgnoreAccents"].isChecked(),
            is_expression=switches["libraryExpression"].isChecked(),
        )
        parts = frozenset(part for part, box in self.parts.items() if box.isChecked())
        return LibrarySearch(query=query, parts=parts)

    @property
    def is_in_list_only(self) -> bool:
        """Whether only what the list shows is searched."""
        return self.scope.currentIndex() == 1

    @Slot()
    def _on_search_edited(self, _value: object = None) -> None:
        self.search_edited.emit()

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(9)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignRight)
        with_words = QVBoxLayout()
        with_words.setSpacing(4)
        with_words.addWidget(self.words)
        with_words.addWidget(_flow(self.switches.values(), self))
        form.addRow(_label("Find", self), with_words)
        form.addRow(_label("Replace with", self), self.replacement)
        form.addRow(_label("In", self), _flow(self.parts.values(), self))
        scope = QHBoxLayout()
        scope.addWidget(self.scope)
        scope.addStretch(1)
        form.addRow(_label("Items", self), scope)
        fields = (self.words, *self.switches.values(), self.replacement, *self.parts.values())
        for before, after in pairwise((*fields, self.scope)):
            self.setTabOrder(before, after)


def _flow(boxes: Iterable[QCheckBox], parent: QWidget) -> QWidget:
    """Return boxes side by side, in more lines where there is little room."""
    row = QWidget(parent)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    row.setSizePolicy(policy)
    line = FlowLayout(row, gap=10)
    line.setContentsMargins(0, 0, 0, 0)
    for box in boxes:
        line.addWidget(box)
    return row


def _line(name: str, words: str, parent: QWidget) -> QLineEdit:
    line = QLineEdit(parent)
    line.setObjectName(name)
    line.setAccessibleName(words)
    line.setMaxLength(_LONGEST_QUERY)
    return line


def _box(name: str, words: str, parent: QWidget) -> QCheckBox:
    box = QCheckBox(words, parent)
    box.setObjectName(name)
    box.setAccessibleName(words)
    return box


def _label(words: str, parent: QWidget) -> QLabel:
    label = QLabel(words, parent)
    label.setProperty("look", "label")
    return label
