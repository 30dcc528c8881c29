"""What the machine itself stands still for, measured beside a test by a bare loop of its own."""

import json
import os
import select
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
_SCHEDULE = Path("/proc/thread-self/schedstat")
_TICK = 0.005  # seconds
_SYNC_EVERY = 40  # ticks


@dataclass(frozen=True, slots=True)
class Stalls:
    """The longest times in seconds: between two ticks of a loop, the same without waiting for a
    processor, and for bringing a few bytes to the disk."""

    gap: float
    own: float
    sync: float

    def __str__(self):
        """Say it in a line."""
        return (
            f"the machine: a bare loop stood still {self.gap:.3f} s at most ({self.own:.3f} s of"
            f" its own time), a sync of 4 KB took {self.sync:.3f} s at most"
        )


class Control:
    """A bare loop in another process beside a ``with`` block; ``stalls`` is known after it."""

    def __init__(self, folder=None):
        """Sync files in a folder, or where the system keeps temporary ones."""
        self._folder = folder or tempfile.gettempdir()
        self.stalls = None

    def __enter__(self):
        command = [sys.executable, "-m", "tests.faults.stalls", str(self._folder)]
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe)
        return self

    def __exit__(self, *_error):
        said, _ = self._process.communicate()
        self.stalls = Stalls(**json.loads(said))


def own_time():
    """Return the time of this thread, without that for which it waited for a processor."""
    try:
        waited = int(_SCHEDULE.read_text().split()[1]) / 1e9
    except OSError:
        waited = 0.0
    return time.monotonic() - waited


def main():
    """Tick until the other end of standard input is closed, then say what was seen."""
    gap = own = sync = 0.0
    ticks = 0
    last, last_own = time.monotonic(), own_time()
    with tempfile.TemporaryFile(dir=sys.argv[1], buffering=0) as file:
        while not select.select([sys.stdin], [], [], _TICK)[0]:
            now, now_own = time.monotonic(), own_time()
            gap, own = max(gap, now - last), max(own, now_own - last_own)
            ticks += 1
            if ticks % _SYNC_EVERY == 0:
                file.seek(0)
                file.write(bytes(4096))
                began = time.monotonic()
                os.fsync(file.fileno())
                sync = max(sync, time.monotonic() - began)
            last, last_own = time.monotonic(), own_time()
    print(json.dumps({"gap": gap, "own": own, "sync": sync}))


if __name__ == "__main__":
    main()
