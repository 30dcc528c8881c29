"""A folder that changes all at once or not at all.

New files are prepared in a hidden folder inside the target, which is the same file system. Only
when all of them are on the disk for certain is a journal written, and the files are moved in. An
export that dies before the journal leaves nothing; one that dies after it is finished by the next.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from filelock import FileLock, Timeout

from editor_app.export.errors import ExportError, InterruptedExportError
from editor_app.export.manifest import is_inside
from editor_app.export.places import Ground
from editor_app.export.to_disk import sync, sync_all_around
from editor_app.media.rendition import Each

STAGING_NAME = ".standfirst-staging"
_JOURNAL, _LOCK, _NEW, _OLD = "journal.json", "lock", "new", "old"
_FLUSHED_AT_ONCE = 50
FEW = 64  # files or folders: so many are brought to the disk one by one
_WRITING = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class Move:
    """One file that comes, is replaced, or goes: SHA-256 before and after, empty for no file."""

    path: str
    before: str
    after: str


class Staging:
    """The preparation of a change to one folder. Leave it without `commit` and nothing happened.

    Raises:
        ExportError: another export is at work in the folder.
        InterruptedExportError: an earlier export cannot be finished.
    """

    def __init__(self, target: Path) -> None:
        self.target = target
        self._folder = target / STAGING_NAME
        self._lock = FileLock(self._folder / _LOCK, timeout=0, thread_local=False)
        self._new = f"{self._folder / _NEW}{os.sep}"
        self._folders = {""}  # those that were made for prepared files
        self._number = 0  # of prepared files
        self._made: list[Path] = []
        self._is_committed = False
        self.was_interrupted = False

    def __enter__(self) -> Self:
        self._made = make_folders(self.target)
        try:
            self._folder.mkdir(exist_ok=True)
            self._lock.acquire()
        except Timeout as error:
            raise ExportError(
                "Another export is writing to this folder.",
                hint="Wait until it is done, then try again.",
            ) from error
        except OSError:
            _remove_empty([self._folder, *reversed(self._made)])
            raise
        try:
            self.was_interrupted = (self._folder / _JOURNAL).is_file()
            finish_interrupted(self.target)
            for name in (_NEW, _OLD):
                shutil.rmtree(self._folder / name, ignore_errors=True)
            (self._folder / _NEW).mkdir()
        except BaseException:
            self._lock.release()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        try:
            self._sweep()
        finally:
            self._lock.release()
        (self._folder / _LOCK).unlink(missing_ok=True)
        _remove_empty([self._folder])
        if not self._is_committed:
            _remove_empty(reversed(self._made))

    def put(self, path: str, data: bytes | Iterable[bytes]) -> None:
        """Prepare a file of so many bytes, or of some after others."""
        self._make_way(path)
        descriptor = os.open(self._new + path, _WRITING, 0o666)
        try:
            for part in (data,) if isinstance(data, bytes) else data:
                left = memoryview(part)
                while left:
                    left = left[os.write(descriptor, left) :]
        finally:
            os.close(descriptor)
        self._number += 1

    def prepared(self, path: str) -> Path:
        """Return where a prepared file lies, or may be written to."""
        self._make_way(path)
        return Path(self._new + path)

    def flush(self, each: Each = map) -> Iterator[None]:
        """Bring all that was prepared to the disk for certain, yielding after every few files.

        Many files are brought there in one call, where the system has one. A disk that is asked
        for several at once brings them down together.
        """
        if self._number > FEW and sync_all_around(self._folder):
            yield
            return
        files = _walk(self._new)
        while batch := list(islice(files, _FLUSHED_AT_ONCE)):
            for _ in each(sync, batch):
                pass
            yield

    def commit(self, moves: Iterable[Move]) -> None:
        """Make the prepared change, in the order of moves. Call `flush` before.

        Raises:
            OSError: it could not be made, and the folder is as it was.
        """
        listed = list(moves)
        journal = self._folder / _JOURNAL
        waiting = journal.with_suffix(".new")
        waiting.write_text(json.dumps([[m.path, m.before, m.after] for m in listed]))
        sync(waiting)
        waiting.replace(journal)
        sync(self._folder)
        sync(self.target)
        changed = _Changes(self.target, self._folder)
        try:
            for move in listed:
                changed.make(move)
            changed.sync()
        except BaseException:
            changed.undo()
            journal.unlink()
            raise
        journal.unlink()
        sync(self._folder)
        changed.tidy()
        self._is_committed = True

    def _make_way(self, path: str) -> None:
        """Make the folders that a prepared file lies in."""
        folder, _, _ = path.rpartition("/")
        if folder not in self._folders:
            self._make_way(folder)
            os.mkdir(self._new + folder)
            self._folders.add(folder)

    def _sweep(self) -> None:
        """Remove what was prepared; while a journal stands, the next export still needs it."""
        if (self._folder / _JOURNAL).exists():
            return
        (self._folder / _JOURNAL).with_suffix(".new").unlink(missing_ok=True)
        for name in (_NEW, _OLD):
            shutil.rmtree(self._folder / name, ignore_errors=True)


class _Changes:
    """The moves made so far, and the way back.

    Paths are text here, as there may be tens of thousands. A folder that the target does not have
    is moved in with all that is in it.
    """

    def __init__(self, target: Path, staging: Path) -> None:
        self._target, self._old = f"{target}{os.sep}", f"{staging / _OLD}{os.sep}"
        self._new = f"{staging / _NEW}{os.sep}"
        self._done: list[tuple[str, str]] = []
        self._touched: set[str] = set()
        self._emptied: set[str] = set()
        self._lacking: dict[str, str] = {"": ""}
        self._moved_whole: set[str] = set()

    def make(self, move: Move) -> None:
        """Move one file in, or out; the one that stood there is laid aside."""
        place = self._target + move.path
        if move.before and os.path.exists(place):
            os.makedirs(self._old, exist_ok=True)
            self._rename(place, self._old + _staged_name(move.path))
        folder, _, _ = move.path.rpartition("/")
        lacking = self._lacking_folder(folder) if move.after else ""
        if lacking:
            self._move_whole(lacking)
            return
        if move.after:
            self._rename(self._new + move.path, place)
        else:
            self._emptied.add(folder)
        self._touched.add(folder)

    def sync(self) -> None:
        """Bring the moves to the disk for certain."""
        if len(self._touched) > FEW and sync_all_around(self._target):
            return
        for folder in sorted(self._touched):
            if os.path.isdir(self._target + folder):
                sync(self._target + folder)

    def undo(self) -> None:
        """Take every move back, the last one first."""
        for here, there in reversed(self._done):
            os.replace(there, here)

    def tidy(self) -> None:
        """Remove the folders that the moves left empty."""
        for path in sorted(self._emptied, key=lambda path: -path.count("/")):
            folder = path
            while folder and _remove_empty([Path(self._target + folder)]):
                folder, _, _ = folder.rpartition("/")  # up, as long as they are empty

    def _lacking_folder(self, folder: str) -> str:
        """Return the outermost folder on the way to this one that the target did not have."""
        if folder not in self._lacking:
            above, _, _ = folder.rpartition("/")
            found = self._lacking_folder(above)
            if not found and not os.path.lexists(self._target + folder):
                found = folder
            self._lacking[folder] = found
        return self._lacking[folder]

    def _move_whole(self, folder: str) -> None:
        if folder not in self._moved_whole:
            self._rename(self._new + folder, self._target + folder)
            self._moved_whole.add(folder)
            above, _, _ = folder.rpartition("/")
            self._touched.add(above)

    def _rename(self, here: str, there: str) -> None:
        os.replace(here, there)
        self._done.append((here, there))


def is_interrupted(target: Path) -> bool:
    """Return whether an export died in a folder while its files were moved in."""
    return (target / STAGING_NAME / _JOURNAL).is_file()


def finish_interrupted(target: Path) -> None:
    """Finish an export that died while its files were moved in.

    Raises:
        InterruptedExportError: somebody changed one of its files since.
        ForeignFileError: a link leads one of its files out of the folder.
    """
    staging = target / STAGING_NAME
    journal = staging / _JOURNAL
    if not journal.is_file():
        return
    moves = _read_journal(journal)
    ground = Ground(target)
    for move in moves:
        is_waiting = (staging / _NEW / move.path).is_file()
        stands = digest(ground.file(move.path))
        if is_waiting and stands not in {"", move.before}:
            raise InterruptedExportError(move.path)
    changes = _Changes(target, staging)
    for move in moves:
        is_waiting = (staging / _NEW / move.path).is_file()
        goes = not move.after and digest(target / move.path) == move.before
        if is_waiting or goes:
            changes.make(move)
    changes.sync()
    journal.unlink()
    sync(staging)
    changes.tidy()


def _read_journal(journal: Path) -> list[Move]:
    try:
        written: list[Any] = json.loads(journal.read_bytes())
        moves = [Move(str(path), str(before), str(after)) for path, before, after in written]
    except (ValueError, TypeError) as error:
        raise InterruptedExportError(STAGING_NAME) from error
    if not all(is_inside(move.path) for move in moves):
        raise InterruptedExportError(STAGING_NAME)
    return moves


def _staged_name(path: str) -> str:
    """Return the name under which a file is laid aside: all of them lie in one folder."""
    return hashlib.sha256(path.encode()).hexdigest()[:32]


def digest(file: str | Path) -> str:
    """Return the SHA-256 of a file; empty where there is none."""
    try:
        with open(file, "rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except FileNotFoundError:
        return ""


def make_folders(folder: Path) -> list[Path]:
    """Make a folder and those it lies in; return the ones that were not there, outermost first."""
    missing = []
    while not folder.exists():
        missing.append(folder)
        folder = folder.parent
    if not folder.is_dir():
        raise NotADirectoryError(str(folder))
    made = missing[::-1]
    for one in made:
        one.mkdir()
    return made


def _walk(folder: str) -> Iterator[str]:
    """Yield all files below a folder, and then the folders, the innermost first."""
    folders: list[str] = []
    for place, _, names in os.walk(folder):
        folders.append(place)
        yield from (os.path.join(place, name) for name in names)
    yield from reversed(folders)


def _remove_empty(folders: Iterable[Path]) -> bool:
    """Remove folders that are empty; return whether all of them went."""
    for folder in folders:
        try:
            folder.rmdir()
        except OSError:
            return False
    return True
