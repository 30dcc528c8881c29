"""What is on the clipboard, or is being dropped, as far as a text can use it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

from editor_app.media.endings import PICTURE_ENDINGS

TEXT_ENDINGS = (".txt", ".text", ".md", ".markdown", ".html", ".htm")
Picture = Path | bytes | QImage
_PICTURE_FORMATS = ("image/png", "image/jpeg", "image/webp", "image/tiff", "image/gif")
_RICH_FORMATS = (
    "text/rtf",
    "application/rtf",
    "text/richtext",
    'application/x-qt-windows-mime;value="Rich Text Format"',
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clip:
    """Words from another program: as HTML, as plain text, and the RTF that holds its pictures."""

    html: str = ""
    text: str = ""
    rtf: bytes = b""
    pictures: Sequence[bytes] = ()

    @property
    def size(self) -> int:
        """Return how many characters there are to read."""
        return len(self.html) or len(self.text)

    @property
    def may_hold_pictures(self) -> bool:
        """Whether pictures may come with the words, which takes longer."""
        return bool(self.rtf or self.pictures) or "base64," in self.html or "file:" in self.html


def clip_of(data: QMimeData) -> Clip | None:
    """Return the words in data, or None where there are none."""
    html = data.html() if data.hasHtml() else ""
    if not html and not data.hasText():
        return None
    has_files = "<img" in html and "file:" in html
    rtf = next((_bytes(data, name) for name in _RICH_FORMATS if data.hasFormat(name)), b"")
    lone = copied_pictures(data) if "<img" in html else []
    return Clip(
        html=html,
        text=data.text(),
        rtf=rtf if has_files else b"",
        pictures=[each for each in lone if isinstance(each, bytes)],
    )


def copied_pictures(data: QMimeData) -> list[Picture]:
    """Return the picture in data as it was copied; it is not decoded here."""
    for name in _PICTURE_FORMATS:
        if data.hasFormat(name) and (found := _bytes(data, name)):
            return [found]
    if not data.hasImage():
        return []
    image = data.imageData()
    return [image] if isinstance(image, QImage) and not image.isNull() else []


def has_picture(data: QMimeData) -> bool:
    """Whether data holds a copied picture."""
    return data.hasImage() or any(data.hasFormat(name) for name in _PICTURE_FORMATS)


def pictures_of(data: QMimeData) -> list[Picture]:
    """Return the pictures in data: files by their path, else a picture that came without words."""
    files: list[Picture] = [
        path for path in files_of(data) if path.suffix.lower() in PICTURE_ENDINGS
    ]
    if files or data.hasText() or data.hasHtml():
        return files
    return copied_pictures(data)


def files_of(data: QMimeData) -> list[Path]:
    """Return the files on this computer that data names."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def _bytes(data: QMimeData, name: str) -> bytes:
    return bytes(data.data(name).data())
