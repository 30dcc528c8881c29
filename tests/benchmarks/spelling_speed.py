"""What checking the spelling costs: per key, on opening a text, and in memory.

    python tests/benchmarks/spelling_speed.py [--keys 600] [--words 50000] [--cpu]

Two body editors hold the same text, one word in a hundred misspelt; in one of them spelling is
checked by the real dictionaries, in the real process. A key's cost is the key press and all that
the window does because of it before it waits again.
"""

import argparse
import os
import random
import statistics
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor_app import paths
from editor_app.background.threads import Background
from editor_app.body.tree import Body, Paragraph, Text
from editor_app.spelling.dictionaries import find_dictionaries
from editor_app.ui.editor.body_editor import BodyEditor
from editor_app.ui.editor.spelling.marks import Marks
from editor_app.ui.editor.spelling.proofreader import Proofreader

FOLDER = paths.resources() / "dictionaries"


def a_stock(chance):
    """Return 8,000 words; one in a hundred is misspelt."""
    lines = (FOLDER / "en-GB" / "en-GB.dic").read_text("utf-8-sig").split("\n")[1:]
    known = [word for line in lines if (word := line.partition("/")[0]).isalpha()]
    known = [word for word in known if word.isascii() and word.islower()]
    return chance.sample(known, 7_920) + [f"{word}qq" for word in chance.sample(known, 80)]


def a_body(stock, words, chance):
    """Return paragraphs of 70 words."""
    texts = (" ".join(chance.choices(stock, k=70)) for _ in range(words // 70))
    return Body(tuple(Paragraph((Text(f"{text}."),)) for text in texts))


def time_keys(editor, text, clock):
    """Return the milliseconds of each key of a text that is typed in the middle of another."""
    block = editor.document().findBlockByNumber(editor.document().blockCount() // 2)
    cursor = QTextCursor(block)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    editor.setTextCursor(cursor)
    QApplication.processEvents()
    spent = []
    for letter in text:
        start = clock()
        QTest.keyClicks(editor, letter)
        QApplication.processEvents()
        spent.append((clock() - start) * 1000)
    return spent


def high(spent):
    """Return the median and the 99th percentile."""
    return statistics.median(spent), statistics.quantiles(spent, n=100)[-1]


def a_shown_editor():
    """Return an editor on the screen."""
    editor = BodyEditor()
    editor.resize(640, 700)
    editor.show()
    editor.setFocus()
    return editor


def memory_of(process):
    """Return the megabytes a process holds, where the system tells."""
    file = Path(f"/proc/{process}/status")
    if not file.is_file():
        return 0
    line = next(line for line in file.read_text().split("\n") if line.startswith("VmRSS"))
    return int(line.split()[1]) // 1024


def settle(app, marks, clock):
    """Wait until all is marked; return the seconds it took and the longest turn of the window."""
    begun, longest = time.perf_counter(), 0.0
    while not marks.is_settled:
        start = clock()
        app.processEvents()
        longest = max(longest, clock() - start)
        time.sleep(0.001)
    return time.perf_counter() - begun, longest


def measure(app, body, typed, clock, *, is_on):
    """Return the milliseconds of each key, having printed them."""
    editor = a_shown_editor()
    background = Background(parent=editor)
    reader = Proofreader(background, lambda: find_dictionaries([FOLDER]), parent=editor)
    marks = Marks(editor, reader, editor.refresh_layers)
    if is_on:
        editor.hooks.layers.append(marks.layer)
        marks.use_language("en-GB")
        reader.switch(is_on=True)
    start = clock()
    editor.show_body(body, language="en-GB")
    opened = clock() - start
    took, longest = settle(app, marks, clock)
    time_keys(editor, typed[:40], clock)
    spent = time_keys(editor, typed, clock)
    middle, most = high(spent)
    print(f"{'with' if is_on else 'without':8} open {opened * 1000:4.0f} ms", end="   ")
    print(f"key p50 {middle:5.2f} ms  p99 {most:5.2f} ms", end="   ")
    if is_on:
        child = reader._speller._process
        print(f"all known after {took:.2f} s, longest turn {longest * 1000:.1f} ms", end=", ")
        print(f"process {memory_of(child.pid)} MB", end="")
    print()
    background.close()
    editor.close()
    editor.deleteLater()
    app.processEvents()
    return spent


def main():
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--keys", type=int, default=600)
    parser.add_argument("--words", type=int, default=50_000)
    parser.add_argument("--cpu", action="store_true", help="count our own time, on a busy machine")
    asked = parser.parse_args()
    clock = time.thread_time if asked.cpu else time.perf_counter
    app = QApplication([])
    chance = random.Random(1)  # noqa: S311
    stock = a_stock(chance)
    body = a_body(stock, asked.words, chance)
    typed = " ".join(chance.choices(stock, k=asked.keys))[: asked.keys]
    without, checked = (
        high(measure(app, body, typed, clock, is_on=is_on)) for is_on in (False, True)
    )
    added = [after - before for before, after in zip(without, checked, strict=True)]
    print(f"added: p50 {added[0]:.2f} ms, p99 {added[1]:.2f} ms")


if __name__ == "__main__":
    main()
