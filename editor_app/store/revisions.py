"""Versions as rows: written beside the item, each whole or as what differs from an earlier one."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, func, select

from editor_app.store.packing import packed, unpacked
from editor_app.store.tables import REVISIONS

ABOUT = ("item_key", "version", "saved_at", "op", "sha256", "name")
_SHARE = 12  # a difference larger than this part of its base is where a new base pays
_ALWAYS_SMALL = 256  # bytes


def about_sha256(about: Mapping[Any, Any]) -> bytes:
    """Return the SHA-256 over what a version's row says beside its words, in 32 bytes."""
    told = [about[name] for name in ABOUT]
    return hashlib.sha256(json.dumps(told, ensure_ascii=False).encode()).digest()


def is_as_kept(row: Mapping[Any, Any]) -> bool:
    """Return whether a version's row says of it what was kept: when, by what, under which name."""
    return about_sha256(row) == bytes(row["about_sha256"])


def newest_bases(connection: Connection, item_keys: Sequence[int]) -> dict[int, tuple[int, bytes]]:
    """Return by item the key and the words, as kept, of its newest version that is kept whole."""
    columns = REVISIONS.c
    newest = func.max(columns.version)  # SQLite takes the other columns from the row of the maximum
    asked = (
        select(columns.item_key, columns.key, columns.words, newest)
        .where(columns.item_key.in_(item_keys), columns.base.is_(None))
        .group_by(columns.item_key)
    )
    return {row[0]: (row[1], row[2]) for row in connection.execute(asked)}


def packed_after(base: tuple[int, bytes] | None, words: bytes) -> dict[str, Any]:
    """Return the columns that hold the words of a next version, given the newest base, if any."""
    if base is not None and (difference := _difference(words, base[1])):
        return {"words": difference, "base": base[0]}
    return {"words": packed(words), "base": None}


def repacked(rows: Iterable[tuple[int, bytes]]) -> dict[int, dict[str, Any]]:
    """Return the columns for versions by key, given as key and words, the oldest first."""
    columns: dict[int, dict[str, Any]] = {}
    base: tuple[int, bytes] | None = None
    for key, words in rows:
        difference = _difference(words, base[1]) if base else None
        if base and difference:
            columns[key] = {"words": difference, "base": base[0]}
        else:
            base = (key, packed(words))
            columns[key] = {"words": base[1], "base": None}
    return columns


def words_in(connection: Connection, rows: Iterable[Mapping[Any, Any]]) -> dict[int, bytes | None]:
    """Return the words of revision rows by key; None for one that is damaged, or whose base is."""
    wanted = list(rows)
    missing = {row["base"] for row in wanted if row["base"]} - {row["key"] for row in wanted}
    packs = {row["key"]: row["words"] for row in wanted if not row["base"]}
    if missing:
        asked = select(REVISIONS.c.key, REVISIONS.c.words).where(REVISIONS.c.key.in_(missing))
        packs |= {row[0]: row[1] for row in connection.execute(asked)}
    bases = {key: _unpacked(words) for key, words in packs.items()}
    return {
        row["key"]: _on_its_base(row["words"], bases.get(row["base"]))
        if row["base"]
        else bases[row["key"]]
        for row in wanted
    }


def _difference(words: bytes, packed_base: bytes) -> bytes | None:
    """Return what differs, or None where it is too much, or the base cannot be read."""
    base = _unpacked(packed_base)
    if base is None:
        return None
    difference = packed(words, base)
    return difference if len(difference) <= max(_ALWAYS_SMALL, len(packed_base) // _SHARE) else None


def _on_its_base(difference: bytes, base: bytes | None) -> bytes | None:
    return None if base is None else _unpacked(difference, base)


def _unpacked(data: bytes, base: bytes | None = None) -> bytes | None:
    try:
        return unpacked(data, base)
    except ValueError:
        return None
