"""Photo files that nothing knows of, as taking in leaves them when it is killed: laid aside."""

import os
from collections.abc import Generator, Sequence
from datetime import timedelta
from pathlib import Path

from sqlalchemy import select

from editor_app.store.backups.keeping import backups_in
from editor_app.store.errors import BackupError, DamagedVersionError
from editor_app.store.files import in_words, make_folder, sync_folder
from editor_app.store.library import Library
from editor_app.store.names import ASIDE_NAME, MEDIA_NAME
from editor_app.store.photos import is_photo
from editor_app.store.tables import ITEM_MEDIA, MEDIA

_KEPT_FOR = timedelta(days=90)


def lay_aside_unclaimed(library: Library, places: Sequence[Path]) -> Generator[int, None, int]:
    """Move photo files away that no record, item, version or backup names; return how many.

    They are deleted 90 days later. Where a version or a backup cannot say what it shows, all stay.

    Raises:
        LibraryError: the library cannot be read or written, or a place of backups cannot be read.
    """
    _forget_old(library)
    files = _files(library.folder) - _on_record(library)
    if not files:
        return 0
    yield 0
    try:
        for progress, named in library.photo_shelf.named_in_versions():
            files -= named
            yield progress.done
        files -= _in_backups(places)
    except (DamagedVersionError, BackupError):
        return 0
    return _laid_aside(library, sorted(files))


def _files(folder: Path) -> set[str]:
    with in_words(folder):
        paths = (path.relative_to(folder) for path in (folder / MEDIA_NAME).glob("*/*"))
        return {path.as_posix() for path in paths if is_photo(path.as_posix())}


def _on_record(library: Library) -> set[str]:
    with library.database.reading() as connection:
        return {
            *connection.scalars(select(MEDIA.c.src)),
            *connection.scalars(select(ITEM_MEDIA.c.src)),
        }


def _in_backups(places: Sequence[Path]) -> set[str]:
    manifests = [one.manifest() for place in places for one in backups_in(place)]
    return {part.path for manifest in manifests for part in (*manifest.files, *manifest.beside)} | {
        src for manifest in manifests for src in manifest.lacking
    }


def _laid_aside(library: Library, srcs: Sequence[str]) -> int:
    """Move files away that are still not on record: whoever adds one looks for its file again."""
    aside = library.folder / ASIDE_NAME
    number = 0
    with library.database.transaction() as connection, in_words(library.folder):
        make_folder(aside)
        for src in srcs:
            asked = select(MEDIA.c.src).where(MEDIA.c.src == src)
            path = library.folder / src
            if connection.execute(asked).scalar() is None and path.is_file():
                moment = library.clock().timestamp()
                os.utime(path, (moment, moment))
                path.replace(aside / path.name)
                sync_folder(path.parent)
                number += 1
        sync_folder(aside)
    return number


def _forget_old(library: Library) -> None:
    limit = (library.clock() - _KEPT_FOR).timestamp()
    with in_words(library.folder):
        for path in (library.folder / ASIDE_NAME).glob("*"):
            if path.stat().st_mtime < limit:
                path.unlink(missing_ok=True)
