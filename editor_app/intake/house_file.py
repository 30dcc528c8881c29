"""A house style that somebody sent, as `editor_app.export.house_file` writes one.

It may come from anywhere: nothing is unpacked to the disk, only known names are read, each within
bounds, and what cannot be used is left out and named while the rest is taken.
"""

import io
import json
import lzma
import re
import struct
import zlib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile, ZipInfo

from editor_app.checks.errors import ListUnreadableError
from editor_app.checks.term_lists import MOST_BYTES
from editor_app.checks.term_tables import TermKind, TermRecord, read_table
from editor_app.intake.errors import IntakeError
from editor_app.intake.house_fields import taken_over
from editor_app.intake.textfile import read_bytes
from editor_app.model.house import House
from editor_app.model.house_words import is_language

_SETTINGS = "house.json"
_FORMAT = 1
_MOST_FILE = 8_000_000  # bytes of the .zip
_MOST_SETTINGS = 2_000_000  # bytes of house.json
_MOST_ENTRIES = 300
_MOST_UNPACKED = 20_000_000
_MOST_NAMED = 20
_TABLE = re.compile(rf"({'|'.join(TermKind)})/([A-Za-z0-9-]{{2,35}})\.csv")
# What reading a .zip that is not whole, or not made by us, can raise.
_UNREADABLE = (
    *(LookupError, ValueError, TypeError, ArithmeticError, EOFError, OSError, RuntimeError),
    *(BadZipFile, struct.error, zlib.error, lzma.LZMAError),
)


class HouseFileError(IntakeError):
    """A file is no house style; nothing of it was taken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseFile:
    """A house with what a file says; ``remarks`` are sentences on what was left out."""

    house: House
    remarks: tuple[str, ...] = ()


def read_house(file: Path, over: House) -> HouseFile:
    """Return a house with the settings of a file; what that does not say stays.

    Raises:
        IntakeError: the file cannot be read, or is no house style.
    """
    return house_in(read_bytes(file, limit=_MOST_FILE), over)


def house_in(content: bytes, over: House) -> HouseFile:
    """Return a house with the settings that a .zip holds; what that does not say stays.

    Raises:
        HouseFileError: it is no house style.
    """
    try:
        archive = ZipFile(io.BytesIO(content))
    except _UNREADABLE as error:
        raise _no_house() from error
    with archive:
        return _read(archive, over)


def _read(archive: ZipFile, over: House) -> HouseFile:
    entries = archive.infolist()
    if len(entries) > _MOST_ENTRIES or sum(one.file_size for one in entries) > _MOST_UNPACKED:
        message = "This house style is too large to be one."
        raise HouseFileError(message, hint="Ask for it to be exported again.")
    names = [one.filename for one in entries]
    if names.count(_SETTINGS) != 1 or len(set(names)) < len(names):
        raise _no_house()
    house, remarks = taken_over(_settings(archive.getinfo(_SETTINGS), archive), over)
    tables: dict[tuple[TermKind, str], tuple[TermRecord, ...]] = {}
    for entry in entries:
        found = _TABLE.fullmatch(entry.filename)
        if found and is_language(found[2]):
            kind = TermKind(found[1])
            try:
                table = read_table(kind, _unpacked(archive, entry, MOST_BYTES), found[2])
            except (ListUnreadableError, HouseFileError) as error:
                remarks.append(f"“{entry.filename}” was left out. {error.message}")
                continue
            tables[kind, found[2]] = table.records
            remarks.extend(f"{entry.filename}: {remark}" for remark in table.remarks)
        elif entry.filename != _SETTINGS and not entry.is_dir():
            remarks.append(f"“{_shown(entry.filename)}” was left out: it is no part of a house.")
    return HouseFile(house=_with_tables(house, tables), remarks=_in_brief(remarks))


def _settings(entry: ZipInfo, archive: ZipFile) -> dict[str, Any]:
    try:
        said = json.loads(_unpacked(archive, entry, _MOST_SETTINGS).decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise _no_house() from error
    if not isinstance(said, dict) or not isinstance(said.get("house"), dict):
        raise _no_house()
    if said.get("format") != _FORMAT:
        message = "This house style was made by another version of the program."
        raise HouseFileError(message, hint="Install the newest version, then try again.")
    settings: dict[str, Any] = said["house"]
    return settings


def _unpacked(archive: ZipFile, entry: ZipInfo, most: int) -> bytes:
    """Return what an entry holds; what it says of its own size is not believed.

    Raises:
        HouseFileError: it is damaged, or larger than most bytes.
    """
    try:
        with archive.open(entry) as source:
            content = source.read(most + 1)
    except _UNREADABLE as error:
        raise _no_house("It is damaged, or locked with a password.") from error
    if len(content) > most:
        raise _no_house("It is too large.")
    return content


def _with_tables(house: House, tables: dict[tuple[TermKind, str], tuple[TermRecord, ...]]) -> House:
    """Return a house with whole lists of words in place of its own of the same language."""
    style = house.style
    for (kind, language), records in tables.items():
        others = [one for one in getattr(style, kind.value) if one.language != language]
        said: dict[str, Any] = {kind.value: (*others, *records)}
        style = replace(style, **said)
    return replace(house, style=style)


def _in_brief(remarks: list[str]) -> tuple[str, ...]:
    rest = len(remarks) - _MOST_NAMED
    more = (f"{rest:,} more were left out.",) if rest > 0 else ()
    return (*remarks[:_MOST_NAMED], *more)


def _shown(name: str) -> str:
    return "".join(one if one.isprintable() else "?" for one in name[:80])


def _no_house(
    message: str = "This file is no house style of this program.",
) -> HouseFileError:
    return HouseFileError(
        message,
        hint="Choose a .zip file that “Export house style…” wrote.",
    )
