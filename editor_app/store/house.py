"""The settings of the organisation, kept in the library they belong to."""

import hashlib
import json

from sqlalchemy import select, text

from editor_app.model.fields import read_record, record_fields
from editor_app.model.house import House
from editor_app.store.database import Database
from editor_app.store.errors import DamagedItemError
from editor_app.store.tables import HOUSE_STYLE

__all__ = ["House", "HouseStore"]

_PUT = text(
    "INSERT INTO house_style (key, fields, sha256) VALUES (1, :fields, :sha256)"
    " ON CONFLICT (key) DO UPDATE SET fields = excluded.fields, sha256 = excluded.sha256"
)


class HouseStore:
    """The house of a library; a library that was never told has the default one."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._last: tuple[str, str, House] | None = None  # as stored, and what that says

    def get(self) -> House:
        """Return the settings.

        Raises:
            DamagedItemError: what is stored is not what was saved.
        """
        with self._database.reading() as connection:
            found = connection.execute(select(HOUSE_STYLE)).mappings().one_or_none()
        if found is None:
            return House()
        fields, sha256, last = found["fields"], found["sha256"], self._last
        if last is not None and last[:2] == (fields, sha256):
            return last[2]  # thousands of words of the house are not read again for each item
        if _sha256(fields) != sha256:
            raise DamagedItemError("house style")
        house = read_record(House, json.loads(fields))
        self._last = (fields, sha256, house)
        return house

    def save(self, house: House) -> None:
        """Keep new settings."""
        fields = json.dumps(record_fields(house), sort_keys=True)
        sha256 = _sha256(fields)
        with self._database.transaction() as connection:
            connection.execute(_PUT, {"fields": fields, "sha256": sha256})
        self._last = (fields, sha256, house)


def _sha256(fields: str) -> str:
    return hashlib.sha256(fields.encode()).hexdigest()
