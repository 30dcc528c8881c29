"""A backup as a file: a zip with a manifest, trusted only as far as its hashes go.

``manifest.json`` names every file in the zip with SHA-256 and size. An automatic backup holds the
database alone; its photos lie beside it, in ``media/``, once for all backups of the place.
"""

import errno
import hashlib
import json
import lzma
import os
import struct
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import IO, Any
from zipfile import BadZipFile, ZipFile

from editor_app.store.errors import BackupError
from editor_app.store.names import DATABASE_NAME
from editor_app.store.photos import is_photo

MANIFEST = "manifest.json"
_FORMAT = "standfirst-backup"
_MANIFEST_LIMIT = 256 << 20
_CHUNK = 1 << 20
# What reading a zip file that is not whole, or not made by us, can raise.
_UNREADABLE = (
    *(LookupError, ValueError, TypeError, ArithmeticError, EOFError),
    *(RuntimeError, BadZipFile, struct.error, zlib.error, lzma.LZMAError),
)
_OF_NO_SENSE = (None, errno.EINVAL)  # a place before the start of the file; a stream of no kind


class Occasion(StrEnum):
    """What a backup was made for; the beginning of its name. Those asked for are never thinned."""

    ASKED = "standfirst"
    AUTOMATIC = "auto"
    BEFORE_CHANGE = "before-change"  # an import, or a change of many items
    BEFORE_UPGRADE = "before-upgrade"  # of the database to a newer shape


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One file of a backup: in it, or beside it."""

    path: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a backup says it holds.

    ``files`` are in it: one database, and photos under their own names. ``beside`` are photos that
    lie in the place where the backup lies, ``lacking`` those that were gone or damaged. ``state``
    tells whether the library changed since.
    """

    made_at: datetime
    files: tuple[Part, ...]
    beside: tuple[Part, ...] = ()
    lacking: tuple[str, ...] = ()
    items: int = 0
    state: str = ""

    def to_text(self) -> str:
        """Return the manifest as it is written."""
        fields: dict[str, Any] = {
            "format": _FORMAT,
            "version": 1,
            "made_at": self.made_at.astimezone(UTC).isoformat(),
            "items": self.items,
            "state": self.state,
            "files": [asdict(part) for part in self.files],
            "lacking": list(self.lacking),
        }
        if self.beside:
            fields["beside"] = [asdict(part) for part in self.beside]
        return json.dumps(fields, indent=1, ensure_ascii=False)


def opened(file: Path) -> ZipFile:
    """Open a backup.

    Raises:
        BackupError: file is no backup.
        OSError: the disk cannot be read.
    """
    with _or(_no_backup(file.name)):
        return ZipFile(file)


def manifest_of(archive: ZipFile) -> Manifest:
    """Return what a backup says it holds.

    Raises:
        BackupError: it is no backup.
    """
    name = Path(archive.filename or "").name
    with _or(_no_backup(name)):
        with archive.open(MANIFEST) as file:
            fields = json.loads(file.read(_MANIFEST_LIMIT))
        manifest = Manifest(
            made_at=datetime.fromisoformat(fields["made_at"]),
            files=_parts(fields["files"]),
            beside=_parts(fields.get("beside", ())),
            lacking=tuple(str(one) for one in fields.get("lacking", ())),
            items=int(fields.get("items", 0)),
            state=str(fields.get("state", "")),
        )
        is_ours = fields["format"] == _FORMAT
    names = [part.path for part in manifest.files]
    are_fit = all(path == DATABASE_NAME or is_photo(path) for path in names)
    are_photos = all(is_photo(part.path) for part in manifest.beside)
    is_whole = DATABASE_NAME in names and len(set(names)) == len(names)
    if not (is_ours and are_fit and are_photos and is_whole):
        raise _no_backup(name)
    return manifest


def proven_parts(
    archive: ZipFile, parts: Iterable[Part], folder: Path | None = None
) -> Iterator[Part]:
    """Yield files in a backup, each once its bytes were found to be right, written into folder.

    Raises:
        BackupError: one of them is not what the manifest says.
    """
    for part in parts:
        with _or(damaged_backup(archive)), archive.open(part.path) as source:
            sha256 = _copied(source, part, folder)
        if sha256 != part.sha256:
            raise damaged_backup(archive)
        yield part


def damaged_backup(archive: ZipFile) -> BackupError:
    """Return the complaint that a backup is damaged."""
    return BackupError(
        f"The backup “{Path(archive.filename or '').name}” is damaged.",
        hint="Nothing was changed; choose an earlier backup.",
    )


def stamp(moment: datetime) -> str:
    """Return a moment as it stands in the names of backups; in UTC, so that it sorts by time."""
    return moment.astimezone(UTC).strftime("%Y%m%d-%H%M%S")


def _parts(fields: Any) -> tuple[Part, ...]:
    return tuple(
        Part(path=str(one["path"]), sha256=str(one["sha256"]), size=int(one["size"]))
        for one in fields
    )


def _copied(source: IO[bytes], part: Part, folder: Path | None) -> str:
    """Copy no more than the manifest promises, and return the SHA-256 of what was there."""
    digest = hashlib.sha256()
    with (folder / part.path if folder else Path(os.devnull)).open("wb") as target:
        left = part.size + 1
        while left > 0 and (chunk := source.read(min(_CHUNK, left))):
            digest.update(chunk)
            target.write(chunk)
            left -= len(chunk)
    return digest.hexdigest()


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


def _no_backup(name: str) -> BackupError:
    return BackupError(
        f"“{name}” is not a backup of a Standfirst library.",
        hint="Choose a file that “standfirst backup” has written.",
    )
