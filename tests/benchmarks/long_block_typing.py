"""What a key costs in one very long block: in Qt's own widget and in the body editor.

    python tests/benchmarks/long_block_typing.py [--keys 100]

Both hold the same document; prints the median and the 95th percentile in milliseconds of
processor time. A single long paragraph is Qt's to lay out at every key.
"""

import argparse
import os
import statistics
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QTextEdit

from editor_app.body.tree import Body, ListBlock, ListItem, Paragraph, Passage, Text
from editor_app.ui.editor.actions import EditorActions
from editor_app.ui.editor.body_editor import BodyEditor
from editor_app.ui.editor.document import fill
from tests.benchmarks.typing_speed import time_keys


def words(count, *, is_tight=False):
    """Return a paragraph of so many words."""
    return Paragraph((Text(" ".join(["word"] * count)),), is_tight=is_tight)


PARAGRAPHS = tuple(words(60) for _ in range(833))
ITEMS = tuple(ListItem((words(12, is_tight=True),)) for _ in range(2000))
BODIES = {
    "50,000 words in paragraphs": Body(PARAGRAPHS),
    "50,000 words in one passage": Body((Passage("fr", PARAGRAPHS),)),
    "a list of 2,000 items": Body((ListBlock(is_numbered=False, items=ITEMS),)),
    "100,000 letters in one paragraph": Body((words(20_000),)),
}


def main():
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--keys", type=int, default=100)
    keys = parser.parse_args().keys
    app = QApplication([])
    print(f"{'':34}{'Qt p50':>9}{'p95':>8}{'editor p50':>13}{'p95':>8}")
    for name, body in BODIES.items():
        plain, editor = QTextEdit(), BodyEditor()
        EditorActions(editor, lambda _name: QIcon())
        plain.setFont(editor.font())
        fill(plain.document(), body)
        editor.show_body(body, language="en")
        row = []
        for widget in (plain, editor):
            widget.resize(640, 700)
            widget.show()
            app.processEvents()
            time_keys(widget, 10, time.thread_time)
            spent = time_keys(widget, keys, time.thread_time)
            row += [statistics.median(spent), statistics.quantiles(spent, n=20)[-1]]
        print(f"{name:34}{row[0]:9.2f}{row[1]:8.2f}{row[2]:13.2f}{row[3]:8.2f}", flush=True)
        for widget in (plain, editor):
            widget.close()
            widget.deleteLater()


if __name__ == "__main__":
    main()
