"""Small pictures of the library's photos, cut as their crop and focus say; for any thread."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from editor_app.model.photo_words import PhotoWords
from editor_app.store.errors import PhotoMissingError, PhotoWordsDamagedError
from editor_app.ui.item_list.thumbnails import square

if TYPE_CHECKING:
    from editor_app.media.photo import Photo
    from editor_app.store.library import Library

_SIDES = (160, 320, 640, 1280)  # few sizes, so that what is kept of one serves another


def square_picture(library: "Library", src: str, pixels: int) -> QImage | None:
    """Return a photo cut to a square of so many pixels, or None where it cannot be shown.

    Raises:
        EditorError: the library has no such photo, or it is not as it was added.
    """
    photo, words = _known(library, src)
    image = _decoded(library, photo, words, 2 * pixels)
    return None if image is None else square(image, pixels, words)


def whole_picture(library: "Library", src: str, pixels: int) -> QImage | None:
    """Return all that a photo shows, its longer side of about so many pixels, or None.

    Raises:
        EditorError: the library has no such photo, or it is not as it was added.
    """
    photo, words = _known(library, src)
    return _decoded(library, photo, words, pixels)


def _known(library: "Library", src: str) -> "tuple[Photo, PhotoWords]":
    """Return a photo and how it is cut; whole where its words are damaged."""
    try:
        if (record := library.photos.record(src)) is not None:
            return record.photo, record.typed
    except PhotoWordsDamagedError:
        if (photo := library.photos.get(src)) is not None:
            return photo, PhotoWords()
    raise PhotoMissingError(src)


def _decoded(library: "Library", photo: "Photo", words: PhotoWords, pixels: int) -> QImage | None:
    side = next((side for side in _SIDES if side >= pixels), _SIDES[-1])
    image = QImage.fromData(library.renditions.thumbnail(photo, side, words))
    return None if image.isNull() else image
