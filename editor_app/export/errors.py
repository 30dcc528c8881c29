"""What can keep an export from being written; the folder is then as it was."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from editor_app.errors import EditorError

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


class ExportError(EditorError):
    """Nothing was exported."""


class ForeignFileError(ExportError):
    """A file that Standfirst did not write stands where one of its own belongs."""

    def __init__(self, path: str) -> None:
        super().__init__(
            f"The file {path} in the export folder was not written by Standfirst,"
            " or was changed since.",
            hint="Move it elsewhere, or choose another folder. Nothing was exported.",
        )
        self.path = path


class InterruptedExportError(ExportError):
    """An earlier export was cut short, and the folder was worked on since."""

    def __init__(self, path: str) -> None:
        super().__init__(
            f"The last export to this folder was cut short, and {path} was changed since.",
            hint="Move that file elsewhere and export again.",
        )


@contextmanager
def explained(folder: Path) -> Iterator[None]:
    """Say in words why folder could not be written.

    Raises:
        ExportError: an operating system error came up inside.
    """
    try:
        yield
    except OSError as error:
        raise _in_words(error, folder) from error


def _in_words(error: OSError, folder: Path) -> ExportError:
    if error.errno in _FULL:
        return ExportError(
            f"The disk with the folder {folder} is full. Nothing was exported.",
            hint="Free some space, or choose a folder on another disk.",
        )
    if error.errno in _FORBIDDEN:
        return ExportError(
            f"The folder {folder} cannot be written. Nothing was exported.",
            hint="Choose a folder that is yours, or ask for the right to write there.",
        )
    if isinstance(error, (NotADirectoryError, FileExistsError)):
        return ExportError(
            f"{folder} is not a folder. Nothing was exported.", hint="Choose a folder."
        )
    return ExportError(
        f"The folder {folder} cannot be used: {error.strerror or error}. Nothing was exported.",
        hint="Choose another folder.",
    )
