"""What the words of a photo are written in: lines, areas, a licence, a date that may lack parts.

All of them speak alike: `words` and `show_words` with what is stored, and `edited`.
"""

import re
import unicodedata
from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextOption, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QWidget
from typing_extensions import override

from editor_app.body.captions import on_one_line
from editor_app.model.licences import LICENCES
from editor_app.ui.fields.date_field import MONTHS
from editor_app.ui.fields.growing_text import PlainArea
from editor_app.ui.fields.settled_line import NotUnderstoodError, SettledLine

_FROM_RIGHT = {"R", "AL"}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_PART_OF_DATE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?")
_MONTH_OF_YEAR = re.compile(r"(?P<month>\w+)\s+(?P<year>\d{4})")


def direction_of_words(words: str, otherwise: Qt.LayoutDirection) -> Qt.LayoutDirection:
    """Return the side that words are read from: their first letter says it."""
    for letter in words:
        kind = unicodedata.bidirectional(letter)
        if kind in _FROM_RIGHT:
            return Qt.LayoutDirection.RightToLeft
        if kind == "L":
            return Qt.LayoutDirection.LeftToRight
    return otherwise


class WordsLine(QLineEdit):
    """One line of words, written from the side its own letters ask for.

    Signals:
        edited: The words are others now. Not sent by `show_words`.
    """

    edited = Signal()

    def __init__(self, parent: QWidget, direction: Qt.LayoutDirection) -> None:
        super().__init__(parent)
        self._direction = direction
        self._is_showing = False
        self.textChanged.connect(self._on_text_changed)
        self._on_text_changed("")

    def words(self) -> str:
        """Return the words on one line."""
        return on_one_line(self.text())

    def show_words(self, words: str) -> None:
        """Show words from their beginning."""
        self._is_showing = True
        self.setText(words)
        self.setCursorPosition(0)
        self._is_showing = False

    @Slot(str)
    def _on_text_changed(self, text: str) -> None:
        direction = direction_of_words(text, self._direction)
        if direction != self.layoutDirection():
            self.setLayoutDirection(direction)
        if not self._is_showing:
            self.edited.emit()


class WordsArea(PlainArea):
    """A few lines of words, written from the side their first letter asks for.

    Signals:
        edited: The words are others now. Not sent by `show_words`.
    """

    edited = Signal()

    def __init__(
        self,
        parent: QWidget,
        direction: Qt.LayoutDirection,
        *,
        lines: int,
        is_one_line: bool = False,
    ) -> None:
        super().__init__(name="", lines=lines, parent=parent)
        self._direction, self._is_one_line = direction, is_one_line
        self.textChanged.connect(self._show_direction)
        self.text_edited.connect(lambda _text: self.edited.emit())
        self._show_direction()

    def words(self) -> str:
        """Return the words, on one line where line ends mean nothing."""
        text = self.toPlainText().strip()
        return on_one_line(text) if self._is_one_line else text

    def show_words(self, words: str) -> None:
        """Show words."""
        self.show_text(words)

    @Slot()
    def _show_direction(self) -> None:
        # Qt turns the letters by itself, but leaves lines that are read from the right at the left.
        option = QTextOption(self.document().defaultTextOption())
        direction = direction_of_words(self.toPlainText(), self._direction)
        if option.textDirection() != direction:
            is_rtl = direction == Qt.LayoutDirection.RightToLeft
            side = Qt.AlignmentFlag.AlignRight if is_rtl else Qt.AlignmentFlag.AlignLeft
            option.setTextDirection(direction)
            option.setAlignment(side)
            self.document().setDefaultTextOption(option)


