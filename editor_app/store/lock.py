"""One process at a time: the lock file that says so kindly.

SQLite's own exclusive lock is what really guards the database; this file is there so that a
second start can say a sentence before it touches anything.
"""

from pathlib import Path

from filelock import FileLock, Timeout

from editor_app.store.errors import LibraryInUseError
from editor_app.store.files import in_words

LOCK_NAME = "library.lock"


class FolderLock:
    """The right to use a library folder, held until it is released or the process ends."""

    def __init__(self, folder: Path, *, patience: float = 0) -> None:
        """Take the lock, waiting for it no longer than some seconds.

        Raises:
            LibraryInUseError: another process, or this one, holds it.
            ReadOnlyLibraryError: the lock file cannot be written.
        """
        self._lock = FileLock(folder / LOCK_NAME, timeout=patience, thread_local=False)
        with in_words(folder):
            try:
                self._lock.acquire()
            except Timeout as error:  # an OSError too, so it is caught first
                raise LibraryInUseError(folder) from error

    def release(self) -> None:
        """Let others use the folder."""
        self._lock.release()
