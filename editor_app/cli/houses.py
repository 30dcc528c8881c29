"""The command that writes the house style of a library into a file, and takes one over."""

from argparse import Namespace

from editor_app.cli.libraries import open_library
from editor_app.cli.output import Output
from editor_app.editing.house_differences import differences
from editor_app.export.house_file import write_house
from editor_app.intake.house_file import read_house


def house(arguments: Namespace, output: Output) -> int:
    """Export or import a house style; print its path, or what has changed."""
    with open_library(arguments) as library:
        kept = library.house.get()
        if arguments.way == "export":
            write_house(kept, arguments.file)
            output.result({"path": str(arguments.file)}, str(arguments.file))
            return 0
        found = read_house(arguments.file, kept)
        changes = differences(kept, found.house)
        if changes:
            library.house.save(found.house)
    for change in changes:
        output.result({"changed": change}, change)
    for remark in found.remarks:
        output.notice(remark)
    if not changes and not output.is_json:
        output.line("The house style says the same already.")
    return 0
