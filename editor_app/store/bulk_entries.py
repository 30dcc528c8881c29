"""The entries of managed lists that a bulk change went with, so that its undo brings both back.

Where an entry is renamed or several are merged, the items that carry the old names follow in one
bulk change. What the entries were before is kept with it, each with the SHA-256 of its words.
"""

from collections.abc import Sequence

from sqlalchemy import Connection, insert, select

from editor_app.model.lists import Entry
from editor_app.store.errors import EntryDamagedError
from editor_app.store.list_rows import columns_of_entry, entry_of
from editor_app.store.lists import are_free_for, put_entries_back
from editor_app.store.tables import BULK_ENTRIES, LIST_ENTRIES

_GONE = ""  # in place of the SHA-256 of an entry that was merged into another


def note_entries(connection: Connection, change_key: int, entries: Sequence[Entry]) -> None:
    """Keep what entries were before a bulk change, and what they are by now."""
    now = _standing(connection, [entry.id for entry in entries])
    rows = [
        {
            "change_key": change_key,
            "entry_key": entry.id,
            "after_sha256": now.get(entry.id, _GONE),
            "is_retired": int(entry.is_retired),
            **_words(entry),
        }
        for entry in entries
    ]
    if rows:
        connection.execute(insert(BULK_ENTRIES), rows)


def bring_entries_back(connection: Connection, change_key: int) -> None:
    """Make entries what they were before a bulk change.

    Where one was changed since, its name was given to another, or what is kept of it is damaged,
    they all stay as they are; items are found by former names as well.
    """
    asked = select(BULK_ENTRIES).where(BULK_ENTRIES.c.change_key == change_key)
    rows = connection.execute(asked).mappings().all()
    now = _standing(connection, [row["entry_key"] for row in rows])
    if any(now.get(row["entry_key"], _GONE) != row["after_sha256"] for row in rows):
        return
    try:
        entries = [entry_of({**row, "key": row["entry_key"]}) for row in rows]
    except EntryDamagedError:
        return
    if entries and are_free_for(connection, entries):
        put_entries_back(connection, entries)


def _words(entry: Entry) -> dict[str, str]:
    columns = columns_of_entry(entry.kind, entry.record, entry.former)
    return {name: columns[name] for name in ("kind", "name", "words", "sha256")}


def _standing(connection: Connection, keys: Sequence[int]) -> dict[int, str]:
    asked = select(LIST_ENTRIES.c.key, LIST_ENTRIES.c.sha256).where(LIST_ENTRIES.c.key.in_(keys))
    return {row[0]: row[1] for row in connection.execute(asked)}
