"""Which folder each item gets, and whether a path really lies in the target."""

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
    """The target folder; finds the file for a path, and refuses ways out of it."""

    def __init__(self, target: Path) -> None:
        self._target = target
        self._root = target.resolve()
        self._known: dict[str, bool] = {"": True}

    def file(self, path: str) -> Path:
        """Return where a path lies.

        Raises:
            ForeignFileError: it leads elsewhere, through a link or a file in the way.
        """
        folder, _, _ = path.rpartition("/")
        file = self._target / path
        if not is_inside(path) or not self._is_ground(folder) or _kind(file) not in _FIT_FOR_FILES:
            raise ForeignFileError(path)
        return file

    def _is_ground(self, folder: str) -> bool:
        """Return whether files may lie in a folder: it is one in the target, or is not there."""
        if folder not in self._known:
            above, _, _ = folder.rpartition("/")
            kind = _kind(self._target / folder)
            if kind == stat.S_IFLNK:
                here = (self._target / folder).resolve()
                self._known[folder] = here.is_relative_to(self._root) and here.is_dir()
            else:
                self._known[folder] = kind in _FIT_FOR_FOLDERS and self._is_ground(above)
        return self._known[folder]


def _kind(place: Path) -> int:
    """Return what lies at a place, as the system calls its kind; 0 where nothing does."""
    try:
        return stat.S_IFMT(place.lstat().st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return 0
