"""What a key press costs: in Qt's own text widget, and in the body editor.

    python tests/benchmarks/typing_speed.py [--keys 200] [--cpu]

Prints the median and the 95th percentile in milliseconds for texts of 1,000, 10,000 and 50,000
words, and what the editor adds. Both widgets hold the same document, look and size.
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

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit

from editor_app.body.tree import (
    Body,
    CrossHead,
    Link,
    ListBlock,
    ListItem,
    Mark,
    Paragraph,
    Quote,
    Text,
)
from editor_app.ui.editor.actions import EditorActions
from editor_app.ui.editor.body_editor import BodyEditor
from editor_app.ui.editor.document import fill

WORDS = (
    *("the", "of", "and", "to", "in", "for", "on", "with", "migration", "policy", "minister"),
    *("project", "region", "people", "said", "European", "training", "border", "partners"),
)


def a_body(words, *, seed=1):
    """Return a body of about so many words, mixed as news texts are."""
    chance = random.Random(seed)  # noqa: S311

    def run(count):
        return " ".join(chance.choices(WORDS, k=count)) + " "

    blocks, count = [], 0
    while count < words:
        kind = chance.random()
        if kind < 0.1:
            blocks.append(CrossHead(2, (Text(run(5).strip()),)))
            count += 5
        elif kind < 0.2:
            items = [
                ListItem((Paragraph((Text(run(12).strip()),), is_tight=True),)) for _ in range(4)
            ]
            blocks.append(ListBlock(is_numbered=False, items=tuple(items)))
            count += 48
        elif kind < 0.27:
            blocks.append(Quote((Paragraph((Text(run(30).strip()),)),)))
            count += 30
        else:
            marks = frozenset({chance.choice([Mark.STRONG, Link("https://example.org/")])})
            middle = Text(" ".join(chance.choices(WORDS, k=3)), marks)
            blocks.append(Paragraph((Text(run(30)), middle, Text(f" {run(27).strip()}"))))
            count += 60
    return Body(tuple(blocks))


def time_keys(widget, keys, clock):
    """Return the milliseconds of each of so many key presses in the middle of the text."""
    cursor = QTextCursor(widget.document().findBlockByNumber(widget.document().blockCount() // 2))
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    widget.setTextCursor(cursor)
    QApplication.processEvents()
    spent = []
    for index in range(keys):
        key = Qt.Key.Key_Space if index % 6 == 5 else Qt.Key.Key_E
        start = clock()
        QTest.keyPress(widget, key)
        spent.append((clock() - start) * 1000)
        QTest.keyRelease(widget, key)
        QApplication.processEvents()
    return spent


def summary(spent):
    """Return the median and the 95th percentile."""
    return statistics.median(spent), statistics.quantiles(spent, n=20)[-1]


def main():
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--keys", type=int, default=200)
    parser.add_argument("--cpu", action="store_true", help="count our own time, on a busy machine")
    asked = parser.parse_args()
    keys, clock = asked.keys, time.thread_time if asked.cpu else time.perf_counter
    app = QApplication([])
    print(f"{'words':>7} {'':14} {'p50 ms':>8} {'p95 ms':>8}")
    for words in (1_000, 10_000, 50_000):
        body = a_body(words)
        plain, editor = QTextEdit(), BodyEditor()
        EditorActions(editor, lambda _name: QIcon())
        start = time.perf_counter()
        editor.show_body(body, language="en")
        opened = (time.perf_counter() - start) * 1000
        plain.setFont(editor.font())
        fill(plain.document(), body)
        figures = []
        for widget in (plain, editor):
            widget.resize(640, 700)
            widget.show()
            app.processEvents()
            time_keys(widget, 20, clock)
            figures.append(summary(time_keys(widget, keys, clock)))
        for name, (middle, high) in zip(("Qt alone", "body editor"), figures, strict=True):
            print(f"{words:>7,} {name:14} {middle:8.2f} {high:8.2f}")
        added = figures[1][0] - figures[0][0], figures[1][1] - figures[0][1]
        print(
            f"{words:>7,} {'added':14} {added[0]:8.2f} {added[1]:8.2f}   opened in {opened:.0f} ms"
        )
        for widget in (plain, editor):
            widget.close()
            widget.deleteLater()


if __name__ == "__main__":
    main()
