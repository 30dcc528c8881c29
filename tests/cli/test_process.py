"""The command line as a process: locale, pipes, signals, start."""

import os
import signal
import subprocess
import sys

from editor_app.export.staging import STAGING_NAME
from editor_app.model.status import Status
from tests.builders import a_library, an_item
from tests.cli.conftest import ROOT

PROGRAM = (sys.executable, str(ROOT / "main.py"))


def test_output_is_utf8_whatever_the_locale(process, folder):
    outcome = process(
        "list", "--library", folder, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0"
    )
    assert "Un atelier à Dakar" in outcome.out
    assert outcome.code == 0


def test_list_does_not_load_the_window(folder):
    script = (
        "import sys; from editor_app.cli import main; "
        f"main(['list', '--library', {str(folder)!r}]); "
        "sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False, timeout=60)
    assert done.returncode == 0


def test_a_reader_that_leaves_early_is_no_error(tmp_path):
    with a_library(tmp_path / "big") as library:
        library.items.add_many(an_item(headline=f"Item {n}") for n in range(3000))
    process = subprocess.Popen(
        [
            sys.executable,
            str(ROOT / "main.py"),
            "list",
            "--json",
            "--library",
            str(tmp_path / "big"),
        ],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    process.stdout.readline()
    process.stdout.close()
    complaint = process.stderr.read()
    process.stderr.close()
    assert process.wait(timeout=60) == 141
    assert complaint == b""


def test_an_interrupted_export_leaves_nothing_behind(tmp_path):
    with a_library(tmp_path / "big") as library:
        library.items.add_many(
            an_item(headline=f"Item {n}", status=Status.READY, slug=f"item-{n}")
            for n in range(2000)
        )
    out = tmp_path / "out"
    # A shell starts what it puts into the background deaf to Ctrl+C, and its children are too.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    process = subprocess.Popen(
        [*PROGRAM, "export", "--all", "--to", str(out), "--library", str(tmp_path / "big")],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env=os.environ,
    )
    signal.signal(signal.SIGINT, before)
    staged = out / STAGING_NAME / "new"
    while not any(staged.glob("*")) and process.poll() is None:
        os.sched_yield()
    process.send_signal(signal.SIGINT)
    complaint = process.stderr.read()
    process.stderr.close()
    assert process.wait(timeout=60) == 130
    assert b"Traceback" not in complaint
    assert {path.name for path in tmp_path.iterdir()} <= {"big"}
