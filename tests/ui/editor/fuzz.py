"""Tries the editor on documents made at random, for as long as wanted.

    python -m tests.ui.editor.fuzz 3000 1            edits with real keys and commands
    python -m tests.ui.editor.fuzz 20000 1 trees     what a document is filled with is read from it
    python -m tests.ui.editor.fuzz 1000 1 patches    any body put into any open document, one step

Takes how many documents and a seed. Of an edit, every state between must be readable, in normal
form and what the tracker says; the last state must be stored without loss; undo must lead back to
the start.
"""

import os
import sys
import time
from collections import Counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from PySide6.QtGui import QIcon, QTextDocument
from PySide6.QtWidgets import QApplication

from editor_app.ui.editor.actions import EditorActions
from editor_app.ui.editor.body_editor import BodyEditor
from editor_app.ui.editor.document import fill, read
from tests.ui.editor.conftest import Typist, strategies
from tests.ui.editor.edits import edit, patch, steps


def edits(writer, done):
    """Return the test that edits a document."""

    @given(body=strategies().bodies(most=6), todo=st.lists(steps, min_size=3, max_size=16))
    def documents(body, todo):
        edit(writer, body, todo)
        done["documents"] += 1
        done["states"] += len(todo)
        done.update(kind for kind, _what in todo)

    return documents


def trees(_writer, done):
    """Return the test that fills a document and reads it."""
    document = QTextDocument()

    @given(body=strategies().bodies(most=6))
    def documents(body):
        fill(document, body)
        assert read(document) == body
        done["documents"] += 1
        done["blocks"] += len(body.blocks)

    return documents


def patches(writer, done):
    """Return the test that puts another body into an open document."""
    bodies = strategies().bodies(most=6)

    @given(body=bodies, other=bodies)
    def documents(body, other):
        patch(writer, body, other)
        done["documents"] += 1

    return documents


def main(count, start, kind):
    """Try so many documents and print what was done."""
    app = QApplication.instance() or QApplication([])
    editor = BodyEditor()
    editor.resize(640, 480)
    editor.show()
    writer = Typist(editor, EditorActions(editor, lambda _name: QIcon()))
    done = Counter()
    documents = {"edits": edits, "trees": trees, "patches": patches}[kind](writer, done)
    careful = settings(
        max_examples=count,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.generate, Phase.shrink),
        print_blob=False,
    )
    began = time.monotonic()
    seed(start)(careful(documents))()
    print(", ".join(f"{number} {name}" for name, number in done.most_common()))
    print(f"{time.monotonic() - began:.0f} s")
    editor.close()
    app.processEvents()


if __name__ == "__main__":
    given_words = sys.argv[1:] + ["300", "1", "edits"][len(sys.argv) - 1 :]
    main(int(given_words[0]), int(given_words[1]), given_words[2])
