"""What stands beside the items and rots as they do: what is said of versions, and own words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from editor_app.store.database import Database
from editor_app.store.errors import DamagedLibraryError
from editor_app.store.own_words import is_whole_word, word_sha256
from editor_app.store.recovery import Recovery
from editor_app.store.revisions import ABOUT, about_sha256, is_as_kept
from editor_app.store.tables import ITEMS, OWN_WORDS, REVISIONS, THINNING

_SAID = ("saved_at", "op", "name")  # of a version; the rest tells which one it is


@dataclass(frozen=True, slots=True, kw_only=True)
class SideRow:
    """A damaged row of ``revisions`` or of ``own_words``, and what it is to hold again.

    ``known`` is what it holds now; ``right`` is None where no backup has it.
    """

    name: str
    known: Mapping[str, Any]
    right: Mapping[str, Any] | None = None

    @property
    def is_own_word(self) -> bool:
        """Whether it is a word of the library's own."""
        return "word" in self.known


def damaged_rows(database: Database) -> list[SideRow]:
    """Return the rows that do not hold what was kept.

    Raises:
        LibraryError: the database cannot be read.
    """
    with database.reading() as connection:
        versions = [row for row in _versions(connection) if not is_as_kept(row)]
        words = [row for row in _words(connection) if not is_whole_word(row)]
    return [
        *(
            SideRow(name=f"Version {row['version']} of {row['headline']}", known=row)
            for row in versions
        ),
        *(SideRow(name=row["word"], known=row) for row in words),
    ]


def with_what_is_left(rows: Sequence[SideRow], recovery: Recovery) -> list[SideRow]:
    """Return rows with what the newest backup that has each of them says.

    Raises:
        LibraryError: a place of backups cannot be read.
    """
    left = list(rows)
    for _backup, database in recovery.databases() if left else ():
        try:
            with database.reading() as connection:
                left = [one if one.right else _looked_up(connection, one) for one in left]
        except DamagedLibraryError:
            continue  # an earlier one may have it
        if all(one.right for one in left):
            break
    return left


def bring_back_row(database: Database, row: SideRow) -> None:
    """Let a row hold what it held before it was damaged.

    Raises:
        LibraryError: the library cannot be written.
    """
    if row.right is None:
        return
    with database.transaction() as connection:
        if row.is_own_word:
            _put_word(connection, row.known, row.right)
        else:
            _put_version(connection, row.known, row.right)


def _put_word(connection: Connection, known: Mapping[str, Any], right: Mapping[str, Any]) -> None:
    for one in (known, right):
        its = (OWN_WORDS.c.item == one["item"]) & (OWN_WORDS.c.word == one["word"])
        connection.execute(delete(OWN_WORDS).where(its))
    sha256 = word_sha256(right["item"], right["word"])
    values = {"item": right["item"], "word": right["word"], "sha256": sha256}
    connection.execute(insert(OWN_WORDS).values(values))


def _put_version(
    connection: Connection, known: Mapping[str, Any], right: Mapping[str, Any]
) -> None:
    said = {name: right[name] for name in _SAID}
    said["about_sha256"] = about_sha256({**known, **said})
    item_key = known["item_key"]
    connection.execute(insert(THINNING).values(item_key=item_key))  # what lets versions be changed
    connection.execute(update(REVISIONS).where(REVISIONS.c.key == known["key"]).values(said))
    connection.execute(delete(THINNING).where(THINNING.c.item_key == item_key))


def _versions(connection: Connection) -> Iterator[Mapping[str, Any]]:
    columns = [REVISIONS.c[name] for name in ("key", *ABOUT, "about_sha256")]
    asked = select(*columns, ITEMS.c.id, ITEMS.c.headline).join_from(
        REVISIONS, ITEMS, ITEMS.c.key == REVISIONS.c.item_key
    )
    for row in connection.execute(asked).mappings():
        yield dict(row)


def _words(connection: Connection) -> Iterator[Mapping[str, Any]]:
    for row in connection.execute(select(OWN_WORDS)).mappings():
        yield dict(row)


def _looked_up(connection: Connection, row: SideRow) -> SideRow:
    """Return a row with what a backup says of it, where it has it whole."""
    its, known = _of_backup(connection, row), row.known
    if row.is_own_word:
        same = [
            one for one in its if one["sha256"] == known["sha256"] or one["word"] == known["word"]
        ]
        return replace(row, right=same[0] if same else None)
    return replace(row, right=_said_before(known, its[0]) if its else None)


def _of_backup(connection: Connection, row: SideRow) -> list[Mapping[str, Any]]:
    if row.is_own_word:
        return [one for one in _words(connection) if is_whole_word(one)]
    return [
        one
        for one in _versions(connection)
        if is_as_kept(one) and all(one[name] == row.known[name] for name in ("id", "version"))
    ]


def _said_before(known: Mapping[str, Any], other: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what was said of a version: what of it is whole, as a name may be newer than a backup.

    The checksum proves which; where it is damaged itself, the backup is right.
    """
    for values in product(*((known[name], other[name]) for name in _SAID)):
        said = dict(zip(_SAID, values, strict=True))
        if about_sha256({**known, **said}) == known["about_sha256"]:
            return said
    return {name: other[name] for name in _SAID}
