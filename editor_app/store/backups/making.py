"""Making a backup: copied from the open library, tested, and only then given its name."""

import hashlib
import os
import shutil
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from editor_app.media.photo import Photo
from editor_app.store.backups.archive import (
    MANIFEST,
    Manifest,
    Occasion,
    Part,
    manifest_of,
    opened,
    proven_parts,
    stamp,
)
from editor_app.store.backups.copying import items_in, packed, problem_in
from editor_app.store.errors import BackupError
from editor_app.store.files import (
    TEMPORARY,
    being_written,
    in_words,
    make_folder,
    sha256_of,
    sweep_old,
    sync_file,
    sync_folder,
)
from editor_app.store.library import Library
from editor_app.store.names import BACKUPS_NAME, DATABASE_NAME

_LONGEST_WORK = timedelta(days=1)  # of a backup; what is older was left by one that was killed
# What a change of anything that a backup holds shows in, cheap to ask for.
_STATE = (
    "SELECT max(key), count(*) FROM revisions",
    "SELECT max(key), count(*), max(changed_at), count(trashed_at) FROM media",
    "SELECT group_concat(name, char(10)) FROM revisions WHERE name <> ''",
    "SELECT sha256 FROM house_style",
    "SELECT count(*), max(word) FROM own_words",
    "SELECT max(key) FROM export_records",
    "SELECT count(*), group_concat(sha256 || position || is_retired) FROM list_entries",
)


def backup(library: Library, to: Path | None = None) -> Path:
    """Write the whole library, photos and all, into one file and return its path.

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
    return _written(library, target, _Packing(library, moment))


def backup_beside(
    library: Library, place: Path, *, occasion: Occasion, check: Callable[[], None] = lambda: None
) -> Path:
    """Back up a library into a place that holds many backups, and return the new one's path.

    The photos are kept once for all of them, in ``media/``: as further names of the same files
    where the place can have those, else as copies. What was copied is tested first. ``check`` is
    called on the way; what it raises ends the work and leaves nothing behind.

    Raises:
        BackupError: the library is damaged; no backup was made, and none was touched.
        LibraryError: there is no room, or the place is not writable.
    """
    moment = library.clock()
    with in_words(place):
        make_folder(place)
    target = place / f"{occasion}-{stamp(moment)}.zip"
    packing = _Packing(library, moment, place, check)
    return _written(library, target, packing)


def state_of(library: Library) -> str:
    """Return a mark that is another one as soon as anything changed that a backup would hold."""
    digest = hashlib.sha256()
    with library.database.reading() as connection:
        for question in _STATE:
            answer = connection.exec_driver_sql(question).all()
            digest.update(repr([tuple(row) for row in answer]).encode())
    return digest.hexdigest()


def _written(library: Library, target: Path, packing: "_Packing") -> Path:
    """Write a backup to target, which gets its name when everything in it was found right."""
    sweep_old(target.parent, library.clock() - _LONGEST_WORK)
    with in_words(target.parent), TemporaryDirectory(prefix=TEMPORARY, dir=target.parent) as name:
        copy = Path(name) / DATABASE_NAME
        state = state_of(library)
        library.database.copy_into(copy)
        if problem := problem_in(copy, packing.check):
            raise BackupError(
                f"The library is damaged, so no backup was made: {problem}",
                hint="Earlier backups were kept; “standfirst verify” names everything that is "
                "wrong.",
            )
        with being_written(target) as unfinished:
            packing.pack(unfinished, copy, state)
            with opened(unfinished) as archive:
                for _part in proven_parts(archive, manifest_of(archive).files):
                    packing.check()
    return target


class _Packing:
    """Puts a tested copy of a database and its photos into a file, or beside it.

    With a place, the photos are kept there once for all backups.
    """

    def __init__(
        self,
        library: Library,
        moment: datetime,
        place: Path | None = None,
        check: Callable[[], None] = lambda: None,
    ) -> None:
        self._library, self._moment, self._place = library, moment, place
        self.check = check

    def pack(self, unfinished: Path, copy: Path, state: str) -> None:
        """Write the file."""
        within: list[Part] = []
        beside: list[Part] = []
        lacking: list[str] = []
        with ZipFile(unfinished, "w", strict_timestamps=False) as archive:
            within.append(packed(archive, copy, DATABASE_NAME, ZIP_DEFLATED))
            for photo in self._library.photos.all():
                self.check()
                path, place = self._library.folder / photo.src, self._place
                if place is not None and _is_kept(path, photo, place):
                    beside.append(Part(path=photo.src, sha256=photo.sha256, size=photo.size))
                elif place is None and path.is_file() and sha256_of(path) == photo.sha256:
                    within.append(packed(archive, path, photo.src, ZIP_STORED))
                else:
                    lacking.append(photo.src)
            manifest = Manifest(
                made_at=self._moment,
                files=tuple(within),
                beside=tuple(beside),
                lacking=tuple(lacking),
                items=items_in(copy),
                state=state,
            )
            archive.writestr(MANIFEST, manifest.to_text(), compress_type=ZIP_DEFLATED)


def _is_kept(path: Path, photo: Photo, place: Path) -> bool:
    """Make sure that a place has a photo, whole; return whether it has."""
    kept = place / photo.src
    if kept.is_file() and kept.stat().st_size == photo.size:
        return True
    if not path.is_file() or sha256_of(path) != photo.sha256:
        return False
    make_folder(kept.parent)
    kept.unlink(missing_ok=True)
    try:
        os.link(path, kept)
    except OSError:  # another disk, or one without such names
        scratch = kept.with_name(f"{TEMPORARY}{kept.name}")
        shutil.copyfile(path, scratch)
        sync_file(scratch)
        scratch.replace(kept)
    sync_folder(kept.parent)
    return True


def _target(library: Library, to: Path | None, moment: datetime) -> Path:
    name = f"{Occasion.ASKED}-{stamp(moment)}.zip"
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
        with opened(target) as archive:
            manifest_of(archive)
    except BackupError as error:
        raise BackupError(
            f"There is another file at “{target}”, which is not a backup.",
            hint="Name another file.",
        ) from error
