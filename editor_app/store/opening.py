"""Is this folder a library, and may it be opened? Asked before anything is changed, or imported."""

from enum import StrEnum
from pathlib import Path

from editor_app.store.errors import (
    DamagedLibraryError,
    NewerLibraryError,
    NotALibraryError,
    ReadOnlyLibraryError,
)
from editor_app.store.files import TEMPORARY, in_words, may_write
from editor_app.store.lock import LOCK_NAME
from editor_app.store.names import (
    BACKUPS_NAME,
    BALLAST_NAME,
    DATABASE_NAME,
    MEDIA_NAME,
    OPEN_NAME,
    REPORTS_NAME,
    THEMES_NAME,
)

APPLICATION_ID = 0x53544446  # "STDF", the mark of the program in its database
SCHEMA = 5  # the number of the newest step in migrations/versions, kept as user_version
PARTS = (MEDIA_NAME, BACKUPS_NAME, THEMES_NAME)
_NOBODYS = {
    LOCK_NAME,
    OPEN_NAME,
    BALLAST_NAME,
    REPORTS_NAME,
    ".DS_Store",
    "Thumbs.db",
    "desktop.ini",
    ".directory",
}

_HEADER = 100
_MAGIC = b"SQLite format 3\0"


class Found(StrEnum):
    """What a folder turned out to be."""

    NOTHING = "nothing"
    LIBRARY = "library"


def look_at(folder: Path) -> Found:
    """Return what folder is, going by names alone; nothing is opened or made.

    Raises:
        NotALibraryError: it is a file, or a folder of other things.
        DamagedLibraryError: it is a library without its database.
        ReadOnlyLibraryError: it cannot be read or written.
    """
    with in_words(folder):
        if not folder.exists():
            _refuse_a_place_under_a_file(folder)
            return Found.NOTHING
        if not folder.is_dir():
            raise NotALibraryError(
                f"“{folder}” is a file, not a library folder.",
                hint="Name the folder that holds library.db, or a new folder.",
            )
        names = {path.name for path in folder.iterdir()}
    database = folder / DATABASE_NAME
    if not may_write(folder) or (DATABASE_NAME in names and not may_write(database)):
        raise ReadOnlyLibraryError(folder)
    if DATABASE_NAME in names:
        return Found.LIBRARY
    if any((folder / part).is_dir() and any((folder / part).iterdir()) for part in PARTS):
        raise DamagedLibraryError(f"The library in “{folder}” has lost its database, library.db.")
    others = {name for name in names if not name.startswith(TEMPORARY)} - _NOBODYS - set(PARTS)
    if others:
        raise NotALibraryError(
            f"The folder “{folder}” is not a Standfirst library; it holds other things.",
            hint="Name a library folder, or an empty or new folder to make a library in.",
        )
    return Found.NOTHING


def check_header(database: Path) -> None:
    """Look at the first bytes of a database file that nobody has open.

    Only to be called under the folder's lock, before SQLite opens the file.

    Raises:
        NotALibraryError: it is another program's file.
        NewerLibraryError: a newer version of the program made it.
        DamagedLibraryError: it is empty or its start is destroyed.
    """
    folder = database.parent
    with in_words(folder):
        if not database.is_file():
            raise NotALibraryError(
                f"“{database}” is not a file.", hint="Name the folder of a library."
            )
        with database.open("rb") as file:
            header = file.read(_HEADER)
    if len(header) < _HEADER or not header.startswith(_MAGIC):
        if any((folder / part).is_dir() for part in PARTS):
            raise DamagedLibraryError(f"The start of the database in “{folder}” is destroyed.")
        raise _not_ours(folder)
    check_marks(
        folder,
        application=int.from_bytes(header[68:72], "big"),
        schema=int.from_bytes(header[60:64], "big"),
    )


def check_marks(folder: Path, *, application: int, schema: int) -> None:
    """Look at the marks of a database: whose it is, and which shape it has.

    Raises:
        NotALibraryError: it is another program's file.
        NewerLibraryError: a newer version of the program made it.
    """
    if application != APPLICATION_ID:
        raise _not_ours(folder)
    if schema > SCHEMA:
        raise NewerLibraryError(folder)


def _not_ours(folder: Path) -> NotALibraryError:
    return NotALibraryError(
        f"The file library.db in “{folder}” does not belong to Standfirst.",
        hint="Name another folder; this file was not changed.",
    )


def _refuse_a_place_under_a_file(folder: Path) -> None:
    """Raise where the folder cannot be made because a file, or a closed folder, is on the way."""
    nearest = next(parent for parent in folder.absolute().parents if parent.exists())
    if not nearest.is_dir():
        raise NotALibraryError(
            f"There is no folder “{folder}”, and none can be made: “{nearest}” is a file.",
            hint="Name another folder.",
        )
    if not may_write(nearest):
        raise ReadOnlyLibraryError(nearest)
