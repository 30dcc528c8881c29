"""What of an export folder was uploaded: each file as it was then, and when, where to, by whom."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, delete, insert, select
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from editor_app.store.database import Database
from editor_app.store.errors import DamagedItemError
from editor_app.store.export_folders import folder_key
from editor_app.store.rows import kept_moment, moment_text
from editor_app.store.tables import EXPORT_FOLDERS, UPLOADED_FILES, UPLOADS


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """One time that somebody uploaded what had changed; ``files`` is how many that were."""

    uploaded_at: datetime
    place: str
    person: str
    files: int


class UploadStore:
    """The uploads of export folders. A folder is known by its full path."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def files(self, folder: str) -> dict[str, str]:
        """Return the SHA-256 of each file of a folder that is on the web, by path."""
        asked = (
            select(UPLOADED_FILES.c.path, UPLOADED_FILES.c.sha256)
            .join_from(
                UPLOADED_FILES,
                EXPORT_FOLDERS,
                EXPORT_FOLDERS.c.key == UPLOADED_FILES.c.folder_key,
            )
            .where(EXPORT_FOLDERS.c.folder == folder)
        )
        with self._database.reading() as connection:
            return {row[0]: row[1] for row in connection.execute(asked)}

    def last(self, folder: str) -> Upload | None:
        """Return the last upload of a folder, or None where it was never uploaded.

        Raises:
            DamagedItemError: what is stored is not what was saved.
        """
        asked = (
            select(UPLOADS)
            .join_from(UPLOADS, EXPORT_FOLDERS, EXPORT_FOLDERS.c.key == UPLOADS.c.folder_key)
            .where(EXPORT_FOLDERS.c.folder == folder)
            .order_by(UPLOADS.c.key.desc())
            .limit(1)
        )
        with self._database.reading() as connection:
            found = connection.execute(asked).mappings().one_or_none()
        if found is None:
            return None
        words = _words(found["uploaded_at"], found["place"], found["person"], found["files"])
        if _sha256(words) != found["sha256"]:
            raise DamagedItemError("record of an upload")
        return Upload(
            uploaded_at=kept_moment(found["uploaded_at"]),
            place=found["place"],
            person=found["person"],
            files=found["files"],
        )

    def mark(self, folder: str, files: Mapping[str, str], upload: Upload) -> None:
        """Remember that just these files of a folder are on the web now."""
        before = self.files(folder)
        gone = [{"name": path} for path in before.keys() - files.keys()]
        moment = moment_text(upload.uploaded_at)
        words = _words(moment, upload.place, upload.person, upload.files)
        with self._database.transaction() as connection:
            key = folder_key(connection, folder)
            changed = [
                {"folder_key": key, "path": path, "sha256": sha256}
                for path, sha256 in files.items()
                if before.get(path) != sha256
            ]
            if changed:
                put = sqlite_insert(UPLOADED_FILES).prefix_with("OR REPLACE")
                connection.execute(put, changed)
            if gone:
                columns = UPLOADED_FILES.c
                named = (columns.folder_key == key) & (columns.path == bindparam("name"))
                connection.execute(delete(UPLOADED_FILES).where(named), gone)
            row = {
                "folder_key": key,
                "uploaded_at": moment,
                "place": upload.place,
                "person": upload.person,
                "files": upload.files,
                "sha256": _sha256(words),
            }
            connection.execute(insert(UPLOADS).values(row))


def _words(uploaded_at: str, place: str, person: str, files: int) -> str:
    return json.dumps([uploaded_at, place, person, files], ensure_ascii=False)


def _sha256(words: str) -> str:
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()
