"""Pictures that a text points to: those beside the file come along."""

import base64
import binascii
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

from editor_app.intake.errors import IntakeError
from editor_app.intake.textfile import read_bytes
from editor_app.media.errors import PhotoRefusedError
from editor_app.model.photo_words import PhotoWords
from editor_app.store.library import Library

_MAX_BYTES = 100 * 1024 * 1024
_DATA = re.compile(r"data:image/[\w.+-]+;base64,(?P<data>[\sA-Za-z0-9+/=]+)", re.IGNORECASE)
_DRIVE = re.compile(r"[A-Za-z]:[\\/]")
_FILE_DRIVE = re.compile(r"^/(?=[A-Za-z]:)")  # file:///C:/photo.jpg
_SHOWN = 80
_LIBRARY_PHOTO = re.compile(r"media/[0-9a-f]{2}/[0-9a-f]{64}\.[a-z]{3,4}")


class Pictures:
    """Takes pictures into a library and remembers, in ``notes``, the ones that stayed outside.

    A relative address is looked for in the text's own folder and below, nowhere else; a full
    path is a picture that the author named.
    """

    def __init__(self, folder: Path, library: Library) -> None:
        self._folder = folder
        self._library = library
        self._taken: dict[str, str] = {}
        self.notes: list[str] = []

    def taken(self, address: str) -> str:
        """Return where a picture is kept in the library; its address unchanged if it is not."""
        if address not in self._taken:
            self._taken[address] = self._take(address)
        return self._taken[address]

    def words(self, src: str, language: str) -> PhotoWords:
        """Return what a photo of the library says of itself, or no words where it has none."""
        record = self._library.photos.record(src)
        return PhotoWords() if record is None else record.words(language)

    def _take(self, address: str) -> str:
        if _LIBRARY_PHOTO.fullmatch(address) and self._library.photos.get(address):
            return address
        if embedded := _DATA.fullmatch(address):
            return self._add_embedded(address, embedded["data"])
        path = self._path(address)
        if path is None:
            return address
        try:
            data = read_bytes(path, limit=_MAX_BYTES)
        except IntakeError as error:
            self.notes.append(f"The picture “{_shown(address)}” was left out: {error.message}")
            return address
        return self._add(data, path.name, address)

    def _path(self, address: str) -> Path | None:
        """Return the file that address names, or None, with a note, where it may not be taken."""
        parts = urlsplit(address) if not _DRIVE.match(address) else None
        if address.startswith(("//", "\\\\")) or (parts and parts.scheme not in {"", "file"}):
            self.notes.append(
                f"The picture “{_shown(address)}” is on the web; only its address was kept."
            )
            return None
        if parts and parts.scheme == "file":
            return Path(_FILE_DRIVE.sub("", unquote(parts.path)))
        named = Path(address) if Path(address).is_absolute() else None
        if named is not None:
            return named
        return self._beside(address)

    def _beside(self, address: str) -> Path | None:
        folder = self._folder.resolve()
        written = address.replace("\\", "/")
        # An address may be written as in a web page, with signs escaped and a query behind it.
        for name in (written, unquote(written), unquote(re.split(r"[?#]", written)[0])):
            path = _resolved(folder / name)
            if path is not None and path.is_file() and path.is_relative_to(folder):
                return path
        path = _resolved(folder / written)
        if path is not None and path.is_relative_to(folder):
            self.notes.append(f"The picture “{_shown(address)}” is not beside the text.")
        else:
            self.notes.append(
                f"The picture “{_shown(address)}” lies outside the folder of the text and was"
                " left there."
            )
        return None

    def _add_embedded(self, address: str, encoded: str) -> str:
        try:
            data = base64.b64decode(encoded, validate=False)
        except (binascii.Error, ValueError):
            self.notes.append("A picture written into the text is damaged and was left as it is.")
            return address
        return self._add(data, "", address)

    def _add(self, data: bytes, name: str, address: str) -> str:
        try:
            return self._library.photos.add(data, name=name).src
        except PhotoRefusedError as error:
            self.notes.append(f"The picture “{_shown(address)}” was left out: {error.message}")
            return address


def _resolved(path: Path) -> Path | None:
    try:
        return path.resolve()
    except (OSError, ValueError, RuntimeError):  # a name that no file can have, a circle of links
        return None


def _shown(address: str) -> str:
    return address if len(address) <= _SHOWN else f"{address[:_SHOWN]}…"
