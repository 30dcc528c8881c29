"""What is to be known before a photo goes out; none of it keeps an item from going out."""

from collections.abc import Iterator

from editor_app.model.limits import PHOTO_WIDTH
from editor_app.model.photo_words import PhotoWords


def licence_warnings(words: PhotoWords, credit: str) -> Iterator[str]:
    """Yield what a credit lacks under a photo's licence, and what the licence forbids."""
    yield from licence_breaches(words, credit)
    if restriction := licence_restriction(words):
        yield restriction


def licence_breaches(words: PhotoWords, credit: str) -> Iterator[str]:
    """Yield what is not as a photo's licence asks for."""
    licence = words.known_licence
    if licence is None or not licence.is_creative_commons:
        return
    if lacking := " and ".join(_lacking(words, credit)):
        yield f"{licence.name} asks for {lacking}."
    if licence.forbids_changes and words.crop is not None:
        yield f"{licence.name} does not allow a crop."


def licence_restriction(words: PhotoWords) -> str:
    """Return what a photo's licence forbids that nobody can see here; else nothing."""
    licence = words.known_licence
    if licence is None or not licence.forbids_commerce:
        return ""
    return f"{licence.name} is not for commercial purposes."


def width_warning(width: int) -> str:
    """Return that the shown part of a photo has too few pixels across; nothing where it has not."""
    if width >= PHOTO_WIDTH:
        return ""
    soft = f"under {PHOTO_WIDTH:,} it looks soft as a lead photo and on social media."
    return f"Only {width:,} pixels wide: {soft}"


def _lacking(words: PhotoWords, credit: str) -> Iterator[str]:
    if not (words.photographer or credit):
        yield "the author"
    if not words.source_address:
        yield "the address of the source"
