"""The form that asks which language words or paragraphs are in."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QDialog, QWidget

from editor_app.body.tree import Direction, Language
from editor_app.editing.languages import direction
from editor_app.ui.editor.forms.language_choice import LanguageChoice
from editor_app.ui.editor.forms.sheet import Sheet

_DIRECTIONS = (
    ("As the language is written", Direction.NONE),
    ("Left to right", Direction.LEFT_TO_RIGHT),
    ("Right to left", Direction.RIGHT_TO_LEFT),
)
_WAYS = {"ltr": "left to right", "rtl": "right to left"}


class LanguageForm(QDialog):
    """Asks for a language by name, and for the direction where it is not the usual one.

    The usual direction is said only where it is another than that of the text around.

    Signals:
        language_chosen: Carries a `Language`.
        language_removed: The words shall be in the language of the item again.
    """

    language_chosen = Signal(object)
    language_removed = Signal()

    def __init__(
        self,
        held: Language | None,
        *,
        title: str,
        around: str = "ltr",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._around = around
        self.choice = LanguageChoice(held.tag if held else "", parent=self)
        self.direction = QComboBox(self)
        for words, way in _DIRECTIONS:
            self.direction.addItem(words, way.value)
        if held and held.direction.value != direction(held.tag):
            self.direction.setCurrentIndex(self.direction.findData(held.direction.value))
        self._sheet = Sheet(self, name="languageForm", title=title)
        self._sheet.row("Language", self.choice, "languageChoice")
        self._sheet.row("Direction", self.direction, "directionChoice")
        self._sheet.when_agreed(lambda: self.language_chosen.emit(self._language()))
        if held:
            self._sheet.offer("Same as the item", self.language_removed.emit)
        self.choice.currentTextChanged.connect(self._on_changed)
        self._on_changed()
        self.choice.setFocus()
        if (line := self.choice.lineEdit()) is not None:
            line.selectAll()

    def _language(self) -> Language:
        tag, chosen = self.choice.tag(), Direction(self.direction.currentData())
        if chosen is Direction.NONE and direction(tag) != self._around:
            chosen = Direction(direction(tag))
        return Language(tag, chosen)

    @Slot()
    def _on_changed(self) -> None:
        tag = self.choice.tag()
        if tag:
            self._sheet.say(f"Written {_WAYS[direction(tag)]}.", is_problem=False)
        elif self.choice.says_something():
            self._sheet.say("No language has this name.")
        else:
            self._sheet.say("Choose a language.")
