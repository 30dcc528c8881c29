"""The third part of a photo's form: whether those who can be seen agreed."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from editor_app.model.photo_words import Consent, ConsentState
from editor_app.ui.fields.date_field import DateField
from editor_app.ui.look.icons import Icons
from editor_app.ui.photos.controls import QuietChoice, WordsArea, WordsLine

_STATES = (
    ("Not known", ConsentState.UNKNOWN),
    ("Not needed: nobody can be recognised", ConsentState.NOT_NEEDED),
    ("Given", ConsentState.GIVEN),
    ("Refused", ConsentState.REFUSED),
)


class ConsentGroup(QWidget):
    """State, giver, day and a note; kept in the library, never published.

    Signals:
        edited: The user changed something.
    """

    edited = Signal()

    def __init__(
        self, icons: Icons, direction: Qt.LayoutDirection, today: Callable[[], date]
    ) -> None:
        super().__init__()
        self.state = QuietChoice([(words, state.value) for words, state in _STATES], self)
        self.given_by = WordsLine(self, direction)
        self.given_by.setPlaceholderText("Who agreed, or for whom")
        self.day = DateField(icons, today, name="Consent given on")
        self.note = WordsArea(self, direction, lines=2)
        self.note.setPlaceholderText("Where the signed form is kept, what it leaves out")
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(3)
        self.grid.setColumnStretch(0, 1)
        self._put("Consent", self.state, "consentState", (0, 0, 1, 2))
        self._put("By whom", self.given_by, "consentGivenBy", (2, 0, 1, 1))
        self._put("When", self.day, "consentDay", (2, 1, 1, 1))
        self._put("Note", self.note, "consentNote", (4, 0, 1, 2))
        for control in (self.state, self.given_by, self.note):
            control.edited.connect(self.edited)
        self.day.day_edited.connect(lambda _day: self.edited.emit())

    def stops(self) -> tuple[QWidget, ...]:
        """Return where the Tab key stops, in order."""
        return self.state, self.given_by, self.day, self.note

    def show_consent(self, consent: Consent) -> None:
        """Show what is known of the consent."""
        self.state.show_words(consent.state.value)
        self.given_by.show_words(consent.given_by)
        self.day.show_day(consent.day)
        self.note.show_words(consent.note)

    def consent(self) -> Consent:
        """Return what is written of the consent."""
        day = self.day.value()
        return Consent(
            state=ConsentState(self.state.words()),
            given_by=self.given_by.words(),
            day=day if isinstance(day, date) else None,
            note=self.note.words(),
        )

    def _put(
        self, label: str, control: QWidget, name: str, place: tuple[int, int, int, int]
    ) -> None:
        control.setObjectName(name)
        control.setAccessibleName(label)
        shown = QLabel(label, self)
        shown.setProperty("look", "label")
        shown.setBuddy(control)
        row, column, rows, columns = place
        self.grid.addWidget(shown, row, column, 1, columns)
        self.grid.addWidget(control, row + 1, column, rows, columns)
