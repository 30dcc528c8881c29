"""The managed lists of a library that had only a list of sections."""

import json
from typing import Any, cast

from sqlalchemy import Connection, insert, text

from editor_app.model.fields import read_record
from editor_app.model.item import Contact, NewsItem, Project, Publication
from editor_app.model.lists import Label, ListKind, name_key, tidy_name
from editor_app.store.list_rows import columns_of_entry
from editor_app.store.tables import ITEM_NAMES, LIST_ENTRIES
from editor_app.store.writing import names_carried

_CARRYING = text(
    "SELECT key, id, contacts, projects, publications FROM items"
    " WHERE contacts <> '[]' OR projects <> '[]' OR publications <> '[]'"
)
_RECORDS: dict[str, type[Any]] = {
    "contacts": Contact,
    "projects": Project,
    "publications": Publication,
}


def move_sections(connection: Connection) -> None:
    """Make the sections entries of the managed lists, and drop their table."""
    found = connection.exec_driver_sql("SELECT name FROM sections ORDER BY position, key")
    names = {name_key(name): tidy_name(name) for (name,) in found.all()}
    rows = [
        columns_of_entry(ListKind.SECTION, Label(name=name), ())
        | {"position": position, "is_retired": 0}
        for position, name in enumerate(filter(None, names.values()))
    ]
    if rows:
        connection.execute(insert(LIST_ENTRIES), rows)
    connection.exec_driver_sql("DROP TABLE sections")


def name_what_items_carry(connection: Connection) -> None:
    """Note which names of lists the items carry; a damaged item is passed over."""
    rows: list[dict[str, Any]] = []
    for row in connection.execute(_CARRYING).mappings().all():
        try:
            fields = {field: _read(row[field], kind) for field, kind in _RECORDS.items()}
        except (ValueError, TypeError):
            continue
        rows += names_carried(row["key"], NewsItem(id=row["id"], **cast("Any", fields)))
    if rows:
        connection.execute(insert(ITEM_NAMES), rows)


def _read(stored: str, kind: type[Any]) -> tuple[Any, ...]:
    return tuple(read_record(kind, fields) for fields in json.loads(stored))
