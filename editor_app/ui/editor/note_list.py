"""The list of all notes of a text: go to one, change it, take it out."""

from PySide6.QtCore import Qt, QTimer, Signal, SignalInstance, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
)

from editor_app.ui.editor.body_editor import BodyEditor
from editor_app.ui.editor.footnotes import PlacedFootnote, footnotes_of
from editor_app.ui.editor.forms.words import words_of

_ROLE = QDialogButtonBox.ButtonRole.ActionRole


class NoteList(QDialog):
    """Shows the notes in the order of the text, and follows it while it is open.

    Signals:
        note_requested: The user wants to see a note in the text; carries its `PlacedFootnote`.
        note_opened: The user wants to change a note.
        note_removed: The user wants a note to go.
    """

    note_requested = Signal(object)
    note_opened = Signal(object)
    note_removed = Signal(object)

    def __init__(self, editor: BodyEditor) -> None:
        super().__init__(editor)
        self._editor = editor
        self._notes: list[PlacedFootnote] = []
        self.setObjectName("noteList")
        self.setWindowTitle("Notes")
        self.list = QListWidget(self)
        self.list.setObjectName("notes")
        self.list.setAccessibleName("Notes")
        self.list.setWordWrap(True)
        self.none = QLabel("There are no notes in this text.", self)
        self.none.setProperty("look", "muted")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.change = self._button(buttons, "Change…", self.note_opened)
        self.remove = self._button(buttons, "Remove", self.note_removed)
        buttons.rejected.connect(self.reject)
        self._lay_out(buttons)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self.show_notes)
        editor.textChanged.connect(self._timer.start)
        editor.lock_changed.connect(self._timer.start)
        self.list.currentRowChanged.connect(self._on_row_changed)
        self.list.itemClicked.connect(lambda _item: self._ask(self.note_requested))
        self.list.itemActivated.connect(lambda _item: self.change.click())
        self.show_notes()

    def _lay_out(self, buttons: QDialogButtonBox) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 14)
        layout.setSpacing(10)
        layout.addWidget(self.none)
        layout.addWidget(self.list, 1)
        layout.addWidget(buttons)
        self.resize(460, 360)

    def _button(self, buttons: QDialogButtonBox, words: str, signal: SignalInstance) -> QPushButton:
        button = buttons.addButton(words, _ROLE)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self._ask(signal))
        return button

    def _ask(self, signal: SignalInstance) -> None:
        if 0 <= self.list.currentRow() < len(self._notes):
            signal.emit(self._notes[self.list.currentRow()])

    @Slot()
    def show_notes(self) -> None:
        """Show the notes as they are now; the marked place in the list stays."""
        row = max(0, self.list.currentRow())
        self._notes = footnotes_of(self._editor.document())
        self.list.blockSignals(True)  # noqa: FBT003
        self.list.clear()
        for placed in self._notes:
            item = QListWidgetItem(f"{placed.number}. {words_of(placed.footnote.content)}")
            item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            self.list.addItem(item)
        self.list.setCurrentRow(min(row, len(self._notes) - 1))
        self.list.blockSignals(False)  # noqa: FBT003
        has_notes = bool(self._notes)
        self.none.setVisible(not has_notes)
        self.list.setEnabled(has_notes)
        for button in (self.change, self.remove):
            button.setEnabled(has_notes and not self._editor.isReadOnly())

    @Slot(int)
    def _on_row_changed(self, row: int) -> None:
        if 0 <= row < len(self._notes):
            self.note_requested.emit(self._notes[row])
