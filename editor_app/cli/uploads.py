"""The command that says which files of an export folder have to be uploaded."""

from argparse import Namespace
from pathlib import Path

from editor_app import clock
from editor_app.cli.errors import CommandError
from editor_app.cli.libraries import open_library
from editor_app.cli.output import Output
from editor_app.cli.steps import follow
from editor_app.export.uploads import (
    copy_files,
    files_to_upload,
    mark_uploaded,
    this_person,
    zip_files,
)
from editor_app.store.library import Library


def uploads(arguments: Namespace, output: Output) -> int:
    """Print the files to be uploaded and removed; copy, zip or mark them where that is asked."""
    with open_library(arguments) as library:
        wanted = files_to_upload(library, arguments.folder or _latest(library))
        for one in wanted.files:
            fields = {"path": one.path, "todo": one.todo.value, "size": one.size}
            output.result(fields, f"{one.todo.value}  {one.path}")
        if not wanted.files:
            output.notice("Nothing changed since the last upload.")
        if arguments.copy:
            output.notice(f"Copied to {follow(copy_files(wanted, arguments.copy), output)}.")
        if arguments.zip:
            output.notice(f"Packed into {follow(zip_files(wanted, arguments.zip), output)}.")
        if arguments.mark:
            person = arguments.by or this_person()
            mark_uploaded(library, wanted, place=arguments.mark, person=person, clock=clock.now)
            output.notice(f"Marked as uploaded to {arguments.mark} by {person}.")
    return 0


def _latest(library: Library) -> Path:
    folder = library.export_folders.latest()
    if not folder:
        raise CommandError(
            "Nothing was exported from this library yet.",
            hint="Export first, or name the folder: standfirst uploads DIR.",
        )
    return Path(folder)
