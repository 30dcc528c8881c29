"""Which folder each item gets, and whether a path really lies in the target."""

import os
import stat
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from editor_app.export.errors import ForeignFileError
from editor_app.export.manifest import is_inside

_MARK_LENGTH = 8
_FIT_FOR_FILES = frozenset({0, stat.S_IFREG})
_FIT_FOR_FOLDERS = frozenset({0, stat.S_IFDIR})


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """An item to be exported, and the folder it would like.

    ``mark`` names all that its page says; it is empty where that is not known beforehand.
    """

    item: str
    version: int
    headline: str
    folder: str
    mark: str = ""


def assigned(wanted: Iterable[Wanted], taken: Mapping[str, str]) -> dict[str, str]:
    """Return a folder of its own for each item id.

    ``taken`` says which item has which folder already. Where two want the same, the one that has
    it keeps it, else the older item gets it; the other gets the end of its id behind the name.
    """
    owners = {folder.casefold(): item for folder, item in taken.items()}
    folders: dict[str, str] = {}
    for one in sorted(wanted, key=lambda one: one.item):
        folder = one.folder
        if owners.get(folder.casefold(), one.item) != one.item:
            folder = _marked(one, owners)
        owners[folder.casefold()] = one.item
        folders[one.item] = folder
    return folders


def _marked(one: Wanted, owners: Mapping[str, str]) -> str:
    digits = "".join(sign for sign in one.item.lower() if sign.isascii() and sign.isalnum())
    folder = f"{one.folder}-{digits[-_MARK_LENGTH:] or 'x'}"
    number = 2
    base = folder
    while owners.get(folder.casefold(), one.item) != one.item:
        folder = f"{base}-{number}"
        number += 1
    return folder


class Ground:
    """The target folder; finds the file for a path, and refuses ways out of it.

    What kind of thing lies in a folder's place is looked up once.
    """

    def __init__(self, target: Path) -> None:
        self._target = f"{target}{os.sep}"
        self._root = target.resolve()
        self._known: dict[str, bool] = {"": True}
        self._missing: set[str] = set() if target.exists() else {""}

    def file(self, path: str) -> str:
        """Return where a path lies.

        Raises:
            ForeignFileError: it leads elsewhere, through a link or a file in the way.
        """
        folder, _, _ = path.rpartition("/")
        file = self._target + path
        if not is_inside(path) or not self._is_ground(folder):
            raise ForeignFileError(path)
        if folder not in self._missing and _kind(file) not in _FIT_FOR_FILES:
            raise ForeignFileError(path)
        return file

    def is_empty(self, path: str) -> bool:
        """Return whether nothing can lie at a path, as its folder was not there."""
        return path.rpartition("/")[0] in self._missing

    def _is_ground(self, folder: str) -> bool:
        """Return whether files may lie in a folder: it is one in the target, or is not there."""
        if folder not in self._known:
            above, _, _ = folder.rpartition("/")
            self._known[folder] = self._is_ground(above) and self._is_fit(folder, above)
        return self._known[folder]

    def _is_fit(self, folder: str, above: str) -> bool:
        if above in self._missing:
            self._missing.add(folder)
            return True
        kind = _kind(self._target + folder)
        if kind == stat.S_IFLNK:
            here = Path(self._target + folder).resolve()
            return here.is_relative_to(self._root) and here.is_dir()
        if not kind:
            self._missing.add(folder)
        return kind in _FIT_FOR_FOLDERS


def _kind(place: str) -> int:
    """Return what lies at a place, as the system calls its kind; 0 where nothing does."""
    try:
        return stat.S_IFMT(os.lstat(place).st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return 0
