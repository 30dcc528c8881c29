"""A managed list as a CSV file that spreadsheets open: UTF-8 with a mark, and harmless in them."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from editor_app.model.list_table import table_of
from editor_app.model.lists import Entry
from editor_app.store.files import in_words, write_whole

_MARK = "\ufeff"  # by which Excel knows UTF-8
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r")  # by which a spreadsheet knows a formula (OWASP)


def list_as_csv(entries: Sequence[Entry]) -> bytes:
    """Return a list as CSV; a text that a spreadsheet would run gets an apostrophe before it."""
    headings, rows = table_of(entries)
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(headings)
    writer.writerows([_harmless(text) for text in row] for row in rows)
    return f"{_MARK}{file.getvalue()}".encode("utf-8", "replace")


def write_list(entries: Sequence[Entry], file: Path) -> None:
    """Write a list into a CSV file.

    Raises:
        LibraryError: the file cannot be written.
    """
    with in_words(file.parent):
        write_whole(file, list_as_csv(entries))


def _harmless(text: str) -> str:
    text = text.replace("\0", "")
    return f"'{text}" if text.lstrip("'").startswith(_DANGEROUS) else text
