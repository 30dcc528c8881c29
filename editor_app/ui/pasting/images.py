"""A copied picture, which has no file, as a file."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageWriter

from editor_app.media.decoding import MAX_PIXELS
from editor_app.media.errors import PhotoRefusedError


def as_png(image: QImage) -> bytes:
    """Return a picture as the bytes of a PNG file; safe on any thread.

    Raises:
        PhotoRefusedError: it has more pixels than a page can use.
    """
    if image.width() * image.height() > MAX_PIXELS:
        raise PhotoRefusedError(
            f"The copied picture has more than {MAX_PIXELS // 1_000_000} million pixels.",
            hint="Copy a smaller version; 4,000 pixels on the longer side are plenty.",
        )
    store = QBuffer()
    store.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(store, QByteArray(b"PNG")).write(image)
    return bytes(store.data().data())
