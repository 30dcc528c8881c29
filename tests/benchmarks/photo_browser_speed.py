"""How long the Photos browser takes for what a person does in it, with 5,000 photos.

    uv run python tests/tools/make_photo_library.py FOLDER --photos 5000
    QT_QPA_PLATFORM=offscreen uv run python tests/benchmarks/photo_browser_speed.py FOLDER

Each line gives the time on the clock until all is painted, and the window's thread's own part of
it, which does not grow when the machine is busy with something else.
"""

import argparse
import os
import resource
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from editor_app import app

CTRL = Qt.KeyboardModifier.ControlModifier
STEPS = 200


def wait(milliseconds):
    """Let Qt work for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def measure(words, act, widget):
    """Do something, paint it, and print how long that took."""
    begun, own = time.perf_counter(), time.thread_time()
    act()
    widget.repaint()
    app.application().processEvents()
    taken, own = time.perf_counter() - begun, time.thread_time() - own
    print(f"{words:34} {1000 * taken:8.1f} ms {1000 * own:8.1f} ms")


def scroll(grid):
    """Scroll through everything in small steps, painting each."""
    bar = grid.verticalScrollBar()
    times = []
    for value in range(0, bar.maximum(), max(1, bar.maximum() // STEPS)):
        own = time.thread_time()
        bar.setValue(value)
        grid.viewport().repaint()
        times.append(time.thread_time() - own)
        app.application().processEvents()
    times.sort()
    middle, most = times[len(times) // 2], times[-1]
    print(
        f"{'a step of scrolling, own part':34} {1000 * middle:8.1f} ms, at most {1000 * most:.1f}"
    )


def walk_through(browser):
    """Do what a person does."""
    grid, search = browser.grid, browser.parts.search

    def press(key, modifiers=Qt.KeyboardModifier.NoModifier):
        return lambda: QTest.keyClick(grid, key, modifiers)

    for words in ("l", "lima", "lima har", ""):
        measure(f"search for “{words}”", lambda words=words: search.setText(words), browser)
    for chip in (*browser.parts.chips.chips.values(), browser.parts.chips.chosen):
        measure(f"show {chip.text()}", chip.click, browser)
    grid.enter()
    measure("the next photo, with its details", press(Qt.Key.Key_Right), browser)
    measure("a page down", press(Qt.Key.Key_PageDown), browser)
    measure("to the end, all pages read", press(Qt.Key.Key_End), browser)
    measure("to the start", press(Qt.Key.Key_Home), browser)
    measure("choose all", press(Qt.Key.Key_A, CTRL), browser)
    measure("read all of them anew", browser.refresh, browser)
    scroll(grid)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("library", type=Path)
    arguments = parser.parse_args()
    app.application()
    with tempfile.TemporaryDirectory() as scratch:
        window = app.build(arguments.library, settings=Path(scratch) / "window.ini")
        window.panes.preview.start = lambda: None
        window.resize(1280, 720)
        window.show()
        wait(1500)
        measure("open the browser", window.actions_.photos.trigger, window)
        browser = window.findChild(QDialog, "photoBrowser")
        wait(1500)
        walk_through(browser)
        window.close()
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


if __name__ == "__main__":
    main()
