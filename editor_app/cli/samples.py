"""The command that fills a library with items to try things on."""

from argparse import Namespace

from editor_app import clock
from editor_app.cli.libraries import open_or_make_library
from editor_app.cli.output import Output
from editor_app.intake.sample import fill


def sample(arguments: Namespace, output: Output) -> int:
    """Fill the library with realistic, repeatable items."""
    with open_or_make_library(arguments) as library:
        count = fill(
            library,
            arguments.items,
            seed=arguments.seed,
            photos=arguments.photos,
            now=clock.now(),
        )
    output.result({"items": count}, f"{count} items were added.")
    return 0
