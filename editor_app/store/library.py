"""A library: one folder with everything in it, open in one process at a time."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from editor_app.store.bulk import BulkStore
from editor_app.store.check_counts import CheckCountStore
from editor_app.store.database import Database
from editor_app.store.export_folders import ExportFolders
from editor_app.store.exports import ExportStore
from editor_app.store.files import in_words, sweep, sweep_below
from editor_app.store.first_look import FirstLook
from editor_app.store.founding import make
from editor_app.store.history import History
from editor_app.store.house import HouseStore
from editor_app.store.items import ItemStore
from editor_app.store.kept_html import KeptHtml
from editor_app.store.left_alone import LeftAloneStore
from editor_app.store.lists import ListStore
from editor_app.store.names import BACKUPS_NAME, DATABASE_NAME, MEDIA_NAME
from editor_app.store.opening import SCHEMA
from editor_app.store.own_words import OwnWords
from editor_app.store.photo_shelf import PhotoShelf
from editor_app.store.photos import PhotoStore
from editor_app.store.renditions import CACHE_NAME, Renditions
from editor_app.store.saved_searches import SavedSearches
from editor_app.store.schema import check_open, upgrade
from editor_app.store.surroundings import Ballast, OpenMark
from editor_app.store.under_way import UnderWay
from editor_app.store.uploads import UploadStore


class Library:
    """An open library. Close it, or use it in a ``with`` block.

    ``is_new`` says that opening made it, ``was_left_open`` that the process that had it open last
    did not come to close it: it was killed, or the power went.
    """

    def __init__(self, look: FirstLook, *, clock: Callable[[], datetime]) -> None:
        """Go on from a first look, which is used up by it.

        Raises:
            LibraryError: it is damaged, or cannot be written. Nothing in it was changed.
        """
        folder = look.folder
        try:
            database = _opened(look, clock())
        except BaseException:
            look.close()
            raise
        self.folder = folder
        self.is_new = look.is_new
        self.clock = clock
        self.database = database
        self._lock = look.lock
        self._mark = _marked(look, database)
        self.was_left_open = self._mark.was_there
        if self.was_left_open:
            for part in (MEDIA_NAME, BACKUPS_NAME, CACHE_NAME):
                sweep_below(folder / part)
        self._make_parts(folder, database)

    def _make_parts(self, folder: Path, database: Database) -> None:
        clock = self.clock
        self.ballast = Ballast(folder)
        self.items = ItemStore(database, clock=clock)
        self.history = History(database)
        self.photos = PhotoStore(folder, database, clock=clock)
        self.renditions = Renditions(folder, self.photos)
        self.photo_shelf = PhotoShelf(folder, database, self.renditions, clock=clock)
        self.exports = ExportStore(database)
        self.export_folders = ExportFolders(database)
        self.uploads = UploadStore(database)
        self.lists = ListStore(database)
        self.bulk = BulkStore(database, self.lists, clock=clock)
        self.house = HouseStore(database)
        self.own_words = OwnWords(database)
        self.kept_html = KeptHtml(database)
        self.left_alone = LeftAloneStore(database)
        self.check_counts = CheckCountStore(database)
        self.under_way = UnderWay(folder)
        self.saved_searches = SavedSearches(database)

    @classmethod
    def open(cls, folder: Path, *, clock: Callable[[], datetime], patience: float = 0) -> Self:
        """Open the library in folder; make one where folder is missing or empty.

        Where another process has it open, wait for some seconds until it has closed it.

        Raises:
            LibraryError: it is no library, damaged, newer, in use or not writable. Nothing in it
                was changed.
        """
        return cls(FirstLook(folder, patience=patience), clock=clock)

    def close(self) -> None:
        """Let go of the library; closing twice is no harm."""
        try:
            self.database.close()
            with suppress(OSError):  # then the mark stays, and the next start looks at everything
                self._mark.remove()
        finally:
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def _opened(look: FirstLook, moment: datetime) -> Database:
    folder = look.folder
    if look.is_new:
        make(folder)
    database = Database(folder / DATABASE_NAME, look.take_connection())
    try:
        if check_open(database) < SCHEMA:
            _bring_up_to_date(database, moment)
        with in_words(folder):
            sweep(folder)
            sweep(folder / BACKUPS_NAME)  # a restore that was killed comes before any mark
    except BaseException:
        database.close()
        raise
    return database


def _marked(look: FirstLook, database: Database) -> OpenMark:
    try:
        return OpenMark(look.folder)
    except BaseException:
        database.close()
        look.close()
        raise


def _bring_up_to_date(database: Database, moment: datetime) -> None:
    """Give a database the present shape, keeping it as it was among the backups."""
    from editor_app.store.backups.copying import (  # noqa: PLC0415 - an ordinary start needs none
        back_up_before_upgrade,
    )

    place = database.folder / BACKUPS_NAME
    sweep_below(place)  # an upgrade that was killed comes before any mark of an open library
    back_up_before_upgrade(database, place, moment)
    with database.transaction() as connection:
        upgrade(connection)
