"""Kill the program with SIGKILL while it works, open the library again, and say what was lost.

    python -m tests.faults.kill [--runs 500] [--minutes 60] [--phase NAME…] [--seed 1]

Half of the runs are killed at a random moment, the others before the Nth operation on files.
Printed for each phase: runs, how many the process had ended before, acknowledged words lost, half
results, starts that needed a hand, exports that the next one had to finish, and the most seconds of
typing lost that were not yet acknowledged, beside what a bare loop met on the machine at the same
time. Ends with 1 where anything was lost. ``--control`` breaks the program on purpose and must end
with 1: ``early`` acknowledges before the commit, ``in place`` exports without preparation,
``other words`` saves other words than it acknowledges.
"""

import argparse
import json
import os
import random
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")

from tests.faults import templates
from tests.faults.children import PHASES
from tests.faults.scoring import Score, score
from tests.faults.stalls import Control

ROOT = Path(__file__).resolve().parents[2]
LONGEST_LOSS = 3.0  # seconds of typing that may be lost
_PATIENCE = 60.0  # seconds for a child to begin
_WEIGHTS = {"window": 4, "typing": 2}  # the others have 1
_OF_CONTROLS = {"early": "saving", "in place": "export", "other words": "saving"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One process that was killed, and what was found afterwards."""

    phase: str
    score: Score
    had_ended: bool
    complaint: str = ""


class Killer:
    """Starts children and kills them; use it in a ``with`` block."""

    def __enter__(self):
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.children"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            bufsize=0,
        )
        self._heard = b""
        return self

    def __exit__(self, *_error):
        self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()

    def kill(self, order, *, after):
        """Let a child work, kill it so many seconds after it began; return when, and its end."""
        self._tell(json.dumps(order))
        child = int(self._answer("pid"))
        watched = os.pidfd_open(child)
        try:
            if self._answer("ready", unless=watched) is not None:
                select.select([watched], [], [], after)
            signal.pidfd_send_signal(watched, signal.SIGKILL)
            select.select([watched], [], [])
        finally:
            os.close(watched)
        killed_at = time.time()
        _kill_group(child)
        self._tell("")
        return killed_at, int(self._answer("gone"))

    def _tell(self, line):
        self._process.stdin.write(f"{line}\n".encode())

    def _answer(self, kind, *, unless=None):
        """Return what a line of some kind says, or None where the child ended before it."""
        sources = [self._process.stdout] if unless is None else [self._process.stdout, unless]
        while True:
            line, end, rest = self._heard.partition(b"\n")
            if end:
                self._heard = rest
                name, _, value = line.decode().partition(" ")
                if name == kind:
                    return value
                continue
            ready, _, _ = select.select(sources, [], [], _PATIENCE)
            if self._process.stdout not in ready:
                return None
            if not (more := os.read(self._process.stdout.fileno(), 4096)):
                raise ChildProcessError("the parent of the children has ended")
            self._heard += more


def _kill_group(child):
    """Kill what the child started; it is not reaped yet, so the number is still its own."""
    try:
        os.killpg(child, signal.SIGKILL)
    except ProcessLookupError:
        return


def run_once(killer, phase, place, *, seed, control=""):
    """Kill one process in a place and look what became of it."""
    chance = random.Random(seed)  # noqa: S311 - when to kill
    plan = PHASES[phase]
    operation = chance.randint(1, plan.operations) if seed % 2 else 0
    order = {"phase": phase, "place": str(place.folder), "seed": seed, "control": control}
    after = chance.uniform(plan.earliest, plan.latest)
    if phase == "window" and chance.random() < 0.2:
        shutil.rmtree(place.library)  # the very first start
    killed_at, status = killer.kill(
        order | {"operation": operation}, after=plan.latest if operation else after
    )
    found = score(place, killed_at=killed_at)
    complaint = "" if status in {0, -signal.SIGKILL} else place.complaints.read_text()
    return Run(phase=phase, score=found, had_ended=status == 0, complaint=complaint)


def runs(numbers, *, seed, control="", keep=None):
    """Yield one run after the other, so many of each phase, the phases mixed."""
    waiting = [phase for phase, number in numbers.items() for _ in range(number)]
    random.Random(seed).shuffle(waiting)  # noqa: S311 - the order of runs
    with tempfile.TemporaryDirectory(prefix="standfirst-kill-") as scratch, Killer() as killer:
        made = {}
        for number, phase in enumerate(waiting):
            if phase not in made:
                made[phase] = templates.make(phase, Path(scratch) / "templates" / phase)
            place = templates.copied(made[phase], Path(scratch) / str(number))
            run = run_once(killer, phase, place, seed=seed * 100_000 + number, control=control)
            yield run
            if keep and not (run.score.is_clean and not run.complaint):
                shutil.copytree(place.folder, keep / f"{number}-{phase}")
            shutil.rmtree(place.folder)


def shared_out(total, phases):
    """Return how many of so many runs go to each phase."""
    weights = {phase: _WEIGHTS.get(phase, 1) for phase in phases}
    each = total / sum(weights.values())
    return {phase: max(1, round(each * weight)) for phase, weight in weights.items()}


def is_lossless(run):
    """Return whether a run came out as it must."""
    return run.score.is_clean and not run.complaint


def print_table(done):
    """Print what was found, phase by phase, and then each complaint."""
    of_phase = defaultdict(list)
    for run in done:
        of_phase[run.phase].append(run)
    names = ("runs", "ended", "lost", "half", "hand", "failed", "waits", "loss s")
    print(f"{'phase':16}" + "".join(f"{name:>8}" for name in names))
    for phase, its in [*sorted(of_phase.items()), ("all", done)]:
        counts = [len(its), sum(run.had_ended for run in its)]
        counts += [sum(bool(getattr(run.score, kind)) for run in its) for kind in names[2:5]]
        counts += [sum(bool(run.complaint) for run in its), sum(run.score.waits for run in its)]
        most = max((run.score.seconds for run in its), default=0)
        print(f"{phase:16}" + "".join(f"{count:8}" for count in counts) + f"{most:8.2f}")
    for run in done:
        for said in (*run.score.lost[:3], *run.score.half[:3], *run.score.hand[:3]):
            print(f"  {run.phase}: {said}")
        if run.complaint:
            print(f"  {run.phase} failed: {run.complaint[-1500:]}")


def main():
    """Kill, score and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=500)
    parser.add_argument("--minutes", type=float, default=24 * 60, help="stop after so long")
    parser.add_argument("--phase", nargs="+", choices=sorted(PHASES))
    parser.add_argument("--control", default="", choices=sorted(_OF_CONTROLS))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="keep the places where something was lost")
    asked = parser.parse_args()
    phases = [_OF_CONTROLS[asked.control]] if asked.control else asked.phase or sorted(PHASES)
    done, until = [], time.monotonic() + asked.minutes * 60
    numbers = shared_out(asked.runs, phases)
    with Control() as control:
        for run in runs(numbers, seed=asked.seed, control=asked.control, keep=asked.keep):
            done.append(run)
            if sys.stderr.isatty() or len(done) % 50 == 0:
                print(f"{len(done)} of {sum(numbers.values())}", file=sys.stderr, flush=True)
            if time.monotonic() > until:
                break
    print_table(done)
    print(control.stalls)
    is_soon = all(run.score.seconds <= LONGEST_LOSS for run in done)  # on a machine at rest
    return 0 if is_soon and all(is_lossless(run) for run in done) else 1


if __name__ == "__main__":
    sys.exit(main())
