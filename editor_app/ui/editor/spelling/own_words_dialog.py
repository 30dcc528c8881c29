"""The sheet on which a library's own words are read, added and taken out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class WordList:
    """Where the words are kept."""

    all: Callable[[], Sequence[str]]
    add: Callable[[str], None]
    remove: Callable[[str], None]


class OwnWordsDialog(QDialog):
    """Shows the words that pass in every item of a library; what is changed holds at once."""

    def __init__(self, kept: WordList, parent: QWidget) -> None:
        super().__init__(parent)
        self._kept = kept
        self.setObjectName("ownWordsDialog")
        self.setWindowTitle("The library's words")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        lead = QLabel("These words pass in every item of this library, in every language.", self)
        lead.setWordWrap(True)
        self.field = QLineEdit(self)
        self.field.setAccessibleName("New word")
        self.field.setPlaceholderText("New word")
        self.add = QPushButton("&Add", self)
        self.add.setAutoDefault(False)
        self.words = QListWidget(self)
        self.words.setAccessibleName("The library's words")
        self.words.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.remove = QPushButton("&Remove", self)
        self.remove.setAutoDefault(False)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.addButton(self.remove, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        buttons.rejected.connect(self.close)
        self._lay_out(lead, buttons)
        self._connect()
        self._show_words()
        self.resize(380, 440)

    def _connect(self) -> None:
        self.add.clicked.connect(self._on_add)
        self.field.returnPressed.connect(self._on_add)
        self.remove.clicked.connect(self._on_remove)
        self.words.itemSelectionChanged.connect(self._on_chosen)
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.words)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._on_remove)

    def _lay_out(self, lead: QLabel, buttons: QDialogButtonBox) -> None:
        line = QHBoxLayout()
        line.addWidget(self.field, 1)
        line.addWidget(self.add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(10)
        layout.addWidget(lead)
        layout.addLayout(line)
        layout.addWidget(self.words, 1)
        layout.addWidget(buttons)

    def _show_words(self) -> None:
        self.words.clear()
        self.words.addItems(list(self._kept.all()))
        self._on_chosen()

    @Slot()
    def _on_add(self) -> None:
        for word in self.field.text().split():
            self._kept.add(word)
        self.field.clear()
        self._show_words()

    @Slot()
    def _on_remove(self) -> None:
        for chosen in self.words.selectedItems():
            self._kept.remove(chosen.text())
        self._show_words()

    @Slot()
    def _on_chosen(self) -> None:
        self.remove.setEnabled(bool(self.words.selectedItems()))
