"""The photos of a library: files named by their SHA-256, and what is known of each."""

import hashlib
import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from sqlalchemy import select, text

from editor_app.media.photo import Photo, inspect
from editor_app.store.database import Database
from editor_app.store.errors import PhotoDamagedError, PhotoMissingError
from editor_app.store.files import in_words, make_folder, write_whole
from editor_app.store.rows import moment_text
from editor_app.store.tables import MEDIA

_SRC = re.compile(r"media/(?P<fold>[0-9a-f]{2})/(?P<sha256>(?P=fold)[0-9a-f]{62})\.[a-z0-9]{1,5}")
_FIELDS = ("sha256", "extension", "width", "height", "mime", "size")


class PhotoStore:
    """The originals. They are never changed, and no edit deletes one."""

    def __init__(self, folder: Path, database: Database, *, clock: Callable[[], datetime]) -> None:
        self._folder = folder
        self._database = database
        self._clock = clock

    def add(self, data: bytes, *, name: str) -> Photo:
        """Keep a photo: its file first, then the record that names it. Adding it again is no harm.

        Raises:
            PhotoRefusedError: data is no photo that can be taken.
            LibraryError: there is no room, or the folder is not writable.
        """
        photo = inspect(data, name=name)
        path = self._folder / photo.src
        with in_words(self._folder):
            if not _holds(path, photo.sha256):
                make_folder(path.parent)
                write_whole(path, data)
        record = {field: getattr(photo, field) for field in _FIELDS}
        record |= {"src": photo.src, "name": _clean(name), "added_at": moment_text(self._clock())}
        columns, values = ", ".join(record), ", ".join(f":{field}" for field in record)
        with self._database.transaction() as connection:
            connection.execute(
                text(f"INSERT INTO media ({columns}) VALUES ({values}) ON CONFLICT DO NOTHING"),  # noqa: S608 - names of our own
                record,
            )
        return photo

    def get(self, src: str) -> Photo | None:
        """Return what is known of the photo at src, or None where none was added."""
        asked = select(*(MEDIA.c[field] for field in _FIELDS)).where(MEDIA.c.src == src)
        with self._database.reading() as connection:
            found = connection.execute(asked).mappings().one_or_none()
        return Photo(**found) if found is not None else None

    def all(self) -> list[Photo]:
        """Return every photo on record, in the order of their paths."""
        asked = select(*(MEDIA.c[field] for field in _FIELDS)).order_by(MEDIA.c.src)
        with self._database.reading() as connection:
            return [Photo(**found) for found in connection.execute(asked).mappings()]

    def data(self, src: str) -> bytes:
        """Return the bytes of the photo at src.

        Raises:
            PhotoMissingError: its file is not there.
            PhotoDamagedError: its file is not what was added.
        """
        try:
            found = self.path(src).read_bytes()
        except FileNotFoundError as error:
            raise PhotoMissingError(src) from error
        except OSError as error:
            raise PhotoDamagedError(src) from error
        if hashlib.sha256(found).hexdigest() != Path(src).stem:
            raise PhotoDamagedError(src)
        return found

    def path(self, src: str) -> Path:
        """Return where the photo at src lies, or would lie.

        Raises:
            PhotoMissingError: src is not the path of a photo of a library.
        """
        if not is_photo(src):
            raise PhotoMissingError(src)
        return self._folder / src


def is_photo(src: str) -> bool:
    """Return whether src names a photo of a library; such a path never leads out of it."""
    return _SRC.fullmatch(src) is not None


def _holds(path: Path, sha256: str) -> bool:
    return path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == sha256


def _clean(name: str) -> str:
    """Return a file name as it can be stored: the system may hand out halves of characters."""
    return name.encode("utf-8", "replace").decode()
