"""The first look at a library: enough of it to show one item, read by SQLite alone.

SQLAlchemy, which the whole library works with, takes longer to import than a window takes to be
made. So a library is opened in two steps: here its folder is judged and locked, its database is
opened, and one item can be read; `Library` goes on from there with the same lock and the same
connection.
"""

import hashlib
import json
import sqlite3
from contextlib import closing
from pathlib import Path

from editor_app.model.fields import read_record
from editor_app.model.identity import ItemId
from editor_app.model.item import NewsItem
from editor_app.model.photo_words import PhotoWords
from editor_app.store.connection import connect
from editor_app.store.errors import DamagedItemError, PhotoMissingError
from editor_app.store.files import in_words, make_folder
from editor_app.store.lock import FolderLock
from editor_app.store.names import DATABASE_NAME, MEDIA_NAME
from editor_app.store.opening import (
    APPLICATION_ID,
    SCHEMA,
    Found,
    check_header,
    look_at,
)
from editor_app.store.rows import item_of

_MARKS = {"application_id": APPLICATION_ID, "user_version": SCHEMA}
_NEWEST = """
    SELECT id FROM items INDEXED BY items_place WHERE is_trashed = 0 ORDER BY place DESC LIMIT 1
"""
_WORDS = "SELECT words FROM media WHERE src = ? AND words <> ''"
_TAGS = """
    SELECT tags.name FROM item_tags JOIN tags ON tags.key = item_tags.tag_key
    WHERE item_tags.item_key = ? ORDER BY item_tags.position
"""


class FirstLook:
    """A library folder that this process has locked, with its database open.

    ``is_new`` says that there is no library in it yet.
    """

    def __init__(self, folder: Path, *, patience: float = 0) -> None:
        """Lock the folder; where another process has it, wait for some seconds until it is free.

        Raises:
            LibraryError: it is no library, damaged, newer, in use or not writable. Nothing in it
                was changed.
        """
        self.folder = folder.expanduser().absolute()
        found = look_at(self.folder)
        with in_words(self.folder):
            make_folder(self.folder)
        self.lock = FolderLock(self.folder, patience=patience)
        try:
            # Another process may have made the library while this one waited for nothing.
            self.is_new = found is Found.NOTHING and look_at(self.folder) is Found.NOTHING
            self._connection = None if self.is_new else _connection(self.folder / DATABASE_NAME)
        except BaseException:
            self.lock.release()
            raise

    def item(self, item_id: ItemId) -> NewsItem | None:
        """Return an item, or None where the library has to be opened whole to say what it is."""
        if self._connection is None:
            return None
        try:
            return _item(self._connection, item_id) if _is_of_today(self._connection) else None
        except (sqlite3.Error, UnicodeDecodeError, DamagedItemError):
            return None

    def newest(self) -> ItemId | None:
        """Return the item that a list of all begins with, if it can be told yet."""
        if self._connection is None:
            return None
        try:
            found = self._connection.execute(_NEWEST).fetchone()
        except sqlite3.Error:
            return None
        return None if found is None else ItemId(found[0])

    def photo(self, src: str) -> bytes:
        """Return the bytes of the photo at src.

        Raises:
            PhotoMissingError: there is no such photo, or its file is not what was added.
        """
        path = (self.folder / src).resolve()
        try:
            is_inside = path.is_relative_to(self.folder.resolve() / MEDIA_NAME)
            found = path.read_bytes() if is_inside else b""
        except OSError as error:
            raise PhotoMissingError(src) from error
        if hashlib.sha256(found).hexdigest() != path.stem:
            raise PhotoMissingError(src)
        return found

    def photo_words(self, src: str) -> PhotoWords:
        """Return what was typed of a photo, with its crop; nothing where that cannot be told."""
        if self._connection is None:
            return PhotoWords()
        try:
            found = self._connection.execute(_WORDS, (src,)).fetchone()
            return read_record(PhotoWords, json.loads(found[0])) if found else PhotoWords()
        except (sqlite3.Error, ValueError):
            return PhotoWords()

    def take_connection(self) -> sqlite3.Connection | None:
        """Return the open connection, if there is one, to be closed by who takes it."""
        taken, self._connection = self._connection, None
        return taken

    def close(self) -> None:
        """Let go of the folder, if nobody goes on from here."""
        if (connection := self.take_connection()) is not None:
            connection.close()
        self.lock.release()


def _connection(database: Path) -> sqlite3.Connection | None:
    """Return a connection; None where it fails, as `Database` then does with a sentence.

    Raises:
        LibraryError: the file is not a library's.
    """
    check_header(database)
    try:
        return connect(database)
    except (sqlite3.Error, UnicodeDecodeError):
        return None


def _is_of_today(connection: sqlite3.Connection) -> bool:
    """Return whether the tables have the shape that the program knows."""
    marks = [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in _MARKS]
    return marks == list(_MARKS.values())


def _item(connection: sqlite3.Connection, item_id: ItemId) -> NewsItem | None:
    with closing(connection.cursor()) as cursor:
        cursor.row_factory = sqlite3.Row
        row = cursor.execute("SELECT * FROM items WHERE id = ?", (item_id,)).fetchone()
    if row is None:
        return None
    tags = [name for (name,) in connection.execute(_TAGS, (row["key"],))]
    return item_of(dict(row), tags)
