"""What the words of a photo begin with where nothing is typed, and where that is from."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor_app.editing.languages import language as named_language
from editor_app.model.photo_words import Origin, found_word

if TYPE_CHECKING:
    from editor_app.media.photo_record import PhotoRecord

_PLACES = {
    Origin.XMP: "its XMP data",
    Origin.IPTC: "its IPTC data",
    Origin.EXIF: "its EXIF data, written by the camera",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """What a field begins with where nothing is typed, and where that is from, short and long."""

    words: str = ""
    origin: str = ""
    hint: str = ""


NO_START = Start()


def start_in_file(record: "PhotoRecord", field: str, language: str) -> Start:
    """Return what a photo's file gives for a field."""
    found = found_word(record.found, field, language)
    if found is None:
        return NO_START
    tongue = f", in {named_language(found.language).name}" if found.language else ""
    return Start(
        words=found.value.strip(),
        origin=f"from the photo: {found.origin}",
        hint=f"The photo's file says so itself, in {_PLACES[found.origin]}{tongue}.",
    )


def start_in_record(record: "PhotoRecord", field: str, language: str) -> Start:
    """Return what a photo has as its own for a field: typed, or in its file."""
    if own := getattr(record.typed, field).strip():
        hint = "These are the photo's own words, for every item that shows it."
        return Start(words=own, origin="the photo's own", hint=hint)
    return start_in_file(record, field, language)
