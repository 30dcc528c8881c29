"""Photos of the library as the window shows them: upright, in sRGB, no larger than a screen.

They are copies that the library keeps, made by its own decoders: Qt knows neither AVIF nor HEIC.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QRect, Qt
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader

from editor_app.errors import EditorError
from editor_app.model.photo_words import PhotoWords
from editor_app.store.errors import PhotoWordsDamagedError
from editor_app.ui.editor.drawing.pictures import with_full_width
from editor_app.ui.photos import framing

if TYPE_CHECKING:
    from editor_app.media.photo import Photo
    from editor_app.store.first_look import FirstLook
    from editor_app.store.library import Library

LONGEST_SHOWN = 1920  # pixels of a photo's longer side, twice what the column of text has


def cut_picture(library: "Library", src: str) -> QImage | None:
    """Return what of a photo is shown, cut as its crop says; None where there is none to show."""
    try:
        photo, words = _known(library, src)
        if photo is None:
            return None
        image = _image(library.renditions.thumbnail(photo, LONGEST_SHOWN, words))
    except EditorError:
        return None
    width = photo.width if words.crop is None else round(photo.width * words.crop.width)
    return None if image is None else with_full_width(image, width)


def first_picture(look: "FirstLook", src: str) -> QImage | None:
    """Return what of a photo is shown before its library is open, as far as Qt can decode it."""
    try:
        held = QBuffer()
        held.setData(look.photo(src))
    except EditorError:
        return None
    reader = QImageReader(held)
    reader.setAutoTransform(True)
    size = reader.size()
    if max(size.width(), size.height()) > LONGEST_SHOWN:
        shown = size.scaled(LONGEST_SHOWN, LONGEST_SHOWN, Qt.AspectRatioMode.KeepAspectRatio)
        reader.setScaledSize(shown)
    image = reader.read()
    if image.isNull():
        return None
    crop = look.photo_words(src).crop or framing.WHOLE
    part = QRect(
        round(crop.left * image.width()),
        round(crop.top * image.height()),
        round(crop.width * image.width()),
        round(crop.height * image.height()),
    )
    is_turned = bool(
        reader.transformation() & QImageIOHandler.Transformation.TransformationRotate90
    )
    full = size.height() if is_turned else size.width()
    return with_full_width(image.copy(part), round(full * crop.width))


def uncut_picture(library: "Library", photo: "Photo") -> QImage | None:
    """Return all of a photo.

    Raises:
        StoreError: its file is missing or damaged.
        PhotoRefusedError: it cannot be decoded.
    """
    return _image(library.renditions.thumbnail(photo, LONGEST_SHOWN))


def _known(library: "Library", src: str) -> "tuple[Photo | None, PhotoWords]":
    """Return a photo and how it is cut; not at all where its words are damaged."""
    try:
        record = library.photos.record(src)
    except PhotoWordsDamagedError:
        return library.photos.get(src), PhotoWords()
    return (None, PhotoWords()) if record is None else (record.photo, record.typed)


def _image(data: bytes) -> QImage | None:
    image = QImage.fromData(data)
    return None if image.isNull() else image
