"""The original of a photo as a file of its own, just as it came."""

import re
from pathlib import Path

from editor_app.export.errors import explained
from editor_app.store.files import write_whole
from editor_app.store.library import Library

_UNFIT = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|\u200e\u200f\u202a-\u202e\u2066-\u2069]')
_LONGEST = 120
_TAKEN = re.compile(r"(?:con|prn|aux|nul|com[1-9]|lpt[1-9])(?:\..*)?", re.IGNORECASE)


def export_original(library: Library, src: str, *, to: Path) -> Path:
    """Write the original of a photo to a file, byte for byte, with all it says of itself.

    Raises:
        StoreError: the library does not have it as it was added.
        ExportError: the file cannot be written.
    """
    data = library.photos.data(src)
    with explained(to.parent):
        write_whole(to, data)
    return to


def original_name(name: str, src: str) -> str:
    """Return what to call the original of a photo: as it was called, where that can be."""
    ending = Path(src).suffix
    stem = _UNFIT.sub("", Path(name).stem).strip(" .")[:_LONGEST]
    if _TAKEN.fullmatch(stem):  # what Windows keeps for devices
        stem = f"photo {stem}"
    return f"{stem or 'photo'}{ending}"
