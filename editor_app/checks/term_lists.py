"""Lists of words and of short forms as CSV: those that come with the program, and a house's own.

A list may come from anywhere: it is read within bounds, what is wrong in it is left out and named,
and there are no patterns in it but an ending in ``*``.
"""

import csv
import io
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from editor_app.checks.errors import ListUnreadableError
from editor_app.model.house_style import Acronym, Term
from editor_app.paths import resources
from editor_app.wording.dates import primary

MOST_BYTES = 2_000_000
MOST_ROWS = 20_000
MOST_FORMS = 60
TERM_COLUMNS = ("forms", "suggestion", "reason", "source")
ACRONYM_COLUMNS = ("short", "expansion")
_LONGEST_CELL = 400
_LONGEST_FORM = 120
_MOST_REMARKS = 20
_DELIMITERS = (",", ";", "\t")
_GUARDED = re.compile(r"'(?='*[=+\-@\t])")  # as `term_tables` writes what a spreadsheet would run
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_LETTER = re.compile(r"[^\W\d_]")

Record = TypeVar("Record")
Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class TermList:
    """A list of words as it was read; ``remarks`` are sentences on what was left out."""

    terms: tuple[Term, ...]
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AcronymList:
    """A list of short forms as it was read; ``remarks`` are sentences on what was left out."""

    acronyms: tuple[Acronym, ...]
    remarks: tuple[str, ...] = ()


def read_terms(content: bytes, language: str) -> TermList:
    """Return the words of a CSV file with the columns forms, suggestion, reason, source.

    Raises:
        ListUnreadableError: it is no such file, or too large.
    """
    terms, remarks = _read(content, TERM_COLUMNS, _term(language))
    return TermList(terms, remarks)


def read_acronyms(content: bytes, language: str) -> AcronymList:
    """Return the short forms of a CSV file with the columns short, expansion.

    Raises:
        ListUnreadableError: it is no such file, or too large.
    """
    acronyms, remarks = _read(content, ACRONYM_COLUMNS, _acronym(language))
    return AcronymList(acronyms, remarks)


@lru_cache(maxsize=64)
def shipped_terms(kind: str, language: str) -> tuple[Term, ...]:
    """Return the words that come with the program: ``words``, ``names`` or ``inclusive``."""
    path = resources() / "terminology" / kind / f"{primary(language)}.csv"
    return read_terms(path.read_bytes(), primary(language)).terms if path.is_file() else ()


@lru_cache(maxsize=16)
def shipped_acronyms(language: str) -> tuple[Acronym, ...]:
    """Return the short forms that come with the program for a language."""
    path = resources() / "terminology" / "acronyms" / f"{primary(language)}.csv"
    return read_acronyms(path.read_bytes(), primary(language)).acronyms if path.is_file() else ()


def term_of(row: Mapping[str, str], language: str) -> Term:
    """Return the words that one row says, typed by hand.

    Raises:
        ListUnreadableError: they cannot be used.
    """
    return _typed(row, _term(language))


def acronym_of(row: Mapping[str, str], language: str) -> Acronym:
    """Return the short form that one row says, typed by hand.

    Raises:
        ListUnreadableError: it cannot be used.
    """
    return _typed(row, _acronym(language))


# ---------------------------------------------------------------- rows


class _LeftOutError(ValueError):
    """Why a row is left out, as the end of a sentence."""


def _typed(row: Mapping[str, str], made: Callable[[Row], Record]) -> Record:
    try:
        return made({column: _clean(cell) for column, cell in row.items()})
    except _LeftOutError as reason:
        message = f"This row is not used: {reason}."
        raise ListUnreadableError(message, hint="Change it, or remove it.") from reason


