"""The composition root: makes every object of the window once and hands it on.

Half the time of a start goes into the library, SQLAlchemy first of all. So the window is made and
shown by modules that know of no database (`app_frame`), and the library is opened behind it
(`app_desk`), imported only then.
"""

import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from editor_app import clock, paths
from editor_app.app_frame import Frame, make_frame
from editor_app.ui.preview.scheme import register_scheme
from editor_app.ui.signals import close_when_asked
from editor_app.ui.single_instance import raise_other
from editor_app.ui.window import MainWindow


def application() -> QApplication:
    """Return the one application object, made ready for the preview."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    register_scheme()
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(
        Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    )
    made = QApplication(["standfirst"])
    made.setApplicationName("Standfirst")
    made.setDesktopFileName("standfirst")
    return made


def build(
    library: Path, *, settings: Path | None = None, now: Callable[[], datetime] = clock.now
) -> MainWindow:
    """Return a window on the library in a folder; it is not shown yet.

    A library that is not there is made, with one sample item. ``settings`` is the ini file that
    remembers how the window was left.

    Raises:
        LibraryError: the library cannot be opened; nothing in it was changed.
    """
    folder = library.expanduser().absolute()
    frame = make_frame(application(), folder, settings or paths.settings_file(), now)
    _furnish(frame, folder)
    return frame.window


def run_window(folder: Path) -> int:
    """Open the window on a library and return the exit code when it is closed.

    Where a window is open on the library already, that one comes forward.

    Raises:
        LibraryError: the library cannot be opened.
    """
    running = application()
    folder = folder.expanduser().absolute()
    if raise_other(folder):
        sys.stdout.write("Standfirst is open on this library already; its window comes forward.\n")
        return 0
    frame = make_frame(running, folder, paths.settings_file(), clock.now)
    close_when_asked(frame.window)
    frame.window.show()
    running.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
    _furnish(frame, folder)
    return running.exec()


def _furnish(frame: Frame, folder: Path) -> None:
    from editor_app.app_desk import furnish  # noqa: PLC0415 - the window is on the screen first

    try:
        furnish(frame, folder)
    except BaseException:
        frame.window.close_without_asking()
        frame.background.close()
        raise
