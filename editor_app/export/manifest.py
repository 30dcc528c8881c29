"""What Standfirst wrote to a folder: every file with its hash, and the items they are of."""

import json
from collections.abc import Callable, Iterator, Mapping, MutableMapping
from dataclasses import dataclass, field, fields
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import Any, TypeVar

from typing_extensions import override

from editor_app.export.errors import ExportError

NAME = "manifest.json"
_FORMAT = 1
_IN_A_PART = 500

Record = TypeVar("Record", "FileEntry", "ItemEntry")
Entry = TypeVar("Entry", "FileEntry", "ItemEntry")


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

    def measured(self, sha256: str, size: int) -> "FileEntry":
        """Return the same file with its hash and size."""
        return FileEntry(
            path=self.path,
            sha256=sha256,
            size=size,
            item=self.item,
            version=self.version,
            made_from=self.made_from,
            forced=self.forced,
        )


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


class Lines(MutableMapping[str, Entry]):
    """Entries by name, each as its line in the manifest until somebody asks for it.

    Most of ten thousand entries go from one manifest to the next without being read.
    """

    def __init__(self, read: Callable[[dict[str, Any]], Entry], lines: dict[str, str]) -> None:
        self._read: Callable[[dict[str, Any]], Entry] = read
        self._lines = lines
        self._entries: dict[str, Entry] = {}

    @override
    def __getitem__(self, name: str) -> Entry:
        if name not in self._entries:
            self._entries[name] = self._read(json.loads(self._lines[name]))
        return self._entries[name]

    @override
    def __setitem__(self, name: str, entry: Entry) -> None:
        self._entries[name] = entry
        self._lines[name] = ""

    @override
    def __delitem__(self, name: str) -> None:
        del self._lines[name]
        self._entries.pop(name, None)

    @override
    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    @override
    def __len__(self) -> int:
        return len(self._lines)

    @override
    def __contains__(self, name: object) -> bool:
        return name in self._lines

    def put(self, name: str, line: str) -> None:
        """Set an entry as it is written."""
        self._lines[name] = line
        self._entries.pop(name, None)

    def copy(self) -> "Lines[Entry]":
        """Return the same entries, to be changed."""
        copied = Lines(self._read, dict(self._lines))
        copied._entries = dict(self._entries)
        return copied

    def take(self, name: str, others: "Lines[Entry]") -> None:
        """Take over an entry as it is, read or not."""
        self._lines[name] = others.line(name)

    def line(self, name: str) -> str:
        """Return an entry as it is written."""
        written = self._lines[name]
        if not written:
            written = self._lines[name] = written_line(self._entries[name])
        return written


def no_files() -> Lines[FileEntry]:
    """Return a list of files to be filled."""
    return Lines(_file, {})


def no_items() -> Lines[ItemEntry]:
    """Return a list of items to be filled."""
    return Lines(read_item, {})


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """All that was written to a folder, by path and by item.

    ``moved`` are the pages that only lead on, by their folder: to the item that was there, or
    nowhere but to the list where that has no page any more.
    """

    files: Lines[FileEntry]
    items: Lines[ItemEntry]
    moved: Mapping[str, str] = field(default_factory=dict)
    archive: FileEntry | None = None

    def to_bytes(self) -> bytes:
        """Return the manifest as it stands in the folder: sorted, so equal ones are equal bytes."""
        return b"".join(self.parts())

    def parts(self) -> Iterator[bytes]:
        """Yield the manifest piece by piece, as that of an archive is large."""
        yield f'{{\n"made_by": "Standfirst",\n"format": {_FORMAT},\n"files": '.encode()
        yield from _parts(self.files)
        yield b',\n"items": '
        yield from _parts(self.items)
        if self.moved:
            moved = {folder: self.moved[folder] for folder in sorted(self.moved)}
            yield f',\n"moved": {json.dumps(moved, ensure_ascii=False)}'.encode()
        if self.archive:
            yield f',\n"archive": {written_line(self.archive)}'.encode()
        yield b"\n}\n"


