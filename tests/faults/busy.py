"""Another process that wants the database: it never gets it, and the window is never held up.

    python -m tests.faults.busy [--times 200] [--control blocking]

While somebody types in the real window, another process tries to take the write lock again and
again, to hold it for up to a second. Then it holds the lock before the library is opened, which is
to be refused in words. Prints what came of it, beside what a bare loop met on the same machine at
the same time, and ends with 1 where the lock was got, the window stood still for longer than it
may, or words were lost.
"""

import argparse
import os
import shutil
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from tempfile import mkdtemp

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest

from editor_app import app
from editor_app.store.errors import LibraryInUseError
from editor_app.store.library import Library
from editor_app.store.names import DATABASE_NAME
from tests.faults.ground import clock_at, item_id, prepared
from tests.faults.phases import word
from tests.faults.stalls import Control, own_time

LONGEST = 0.2  # seconds that the window may stand still
_TICK = 5  # milliseconds
_LONGEST_START = 15_000  # milliseconds
STRANGER = """
import random, sqlite3, sys, time
for _ in range(int(sys.argv[2])):
    database = sqlite3.connect(sys.argv[1], timeout=0, isolation_level=None)
    try:
        database.execute("BEGIN IMMEDIATE")
        time.sleep(random.uniform(0.1, 1))
        database.execute("ROLLBACK")
        print("got", flush=True)
    except sqlite3.OperationalError as error:
        print(error, flush=True)
    database.close()
    time.sleep(0.2)
"""


class Typist:
    """Types in the window while a stranger knocks, and watches how long the window stands still."""

    def __init__(self, application, database, times, *, is_blocking=False):
        self._application, self._database, self._times = application, database, times
        self._is_blocking = is_blocking
        self._window = self._stranger = None
        self.typed, self.gaps, self.answers = 0, [], []
        self._began = self._last = 0.0
        self._typing, self._ticking = QTimer(), QTimer()
        self._typing.timeout.connect(self._type)
        self._ticking.timeout.connect(self._tick)
        self._typing.start(60)

    def _tick(self):
        now = own_time()
        self.gaps.append((now - self._last, now - self._began))
        self._last = now

    def _type(self):
        if self._window is None:
            self._find()
        if self._stranger is None:
            return
        if self._is_blocking:
            time.sleep(2 * LONGEST)
        self.typed += 1
        QTest.keyClicks(self._window.panes.editor.body, f" {word(self.typed)}")
        if self._stranger.poll() is not None:
            self.answers = self._stranger.stdout.read().splitlines()
            self._typing.stop()
            self._ticking.stop()
            self._window.close()

    def _find(self):
        for one in self._application.topLevelWidgets():
            if one.objectName() == "mainWindow" and one.panes.items.model.rowCount():
                self._window = one  # its start is over when it shows a page, too
                one.panes.preview.page_shown.connect(self._begin)
                QTimer.singleShot(_LONGEST_START, self._begin)

    def _begin(self):
        if self._stranger is None:
            self._window.panes.editor.body.setFocus()
            command = [sys.executable, "-c", STRANGER, self._database, str(self._times)]
            self._stranger = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
            self._began = self._last = own_time()
            self._ticking.start(_TICK)


def typed_beside_a_stranger(folder, times, *, is_blocking=False):
    """Return who typed, and whether the last word is in the library afterwards."""
    ground = prepared(folder)
    application = app.application()
    typist = Typist(application, ground.library / DATABASE_NAME, times, is_blocking=is_blocking)
    app.run_window(ground.library)
    with Library.open(ground.library, clock=clock_at(30)) as library:
        bodies = [library.items.get(item_id(number)).body for number in (1, 2, 3)]
    return typist, any(word(typist.typed) in body for body in bodies)


def refused(folder, times):
    """Return how long each opening took that met a stranger's lock; each is refused in words."""
    ground = prepared(folder)
    taken = []
    database = ground.library / DATABASE_NAME
    for _ in range(times):
        with closing(sqlite3.connect(database, isolation_level=None)) as stranger:
            stranger.execute("BEGIN IMMEDIATE")
            began = time.monotonic()
            try:
                Library.open(ground.library, clock=clock_at(30)).close()
            except LibraryInUseError:
                taken.append(time.monotonic() - began)
            stranger.execute("ROLLBACK")
        Library.open(ground.library, clock=clock_at(30)).close()
    return taken


def main():
    """Knock, and end with 1 where anything was wrong."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--times", type=int, default=200)
    ask.add_argument("--control", choices=["blocking"])
    asked = ask.parse_args()
    folder = Path(mkdtemp(prefix="standfirst-busy-"))
    for name in ("DATA", "CONFIG", "CACHE", "STATE"):
        os.environ[f"XDG_{name}_HOME"] = str(folder / name)
    try:
        openings = refused(folder / "refused", asked.times)
        with Control(folder) as control:
            typist, is_saved = typed_beside_a_stranger(
                folder / "window",
                asked.times,
                is_blocking=bool(asked.control),
            )
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    got = typist.answers.count("got")
    gaps = sorted(typist.gaps)
    still = sum(gap > LONGEST for gap, _ in gaps)
    print(f"{len(openings)} of {asked.times} openings refused, {max(openings):.2f} s at most")
    print(f"{len(typist.answers)} tries of a stranger, {got} got the lock; {typist.typed} words")
    longest, when = gaps[-1]
    print(f"the window stood still {longest:.3f} s at most ({when:.0f} s after the first knock),")
    print(f"{still} times over {LONGEST} s")
    print(control.stalls)
    print("the last word is saved" if is_saved else "the last word is lost")
    sys.exit(0 if is_saved and not got and not still and len(openings) == asked.times else 1)


if __name__ == "__main__":
    main()
