"""A disk may fail at any file operation: nothing acknowledged is lost, nothing is half."""

import subprocess

import pytest

from tests.faults import shim

pytestmark = pytest.mark.skipif(bool(shim.why_not()), reason=shim.why_not() or "it can be done")


def walk(*arguments):
    command, environment = shim.started_under_shim("tests.faults.walk", *arguments)
    return subprocess.run(
        command, env=environment, cwd=shim.ROOT, capture_output=True, text=True, check=False
    )


def test_no_fault_of_a_disk_costs_words_or_leaves_half_of_anything():
    done = walk("--every", 293)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("control", "job", "found"), [("early", "save", "lost"), ("in-place", "export", "half")]
)
def test_the_test_above_would_tell(control, job, found):
    done = walk("--control", control, "--jobs", job, "--every", 31)
    assert done.returncode == 1
    assert f"{found}: {job}" in done.stdout
