"""What a photo of the library is called beside a page, and how large it stands there."""

from collections.abc import Callable

from editor_app.body.html import Picture, PictureSource
from editor_app.media.photo import Photo
from editor_app.media.rendition import rendition_extension, rendition_size
from editor_app.render.addresses import is_safe_slug

_MARK_LENGTH = 8
_LIBRARY_FOLDER = "media/"


def picture_name(slug: str, photo: Photo) -> str:
    """Return the path of a photo's copy beside the page: ``img/<slug>-<mark>.<extension>``.

    The mark is the beginning of the photo's SHA-256, so another photo has another name.
    """
    mark = photo.sha256[:_MARK_LENGTH]
    name = slug if is_safe_slug(slug) else "photo"
    return f"img/{name}-{mark}.{rendition_extension(photo)}"


def page_pictures(slug: str, find: Callable[[str], Photo | None]) -> PictureSource:
    """Return where a page finds its pictures; find looks a photo up in the library.

    What is not in the library has no picture: pages ask no other host for anything.
    """

    def picture(src: str) -> Picture | None:
        photo = find(src) if src.startswith(_LIBRARY_FOLDER) else None
        if photo is None:
            return None
        width, height = rendition_size(photo)
        return Picture(picture_name(slug, photo), width, height)

    return picture
