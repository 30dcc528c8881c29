"""One fault at every file operation of every kind of work, one run each.

    python -m tests.faults.walk [--every N] [--first K] [--jobs save,export] [--notes FILE]
                                [--minutes M] [--show N] [--control early]

A fault kills the process before or after the operation, or half-way in a write, or lets it fail
as on a broken disk or a full one, once or from then on; or lets one reading fail. Prints a table of
runs, of how many there are to be, and of what was wrong after them, and ends with 1 where anything
was. With ``--notes`` what is noted there is not done again: a walk that takes hours can be ended,
and several can share it out, each with the same ``--every`` and another ``--first``. The notes are
of one state of the program; another one needs other notes.
"""

import argparse
import errno
import json
import os
import shutil
import signal
import sys
import time
import traceback
from collections import Counter
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp

from editor_app.errors import EditorError
from tests.faults import shim
from tests.faults.careless import CONTROLS
from tests.faults.ground import prepared
from tests.faults.jobs import JOBS
from tests.faults.judging import (
    KINDS,
    Reference,
    contents_of,
    files_in,
    judge,
    judge_words,
    words_in,
)
from tests.faults.shim import Fault
from tests.faults.walk_notes import Notes

MEMORY = Path("/dev/shm")  # noqa: S108 - the folder made there has a name of its own


@dataclass(frozen=True)
class Way:
    """A way in which an operation goes wrong; ``only`` names the kinds of operations it suits."""

    fault: Fault
    error: int = 0
    only: str = ""


WAYS = {
    "kill before": Way(Fault.KILL_BEFORE),
    "kill after": Way(Fault.KILL_AFTER),
    "torn write": Way(Fault.TORN, only="w"),
    "broken once": Way(Fault.FAIL, errno.EIO),
    "broken on": Way(Fault.FAIL_FROM_THEN_ON, errno.EIO),
    "full once": Way(Fault.FAIL, errno.ENOSPC),
    "full on": Way(Fault.FAIL_FROM_THEN_ON, errno.ENOSPC),
    "unreadable": Way(Fault.FAIL_READING, errno.EIO),
}


class Walk:
    """Runs work with faults, each run on a ground of its own in memory."""

    def __init__(self, folder):
        self._folder = folder
        self._template = prepared(folder / "template")
        self.last = self._template

    def grounds_for(self, job):
        """Return the ground that a job starts from."""
        ground = self._template.copied(self._folder / "prepared")
        job.prepare(ground)
        return ground

    def reference(self, job, ground):
        """Do a job without a fault and return what it comes to."""
        old = contents_of(ground.copied(self._folder / "old"))
        counted = ground.copied(self._folder / "counted")
        kinds = self.run(job, counted, Way(Fault.COUNT), 0)["kinds"]
        reading = self.run(job, ground.copied(self._folder / "read"), WAYS["unreadable"], -1)
        new_site = files_in(counted.site)
        new = contents_of(counted)
        return Reference(
            old=old,
            new=new,
            old_site=files_in(ground.site),
            new_site=new_site,
            kinds=kinds,
            readings=len(reading["kinds"]),
            words=words_in(old, new),
        )

    def run(self, job, ground, way, at):
        """Do a job in a process of its own with one fault; return what that process says."""
        reader, writer = os.pipe()
        child = os.fork()
        if not child:
            os.close(reader)
            _work(job, ground, way, at, writer)
        os.close(writer)
        with os.fdopen(reader, "rb") as pipe:
            said = pipe.read()
        _, status = os.waitpid(child, 0)
        if os.WIFSIGNALED(status):
            is_ours = os.WTERMSIG(status) == signal.SIGKILL
            return {} if is_ours else {"bug": f"died of signal {os.WTERMSIG(status)}"}
        return json.loads(said)

    def once(self, job, start, way, at, reference):
        """Return what is wrong after one fault, as kinds and sentences."""
        self.last = ground = start.copied(self._folder / "run")
        said = self.run(job, ground, way, at)
        return [*judge_words(said), *judge(ground, job, reference)]


