"""The pictures that a document shows, at the sizes it shows them in."""

from collections.abc import Callable

from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QImage

PictureSource = Callable[[str], QImage | None]

_FULL_WIDTH = "full-width"


def no_pictures(_src: str) -> QImage | None:
    """Return no picture at all: what an editor without a library has."""
    return None


def with_full_width(image: QImage, width: int) -> QImage:
    """Return a smaller copy of a picture that remembers how many pixels wide the whole one is."""
    image.setText(_FULL_WIDTH, str(width))
    return image


class Pictures:
    """The pictures of a document, each asked for once and kept at the size it is shown."""

    def __init__(self) -> None:
        self._source: PictureSource = no_pictures
        self._kept: dict[str, QImage | None] = {}
        self._scaled: dict[tuple[str, int, int], QImage] = {}

    def use(self, source: PictureSource) -> None:
        """Ask source for pictures from now on."""
        self._source = source
        self.forget()

    def forget(self) -> None:
        """Ask again for every picture."""
        self._kept.clear()
        self._scaled.clear()

    def forget_missing(self) -> bool:
        """Ask again for those there were none of; return whether there are any."""
        missing = [src for src, image in self._kept.items() if image is None]
        for src in missing:
            del self._kept[src]
        return bool(missing)

    def get(self, src: str) -> QImage | None:
        """Return the picture, or None where there is none to show."""
        if src not in self._kept:
            found = self._source(src)
            self._kept[src] = None if found is None or found.isNull() else found
        return self._kept[src]

    def full_width(self, src: str) -> int | None:
        """Return how many pixels wide a picture is in its file, or None where there is none."""
        image = self.get(src)
        return None if image is None else int(image.text(_FULL_WIDTH) or image.width())

    def scaled(self, src: str, size: QSizeF, ratio: float) -> QImage | None:
        """Return the picture at the size it takes up on a screen of this pixel ratio."""
        if (image := self.get(src)) is None:
            return None
        width, height = round(size.width() * ratio), round(size.height() * ratio)
        key = (src, width, height)
        if key not in self._scaled:
            self._scaled[key] = image.scaled(
                width,
                height,
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            self._scaled[key].setDevicePixelRatio(ratio)
        return self._scaled[key]
