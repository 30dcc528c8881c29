"""What values the items of a library have in the fields that a query can name."""

from collections.abc import Mapping

from sqlalchemy import Connection, text

from editor_app.store.marks import mark
from editor_app.store.query import Field, ItemQuery
from editor_app.store.query_text import filters_of
from editor_app.store.section_names import section_names

_NEWEST = 2_000  # items that are looked through for what no list has
_ASKED = {
    Field.TAG: "SELECT name FROM tags ORDER BY name",
    Field.LANGUAGE: "SELECT DISTINCT language FROM items ORDER BY language",
    Field.COUNTRY: (
        "SELECT DISTINCT value FROM"
        " (SELECT countries FROM items ORDER BY place DESC LIMIT :newest) AS some,"
        " json_each(some.countries) ORDER BY value"
    ),
    Field.TYPE: (
        "SELECT DISTINCT content_type FROM"
        " (SELECT content_type FROM items ORDER BY place DESC LIMIT :newest)"
    ),
}
_CALLED = {
    Field.SECTION: "in the section",
    Field.TAG: "tagged",
    Field.LANGUAGE: "in the language",
    Field.COUNTRY: "about the country",
    Field.TYPE: "of the type",
}


def known_values(connection: Connection) -> Mapping[Field, tuple[str, ...]]:
    """Return the values to offer for each field that takes free ones."""
    values = {"newest": _NEWEST}
    found = {
        field: tuple(map(str, connection.scalars(text(asked), values)))
        for field, asked in _ASKED.items()
    }
    return {Field.SECTION: section_names(connection), **found}


def why_nothing(connection: Connection, query: ItemQuery) -> str:
    """Return which value of a query no item has, as a sentence; empty where that is not why.

    So it is where a section was renamed after a search for it was saved.
    """
    for one in filters_of(query):
        called = _CALLED.get(one.field)
        if called is None or one.is_excluded:
            continue
        asked = text("SELECT 1 FROM item_marks WHERE mark = :mark LIMIT 1")
        found = connection.execute(asked, {"mark": mark(one.field, one.value)})
        if found.first() is None:
            return f"No item is {called} “{one.value}”. It may have another name now."
    return ""
