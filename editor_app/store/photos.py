"""The photos of a library: files named by their SHA-256, and what is known of each."""

import hashlib
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import RowMapping, select, update
from sqlalchemy.dialects.sqlite import insert

from editor_app.media.errors import PhotoRefusedError
from editor_app.media.found_words import found_in
from editor_app.media.photo import Photo, inspect, is_animated
from editor_app.media.photo_record import PhotoRecord
from editor_app.model.photo_words import Consent, FoundWord, PhotoWords
from editor_app.store.database import Database
from editor_app.store.errors import PhotoDamagedError, PhotoMissingError, PhotoWordsDamagedError
from editor_app.store.files import in_words, make_folder, write_whole
from editor_app.store.photo_rows import FACTS, found_column, found_of, record_of, words_columns
from editor_app.store.rows import moment_text
from editor_app.store.tables import MEDIA

_SRC = re.compile(r"media/(?P<fold>[0-9a-f]{2})/(?P<sha256>(?P=fold)[0-9a-f]{62})\.[a-z0-9]{1,5}")
_ASKED_AT_ONCE = 500


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
                _write(path, data)
        looked = _look(data)
        record: dict[str, Any] = {field: getattr(photo, field) for field in FACTS}
        record |= {"src": photo.src, "name": _clean(name), "added_at": moment_text(self._clock())}
        record |= words_columns(PhotoWords(), record["name"], looked.found) | looked.columns
        # One that is on record keeps its words, and comes out of the trash.
        put = insert(MEDIA).values(record).on_conflict_do_update(["src"], set_={"trashed_at": None})
        with self._database.transaction() as connection:
            connection.execute(put)
            with in_words(self._folder):
                if not path.is_file():  # it lay in the trash, which was emptied meanwhile
                    _write(path, data)
        return photo

    def get(self, src: str) -> Photo | None:
        """Return what is known of the photo at src, or None where none was added."""
        asked = select(*(MEDIA.c[field] for field in FACTS)).where(MEDIA.c.src == src)
        with self._database.reading() as connection:
            found = connection.execute(asked).mappings().one_or_none()
        return Photo(**found) if found is not None else None

    def all(self) -> list[Photo]:
        """Return every photo on record, in the order of their paths."""
        asked = select(*(MEDIA.c[field] for field in FACTS)).order_by(MEDIA.c.src)
        with self._database.reading() as connection:
            return [Photo(**found) for found in connection.execute(asked).mappings()]

    def record(self, src: str) -> PhotoRecord | None:
        """Return all that is known of the photo at src, or None where none was added.

        Raises:
            PhotoWordsDamagedError: its words are not those that were saved.
        """
        return self.records([src]).get(src)

    def records(self, srcs: Iterable[str]) -> dict[str, PhotoRecord]:
        """Return all that is known of the photos at srcs, by src, where they were added.

        Raises:
            PhotoWordsDamagedError: the words of one are not those that were saved.
        """
        found: dict[str, PhotoRecord] = {}
        wanted = iter(srcs)
        while batch := list(islice(wanted, _ASKED_AT_ONCE)):
            asked = select(MEDIA).where(MEDIA.c.src.in_(batch))
            with self._database.reading() as connection:
                rows = connection.execute(asked).mappings().all()
            found |= {row["src"]: record_of(self._looked_at(row)) for row in rows}
        return found

    def save_words(self, src: str, typed: PhotoWords) -> PhotoRecord:
        """Keep what the user typed of a photo, and return its record.

        What goes out with the photo's pages counts as a change of them; the consent does not.

        Raises:
            PhotoMissingError: no photo was added at src.
            LibraryError: the words could not be written; what was stored before is as it was.
        """
        before = self._known(src)
        if before is not None and before.typed == typed:
            return before
        with self._database.transaction() as connection:
            row = connection.execute(select(MEDIA).where(MEDIA.c.src == src)).mappings().first()
            if row is None:
                raise PhotoMissingError(src)
            columns = words_columns(typed, row["name"], found_of(row))
            if before is None or _published(before.typed) != _published(typed):
                columns["changed_at"] = moment_text(self._clock())
            connection.execute(update(MEDIA).where(MEDIA.c.src == src).values(columns))
            return record_of({**row, **columns})

    def _known(self, src: str) -> PhotoRecord | None:
        """Return what is known of a photo; None where its words are damaged, and can be replaced.

        Raises:
            PhotoMissingError: no photo was added at src.
        """
        try:
            record = self.record(src)
        except PhotoWordsDamagedError:
            return None
        if record is None:
            raise PhotoMissingError(src)
        return record

    def _looked_at(self, row: RowMapping) -> dict[str, Any]:
        """Return a row of a photo whose file was looked at, now where it never was and can be."""
        if row["is_looked_at"]:
            return dict(row)
        try:
            looked = _look(self.data(row["src"]))
        except (PhotoMissingError, PhotoDamagedError, PhotoRefusedError):
            return dict(row)
        words = {} if row["words"] else words_columns(PhotoWords(), row["name"], looked.found)
        columns = looked.columns | words
        with self._database.transaction() as connection:
            connection.execute(update(MEDIA).where(MEDIA.c.src == row["src"]).values(columns))
        return {**row, **columns}

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


@dataclass(frozen=True, slots=True)
class _Looked:
    """What a photo's file turned out to say."""

    found: tuple[FoundWord, ...]
    columns: dict[str, Any]


def _look(data: bytes) -> _Looked:
    said = found_in(data)
    columns = {
        "found": found_column(said.words),
        "is_looked_at": 1,
        "has_position": int(said.has_position),
        "is_animated": int(is_animated(data)),
    }
    return _Looked(said.words, columns)


def _published(words: PhotoWords) -> PhotoWords:
    """Return the words without what never goes out."""
    return replace(words, consent=Consent())


def _holds(path: Path, sha256: str) -> bool:
    return path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == sha256


def _write(path: Path, data: bytes) -> None:
    make_folder(path.parent)
    write_whole(path, data)


def _clean(name: str) -> str:
    """Return a file name as it can be stored: the system may hand out halves of characters."""
    return name.encode("utf-8", "replace").decode()
