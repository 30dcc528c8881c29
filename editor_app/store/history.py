"""The versions of items: looked at, named, and thinned as they age."""

import hashlib
import json
from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import Connection, delete, func, insert, select, text, update

from editor_app.model.fields import checksum, from_fields
from editor_app.model.identity import ItemId
from editor_app.model.item import NewsItem
from editor_app.store.bulk_records import versions_needed
from editor_app.store.database import Database
from editor_app.store.errors import DamagedItemError, ItemNotFoundError, RevisionNotFoundError
from editor_app.store.revisions import ABOUT, about_sha256, is_as_kept, repacked, words_in
from editor_app.store.rows import is_moment, kept_moment, moment_text
from editor_app.store.tables import EXPORT_RECORDS, ITEMS, REVISIONS, THINNED, THINNING
from editor_app.store.thinning import Aged, kept_versions

_AT_ONCE = 200  # rows in one turn on the connection: too short to be felt
_LONGEST_NAME = 200
_DAMAGED = "damaged"  # what is said of a version in place of what made it
_SHORTEST_LIFE = timedelta(hours=24)  # younger ones are never thinned


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """One version of an item.

    ``op`` is what made it (*save*, *add*, *trash*, *restore*), or *damaged* where it, the name or
    the moment is not what was kept; ``sha256`` is that of its words.
    ``name`` was given by the user; ``is_exported`` says that it went out as it is.
    """

    version: int
    saved_at: datetime
    op: str
    sha256: str
    name: str = ""
    is_exported: bool = False


class Thinned(NamedTuple):
    """How far thinning is: items looked at, of how many, and versions taken away so far."""

    done: int
    total: int
    versions: int


class History:
    """The versions of all items, only ever added to; old ones are thinned, named ones never."""

    def __init__(self, database: Database) -> None:
        self._database = database

    # ------------------------------------------------------------ looking

    def versions(self, item_id: ItemId) -> list[Revision]:
        """Return the versions of an item, newest first.

        Raises:
            ItemNotFoundError: there is no such item.
        """
        columns = REVISIONS.c
        with self._database.reading() as connection:
            key = _key_of(connection, item_id)
            out = _exported(connection, key)
            asked = select(*(columns[name] for name in (*ABOUT, "about_sha256")))
            found = connection.execute(
                asked.where(columns.item_key == key).order_by(columns.version.desc())
            )
            rows = found.mappings().all()
        return [
            Revision(
                version=row["version"],
                saved_at=kept_moment(row["saved_at"]),
                op=row["op"] if is_as_kept(row) else _DAMAGED,
                sha256=row["sha256"],
                name=row["name"],
                is_exported=row["version"] in out,
            )
            for row in rows
        ]

    def get(self, item_id: ItemId, version: int) -> NewsItem:
        """Return an item as it was in one version.

        Raises:
            ItemNotFoundError: there is no such item.
            RevisionNotFoundError: it has no such version.
            DamagedItemError: what is stored is not what was saved.
        """
        with self._database.reading() as connection:
            key = _key_of(connection, item_id)
            asked = select(REVISIONS).where(
                REVISIONS.c.item_key == key, REVISIONS.c.version == version
            )
            found = connection.execute(asked).mappings().one_or_none()
            if found is None:
                raise RevisionNotFoundError(version)
            words = words_in(connection, [found])[found["key"]]
        item = item_in(words, found["sha256"])
        if item is None:
            raise DamagedItemError(item_id)
        return replace(item, version=version, modified_at=kept_moment(found["saved_at"]))

    def has_same_words(self, item_id: ItemId, one: int, other: int) -> bool:
        """Return whether an item says the same in two versions, as after undoing an edit."""
        if one == other:
            return True
        kept = {each.version: each.sha256 for each in self.versions(item_id)}
        return one in kept and kept[one] == kept.get(other)

    # ------------------------------------------------------------ naming

    def name(self, item_id: ItemId, version: int, name: str) -> None:
        """Give a version a name, by which it is kept for ever; an empty one takes it away.

        Raises:
            ItemNotFoundError: there is no such item.
            RevisionNotFoundError: it has no such version.
        """
        words = " ".join(name.split())[:_LONGEST_NAME]
        with self._database.transaction() as connection:
            chosen = (REVISIONS.c.item_key == _key_of(connection, item_id)) & (
                REVISIONS.c.version == version
            )
            asked = select(*(REVISIONS.c[each] for each in ABOUT)).where(chosen)
            found = connection.execute(asked).mappings().one_or_none()
            if found is None:
                raise RevisionNotFoundError(version)
            sha256 = about_sha256({**found, "name": words})
            named = update(REVISIONS).where(chosen).values(name=words, about_sha256=sha256)
            connection.execute(named)

    # ------------------------------------------------------------ thinning

    def thin(self, now: datetime) -> Generator[Thinned, None, None]:
        """Take away versions that are too close to others for their age, an item at a time.

        What was exported, what a translation was made from and what has a name stays. An item with
        a damaged version is left alone. Close the generator to stop after any item.
        """
        keys = self._with_old_versions(now)
        gone = 0
        for done, key in enumerate(keys, start=1):
            gone += self._thin_item(key, now)
            yield Thinned(done, len(keys), gone)

    def _with_old_versions(self, now: datetime) -> Sequence[int]:
        columns = REVISIONS.c
        asked = (
            select(columns.item_key)
            .where(columns.saved_at < moment_text(now - _SHORTEST_LIFE))
            .group_by(columns.item_key)
            .having(func.count() > 1)
        )
        with self._database.reading() as connection:
            return connection.scalars(asked).all()

    def _thin_item(self, key: int, now: datetime) -> int:
        columns = REVISIONS.c
        with self._database.transaction() as connection:
            asked = select(columns.key, columns.version, columns.saved_at, columns.name)
            heads = connection.execute(asked.where(columns.item_key == key)).all()
            protected = _exported(connection, key) | _translated(connection, key)
            protected |= versions_needed(connection, key)
            aged = [
                Aged(
                    version=version,
                    saved_at=kept_moment(saved_at),
                    is_kept=bool(name) or version in protected or not is_moment(saved_at),
                )
                for _, version, saved_at, name in heads
            ]
            kept = kept_versions(aged, now)
            leaving = [head[0] for head in heads if head[1] not in kept]
            return len(leaving) if leaving and _take_out(connection, key, leaving) else 0


