"""A month to choose a day from, over the window until a day is chosen."""

from datetime import date

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from editor_app.ui.look.icons import Icons

_ENGLISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
_CHOOSING = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}


class CalendarPopup(QFrame):
    """A calendar that goes away when a day is chosen, or Escape is pressed.

    Signals:
        day_chosen: The user chose a day; carries the date.
    """

    day_chosen = Signal(object)

    def __init__(self, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("calendarPopup")
        self.calendar = QCalendarWidget(self)
        self.calendar.setLocale(_ENGLISH)
        self.calendar.setAccessibleName("Calendar")
        for button, icon in (("prev", "chevron-left"), ("next", "chevron-right")):
            step = self.calendar.findChild(QToolButton, f"qt_calendar_{button}month")
            if step is not None:  # Qt's own arrows are black on dark, too
                step.setIcon(icons(icon))
        weekend = QTextCharFormat()  # Qt's own is bright red
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(day, weekend)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.clicked.connect(self._choose)
        for inside in self.calendar.findChildren(QWidget):
            inside.installEventFilter(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(self.calendar)

    def open_under(self, widget: QWidget, day: date) -> None:
        """Show the month of a day under a widget."""
        self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self.adjustSize()
        room = widget.screen().availableGeometry()
        place = widget.mapToGlobal(QPoint(0, widget.height()))
        if place.y() + self.height() > room.bottom():
            place = widget.mapToGlobal(QPoint(0, -self.height()))
        place.setX(min(place.x(), room.right() - self.width()))
        self.move(place)
        self.show()
        self.calendar.setFocus()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_key = event.type() == QEvent.Type.KeyPress and watched.inherits("QAbstractItemView")
        if is_key and isinstance(event, QKeyEvent) and event.key() in _CHOOSING:
            self._choose(self.calendar.selectedDate())
            return True
        return super().eventFilter(watched, event)

    @Slot(QDate)
    def _choose(self, day: QDate) -> None:
        self.hide()
        self.day_chosen.emit(date(day.year(), day.month(), day.day()))
