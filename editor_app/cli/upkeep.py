"""The commands that copy a library, bring it back and test it."""

from argparse import Namespace

from editor_app import clock
from editor_app.cli.libraries import folder_of, open_library
from editor_app.cli.output import Output
from editor_app.store.backups.making import backup as back_up
from editor_app.store.backups.restoring import restore as bring_back
from editor_app.store.verify import verify as test_library


def backup(arguments: Namespace, output: Output) -> int:
    """Write a verified copy of the library's database and print its path."""
    with open_library(arguments) as library:
        copy = back_up(library, arguments.to)
    output.result({"path": str(copy)}, str(copy))
    return 0


def restore(arguments: Namespace, output: Output) -> int:
    """Bring a library back from a backup."""
    folder = folder_of(arguments)
    bring_back(folder, arguments.file, clock=clock.now)
    output.result({"path": str(folder)}, f"{folder} is again as in {arguments.file}.")
    return 0


def verify(arguments: Namespace, output: Output) -> int:
    """Test the library and print what is wrong with it."""
    with open_library(arguments) as library:
        report = test_library(library)
    for problem in report.problems:
        output.result({"problem": problem}, problem)
    if not report.problems and not output.is_json:
        output.line(
            "Every word and every photo is as it was saved: "
            f"items {report.items}, versions {report.revisions}, photos {report.photos}."
        )
    return 1 if report.problems else 0
