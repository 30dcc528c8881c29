"""Make the pictures of the window that README.md shows, light and dark.

    xvfb-run -a -s "-screen 0 1600x1000x24" uv run python tests/tools/screenshot.py

The window stands on a library with the sample item and a few more, and is grabbed with its preview
loaded. Without arguments the pictures go to ``resources/screenshots``. Without a display Qt's
offscreen platform is used.
"""

import argparse
import os
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QElapsedTimer, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from editor_app import app
from editor_app.intake.sample import fill, first_item
from editor_app.store.library import Library
from editor_app.ui.look.look import SchemeChoice

ROOT = Path(__file__).resolve().parents[2]
WIDTH, HEIGHT = 1440, 900
NOW = datetime(2026, 3, 2, 14, 2, tzinfo=UTC)


def make_library(folder):
    """Fill a library with the sample item and a few others."""
    with Library.open(folder, clock=lambda: NOW) as library:
        fill(library, 24, seed=7, photos=True, now=NOW)
        first_item(library, lambda: NOW)


def wait(milliseconds):
    """Let Qt work for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def wait_for(signal, milliseconds):
    """Let Qt work until signal is emitted, but not for ever."""
    loop = QEventLoop()
    signal.connect(loop.quit)
    QTimer.singleShot(milliseconds, loop.quit)
    timer = QElapsedTimer()
    timer.start()
    loop.exec()
    return timer.elapsed() < milliseconds


def picture_of(window):
    """Return the window as it stands on the screen."""
    QApplication.processEvents()
    if QApplication.platformName() == "offscreen":
        return window.grab()
    return window.screen().grabWindow(window.winId())


def take(folder, settings, scheme, target):
    """Save a picture of the window on the library in folder, in one colour scheme."""
    window = app.build(folder, settings=settings, now=lambda: NOW)
    window.actions_.schemes[scheme].trigger()
    window.resize(WIDTH, HEIGHT)
    window.show()
    window.activateWindow()
    if not wait_for(window.panes.preview.page_shown, 30_000):
        print("the preview did not come up in time", file=sys.stderr)
    wait(1500)  # pictures of the page, and the last repaint
    picture_of(window).save(str(target))
    window.close()
    print(target)


def main():
    """Take both pictures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--to", type=Path, default=ROOT / "resources" / "screenshots")
    arguments = parser.parse_args()
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if hasattr(os, "geteuid") and os.geteuid() == 0:  # Chromium has no sandbox for root
        os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")
    arguments.to.mkdir(parents=True, exist_ok=True)
    app.application()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "Press office"
        make_library(folder)
        for scheme in (SchemeChoice.LIGHT, SchemeChoice.DARK):
            settings = Path(scratch) / f"{scheme.value}.ini"
            take(folder, settings, scheme, arguments.to / f"window-{scheme.value}.png")


if __name__ == "__main__":
    main()
