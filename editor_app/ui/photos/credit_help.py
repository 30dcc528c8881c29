"""What stands under the credit in a photo's form: the line on the page, and what it lacks."""

from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from editor_app.body.photo_lines import credit_html
from editor_app.body.tree import Content, Text
from editor_app.checks.photos import licence_warnings
from editor_app.media.photo_record import PhotoRecord
from editor_app.model.photo_words import PhotoWords
from editor_app.render.pictures import page_pictures

if TYPE_CHECKING:
    from editor_app.body.pictures import Picture


def made_credit(words: PhotoWords) -> str:
    """Return the credit that photographer and source give; empty where neither is known."""
    parts = dict.fromkeys(part for part in (words.photographer, words.source) if part)
    return " / ".join(parts)


class CreditHelp(QWidget):
    """Shows the credit line as the page will have it, and makes a credit of what is known.

    Signals:
        credit_made: The user wants this credit.
    """

    credit_made = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._picture: Picture | None = None
        self._words = PhotoWords()
        self.line = _label("creditLine", "hint", self)
        self.line.setTextFormat(Qt.TextFormat.RichText)
        self.line.setAccessibleName("The credit on the page")
        self.problems = _label("creditProblems", "warning", self)
        self.make = QPushButton("Use photographer and source", self)
        self.make.setObjectName("makeCredit")
        self.make.setProperty("look", "quiet")
        self.make.setAutoDefault(False)
        self.make.setToolTip("Put photographer and source into the credit")
        self.make.clicked.connect(self._on_make)
        row = QHBoxLayout()
        row.addWidget(self.line, 1)
        row.addWidget(self.make, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(row)
        layout.addWidget(self.problems)

    def show_record(self, record: PhotoRecord, language: str) -> None:
        """Speak of a photo on a page in a language."""
        src = record.photo.src
        self._picture = page_pictures("", lambda _src: record, language=language)(src)

    def show_credit(self, credit: str, words: PhotoWords) -> None:
        """Show what a credit becomes with the words of the photo as they are now."""
        self._words = words
        is_licensed = words.known_licence is not None and bool(words.known_licence.address)
        self.line.setText(f"On the page: {self._line(credit)}" if is_licensed and credit else "")
        self.line.setVisible(bool(self.line.text()))
        made = made_credit(words)
        self.make.setVisible(bool(made) and made != credit)
        problems = " ".join(licence_warnings(words, credit))
        self.problems.setText(problems)
        self.problems.setVisible(bool(problems))
        self.setVisible(any(not part.isHidden() for part in (self.line, self.make, self.problems)))

    def _line(self, credit: str) -> str:
        picture = self._picture and replace(self._picture, words=self._words)
        return credit_html((Text(credit),), picture, _escaped)

    @Slot()
    def _on_make(self) -> None:
        self.credit_made.emit(made_credit(self._words))


def _escaped(content: Content) -> str:
    return "".join(escape(piece.text) for piece in content if isinstance(piece, Text))


def _label(name: str, look: str, parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setObjectName(name)
    label.setProperty("look", look)
    label.setWordWrap(True)
    return label
