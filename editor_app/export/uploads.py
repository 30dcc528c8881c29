"""What changed in an export folder since it was last uploaded: the exact files to replace.

A file counts as uploaded when somebody has said so. What lies in the folder is taken from its
manifest; neither that nor the zip file of the whole is for the public.
"""

import getpass
import hashlib
from collections.abc import Callable, Generator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from editor_app.export.archive import write_archive
from editor_app.export.errors import ExportError, explained
from editor_app.export.manifest import read_manifest
from editor_app.export.reports import Progress
from editor_app.export.staging import Move, Staging, digest, is_interrupted
from editor_app.export.to_disk import sync
from editor_app.store.library import Library
from editor_app.store.uploads import Upload

TO_REMOVE = "files-to-remove.txt"


class ToDo(StrEnum):
    """What somebody has to do with one file on the web."""

    ADD = "add"
    REPLACE = "replace"
    REMOVE = "remove"


@dataclass(frozen=True, slots=True, kw_only=True)
class FileToDo:
    """One file to be added, replaced or removed; ``sha256`` and ``size`` are of the new one."""

    path: str
    todo: ToDo
    headline: str = ""
    sha256: str = ""
    size: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class UploadList:
    """What is to be done with an export folder; ``present`` is all that belongs on the web."""

    folder: Path
    files: tuple[FileToDo, ...]
    present: dict[str, str]
    last: Upload | None = None

    @property
    def to_copy(self) -> tuple[FileToDo, ...]:
        """The files that are to be added or replaced."""
        return tuple(one for one in self.files if one.todo is not ToDo.REMOVE)

    @property
    def to_remove(self) -> tuple[FileToDo, ...]:
        """The files that have to go."""
        return tuple(one for one in self.files if one.todo is ToDo.REMOVE)


def files_to_upload(library: Library, folder: Path) -> UploadList:
    """Return what changed in an export folder since it was last marked as uploaded.

    Raises:
        ExportError: nothing was exported there, or an export was cut short.
    """
    with explained(folder):
        here = folder.resolve()
        if is_interrupted(here):
            raise ExportError(
                f"The last export to {folder} was cut short.", hint="Export again, then upload."
            )
        manifest = read_manifest(here)
    if not manifest.files:
        raise ExportError(
            f"Nothing was exported to {folder} yet.", hint="Export, or choose another folder."
        )
    there = library.uploads.files(str(here))
    headlines = {item: manifest.items[item].headline for item in manifest.items}
    files = [
        FileToDo(
            path=path,
            todo=ToDo.REPLACE if path in there else ToDo.ADD,
            headline=headlines.get(entry.item, ""),
            sha256=entry.sha256,
            size=entry.size,
        )
        for path, entry in manifest.files.items()
        if there.get(path) != entry.sha256
    ]
    files += [
        FileToDo(path=path, todo=ToDo.REMOVE) for path in there.keys() - manifest.files.keys()
    ]
    return UploadList(
        folder=here,
        files=tuple(sorted(files, key=lambda one: (one.todo is ToDo.REMOVE, one.path))),
        present={path: entry.sha256 for path, entry in manifest.files.items()},
        last=library.uploads.last(str(here)),
    )


def copy_files(wanted: UploadList, to: Path) -> Generator[Progress, None, Path]:
    """Copy the files to be uploaded to an empty folder, in their places; all of them or none.

    What has to be removed on the web is listed in a text file beside them.

    Raises:
        ExportError: the folder is not empty, or cannot be written, or a file is not as exported.
    """
    with explained(to):
        if to.exists() and (not to.is_dir() or any(to.iterdir())):
            raise ExportError(f"{to} is not an empty folder.", hint="Choose a new or an empty one.")
        if to.resolve().is_relative_to(wanted.folder):
            raise ExportError(
                f"{to} lies in the export folder itself.", hint="Choose a folder outside of it."
            )
        with Staging(to) as staging:
            moves = []
            for done, one in enumerate(wanted.to_copy, start=1):
                staging.put(one.path, _as_exported(wanted.folder, one))
                moves.append(Move(one.path, "", one.sha256))
                yield Progress(done, len(wanted.to_copy), one.path)
            if wanted.to_remove:
                words = _removals(wanted)
                staging.put(TO_REMOVE, words)
                moves.append(Move(TO_REMOVE, "", hashlib.sha256(words).hexdigest()))
            for _ in staging.flush():
                yield Progress(len(wanted.to_copy), len(wanted.to_copy), "")
            staging.commit(moves)
    return to


def zip_files(wanted: UploadList, to: Path) -> Generator[Progress, None, Path]:
    """Put the files to be uploaded into a zip file, and a list of those to be removed.

    Raises:
        ExportError: it cannot be written, or a file is not as it was exported.
    """
    half = to.with_name(f".{to.name}.part")
    with explained(to.parent):
        try:
            for done, one in enumerate(wanted.to_copy, start=1):
                _as_exported(wanted.folder, one)
                yield Progress(done, len(wanted.to_copy) + 1, one.path)
            paths = [one.path for one in wanted.to_copy]
            lists = {TO_REMOVE: _removals(wanted)} if wanted.to_remove else {}
            write_archive(half, paths, place=lambda path: wanted.folder / path, others=lists)
            sync(half)
            half.replace(to)
            sync(to.parent)
        finally:
            with suppress(FileNotFoundError):
                half.unlink()
    return to


def mark_uploaded(
    library: Library, done: UploadList, *, place: str, person: str, clock: Callable[[], datetime]
) -> None:
    """Remember that all of a list was done, where and by whom.

    Raises:
        ExportError: it is not said where.
    """
    where = " ".join(place.split())
    if not where:
        raise ExportError(
            "It is not said where the files were uploaded to.",
            hint="Name the site, such as www.example.org.",
        )
    upload = Upload(
        uploaded_at=clock(),
        place=where,
        person=" ".join(person.split()),
        files=len(done.files),
    )
    library.uploads.mark(str(done.folder), done.present, upload)


def _as_exported(folder: Path, one: FileToDo) -> bytes:
    file = folder / one.path
    if file.is_symlink() or digest(file) != one.sha256:
        raise ExportError(
            f"The file {one.path} is not as it was exported.", hint="Export again, then upload."
        )
    return file.read_bytes()


def _removals(wanted: UploadList) -> bytes:
    return "".join(f"{one.path}\n" for one in wanted.to_remove).encode()


def this_person() -> str:
    """Return by what name the system knows who sits here; nothing where it does not say."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no account has this number
        return ""
