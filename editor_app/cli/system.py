"""What the window needs of the system beneath it: a display, and Qt's libraries.

Qt ends the process when it finds no display or cannot load its platform plugin, so this is asked
before Qt is. Nothing here imports Qt.
"""

import ctypes
import os
import re
import sys
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

from editor_app.cli.errors import CommandError

# Shared libraries that Qt's wheels expect of the system, and the Debian packages that hold them.
DEBIAN_PACKAGES: Mapping[str, str] = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libXcomposite.so.1": "libxcomposite1",
    "libXdamage.so.1": "libxdamage1",
    "libXext.so.6": "libxext6",
    "libXfixes.so.3": "libxfixes3",
    "libXrandr.so.2": "libxrandr2",
    "libXtst.so.6": "libxtst6",
    "libasound.so.2": "libasound2",
    "libbrotlidec.so.1": "libbrotli1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libexpat.so.1": "libexpat1",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libgbm.so.1": "libgbm1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libnspr4.so": "libnspr4",
    "libnss3.so": "libnss3",
    "libnssutil3.so": "libnss3",
    "libsmime3.so": "libnss3",
    "libudev.so.1": "libudev1",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-dri3.so.0": "libxcb-dri3-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbfile.so.1": "libxkbfile1",
}
_MISSING = re.compile(r"(\S+\.so[.\d]*): cannot open shared object file")


class NoWindowError(CommandError):
    """The system beneath has no place for a window."""


def explain_missing(complaint: str) -> NoWindowError | None:
    """Return what the loader complains about in words, or None if that is not a missing library."""
    if "No module named 'PySide6" in complaint:
        return NoWindowError(
            "The window needs PySide6, which is not installed.",
            hint="Install Standfirst with its dependencies: pip install uv, then uv run main.py.",
        )
    if (found := _MISSING.search(complaint)) is None:
        return None
    library = Path(found[1]).name
    package = DEBIAN_PACKAGES.get(library)
    where = f"apt-get install {package}" if package else "your distribution has a package for it"
    return NoWindowError(
        f"The window needs the system library {library}, which is not installed.",
        hint=f"On Debian: {where}." if package else f"Install it; {where}.",
    )


def check_display(environment: Mapping[str, str] = os.environ) -> None:
    """Make sure that Qt will find a display and can load what talks to it.

    Raises:
        NoWindowError: it will not.
    """
    if not sys.platform.startswith("linux") or environment.get("QT_QPA_PLATFORM"):
        return
    if environment.get("WAYLAND_DISPLAY"):
        return
    if not environment.get("DISPLAY"):
        raise NoWindowError(
            "There is no display to open a window on.",
            hint="Start it in a desktop session; standfirst --help lists what works without one.",
        )
    _check_x11(environment["DISPLAY"])


def _check_x11(display: str) -> None:
    try:
        if plugin := _plugin("libqxcb.so"):
            ctypes.CDLL(str(plugin))
        is_there = _answers(display)
    except OSError as error:
        if (expected := explain_missing(str(error))) is None:
            raise NoWindowError(
                "Qt cannot load the part that opens windows.", hint=f"The system says: {error}"
            ) from error
        raise expected from error
    if not is_there:
        raise NoWindowError(
            f"The display {display} does not answer.",
            hint="Check DISPLAY, and that you may open windows on it.",
        )


def _plugin(name: str) -> Path | None:
    """Return where Qt keeps one of its platform plugins, without importing Qt."""
    spec = find_spec("PySide6")
    if spec is None or spec.origin is None:
        return None
    file = Path(spec.origin).parent / "Qt" / "plugins" / "platforms" / name
    return file if file.is_file() else None


def _answers(display: str) -> bool:
    """Return whether an X server answers on display."""
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(os.fsencode(display), None)
    has_error = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return not has_error
