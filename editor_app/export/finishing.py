"""Exports that were cut off while their files were moved in, finished without a further export."""

from dataclasses import dataclass
from pathlib import Path

from editor_app.errors import EditorError
from editor_app.export.errors import ExportError, InterruptedExportError, explained
from editor_app.export.staging import STAGING_NAME, Staging, is_interrupted
from editor_app.store.library import Library


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """The folders in which an export was finished, and why it could not be in others."""

    folders: tuple[Path, ...] = ()
    errors: tuple[EditorError, ...] = ()


def finish_exports(library: Library) -> Finished:
    """Finish the exports that a process began which was killed, or take away what they prepared.

    Raises:
        LibraryError: the library cannot be read.
    """
    folders: list[Path] = []
    errors: list[EditorError] = []
    for target in library.under_way.left(library.clock()):
        if not target.is_dir():
            continue  # on a disk that is not connected
        was_cut_off = is_interrupted(target)
        try:
            _finish(target)
        except InterruptedExportError as error:
            errors.append(error)  # the next export says so again
        except ExportError as error:
            errors.append(error)
            continue
        else:
            folders.extend([target] if was_cut_off else [])
        library.under_way.forget(target)
    return Finished(folders=tuple(folders), errors=tuple(errors))


def _finish(target: Path) -> None:
    if (target / STAGING_NAME).is_dir():
        with explained(target), Staging(target):
            pass  # which finishes what was begun, and prepares nothing new
