"""The managed list of sections: the labels above the headlines."""

from collections.abc import Iterable

from sqlalchemy import delete, func, insert, select

from editor_app.store.database import Database
from editor_app.store.tables import ITEMS, SECTIONS

FIRST_SECTIONS = ("Project News", "Press Release", "News", "Feature", "Statement", "Event")


class Sections:
    """The sections of a library, in the order they are offered."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def names(self) -> tuple[str, ...]:
        """Return the managed sections, then those that items use beside them."""
        managed = select(SECTIONS.c.name).order_by(SECTIONS.c.position, SECTIONS.c.key)
        used = (
            select(ITEMS.c.section)
            .where(ITEMS.c.section != "")
            .distinct()
            .order_by(ITEMS.c.section)
        )
        with self._database.reading() as connection:
            found = [*connection.scalars(managed), *connection.scalars(used)]
        return tuple(dict.fromkeys(found))

    def add(self, name: str) -> None:
        """Put a section at the end of the list, unless it is there already."""
        cleaned = name.strip()
        if not cleaned:
            return
        with self._database.transaction() as connection:
            same = select(SECTIONS.c.key).where(SECTIONS.c.name == cleaned)
            if connection.execute(same).scalar() is None:
                last = connection.execute(select(func.max(SECTIONS.c.position))).scalar() or 0
                connection.execute(insert(SECTIONS).values(name=cleaned, position=last + 1))

    def save(self, names: Iterable[str]) -> None:
        """Make names the managed list, in this order; items keep the section they have."""
        cleaned = dict.fromkeys(name.strip() for name in names)
        rows = [{"name": name, "position": at} for at, name in enumerate(filter(None, cleaned))]
        with self._database.transaction() as connection:
            connection.execute(delete(SECTIONS))
            if rows:
                connection.execute(insert(SECTIONS), rows)
