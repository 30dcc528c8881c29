"""The end of a session: the system asks the program to close, and it closes in order."""

import os
import signal
import sys

from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QWidget


def close_when_asked(window: QWidget) -> None:
    """Close window, which saves, on SIGTERM, SIGHUP and Ctrl+C.

    Python only sees a signal when it next runs, and an idle Qt never lets it: the signal's number
    is written to a pipe that Qt's loop listens to (Windows has no such signals). The loop closes
    the window too: Python sees the signal in the middle of anything, and of the start as well.
    """
    if sys.platform == "win32":
        return
    reading, writing = os.pipe()
    os.set_blocking(reading, False)
    os.set_blocking(writing, False)
    signal.set_wakeup_fd(writing, warn_on_full_buffer=False)
    notifier = QSocketNotifier(reading, QSocketNotifier.Type.Read, window)

    def obey() -> None:
        os.read(reading, 64)
        window.close()

    notifier.activated.connect(obey)
    for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
        signal.signal(number, lambda *_: None)
