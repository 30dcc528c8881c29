"""Controls: the product made careless in one way each, to see that the tests of failing disks tell.

Each has to be in force before a process is forked, and stays so in it.
"""

import hashlib
import os
from contextlib import contextmanager
from unittest.mock import patch

from editor_app.export import staging
from editor_app.store import connection, items, photos, problems, renditions, rows
from editor_app.store import history as versions


@contextmanager
def acknowledging_too_early():
    """Say that words are saved before they are."""
    honest = items.ItemStore._keep

    def hasty(self, item, *, over, op):
        self._log.write(op, [items.replace(item, version=over + 1)])
        return honest(self, item, over=over, op=op)

    with patch.object(items.ItemStore, "_keep", hasty):
        yield


@contextmanager
def exporting_in_place():
    """Write each file of an export straight to its place."""
    honest = staging.Staging.put

    def put(self, path, data):
        data = data if isinstance(data, bytes) else b"".join(data)
        place = self.target / path
        staging.make_folders(place.parent)
        place.write_bytes(data)
        honest(self, path, data)

    with patch.object(staging.Staging, "put", put):
        yield


@contextmanager
def never_syncing():
    """Bring nothing to the disk for certain."""
    honest = connection.prepare

    def loosely(driver, *, journal):
        honest(driver, journal=journal)
        driver.execute("PRAGMA synchronous = OFF")

    with (
        patch.object(connection, "prepare", loosely),
        patch.object(os, "fsync", lambda _: None),
        patch.object(staging, "sync_all_around", lambda _: True),
    ):
        yield


@contextmanager
def believing_rows():
    """Take the words in the database for right, whatever their checksums say."""

    honest = rows.item_of

    def read(row, tags):
        with patch.object(rows, "checksum", lambda _item: row["sha256"]):
            return honest(row, tags)

    def whole(words, _sha256):
        return versions.from_fields(versions.json.loads(words)) if words else None

    with (
        patch.object(items, "item_of", read),
        patch.object(problems, "item_of", read),
        patch.object(problems, "columns_of", lambda *_: {}),
        patch.object(versions, "item_in", whole),
    ):
        yield


@contextmanager
def believing_photos():
    """Take the bytes of a photo for right, whatever its name says."""

    class Believed:
        def hexdigest(self):
            return self

        def __eq__(self, _other):
            return True

        def __ne__(self, _other):
            return False

        __hash__ = None

    class Hashing:
        file_digest = staticmethod(hashlib.file_digest)

        @staticmethod
        def sha256(_data):
            return Believed()

    with (
        patch.object(photos, "hashlib", Hashing),
        patch.object(renditions.Renditions, "look_at", lambda *_: None),
    ):
        yield


CONTROLS = {
    "early": acknowledging_too_early,
    "in-place": exporting_in_place,
    "no-sync": never_syncing,
    "no-row-hash": believing_rows,
    "no-photo-hash": believing_photos,
}
