"""What an export left in a folder, so that the next one need not look at what did not change.

Only a memory: a folder that is forgotten is looked at file by file, and costs time alone.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property, partial
from itertools import islice
from typing import Any, NamedTuple

from sqlalchemy import (
    Connection,
    Table,
    TextClause,
    bindparam,
    delete,
    insert,
    select,
    text,
    update,
)
from typing_extensions import override

from editor_app.model.identity import ItemId
from editor_app.store.database import Database
from editor_app.store.rows import moment_text
from editor_app.store.tables import EXPORT_FOLDERS, EXPORTED_FILES, EXPORTED_PAGES

_WRITTEN_AT_ONCE = 500
_READ_AT_ONCE = 5000  # rows: nobody waits longer than that for the library
_FOLDERS_KEPT = 5
# Rows come as one text of JSON: each value by itself takes several times as long to hand over.
_GOING_OUT = text(
    "SELECT json_group_array(json_array(id, version, sha256, language, slug, headline,"
    " translation_group, key)) FROM (SELECT id, version, sha256, language, slug, headline,"
    " translation_group, key FROM items INDEXED BY items_going_out"
    " WHERE is_trashed = 0 AND status IN ('ready', 'published') AND id > :after"
    " ORDER BY id LIMIT :limit)"
)
_PHOTOS = text(
    "SELECT item_media.item_key, media.words_sha256 FROM item_media"
    " JOIN media ON media.src = item_media.src ORDER BY item_media.item_key, media.src"
)


# The items whose pages were made from what they are now, but for photos; those are told apart by
# what stands behind the last space of the page's key.
_SETTLED = text(
    "SELECT json_group_array(json_array(item, headline, weight, number, photos)) FROM"
    " (SELECT items.id AS item, items.headline, pages.weight, items.key AS number,"
    " substr(pages.key, length(items.version || ' ' || items.sha256 || ' ') + 1) AS photos"
    " FROM items INDEXED BY items_going_out JOIN exported_pages AS pages"
    " ON pages.folder_key = :key AND pages.item = items.id"
    " WHERE items.is_trashed = 0 AND items.status IN ('ready', 'published') AND items.id > ''"
    " AND substr(pages.key, 1, length(items.version || ' ' || items.sha256 || ' '))"
    " = items.version || ' ' || items.sha256 || ' ')"
)
_COUNTS = (
    text(
        "SELECT count(*) FROM items INDEXED BY items_going_out"
        " WHERE is_trashed = 0 AND status IN ('ready', 'published') AND id > ''"
    ),
    text("SELECT count(*) FROM exported_pages WHERE folder_key = :key"),
)


class SettledPage(NamedTuple):
    """A page that is as it would be made now, with its item's headline."""

    item: str
    headline: str
    weight: str


class GoingOut(NamedTuple):
    """A finished item, as far as its row's index tells; ``mark`` changes with all it says."""

    item: ItemId
    version: int
    mark: str
    language: str
    slug: str
    headline: str
    group: str


class KnownPage(NamedTuple):
    """A page as it was written: ``key`` is what it was made from, empty where it must be redone.

    ``links`` are the items it links to, with spaces between. ``published`` and ``updated`` are in
    UTC. ``mark`` changes with all that lists and feeds say of the item. ``weight`` is that of the
    page and of its kit, in bytes.
    """

    item: str
    key: str
    links: str
    place: str
    language: str
    section: str
    published: str
    updated: str
    group: str
    mark: str
    weight: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderMemory:
    """What is remembered of one folder.

    ``manifest`` is the SHA-256 of its manifest, ``made_with`` names all that its pages share.
    ``files`` has for each path its item and its stamp: what the system says of the file.
    """

    manifest: str = ""
    made_with: str = ""
    pages: Mapping[str, KnownPage] = field(default_factory=dict)
    files: Mapping[str, tuple[str, str]] = field(default_factory=dict)


NOTHING_KNOWN = FolderMemory()


