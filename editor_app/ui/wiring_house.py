"""The house style: its window, and everybody who follows when it changes."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from editor_app.errors import EditorError
from editor_app.ui.window import MainWindow
from editor_app.ui.wiring_checks import ChecksTab
from editor_app.ui.wiring_desk import Desk
from editor_app.ui.wiring_lists import ListCommands
from editor_app.ui.wiring_preview import PreviewUpdater

if TYPE_CHECKING:
    from collections.abc import Callable

    from editor_app.ui.house.at_work import HouseAtWork


class HouseCommands(QObject):
    """Opens the window of the house style, and tells everybody when the house has changed."""

    def __init__(self, window: MainWindow, desk: Desk, lists: ListCommands) -> None:
        super().__init__(window)
        self._window, self._desk, self._lists = window, desk, lists
        self._at_work: HouseAtWork | None = None
        self.listeners: list[Callable[[], None]] = []

    @Slot()
    def show(self) -> None:
        """Open the window of the house style."""
        if self._at_work is None:
            from editor_app.ui.house.at_work import (  # noqa: PLC0415 - few starts need it
                HouseAtWork,
            )

            self._at_work = HouseAtWork(
                self._window,
                self._desk,
                changed=self.tell,
                lists_changed=self._lists.changed_elsewhere,
                show_lists=self._lists.show,
            )
        self._at_work.show()

    def tell(self) -> None:
        """Tell everybody that the house has changed."""
        for listener in self.listeners:
            listener()


def connect_house(
    window: MainWindow,
    desk: Desk,
    lists: ListCommands,
    updater: PreviewUpdater,
    checks: ChecksTab,
) -> HouseCommands:
    """Let the house style be kept, and let page, checks and counters follow it."""
    commands = HouseCommands(window, desk, lists)
    window.actions_.house.triggered.connect(commands.show)
    header = window.panes.editor.header

    def count_anew() -> None:
        try:
            limits = desk.library.house.get().style.limits
        except EditorError:
            return  # the counters stay as they are; whoever opens the house style is told
        header.headline_count.show_most(limits.headline)

    commands.listeners += [updater.refresh, checks.look_again, count_anew]
    lists.listeners.append(checks.look_again)
    count_anew()
    return commands
