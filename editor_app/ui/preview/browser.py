"""The page in the user's own browser, where the preview cannot start."""

import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from editor_app.errors import EditorError
from editor_app.ui.preview.patches import Pictures

if TYPE_CHECKING:
    from editor_app.render.page import Page

_PICTURE = re.compile(r'src="(img/[A-Za-z0-9._-]+)"')
_CHOICE = re.compile(r'<source type="image/[^<>]*>| (?:srcset|sizes)="[^"<>]*"(?=[^<>]*>)')


class BrowserError(EditorError):
    """The page cannot be put where a browser would find it."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            "The page cannot be written for the browser.",
            hint=f"{reason}. Export the item instead." if reason else "Export the item instead.",
        )


def write_for_browser(page: "Page", pictures: Pictures | None, folder: Path) -> Path:
    """Write page with its pictures into folder and return its file.

    Each picture is there once, as the file for browsers that cannot choose.

    Raises:
        BrowserError: the folder cannot be written.
    """
    try:
        (folder / "img").mkdir(parents=True, exist_ok=True)
        html = _CHOICE.sub("", page.html)
        for name in sorted(set(_PICTURE.findall(html))):
            if pictures is not None and (data := pictures(name)) is not None:
                (folder / name).write_bytes(data)
        file = folder / "index.html"
        file.write_text(html, encoding="utf-8", errors="replace", newline="")
    except OSError as error:
        raise BrowserError(error.strerror or "") from error
    return file


class BrowserCopy:
    """A copy of the page for the browser, in a folder that goes with the program."""

    def __init__(self) -> None:
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    def open(self, page: "Page", pictures: Pictures | None) -> None:
        """Write page and open it.

        Raises:
            BrowserError: the page cannot be written.
        """
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="standfirst-")
        file = write_for_browser(page, pictures, Path(self._folder.name))
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))

    def close(self) -> None:
        """Take the copy away."""
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None
