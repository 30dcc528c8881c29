"""Small pictures for the rows, made on a thread when a row comes into sight."""

from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtGui import QImage, QPixmap

from editor_app.background.threads import Background
from editor_app.errors import EditorError
from editor_app.media.rendition import thumbnail

_MOST_KEPT = 600
_MOST_WAITING = 24  # rows that are long out of sight need not be drawn


class Thumbnails(QObject):
    """Gives out square thumbnails of photos; one that is not there yet is made and announced.

    Signals:
        arrived: A thumbnail was made; whoever asked may ask again.
    """

    arrived = Signal()

    def __init__(
        self,
        background: Background,
        read: Callable[[str], bytes],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._background = background
        self._read = read
        self._kept: OrderedDict[tuple[str, int], QPixmap | None] = OrderedDict()
        self._waiting: OrderedDict[tuple[str, int], None] = OrderedDict()
        self._running: tuple[str, int] | None = None

    def get(self, src: str, *, side: int, ratio: float) -> QPixmap | None:
        """Return a photo cut to a square, or None if there is none, or none yet."""
        if not src:
            return None
        key = (src, round(side * ratio))
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        self._waiting[key] = None
        self._waiting.move_to_end(key)
        while len(self._waiting) > _MOST_WAITING:
            self._waiting.popitem(last=False)
        self._make_next()
        return None

    def _make_next(self) -> None:
        if self._running is not None or not self._waiting:
            return
        key, _ = self._waiting.popitem()
        self._running = key
        src, pixels = key
        read = self._read
        self._background.run(
            lambda: thumbnail(read(src), longest=pixels * 2),
            then=lambda data: self._keep(key, square(data, pixels)),
            failed=lambda _error: self._on_failed(key, _error),
        )

    def _on_failed(self, key: tuple[str, int], _error: EditorError) -> None:
        self._keep(key, None)

    def _keep(self, key: tuple[str, int], picture: QPixmap | None) -> None:
        self._running = None
        self._kept[key] = picture
        if len(self._kept) > _MOST_KEPT:
            self._kept.popitem(last=False)
        self.arrived.emit()
        self._make_next()


def square(data: bytes, pixels: int) -> QPixmap | None:
    """Return the middle of a picture as a square, or None if it cannot be read."""
    image = QImage.fromData(data)
    if image.isNull():
        return None
    scaled = image.scaled(
        pixels,
        pixels,
        Qt.AspectRatioMode.KeepAspectRatioByExpanding,
        Qt.TransformationMode.SmoothTransformation,
    )
    middle = QRect(0, 0, pixels, pixels)
    middle.moveCenter(scaled.rect().center())
    return QPixmap.fromImage(scaled.copy(middle))
