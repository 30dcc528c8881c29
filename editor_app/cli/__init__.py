"""The command line, over the same objects as the window. Nothing here knows Qt.

``arguments`` says what may be typed, ``run`` carries it out and turns failures into sentences and
exit codes, ``output`` is all that prints; every other module holds the commands of one kind and is
imported only when one of them is asked for.
"""

from editor_app.cli.run import main

__all__ = ["main"]
