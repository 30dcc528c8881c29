"""Edits documents at random for as long as wanted: python -m tests.ui.editor.fuzz 3000 1

Takes how many documents and a seed. Every state between must be readable, in normal form and what
the tracker says; every last state must be stored without loss; undo must lead back to the start.
"""

import os
import sys
import time
from collections import Counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from editor_app.ui.editor.actions import EditorActions
from editor_app.ui.editor.body_editor import BodyEditor
from tests.ui.editor.conftest import Typist, strategies
from tests.ui.editor.edits import edit, steps


def main(count, start):
    """Edit so many documents and print what was done."""
    app = QApplication.instance() or QApplication([])
    editor = BodyEditor()
    editor.resize(640, 480)
    editor.show()
    writer = Typist(editor, EditorActions(editor, lambda _name: QIcon()))
    done = Counter()

    @seed(start)
    @settings(
        max_examples=count,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.generate, Phase.shrink),
        print_blob=False,
    )
    @given(body=strategies().bodies(most=6), todo=st.lists(steps, min_size=3, max_size=16))
    def documents(body, todo):
        edit(writer, body, todo)
        done["documents"] += 1
        done.update(kind for kind, _what in todo)

    began = time.monotonic()
    documents()
    taken = sum(done.values()) - done["documents"]
    print(f"{done['documents']} documents, {taken} states, {time.monotonic() - began:.0f} s")
    print(", ".join(f"{kind} {number}" for kind, number in sorted(done.items())))
    editor.close()
    app.processEvents()


if __name__ == "__main__":
    main(*(int(each) for each in (*sys.argv[1:], "300", "1")[:2]))
