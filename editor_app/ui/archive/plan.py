"""What is planned in a month: a calendar, and under it what has its day on the chosen one."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from editor_app.store.plans import Planned
from editor_app.ui.item_list.words import NAMES, isolated, long_date
from editor_app.ui.look.look import Look

_ID = Qt.ItemDataRole.UserRole + 1
_ENGLISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})

Ask = Callable[[date, date], None]
"""Finds what has its day from one day to another, and calls `PlanCalendar.show_planned`."""


class PlanCalendar(QWidget):
    """A month of days, those with items on them marked, and the items of one day.

    Arrow keys go from day to day, Page keys from month to month; Return goes to the items of the
    day, and there opens one; Escape goes back to the days.

    Signals:
        item_chosen: The user wants to open an item; carries its `ItemId`.
    """

    item_chosen = Signal(str)

    def __init__(self, look: Look, ask: Ask, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("planCalendar")
        self._look, self._ask = look, ask
        self._days: dict[date, list[Planned]] = {}
        self.month = _month(look, self)
        self.day = QLabel(self)
        self.day.setObjectName("planDay")
        self.items = QListWidget(self)
        self.items.setObjectName("planItems")
        self.items.setAccessibleName("Items of the day")
        self.items.setWordWrap(True)
        self.items.setFrameShape(QListWidget.Shape.NoFrame)
        self.items.itemClicked.connect(self._on_item_chosen)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self.month)
        layout.addWidget(self.day)
        layout.addWidget(self.items, 1)
        self.month.setSelectedDate(QDate(today.year, today.month, today.day))
        self.month.currentPageChanged.connect(self.ask_again)
        self.month.selectionChanged.connect(self._show_day)
        self.items.installEventFilter(self)
        for inside in (self.month, *self.month.findChildren(QWidget)):
            inside.installEventFilter(self)
        look.changed.connect(self._mark_days)

    @Slot()
    def ask_again(self) -> None:
        """Ask what has its day in the month that is shown."""
        first = date(self.month.yearShown(), self.month.monthShown(), 1)
        last = QDate(first.year, first.month, 1).addMonths(1).addDays(-1)
        self._ask(first, date(last.year(), last.month(), last.day()))

    def show_planned(self, planned: Sequence[Planned]) -> None:
        """Show these on their days."""
        self._days = {}
        for one in planned:
            self._days.setdefault(one.day, []).append(one)
        self._mark_days()
        self._show_day()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        key = Qt.Key(event.key())
        if watched is self.items:
            if key in _ENTER and self.items.currentRow() >= 0:
                self._on_item_chosen(self.items.currentItem())
                return True
            if key == Qt.Key.Key_Escape:
                self.month.setFocus()
                return True
        elif key in _ENTER and self.items.count():
            self.items.setFocus()
            self.items.setCurrentRow(0)
            return True
        return False

    @Slot()
    def _mark_days(self) -> None:
        tokens = self._look.tokens
        self.month.setDateTextFormat(QDate(), QTextCharFormat())  # as all days were
        for day, planned in self._days.items():
            marked = QTextCharFormat()
            marked.setFontWeight(QFont.Weight.Bold)
            marked.setForeground(QColor(tokens.accent))
            marked.setBackground(QColor(tokens.accent_soft))
            if any(one.is_embargo for one in planned):
                marked.setForeground(QColor(tokens.warning))
                marked.setBackground(QColor(tokens.warning_soft))
            marked.setToolTip("\n".join(_words(one) for one in planned[:12]))
            self.month.setDateTextFormat(QDate(day.year, day.month, day.day), marked)

    @Slot()
    def _show_day(self) -> None:
        chosen = self.month.selectedDate()
        day = date(chosen.year(), chosen.month(), chosen.day())
        planned = self._days.get(day, [])
        number = f"{len(planned):,}" if planned else "nothing"
        self.day.setText(f"{long_date(day)}: {number}")
        self.items.clear()
        for one in planned:
            row = QListWidgetItem(_words(one))
            row.setData(_ID, one.id)
            self.items.addItem(row)

    def _on_item_chosen(self, row: QListWidgetItem) -> None:
        self.item_chosen.emit(row.data(_ID))


def _words(one: Planned) -> str:
    headline = isolated(one.headline or "No headline yet")
    state = "Embargo ends" if one.is_embargo else NAMES[one.status]
    return f"{headline}\n{state} · {one.language.split('-')[0].upper()}"


def _month(look: Look, parent: QWidget) -> QCalendarWidget:
    month = QCalendarWidget(parent)
    month.setObjectName("planMonth")
    month.setAccessibleName("Calendar of what is planned")
    month.setLocale(_ENGLISH)
    month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    for button, icon in (("prev", "chevron-left"), ("next", "chevron-right")):
        step = month.findChild(QToolButton, f"qt_calendar_{button}month")
        if step is not None:  # Qt's own arrows are black on dark, too
            step.setIcon(look.icons(icon))
    plain = QTextCharFormat()  # Qt's own is bright red
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        month.setWeekdayTextFormat(day, plain)
    return month
