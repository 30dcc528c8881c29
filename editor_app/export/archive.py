"""The exported folder as one file to send, the same bytes for the same folder."""

import io
import zipfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

_EPOCH = (1980, 1, 1, 0, 0, 0)
_UNIX, _READABLE = 3, 0o100644 << 16
_CHUNK = 1 << 20


def write_archive(
    file: Path, paths: Iterable[str], *, place: Callable[[str], Path], others: Mapping[str, bytes]
) -> None:
    """Write the files at paths, and then the others, to a zip file.

    They are stored and not packed: another machine's packer would give other bytes, and photos
    do not get smaller.
    """
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        for path in sorted(paths):
            with place(path).open("rb") as source:
                _add(archive, path, source)
        for name, data in others.items():
            _add(archive, name, io.BytesIO(data))


def _add(archive: zipfile.ZipFile, path: str, source: io.BufferedIOBase) -> None:
    entry = zipfile.ZipInfo(path, date_time=_EPOCH)
    entry.create_system, entry.external_attr = _UNIX, _READABLE
    with archive.open(entry, "w", force_zip64=False) as target:
        while chunk := source.read(_CHUNK):
            target.write(chunk)


def archive_name(target: Path) -> str:
    """Return what the zip file of a folder is called."""
    name = "".join(sign for sign in target.resolve().name if sign.isalnum() or sign in "-_. ")
    return name.strip(". ") or "export"
