"""What is known of a photo from its bytes alone."""

import hashlib
from dataclasses import dataclass

from editor_app.media.decoding import SIDEWAYS, opened, orientation

_KINDS = {
    "JPEG": ("jpg", "image/jpeg"),
    "MPO": ("jpg", "image/jpeg"),  # what some cameras write: a JPEG with further ones behind it
    "PNG": ("png", "image/png"),
    "WEBP": ("webp", "image/webp"),
    "GIF": ("gif", "image/gif"),
    "AVIF": ("avif", "image/avif"),
    "TIFF": ("tif", "image/tiff"),
    "HEIF": ("heic", "image/heic"),
}


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo as its file says it is; width and height are those of the upright picture."""

    sha256: str
    extension: str
    width: int
    height: int
    mime: str
    size: int

    @property
    def src(self) -> str:
        """The photo's path inside the library, as it stands in Markdown and in a lead figure."""
        return f"media/{self.sha256[:2]}/{self.sha256}.{self.extension}"


def inspect(data: bytes, *, name: str = "") -> Photo:
    """Return what data is, having decoded all of it once.

    Raises:
        PhotoRefusedError: data is no picture, too large, damaged, or of a kind not taken.
    """
    with opened(data, name=name) as image:
        kind = image.format or ""
        size = image.size
        image.draft(None, (1, 1))  # a JPEG is read to its end, but at an eighth of the work
        image.load()
        if kind == "TIFF":
            size = image.size  # Pillow turns a TIFF while it loads
        if kind != "TIFF" and orientation(image) in SIDEWAYS:
            size = size[1], size[0]
    extension, mime = _KINDS[kind]
    return Photo(
        sha256=hashlib.sha256(data).hexdigest(),
        extension=extension,
        width=size[0],
        height=size[1],
        mime=mime,
        size=len(data),
    )


def is_animated(data: bytes) -> bool:
    """Return whether data is a picture that moves; only its first one is ever published.

    Raises:
        PhotoRefusedError: data is no picture.
    """
    with opened(data) as image:
        may_move = image.format not in {"MPO", "TIFF", "HEIF"}  # further views, pages, bursts
        return may_move and bool(getattr(image, "is_animated", False))
