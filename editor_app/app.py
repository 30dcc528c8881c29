"""The composition root: makes every object of the window once and hands it on.

What the window is made of is imported in the functions: after PySide was taken out of the way of
imports, and no sooner than it is needed. See `app_start` for what comes in which order.
"""

import faulthandler
import gc
import os
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from editor_app import clock, paths
from editor_app.store.errors import DamagedLibraryError, LibraryInUseError
from editor_app.store.first_look import FirstLook
from editor_app.ui.plain_imports import import_plainly
from editor_app.ui.preview.scheme import register_scheme
from editor_app.ui.signals import close_when_asked

if TYPE_CHECKING:
    from editor_app.app_start import Start
    from editor_app.ui.window import MainWindow

_NO_WISHES = (
    QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents
    | QEventLoop.ProcessEventsFlag.ExcludeSocketNotifiers  # a signal that asks the window to close
)
_TURN = 0.0005  # seconds that a thread keeps Python to itself while the window wants it
_PATIENCE = 3.0  # seconds; a window that is closing holds its library for a moment


def application() -> QApplication:
    """Return the one application object, made ready for the preview."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    import_plainly()
    sys.setswitchinterval(_TURN)  # a save is two dozen calls of SQLite, each a turn to wait for
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
) -> "MainWindow":
    """Return a window on the library in a folder; it is not shown yet.

    A library that is not there is made, with one sample item. ``settings`` is the ini file that
    remembers how the window was left.

    Raises:
        LibraryError: the library cannot be opened; nothing in it was changed.
    """
    running = application()
    look = FirstLook(library, patience=_PATIENCE)
    window, start = _start(running, look, settings or paths.settings_file(), now)
    start.finish()
    return window


def run_window(folder: Path) -> int:
    """Open the window on a library and return the exit code when it is closed.

    Where a window is open on the library already, that one comes forward. Where its database is
    damaged, the newest whole backup is offered.

    Raises:
        LibraryError: the library cannot be opened.
    """
    try:
        return _run_window(folder)
    except DamagedLibraryError as error:
        from editor_app.ui.backups.rescue import (  # noqa: PLC0415 - a rare start needs it
            places_of,
            rescue,
        )

        damaged = folder.expanduser().absolute()
        places = places_of(damaged, paths.settings_file())
        if not rescue(application(), damaged, error, places=places, clock=clock.now):
            raise
        return _run_window(folder)


def _run_window(folder: Path) -> int:
    running = application()
    look = _first_look(folder.expanduser().absolute())
    if look is None:
        sys.stdout.write("Standfirst is open on this library already; its window comes forward.\n")
        return 0
    window, start = _start(running, look, paths.settings_file(), clock.now)
    close_when_asked(window)
    window.show()
    if start.can_be_written_in:
        start.finish_soon()
    else:
        running.processEvents(_NO_WISHES)
        start.finish()
    code = _exec(running, look.folder)
    if start.error is not None:
        raise start.error
    return code


def _exec(running: QApplication, folder: Path) -> int:
    """Run until the window is closed; what kills the process meanwhile leaves a report."""
    from editor_app.store.reports import fault_file  # noqa: PLC0415 - the window comes first

    with fault_file(folder, os.getpid()) as file:
        if file is None:
            return running.exec()
        faulthandler.enable(file)
        try:
            return running.exec()
        finally:
            faulthandler.disable()


def _start(
    running: QApplication, look: FirstLook, settings: Path, now: Callable[[], datetime]
) -> "tuple[MainWindow, Start]":
    gc.disable()  # a start makes much and throws little away; the window's `Collector` takes over
    try:
        from editor_app.app_frame import make_frame  # noqa: PLC0415 - after `import_plainly`
        from editor_app.app_start import Start  # noqa: PLC0415

        frame = make_frame(running, look, settings, now)
        return frame.window, Start(frame, look)
    except BaseException:
        gc.enable()
        look.close()
        raise


def _first_look(folder: Path) -> FirstLook | None:
    """Return a first look at a library, or None if the window that is open on it came forward."""
    try:
        return FirstLook(folder)
    except LibraryInUseError:
        from editor_app.ui.single_instance import raise_other  # noqa: PLC0415 - loads QtNetwork

        return None if raise_other(folder) else FirstLook(folder, patience=_PATIENCE)
