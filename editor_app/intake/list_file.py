"""A managed list read from a CSV file, as a spreadsheet saves it."""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from editor_app.intake.errors import NotTextError
from editor_app.intake.textfile import read_text
from editor_app.model.list_table import (
    NAME,
    ToldEntry,
    is_heading,
    is_told_retired,
    record_in,
)
from editor_app.model.lists import (
    RECORDS,
    Entry,
    ListKind,
    Record,
    name_key,
    name_of,
)

MOST_ROWS = 50_000
_SEPARATORS = ",;\t"
_TITLE = "title"  # what publications are called by, also understood
_DANGEROUS = ("=", "+", "-", "@", "\t")  # before which `export.list_file` puts an apostrophe


@dataclass(frozen=True, slots=True, kw_only=True)
class ListFile:
    """What a file tells of a list: entries, how many rows had no name, headings not understood."""

    told: tuple[ToldEntry, ...]
    nameless: int
    unknown: tuple[str, ...]


def read_list(file: Path, kind: ListKind, entries: Iterable[Entry]) -> ListFile:
    """Return what a CSV file tells of a list that has some entries already.

    The separator is a comma, a semicolon or a tab. What a row does not tell of an entry that is in
    the list stays.

    Raises:
        IntakeError: the file cannot be read, is no table, or has no column of names.
    """
    text, _ = read_text(file)
    rows = _rows(text, file.name)
    headings = [_heading(cell) for cell in next(rows, [])]
    if NAME not in headings:
        raise NotTextError(
            f"“{file.name}” has no column “{NAME}” in its first row.",
            hint="Export the list to see which columns it has.",
        )
    record_type = RECORDS[kind]
    known: dict[str, Record] = {name_key(entry.name): entry.record for entry in entries}
    told: dict[str, ToldEntry] = {}
    nameless = 0
    for cells in rows:
        row = dict(zip(headings, map(_unguarded, cells), strict=False))
        key = name_key(row.get(NAME, ""))
        if not key:
            nameless += any(cell.strip() for cell in cells)
            continue
        record = record_in(record_type, row, known.get(key))
        known[name_key(name_of(record))] = record
        told[key] = ToldEntry(record, is_told_retired(row))
    unknown = tuple(one for one in headings if one and not is_heading(record_type, one))
    return ListFile(told=tuple(told.values()), nameless=nameless, unknown=unknown)


def _rows(text: str, name: str) -> Iterator[list[str]]:
    first = text.partition("\n")[0]
    separator = max(_SEPARATORS, key=first.count)
    reader = csv.reader(io.StringIO(text), delimiter=separator)
    try:
        for number, row in enumerate(reader):
            if number > MOST_ROWS:
                raise NotTextError(
                    f"“{name}” has more than {MOST_ROWS:,} rows.", hint="Split it into several."
                )
            yield row
    except csv.Error as error:
        raise NotTextError(
            f"“{name}” is not a table that can be read.",
            hint="Save it as CSV from your spreadsheet.",
        ) from error


def _heading(cell: str) -> str:
    heading = " ".join(_unguarded(cell).casefold().split())
    return NAME if heading == _TITLE else heading


def _unguarded(cell: str) -> str:
    is_guarded = cell.startswith("'") and cell.lstrip("'").startswith(_DANGEROUS)
    return cell[1:] if is_guarded else cell
