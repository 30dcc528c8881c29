"""What lies in a folder just as the last export left it: settled by a stat, without reading it."""

import hashlib
import os
import stat
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path

from editor_app import __version__
from editor_app.export.manifest import NAME, ItemEntry, Manifest, read_manifest
from editor_app.export.staging import digest
from editor_app.model.house import House
from editor_app.model.house_lists import HouseLists
from editor_app.render.page import SETTING_VERSION
from editor_app.render.theme import Theme
from editor_app.store.export_folders import NOTHING_KNOWN, FolderMemory, KnownPage

_MARK_LENGTH = 24


class AsLeft:
    """A folder beside what the library remembers of it.

    What is remembered counts only while the manifest in the folder is the one that was left there.
    A file counts as untouched while the system says of it what it said then: its size, both its
    moments and its number on the disk.
    """

    def __init__(self, target: Path, memory: FolderMemory) -> None:
        self._target, self._root = target, f"{os.fspath(target)}{os.sep}"
        self.is_known = memory is not NOTHING_KNOWN and self._has_manifest_of(memory)
        self.memory = memory if self.is_known else NOTHING_KNOWN

    @cached_property
    def manifest(self) -> Manifest:
        """The manifest in the folder.

        Raises:
            ExportError: there is a manifest.json, but not one of ours.
        """
        return read_manifest(self._target, is_as_left=self.is_known)

    @cached_property
    def pages(self) -> dict[str, KnownPage]:
        """What is known of each page in the folder, by item."""
        if self.is_known:
            return dict(self.memory.pages)
        items = self.manifest.items
        return {item: known_page(items[item], items.line(item)) for item in items}

    @cached_property
    def disturbed(self) -> frozenset[str]:
        """The items with files that are not as they were left; empty for a file about all items."""
        stamp = self.stamp
        return frozenset(
            [item for path, (item, left) in self.memory.files.items() if stamp(path) != left]
        )

    @cached_property
    def has_archive(self) -> bool:
        """Whether there is a zip file of the folder in it."""
        return any(path.endswith(".zip") for path in self.memory.files)

    def has(self, path: str) -> bool:
        """Return whether a file lies there as it was left."""
        known = self.memory.files.get(path)
        return known is not None and self.stamp(path) == known[1]

    def owner(self, path: str) -> str:
        """Return the item that a file in the manifest is of."""
        known = self.memory.files.get(path)
        return known[0] if known else self.manifest.files[path].item

    def stamp(self, path: str) -> str:
        """Return what the system says of a file; nothing where no file lies there."""
        try:
            found = os.lstat(self._root + path)
        except OSError:
            return ""
        if not stat.S_ISREG(found.st_mode):
            return ""
        return f"{found.st_size} {found.st_mtime_ns} {found.st_ctime_ns} {found.st_ino}"

    def _has_manifest_of(self, memory: FolderMemory) -> bool:
        _, left = memory.files.get(NAME, ("", ""))
        if left and self.stamp(NAME) == left:
            return True
        return digest(self._target / NAME) == memory.manifest


def known_page(entry: ItemEntry, line: str, *, key: str = "") -> KnownPage:
    """Return what is remembered of a page, whose line in the manifest is given.

    Without a key it is made again the next time.
    """
    mark = hashlib.sha256(line.encode("utf-8", "replace")).hexdigest()
    return KnownPage(
        item=entry.item,
        key=key,
        links=" ".join(entry.links),
        place=entry.folder,
        language=entry.language,
        section=entry.section,
        published=_utc(entry.published),
        updated=_utc(entry.updated),
        group=entry.group,
        mark=mark[:_MARK_LENGTH],
    )


def shared_key(house: House, lists: HouseLists, theme: Theme) -> str:
    """Return a name for all that every page of an export is made with."""
    parts = (__version__, SETTING_VERSION, repr(house), lists.page_mark, repr(theme))
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def _utc(moment: str) -> str:
    if not moment:
        return ""
    return datetime.fromisoformat(moment).astimezone(UTC).isoformat(timespec="seconds")
