"""The command that moves items on."""

from argparse import Namespace

from editor_app import clock
from editor_app.cli.libraries import find_items, open_library
from editor_app.cli.output import Output
from editor_app.editing import status as rules
from editor_app.editing.errors import StatusRefusedError


def set_status(arguments: Namespace, output: Output) -> int:
    """Change the status of items; one that is refused does not hold up the others."""
    refused = 0
    with open_library(arguments) as library:
        for item_id in find_items(library, arguments.ids):
            try:
                item = rules.set_status(library, item_id, to=arguments.to, clock=clock.now)
            except StatusRefusedError as error:
                if len(arguments.ids) == 1:
                    raise
                output.notice(f"{item_id}: {error}")
                refused += 1
            else:
                fields = {"id": item.id, "status": item.status.value, "headline": item.headline}
                output.result(fields, f"{item.id}  {item.status}  {item.headline}")
    return 1 if refused else 0
