"""The commands that bring text in from files, and the one that only turns it into HTML."""

from argparse import Namespace

from editor_app import clock
from editor_app.body import read_markdown, write_html
from editor_app.cli.libraries import open_or_make_library
from editor_app.cli.output import Output
from editor_app.errors import EditorError
from editor_app.intake.files import Imported, import_file
from editor_app.intake.textfile import read_text
from editor_app.render.item_links import nowhere, with_ways


def import_files(arguments: Namespace, output: Output) -> int:
    """Make a draft item of each file; a file that cannot be read does not keep the others out."""
    failures = 0
    with open_or_make_library(arguments) as library:
        for path in arguments.files:
            try:
                imported = import_file(path, library=library, clock=clock.now)
            except EditorError as error:
                if len(arguments.files) == 1:
                    raise
                output.error(error)
                failures += 1
            else:
                _print_imported(imported, output)
    return 1 if failures else 0


def _print_imported(imported: Imported, output: Output) -> None:
    item = imported.item
    fields = {
        "id": item.id,
        "headline": item.headline,
        "dropped": list(imported.dropped),
        "repeated": list(imported.repeated),
    }
    lines = [f"{item.id}  {item.headline}"]
    lines += [f"  dropped: {text}" for text in imported.dropped]
    lines += [f"  repeated: {text}" for text in imported.repeated]
    lines += [f"  {note}" for note in imported.notes]
    output.result(fields, "\n".join(lines))
    if output.is_json:
        for note in imported.notes:
            output.notice(note)


def render(arguments: Namespace, output: Output) -> int:
    """Print the body HTML that a Markdown file makes."""
    text, _encoding = read_text(arguments.file)
    html = with_ways(write_html(read_markdown(text)), here="", places=nowhere)
    if output.is_json:
        output.result({"html": html}, "")
    else:
        output.text(html)
    return 0
