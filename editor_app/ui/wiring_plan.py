"""The calendar of what is planned, in the place of the list while it is wanted."""

from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction, QKeySequence

from editor_app.editing.changes import Change, ChangeKind
from editor_app.model.identity import ItemId
from editor_app.store.query import ItemQuery
from editor_app.ui.archive.plan import PlanCalendar
from editor_app.ui.window import MainWindow
from editor_app.ui.wiring_desk import Desk


def connect_plan(window: MainWindow, desk: Desk) -> None:
    """Offer the calendar in the menu of the list."""
    plan = _Plan(window, desk)
    window.panes.items.filters.add_actions([plan.action])
    window.panes.items.query_shown.connect(plan.leave)
    desk.session.subscribe(plan.on_change)


class _Plan(QObject):
    """Puts the calendar up and away; it is made when it is first wanted."""

    def __init__(self, window: MainWindow, desk: Desk) -> None:
        items = window.panes.items
        super().__init__(items)
        self._window, self._desk = window, desk
        self._calendar: PlanCalendar | None = None
        self.action = QAction("Calendar", items)
        self.action.setObjectName("showCalendar")
        self.action.setCheckable(True)
        self.action.setShortcut(QKeySequence("Ctrl+F5"))
        self.action.toggled.connect(self._on_toggled)
        window.addAction(self.action)

    def on_change(self, change: Change) -> None:
        """Read the month again when an item was saved."""
        kinds = {ChangeKind.SAVED, ChangeKind.COPIED}
        if self.action.isChecked() and self._calendar is not None and change.kind in kinds:
            self._calendar.ask_again()

    @Slot(object)
    def leave(self, _query: ItemQuery) -> None:
        """Go back to the list, because somebody looks for something in it."""
        self.action.setChecked(False)

    @Slot(bool)
    def _on_toggled(self, is_on: bool) -> None:  # noqa: FBT001 - a signal's argument
        if not is_on:
            self._window.panes.items.show_instead(None)
            return
        calendar = self._made()
        self._window.panes.items.show_instead(calendar)
        calendar.ask_again()
        calendar.month.setFocus()

    def _made(self) -> PlanCalendar:
        if self._calendar is None:
            today = self._desk.clock().date()
            self._calendar = PlanCalendar(self._desk.look, self._ask, today)
            self._calendar.item_chosen.connect(self._open)
        return self._calendar

    def _ask(self, first: date, last: date) -> None:
        calendar = self._made()
        self._desk.background.run(
            partial(self._desk.library.items.planned, first, last),
            then=calendar.show_planned,
            failed=self._window.notices.show_error,
        )

    @Slot(str)
    def _open(self, item_id: str) -> None:
        self._window.panes.items.item_chosen.emit(ItemId(item_id))
