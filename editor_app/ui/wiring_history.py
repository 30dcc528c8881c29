"""The History tab, which is made when somebody looks, and the thinning of old versions."""

from collections.abc import Generator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from editor_app.background.timers import QtTimer
from editor_app.errors import EditorError
from editor_app.ui.fields.settled_line import settle_typing
from editor_app.ui.window import MainWindow
from editor_app.ui.wiring_desk import Desk, attempt
from editor_app.ui.wiring_items import ItemCommands

if TYPE_CHECKING:
    from collections.abc import Generator

    from editor_app.store.history import Thinned
    from editor_app.ui.history.at_work import HistoryAtWork

_THINNED_ON = "versions-thinned-on"
_FIRST = 60.0  # seconds after the start: nobody waits for it
_PACE = 0.25  # seconds from item to item: whoever writes does not feel it


class HistoryTab(QObject):
    """The tab and the two actions that lead to it; the rest is made when it is first seen."""

    def __init__(self, window: MainWindow, desk: Desk, items: ItemCommands) -> None:
        super().__init__(window)
        self._window, self._desk, self._items = window, desk, items
        self._at_work: HistoryAtWork | None = None
        window.panes.history.seen.connect(lambda: self.at_work().read())
        window.actions_.history.triggered.connect(self.show_tab)
        window.actions_.name_version.triggered.connect(self.name_present)

    def at_work(self) -> "HistoryAtWork":
        """Return what works in the tab."""
        if self._at_work is None:
            from editor_app.ui.history.at_work import HistoryAtWork  # noqa: PLC0415 - costs a start

            self._at_work = HistoryAtWork(self._window, self._desk, self._items)
        return self._at_work

    def show_tab(self) -> None:
        """Bring the tab to the front, with the keyboard in the list of versions."""
        self._window.actions_.show_side.setChecked(True)
        self._window.tabs.setCurrentWidget(self._window.panes.history)
        self._window.panes.history.setFocus()

    def name_present(self) -> None:
        """Save what is written, then let the present version be named."""
        settle_typing(self._window)
        attempt(self._window.notices, self._desk.session.leave)
        self.show_tab()
        self.at_work().name_present()


class Thinning(QObject):
    """Takes away versions that age has made too many: once a day of use, an item at a time."""

    def __init__(self, window: MainWindow, desk: Desk, *, first: float, pace: float) -> None:
        super().__init__(window)
        self._desk, self._pace = desk, pace
        self._steps: Generator[Thinned, None, None] | None = None
        self._timer = QtTimer(self)
        if desk.memory.text(_THINNED_ON) != self._today():
            self._timer.start(first, self._begin)
        window.call_after_closing(self._timer.cancel)

    def _begin(self) -> None:
        self._steps = self._desk.library.history.thin(self._desk.clock())
        self._go_on()

    def _go_on(self) -> None:
        steps = self._steps
        if steps is None:
            return
        self._desk.background.run(
            lambda: next(steps, None), then=self._on_step, failed=self._on_failed
        )

    def _on_step(self, done: "Thinned | None") -> None:
        if done is not None:
            self._timer.start(self._pace, self._go_on)
            return
        self._steps = None
        self._desk.memory.keep_text(_THINNED_ON, self._today())

    def _on_failed(self, _error: EditorError) -> None:
        """Leave the versions as they are: there is another day, and nothing is lost meanwhile."""
        self._steps = None

    def _today(self) -> str:
        return self._desk.clock().date().isoformat()


def connect_history(
    window: MainWindow,
    desk: Desk,
    items: ItemCommands,
    *,
    first_thinning: float = _FIRST,
    pace: float = _PACE,
) -> HistoryTab:
    """Let the History tab work, and old versions be thinned once the window is in use."""
    tab = HistoryTab(window, desk, items)
    window.call_when_shown(lambda: _begin_thinning(window, desk, first=first_thinning, pace=pace))
    return tab


def _begin_thinning(window: MainWindow, desk: Desk, *, first: float, pace: float) -> None:
    Thinning(window, desk, first=first, pace=pace)
