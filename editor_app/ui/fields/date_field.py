"""A day, typed as people write it or chosen from a calendar, and a time of day."""

from collections.abc import Callable
from datetime import date, time

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget
from typing_extensions import override

from editor_app.ui.fields.calendar import CalendarPopup
from editor_app.ui.fields.settled_line import NotUnderstoodError, SettledLine, size_for_words
from editor_app.ui.look.icons import Icons

# What reads dates is imported when one is typed: it would cost every start a part of its time.
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_FIRST_YEAR, _LAST_YEAR = 1800, 2199
_HINT = "Type a date as you write it, or choose one (Alt+Down)"


def day_words(day: date) -> str:
    """Return a day as the fields show it: ``15 September 2015``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


class DateField(SettledLine):
    """A date; an empty line says that there is none.

    Signals:
        day_edited: The user set another date; carries it, or None.
    """

    day_edited = Signal(object)

    def __init__(
        self, icons: Icons, today: Callable[[], date], *, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(name=name, hint=f"{name}. {_HINT}", parent=parent)
        self._icons, self._today = icons, today
        self._language = "en-GB"
        self._popup: CalendarPopup | None = None
        self.setPlaceholderText("No date")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        place = QLineEdit.ActionPosition.TrailingPosition
        self.choose = self.addAction(icons("calendar"), place)
        self.choose.setText("Choose a day")
        self.choose.setToolTip("Choose a day (Alt+Down)")
        self.choose.triggered.connect(self.open_calendar)
        self.textChanged.connect(self.updateGeometry)
        self.settled.connect(self.day_edited)

    def show_day(self, day: date | None) -> None:
        """Show a date, or that there is none."""
        self.show_value(day)

    def show_language(self, tag: str) -> None:
        """Understand dates in a language as well."""
        self._language = tag

    @override
    def read(self, text: str) -> object:
        from editor_app.intake.typed_dates import read_typed_date  # noqa: PLC0415 - see the top

        if not text:
            return None
        found = read_typed_date(text, self._language, today=self._today())
        if found is None:
            sentence = f"“{text}” is not a date: write it as 15 September 2015 or 15.9.2015."
            raise NotUnderstoodError(sentence)
        if found.day is None or not _FIRST_YEAR <= found.day.year <= _LAST_YEAR:
            sentence = f"There is no such day as “{text}”."
            raise NotUnderstoodError(sentence)
        return found.day

    @override
    def write(self, value: object) -> str:
        return day_words(value) if isinstance(value, date) else ""

    @Slot()
    def open_calendar(self) -> None:
        """Let a day be chosen from a calendar."""
        if self._popup is None:
            self._popup = CalendarPopup(self._icons, self)
            self._popup.day_chosen.connect(self._take)
        value = self.value()
        self._popup.open_under(self, value if isinstance(value, date) else self._today())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if is_alt and event.key() == Qt.Key.Key_Down and not self.isReadOnly():
            self.open_calendar()
            return
        super().keyPressEvent(event)

    @override
    def sizeHint(self) -> QSize:
        # As wide as the date it had: what stands beside it is to stay while one types.
        return size_for_words(self, super().sizeHint(), least=self.write(self.value()))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(60, super().minimumSizeHint().height())

    @Slot(object)
    def _take(self, day: date) -> None:
        self.setText(self.write(day))
        self.setModified(True)
        self.settle()


class TimeField(SettledLine):
    """A time of day, typed as people write it."""

    @override
    def read(self, text: str) -> object:
        from editor_app.intake.typed_dates import read_typed_time  # noqa: PLC0415 - see the top

        found = read_typed_time(text)
        if found is None:
            sentence = f"“{text}” is not a time: write it as 14:30." if text else "Write the time."
            raise NotUnderstoodError(sentence)
        return found

    @override
    def write(self, value: object) -> str:
        return f"{value:%H:%M}" if isinstance(value, time) else ""
