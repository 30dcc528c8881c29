"""What can go wrong with a library, in words for the person at the keyboard."""

from pathlib import Path

from editor_app.errors import EditorError
from editor_app.model.identity import ItemId

_BRIEF = 80  # characters of a name in a sentence


class StoreError(EditorError):
    """Something could not be kept, or could not be found again."""


# ---------------------------------------------------------------- the library as a whole


class LibraryError(StoreError):
    """The library as a whole cannot be used."""


class NotALibraryError(LibraryError):
    """What was opened is something else."""


class NewerLibraryError(LibraryError):
    """The library was written by a newer version of the program."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"The library in “{folder}” was made by a newer version of Standfirst.",
            hint="Install the newest Standfirst to open it; nothing in it was changed.",
        )


class DamagedLibraryError(LibraryError):
    """The database of the library can no longer be read as a whole."""

    def __init__(self, message: str = "The database of this library is damaged.") -> None:
        super().__init__(
            message,
            hint="Bring back the newest backup with “standfirst restore”; "
            "the damaged file is kept beside it.",
        )


class LibraryInUseError(LibraryError):
    """Another process has the library open."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"The library in “{folder}” is already open in another window or program.",
            hint="Use the window that is open, or close it and try again.",
        )


class ReadOnlyLibraryError(LibraryError):
    """The library cannot be written to."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"Standfirst is not allowed to write in “{folder}”.",
            hint="Change the rights of the folder and its files, or copy the library to a folder "
            "of your own.",
        )


class LibraryGoneError(LibraryError):
    """The folder was moved, deleted or replaced while it was open."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"The library in “{folder}” was moved, deleted or replaced while it was open.",
            hint="Put the folder back, copy your words to a safe place, then open it again.",
        )


class DiskFullError(LibraryError):
    """There is no room left for the words or the photo."""

    def __init__(self) -> None:
        super().__init__(
            "The disk is full, so nothing more can be saved.",
            hint="Free some space; what was saved before is safe, and saving will be tried again.",
        )


class DiskFailedError(LibraryError):
    """The disk could not be read or written."""

    def __init__(self, message: str = "The disk of the library cannot be read or written.") -> None:
        super().__init__(
            message,
            hint="Check that the disk is connected and has room left, then try again.",
        )


class LibraryBusyError(LibraryError):
    """Something else holds the database for longer than a user should wait."""

    def __init__(self) -> None:
        super().__init__(
            "The library is busy with something else.",
            hint="Wait a moment, then try again.",
        )


# ---------------------------------------------------------------- one item


class ItemNotFoundError(StoreError):
    """No item has this id."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"There is no item “{name}” in this library.",
            hint="“standfirst list” shows the ids of all items.",
        )


class AmbiguousIdError(StoreError):
    """More than one id starts like this."""

    def __init__(self, prefix: str) -> None:
        super().__init__(
            f"More than one item has an id that starts with “{prefix}”.",
            hint="Give more of the id.",
        )


class RevisionNotFoundError(StoreError):
    """The item has no such version."""

    def __init__(self, version: int) -> None:
        super().__init__(
            f"This item has no version {version}.",
            hint="Choose one of the versions that its history shows.",
        )


class DamagedItemError(StoreError):
    """What is stored of an item is not what was saved: the SHA-256 disagrees."""

    def __init__(self, item_id: str, headline: str = "") -> None:
        name = f"“{headline}” ({item_id})" if headline else f"“{item_id}”"
        super().__init__(
            f"The stored words of the item {name} are damaged.",
            hint="An earlier version in its history, or a backup, still has them.",
        )
        self.item_id = item_id


class DamagedVersionError(StoreError):
    """An earlier version of some item cannot be read, and what it shows is not known."""

    def __init__(self, version: int) -> None:
        super().__init__(
            f"An earlier version ({version}) of an item is damaged, so nothing was deleted.",
            hint="Test the library; a backup may still have that version.",
        )


class SaveConflictError(StoreError):
    """The stored item is newer than the one being saved."""

    def __init__(self, item_id: ItemId) -> None:
        super().__init__(
            "This item was changed in another window since you opened it.",
            hint="Save your version as a copy, then compare the two.",
        )
        self.item_id = item_id


# ---------------------------------------------------------------- managed lists


class ListError(StoreError):
    """Something cannot be done with an entry of a managed list."""


class NameMissingError(ListError):
    """An entry was to be saved without a name."""

    def __init__(self) -> None:
        super().__init__("An entry of a list needs a name.", hint="Write one, then save again.")


class NameTakenError(ListError):
    """Another entry of the list has the name."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"The list has “{_in_brief(name)}” already.",
            hint="Choose another name, or merge the two.",
        )


class EntryGoneError(ListError):
    """The entry was deleted, or merged into another one."""

    def __init__(self) -> None:
        super().__init__(
            "This entry is no longer in the list.", hint="Look at the list again, as it is now."
        )


class EntryInUseError(ListError):
    """An entry was to be deleted that items carry."""

    def __init__(self, name: str, items: int) -> None:
        used = "an item carries it" if items == 1 else f"{items:,} items carry it"
        super().__init__(
            f"“{_in_brief(name)}” stays in the list, as {used}.",
            hint="Retire it: it stays on those items and is no longer offered.",
        )


class EntryDamagedError(ListError):
    """What is stored of an entry is not what was saved: the SHA-256 disagrees."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"The stored words of “{_in_brief(name)}” in the managed lists are damaged.",
            hint="Restore a backup to have them again.",
        )


def _in_brief(name: str) -> str:
    return name if len(name) <= _BRIEF else f"{name[:_BRIEF]}…"


class NothingToUndoError(StoreError):
    """There is no bulk change that could be taken back."""

    def __init__(self) -> None:
        super().__init__(
            "There is no bulk change to undo.", hint="Each one can be undone only once."
        )


# ---------------------------------------------------------------- photos and backups


class PhotoMissingError(StoreError):
    """The photo's file is not in the library folder."""

    def __init__(self, src: str) -> None:
        super().__init__(
            f"The photo “{src}” is not in the library folder.",
            hint="Put the file back, restore a backup, or choose another photo.",
        )
        self.src = src


class PhotoDamagedError(StoreError):
    """The photo's file is not the one that was added."""

    def __init__(self, src: str) -> None:
        super().__init__(
            f"The file of the photo “{src}” is damaged.",
            hint="Add the photo again, or restore a backup.",
        )
        self.src = src


class PhotoWordsDamagedError(PhotoDamagedError):
    """What is stored of a photo's words is not what was saved: the SHA-256 disagrees."""

    def __init__(self, src: str, name: str) -> None:
        StoreError.__init__(
            self,
            f"The stored words of the photo “{name or src}” are damaged.",
            hint="Write them again in the photo's details, or restore a backup.",
        )
        self.src = src


class BackupError(StoreError):
    """A backup could not be made, or cannot be used."""
