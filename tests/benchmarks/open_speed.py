"""How long a long item takes to open, beside Python-Markdown's reading of the same text.

    python tests/benchmarks/open_speed.py [--words 50000] [--rounds 5]

The items are like those of ``standfirst sample``: paragraphs with a cross-head, a list, a quote,
a link or a table now and then. *Read* is Markdown to tree, *opened* is the click on an item in
the real window until it stands there and can be typed in; both in milliseconds of processor time.
"""

import argparse
import os
import random
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from markdown import Markdown
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor_app import app, clock
from editor_app.body.read import read_markdown
from editor_app.intake.sample_text import body_of, filled, vocabularies
from editor_app.model.identity import new_item_id
from editor_app.model.item import NewsItem
from editor_app.store.library import Library

SHORT = 10_000  # characters


def long_text(words, *, seed=1):
    """Return the Markdown of so many words of sample items in English, one after the other."""
    chance, [english, *_] = random.Random(seed), vocabularies()  # noqa: S311
    texts, count = [], 0
    while count < words:
        said = filled(chance, english, len(texts), chance.choice(english.places))
        texts.append(body_of(chance, english, said))
        count += len(texts[-1].split())
    return "\n".join(texts)


def make_library(folder, texts):
    """Make a library with an item for each text."""
    with Library.open(folder, clock=clock.now) as library:
        for text in texts:
            item = NewsItem(id=new_item_id(clock.now()), headline="An item", body=text)
            library.items.save(item, over=0)


def timed(work, rounds):
    """Return the least milliseconds of this thread's processor time that work took."""
    best = float("inf")
    for _ in range(rounds):
        start = time.thread_time()
        work()
        best = min(best, time.thread_time() - start)
    return best * 1000


def settle(milliseconds=400):
    """Let everything that is waiting happen."""
    QTest.qWait(milliseconds)


def opened(window, rounds):
    """Return the least milliseconds it takes to open the longer of two items."""
    best = float("inf")
    steps = (window.actions_.next_item, window.actions_.previous_item)
    for number in range(2 * rounds):
        start = time.thread_time()
        steps[number % 2].trigger()
        QApplication.processEvents()
        spent = time.thread_time() - start
        if window.panes.editor.body.document().characterCount() > SHORT:
            best = min(best, spent)
        settle()
    return best * 1000


def main():
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--words", type=int, default=50_000)
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    text = long_text(asked.words)
    plain = Markdown(extensions=["tables", "sane_lists"])
    library = timed(lambda: plain.reset().convert(text), asked.rounds)
    read = timed(lambda: read_markdown(text), asked.rounds)
    with tempfile.TemporaryDirectory() as scratch:
        make_library(Path(scratch) / "library", (long_text(1), text))
        app.application()
        window = app.build(Path(scratch) / "library", settings=Path(scratch) / "window.ini")
        window.resize(1440, 900)
        window.show()
        settle(1500)
        whole = opened(window, asked.rounds)
        window.close()
        settle()
    print(f"{len(text.split())} words; Python-Markdown {library:.0f} ms")
    for name, milliseconds in (("read", read), ("opened", whole)):
        print(f"  {name:8} {milliseconds:7.0f} ms  {milliseconds / library:6.2f}")


if __name__ == "__main__":
    main()
