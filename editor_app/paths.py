"""Where the program's own files and the user's folders are."""

from functools import cache
from pathlib import Path

import platformdirs

_PACKAGE = Path(__file__).resolve().parent


@cache
def resources() -> Path:
    """Return the folder of shipped resources, in a checkout and in an installed wheel alike."""
    installed = _PACKAGE / "resources"
    return installed if installed.is_dir() else _PACKAGE.parent / "resources"


def default_library() -> Path:
    """Return the library folder used when none is named."""
    return Path(platformdirs.user_data_dir("Standfirst", appauthor=False)) / "library"


def settings_file() -> Path:
    """Return the file that remembers how the window was left (panes, last item)."""
    return Path(platformdirs.user_config_dir("Standfirst", appauthor=False)) / "window.ini"


def dictionaries() -> Path:
    """Return the folder of the dictionaries that the user has installed."""
    return Path(platformdirs.user_data_dir("Standfirst", appauthor=False)) / "dictionaries"
