"""What happens when the program makes a mistake: the words are saved, and the user is told."""

import logging
import sys
import traceback
from collections import deque
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction

from editor_app import clock
from editor_app.errors import EditorError
from editor_app.ui.messages import Choice, Report, Tone
from editor_app.ui.window import MainWindow

_LOG = logging.getLogger(__name__)
_LAST = 12  # commands that are remembered, by name
Hook = Callable[[type[BaseException], BaseException, TracebackType | None], None]


class CrashNotice(QObject):
    """Takes the place of `sys.excepthook` while the window is open.

    An unexpected exception, of a slot, of a thread or of a thing that is thrown away, is logged,
    the words on the desk are saved, a report is written into the library, and a notice is shown
    that leads to it. The window goes on. ``save`` says whether there is an item on the desk of
    which the library now has every word.
    """

    _crashed = Signal(str)

    def __init__(self, window: MainWindow, save: Callable[[], bool], library: Path) -> None:
        super().__init__(window)
        self._window, self._save, self._library = window, save, library
        self._is_telling = False
        self._done: deque[str] = deque(maxlen=_LAST)
        self._before: Hook = sys.excepthook
        self._unraisable_before = sys.unraisablehook
        self._crashed.connect(self._on_crashed, Qt.ConnectionType.QueuedConnection)
        window.menuBar().triggered.connect(self._on_command)
        sys.excepthook = self.take
        sys.unraisablehook = self._take_unraisable
        window.call_after_closing(self.let_go)

    def take(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Take note of an exception that nobody caught; safe on any thread."""
        from editor_app.ui.crash_report import report_of  # noqa: PLC0415 - a rare moment needs it

        if not issubclass(kind, Exception):
            self._before(kind, error, trace)
            return
        words = "".join(traceback.format_exception(kind, error, trace))
        _LOG.error("Something went wrong in the program.\n%s", words)
        self._crashed.emit(report_of(kind, error, trace, actions=tuple(self._done)))

    def let_go(self) -> None:
        """Give the hooks back."""
        sys.excepthook = self._before
        sys.unraisablehook = self._unraisable_before

    def _take_unraisable(self, unraisable: "sys.UnraisableHookArgs") -> None:
        error = unraisable.exc_value
        if error is None or not isinstance(error, Exception):
            self._unraisable_before(unraisable)
            return
        self.take(type(error), error, unraisable.exc_traceback)

    @Slot(QAction)
    def _on_command(self, action: QAction) -> None:
        self._done.append(action.objectName() or "a command without a name")

    @Slot(str)
    def _on_crashed(self, report: str) -> None:
        if self._is_telling:
            return
        self._is_telling = True
        try:
            lead = self._lead()
            self._keep(report)
        finally:
            self._is_telling = False
        show = partial(_show_report, self._window, lead, report)
        self._window.notices.show_notice(
            lead,
            tone=Tone.DANGER,
            choices=[
                Choice(words="Show report…", act=show),
                Choice(words="Quit safely", act=lambda: _quit(self._window)),
            ],
        )

    def _lead(self) -> str:
        try:
            has_saved = self._save()
        except EditorError as error:
            return f"Something went wrong in the program, and your words are not saved: {error}"
        if not has_saved:
            return "Something went wrong in the program. You can go on."
        return "Something went wrong in the program. Your words are saved; you can go on."

    def _keep(self, report: str) -> None:
        from editor_app.store.reports import write_report  # noqa: PLC0415 - a rare moment needs it

        try:
            write_report(self._library, report, clock.now())
        except EditorError:
            _LOG.info("The report could not be written; it can still be read in the window.")


def _show_report(window: MainWindow, lead: str, report: str) -> None:
    words = f"Please send this to whoever looks after Standfirst.\n\n{report}"
    shown = Report("What went wrong", lead=lead, words=words, parent=window)
    shown.offer(Choice(words="Quit safely", act=lambda: _quit(window)))
    shown.copy.setText("Copy report")
    shown.leave.setText("Go on")
    shown.show()


def _quit(window: MainWindow) -> None:
    window.close()
