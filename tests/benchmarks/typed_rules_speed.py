"""What the rules of typing add to a key press: the editor without and with them.

    python tests/benchmarks/typed_rules_speed.py [--keys 600] [--cpu]

Prints the median, the 95th and the 99th percentile in milliseconds for the middle of an item of
50,000 words, and for the end of one paragraph of 100,000 characters. The keys are those of French
sentences with quotes, colons, dashes and ellipses, where most rules have something to do.
"""

import argparse
import os
import statistics
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtGui import QIcon, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor_app.body.tree import Body, Paragraph, Text
from editor_app.ui.editor.actions import EditorActions
from editor_app.ui.editor.body_editor import BodyEditor
from editor_app.ui.editor.typed.rules import TypingRules
from tests.benchmarks.typing_speed import a_body

SENTENCE = "Il a dit: \"c'est l'automne\" -- et puis... quoi? Voir *ceci* ou cela; (fin). "
TEXTS = (
    ("50,000 words", a_body(50_000)),
    ("100,000 letters in one paragraph", Body((Paragraph((Text("word " * 20_000),)),))),
)


def an_editor(body, *, has_rules):
    """Return an editor that shows a body, with the caret where the keys are to go."""
    editor = BodyEditor()
    EditorActions(editor, lambda _name: QIcon())
    if has_rules:
        TypingRules(editor, lambda: "fr")
    editor.show_body(body, language="fr")
    editor.resize(640, 700)
    editor.show()
    cursor = QTextCursor(editor.document().findBlockByNumber(editor.document().blockCount() // 2))
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    editor.setTextCursor(cursor)
    QApplication.processEvents()
    return editor


def time_keys(editor, keys, clock):
    """Return the milliseconds of each of so many key presses."""
    spent = []
    for index in range(keys):
        start = clock()
        QTest.keyClick(editor, SENTENCE[index % len(SENTENCE)])
        spent.append((clock() - start) * 1000)
        QApplication.processEvents()
    return spent


def summary(spent):
    """Return the median, the 95th and the 99th percentile."""
    parts = statistics.quantiles(spent, n=100)
    return statistics.median(spent), parts[94], parts[98]


def main():
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--keys", type=int, default=600)
    parser.add_argument("--cpu", action="store_true", help="count our own time, on a busy machine")
    asked = parser.parse_args()
    clock = time.thread_time if asked.cpu else time.perf_counter
    app = QApplication([])
    for name, body in TEXTS:
        print(f"{name:38} {'p50 ms':>8} {'p95 ms':>8} {'p99 ms':>8}")
        figures = []
        for has_rules in (False, True):
            editor = an_editor(body, has_rules=has_rules)
            time_keys(editor, 40, clock)
            figures.append(summary(time_keys(editor, asked.keys, clock)))
            editor.close()
            editor.deleteLater()
            app.processEvents()
        added = tuple(high - low for low, high in zip(*figures, strict=True))
        for label, row in zip(
            ("without rules", "with rules", "added"), (*figures, added), strict=True
        ):
            print(f"{label:38} " + " ".join(f"{value:8.2f}" for value in row))


if __name__ == "__main__":
    main()
