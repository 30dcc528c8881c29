"""Kinds of picture files that are not taken, and why."""

from pathlib import PurePath
from typing import NamedTuple

from editor_app.media.heic import is_heic


class Refusal(NamedTuple):
    """Why a kind of file is not taken (read after the file's name), and what to do."""

    reason: str
    hint: str


_SVG = Refusal(
    "is an SVG drawing, which can carry scripts and does not look the same everywhere.",
    "Export the drawing as a PNG.",
)
_POSTSCRIPT = Refusal(
    "is PostScript (EPS), which is a program and not a photo.",
    "Export the picture as a JPEG or PNG.",
)
_HEIC = Refusal(
    "is an HEIC photo, which browsers do not show.",
    "Save it as a JPEG; on a phone choose “Most compatible” under the camera's formats.",
)
_PDF = Refusal("is a PDF document, not a photo.", "Save the page you need as a JPEG or PNG.")
_RAW = Refusal(
    "is a camera's raw file, which only photo software can develop.",
    "Develop it and save the result as a JPEG.",
)
_LAYERED = Refusal(
    "is a layered working file of an image editor.", "Save a flat copy as a JPEG or PNG."
)
_BITMAP = Refusal("is a Windows bitmap, a format not made for the web.", "Save it as a PNG.")
_JPEG_XL = Refusal("is a JPEG XL picture, which most browsers do not show.", "Save it as a JPEG.")

_BY_SUFFIX = {
    ".svg": _SVG,
    ".svgz": _SVG,
    ".eps": _POSTSCRIPT,
    ".ps": _POSTSCRIPT,
    ".ai": _POSTSCRIPT,
    ".heic": _HEIC,
    ".heif": _HEIC,
    ".pdf": _PDF,
    ".psd": _LAYERED,
    ".xcf": _LAYERED,
    ".bmp": _BITMAP,
    ".jxl": _JPEG_XL,
    **dict.fromkeys(
        (".cr2", ".cr3", ".nef", ".arw", ".dng", ".orf", ".rw2", ".raf", ".pef", ".srw"), _RAW
    ),
}
_BY_START = (
    (b"%!PS", _POSTSCRIPT),
    (b"\xc5\xd0\xd3\xc6", _POSTSCRIPT),  # EPS with a preview
    (b"%PDF", _PDF),
    (b"8BPS", _LAYERED),
    (b"gimp xcf", _LAYERED),
    (b"BM", _BITMAP),
    (b"\x00\x00\x00\x0cJXL ", _JPEG_XL),
    (b"\xff\x0a", _JPEG_XL),
)
_SNIFFED = 1024


def refusal_for(data: bytes, name: str, *, reads_heic: bool = False) -> Refusal | None:
    """Return why such a file is not taken, or None where it may be tried."""
    for start, refusal in _BY_START:
        if data.startswith(start):
            return refusal
    if is_heic(data) and not reads_heic:
        return _HEIC
    if _is_svg(data):
        return _SVG
    suffix = PurePath(name).suffix.lower()
    refusal_by_name = _BY_SUFFIX.get(suffix)
    # Raw files are TIFF inside, so their name decides; for all else what the file is decides.
    if refusal_by_name is _RAW or not _looks_like_a_photo(data):
        return refusal_by_name
    return None


def _is_svg(data: bytes) -> bool:
    start = data[:_SNIFFED].lstrip(b"\xef\xbb\xbf \t\r\n")
    return start.startswith(b"<") and b"<svg" in data[: 8 * _SNIFFED].lower()


def _looks_like_a_photo(data: bytes) -> bool:
    starts = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF87a", b"GIF89a", b"II*\x00", b"MM\x00*")
    return data.startswith(starts) or data[8:12] == b"WEBP" or data[4:8] == b"ftyp"
