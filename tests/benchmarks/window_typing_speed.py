"""What a key costs in the real window with everything on, beside Qt's own text widget.

    python tests/benchmarks/window_typing_speed.py [--keys 600] [--words 50000]

Both widgets hold the same document at the same size. A key's cost is the key press and all that
its thread does before it would wait again: rules of typing, spelling, marks, word count, autosave,
what the commands can do, painting. Making the page of the preview is measured by itself. Between
two keys the window is left alone for some milliseconds, as people leave it: the longest turn it
takes in that time is what a key could have to wait for. Processor time is of the window's thread.

Where a typed sign is converted, such as a quotation mark, the text is changed a second time, which
costs Qt alone as much as a key; ``--plain`` types nothing of the kind.
"""

import argparse
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit

from editor_app import app
from editor_app.body.read import read_markdown
from editor_app.ui.editor.document import fill
from editor_app.ui.wiring_preview import PreviewUpdater
from tests.benchmarks.open_speed import long_text, make_library, settle

SENTENCE = 'The minister said: "it\'s agreed" -- and then... *why* not? Well; (perhaps) todday. '
PLAIN = "The minister said that it is agreed and then asked why not well perhaps todday and "
LONG = 100  # letters
FIRST = 40  # keys that are not counted
LEFT_ALONE = 0.015  # seconds between two keys


class Cost(NamedTuple):
    """What one key cost, in milliseconds."""

    cpu: float
    wall: float


class Watch:
    """Counts the time since it was started, less what was spent on something else."""

    def __init__(self):
        self.preview = 0.0
        self._cpu = self._wall = 0.0

    def start(self):
        self.preview = 0.0
        self._cpu, self._wall = time.thread_time(), time.perf_counter()

    def set_aside(self, work):
        """Do something that is not to be counted."""
        cpu, wall = time.thread_time(), time.perf_counter()
        work()
        spent = time.thread_time() - cpu
        self.preview += spent * 1000
        self._cpu += spent
        self._wall += time.perf_counter() - wall

    def stop(self):
        cpu, wall = time.thread_time() - self._cpu, time.perf_counter() - self._wall
        return Cost(cpu * 1000, wall * 1000)


def stand_in_the_middle(widget):
    """Put the caret at the end of a long paragraph in the middle of the text."""
    document = widget.document()
    block = document.findBlock(document.characterCount() // 2)
    while block.length() < LONG:
        block = block.next()
    cursor = QTextCursor(block)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    widget.setTextCursor(cursor)
    QTest.keyClicks(widget, " ")


def cost_of_key(widget, letter, watch):
    """Type a letter and return what it cost."""
    watch.start()
    QTest.keyClick(widget, letter)
    QApplication.processEvents()
    return watch.stop()


def longest_turn(watch):
    """Leave the window alone for a while; return the longest it was busy at a time."""
    longest, until = 0.0, time.perf_counter() + LEFT_ALONE
    while time.perf_counter() < until:
        watch.start()
        QApplication.processEvents()
        longest = max(longest, watch.stop().cpu)
        time.sleep(0.001)
    return longest


def shown(name, values):
    """Print the median, the 95th and 99th percentile and the highest of some milliseconds."""
    parts = statistics.quantiles(values, n=100)
    row = (statistics.median(values), parts[94], parts[98], max(values))
    print(f"  {name:22}" + "".join(f"{value:9.2f}" for value in row))
    return row


class Found(NamedTuple):
    """What was measured, key by key: the costs in both widgets, of the page, the longest turns."""

    plain: list[Cost]
    window: list[Cost]
    pages: list[float]
    turns: list[float]


def measured(text, typed, keys):
    """Type each key in a bare widget, then in the real window, so that both have the same luck."""
    found, watch = Found([], [], [], []), Watch()
    with tempfile.TemporaryDirectory() as scratch:
        make_library(Path(scratch) / "library", (text,))
        app.application()
        window = app.build(Path(scratch) / "library", settings=Path(scratch) / "window.ini")
        window.resize(1440, 900)
        window.show()
        settle(4000)
        updater = window.findChild(PreviewUpdater)
        updater._timer.timeout.disconnect()
        updater._timer.timeout.connect(lambda: watch.set_aside(updater.show_now))
        editor = window.panes.editor.body
        plain = QTextEdit()
        plain.setFont(editor.font())
        fill(plain.document(), read_markdown(text))
        plain.resize(editor.size())
        plain.show()
        for widget in (plain, editor):
            stand_in_the_middle(widget)
        editor.setFocus()
        settle(1000)
        for number in range(-FIRST, keys):
            letter = typed[number % len(typed)]
            costs = cost_of_key(plain, letter, watch), cost_of_key(editor, letter, watch)
            page = watch.preview
            turn = longest_turn(watch)
            if number >= 0:
                for values, value in zip(found, (*costs, page, turn), strict=True):
                    values.append(value)
        window.close()
        settle()
    return found


def main():
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--keys", type=int, default=600)
    parser.add_argument("--words", type=int, default=50_000)
    parser.add_argument("--plain", action="store_true", help="type nothing that is converted")
    asked = parser.parse_args()
    found = measured(long_text(asked.words), PLAIN if asked.plain else SENTENCE, asked.keys)
    print(f"{asked.words} words, {asked.keys} keys; milliseconds")
    print(f"  {'':22}" + "".join(f"{name:>9}" for name in ("p50", "p95", "p99", "most")))
    for kind in Cost._fields:
        rows = [
            shown(f"{name}, {kind}", [getattr(cost, kind) for cost in costs])
            for name, costs in (("Qt alone", found.plain), ("the window", found.window))
        ]
        added = [high - low for low, high in zip(*rows, strict=True)]
        print(f"  {f'added, {kind}':22}" + "".join(f"{value:9.2f}" for value in added))
    shown("page of the preview", found.pages)
    shown("turn between keys", found.turns)


if __name__ == "__main__":
    main()
