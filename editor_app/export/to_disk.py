"""Files and folders brought to the disk for certain, one by one or a whole file system at once."""

import os
import sys
from pathlib import Path

# Where what is said of a file system comes down in one call: these keep their own promises, and
# are not handed on to a program or to another machine, which would have to be asked for each file.
_TAKEN_AT_ONCE = frozenset({"ext4", "xfs", "btrfs", "f2fs", "tmpfs"})
_SAYS_WHAT_FAILED = (5, 8)  # Linux; before, syncfs(2) kept silent about what could not be written
_MOUNTS = "/proc/self/mountinfo"


def sync(path: str | Path) -> None:
    """Bring a file or a folder to the disk for certain; some systems cannot sync folders."""
    if os.name == "nt" and os.path.isdir(path):
        return
    descriptor = os.open(path, os.O_RDONLY if os.name != "nt" else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_all_around(folder: str | Path) -> bool:
    """Bring the whole file system of a folder to the disk in one call, where there is one.

    Return whether that was done; where it was not, each file has to be brought there by itself.

    Raises:
        OSError: something could not be written.
    """
    if not _can_take_all(folder):
        return False
    import ctypes  # noqa: PLC0415 - only for large exports

    library = ctypes.CDLL(None, use_errno=True)
    if not hasattr(library, "syncfs"):
        return False
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        if library.syncfs(descriptor):
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number), os.fspath(folder))
    finally:
        os.close(descriptor)
    return True


def _can_take_all(folder: str | Path) -> bool:
    """Return whether the system has the call, and tells the truth in it about this folder."""
    if not sys.platform.startswith("linux"):
        return False
    release = os.uname().release.split("-", maxsplit=1)[0].split(".")
    version = tuple(int(number) for number in release[:2] if number.isdecimal())
    return version >= _SAYS_WHAT_FAILED and _kind_of_file_system(folder) in _TAKEN_AT_ONCE


def _kind_of_file_system(folder: str | Path) -> str:
    """Return what the file system of a folder is called; nothing where the system does not say.

    The fields are those of proc_pid_mountinfo(5): the third is the device, and the kind stands
    behind the hyphen.
    """
    device = os.stat(folder).st_dev
    wanted = f"{os.major(device)}:{os.minor(device)}"
    try:
        with open(_MOUNTS, encoding="utf-8", errors="replace") as mounts:
            for line in mounts:
                before, _, after = line.partition(" - ")
                if before.split()[2] == wanted:
                    return after.split(maxsplit=1)[0]
    except OSError:
        return ""
    return ""
