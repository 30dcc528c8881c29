"""Rows for days and for moments with the time zone they were meant in."""

from collections.abc import Callable
from datetime import date, datetime, time
from zoneinfo import ZoneInfo, available_timezones

from PySide6.QtCore import Qt, QTimeZone, Signal, Slot
from PySide6.QtWidgets import (
    QCompleter,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QStackedLayout,
    QToolButton,
    QWidget,
)

from editor_app.ui.details.row import Row
from editor_app.ui.fields.choices import QuietCombo
from editor_app.ui.fields.date_field import DateField, TimeField
from editor_app.ui.look.icons import Icons

_AROUND = 22  # pixels beside the words of a field
Clock = Callable[[], datetime]


class MomentField(QWidget):
    """A date, a time and a zone, or nothing.

    Signals:
        moment_edited: The user changed the moment; carries an aware datetime, or None.
    """

    moment_edited = Signal(object)

    def __init__(self, name: str, icons: Icons, clock: Clock, parent: QWidget) -> None:
        super().__init__(parent)
        self._clock = clock
        self._moment: datetime | None = None
        self.set = QPushButton("Set…", self)
        self.set.setAccessibleName(f"Set {name}")
        self.set.clicked.connect(self._on_set)
        self.day = DateField(icons, lambda: clock().date(), name=f"Day of {name}", parent=self)
        self.time = TimeField(name=f"Time of {name}", hint="The time of day: 14:30", parent=self)
        self.time.setFixedWidth(self.time.fontMetrics().horizontalAdvance("00:00") + _AROUND)
        self.zone = QuietCombo(self)
        self.zone.setProperty("look", "")
        self.zone.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.zone.setEditable(True)
        self.zone.setAccessibleName(f"Time zone of {name}")
        self.clear = QToolButton(self)
        self.clear.setIcon(icons("close"))
        self.clear.setAccessibleName(f"Clear {name}")
        self.clear.setToolTip("Clear")
        self.clear.clicked.connect(self._on_clear)
        self._lay_out()
        self.day.day_edited.connect(self._on_day_edited)
        self.time.settled.connect(self._on_changed)
        self.zone.activated.connect(self._on_changed)

    def show_moment(self, moment: datetime | None) -> None:
        """Show a moment in its own zone, or that there is none."""
        self._moment = moment
        self._stack.setCurrentIndex(0 if moment is None else 1)
        if moment is None:
            return
        zone = _zone_of(moment)
        self.day.show_day(moment.date())
        self.time.show_value(moment.time().replace(second=0, microsecond=0))
        if self.zone.findText(zone) < 0:
            self.zone.addItem(zone)
        self.zone.setCurrentText(zone)

    def _lay_out(self) -> None:
        nothing, something = QWidget(self), QWidget(self)
        left = QHBoxLayout(nothing)
        left.setContentsMargins(0, 0, 0, 0)
        left.addWidget(self.set)
        left.addStretch(1)
        row = QHBoxLayout(something)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.day)
        row.addWidget(self.time)
        row.addWidget(self.zone, 1)
        row.addWidget(self.clear)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(nothing)
        self._stack.addWidget(something)

    def _offer_zones(self) -> None:
        if self.zone.count() > 1:
            return
        chosen = self.zone.currentText()
        self.zone.clear()
        names = sorted(name for name in available_timezones() if "/" in name or name == "UTC")
        self.zone.addItems(names)
        if (completer := self.zone.completer()) is not None:
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.zone.setCurrentText(chosen)

    @Slot()
    def _on_set(self) -> None:
        here = bytes(QTimeZone.systemTimeZoneId().data()).decode() or "UTC"
        moment = self._clock().astimezone(_zone(here)).replace(second=0, microsecond=0)
        self.show_moment(moment)
        self._offer_zones()
        self.moment_edited.emit(moment)
        self.day.setFocus()
        self.day.selectAll()

    @Slot()
    def _on_clear(self) -> None:
        self.show_moment(None)
        self.moment_edited.emit(None)
        self.set.setFocus()

    @Slot(object)
    def _on_day_edited(self, day: date | None) -> None:
        if day is None:
            self._on_clear()
        else:
            self._on_changed()

    @Slot()
    def _on_changed(self) -> None:
        self._offer_zones()
        day, hour = self.day.value(), self.time.value()
        if not isinstance(day, date) or not isinstance(hour, time):
            return
        moment = datetime.combine(day, hour, tzinfo=_zone(self.zone.currentText()))
        self._moment = moment
        self.moment_edited.emit(moment)


def moment_row(field: str, label: str, icons: Icons, clock: Clock) -> Row:
    """Return a row for a moment."""
    row = Row(field, label)
    control = MomentField(label, icons, clock, row)
    row.hold(control, control.show_moment)
    control.moment_edited.connect(row.send)
    return row


class DayField(QWidget):
    """A day, or nothing.

    Signals:
        day_edited: The user changed the day; carries it, or None.
    """

    day_edited = Signal(object)

    def __init__(self, name: str, icons: Icons, clock: Clock, parent: QWidget) -> None:
        super().__init__(parent)
        self._clock = clock
        self.edit = DateField(icons, lambda: clock().date(), name=name, parent=self)
        self.set = QPushButton("Set…", self)
        self.set.setAccessibleName(f"Set {name}")
        self.clear = QToolButton(self)
        self.clear.setIcon(icons("close"))
        self.clear.setAccessibleName(f"Clear {name}")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self.set, self.edit, self.clear):
            layout.addWidget(widget)
        layout.addStretch(1)
        self.set.clicked.connect(self._on_set)
        self.clear.clicked.connect(self._on_clear)
        self.edit.day_edited.connect(self._change)
        self.show_day(None)

    def show_day(self, day: date | None) -> None:
        """Show a day, or that there is none."""
        self.set.setVisible(day is None)
        self.edit.setVisible(day is not None)
        self.clear.setVisible(day is not None)
        if day is not None:
            self.edit.show_day(day)

    @Slot()
    def _on_set(self) -> None:
        self._change(self._clock().date())
        self.edit.setFocus()
        self.edit.selectAll()

    @Slot()
    def _on_clear(self) -> None:
        self._change(None)
        self.set.setFocus()

    def _change(self, day: date | None) -> None:
        self.show_day(day)
        self.day_edited.emit(day)


def day_row(field: str, label: str, icons: Icons, clock: Clock) -> Row:
    """Return a row for a day, or none."""
    row = Row(field, label)
    control = DayField(label, icons, clock, row)
    row.hold(control, control.show_day)
    control.day_edited.connect(row.send)
    return row


def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name if name in available_timezones() else "UTC")


def _zone_of(moment: datetime) -> str:
    return getattr(moment.tzinfo, "key", "") or "UTC"
