"""The library that a command works on."""

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from shlex import quote

from editor_app import clock, paths
from editor_app.cli.errors import CommandError
from editor_app.model.identity import ItemId
from editor_app.store.backups.keeping import newest_whole
from editor_app.store.errors import DamagedLibraryError
from editor_app.store.library import Library
from editor_app.store.names import BACKUPS_NAME


class NoLibraryError(CommandError):
    """There is no library where one was expected."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"There is no library in {folder}.",
            hint="Name its folder with --library; import, sample and the window make a new one.",
        )


def folder_of(arguments: Namespace) -> Path:
    """Return the folder that the command line names, or the user's own."""
    named: Path | None = arguments.library
    return named or paths.default_library()


def open_library(arguments: Namespace) -> Library:
    """Open the library that the command line names.

    Raises:
        NoLibraryError: there is none; only a command that brings words makes one.
        LibraryError: it cannot be opened.
    """
    folder = folder_of(arguments)
    if not folder.exists() or (folder.is_dir() and not any(folder.iterdir())):
        raise NoLibraryError(folder)
    return _opened(folder)


def open_or_make_library(arguments: Namespace) -> Library:
    """Open the library that the command line names, making it where there is none.

    Raises:
        LibraryError: it cannot be opened or made.
    """
    return _opened(folder_of(arguments))


def _opened(folder: Path) -> Library:
    """Open a library; where it is too damaged for that, name the command that brings it back."""
    try:
        return Library.open(folder, clock=clock.now)
    except DamagedLibraryError as error:
        newest = newest_whole([folder / BACKUPS_NAME])
        if newest is None:
            raise
        command = f"standfirst restore {quote(str(newest.path))} --library {quote(str(folder))}"
        raise CommandError(
            error.message,
            hint=f"Bring back the newest backup: {command} (the damaged file is kept in backups).",
        ) from error


def find_items(library: Library, prefixes: Sequence[str]) -> list[ItemId]:
    """Return the ids that prefixes stand for, each once, in their order.

    Raises:
        StoreError: a prefix fits no item, or several.
    """
    return list(dict.fromkeys(library.items.find(prefix) for prefix in prefixes))
