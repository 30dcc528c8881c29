"""The connection to a database file, made carefully by SQLite alone.

What is set here holds for whoever works on the connection, SQLAlchemy or not.
"""

import os
import sqlite3
from pathlib import Path
from urllib.parse import quote

from editor_app.store.drives import is_on_network

_CACHE_KIB = 32 * 1024
_TURN = 0.2  # seconds; nobody else may have the file open at all


def connect(path: Path) -> sqlite3.Connection:
    """Open the database file at path, which must be there.

    The file is held under SQLite's exclusive lock from the first statement until it is closed.

    Raises:
        sqlite3.Error: it cannot be opened, another process has it, or it is no database.
    """
    address = f"file:{quote(os.fsencode(path))}?mode=rw"  # never makes a file by accident
    connection = sqlite3.connect(
        address, uri=True, isolation_level=None, check_same_thread=False, timeout=_TURN
    )
    try:
        prepare(connection, journal=_journal_for(path.parent))
    except BaseException:
        connection.close()
        raise
    return connection


def _journal_for(folder: Path) -> str:
    """Return how SQLite is to keep its journal: its log needs memory that drives do not share."""
    return "DELETE" if is_on_network(folder) else "WAL"


def prepare(connection: sqlite3.Connection, *, journal: str) -> None:
    """Set a new connection up; the order matters (exclusive before the first look at the file)."""
    connection.text_factory = _lenient_text
    run = connection.execute
    run("PRAGMA locking_mode = EXCLUSIVE")
    run("PRAGMA trusted_schema = OFF")
    run("PRAGMA cell_size_check = ON")
    run("PRAGMA mmap_size = 0")
    run("PRAGMA foreign_keys = ON")
    run(f"PRAGMA cache_size = -{_CACHE_KIB}")
    run("PRAGMA temp_store = MEMORY")
    mode = run(f"PRAGMA journal_mode = {journal}").fetchone()[0]
    # Where a write-ahead log cannot be had, EXTRA also syncs the folder after each commit.
    run(f"PRAGMA synchronous = {'FULL' if mode == 'wal' else 'EXTRA'}")


def _lenient_text(data: bytes) -> str:
    """Return stored text; a flipped bit must reach the checksum, not stop the reading of a list."""
    return data.decode("utf-8", "replace")
