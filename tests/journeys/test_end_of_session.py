"""The system asks the window to close: it does, in order and soon."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# Says when the window is up and its loop runs; after that nothing of Python runs by itself.
START = """
import sys
from PySide6.QtCore import QTimer
from editor_app import app
from editor_app.cli import main
app.application()
QTimer.singleShot(1500, lambda: print("up", flush=True))
sys.exit(main([sys.argv[1]]))
"""

# Copies the text once the page stands there, and closes the window.
COPY = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from editor_app import app
from editor_app.cli import main

def find():
    found = [one for one in running.topLevelWidgets() if one.objectName() == "mainWindow"]
    if not found:
        QTimer.singleShot(0, find)
        return
    preview, body = found[0].panes.preview, found[0].panes.editor.body

    def copy_and_close():
        body.selectAll()
        body.copy()
        assert body.toPlainText().split()[0] in QGuiApplication.clipboard().text()
        print("copied", flush=True)
        found[0].close()

    preview.page_shown.connect(lambda: QTimer.singleShot(0, copy_and_close))

running = app.application()
find()
sys.exit(main([sys.argv[1]]))
"""


def ended(program, folder):
    """Run a program on a library and return its exit code and what it said."""
    done = subprocess.run(
        [sys.executable, "-c", program, str(folder)],
        check=False,
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        timeout=60,
    )
    return done.returncode, done.stdout


def test_what_was_copied_does_not_outlive_the_program(tmp_path):
    assert ended(COPY, tmp_path / "library") == (0, "copied\n")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows asks in another way")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_window_that_is_asked_to_end_closes_in_order(number, tmp_path):
    process = subprocess.Popen(
        [sys.executable, "-c", START, str(tmp_path / "library")],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        assert process.stdout.readline() == "up\n"
        process.send_signal(number)
        assert process.wait(timeout=30) == 0
    finally:
        process.kill()
        process.communicate()
    assert not (tmp_path / "library" / "library.db-wal").exists()


# Asks the window to close as soon as it is there, before its library is open.
HURRY = """
import os, signal, sys
from PySide6.QtCore import QTimer
from editor_app import app
from editor_app.cli import main

def ask():
    if any(one.objectName() == "mainWindow" for one in running.topLevelWidgets()):
        os.kill(os.getpid(), signal.SIGTERM)
        print("asked", flush=True)
    else:
        QTimer.singleShot(0, ask)

running = app.application()
QTimer.singleShot(0, ask)
sys.exit(main([sys.argv[1]]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows asks in another way")
def test_a_window_that_is_asked_to_end_while_it_starts_closes_in_order(tmp_path):
    for _start in ("new library", "library with an item"):
        assert ended(HURRY, tmp_path / "library") == (0, "asked\n")
        assert not (tmp_path / "library" / "library.db-wal").exists()
