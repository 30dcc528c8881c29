"""What is damaged in a library, brought back from its own versions or from its backups."""

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from editor_app.model.identity import ItemId
from editor_app.model.item import NewsItem
from editor_app.store.backups.archive import Occasion, manifest_of, opened, proven_parts
from editor_app.store.backups.copying import bring_up_to_date
from editor_app.store.backups.keeping import Backup, backups_in
from editor_app.store.database import Database
from editor_app.store.errors import (
    BackupError,
    DamagedItemError,
    DamagedLibraryError,
    ItemNotFoundError,
    PhotoMissingError,
    RevisionNotFoundError,
)
from editor_app.store.files import TEMPORARY, being_written, in_words, make_folder, sha256_of
from editor_app.store.items import ItemStore
from editor_app.store.library import Library
from editor_app.store.names import DATABASE_NAME

_MOST_BACKUPS = 20  # looked into for one item: unpacking each takes a while


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An item that can be brought back, as it was at a moment.

    ``backup`` is where it was found; None means among its own earlier versions.
    """

    item: NewsItem
    moment: datetime
    backup: Path | None = None


class Recovery:
    """Looks for what is damaged in the library itself first, then in backups, the newest first."""

    def __init__(self, library: Library, places: Sequence[Path]) -> None:
        self._library = library
        self._places = tuple(places)

    def find_item(self, item_id: ItemId) -> Found | None:
        """Return the newest whole state of an item, or None where none is left.

        Raises:
            LibraryError: a place of backups cannot be read.
        """
        return self._among_versions(item_id) or self._in_backups(item_id)

    def bring_back_item(self, found: Found) -> NewsItem:
        """Put a found item in the place of the damaged one, and return it as it was saved.

        Raises:
            LibraryError: the library cannot be written; what was stored before is as it was.
        """
        return self._library.items.mend(found.item)

    def find_photo(self, src: str) -> Path | None:
        """Return where a photo lies whole, or None where it does not.

        That is a file of its own beside a backup, or a backup of the whole library with it inside.

        Raises:
            LibraryError: a place of backups cannot be read.
        """
        for place in self._places:
            kept = place / src
            with in_words(place):
                if kept.is_file() and sha256_of(kept) == kept.stem:
                    return kept
        whole = (one.path for one in self._backups() if one.occasion is Occasion.ASKED)
        return next((path for path in whole if _unpacked_photo(path, src)), None)

    def bring_back_photo(self, src: str) -> bool:
        """Put a photo's file back from beside a backup; return whether one was found whole.

        Raises:
            LibraryError: the library cannot be written.
            PhotoMissingError: the backup went away meanwhile.
        """
        kept, target = self.find_photo(src), self._library.photos.path(src)
        if kept is None:
            return False
        with in_words(self._library.folder):
            make_folder(target.parent)
            with being_written(target) as scratch:
                if kept.suffix != ".zip":
                    shutil.copyfile(kept, scratch)
                elif not _unpacked_photo(kept, src, scratch):
                    raise PhotoMissingError(src)
        return True

    def databases(self) -> Iterator[tuple[Backup, Database]]:
        """Yield backups, the newest first, each with its database, open while it is looked at.

        Those that cannot be opened are left out.

        Raises:
            LibraryError: a place of backups cannot be read.
        """
        for backup in self._backups()[:_MOST_BACKUPS]:
            try:
                with _database_of(backup) as database:
                    yield backup, database
            except (BackupError, DamagedLibraryError):
                continue  # an earlier one may have what is looked for

    def _backups(self) -> list[Backup]:
        backups = [one for place in self._places for one in backups_in(place)]
        return sorted(backups, key=lambda one: one.made_at, reverse=True)

    def _among_versions(self, item_id: ItemId) -> Found | None:
        for revision in self._library.history.versions(item_id):
            try:
                item = self._library.history.get(item_id, revision.version)
            except (DamagedItemError, RevisionNotFoundError):
                continue
            return Found(item=item, moment=revision.saved_at)
        return None

    def _in_backups(self, item_id: ItemId) -> Found | None:
        for backup, database in self.databases():
            try:
                item = ItemStore(database, clock=self._library.clock).get(item_id)
            except (DamagedLibraryError, DamagedItemError, ItemNotFoundError):
                continue
            return Found(item=item, moment=backup.made_at, backup=backup.path)
        return None


def _unpacked_photo(file: Path, src: str, target: Path | None = None) -> bool:
    """Return whether a backup has a photo inside, whole; copy it to target if one is given."""
    try:
        with TemporaryDirectory(prefix=TEMPORARY) as name, in_words(file.parent):
            folder = Path(name)
            with opened(file) as archive:
                parts = [part for part in manifest_of(archive).files if part.path == src]
                (folder / src).parent.mkdir(parents=True)
                found = list(proven_parts(archive, parts, folder))
            if found and target is not None:
                shutil.copyfile(folder / src, target)
            return bool(found)
    except BackupError:
        return False


@contextmanager
def _database_of(backup: Backup) -> Iterator[Database]:
    """Unpack the database of a backup into a folder of its own, and open it.

    Raises:
        BackupError: it is no backup, or a damaged one.
    """
    with TemporaryDirectory(prefix=TEMPORARY) as name, in_words(backup.path.parent):
        folder = Path(name)
        with opened(backup.path) as archive:
            files = manifest_of(archive).files
            parts = [part for part in files if part.path == DATABASE_NAME]
            list(proven_parts(archive, parts, folder))
        copy = folder / DATABASE_NAME
        bring_up_to_date(copy)
        database = Database(copy)
        try:
            yield database
        finally:
            database.close()
