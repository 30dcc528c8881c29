"""What the copies of a photo are called beside a page, and how large they stand there."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import lru_cache
from typing import Any

from editor_app.body.html import PictureSource
from editor_app.body.pictures import Cut, Format, Picture, Saying, SlotSizes
from editor_app.media.photo import Photo
from editor_app.media.photo_record import PhotoRecord
from editor_app.media.recipes import Recipe, Shape, lead_recipes, mark, page_recipes, shown_box
from editor_app.model.photo_words import TEXT_FIELDS, Consent, Focus, PhotoWords
from editor_app.render.addresses import is_safe_slug
from editor_app.render.characters import printable_text
from editor_app.render.words import page_words

FindPhoto = Callable[[str], PhotoRecord | None]

LIBRARY_FOLDER = "media/"
_WEBP = "webp"
_REMEMBERED = 1024

# As page.css sets them: the margins of the page, the column of the text, and what stands aside.
_WHOLE = "calc(100vw - 2.5rem)"
_HALF = "calc(50vw - 1.75rem)"
_PADDED = "(min-width: 48rem) calc(100vw - 7rem)"
_SIZES = SlotSizes(
    lead=f"(min-width: 72rem) 65rem, (min-width: 67.5rem) 60.5rem, {_PADDED}, {_WHOLE}",
    text=f"(min-width: 52.5rem) 45.5rem, {_PADDED}, {_WHOLE}",
    beside=f"(min-width: 52.5rem) 20rem, (min-width: 48rem) calc(44vw - 3.1rem), {_WHOLE}",
    full=f"(min-width: 73rem) 65rem, (min-width: 48rem) calc(100vw - 8rem), {_WHOLE}",
    gallery=f"(min-width: 52.5rem) 22.25rem, (min-width: 48rem) calc(50vw - 4rem), {_HALF}",
)


def page_pictures(slug: str, find: FindPhoto, *, language: str) -> PictureSource:
    """Return where a page in a language finds its pictures; find looks in the library.

    What is not in the library has no picture: pages ask no other host for anything.
    """

    def picture(src: str) -> Picture | None:
        record = find(src) if src.startswith(LIBRARY_FOLDER) else None
        return _picture(slug, record, language) if record else None

    return picture


def picture_name(slug: str, photo_mark: str, recipe: Recipe) -> str:
    """Return the path of a copy beside the page: ``img/<slug>-<mark>-<suffix>``.

    The mark changes when the pixels do, and with nothing else.
    """
    name = slug if is_safe_slug(slug) else "photo"
    return f"img/{name}-{photo_mark}-{recipe.suffix}"


def named_recipes(slug: str, photo: Photo, words: PhotoWords) -> dict[str, Recipe]:
    """Return how each copy of a photo that a page may ask for is made, by its path."""
    photo_mark = mark(photo, words)
    return {picture_name(slug, photo_mark, one): one for one in lead_recipes(photo, words)}


@lru_cache(maxsize=_REMEMBERED)
def _picture(slug: str, record: PhotoRecord, language: str) -> Picture:
    photo, words = record.photo, _public(record.words(language))
    photo_mark = mark(photo, words)

    def name(recipe: Recipe) -> str:
        return picture_name(slug, photo_mark, recipe)

    def srcset(recipes: Iterable[Recipe]) -> str:
        return ", ".join(f"{name(one)} {one.width}w" for one in recipes)

    recipes = page_recipes(photo, words)
    plain = [one for one in recipes if one.extension != _WEBP]
    widest = plain[-1]
    return Picture(
        src=name(widest),
        width=widest.width,
        height=widest.height,
        srcset=srcset(plain),
        formats=(Format("image/webp", srcset(one for one in recipes if one.extension == _WEBP)),),
        sizes=_SIZES,
        cuts=tuple(
            Cut(one.shape.value, name(one), one.width, one.height)
            for one in lead_recipes(photo, words)
            if one.shape is not Shape.PAGE
        ),
        focus=_position(photo, words) if words.focus else "",
        words=words,
        saying=_saying(language),
    )


def _position(photo: Photo, words: PhotoWords) -> str:
    """Return where the focus lies in the part that is shown, as CSS says a position."""
    box, focus = shown_box(photo, words.crop), words.focus or Focus(x=0.5, y=0.5)
    across = (focus.x * photo.width - box.left) / box.width
    down = (focus.y * photo.height - box.top) / box.height
    return " ".join(f"{100 * min(max(share, 0), 1):.0f}%" for share in (across, down))


def _public(words: PhotoWords) -> PhotoWords:
    """Return words as they can be printed, without the consent, which is nobody's business."""
    texts: dict[str, Any] = {field: printable_text(getattr(words, field)) for field in TEXT_FIELDS}
    return replace(words, consent=Consent(), **texts)


@lru_cache
def _saying(language: str) -> Saying:
    words = page_words(language)
    return Saying(
        opening=words.credit_opening,
        openings=words.photo_words,
        title=words.texts["photo_title"],
        comma=words.texts["comma"],
        description=words.texts["long_description"],
    )
