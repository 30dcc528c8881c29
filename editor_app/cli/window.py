"""The command that opens the window."""

from argparse import Namespace

from editor_app import app, paths
from editor_app.cli.output import Output


def open_window(arguments: Namespace, _output: Output) -> int:
    """Open the window on a library and return the exit code when it closes."""
    return app.run_window(arguments.library or paths.default_library())
