"""The form that asks what a short form stands for."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from editor_app.ui.editor.forms.sheet import Sheet


class AbbreviationForm(QDialog):
    """Asks for the full words of a short form.

    Signals:
        expansion_chosen: Carries what the short form stands for.
        abbreviation_removed: The words shall stay, what they stand for shall go.
    """

    expansion_chosen = Signal(str)
    abbreviation_removed = Signal()

    def __init__(self, words: str, expansion: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = QLineEdit(" ".join(words.split()), self)
        self.words.setReadOnly(True)
        self.expansion = QLineEdit(expansion, self)
        self.expansion.setPlaceholderText("International Labour Organization")
        self._sheet = Sheet(self, name="abbreviationForm", title="Abbreviation")
        self._sheet.row("Short form", self.words, "shortForm")
        self._sheet.row("Stands for", self.expansion, "fullForm")
        self._sheet.when_agreed(lambda: self.expansion_chosen.emit(self._expansion()))
        if expansion:
            self._sheet.offer("Remove", self.abbreviation_removed.emit)
        self.expansion.textChanged.connect(self._on_changed)
        self._on_changed()
        self.expansion.selectAll()
        self.expansion.setFocus()

    def _expansion(self) -> str:
        return " ".join(self.expansion.text().split())

    @Slot()
    def _on_changed(self) -> None:
        self._sheet.say("" if self._expansion() else "Write what the short form stands for.")
