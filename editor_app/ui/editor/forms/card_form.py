"""The form of a card: a publication, an embedded work or a contact."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit, QPushButton, QWidget

from editor_app.body.tree import CARD_FIELDS, Card, CardKind
from editor_app.ui.editor.forms.addresses import complete_address, is_mail
from editor_app.ui.editor.forms.language_choice import LanguageChoice
from editor_app.ui.editor.forms.sheet import Sheet

_TITLES = {
    CardKind.PUBLICATION: "Publication",
    CardKind.EMBED: "Embedded work",
    CardKind.CONTACT: "Contact",
}
_LABELS = {
    "title": "Title",
    "type": "Type",
    "language": "Language",
    "size": "Size",
    "link": "Web address",
    "source": "Where it is from",
    "name": "Name",
    "role": "Role",
    "organisation": "Organisation",
    "email": "E-mail",
    "phone": "Phone",
}
_HINTS = {
    "type": "PDF",
    "size": "1.2 MB",
    "link": "https://…",
    "source": "YouTube",
    "role": "Press officer",
    "email": "press@example.org",
    "phone": "+43 1 504 4677",
}
_NO_LANGUAGE = "Not given"
_KILO = 1000


class CardForm(QDialog):
    """Asks for what a card says, one line for each of its `CARD_FIELDS`.

    Signals:
        card_edited: The user agreed; carries the new `Card`.
    """

    card_edited = Signal(object)

    def __init__(self, card: Card, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = card.kind
        self._sheet = Sheet(self, name="cardForm", title=_TITLES[card.kind])
        self.fields: dict[str, QLineEdit | LanguageChoice] = {}
        for name, value in zip(CARD_FIELDS[card.kind], card.values, strict=True):
            self.fields[name] = field = self._field(name, value)
            self._sheet.row(_LABELS[name], field, f"card{name.capitalize()}")
        if card.kind is CardKind.PUBLICATION:
            self._offer_file()
        self._sheet.when_agreed(lambda: self.card_edited.emit(self.card()))
        self._on_changed()
        next(iter(self.fields.values())).setFocus()

    def card(self) -> Card:
        """Return what the form says."""
        return Card(self._kind, tuple(self._value(name) for name in CARD_FIELDS[self._kind]))

    def _field(self, name: str, value: str) -> QLineEdit | LanguageChoice:
        if name == "language":
            choice = LanguageChoice(value, none=_NO_LANGUAGE, parent=self)
            choice.currentTextChanged.connect(self._on_changed)
            return choice
        line = QLineEdit(value, self)
        line.setPlaceholderText(_HINTS.get(name, ""))
        line.textChanged.connect(self._on_changed)
        return line

    def _value(self, name: str) -> str:
        field = self.fields[name]
        if isinstance(field, LanguageChoice):
            return field.tag()
        words = " ".join(field.text().split())
        return complete_address(words) if name == "link" else words

    # ------------------------------------------------------------ what is wrong

    @Slot()
    def _on_changed(self) -> None:
        self._sheet.say(self._problem())

    def _problem(self) -> str:
        """Return in a sentence what is missing or wrong, or nothing."""
        typed = {name: self._typed(name) for name in self.fields}
        first = CARD_FIELDS[self._kind][0]
        if not typed[first]:
            return f"Write the {first}."
        if (
            typed.get("language")
            and not self._value("language")
            and typed["language"] != _NO_LANGUAGE
        ):
            return "No language has this name."
        if typed.get("email") and not is_mail(typed["email"]):
            return "This is not an e-mail address."
        if typed.get("link") and not self._value("link"):
            return "This is not a web address."
        if self._kind is CardKind.EMBED and not typed["link"]:
            return "Write the address where the work can be seen."
        return ""

    def _typed(self, name: str) -> str:
        field = self.fields[name]
        return (field.currentText() if isinstance(field, LanguageChoice) else field.text()).strip()

    # ------------------------------------------------------------ what a file says of itself

    def _offer_file(self) -> None:
        button = QPushButton("Fill in from a file…", self)
        button.setObjectName("cardFile")
        button.setAccessibleName("Fill in title, type and size from a file")
        button.setAutoDefault(False)
        button.clicked.connect(self._on_file_wanted)
        self._sheet.wide(button)

    @Slot()
    def _on_file_wanted(self) -> None:
        dialog = QFileDialog(self, "Choose the publication")
        dialog.setObjectName("publicationFiles")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.take_file(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take_file(self, file: Path) -> None:
        """Fill in what a file says of itself; the address where it will lie is for the user."""
        if not file.is_file():
            return
        found = {"type": file.suffix.lstrip(".").upper(), "size": _size_words(file.stat().st_size)}
        if not self._typed("title"):
            found["title"] = " ".join(file.stem.replace("_", " ").replace("-", " ").split())
        for name, words in found.items():
            field = self.fields[name]
            if isinstance(field, QLineEdit):
                field.setText(words)


def _size_words(size: int) -> str:
    """Return a size in words, such as ``1.2 MB``."""
    amount, unit = float(size), "B"
    for larger in ("kB", "MB", "GB"):
        if amount < _KILO:
            break
        amount, unit = amount / _KILO, larger
    return f"{amount:.1f} {unit}" if unit in {"MB", "GB"} else f"{amount:.0f} {unit}"
