"""Which folders an export is at work in, so that the next start can finish what was cut off."""

import hashlib
import os
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from editor_app.store.files import in_words, write_whole

_PREFIX, _ENDING = "export-under-way-", ".txt"
_KEPT_FOR = timedelta(days=90)  # of a folder that is not there: a disk that was taken away


class UnderWay:
    """The notes of one library, a file for each folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def note(self, target: Path) -> None:
        """Remember that an export works in a folder.

        Raises:
            LibraryError: the library cannot be written.
        """
        with in_words(self._folder):
            write_whole(self._path(target), os.fsencode(target.absolute()))

    def forget(self, target: Path) -> None:
        """Say that there is nothing to be finished in a folder."""
        with suppress(OSError):  # then the next start looks there, and finds nothing
            self._path(target).unlink(missing_ok=True)

    def left(self, now: datetime) -> list[Path]:
        """Return the folders that are noted; those not there for long are forgotten.

        Raises:
            LibraryError: the library cannot be read.
        """
        targets = []
        with in_words(self._folder):
            for path in sorted(self._folder.glob(f"{_PREFIX}*{_ENDING}")):
                target = Path(os.fsdecode(path.read_bytes()))
                is_old = path.stat().st_mtime < (now - _KEPT_FOR).timestamp()
                if is_old and not target.is_dir():
                    path.unlink(missing_ok=True)
                else:
                    targets.append(target)
        return targets

    def _path(self, target: Path) -> Path:
        mark = hashlib.sha256(os.fsencode(target.absolute())).hexdigest()[:12]
        return self._folder / f"{_PREFIX}{mark}{_ENDING}"