class _PagesOnDemand(Mapping[str, KnownPage]):
    """The known pages of a folder, read when the first one is asked for."""

    def __init__(self, read: Callable[[], Iterable[Sequence[Any]]]) -> None:
        self._read = read

    @cached_property
    def _pages(self) -> dict[str, KnownPage]:
        return {row[0]: KnownPage._make(row) for row in self._read()}

    @override
    def __getitem__(self, item: str) -> KnownPage:
        return self._pages[item]

    @override
    def __iter__(self) -> Iterator[str]:
        return iter(self._pages)

    @override
    def __len__(self) -> int:
        return len(self._pages)


class ExportFolders:
    """The memory of exports, by folder."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def going_out(self) -> list[GoingOut]:
        """Return all finished items in the order of their ids, without reading their bodies."""
        photos = self._photos()
        found: list[GoingOut] = []
        while True:
            asked = {"after": found[-1].item if found else "", "limit": _READ_AT_ONCE}
            rows = self._read(_GOING_OUT, asked)
            found += [
                GoingOut(item, version, _mark(version, sha256, photos.get(key, "")), *rest)
                for item, version, sha256, *rest, key in rows
            ]
            if len(rows) < _READ_AT_ONCE:
                return found

    def settled(self, folder: str) -> list[SettledPage] | None:
        """Return the pages of a folder where all of them, and no others, are as they would be.

        Where one has to be made, or to go, there is nothing to return.
        """
        photos = self._photos()
        with self._database.reading() as connection:
            key = connection.scalar(
                select(EXPORT_FOLDERS.c.key).where(EXPORT_FOLDERS.c.folder == folder)
            )
            rows = json.loads(connection.execute(_SETTLED, {"key": key}).scalar_one())
            counts = [connection.execute(asked, {"key": key}).scalar_one() for asked in _COUNTS]
        is_all = counts == [len(rows)] * len(_COUNTS)
        if not is_all or any(_shown(photos.get(row[-2], "")) != row[-1] for row in rows):
            return None
        return [SettledPage._make(row[:3]) for row in rows]

    def latest(self) -> str:
        """Return the folder that was written to last; nothing where none was."""
        columns = EXPORT_FOLDERS.c
        asked = select(columns.folder).where(columns.used_at != "")
        with self._database.reading() as connection:
            found = connection.scalar(asked.order_by(columns.used_at.desc()).limit(1))
        return str(found or "")

    def recall(self, folder: str) -> FolderMemory:
        """Return what is remembered of a folder."""
        asked = select(EXPORT_FOLDERS).where(EXPORT_FOLDERS.c.folder == folder)
        with self._database.reading() as connection:
            known = connection.execute(asked).mappings().one_or_none()
        if known is None or not known["manifest"]:
            return NOTHING_KNOWN
        files = self._rows(EXPORTED_FILES, "path", known["key"])
        return FolderMemory(
            manifest=known["manifest"],
            made_with=known["made_with"],
            pages=_PagesOnDemand(partial(self._rows, EXPORTED_PAGES, "item", known["key"])),
            files={path: (item, stamp) for path, item, stamp in files},
        )

    def remember(
        self, folder: str, memory: FolderMemory, *, over: FolderMemory, now: datetime
    ) -> None:
        """Keep what an export left in a folder, writing what is other than ``over`` alone."""
        pages = [page for item, page in memory.pages.items() if over.pages.get(item) != page]
        files = [path for path, known in memory.files.items() if over.files.get(path) != known]
        gone_pages = over.pages.keys() - memory.pages.keys()
        gone_files = over.files.keys() - memory.files.keys()
        facts = (memory.manifest, memory.made_with)
        if not (pages or files or gone_pages or gone_files) and facts == (
            over.manifest,
            over.made_with,
        ):
            return
        with self._database.transaction() as connection:
            key = folder_key(connection, folder)
            if over is NOTHING_KNOWN:
                _forget(connection, [key])
            connection.execute(
                update(EXPORT_FOLDERS)
                .where(EXPORT_FOLDERS.c.key == key)
                .values(used_at=moment_text(now), manifest=facts[0], made_with=facts[1])
            )
            _drop(connection, EXPORTED_PAGES, key, gone_pages)
            _drop(connection, EXPORTED_FILES, key, gone_files)
            _put(connection, EXPORTED_PAGES, key, pages)
            _put(connection, EXPORTED_FILES, key, ((path, *memory.files[path]) for path in files))
            _forget(connection, _long_unused(connection))

    def forget(self, folder: str) -> None:
        """Remember nothing of a folder."""
        columns = EXPORT_FOLDERS.c
        with self._database.transaction() as connection:
            key = connection.scalar(select(columns.key).where(columns.folder == folder))
            if key is not None:
                _forget(connection, [key])

    def _rows(self, table: Table, name: str, key: int) -> Iterator[Sequence[Any]]:
        """Yield the rows of a folder, in batches by name, without the folder's key."""
        names = ", ".join(column.name for column in table.c if column.name != "folder_key")
        asked = text(
            f"SELECT json_group_array(json_array({names})) FROM (SELECT {names} FROM {table.name}"  # noqa: S608 - our own
            f" WHERE folder_key = :key AND {name} > :after ORDER BY {name} LIMIT :limit)"
        )
        after = ""
        while True:
            rows = self._read(asked, {"key": key, "after": after, "limit": _READ_AT_ONCE})
            yield from rows
            if len(rows) < _READ_AT_ONCE:
                return
            after = rows[-1][0]

    def _photos(self) -> dict[int, str]:
        """Return the names of the words of all photos of an item, by its number."""
        photos: dict[int, str] = {}
        with self._database.reading() as connection:
            for key, words in connection.execute(_PHOTOS):
                photos[key] = f"{photos.get(key, '')} {words}"
        return photos

    def _read(self, asked: TextClause, values: Mapping[str, Any]) -> list[Any]:
        with self._database.reading() as connection:
            rows: list[Any] = json.loads(connection.execute(asked, values).scalar_one())
        return rows


