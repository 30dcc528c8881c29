"""What a report of a mistake says: the program and the system, where it was, what was done last.

It says nothing of items, and no name of a person: messages of exceptions may quote both, so only
their kinds are told, and paths begin where the program or the home folder does.
"""

import platform
import sqlite3
import sys
import traceback
from collections.abc import Iterable, Iterator
from types import TracebackType

import PySide6

from editor_app import __version__
from editor_app.store.reports import without_names

_MOST_CAUSES = 10


def report_of(
    kind: type[BaseException],
    error: BaseException,
    trace: TracebackType | None,
    *,
    actions: Iterable[str] = (),
) -> str:
    """Return the report of an exception that nobody caught."""
    told = traceback.TracebackException(kind, error, trace)
    done = ", ".join(actions) or "none"
    python, qt, sqlite = platform.python_version(), PySide6.__version__, sqlite3.sqlite_version
    parts = [
        f"Standfirst {__version__}",
        f"Python {python}, Qt {qt}, SQLite {sqlite}",
        f"{platform.system()} {platform.release()} {platform.machine()}, {sys.byteorder} endian",
        f"Last commands, the newest last: {done}",
        "",
        *_told(told),
    ]
    return "\n".join(parts) + "\n"


def _told(first: traceback.TracebackException) -> Iterator[str]:
    chain: list[traceback.TracebackException] = []
    one: traceback.TracebackException | None = first
    while one is not None and len(chain) < _MOST_CAUSES:
        chain.append(one)
        one = one.__cause__ or (None if one.__suppress_context__ else one.__context__)
    for cause in reversed(chain):
        for frame in cause.stack:
            yield f"  {without_names(frame.filename)}:{frame.lineno} in {frame.name}"
            if frame.line:
                yield f"    {frame.line}"
        kind = cause.exc_type
        yield f"{kind.__module__}.{kind.__qualname__}" if kind else "an exception"
