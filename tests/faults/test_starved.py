"""Backups and restores that are killed or run out of room leave the old or the new, never half."""

import subprocess

import pytest

from tests.faults import shim

pytestmark = pytest.mark.skipif(bool(shim.why_not()), reason=shim.why_not() or "it can be done")


def starve(*arguments):
    command, environment = shim.started_under_shim("tests.faults.starved", *arguments)
    return subprocess.run(
        command, env=environment, cwd=shim.ROOT, capture_output=True, text=True, check=False
    )


def test_every_backup_that_is_there_is_whole_and_no_library_is_mixed():
    done = starve("--runs", 9, "--seed", 5)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_test_above_would_tell():
    done = starve("--runs", 30, "--seed", 2, "--control", "half-backups")
    assert done.returncode == 1
    assert "half: backup" in done.stdout, done.stdout + done.stderr
