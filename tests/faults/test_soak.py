"""The window does not grow while it is written in, and nothing in it dies."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")


def soaked(*options):
    """Soak for a moment; return the exit code and what was printed."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.soak", "--previews", "40", *options],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        check=False,
        timeout=280,
    )
    return done.returncode, done.stdout


def test_forty_pages_leave_the_memory_where_it_was():
    code, said = soaked()
    assert code == 0, said
    assert said.startswith("80 edits, 40 previews, 4 exports"), said


def test_the_test_above_would_see_a_leak():
    assert soaked("--leak")[0] == 1
