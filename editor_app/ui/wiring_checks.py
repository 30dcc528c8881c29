"""The Checks tab joins the window when that is on the screen: a start does not wait for it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from editor_app.ui.checks.runner import CheckedItem, CheckRunner
from editor_app.ui.item_list.delegate import RowDelegate
from editor_app.ui.window import MainWindow
from editor_app.ui.wiring_desk import Desk

if TYPE_CHECKING:
    from editor_app.ui.checks.at_work import ChecksAtWork
    from editor_app.ui.checks.badges import CheckBadges

_SOON = 400  # milliseconds after which the text can be written in and its spelling is looked at


class ChecksTab(QObject):
    """The tab, the sign on it and the line in the status bar; the rest is made a little later."""

    def __init__(self, window: MainWindow, desk: Desk) -> None:
        super().__init__(window)
        self._window, self._desk = window, desk
        self.runner = CheckRunner(desk, window)
        self.at_work: ChecksAtWork | None = None
        self._badges: CheckBadges | None = None
        desk.session.subscribe(self.runner.hear)
        self.runner.checked.connect(self._show)
        self.runner.cleared.connect(self._show_nothing)
        window.status.first_check.clicked.connect(self.show_tab)
        window.actions_.checks.triggered.connect(self.show_tab)

    @Slot()
    def start(self) -> None:
        """Begin to check."""
        from editor_app.ui.checks.at_work import ChecksAtWork  # noqa: PLC0415 - costs a start

        self.at_work = ChecksAtWork(self._window, self._desk, self.runner)
        self._count_misspelt()
        self.runner.start()
        self._show_badges()

    def _count_misspelt(self) -> None:
        from editor_app.ui.checks.spelling import SpellingCount  # noqa: PLC0415 - costs a start
        from editor_app.ui.editor.spelling.proofreader import Proofreader  # noqa: PLC0415 - as above

        proofreader = self._window.findChild(Proofreader)
        if isinstance(proofreader, Proofreader):
            spelling = SpellingCount(proofreader, self)
            self.runner.count_misspelt(spelling.count)
            spelling.changed.connect(self.runner.look_again)
            self._window.call_after_closing(spelling.stop)

    def _show_badges(self) -> None:
        from editor_app.ui.checks.badges import CheckBadges  # noqa: PLC0415 - costs a start

        view = self._window.panes.items.view
        delegate = view.itemDelegate()
        if isinstance(delegate, RowDelegate):
            self._badges = badges = CheckBadges(self._desk, self)
            delegate.badges = badges.find
            badges.changed.connect(view.viewport().update)
            self._desk.session.subscribe(badges.hear)
            self._window.call_after_closing(badges.stop)
            view.viewport().update()

    @Slot()
    def look_again(self) -> None:
        """Check everything anew, because the house or its lists are others now."""
        self.runner.look_again()
        if self._badges is not None:
            self._badges.forget_all()

    @Slot()
    def show_tab(self) -> None:
        """Bring the tab to the front, with the keyboard on the worst finding."""
        window = self._window
        window.actions_.show_side.setChecked(True)
        window.tabs.setCurrentWidget(window.panes.checks)
        window.panes.checks.setFocus()
        if self.at_work is not None and self.at_work.panel.list.chosen is None:
            self.at_work.panel.list.choose_first()

    @Slot(object)
    def _show(self, found: CheckedItem) -> None:
        from editor_app.ui.checks.words import first_words  # noqa: PLC0415 - loaded by now

        judged = found.judged
        worst = judged.findings[0].level.value if judged.findings else ""
        self._window.show_check_count(len(judged.findings), level=worst)
        self._window.status.show_check(first_words(judged), level=worst)

    @Slot()
    def _show_nothing(self) -> None:
        self._window.show_check_count(0, level="")
        self._window.status.show_check("", level="")


def connect_checks(window: MainWindow, desk: Desk) -> ChecksTab:
    """Let the open item be checked as it is written, soon after the window is in use."""
    tab = ChecksTab(window, desk)
    soon = QTimer(window)
    soon.setSingleShot(True)
    soon.timeout.connect(tab.start)
    soon.start(_SOON)
    window.call_after_closing(soon.stop)
    window.call_after_closing(tab.runner.stop)
    return tab
