"""A whole library as one file, and back from it: checked before it is trusted, both ways."""

import errno
import hashlib
import json
import lzma
import os
import shutil
import sqlite3
import struct
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from editor_app.store.database import Database
from editor_app.store.errors import BackupError, DamagedLibraryError
from editor_app.store.files import (
    TEMPORARY,
    being_written,
    in_words,
    make_folder,
    sha256_of,
    sync_file,
    sync_folder,
)
from editor_app.store.library import Library
from editor_app.store.lock import FolderLock
from editor_app.store.opening import BACKUPS_NAME, DATABASE_NAME, check_header, check_open, look_at
from editor_app.store.photos import is_photo
from editor_app.store.verify import VerifyReport, database_problems, verify

__all__ = ["VerifyReport", "backup", "restore", "verify"]

_FORMAT = "standfirst-backup"
_MANIFEST = "manifest.json"
_MANIFEST_LIMIT = 64 << 20
_CHUNK = 1 << 20
# What reading a zip file that is not whole, or not made by us, can raise.
_UNREADABLE = (
    *(LookupError, ValueError, TypeError, ArithmeticError, EOFError),
    *(RuntimeError, BadZipFile, struct.error, zlib.error, lzma.LZMAError),
)
_OF_NO_SENSE = (None, errno.EINVAL)  # a place before the start of the file; a stream of no kind
_BESIDE = ("-wal", "-shm", "-journal")  # what SQLite may leave beside a database


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """One file in a backup."""

    path: str
    sha256: str
    size: int


# ---------------------------------------------------------------- making one


def backup(library: Library, to: Path | None = None) -> Path:
    """Write the whole library into one file and return its path.

    ``to`` is the file or the folder to write in; without it the backup goes to the library's own
    folder of backups. What was copied is tested before the file gets its name.

    Raises:
        BackupError: the library is damaged, or something else lies where the file should go.
        LibraryError: there is no room, or the place is not writable.
    """
    moment = library.clock()
    target = _target(library, to, moment)
    with in_words(target.parent):
        make_folder(target.parent)
        _refuse_a_strangers_file(target)
        with TemporaryDirectory(prefix=TEMPORARY, dir=target.parent) as scratch:
            copy = Path(scratch) / DATABASE_NAME
            _copy_database(library.database, copy)
            _test(copy)
            with being_written(target) as unfinished:
                _pack(unfinished, copy, library, moment)
                with _opened(unfinished) as archive:
                    for _part in _tested_parts(archive):
                        pass
    return target


def _target(library: Library, to: Path | None, moment: datetime) -> Path:
    name = f"standfirst-{_stamp(moment)}.zip"
    if to is None:
        return library.folder / BACKUPS_NAME / name
    target = to.expanduser().absolute()
    if target.is_dir():
        target /= name
    inside = target.resolve()
    own = library.folder.resolve()
    if own in inside.parents and own / BACKUPS_NAME not in inside.parents:
        raise BackupError(
            "A backup cannot lie among the files of the library itself.",
            hint="Name a place outside the library folder, or leave the place out.",
        )
    return target


def _refuse_a_strangers_file(target: Path) -> None:
    """Let a backup take the place of an earlier one, and of nothing else."""
    if not target.exists():
        return
    try:
        with _opened(target) as archive:
            _manifest(archive)
    except BackupError as error:
        raise BackupError(
            f"There is another file at “{target}”, which is not a backup.",
            hint="Name another file.",
        ) from error


def _copy_database(database: Database, copy: Path) -> None:
    with database.raw() as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)


def _test(copy: Path) -> None:
    database = Database(copy)
    try:
        problem = next(database_problems(database), "")
    finally:
        database.close()
    if problem:
        raise BackupError(
            f"The library is damaged, so no backup was made: {problem}",
            hint="Earlier backups were kept; “standfirst verify” names everything that is wrong.",
        )


def _pack(unfinished: Path, copy: Path, library: Library, moment: datetime) -> None:
    parts: list[_Part] = []
    lacking: list[str] = []
    with ZipFile(unfinished, "w", strict_timestamps=False) as archive:
        parts.append(_pack_file(archive, copy, DATABASE_NAME, ZIP_DEFLATED))
        for photo in library.photos.all():
            path = library.folder / photo.src
            if path.is_file() and sha256_of(path) == photo.sha256:
                parts.append(_pack_file(archive, path, photo.src, ZIP_STORED))
            else:
                lacking.append(photo.src)
        manifest = {
            "format": _FORMAT,
            "version": 1,
            "made_at": moment.astimezone(UTC).isoformat(),
            "files": [{"path": one.path, "sha256": one.sha256, "size": one.size} for one in parts],
            "lacking": lacking,
        }
        text = json.dumps(manifest, indent=1, ensure_ascii=False)
        archive.writestr(_MANIFEST, text, compress_type=ZIP_DEFLATED)


def _pack_file(archive: ZipFile, path: Path, name: str, how: int) -> _Part:
    archive.write(path, name, compress_type=how)
    return _Part(path=name, sha256=sha256_of(path), size=path.stat().st_size)


# ---------------------------------------------------------------- reading one


@contextmanager
def _or(complaint: BackupError) -> Iterator[None]:
    """Let the block's bytes be right, or complain; what the disk itself says is passed on."""
    try:
        yield
    except _UNREADABLE as error:
        raise complaint from error
    except OSError as error:
        if error.errno not in _OF_NO_SENSE:
            raise
        raise complaint from error


def _opened(file: Path) -> ZipFile:
    with _or(_no_backup(file.name)):
        return ZipFile(file)


