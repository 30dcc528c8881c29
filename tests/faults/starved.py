"""Backups and restores, killed or starved of room: old or new, and always a backup that is whole.

    python -m tests.faults.starved [--runs 300] [--seed N] [--control half-backups]

Prints a table, and ends with 1 where a backup was half, none was left, or a library was mixed.
"""

import argparse
import random
import shutil
import sys
from collections import Counter
from contextlib import contextmanager, nullcontext
from pathlib import Path
from tempfile import mkdtemp
from unittest.mock import patch

from editor_app.store.backups import making
from editor_app.store.backups.keeping import backups_in
from tests.faults import shim
from tests.faults.jobs import JOBS
from tests.faults.judging import KINDS
from tests.faults.walk import MEMORY, WAYS, Walk, places_of

WORK = ("backup", "restore", "undo")
_HOW = ("kill before", "kill after", "torn write", "full once", "full on")


@contextmanager
def backing_up_in_place():
    """The control: write a backup straight to its name."""
    with patch.object(making, "being_written", nullcontext):
        yield


def starved(folder, runs, seed):
    """Disturb work so many times; yield the work, the way, and what was wrong after it."""
    walk = Walk(folder)
    chance = random.Random(seed)  # noqa: S311 - of a test
    ready = {}
    for name in WORK:
        ground = walk.grounds_for(JOBS[name])
        laid = ground.copied(folder / name)
        ready[name] = laid, walk.reference(JOBS[name], laid), _whole(laid)
    for number in range(runs):
        name, how = WORK[number % len(WORK)], chance.choice(_HOW)
        ground, reference, backups = ready[name]
        at = chance.choice(places_of(WAYS[how], reference))
        wrong = walk.once(JOBS[name], ground, WAYS[how], at, reference)
        if gone := backups - _whole(walk.last):
            wrong.append(("lost", f"backups: {gone}"))
        yield name, f"{how} at {at}", wrong


def _whole(ground):
    """Return the names of the backups that lie in a library and beside it."""
    places = (ground.usb, ground.library / "backups")
    return {one.path.name for place in places for one in backups_in(place)}


def main():
    """Disturb, and end with 1 where anything was wrong."""
    shim.go_under_shim("tests.faults.starved")
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--runs", type=int, default=300)
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--control", choices=["half-backups"])
    asked = ask.parse_args()
    folder = Path(mkdtemp(prefix="standfirst-starved-", dir=MEMORY if MEMORY.is_dir() else None))
    runs, found = Counter(), {name: Counter() for name in WORK}
    try:
        with backing_up_in_place() if asked.control else nullcontext():
            for name, place, wrong in starved(folder, asked.runs, asked.seed):
                runs[name] += 1
                found[name].update(kind for kind, _ in wrong)
                if not runs.total() % 10:
                    print(f"{runs.total()} runs", flush=True)
                for kind, sentence in wrong[:2]:
                    print(f"  {kind}: {name}, {place}: {sentence}", flush=True)
    finally:
        shutil.rmtree(folder)
    print(f"{'work':<10}{'runs':>8}" + "".join(f"{kind:>8}" for kind in KINDS))
    for name in WORK:
        print(f"{name:<10}{runs[name]:>8}" + "".join(f"{found[name][kind]:>8}" for kind in KINDS))
    sys.exit(1 if any(found.values()) else 0)


if __name__ == "__main__":
    main()
