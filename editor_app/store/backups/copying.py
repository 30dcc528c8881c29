"""Copies of a database: made by the connection that owns it, tested, packed."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile

from editor_app.store.backups.archive import MANIFEST, Manifest, Occasion, Part, stamp
from editor_app.store.database import Database, require_folded
from editor_app.store.files import TEMPORARY, being_written, in_words, make_folder, sha256_of
from editor_app.store.names import DATABASE_NAME
from editor_app.store.opening import SCHEMA
from editor_app.store.problems import database_steps
from editor_app.store.schema import check_open, upgrade


def back_up_before_upgrade(database: Database, place: Path, moment: datetime) -> Path:
    """Keep a database of an older shape before it is brought to the present one.

    It is kept as it is, whole or not: its words can only be tested in the present shape, as they
    are when it is brought back.

    Raises:
        LibraryError: there is no room, or the place is not writable.
    """
    target = place / f"{Occasion.BEFORE_UPGRADE}-{stamp(moment)}.zip"
    with in_words(place):
        make_folder(place)
        with TemporaryDirectory(prefix=TEMPORARY, dir=place) as name:
            copy = Path(name) / DATABASE_NAME
            database.copy_into(copy)
            with being_written(target) as unfinished, ZipFile(unfinished, "w") as archive:
                part = packed(archive, copy, DATABASE_NAME, ZIP_DEFLATED)
                manifest = Manifest(made_at=moment, files=(part,), items=items_in(copy))
                archive.writestr(MANIFEST, manifest.to_text(), compress_type=ZIP_DEFLATED)
    return target


def bring_up_to_date(copy: Path) -> None:
    """Give a copy of a database that nobody has open the present shape.

    Raises:
        LibraryError: it is another program's, newer or damaged.
    """
    database = Database(copy)
    try:
        if check_open(database) < SCHEMA:
            with database.transaction() as connection:
                upgrade(connection)
    finally:
        database.close()
    require_folded(copy)


def problem_in(copy: Path, check: Callable[[], None] = lambda: None) -> str:
    """Return what is wrong in a copy of a database, as a sentence; empty where all is well.

    ``check`` is called on the way, and may raise to end it.
    """
    database = Database(copy)
    try:
        for problem in database_steps(database):
            if problem:
                return problem
            check()
        return ""
    finally:
        database.close()


def items_in(copy: Path) -> int:
    """Return how many items a copy of a database holds.

    Raises:
        LibraryError: the copy cannot be read.
    """
    database = Database(copy)
    try:
        with database.reading() as connection:
            return int(connection.exec_driver_sql("SELECT count(*) FROM items").scalar_one())
    finally:
        database.close()


def packed(archive: ZipFile, path: Path, name: str, how: int) -> Part:
    """Put a file into a backup, and return what the manifest says of it."""
    archive.write(path, name, compress_type=how)
    return Part(path=name, sha256=sha256_of(path), size=path.stat().st_size)
