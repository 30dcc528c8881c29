"""The library in C that lets one file operation go wrong: made, loaded, told what to do."""

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
from enum import IntEnum
from functools import cache
from pathlib import Path
from tempfile import gettempdir

_SOURCE = Path(__file__).with_name("shim.c")
ROOT = Path(__file__).parents[2]


class Fault(IntEnum):
    """What happens at the chosen operation; the numbers are those of shim.c."""

    COUNT = 0
    KILL_BEFORE = 1
    KILL_AFTER = 2
    TORN = 3
    FAIL = 4
    FAIL_FROM_THEN_ON = 5
    FAIL_READING = 6


def why_not():
    """Return why there are no faults to be had on this machine; empty where there are."""
    if not sys.platform.startswith("linux"):
        return "file operations can be made to fail on Linux only"
    if not _compiler():
        return "there is no C compiler (on Debian: apt-get install gcc libc6-dev)"
    return ""


def compiled():
    """Return the path of the compiled library, made where it is not there yet."""
    mark = hashlib.sha256(_SOURCE.read_bytes()).hexdigest()[:16]
    made = Path(gettempdir()) / f"standfirst-shim-{os.getuid()}-{mark}.so"
    if not made.exists():
        scratch = made.with_suffix(f".{os.getpid()}")
        options = ["-O1", "-shared", "-fPIC", "-o", scratch, _SOURCE, "-ldl"]
        subprocess.run([_compiler(), *options], check=True)
        scratch.replace(made)
    return made


def started_under_shim(module, *arguments):
    """Return how to start a module of this folder so that its file operations can fail."""
    command = [sys.executable, "-m", module, *map(str, arguments)]
    return command, {**os.environ, "LD_PRELOAD": str(compiled())}


def go_under_shim(module):
    """Start a module anew with the library loaded, unless it is loaded already."""
    if is_loaded():
        return
    if reason := why_not():
        sys.exit(f"No faults can be made here: {reason}.")
    command, environment = started_under_shim(module, *sys.argv[1:])
    os.chdir(ROOT)
    os.execve(command[0], command, environment)  # noqa: S606 - the same program once more


def is_loaded():
    """Return whether this process runs with the library."""
    return str(compiled()) in os.environ.get("LD_PRELOAD", "")


def arm(folder, fault, *, at=0, error=0):
    """Let operation number ``at`` under folder go wrong, counted from now."""
    _library().fault_arm(os.fsencode(folder), at, int(fault), error)


def disarm():
    """Let nothing more go wrong; return the kinds of the operations counted, a letter each."""
    library = _library()
    library.fault_disarm()
    return library.fault_kinds()[: library.fault_count()].decode()


@cache
def _library():
    library = ctypes.CDLL(str(compiled()))
    library.fault_arm.argtypes = [ctypes.c_char_p, ctypes.c_long, ctypes.c_int, ctypes.c_int]
    library.fault_arm.restype = None
    library.fault_disarm.restype = None
    library.fault_count.restype = ctypes.c_long
    library.fault_kinds.restype = ctypes.c_char_p
    return library


def _compiler():
    return shutil.which("cc") or shutil.which("gcc")
