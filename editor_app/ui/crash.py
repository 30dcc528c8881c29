"""What happens when the program makes a mistake: the words are saved, and the user is told."""

import logging
import sys
import traceback
from collections.abc import Callable
from functools import partial
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, Slot

from editor_app.errors import EditorError
from editor_app.ui.messages import Choice, Report, Tone
from editor_app.ui.window import MainWindow

_LOG = logging.getLogger(__name__)
Hook = Callable[[type[BaseException], BaseException, TracebackType | None], None]


class CrashNotice(QObject):
    """Takes the place of `sys.excepthook` while the window is open.

    An unexpected exception is logged, the words on the desk are saved, and a notice is shown that
    leads to a report to be copied. The window goes on. ``save`` says whether there is an item on
    the desk of which the library now has every word.
    """

    _crashed = Signal(str)

    def __init__(self, window: MainWindow, save: Callable[[], bool]) -> None:
        super().__init__(window)
        self._window, self._save = window, save
        self._is_telling = False
        self._before: Hook = sys.excepthook
        self._crashed.connect(self._on_crashed, Qt.ConnectionType.QueuedConnection)
        sys.excepthook = self.take
        window.call_after_closing(self.let_go)

    def take(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Take note of an exception that nobody caught; safe on any thread."""
        if not issubclass(kind, Exception):
            self._before(kind, error, trace)
            return
        report = "".join(traceback.format_exception(kind, error, trace))
        _LOG.error("Something went wrong in the program.\n%s", report)
        self._crashed.emit(report)

    def let_go(self) -> None:
        """Give the hook back."""
        sys.excepthook = self._before

    @Slot(str)
    def _on_crashed(self, report: str) -> None:
        if self._is_telling:
            return
        self._is_telling = True
        try:
            lead = self._lead()
        finally:
            self._is_telling = False
        show = partial(_show_report, self._window, lead, report)
        self._window.notices.show_notice(
            lead, tone=Tone.DANGER, choices=[Choice(words="Show report…", act=show)]
        )

    def _lead(self) -> str:
        try:
            has_saved = self._save()
        except EditorError as error:
            return f"Something went wrong in the program, and your words are not saved: {error}"
        if not has_saved:
            return "Something went wrong in the program. You can go on."
        return "Something went wrong in the program. Your words are saved; you can go on."


def _show_report(window: MainWindow, lead: str, report: str) -> None:
    words = f"Please send this to whoever looks after Standfirst.\n\n{report}"
    Report("What went wrong", lead=lead, words=words, parent=window).show()
