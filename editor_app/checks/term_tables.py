"""Words and short forms of the house as rows of a table and as CSV, one language at a time."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from editor_app.checks.term_lists import (
    ACRONYM_COLUMNS,
    TERM_COLUMNS,
    AcronymList,
    TermList,
    acronym_of,
    read_acronyms,
    read_terms,
    term_of,
)
from editor_app.model.house_style import Acronym, Term

_MARK = "\ufeff"  # by which Excel knows UTF-8
_DANGEROUS = ("=", "+", "-", "@", "\t")  # by which a spreadsheet knows a formula (OWASP)

TermRecord = Term | Acronym


class TermKind(StrEnum):
    """A list of the house; each is the name of a field of `HouseStyle`."""

    WORDS = "terms"
    NAMES = "official_names"
    SHORT_FORMS = "acronyms"


@dataclass(frozen=True, slots=True)
class TermTable:
    """One list in one language, as it was read; ``remarks`` say what was left out."""

    records: tuple[TermRecord, ...]
    remarks: tuple[str, ...] = ()


def columns_of(kind: TermKind) -> tuple[str, ...]:
    """Return the names of the columns of a list."""
    return ACRONYM_COLUMNS if kind is TermKind.SHORT_FORMS else TERM_COLUMNS


def cells_of(record: TermRecord) -> tuple[str, ...]:
    """Return a record as the cells of a row."""
    if isinstance(record, Acronym):
        return (record.short, record.expansion)
    return ("|".join(record.forms), record.suggestion, record.reason, record.source)


def record_of(kind: TermKind, cells: Sequence[str], language: str) -> TermRecord:
    """Return what the cells of a row say.

    Raises:
        ListUnreadableError: they cannot be used.
    """
    row = dict(zip(columns_of(kind), cells, strict=True))
    return acronym_of(row, language) if kind is TermKind.SHORT_FORMS else term_of(row, language)


def read_table(kind: TermKind, content: bytes, language: str) -> TermTable:
    """Return what a CSV file says.

    Raises:
        ListUnreadableError: it is no such file, or too large.
    """
    found: TermList | AcronymList
    if kind is TermKind.SHORT_FORMS:
        found = read_acronyms(content, language)
        return TermTable(found.acronyms, found.remarks)
    found = read_terms(content, language)
    return TermTable(found.terms, found.remarks)


def table_as_csv(kind: TermKind, records: Sequence[TermRecord]) -> bytes:
    """Return records as CSV; what a spreadsheet would run gets an apostrophe before it."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(columns_of(kind))
    writer.writerows([_harmless(cell) for cell in cells_of(one)] for one in records)
    return f"{_MARK}{file.getvalue()}".encode()


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.lstrip("'").startswith(_DANGEROUS) else cell
