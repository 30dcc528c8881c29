"""Reports of mistakes in the program, kept in the library for whoever looks after it."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import IO

from editor_app.store.files import in_words, make_folder, write_whole
from editor_app.store.names import REPORTS_NAME

_KEPT_FOR = timedelta(days=90)
_FAULT = "fault-"  # being written by a process while it dies
_ENDING = ".txt"
_PROGRAM = Path(__file__).resolve().parents[1]


def write_report(library: Path, text: str, moment: datetime) -> Path:
    """Write a report of a mistake and return its path.

    Raises:
        LibraryError: there is no room, or the library is not writable.
    """
    folder = library / REPORTS_NAME
    target = folder / f"mistake-{_stamp(moment)}{_ENDING}"
    number = 2
    with in_words(library):
        while target.exists():
            target = folder / f"mistake-{_stamp(moment)}-{number}{_ENDING}"
            number += 1
        make_folder(folder)
        write_whole(target, text.encode("utf-8", "backslashreplace"))
    return target


def take_faults(library: Path, moment: datetime) -> list[Path]:
    """Return what processes wrote that were ended by a fault of the machine's kind, once each.

    Raises:
        LibraryError: the folder cannot be read or written.
    """
    folder = library / REPORTS_NAME
    taken = []
    with in_words(library):
        for path in sorted(folder.glob(f"{_FAULT}*{_ENDING}")):
            if path.stat().st_size:
                name = path.name.removeprefix(_FAULT)
                kept = path.with_name(f"ended-{_stamp(moment)}-{name}")
                text = path.read_text(encoding="utf-8", errors="replace")
                told = re.sub(r'File "([^"]+)"', lambda at: f"File {without_names(at[1])}", text)
                write_whole(kept, told.encode("utf-8", "backslashreplace"))
                taken.append(kept)
            path.unlink(missing_ok=True)
    return taken


def forget_old_reports(library: Path, now: datetime) -> None:
    """Delete reports older than 90 days.

    Raises:
        LibraryError: the folder cannot be read or written.
    """
    limit = (now - _KEPT_FOR).timestamp()
    with in_words(library):
        for path in (library / REPORTS_NAME).glob(f"*{_ENDING}"):
            if path.stat().st_mtime < limit:
                path.unlink(missing_ok=True)


@contextmanager
def fault_file(library: Path, process: int) -> Iterator[IO[str] | None]:
    """Give a file that is written to when the process dies of a fault, or None where there is none.

    It goes when the process ends in order.
    """
    path = library / REPORTS_NAME / f"{_FAULT}{process}{_ENDING}"
    try:
        make_folder(path.parent)
        file = path.open("w", encoding="utf-8")
    except OSError:
        yield None
        return
    try:
        yield file
    finally:
        file.close()
        try:
            path.unlink(missing_ok=True)
        except OSError:
            return


def without_names(path: str) -> str:
    """Return the path of a module as it begins in the program, or in the library it is of."""
    whole = Path(path)
    if whole.is_relative_to(_PROGRAM):
        return str(whole.relative_to(_PROGRAM.parent))
    found = re.search(r"(?:site-packages|lib[/\\]python[\d.]+)[/\\](?!site-packages)(.*)", path)
    return found[1] if found else whole.name


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y%m%d-%H%M%S")
