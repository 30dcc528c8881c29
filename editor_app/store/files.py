"""Files that are there whole or not at all, also after a power cut."""

import errno
import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from tempfile import mkstemp

from editor_app.store.errors import (
    DiskFailedError,
    DiskFullError,
    LibraryError,
    LibraryGoneError,
    ReadOnlyLibraryError,
)

TEMPORARY = ".standfirst-"  # how the names of unfinished files start
_SYNCS_FOLDERS = os.name != "nt"  # Windows has no such thing
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_REFUSED = {errno.EACCES, errno.EPERM, errno.EROFS}
_GONE = {errno.ENOENT, errno.ENOTDIR, errno.ESTALE}


def explained(error: OSError, folder: Path) -> LibraryError:
    """Return what the operating system said about folder, in words."""
    if error.errno in _FULL:
        return DiskFullError()
    if error.errno in _REFUSED:
        return ReadOnlyLibraryError(folder)
    if error.errno in _GONE:
        return LibraryGoneError(folder)
    return DiskFailedError()


@contextmanager
def in_words(folder: Path) -> Iterator[None]:
    """Let the errors of the operating system leave the block in words.

    Raises:
        LibraryError: the block failed to read or write in folder.
    """
    try:
        yield
    except OSError as error:
        raise explained(error, folder) from error


def may_write(path: Path) -> bool:
    """Return whether this user may write path."""
    if os.access in os.supports_effective_ids:
        return os.access(path, os.W_OK, effective_ids=True)
    return os.access(path, os.W_OK)


def sync_folder(folder: Path) -> None:
    """Make sure that the names in folder are on the disk, where the system can promise that."""
    if not _SYNCS_FOLDERS:
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_file(path: Path) -> None:
    """Make sure that the bytes of path are on the disk."""
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def being_written(target: Path) -> Iterator[Path]:
    """Give a file beside target to write; it takes target's place once the block has gone well."""
    descriptor, name = mkstemp(prefix=TEMPORARY, suffix=target.suffix, dir=target.parent)
    os.close(descriptor)
    scratch = Path(name)
    try:
        yield scratch
        sync_file(scratch)
        scratch.replace(target)
    finally:
        scratch.unlink(missing_ok=True)
    sync_folder(target.parent)


def write_whole(target: Path, data: bytes) -> None:
    """Write data to target, durably and in one step."""
    with being_written(target) as scratch:
        scratch.write_bytes(data)


def make_folder(folder: Path) -> None:
    """Make folder and what leads to it, durably."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(exist_ok=True)
    sync_folder(folder.parent)


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of the file at path, as 64 hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def sweep(folder: Path) -> None:
    """Remove what an earlier process left unfinished in folder."""
    for leftover in folder.glob(f"{TEMPORARY}*"):
        if leftover.is_dir():
            shutil.rmtree(leftover)
        else:
            leftover.unlink(missing_ok=True)


def sweep_old(folder: Path, before: datetime) -> None:
    """Remove what was left unfinished in a folder that others may work in, if it is old enough."""
    with suppress(OSError):
        for leftover in list(folder.glob(f"{TEMPORARY}*")):
            if leftover.stat().st_mtime < before.timestamp():
                if leftover.is_dir():
                    shutil.rmtree(leftover, ignore_errors=True)
                else:
                    leftover.unlink()


def sweep_below(folder: Path) -> None:
    """Remove what a process that was killed left unfinished anywhere below folder, if it can be."""
    for leftover in list(folder.rglob(f"{TEMPORARY}*")):
        if leftover.is_dir():
            shutil.rmtree(leftover, ignore_errors=True)
        else:
            with suppress(OSError):
                leftover.unlink()