def folder_key(connection: Connection, folder: str) -> int:
    """Return the number of an export folder, which gets one where it has none."""
    columns = EXPORT_FOLDERS.c
    key = connection.scalar(select(columns.key).where(columns.folder == folder))
    if key is None:
        added = insert(EXPORT_FOLDERS).values(folder=folder).returning(columns.key)
        key = connection.execute(added).scalar_one()
    return int(key)


def _mark(version: int, sha256: str, photos: str) -> str:
    return f"{version} {sha256} {_shown(photos)}"


def _shown(photos: str) -> str:
    return hashlib.sha256(photos.encode()).hexdigest() if photos else ""


def _put(connection: Connection, table: Table, key: int, rows: Iterable[Sequence[str]]) -> None:
    """Put rows into a table; what they hold is in the order of its columns, without the key."""
    names = ", ".join(column.name for column in table.c)
    marks = ", ".join("?" * len(table.c))
    put = f"INSERT OR REPLACE INTO {table.name} ({names}) VALUES ({marks})"  # noqa: S608 - our own
    waiting = iter(rows)
    while batch := [(key, *row) for row in islice(waiting, _WRITTEN_AT_ONCE)]:
        connection.exec_driver_sql(put, batch)


def _drop(connection: Connection, table: Table, key: int, names: Iterable[str]) -> None:
    column = table.c.item if table is EXPORTED_PAGES else table.c.path
    dropped = delete(table).where(table.c.folder_key == key, column == bindparam("name"))
    values = [{"name": name} for name in names]
    if values:
        connection.execute(dropped, values)


def _long_unused(connection: Connection) -> list[int]:
    """Return the folders that were not exported to for longest; the last few are remembered."""
    columns = EXPORT_FOLDERS.c
    asked = select(columns.key).where(columns.manifest != "").order_by(columns.used_at.desc())
    return list(connection.scalars(asked.offset(_FOLDERS_KEPT)).all())


def _forget(connection: Connection, keys: Iterable[int]) -> None:
    for key in keys:
        for table in (EXPORTED_PAGES, EXPORTED_FILES):
            connection.execute(delete(table).where(table.c.folder_key == key))
        blank = update(EXPORT_FOLDERS).where(EXPORT_FOLDERS.c.key == key).values(manifest="")
        connection.execute(blank)