def _manifest(archive: ZipFile) -> list[_Part]:
    """Return what a backup says it holds: one database, and photos under their own names."""
    name = Path(archive.filename or "").name
    with _or(_no_backup(name)):
        with archive.open(_MANIFEST) as file:
            manifest = json.loads(file.read(_MANIFEST_LIMIT))
        parts = [
            _Part(path=str(one["path"]), sha256=str(one["sha256"]), size=int(one["size"]))
            for one in manifest["files"]
        ]
        is_ours = manifest["format"] == _FORMAT
    names = [part.path for part in parts]
    are_fit = all(path == DATABASE_NAME or is_photo(path) for path in names)
    if not is_ours or not are_fit or DATABASE_NAME not in names or len(set(names)) < len(names):
        raise _no_backup(name)
    return parts


def _tested_parts(archive: ZipFile, folder: Path | None = None) -> Iterator[_Part]:
    """Yield every part of a backup once its bytes were found to be right, written into folder."""
    for part in _manifest(archive):
        with _or(_damaged_backup(archive)), archive.open(part.path) as source:
            sha256 = _copied(source, part, folder)
        if sha256 != part.sha256:
            raise _damaged_backup(archive)
        yield part


def _copied(source: IO[bytes], part: _Part, folder: Path | None) -> str:
    """Copy no more than the manifest promises, and return the SHA-256 of what was there."""
    digest = hashlib.sha256()
    with (folder / part.path if folder else Path(os.devnull)).open("wb") as target:
        left = part.size + 1
        while left > 0 and (chunk := source.read(min(_CHUNK, left))):
            digest.update(chunk)
            target.write(chunk)
            left -= len(chunk)
    return digest.hexdigest()


def _no_backup(name: str) -> BackupError:
    return BackupError(
        f"“{name}” is not a backup of a Standfirst library.",
        hint="Choose a file that “standfirst backup” has written.",
    )


def _damaged_backup(archive: ZipFile) -> BackupError:
    return BackupError(
        f"The backup “{Path(archive.filename or '').name}” is damaged.",
        hint="Nothing was changed; choose an earlier backup.",
    )


# ---------------------------------------------------------------- bringing one back


def restore(folder: Path, file: Path, *, clock: Callable[[], datetime]) -> None:
    """Make the library in folder what it was when the backup in file was made.

    The backup is unpacked and tested beside the library first. The present database is kept in
    ``backups/``; photos are only ever added.

    Raises:
        BackupError: file is no backup, or it is damaged; nothing was changed.
        LibraryError: the library is open, newer, or cannot be written; nothing was changed.
    """
    folder = folder.expanduser().absolute()
    if not file.is_file():
        raise BackupError(f"There is no backup file “{file}”.", hint="Check the name.")
    with in_words(file.parent), _opened(file) as archive:
        _manifest(archive)
        _look_before_restoring(folder)
        with in_words(folder):
            make_folder(folder)
        lock = FolderLock(folder)
        try:
            with in_words(folder):
                _bring_back(folder, archive, clock())
        finally:
            lock.release()


def _look_before_restoring(folder: Path) -> None:
    """Refuse a folder of other things; a library that is damaged is what a backup is for."""
    try:
        look_at(folder)
    except DamagedLibraryError:
        return


def _bring_back(folder: Path, archive: ZipFile, moment: datetime) -> None:
    if (folder / DATABASE_NAME).exists():
        _fold(folder / DATABASE_NAME)
    with TemporaryDirectory(prefix=TEMPORARY, dir=folder) as name:
        scratch = Path(name)
        for part in _manifest(archive):
            (scratch / part.path).parent.mkdir(parents=True, exist_ok=True)
        parts = list(_tested_parts(archive, scratch))
        copy = scratch / DATABASE_NAME
        check_header(copy)
        _test_backup(copy, archive)
        for part in parts:
            if part.path != DATABASE_NAME:
                _put_photo(scratch / part.path, folder / part.path, part.sha256)
        _swap(folder, copy, moment)


def _test_backup(copy: Path, archive: ZipFile) -> None:
    try:
        _test(copy)
    except BackupError as error:
        raise _damaged_backup(archive) from error


def _put_photo(unpacked: Path, target: Path, sha256: str) -> None:
    if target.is_file() and sha256_of(target) == sha256:
        return
    make_folder(target.parent)
    sync_file(unpacked)
    unpacked.replace(target)
    sync_folder(target.parent)


def _swap(folder: Path, copy: Path, moment: datetime) -> None:
    """Put the tested copy in the place of the database, which is kept; old or new, never mixed."""
    database = folder / DATABASE_NAME
    if database.exists():
        kept = folder / BACKUPS_NAME / f"before-restore-{_stamp(moment)}"
        make_folder(kept.parent)
        while kept.exists():
            kept = kept.with_name(f"{kept.name}-again")
        make_folder(kept)
        for beside in ("", *_BESIDE):
            present = database.with_name(database.name + beside)
            if present.exists():
                shutil.copyfile(present, kept / present.name)
                sync_file(kept / present.name)
        sync_folder(kept)
    for beside in _BESIDE:  # a log beside another database would be taken for its own
        database.with_name(database.name + beside).unlink(missing_ok=True)
    sync_folder(folder)
    sync_file(copy)
    copy.replace(database)
    sync_folder(folder)


def _fold(database: Path) -> None:
    """Fold the log of the present database into it, where it is whole enough for that.

    Raises:
        LibraryError: the database is another program's, newer, or in use.
    """
    try:
        check_header(database)
        present = Database(database)
        try:
            check_open(present)
        finally:
            present.close()
    except DamagedLibraryError:
        return


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y%m%d-%H%M%S")
