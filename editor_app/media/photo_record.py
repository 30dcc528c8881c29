"""A photo of a library with everything that is known of it."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from editor_app.model.photo_words import FoundWord, PhotoWords, with_found

if TYPE_CHECKING:
    from editor_app.media.photo import Photo


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoRecord:
    """A photo on record: its file, what the user typed of it, and what the file itself says.

    ``name`` is what its file was called when it came. ``has_position`` says that the original
    carries the place where it was taken, as coordinates; ``is_animated`` that it moves, of which
    only the first picture is published.
    """

    photo: "Photo"
    name: str = ""
    added_at: datetime | None = None
    changed_at: datetime | None = None
    trashed_at: datetime | None = None
    typed: PhotoWords = field(default_factory=PhotoWords)
    found: tuple[FoundWord, ...] = ()
    has_position: bool = False
    is_animated: bool = False

    def words(self, language: str) -> PhotoWords:
        """Return what was typed, else what the file says: in a language where it has several."""
        return with_found(self.typed, self.found, language)
