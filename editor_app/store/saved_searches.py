"""Searches that are kept under a name, as the text that a user would type."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NewType

from sqlalchemy import Connection, RowMapping, delete, func, insert, select, update

from editor_app.store.database import Database
from editor_app.store.errors import StoreError
from editor_app.store.query import ItemQuery
from editor_app.store.query_text import read_query, write_query
from editor_app.store.rows import without_halves
from editor_app.store.tables import SAVED_SEARCHES

_LONGEST_NAME = 200
SearchId = NewType("SearchId", int)


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedSearch:
    """A search with a name. Its order and page are not kept."""

    id: SearchId
    name: str
    query: ItemQuery


class SearchNameError(StoreError):
    """A search cannot be kept under a name."""


class SearchGoneError(StoreError):
    """The saved search was deleted."""

    def __init__(self) -> None:
        super().__init__("This saved search was deleted.", hint="Save it again to have it back.")


class SearchDamagedError(StoreError):
    """What is stored of a saved search is not what was saved: the SHA-256 disagrees."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"The saved search “{name}” is damaged.", hint="Delete it, then save it anew."
        )


class SavedSearches:
    """The saved searches of a library, in the order in which they are shown."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[SavedSearch, ...]:
        """Return all of them.

        Raises:
            SearchDamagedError: one of them is not what was saved.
        """
        columns = SAVED_SEARCHES.c
        asked = select(SAVED_SEARCHES).order_by(columns.position, columns.key)
        with self._database.reading() as connection:
            return tuple(map(_search_in, connection.execute(asked).mappings()))

    def add(self, name: str, query: ItemQuery) -> SavedSearch:
        """Keep a query under a name, behind the others.

        Raises:
            SearchNameError: the name is empty, or another one has it.
        """
        with self._database.transaction() as connection:
            words = _columns(connection, name, write_query(query))
            last = select(func.coalesce(func.max(SAVED_SEARCHES.c.position), 0))
            words["position"] = connection.execute(last).scalar_one() + 1
            key = connection.execute(insert(SAVED_SEARCHES).values(words)).inserted_primary_key
            asked = select(SAVED_SEARCHES).where(SAVED_SEARCHES.c.key == (key or (0,))[0])
            return _search_in(connection.execute(asked).mappings().one())

    def change(self, search_id: SearchId, *, name: str, query: ItemQuery) -> None:
        """Give a saved search another name, or another query.

        Raises:
            SearchNameError: the name is empty, or another one has it.
            SearchGoneError: it was deleted.
        """
        chosen = SAVED_SEARCHES.c.key == search_id
        with self._database.transaction() as connection:
            words = _columns(connection, name, write_query(query), own=search_id)
            changed = connection.execute(update(SAVED_SEARCHES).where(chosen).values(words))
            if not changed.rowcount:
                raise SearchGoneError

    def delete(self, search_id: SearchId) -> None:
        """Forget a saved search; the items that it finds are not touched."""
        with self._database.transaction() as connection:
            connection.execute(delete(SAVED_SEARCHES).where(SAVED_SEARCHES.c.key == search_id))

    def put_in_order(self, search_ids: Sequence[SearchId]) -> None:
        """Show saved searches in this order; others stay behind them."""
        with self._database.transaction() as connection:
            connection.execute(
                update(SAVED_SEARCHES).values(position=SAVED_SEARCHES.c.position + len(search_ids))
            )
            for position, search_id in enumerate(search_ids):
                chosen = SAVED_SEARCHES.c.key == search_id
                moved = update(SAVED_SEARCHES).where(chosen).values(position=position)
                connection.execute(moved)


def is_whole_search(row: RowMapping) -> bool:
    """Return whether a row holds the search that was saved."""
    return bool(_sha256(row["name"], row["query"]) == row["sha256"])


def _search_in(row: RowMapping) -> SavedSearch:
    if not is_whole_search(row):
        raise SearchDamagedError(row["name"])
    return SavedSearch(id=SearchId(row["key"]), name=row["name"], query=read_query(row["query"]))


def _columns(
    connection: Connection, name: str, query: str, *, own: SearchId | None = None
) -> dict[str, str | int]:
    """Return the columns of a search, if it can have the name."""
    cleaned = " ".join(without_halves(name).split())[:_LONGEST_NAME]
    query = without_halves(query)
    if not cleaned:
        raise SearchNameError("A saved search needs a name.", hint="Write one, then save again.")
    same = select(SAVED_SEARCHES.c.key).where(SAVED_SEARCHES.c.name == cleaned)
    if connection.execute(same).scalar() not in {None, own}:
        message = f"There is a saved search “{cleaned}” already."
        raise SearchNameError(message, hint="Choose another name.")
    return {"name": cleaned, "query": query, "sha256": _sha256(cleaned, query)}


def _sha256(name: str, query: str) -> str:
    return hashlib.sha256(f"{name}\n{query}".encode()).hexdigest()