def item_in(words: bytes | None, sha256: str) -> NewsItem | None:
    """Return the item that a version's words say, or None where they are not those kept."""
    if words is None:
        return None
    try:
        item = from_fields(json.loads(words))
        return item if checksum(item) == sha256 else None
    except ValueError:
        return None


def are_as_kept(words: bytes | None, sha256: str) -> bool:
    """Return whether a version's words are those kept, by their bytes or else by what they say.

    The bytes do as a rule, at a tenth of the time: an earlier program may have written them
    otherwise.
    """
    if words is None:
        return False
    return hashlib.sha256(words).hexdigest() == sha256 or item_in(words, sha256) is not None


def _take_out(connection: Connection, item_key: int, leaving: Sequence[int]) -> bool:
    """Delete versions of an item and pack the others anew; not where one of them is damaged."""
    asked = select(REVISIONS).where(REVISIONS.c.item_key == item_key).order_by(REVISIONS.c.version)
    rows = connection.execute(asked).mappings().all()
    words = words_in(connection, rows)
    if not all(are_as_kept(words[row["key"]], row["sha256"]) and is_as_kept(row) for row in rows):
        return False
    gone = set(leaving)
    staying = [(row["key"], words[row["key"]] or b"") for row in rows if row["key"] not in gone]
    connection.execute(insert(THINNING).values(item_key=item_key))
    for key, columns in repacked(staying).items():
        connection.execute(update(REVISIONS).where(REVISIONS.c.key == key).values(columns))
    for key in leaving:
        connection.execute(delete(REVISIONS).where(REVISIONS.c.key == key))
    connection.execute(delete(THINNING).where(THINNING.c.item_key == item_key))
    counted = text(
        "INSERT INTO thinned (item_key, versions) VALUES (:key, :gone)"
        " ON CONFLICT (item_key) DO UPDATE SET versions = versions + excluded.versions"
    )
    connection.execute(counted, {"key": item_key, "gone": len(leaving)})
    return True


def thinned_away(connection: Connection, keys: Sequence[int]) -> Mapping[int, int]:
    """Return how many versions of items were thinned away, by the items' numbers."""
    asked = select(THINNED.c.item_key, THINNED.c.versions).where(THINNED.c.item_key.in_(keys))
    return {row[0]: row[1] for row in connection.execute(asked)}


def _exported(connection: Connection, key: int) -> set[int]:
    asked = select(EXPORT_RECORDS.c.version).where(EXPORT_RECORDS.c.item_key == key)
    return set(connection.scalars(asked.distinct()))


def _translated(connection: Connection, key: int) -> set[int]:
    of_item = select(ITEMS.c.id).where(ITEMS.c.key == key).scalar_subquery()
    asked = select(ITEMS.c.translated_version).where(ITEMS.c.translated_from == of_item)
    return set(connection.scalars(asked))


def _key_of(connection: Connection, item_id: ItemId) -> int:
    key = connection.execute(select(ITEMS.c.key).where(ITEMS.c.id == item_id)).scalar()
    if key is None:
        raise ItemNotFoundError(item_id)
    return int(key)
