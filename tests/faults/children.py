"""The processes that are killed: each does one thing with the product's own code until it dies.

One process imports everything, then forks a child for each order it reads: a line of JSON with the
phase, the place, the chance it takes, what is broken on purpose, and the file operation before
which the child kills itself. The child says ``pid N`` and ``ready``, its parent ``gone STATUS``.
"""

import json
import os
import random
import signal
import sys
import traceback
from pathlib import Path

from tests.faults import controls, phases, window_phases
from tests.faults.places import Place

PHASES = phases.PHASES | window_phases.PHASES
_OPERATIONS = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "os.truncate"}
_WRITING = os.O_WRONLY | os.O_RDWR


def say(words):
    """Write a line in one piece: the child and its parent share the pipe."""
    os.write(1, f"{words}\n".encode())


class Ready:
    """Says that the work begins, and from then on counts file operations up to the last one."""

    def __init__(self, folder, last):
        self._folder, self._left = str(folder), last

    def __call__(self):
        """Tell the parent; a child that is to die before an operation watches for it now."""
        say("ready")
        if self._left:
            sys.addaudithook(self._watch)

    def _watch(self, event, arguments):
        if self._is_counted(event, arguments):
            self._left -= 1
            if not self._left:
                os.kill(os.getpid(), signal.SIGKILL)

    def _is_counted(self, event, arguments):
        if event == "open":
            path, _mode, flags = arguments
            return bool(flags & _WRITING) and self._is_here(path)
        return event in _OPERATIONS and self._is_here(arguments[0])

    def _is_here(self, path):
        return isinstance(path, str | os.PathLike) and os.fspath(path).startswith(self._folder)


def work(order):
    """Do what an order says; in the child."""
    place = Place(Path(order["place"]))
    os.setpgid(0, 0)
    say(f"pid {os.getpid()}")
    complaints = os.open(place.complaints, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.dup2(complaints, 2)
    place.prepare_environment()
    controls.CONTROLS[order["control"]]()
    chance = random.Random(order["seed"])  # noqa: S311 - when to do what
    PHASES[order["phase"]].work(place, chance, Ready(place.folder, order["operation"]))


def _fork(order):
    child = os.fork()
    if child:
        return child
    status = 1
    try:
        work(order)
        status = 0
    except BaseException:  # noqa: BLE001 - nothing of the child may go on as its parent
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(status)


def main():
    """Fork a child for every order, and reap it when told that it may go."""
    for line in sys.stdin:
        child = _fork(json.loads(line))
        sys.stdin.readline()
        _, status = os.waitpid(child, 0)
        say(f"gone {os.waitstatus_to_exitcode(status)}")


if __name__ == "__main__":
    main()
