"""What lies beside a database: the sign of an unclean end, the reserve, copies that a sync made."""

import os
from pathlib import Path

from editor_app.store.files import in_words, sync_folder
from editor_app.store.names import BALLAST_NAME, DATABASE_NAME, OPEN_NAME
from editor_app.store.opening import APPLICATION_ID

_CHUNK = 256 * 1024  # bytes
_BALLAST = 8 * 1024 * 1024  # bytes: enough for some hundred saves
_APPLICATION_PLACE = slice(68, 72)  # of the first bytes of an SQLite file
_HEADER = 100


class OpenMark:
    """A file that lies in a library while it is open, and stays where its process was killed."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / OPEN_NAME
        with in_words(folder):
            self.was_there = self._path.exists()
            self._path.touch()
            sync_folder(folder)

    def remove(self) -> None:
        """Say that the library was closed in order."""
        self._path.unlink(missing_ok=True)


class Ballast:
    """A file of no use but to be deleted when the disk is full, so that words find room.

    ``was_used`` says that it was deleted and not laid in again since.
    """

    def __init__(self, folder: Path) -> None:
        self.was_used = False
        self._path = folder / BALLAST_NAME
        self._folder = folder

    def lay_in(self) -> bool:
        """Make the file where there is ample room; return whether it is there."""
        if self._path.exists():
            return True
        scratch = self._path.with_suffix(".part")
        try:
            with scratch.open("wb") as file:
                for _ in range(_BALLAST // _CHUNK):
                    file.write(os.urandom(_CHUNK))  # what can be packed away is no ballast
                file.flush()
                os.fsync(file.fileno())
            scratch.replace(self._path)
        except OSError:
            scratch.unlink(missing_ok=True)
            return False
        self.was_used = False
        return True

    def drop(self) -> bool:
        """Delete the file; return whether that made room."""
        try:
            self._path.unlink()
        except OSError:
            return False
        self.was_used = True
        return True


def conflict_copies(folder: Path) -> tuple[Path, ...]:
    """Return databases of ours beside the library's own: a synced folder made them of two.

    Raises:
        LibraryError: the folder cannot be read.
    """
    with in_words(folder):
        return tuple(
            path
            for path in sorted(folder.glob("library*.db"))
            if path.name != DATABASE_NAME and path.is_file() and _is_ours(path)
        )


def _is_ours(path: Path) -> bool:
    with path.open("rb") as file:
        header = file.read(_HEADER)
    return int.from_bytes(header[_APPLICATION_PLACE], "big") == APPLICATION_ID
