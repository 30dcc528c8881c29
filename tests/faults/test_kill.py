"""Whatever the program does when it is killed, no acknowledged word is lost and nothing is half."""

import os

import pytest

from tests.faults.children import PHASES
from tests.faults.kill import is_lossless, runs

pytestmark = pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="kills by pidfd, as on Linux")
_WITHOUT_WINDOW = [phase for phase in PHASES if not phase.startswith("window")]


def bad(done):
    return [(run.phase, run.score, run.complaint) for run in done if not is_lossless(run)]


def test_nothing_is_lost_when_the_program_is_killed_at_its_work():
    done = list(runs(dict.fromkeys(_WITHOUT_WINDOW, 2), seed=3))
    assert len(done) == 2 * len(_WITHOUT_WINDOW)
    assert bad(done) == []


def test_nothing_is_lost_when_the_window_is_killed_while_somebody_types():
    assert bad(runs({"window": 2, "window closing": 1}, seed=2)) == []


@pytest.mark.parametrize(
    ("control", "phase", "found"),
    [
        ("early", "saving", "lost"),
        ("in place", "export", "half"),
        ("other words", "saving", "lost"),
    ],
)
def test_the_tests_above_would_see(control, phase, found):
    assert any(getattr(run.score, found) for run in runs({phase: 40}, seed=1, control=control))