_PROMISED = frozenset({"path", "sha256", "size", "item", "version", "tags"})
_NAMES: Mapping[type, tuple[str, ...]] = MappingProxyType(
    {kind: tuple(field.name for field in fields(kind)) for kind in (FileEntry, ItemEntry)}
)

_HEAD = f'{{\n"made_by": "Standfirst",\n"format": {_FORMAT},\n"files": [\n'


def empty() -> Manifest:
    """Return the manifest of a folder that nothing was written to."""
    return Manifest(files=no_files(), items=no_items())


def read_manifest(folder: Path, *, is_as_left: bool = False) -> Manifest:
    """Return the manifest in folder; an empty one where there is none.

    Of one that is just as it was left, only those lines are read that are asked for.

    Raises:
        ExportError: there is a manifest.json, but not one of ours.
    """
    file = folder / NAME
    if not file.exists() and not file.is_symlink():
        return empty()
    try:
        data = file.read_bytes()
        return (_read_lines(data.decode()) if is_as_left else None) or _read(json.loads(data))
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
    manifest = Manifest(files=no_files(), items=no_items(), **_rest(written))
    for one in written["files"]:
        manifest.files[one["path"]] = _file(one)
    for one in written["items"]:
        manifest.items[one["item"]] = read_item(one)
    return manifest


def _rest(written: dict[str, Any]) -> dict[str, Any]:
    moved = {str(folder): str(item) for folder, item in written.get("moved", {}).items()}
    if not all(map(is_inside, moved)):
        message = "leads out of its folder"
        raise ValueError(message)
    archive = _file(written["archive"]) if "archive" in written else None
    return {"moved": moved, "archive": archive}


def _read_lines(text: str) -> Manifest | None:
    """Return a manifest line by line, or None where it is not laid out as we do."""
    files, _, rest = text.partition('\n],\n"items": [\n')
    items, _, rest = rest.partition("\n]")
    if not files.startswith(_HEAD) or not rest.startswith((",\n", "\n}")):
        return None
    return Manifest(
        files=Lines(_file, _named(files.removeprefix(_HEAD), '{"path": "')),
        items=Lines(read_item, _named(items, '{"item": "')),
        **_rest(json.loads("{" + rest.lstrip(",\n"))),
    )


def _named(lines: str, opening: str) -> dict[str, str]:
    """Return lines by the first word that each says of its entry."""
    named = {}
    for line in lines.split(",\n"):
        name, _, _ = line.removeprefix(opening).partition('"')
        if name.endswith("\\"):
            name = next(iter(json.loads(line).values()))
        named[name] = line
    return named


def read_item(written: dict[str, Any]) -> ItemEntry:
    """Return an item as its line in the manifest says it.

    Raises:
        ValueError: its folder would lie outside.
    """
    lists = {"tags": tuple(written["tags"]), "links": tuple(written.get("links", ()))}
    entry = _record(ItemEntry, written | lists)
    if not is_inside(entry.folder):
        message = "leads out of its folder"
        raise ValueError(message)
    return entry


def _file(written: dict[str, Any]) -> FileEntry:
    entry = _record(FileEntry, written)
    if not is_inside(entry.path) or PurePosixPath(entry.path).is_absolute():
        message = "leads out of its folder"
        raise ValueError(message)
    return entry


def _record(kind: type[Record], written: dict[str, Any]) -> Record:
    known = _NAMES[kind]
    return kind(**{name: value for name, value in written.items() if name in known})


def _parts(entries: Lines[Any]) -> Iterator[bytes]:
    """Yield entries as a list with a line for each: many times faster than json's own layout."""
    names = sorted(entries)
    opening = "[\n"
    for start in range(0, len(names), _IN_A_PART):
        part = names[start : start + _IN_A_PART]
        yield (opening + ",\n".join([entries.line(name) for name in part])).encode()
        opening = ",\n"
    yield b"\n]" if names else b"[]"


def written_line(entry: FileEntry | ItemEntry) -> str:
    """Return an entry without what it leaves unsaid, but with all that is promised of a file."""
    said = {
        name: value
        for name in _NAMES[type(entry)]
        if (value := getattr(entry, name)) or name in _PROMISED
    }
    return json.dumps(said, ensure_ascii=False)