def _work(job, ground, way, at, writer):
    """Do a job with a fault, tell what was said, do it again without one; never returns."""
    os.environ["STANDFIRST_ACK_LOG"] = str(ground.log)
    complaints = os.open(ground.folder / "complaints", os.O_CREAT | os.O_RDWR)
    os.dup2(complaints, 2)
    said = {}
    shim.arm(ground.faulted, way.fault, at=at, error=way.error)
    try:
        job.work(ground)
    except EditorError as error:
        said["message"] = error.message
    except BaseException:  # noqa: BLE001 - the point is to learn which
        said["bug"] = _last_lines()
    said["kinds"] = shim.disarm()
    if said.keys() != {"kinds"}:
        try:
            job.work(ground)
        except BaseException:  # noqa: BLE001 - the same
            said["again"] = _last_lines()
    if "Traceback" in (printed := (ground.folder / "complaints").read_text("utf-8", "replace")):
        said["bug"] = printed[-400:]
    with os.fdopen(writer, "wb") as pipe:
        pipe.write(json.dumps(said).encode())
    os._exit(0)


def _last_lines():
    """Return the place in the product and the complaint of the error at hand."""
    lines = traceback.format_exc().splitlines()
    ours = [line.strip() for line in lines if "/editor_app/" in line]
    return " | ".join([*ours[-2:], lines[-1]])


def places_of(way, reference):
    """Return the numbers of the operations that a way is tried at."""
    if way.fault is Fault.FAIL_READING:
        return range(reference.readings)
    return [n for n, kind in enumerate(reference.kinds) if not way.only or kind in way.only]


def walked(walk, name, notes, asked):
    """Walk through one job, print a line for each way and what was wrong; return the faults."""
    job = JOBS[name]
    ground = walk.grounds_for(job)
    reference = walk.reference(job, ground)
    total = Counter()
    for way_name, way in WAYS.items():
        places = places_of(way, reference)
        began = time.monotonic()
        todo = [
            at for at in places[asked.first :: asked.every] if (name, way_name, at) not in notes
        ]
        for done, at in enumerate(todo):
            if time.monotonic() > asked.until:
                todo = todo[:done]
                break
            wrong = walk.once(job, ground, way, at, reference)
            notes.add((name, way_name, at), wrong)
            for kind, sentence in wrong[: asked.show]:
                place = f"{name}, {way_name} at {at} ({reference.kinds[at : at + 1]})"
                print(f"  {kind}: {place}: {sentence}", flush=True)
        known = notes.of(name, way_name)
        wrong = Counter(kind for found in known.values() for kind, _ in found)
        counts = "".join(f"{wrong[kind]:>8}" for kind in KINDS)
        each = (time.monotonic() - began) / max(len(todo), 1)
        runs = f"{len(known):>6} of {len(places):>5}"
        print(f"{name:<10} {way_name:<12} {runs}{counts}   {each:.2f} s each", flush=True)
        total += wrong
        total["runs"] += len(known)
    return total


def main():
    """Walk, and end with 1 where anything was wrong."""
    shim.go_under_shim("tests.faults.walk")
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--every", type=int, default=1, help="try every Nth operation only")
    ask.add_argument("--first", type=int, default=0, help="the number of the first of those")
    ask.add_argument("--notes", type=Path, help="where to note what was found, to go on from it")
    ask.add_argument("--minutes", type=float, default=24 * 60, help="stop after so long")
    ask.add_argument("--jobs", default=",".join(JOBS))
    ask.add_argument("--show", type=int, default=3, help="so many sentences of one run")
    ask.add_argument("--control", choices=CONTROLS, help="make the product careless in one way")
    asked = ask.parse_args()
    asked.until = time.monotonic() + asked.minutes * 60
    with CONTROLS.get(asked.control, nullcontext)():
        total = _all_walked(asked)
    runs = total.pop("runs", 0)
    print(f"{runs} runs, {total.total()} faults found")
    sys.exit(1 if total else 0)


def _all_walked(asked):
    folder = Path(mkdtemp(prefix="standfirst-walk-", dir=MEMORY if MEMORY.is_dir() else None))
    try:
        walk = Walk(folder)
        print(f"{'work':<10} {'fault':<12} {'runs':>15}" + "".join(f"{one:>8}" for one in KINDS))
        total, notes = Counter(), Notes(asked.notes)
        for name in asked.jobs.split(","):
            total += walked(walk, name, notes, asked)
    finally:
        shutil.rmtree(folder)
    return total


if __name__ == "__main__":
    main()
