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
from editor_app.media.rendition import Each

STAGING_NAME = ".standfirst-staging"
_JOURNAL, _LOCK, _NEW, _OLD = "journal.json", "lock", "new", "old"
_FLUSHED_AT_ONCE = 50


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

    def put(self, path: str, data: bytes) -> None:
        """Prepare a file."""
        self.prepared(path).write_bytes(data)

    def prepared(self, path: str) -> Path:
        """Return where a prepared file lies."""
        return self._folder / _NEW / _staged_name(path)

    def flush(self, each: Each = map) -> Iterator[None]:
        """Bring all that was prepared to the disk for certain, yielding after every few files.

        A disk that is asked for several at once brings them down together.
        """
        files = _walk(self._folder / _NEW)
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

    def _sweep(self) -> None:
        """Remove what was prepared; while a journal stands, the next export still needs it."""
        if (self._folder / _JOURNAL).exists():
            return
        (self._folder / _JOURNAL).with_suffix(".new").unlink(missing_ok=True)
        for name in (_NEW, _OLD):
            shutil.rmtree(self._folder / name, ignore_errors=True)


class _Changes:
    """The moves made so far, and the way back."""

    def __init__(self, target: Path, staging: Path) -> None:
        self._target, self._new, self._old = target, staging / _NEW, staging / _OLD
        self._done: list[tuple[Path, Path]] = []
        self._made: list[Path] = []
        self._touched: set[Path] = set()
        self._emptied: set[Path] = set()

    def make(self, move: Move) -> None:
        """Move one file in, or out; the one that stood there is laid aside."""
        place = self._target / move.path
        if move.before and place.exists():
            self._old.mkdir(exist_ok=True)
            self._rename(place, self._old / _staged_name(move.path))
        if move.after:
            if place.parent not in self._touched:  # nothing was moved there yet
                self._made.extend(make_folders(place.parent))
            self._rename(self._new / _staged_name(move.path), place)
        else:
            self._emptied.add(place.parent)

    def sync(self) -> None:
        """Bring the moves to the disk for certain."""
        for folder in sorted(self._touched | {made.parent for made in self._made}):
            if folder.is_dir():
                sync(folder)

    def undo(self) -> None:
        """Take every move back, the last one first."""
        for here, there in reversed(self._done):
            there.replace(here)
        _remove_empty(reversed(self._made))

    def tidy(self) -> None:
        """Remove the folders that the moves left empty."""
        for folder in sorted(self._emptied, key=lambda path: -len(path.parts)):
            while folder != self._target and _remove_empty([folder]):
                folder = folder.parent  # noqa: PLW2901  # up, as long as they are empty

    def _rename(self, here: Path, there: Path) -> None:
        here.replace(there)
        self._done.append((here, there))
        ours = {self._new, self._old}  # what became of these folders is of no interest later
        self._touched |= {here.parent, there.parent} - ours


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
        is_waiting = (staging / _NEW / _staged_name(move.path)).is_file()
        stands = digest(ground.file(move.path))
        if is_waiting and stands not in {"", move.before}:
            raise InterruptedExportError(move.path)
    changes = _Changes(target, staging)
    for move in moves:
        is_waiting = (staging / _NEW / _staged_name(move.path)).is_file()
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
    """Return the name of a file in staging: all lie in one folder, which is synced in one go."""
    return hashlib.sha256(path.encode()).hexdigest()[:32]


def digest(file: Path) -> str:
    """Return the SHA-256 of a file; empty where there is none."""
    try:
        with file.open("rb") as stream:
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


def sync(path: Path) -> None:
    """Bring a file or a folder to the disk for certain; some systems cannot sync folders."""
    if os.name == "nt" and path.is_dir():
        return
    descriptor = os.open(path, os.O_RDONLY if os.name != "nt" else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _walk(folder: Path) -> Iterator[Path]:
    yield from sorted(folder.iterdir())
    yield folder


def _remove_empty(folders: Iterable[Path]) -> bool:
    """Remove folders that are empty; return whether all of them went."""
    for folder in folders:
        try:
            folder.rmdir()
        except OSError:
            return False
    return True
