"""Imports as Python makes them, once PySide is loaded."""

import builtins


def import_plainly() -> None:
    """Take PySide out of the way of imports.

    PySide puts itself before ``__import__`` and reads the source text of every module imported
    after it, to see whether that may have chosen one of PySide's other spellings with
    ``from __feature__ import``. Nothing here does, and a sixth of the start went into it.
    """
    plain = getattr(builtins, "__orig_import__", None)  # PySide's name for what it replaced
    if plain is not None:
        builtins.__import__ = plain
