"""Bringing a library back: built and tested beside it first, the present state kept, undoable."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

from editor_app.store.backups.archive import (
    Manifest,
    Part,
    damaged_backup,
    manifest_of,
    opened,
    proven_parts,
    stamp,
)
from editor_app.store.backups.copying import bring_up_to_date, problem_in
from editor_app.store.database import Database, require_folded
from editor_app.store.errors import BackupError, DamagedLibraryError
from editor_app.store.files import (
    TEMPORARY,
    in_words,
    make_folder,
    sha256_of,
    sync_file,
    sync_folder,
)
from editor_app.store.lock import FolderLock
from editor_app.store.names import BACKUPS_NAME, DATABASE_NAME
from editor_app.store.opening import check_header, look_at
from editor_app.store.schema import check_open

BEFORE_RESTORE = "before-restore"
_FINISHED = "finished"  # lies beside a kept state once the restore after it came to its end
_BESIDE = ("-wal", "-shm", "-journal")  # what SQLite may leave beside a database


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreReport:
    """What came back: how many items, when the backup was made, and which photos are lacking."""

    items: int
    made_at: datetime
    lacking: tuple[str, ...] = ()


def restore(folder: Path, file: Path, *, clock: Callable[[], datetime]) -> RestoreReport:
    """Make the library in folder what it was when the backup in file was made.

    The backup is unpacked and tested beside the library first. The present database is kept in
    ``backups/``, and `undo_restore` brings it back; photos are only ever added.

    Raises:
        BackupError: file is no backup, or it is damaged; nothing was changed.
        LibraryError: the library is open, newer, or cannot be written; nothing was changed.
    """
    folder = folder.expanduser().absolute()
    if not file.is_file():
        raise BackupError(f"There is no backup file “{file}”.", hint="Check the name.")
    with in_words(file.parent), opened(file) as archive:
        manifest = manifest_of(archive)
        _look_before_restoring(folder)
        with in_words(folder):
            make_folder(folder)
        lock = FolderLock(folder)
        try:
            with in_words(folder):
                return _bring_back(folder, archive, manifest, clock())
        finally:
            lock.release()


def undo_restore(folder: Path, *, clock: Callable[[], datetime]) -> None:
    """Make the library in folder what it was before the newest restore; that can be undone too.

    Raises:
        BackupError: nothing was ever restored here; nothing was changed.
        LibraryError: the library is open or cannot be written; nothing was changed.
    """
    folder = folder.expanduser().absolute()
    if newest_kept_state(folder) is None:
        raise _nothing_to_undo()
    lock = FolderLock(folder)
    try:
        with in_words(folder):
            if (folder / DATABASE_NAME).exists():
                _fold(folder / DATABASE_NAME)
                _forget_copies_of(folder / DATABASE_NAME)
            if (kept := newest_kept_state(folder)) is None:
                raise _nothing_to_undo()
            with TemporaryDirectory(prefix=TEMPORARY, dir=folder) as name:
                scratch = Path(name)
                for beside in ("", *_BESIDE):
                    if (present := kept / f"{DATABASE_NAME}{beside}").exists():
                        shutil.copyfile(present, scratch / present.name)
                _fold(scratch / DATABASE_NAME)
                _swap(folder, scratch / DATABASE_NAME, clock())
            shutil.rmtree(kept)
    finally:
        lock.release()


def newest_kept_state(folder: Path) -> Path | None:
    """Return where the state before the newest restore is kept, or None where there is none."""
    kept = sorted((folder / BACKUPS_NAME).glob(f"{BEFORE_RESTORE}-*/{DATABASE_NAME}"))
    return kept[-1].parent if kept else None


def _forget_copies_of(database: Path) -> None:
    """Remove kept states that are the present one: a restore was killed before its last step.

    One that came to its end may have changed nothing; that is what undoing it brings back.
    """
    present = sha256_of(database)
    while (kept := newest_kept_state(database.parent)) is not None:
        if (kept / _FINISHED).exists() or sha256_of(kept / DATABASE_NAME) != present:
            return
        shutil.rmtree(kept)


def _nothing_to_undo() -> BackupError:
    return BackupError(
        "There is no restore to undo in this library.",
        hint="Choose a backup to bring back instead.",
    )


def _look_before_restoring(folder: Path) -> None:
    """Refuse a folder of other things; a library that is damaged is what a backup is for."""
    try:
        look_at(folder)
    except DamagedLibraryError:
        return


def _bring_back(
    folder: Path, archive: ZipFile, manifest: Manifest, moment: datetime
) -> RestoreReport:
    if (folder / DATABASE_NAME).exists():
        _fold(folder / DATABASE_NAME)
    with TemporaryDirectory(prefix=TEMPORARY, dir=folder) as name:
        scratch = Path(name)
        for part in manifest.files:
            (scratch / part.path).parent.mkdir(parents=True, exist_ok=True)
        parts = list(proven_parts(archive, manifest.files, scratch))
        copy = scratch / DATABASE_NAME
        check_header(copy)
        bring_up_to_date(copy)
        if problem_in(copy):
            raise damaged_backup(archive)
        for part in parts:
            if part.path != DATABASE_NAME:
                _put_photo(scratch / part.path, folder / part.path, part.sha256)
        place = Path(archive.filename or "").parent
        lacking = [part.path for part in manifest.beside if not _fetched(place, folder, part)]
        _swap(folder, copy, moment)
    return RestoreReport(
        items=manifest.items,
        made_at=manifest.made_at,
        lacking=(*manifest.lacking, *lacking),
    )


def _put_photo(unpacked: Path, target: Path, sha256: str) -> None:
    if target.is_file() and sha256_of(target) == sha256:
        return
    make_folder(target.parent)
    sync_file(unpacked)
    unpacked.replace(target)
    sync_folder(target.parent)


def _fetched(place: Path, folder: Path, part: Part) -> bool:
    """Bring a photo back from beside a backup where the library lacks it; return if it is there."""
    target, kept = folder / part.path, place / part.path
    if target.is_file() and sha256_of(target) == part.sha256:
        return True
    if not kept.is_file() or sha256_of(kept) != part.sha256:
        return False
    make_folder(target.parent)
    scratch = target.with_name(f"{TEMPORARY}{target.name}")
    shutil.copyfile(kept, scratch)
    _put_photo(scratch, target, part.sha256)
    return True


def _swap(folder: Path, copy: Path, moment: datetime) -> None:
    """Put the tested copy in the place of the database, which is kept; old or new, never mixed."""
    require_folded(copy)
    sync_file(copy)
    database = folder / DATABASE_NAME
    kept: Path | None = None
    if database.exists():
        kept = folder / BACKUPS_NAME / f"{BEFORE_RESTORE}-{stamp(moment)}"
        make_folder(kept.parent)
        while kept.exists():
            kept = kept.with_name(f"{kept.name}-again")
        _keep(database, kept)
    for beside in _BESIDE:  # a log beside another database would be taken for its own
        database.with_name(database.name + beside).unlink(missing_ok=True)
    sync_folder(folder)
    copy.replace(database)
    sync_folder(folder)
    if kept is not None:
        (kept / _FINISHED).touch()


def _keep(database: Path, kept: Path) -> None:
    """Copy a database with what lies beside it into a folder that appears whole or not at all."""
    with TemporaryDirectory(prefix=TEMPORARY, dir=kept.parent) as name:
        unfinished = Path(name) / kept.name
        unfinished.mkdir()
        for beside in ("", *_BESIDE):
            present = database.with_name(database.name + beside)
            if present.exists():
                shutil.copyfile(present, unfinished / present.name)
                sync_file(unfinished / present.name)
        sync_folder(unfinished)
        unfinished.replace(kept)
    sync_folder(kept.parent)


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