class QuietChoice(QComboBox):
    """A choice of words, each with what is stored for it; the wheel scrolls the form round it.

    What is stored already and not offered is shown as it is.

    Signals:
        edited: The user chose. Not sent by `show_words`.
    """

    edited = Signal()

    def __init__(self, choices: Sequence[tuple[str, str]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(16)
        self.setMinimumContentsLength(12)
        for words, stored in choices:
            self.addItem(words, stored)
        self._is_showing = False
        self.currentIndexChanged.connect(self._on_changed)

    def words(self) -> str:
        """Return what is stored for the choice."""
        return str(self.currentData() or "")

    def show_words(self, words: str) -> None:
        """Show the choice that something is stored for."""
        self._is_showing = True
        if self.findData(words) < 0:
            self.addItem(words, words)
        self.setCurrentIndex(self.findData(words))
        self._is_showing = False

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    @Slot()
    def _on_changed(self) -> None:
        if not self._is_showing:
            self.edited.emit()


class LicenceChoice(QuietChoice):
    """The licence of a photo: chosen from the list, or found by typing a part of its name.

    While what is typed is no licence, the one that was chosen before counts; Enter takes the first
    one that is offered for it.
    """

    def __init__(self, parent: QWidget) -> None:
        named = ((licence.name, licence.code) for licence in LICENCES)
        super().__init__((("Not known", ""), *named), parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._offers = QCompleter(self.model(), self)
        self._offers.setFilterMode(Qt.MatchFlag.MatchContains)
        self._offers.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(self._offers)
        self.editTextChanged.connect(self._on_typed)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Write over the licence that is shown, and take an offer before the form is closed."""
        is_typing = self.currentText() != self.itemText(self.currentIndex())
        if is_typing and event.key() in _ENTER:
            self._offers.setCurrentRow(0)
            is_offered = self._offers.completionCount() > 0
            counts = self.itemText(self.currentIndex())
            self.setEditText(self._offers.currentCompletion() if is_offered else counts)
            return
        is_letter = event.text().isprintable() and bool(event.text())
        if is_letter and not is_typing and (line := self.lineEdit()) is not None:
            line.selectAll()
        super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the licence that counts instead of a part of a name."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:  # the offers open: typing goes on
            self.setEditText(self.itemText(self.currentIndex()))

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        place = self.findText(text.strip(), Qt.MatchFlag.MatchFixedString)
        if place >= 0:
            self.setCurrentIndex(place)


class TakenOnLine(SettledLine):
    """When a photo was taken: a day, or only a month or a year.

    Signals:
        edited: The user gave another date. Not sent by `show_words`.
    """

    edited = Signal()

    def __init__(self, today: Callable[[], date], language: str, parent: QWidget) -> None:
        super().__init__(name="Date taken", hint="A day, a month or a year", parent=parent)
        self._today, self._language = today, language
        self.settled.connect(lambda _value: self.edited.emit())

    def words(self) -> str:
        """Return the date as it is stored."""
        return str(self.value() or "")

    def show_words(self, words: str) -> None:
        """Show a date as people write it."""
        self.show_value(words)

    @override
    def read(self, text: str) -> object:
        if not text or _PART_OF_DATE.fullmatch(text):
            return text
        if (found := _MONTH_OF_YEAR.fullmatch(text)) and found["month"].title() in MONTHS:
            return f"{found['year']}-{MONTHS.index(found['month'].title()) + 1:02}"
        return self._day(text)

    @override
    def write(self, value: object) -> str:
        found = _PART_OF_DATE.fullmatch(str(value or ""))
        if found is None or not found["month"] or not 1 <= int(found["month"]) <= len(MONTHS):
            return str(value or "")
        day = f"{int(found['day'])} " if found["day"] else ""
        return f"{day}{MONTHS[int(found['month']) - 1]} {found['year']}"

    def _day(self, text: str) -> str:
        from editor_app.intake.typed_dates import read_typed_date  # noqa: PLC0415 - rarely used

        found = read_typed_date(text, self._language, today=self._today())
        if found is None or found.day is None:
            sentence = f"“{text}” is not a date: write 15 September 2015, September 2015 or 2015."
            raise NotUnderstoodError(sentence)
        return found.day.isoformat()


Control = WordsLine | WordsArea | QuietChoice | TakenOnLine
