"""How the list and the search stand up to 1,000, 10,000 and 100,000 items of 500 words.

    python tests/benchmarks/archive_speed.py --keep FOLDER [--items 1000 10000 100000]

The libraries, and bare sqlite3 with the same words, are made once and kept in FOLDER. All is
measured through the real window, but for what is said to be the store alone. *Key to rows* is from
the key press until the rows are painted, *start to usable list* until a window has its library open
and its list painted. Hold the start and the memory against those of a library of one item. Times
are of the processor in the window's thread, which other programs do not touch but for the caches
that all share; wall times stand beside them.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QCoreApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor_app import app
from editor_app.store.library import Library
from editor_app.store.query import ItemQuery, Sort
from editor_app.store.query_text import read_query
from editor_app.ui.item_list.pane import ListPane
from editor_app.ui.window import MainWindow
from tests.benchmarks.archive_items import NOW, Floor, keystrokes, library_of

_FRAMES = 120
FILTERS = {
    "status": "status:draft",
    "three filters": "section:feature lang:ar status:withdrawn",
    "days": "from:2010-03 to:2010-04",
    "lack": "missing:summary",
}


class Taken:
    """Times of the processor and of the clock, in milliseconds."""

    def __init__(self) -> None:
        self.cpu: list[float] = []
        self.wall: list[float] = []

    def of(self, work: Callable[[], object]) -> None:
        """Do some work and note what it took."""
        cpu, wall = time.thread_time(), time.perf_counter()
        work()
        self.cpu.append((time.thread_time() - cpu) * 1000)
        self.wall.append((time.perf_counter() - wall) * 1000)

    def __str__(self) -> str:
        """Return the middle, the 95th percentile and the worst, with the clock's beside them."""

        def said(values: list[float]) -> str:
            high = sorted(values)[int(len(values) * 0.95)]
            return f"p50 {statistics.median(values):6.2f} p95 {high:6.2f} max {max(values):6.2f}"

        return f"{said(self.cpu)}   (clock: {said(self.wall)})"


def line(name: str, taken: object) -> None:
    """Print one figure."""
    print(f"  {name:<34} {taken}", flush=True)


def settled(seconds: float = 1.0) -> None:
    """Let the window do what it has to do."""
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        QCoreApplication.processEvents()


def measure_store(count: int, keep: Path) -> None:
    """Print what a search costs beside bare sqlite3, key by key."""
    floor, ours, theirs = Floor(count, keep), Taken(), Taken()
    with Library.open(library_of(count, keep), clock=lambda: NOW) as library:
        for _round in range(2):
            ours, theirs = Taken(), Taken()
            for typed in keystrokes():
                query = ItemQuery(search=typed, limit=50)
                ours.of(lambda query=query: library.items.opening(query))
                theirs.of(lambda typed=typed: floor.search(typed))
        line("store: first rows and counts", ours)
        line("bare sqlite3: the newest 50", theirs)
        for name, typed in FILTERS.items():
            taken = Taken()
            for _ in range(5):
                taken.of(lambda typed=typed: library.items.opening(read_query(typed)))
            line(f"filter: {name}", taken)
        for sort in Sort:
            taken = Taken()
            for _ in range(5):
                taken.of(lambda sort=sort: library.items.opening(ItemQuery(sort=sort)))
            line(f"sort: {sort}", taken)


def measure_window(count: int, keep: Path) -> None:
    """Print what keys, scrolling and opening cost in the real window."""
    with tempfile.TemporaryDirectory() as scratch:
        for name in ("DATA", "CONFIG", "CACHE"):
            os.environ[f"XDG_{name}_HOME"] = scratch
        folder, start = library_of(count, keep), Taken()
        started: list[MainWindow] = []
        start.of(lambda: started.append(_start(folder)))
        window = started[0]
        line("start to usable list", start)
        settled(3)
        if count > 1:
            line("key to rows painted", _keys(window.panes.items))
            line("filter and sort", _narrowed(window.panes.items))
            name = f"frame while scrolling {count:,} rows"
            line(name, _frames(window.panes.items))
            line("open an item", _opened(window.panes.items))
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        line("memory, highest", f"{memory:.0f} MB")
        window.close()
        settled(0.5)


def _start(folder: Path) -> MainWindow:
    window = app.build(folder)
    window.resize(1440, 900)
    window.show()
    QCoreApplication.processEvents()
    window.panes.items.view.viewport().repaint()
    return window


def _narrowed(pane: ListPane) -> Taken:
    taken = Taken()
    queries = [read_query(typed) for typed in FILTERS.values()]
    for query in [*queries, *(ItemQuery(sort=sort) for sort in Sort), ItemQuery()]:

        def show(query: ItemQuery = query) -> None:
            pane.show_query(query)
            pane.view.viewport().repaint()

        taken.of(show)
        settled(0.3)
    return taken


def _keys(pane: ListPane) -> Taken:
    taken = Taken()
    for typed in keystrokes(4):
        pane.search.setText(typed[:-1])
        settled(0.05)

        def press(letter: str = typed[-1]) -> None:
            if letter.isascii():
                QTest.keyClicks(pane.search, letter)
            else:  # which Qt's test keys do not have
                pane.search.insert(letter)
            pane.view.viewport().repaint()

        taken.of(press)
    pane.search.clear()
    settled(1)
    return taken


def _frames(pane: ListPane) -> Taken:
    pane.model.count_all()
    bar, taken = pane.view.verticalScrollBar(), Taken()
    for step in range(_FRAMES + 1):

        def scroll(at: int = bar.maximum() * step // _FRAMES) -> None:
            bar.setValue(at)
            pane.view.viewport().repaint()
            QCoreApplication.processEvents()

        taken.of(scroll)
    return taken


def _opened(pane: ListPane) -> Taken:
    taken = Taken()
    for step in range(12):
        index = pane.model.index(pane.model.rowCount() * step // 12, 0)
        taken.of(lambda index=index: pane.view.setCurrentIndex(index))
        settled(0.1)
    return taken


def main() -> None:
    """Measure each size in processes of its own, and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--keep", type=Path, required=True)
    parser.add_argument("--items", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument("--part", choices=["store", "window"], help="one of them, in this process")
    arguments = parser.parse_args()
    arguments.keep.mkdir(parents=True, exist_ok=True)
    if arguments.part == "store":
        measure_store(arguments.items[0], arguments.keep)
    elif arguments.part == "window":
        running = QApplication(sys.argv[:1])
        measure_window(arguments.items[0], arguments.keep)
        running.quit()
    else:
        for count in [1, *arguments.items]:
            print(f"{count:,} items")
            for part in ("store", "window") if count > 1 else ("window",):
                command = [sys.executable, __file__, "--keep", str(arguments.keep)]
                subprocess.run([*command, "--items", str(count), "--part", part], check=False)


if __name__ == "__main__":
    main()
