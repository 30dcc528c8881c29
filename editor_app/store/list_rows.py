"""An entry of a managed list as columns of the database and back, with its checksum."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from editor_app.model.fields import read_record, record_fields
from editor_app.model.lists import RECORDS, Entry, EntryId, ListKind, Record, name_key, name_of
from editor_app.store.errors import EntryDamagedError
from editor_app.store.rows import sortable, without_halves


def columns_of_entry(kind: ListKind, record: Record, former: tuple[str, ...]) -> dict[str, Any]:
    """Return the columns of an entry that come from its words."""
    said = {"record": record_fields(record), "former": list(former)}
    words = without_halves(json.dumps(said, ensure_ascii=False, sort_keys=True))
    name = without_halves(name_of(record))
    return {
        "kind": kind.value,
        "name": name,
        "name_key": name_key(name),
        "name_order": sortable(name),
        "words": words,
        "sha256": _sha256(kind, words),
    }


def entry_of(row: Mapping[Any, Any]) -> Entry:
    """Return the entry that a row holds.

    Raises:
        EntryDamagedError: the words are not those that were saved.
    """
    try:
        kind = ListKind(row["kind"])
        if _sha256(kind, row["words"]) != row["sha256"]:
            raise EntryDamagedError(row["name"])
        said = json.loads(row["words"])
        record = read_record(RECORDS[kind], said["record"])
    except (ValueError, TypeError) as error:
        raise EntryDamagedError(str(row["name"])) from error
    return Entry(
        id=EntryId(row["key"]),
        kind=kind,
        record=record,
        former=tuple(said["former"]),
        is_retired=bool(row["is_retired"]),
    )


def _sha256(kind: ListKind, words: str) -> str:
    return hashlib.sha256(f"{kind}\0{words}".encode()).hexdigest()
