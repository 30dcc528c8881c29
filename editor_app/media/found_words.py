"""What a photo's file says of the photo: its embedded words."""

from dataclasses import dataclass

from editor_app.model.photo_words import FoundWord


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What was found in a photo's file; ``notes`` are sentences on what could not be read."""

    words: tuple[FoundWord, ...] = ()
    has_position: bool = False
    notes: tuple[str, ...] = ()


def found_in(data: bytes) -> Found:
    """Return what the bytes of a photo say of it."""
    return Found()
