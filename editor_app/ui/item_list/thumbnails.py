"""Small pictures for rows and tiles, made on a thread when one comes into sight."""

from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap

from editor_app.background.threads import Background
from editor_app.errors import EditorError
from editor_app.model.photo_words import Crop, Focus, PhotoWords

_MOST_KEPT = 600
_MOST_WAITING = 24  # rows that are long out of sight need not be drawn
_AT_ONCE = 2  # of the threads, so that one is always there for the words
_Key = tuple[str, int]


class Thumbnails(QObject):
    """Gives out small pictures of photos; one that is not there yet is made and announced.

    ``make`` is called on a thread, with the photo's path and the pixels of the picture's longer
    side; it returns None, or raises an `EditorError`, where there is no such photo.

    Signals:
        arrived: A picture was made; whoever asked may ask again.
    """

    arrived = Signal()

    def __init__(
        self,
        background: Background,
        make: Callable[[str, int], QImage | None],
        *,
        most_waiting: int = _MOST_WAITING,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._background = background
        self._make = make
        self._most_waiting = most_waiting
        self._kept: OrderedDict[_Key, QPixmap | None] = OrderedDict()
        self._waiting: OrderedDict[_Key, None] = OrderedDict()
        self._running: set[_Key] = set()
        self._outdated: set[_Key] = set()

    def get(self, src: str, *, side: int, ratio: float) -> QPixmap | None:
        """Return a small picture of a photo, or None if there is none, or none yet."""
        if not src:
            return None
        key = (src, round(side * ratio))
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        if key not in self._running:
            self._waiting[key] = None
            self._waiting.move_to_end(key)
        while len(self._waiting) > self._most_waiting:
            self._waiting.popitem(last=False)
        self._make_next()
        return None

    def is_missing(self, src: str, *, side: int, ratio: float) -> bool:
        """Whether it is known that there is no picture of a photo."""
        key = (src, round(side * ratio))
        return key in self._kept and self._kept[key] is None

    def forget(self, src: str) -> None:
        """Make the pictures of a photo anew, because it is cut in another way now."""
        for key in [key for key in self._kept if key[0] == src]:
            del self._kept[key]
        self._outdated |= {key for key in self._running if key[0] == src}
        self.arrived.emit()

    def _make_next(self) -> None:
        while self._waiting and len(self._running) < _AT_ONCE:
            key, _ = self._waiting.popitem()
            self._running.add(key)
            self._begin(key)

    def _begin(self, key: _Key) -> None:
        make, (src, pixels) = self._make, key

        def fail(_error: EditorError) -> None:
            self._keep(key, None)

        self._background.run(
            lambda: make(src, pixels), then=lambda image: self._keep(key, image), failed=fail
        )

    def _keep(self, key: _Key, image: QImage | None) -> None:
        self._running.discard(key)
        if key in self._outdated:
            self._outdated.discard(key)
        else:
            self._kept[key] = None if image is None else QPixmap.fromImage(image)
            if len(self._kept) > _MOST_KEPT:
                self._kept.popitem(last=False)
        self.arrived.emit()
        self._make_next()


def square(image: QImage, pixels: int, words: PhotoWords) -> QImage:
    """Return the cropped picture of a photo cut to a square, round what matters in it."""
    scaled = image.scaled(
        pixels,
        pixels,
        Qt.AspectRatioMode.KeepAspectRatioByExpanding,
        Qt.TransformationMode.SmoothTransformation,
    )
    part = QRect(QPoint(0, 0), QSize(pixels, pixels))
    part.moveCenter(_centre(scaled.size(), words))
    return scaled.copy(_inside(part, scaled.size()))


def _centre(size: QSize, words: PhotoWords) -> QPoint:
    """Return the point that a cut of the cropped picture goes round."""
    focus = words.focus or Focus(x=0.5, y=0.5)
    crop = words.crop if words.focus else None
    crop = crop or Crop(left=0, top=0, width=1, height=1)
    across = (focus.x - crop.left) / crop.width
    down = (focus.y - crop.top) / crop.height
    return QPoint(round(across * size.width()), round(down * size.height()))


def _inside(part: QRect, size: QSize) -> QRect:
    left = min(max(0, part.left()), max(0, size.width() - part.width()))
    top = min(max(0, part.top()), max(0, size.height() - part.height()))
    return QRect(left, top, part.width(), part.height())
