"""How long the window does not answer while something large is done to a text of 50,000 words.

    python tests/benchmarks/stalls.py [--words 50000]

For each thing that is done: the milliseconds of processor time until the call is over, and the
longest turns of the event loop in the seconds after it.
"""

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QMimeData
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor_app import app
from editor_app.ui.editor.finding.bar import FindBar
from editor_app.ui.editor.source.pane import SourcePane
from tests.benchmarks.open_speed import long_text, make_library, settle

FELT = 30  # milliseconds


def turns(seconds):
    """Return the longer turns of the event loop in the next seconds, in milliseconds."""
    found, until = [], time.perf_counter() + seconds
    while time.perf_counter() < until:
        start = time.thread_time()
        QApplication.processEvents()
        spent = (time.thread_time() - start) * 1000
        if spent > FELT:
            found.append(round(spent))
        time.sleep(0.001)
    return found


def measure(name, work, *, seconds=5):
    """Do something and print how long the window was busy at a time."""
    start = time.thread_time()
    work()
    spent = (time.thread_time() - start) * 1000
    after = sorted(turns(seconds), reverse=True)[:3]
    print(f"  {name:34}{spent:7.0f} ms, then {after or 'nothing felt'}", flush=True)


def in_the_markdown(window):
    """Measure the Markdown view."""
    actions = window.actions_
    (pane,) = window.findChildren(SourcePane)
    measure("Markdown beside the text", actions.source_beside.trigger)
    measure("and away", actions.source_beside.trigger)
    measure("Markdown instead of the text", actions.source.trigger)
    pane.field.selectAll()
    measure("20,000 brackets in it", lambda: pane.field.insertPlainText("[" * 20_000 + "\n"))
    measure("Undo there", pane.field.undo)
    measure("and away", actions.source.trigger)


def in_the_text(window, words):
    """Measure replacing and pasting."""
    bar, body = window.findChild(FindBar), window.panes.editor.body
    window.actions_.replace.trigger()
    measure("search for a frequent word", lambda: QTest.keyClicks(bar.words, "the"))
    QTest.keyClicks(bar.replacement, "thy")
    measure(f"replace {bar.count.text()}", bar.replace_all_requested.emit, seconds=10)
    measure("Undo", body.undo)
    bar.closed.emit()
    data = QMimeData()
    data.setText(long_text(words, seed=5))
    measure("paste as much again", lambda: body.insertFromMimeData(data), seconds=15)


def main():
    """Open a long item and do large things to it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--words", type=int, default=50_000)
    words = parser.parse_args().words
    with tempfile.TemporaryDirectory() as scratch:
        make_library(Path(scratch) / "library", (long_text(words),))
        app.application()
        window = app.build(Path(scratch) / "library", settings=Path(scratch) / "window.ini")
        window.resize(1440, 900)
        window.show()
        settle(4000)
        print(f"{words} words")
        in_the_markdown(window)
        in_the_text(window, words)
        window.close()
        settle()


if __name__ == "__main__":
    main()
