"""A database as earlier versions of the program made it: by their steps, with the rows of today."""

import sqlite3
import zlib
from contextlib import closing
from pathlib import Path

import sqlalchemy
from alembic import command
from alembic.config import Config

from editor_app.store import schema
from editor_app.store.names import DATABASE_NAME
from editor_app.store.opening import APPLICATION_ID
from editor_app.store.packing import unpacked

_MIGRATIONS = Path(schema.__file__).with_name("migrations")
_PACKED_SINCE = 4
_MADE_ANEW = {"newest": "coalesce(display_date, substr(modified_at, 1, 10)) || ' ' || modified_at"}


def turn_back(folder, step):
    """Give a closed library's database the shape that it had at an earlier step.

    What had no place then is gone.
    """
    present, older = folder / DATABASE_NAME, folder / "older.db"
    _make(older, step)
    with closing(sqlite3.connect(older, isolation_level=None)) as database:
        database.execute("ATTACH ? AS present", [str(present)])
        database.execute("BEGIN")
        for table in _tables(database, "main") & _tables(database, "present"):
            _copy(database, table)
        if step < _PACKED_SINCE:
            _pack_as_before(database)
        database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        database.execute(f"PRAGMA user_version = {int(step)}")
        database.execute("COMMIT")
    older.replace(present)


def _make(file, step):
    """Make an empty database as the program did when this was its newest step."""
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "newline")
    engine = sqlalchemy.create_engine(f"sqlite:///{file}")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, f"{step:04}")
    engine.dispose()


def _tables(database, where):
    """Return the names of the tables that hold what was kept, not what can be made from it."""
    kinds = database.execute("PRAGMA table_list").fetchall()
    plain = {row[1] for row in kinds if row[0] == where and row[2] == "table"}
    return {name for name in plain - {"alembic_version"} if not name.startswith("sqlite_")}


def _copy(database, table):
    older, present = (_columns(database, where, table) for where in ("main", "present"))
    values = {name: f'"{name}"' for name in older if name in present}
    values |= {name: value for name, value in _MADE_ANEW.items() if name in older}
    names, asked = ", ".join(map('"{}"'.format, values)), ", ".join(values.values())
    copied = f'INSERT INTO main."{table}" ({names}) SELECT {asked} FROM present."{table}"'  # noqa: S608 - our names
    database.execute(copied)


def _columns(database, where, table):
    return [row[1] for row in database.execute(f'PRAGMA {where}.table_info("{table}")')]


def _pack_as_before(database):
    """Give every version the form it had at first: whole, and compressed by zlib."""
    asked = "SELECT key, words, base FROM present.revisions ORDER BY key"
    rows = database.execute(asked).fetchall()
    whole = {key: unpacked(words) for key, words, base in rows if base is None}
    (guard,) = database.execute("SELECT sql FROM sqlite_schema WHERE name = 'revisions_stay'")
    database.execute("DROP TRIGGER main.revisions_stay")
    for key, words, base in rows:
        plain = whole[key] if base is None else unpacked(words, whole[base])
        change = "UPDATE main.revisions SET words = ? WHERE key = ?"
        database.execute(change, (zlib.compress(plain), key))
    database.execute(guard[0])
