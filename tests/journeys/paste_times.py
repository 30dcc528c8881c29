"""Figures: how long large pastes take in a real window, and for how long it heard nothing.

Run as ``python -m tests.journeys.paste_times``. While something is read or put in, the window
shows "Pasting…" with a Cancel button; the longest silence is measured from then until after it.
"""

import os
import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QMimeData, QTimer
from PySide6.QtWidgets import QApplication

from editor_app.app import build
from editor_app.ui.preview.scheme import register_scheme
from tests.builders import a_library, an_item
from tests.intake.clipboard.word import item, normal, word

PASTES = {
    "one paragraph": word(normal("One")),
    "2,000 list items": word(
        *(item(f"Item {n} with <b>some</b> words", level=1 + n % 3) for n in range(2_000))
    ),
    "2,000 paragraphs": word(*(normal(f"Item {n} with <b>some</b> words") for n in range(2_000))),
    "100,000 characters": "<p>" + "word " * 20_000,
    "a word of 90,000": "<p>" + "w" * 90_000,
    "1,000 cells": "<table>" + "<tr><td>a<td>b<td>c<td>d<td>e" * 200 + "</table>",
    "5 MB of tags": "<div><b a=1>" * 400_000 + "x",
}


def main() -> int:
    """Print a line for each paste."""
    register_scheme()
    app = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        a_library(Path(folder) / "library", an_item(body="")).close()
        window = build(Path(folder) / "library", settings=Path(folder) / "window.ini")
        window.show()
        body = window.panes.editor.body
        wait(app, 3)
        print(f"{'paste':20}{'whole ms':>10}{'longest silence ms':>20}{'undo ms':>10}")
        for name, html in PASTES.items():
            data = QMimeData()
            data.setHtml(html)
            data.setText("words")
            with Silence() as silence:
                start = time.perf_counter()
                body.insertFromMimeData(data)
                while window.notices.words.text() == "Pasting…" or body.isReadOnly():
                    app.processEvents()
                whole = time.perf_counter() - start
                wait(app, 1)
            start = time.perf_counter()
            body.undo()
            undo = time.perf_counter() - start
            print(f"{name:20}{1e3 * whole:10.0f}{1e3 * silence.longest:20.0f}{1e3 * undo:10.0f}")
            wait(app, 1)
        sys.stdout.flush()
        os._exit(0)


def wait(app: QApplication, seconds: float) -> None:
    """Let the window go on."""
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        app.processEvents()


class Silence:
    """The longest time for which the window heard nothing."""

    def __enter__(self) -> "Silence":
        self.longest, self._last = 0.0, time.perf_counter()
        self._timer = QTimer()
        self._timer.timeout.connect(self._tick)
        self._timer.start(2)
        return self

    def __exit__(self, *_error: object) -> None:
        self._timer.stop()

    def _tick(self) -> None:
        now = time.perf_counter()
        self.longest, self._last = max(self.longest, now - self._last), now


if __name__ == "__main__":
    sys.exit(main())
