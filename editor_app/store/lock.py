"""One process at a time: the lock file that says so kindly.

SQLite's own exclusive lock is what really guards the database; this file is there so that a
second start can say a sentence before it touches anything.
"""

import os
import sys
import time
from pathlib import Path

from editor_app.store.errors import LibraryInUseError
from editor_app.store.files import in_words

if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> bool:
        """Take the lock if nobody has it; return whether it was taken."""
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:  # which says no more than that
            return False
        return True
else:
    import fcntl

    def _take(descriptor: int) -> bool:
        """Take the lock if nobody has it; return whether it was taken."""
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


LOCK_NAME = "library.lock"
_LOOK_AGAIN = 0.05  # seconds


class FolderLock:
    """The right to use a library folder, held until it is released or the process ends."""

    def __init__(self, folder: Path, *, patience: float = 0) -> None:
        """Take the lock, waiting for it no longer than some seconds.

        Raises:
            LibraryInUseError: another process, or this one, holds it.
            ReadOnlyLibraryError: the lock file cannot be written.
        """
        until = time.monotonic() + patience
        with in_words(folder):
            self._descriptor: int | None = os.open(folder / LOCK_NAME, os.O_RDWR | os.O_CREAT)
            while not _take(self._descriptor):
                if time.monotonic() >= until:
                    self.release()
                    raise LibraryInUseError(folder)
                time.sleep(_LOOK_AGAIN)

    def release(self) -> None:
        """Let others use the folder; releasing twice is no harm."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None
