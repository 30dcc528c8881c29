"""A strange database beside the library's own: what it has that the library lacks."""

import shutil
from collections.abc import Generator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import select

from editor_app.model.identity import ItemId
from editor_app.model.item import NewsItem
from editor_app.store.backups.copying import bring_up_to_date
from editor_app.store.database import Database
from editor_app.store.errors import DamagedItemError, ItemNotFoundError
from editor_app.store.files import TEMPORARY, in_words, make_folder, sync_folder
from editor_app.store.items import ItemStore
from editor_app.store.library import Library
from editor_app.store.names import BACKUPS_NAME, DATABASE_NAME
from editor_app.store.tables import ITEMS

_BESIDE = ("-wal", "-shm", "-journal")


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """An item that is only in the copy, or was changed there later than in the library."""

    item: NewsItem
    is_only_there: bool

    @property
    def changed_at(self) -> datetime | None:
        """When it was saved last in the copy."""
        return self.item.modified_at


def differences(library: Library, copy: Path) -> Generator[int, None, tuple[Difference, ...]]:
    """Compare a strange database with the library, yielding on the way; neither is changed.

    Raises:
        LibraryError: the copy is no database of ours, newer, or too damaged.
    """
    found: list[Difference] = []
    with TemporaryDirectory(prefix=TEMPORARY) as name, in_words(copy.parent):
        own = Path(name) / DATABASE_NAME
        for beside in ("", *_BESIDE):
            part = copy.with_name(copy.name + beside)
            if part.exists():
                shutil.copyfile(part, own.with_name(own.name + beside))
        bring_up_to_date(own)
        database = Database(own)
        try:
            store = ItemStore(database, clock=library.clock)
            with database.reading() as connection:
                ids = connection.scalars(select(ITEMS.c.id).order_by(ITEMS.c.key)).all()
            for item_id in ids:
                difference = _difference(library, store, item_id)
                if difference is not None:
                    found.append(difference)
                yield len(found)
        finally:
            database.close()
    return tuple(found)


def move_aside(library: Library, copy: Path) -> Path:
    """Move a strange database into the library's folder of backups, and return where it lies.

    Raises:
        LibraryError: it cannot be moved.
    """
    folder = library.folder / BACKUPS_NAME
    target, number = folder / f"strange-{copy.name}", 2
    while target.exists():
        target, number = folder / f"strange-{number}-{copy.name}", number + 1
    with in_words(library.folder):
        make_folder(folder)
        for beside in _BESIDE:
            part = copy.with_name(copy.name + beside)
            if part.exists():
                part.replace(target.with_name(target.name + beside))
        copy.replace(target)
        sync_folder(folder)
        sync_folder(copy.parent)
    return target


def _difference(library: Library, store: ItemStore, item_id: str) -> Difference | None:
    try:
        theirs = store.get(ItemId(item_id))
    except DamagedItemError:
        return None
    try:
        ours = library.items.get(theirs.id)
    except ItemNotFoundError:
        return Difference(item=theirs, is_only_there=True)
    except DamagedItemError:
        return Difference(item=theirs, is_only_there=False)
    if theirs.modified_at is None or ours.modified_at is None:
        return None
    is_newer = theirs.modified_at > ours.modified_at
    return Difference(item=theirs, is_only_there=False) if is_newer else None