def _read(
    content: bytes, columns: Sequence[str], made: Callable[[Row], Record]
) -> tuple[tuple[Record, ...], tuple[str, ...]]:
    records: list[Record] = []
    remarks: list[str] = []
    left_out = 0
    for number, row in _rows(_text(content), columns):
        if number > MOST_ROWS:
            remarks.append(f"Only the first {MOST_ROWS:,} rows were read.")
            break
        try:
            records.append(made(row))
        except _LeftOutError as reason:
            left_out += 1
            if left_out <= _MOST_REMARKS:
                remarks.append(f"Row {number} was left out: {reason}.")
    if left_out > _MOST_REMARKS:
        remarks.append(f"{left_out:,} rows were left out in all.")
    if not records:
        message = "There are no words in this list."
        raise ListUnreadableError(message, hint=f"Its columns are {', '.join(columns)}.")
    return tuple(records), tuple(remarks)


def _text(content: bytes) -> str:
    """Return a file as text: UTF-8, UTF-16 with its mark, or what older programs write."""
    if len(content) > MOST_BYTES:
        message = "This list is too large."
        raise ListUnreadableError(message, hint=f"A list has at most {MOST_BYTES:,} bytes.")
    for encoding in (
        "utf-8-sig",
        "utf-16" if content[:2] in {b"\xff\xfe", b"\xfe\xff"} else "ascii",
    ):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode("cp1252", errors="replace")


def _rows(text: str, columns: Sequence[str]) -> Iterator[tuple[int, Row]]:
    """Yield the rows that say something, by columns, with their numbers; no header is needed."""
    lines = text.replace("\0", "").splitlines(keepends=True)
    first = next((line for line in lines if line.strip()), "")
    delimiter = max(_DELIMITERS, key=first.count)
    names = list(columns)
    is_first = True
    for number, cells in _cells(lines, delimiter):
        values = [_clean(cell) for cell in cells]
        if not any(values):
            continue
        if is_first and columns[0] in [value.casefold() for value in values]:
            names = [value.casefold() for value in values]
        else:
            found = dict(zip(names, values, strict=False))
            yield number, {column: found.get(column, "") for column in columns}
        is_first = False


def _cells(lines: list[str], delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the cells of each row; a row that no reader can make sense of is one of no form."""
    reader = csv.reader(io.StringIO("".join(lines)), delimiter=delimiter)
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            cells = ["", "?"]
        yield reader.line_num, cells


def _clean(cell: str) -> str:
    words = " ".join(unicodedata.normalize("NFC", _CONTROLS.sub(" ", cell)).split())
    return words[1:] if _GUARDED.match(words) else words


# ---------------------------------------------------------------- what a row says


def _term(language: str) -> Callable[[Row], Term]:
    def made(row: Row) -> Term:
        _bounded(row, "suggestion", "reason", "source")
        forms = tuple(form for form in (one.strip() for one in row["forms"].split("|")) if form)
        if not forms:
            raise _LeftOutError("it has no form")
        if len(forms) > MOST_FORMS:
            raise _LeftOutError(f"it has more than {MOST_FORMS} forms")
        for form in forms:
            _judge(form)
        return Term(
            language=language,
            forms=forms,
            suggestion=row["suggestion"],
            reason=row["reason"],
            source=row["source"],
        )

    return made


def _judge(form: str) -> None:
    if len(form) > _LONGEST_FORM:
        raise _LeftOutError(f"a form has more than {_LONGEST_FORM} characters")
    if "*" in form[:-1]:
        raise _LeftOutError(f"“{form[:40]}” has a * that is not at its end")
    if not _LETTER.search(form[:3]) or (form.endswith("*") and len(form) < 4):  # noqa: PLR2004
        raise _LeftOutError(f"“{form[:40]}” is too short or no word")


def _acronym(language: str) -> Callable[[Row], Acronym]:
    def made(row: Row) -> Acronym:
        _bounded(row, "short", "expansion")
        if not row["short"] or not row["expansion"] or " " in row["short"]:
            raise _LeftOutError("it needs a short form of one word and what that stands for")
        return Acronym(short=row["short"], language=language, expansion=row["expansion"])

    return made


def _bounded(row: Row, *columns: str) -> None:
    for column in columns:
        if len(row[column]) > _LONGEST_CELL:
            raise _LeftOutError(f"its {column} has more than {_LONGEST_CELL} characters")
