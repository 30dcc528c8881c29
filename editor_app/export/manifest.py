"""What Standfirst wrote to a folder: every file with its hash, and the items they are of."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import Any, TypeVar

from editor_app.export.errors import ExportError

NAME = "manifest.json"
_FORMAT = 1

Record = TypeVar("Record")


@dataclass(frozen=True, slots=True, kw_only=True)
class FileEntry:
    """One file; ``item`` is empty for files about all items."""

    path: str
    sha256: str
    size: int
    item: str = ""
    version: int = 0
    made_from: str = ""  # for a picture: the photo's hash and how the copy is made
    forced: str = ""  # why it went out although the checks hold its item back


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemEntry:
    """One item as it was when its page was written: what lists and feeds say of it."""

    item: str
    version: int
    folder: str
    language: str
    headline: str
    group: str = ""
    section: str = ""
    standfirst: str = ""
    summary: str = ""
    byline: str = ""
    day: str = ""
    published: str = ""
    updated: str = ""
    image: str = ""
    tags: tuple[str, ...] = ()
    links: tuple[str, ...] = ()  # the items that its text links to, exported or not


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """All that was written to a folder, by path and by item."""

    files: Mapping[str, FileEntry]
    items: Mapping[str, ItemEntry]
    archive: FileEntry | None = None

    def to_bytes(self) -> bytes:
        """Return the manifest as it stands in the folder: sorted, so equal ones are equal bytes."""
        parts = [
            '"made_by": "Standfirst"',
            f'"format": {_FORMAT}',
            f'"files": {_lines(self.files[path] for path in sorted(self.files))}',
            f'"items": {_lines(self.items[item] for item in sorted(self.items))}',
        ]
        if self.archive:
            parts.append(f'"archive": {_line(self.archive)}')
        return ("{\n" + ",\n".join(parts) + "\n}\n").encode()


_PROMISED = frozenset({"path", "sha256", "size", "item", "version", "tags"})
_NAMES: Mapping[type, tuple[str, ...]] = MappingProxyType(
    {kind: tuple(field.name for field in fields(kind)) for kind in (FileEntry, ItemEntry)}
)

EMPTY = Manifest(files={}, items={})


def read_manifest(folder: Path) -> Manifest:
    """Return the manifest in folder; an empty one where there is none.

    Raises:
        ExportError: there is a manifest.json, but not one of ours.
    """
    file = folder / NAME
    if not file.exists() and not file.is_symlink():
        return EMPTY
    try:
        return _read(json.loads(file.read_bytes()))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise ExportError(
            f"The {NAME} in the export folder was not written by Standfirst, or is damaged.",
            hint="Put the right one back, or choose another folder. Nothing was exported.",
        ) from error


def is_inside(path: str) -> bool:
    """Return whether a written path stays in its folder, on every system."""
    parts = path.split("/")
    return bool(path) and not any(
        part in {"", ".", ".."} or "\\" in part or ":" in part or "\0" in part for part in parts
    )


def _read(written: dict[str, Any]) -> Manifest:
    if written["made_by"] != "Standfirst" or written["format"] != _FORMAT:
        message = "made by another program"
        raise ValueError(message)
    files = [_file(one) for one in written["files"]]
    items = [_item(one) for one in written["items"]]
    if not all(is_inside(item.folder) for item in items):
        message = "leads out of its folder"
        raise ValueError(message)
    return Manifest(
        files={entry.path: entry for entry in files},
        items={entry.item: entry for entry in items},
        archive=_file(written["archive"]) if "archive" in written else None,
    )


def _item(written: dict[str, Any]) -> ItemEntry:
    lists = {"tags": tuple(written["tags"]), "links": tuple(written.get("links", ()))}
    return _record(ItemEntry, written | lists)


def _file(written: dict[str, Any]) -> FileEntry:
    entry = _record(FileEntry, written)
    if not is_inside(entry.path) or PurePosixPath(entry.path).is_absolute():
        message = "leads out of its folder"
        raise ValueError(message)
    return entry


def _record(kind: type[Record], written: dict[str, Any]) -> Record:
    known = {field.name for field in fields(kind)}  # type: ignore[arg-type]  # dataclasses only
    return kind(**{name: value for name, value in written.items() if name in known})


def _lines(entries: Iterable[FileEntry | ItemEntry]) -> str:
    """Return entries as a list with a line for each: many times faster than json's own layout."""
    lines = ",\n".join(map(_line, entries))
    return f"[\n{lines}\n]" if lines else "[]"


def _line(entry: FileEntry | ItemEntry) -> str:
    """Return an entry without what it leaves unsaid, but with all that is promised of a file."""
    said = {
        name: value
        for name in _NAMES[type(entry)]
        if (value := getattr(entry, name)) or name in _PROMISED
    }
    return json.dumps(said, ensure_ascii=False)
