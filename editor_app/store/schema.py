"""The shape of the database: which one a file has, and how it gets to the present one."""

from pathlib import Path

from sqlalchemy import Connection

from editor_app.store.database import Database
from editor_app.store.errors import DamagedLibraryError
from editor_app.store.opening import APPLICATION_ID, SCHEMA, check_marks
from editor_app.store.tables import SHAPE

_MIGRATIONS = Path(__file__).with_name("migrations")


def schema_of(connection: Connection) -> int:
    """Return the shape that the open file has; 0 for an empty one."""
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def application_of(connection: Connection) -> int:
    """Return the mark of the program that made the open file."""
    return int(connection.exec_driver_sql("PRAGMA application_id").scalar_one())


def has_shape(connection: Connection) -> bool:
    """Return whether the open file has every table and column that the program asks for."""
    return all(
        {row[1] for row in connection.exec_driver_sql(f'PRAGMA table_info("{table.name}")')}
        >= set(table.columns.keys()) - {"rowid"}  # which every table has, and none lists
        for table in SHAPE.tables.values()
    )


def check_open(database: Database) -> int:
    """Check the marks again, as SQLite sees them with its log, and return the shape.

    Raises:
        NotALibraryError: it is another program's file.
        NewerLibraryError: a newer version of the program made it.
        DamagedLibraryError: a table, or a column of one, is gone.
    """
    with database.reading() as connection:
        application, schema = application_of(connection), schema_of(connection)
        check_marks(database.folder, application=application, schema=schema)
        if schema == SCHEMA and not has_shape(connection):
            raise DamagedLibraryError
    return schema


def upgrade(connection: Connection) -> None:
    """Bring the open file to the present shape, inside the transaction of connection.

    The search index follows from the items: whatever the steps changed, it is made anew.
    """
    from alembic import command  # noqa: PLC0415 - costs 0.1 s that an ordinary start need not pay
    from alembic.config import Config  # noqa: PLC0415

    from editor_app.store.index_making import rebuild  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "newline")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    rebuild(connection)
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA}")
