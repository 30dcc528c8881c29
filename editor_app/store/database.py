"""The database file: one connection, careful settings, transactions, SQLite's errors in words."""

import os
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path
from typing import Any

import sqlalchemy
from sqlalchemy import Connection, Engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.pool import QueuePool

from editor_app.store.connection import connect
from editor_app.store.errors import (
    DamagedLibraryError,
    DiskFailedError,
    DiskFullError,
    LibraryBusyError,
    LibraryError,
    LibraryGoneError,
    LibraryInUseError,
    ReadOnlyLibraryError,
)

_TURN = 60.0  # seconds a thread waits for its turn on the connection
_PAGES_IN_A_STEP = 32  # of a copy: too few to be felt
_BETWEEN_STEPS = 0.001  # seconds; the others come to their turn
_PRIMARY = 0xFF  # the low byte of an SQLite result code is its family


def explain(error: DBAPIError, folder: Path) -> LibraryError | None:
    """Return error in words if the user can act on it, or None if it is a bug."""
    match getattr(error.orig, "sqlite_errorcode", 0) & _PRIMARY:
        case sqlite3.SQLITE_FULL:
            return DiskFullError()
        case sqlite3.SQLITE_IOERR | sqlite3.SQLITE_CANTOPEN:
            return DiskFailedError()
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM:
            return ReadOnlyLibraryError(folder)
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return LibraryInUseError(folder)
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return DamagedLibraryError()
        case _:
            return None


class Database:
    """The one connection to a database file, on which threads take turns.

    The file is held under SQLite's exclusive lock from the first statement to `close`. Nobody
    else may open it, not even to read its bytes: closing any other descriptor of the file would
    drop the lock.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection | None = None) -> None:
        """Open the file at path, or go on with the connection to it that `connect` made."""
        self.path = path
        self.folder = path.parent
        self._identity = _identity(path)
        self._is_closed = False
        self._is_copied = False  # or was, since it was opened
        self._open_already = [connection] if connection is not None else []
        self._engine = _engine(self._connect)

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """Run a block as one transaction: all of it happens, or none of it.

        Raises:
            LibraryError: the disk is full, the file is damaged, gone or not writable.
        """
        if _identity(self.path) != self._identity:
            raise LibraryGoneError(self.folder)
        with self._in_words(), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Run a block that only reads; all it reads is of one moment.

        Raises:
            LibraryError: the file is damaged, or the disk cannot be read.
        """
        with self._in_words(), self._engine.connect() as connection:
            yield connection.execution_options(standfirst_begin="BEGIN")

    @contextmanager
    def raw(self) -> Iterator[sqlite3.Connection]:
        """Give the driver's own connection, outside any transaction (for backups and pragmas)."""
        with self._in_words():
            borrowed = self._engine.raw_connection()
            try:
                driver: Any = borrowed.driver_connection
                with _as_sqlalchemy_says():
                    yield driver
            finally:
                borrowed.close()

    def copy_into(self, copy: Path) -> None:
        """Copy all of it into a new file, in steps between which others have their turn.

        What they save meanwhile reaches the copy too: SQLite sees to that, as there is only this
        one connection. No step is made within a transaction, so none is ever copied half. The copy
        is not made durable; that is left to whoever keeps it.

        Raises:
            LibraryError: the disk is full, one of the files cannot be read or written, or this one
                was closed.
        """

        def rest(_status: int, _remaining: int, _total: int) -> None:
            turn.close()
            time.sleep(_BETWEEN_STEPS)
            if self._is_closed:
                raise LibraryBusyError
            turn.enter_context(self.raw())

        with (
            self._in_words(),
            _as_sqlalchemy_says(),
            closing(sqlite3.connect(copy)) as target,
            ExitStack() as turn,
        ):
            target.execute("PRAGMA journal_mode = OFF")
            target.execute("PRAGMA synchronous = OFF")
            source = turn.enter_context(self.raw())
            self._is_copied = True
            source.backup(target, pages=_PAGES_IN_A_STEP, sleep=_BETWEEN_STEPS, progress=rest)

    def close(self) -> None:
        """Fold the write-ahead log into the file and let go of it."""
        self._is_closed = True
        if self._is_copied:  # a copy may be in the midst of a step
            with suppress(LibraryError), self.raw():
                pass
        self._engine.dispose()
        for unused in self._open_already:
            unused.close()

    def _connect(self) -> sqlite3.Connection:
        return self._open_already.pop() if self._open_already else connect(self.path)

    @contextmanager
    def _in_words(self) -> Iterator[None]:
        try:
            yield
        except PoolTimeoutError as error:
            raise LibraryBusyError from error
        except UnicodeDecodeError as error:  # the driver, on a complaint that quotes a broken shape
            raise DamagedLibraryError from error
        except DBAPIError as error:
            expected = explain(error, self.folder)
            if expected is None:
                raise
            raise expected from error


@contextmanager
def _as_sqlalchemy_says() -> Iterator[None]:
    """Wrap errors of the driver as SQLAlchemy would have."""
    try:
        yield
    except sqlite3.Error as error:
        raise DBAPIError(None, None, error) from error


def require_folded(path: Path) -> None:
    """Make sure that a database that was closed is whole without the log beside it.

    SQLite does not say it where it could not fold the log in.

    Raises:
        DiskFailedError: it needs the log still.
    """
    if path.with_name(f"{path.name}-wal").exists():
        raise DiskFailedError


def _identity(path: Path) -> tuple[int, int] | None:
    """Return what tells this very file from another of the same name; it is not opened."""
    try:
        found = os.stat(path)  # noqa: PTH116 - the one call on the way of every save
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _engine(connect: Callable[[], sqlite3.Connection]) -> Engine:
    engine = sqlalchemy.create_engine(
        "sqlite+pysqlite://",
        creator=connect,
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=0,
        pool_timeout=_TURN,
    )
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    options = connection.get_execution_options()
    connection.exec_driver_sql(options.get("standfirst_begin", "BEGIN IMMEDIATE"))
