"""A file becomes a draft in the library."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from editor_app.intake.errors import ImportLaterError, IntakeError
from editor_app.intake.markdown_file import read_markdown_file
from editor_app.intake.pictures import Pictures
from editor_app.intake.plain import read_plain
from editor_app.intake.reading import Reading
from editor_app.intake.textfile import read_text
from editor_app.model.identity import new_item_id
from editor_app.model.item import LeadFigure, NewsItem
from editor_app.store.library import Library

_PLAIN = frozenset({".txt", ".text", ""})
_MARKDOWN = frozenset({".md", ".markdown", ".mdown", ".mkd"})
_LATER = {
    ".docx": "Word documents",
    ".html": "web pages",
    ".htm": "web pages",
    ".xhtml": "web pages",
}
_LATER_VERSION = "Standfirst 0.3"


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """A new draft, with a word on all that did not come in as it stood in the file.

    ``dropped`` are page leftovers that were taken out, ``repeated`` paragraphs that say the
    standfirst or another paragraph again (they are still there), ``notes`` are sentences.
    """

    item: NewsItem
    dropped: tuple[str, ...] = ()
    repeated: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def import_file(path: Path, *, library: Library, clock: Callable[[], datetime]) -> Imported:
    """Bring a file into the library as a draft and return what became of it.

    Raises:
        IntakeError: the file is not there, is no text, or is of a kind read by a later version.
        StoreError: the library cannot take it.
    """
    unsaved = read_file(path, library=library, now=clock())
    return replace(unsaved, item=library.items.save(unsaved.item, over=0))


def read_file(path: Path, *, library: Library, now: datetime) -> Imported:
    """Return what a file becomes, its pictures in the library, the item not yet.

    Raises:
        IntakeError: the file is not there, is no text, or is of a kind read by a later version.
        StoreError: the library cannot take a picture.
    """
    pictures = Pictures(path.parent, library)
    reading = _read(path, pictures)
    item = _item(reading, pictures, now)
    return Imported(
        item=item,
        dropped=reading.dropped,
        repeated=reading.repeated,
        notes=(*reading.notes, *pictures.notes),
    )


def _read(path: Path, pictures: Pictures) -> Reading:
    suffix = path.suffix.lower()
    if suffix in _LATER and path.is_file():
        raise ImportLaterError(
            f"“{path.name}” cannot be read yet: {_LATER_VERSION} will read {_LATER[suffix]}.",
            hint="Until then, save it as plain text (.txt) or Markdown (.md).",
        )
    text, encoding = read_text(path)
    if suffix in _MARKDOWN:
        reading = read_markdown_file(text, pictures)
    elif suffix in _PLAIN:
        reading = read_plain(text)
    else:
        raise IntakeError(
            f"“{path.name}” is of a kind that Standfirst does not read.",
            hint="Plain text (.txt) and Markdown (.md) can be brought in.",
        )
    if encoding in {"utf-8", "utf-8-sig", "utf-16", "utf-32"}:
        return reading
    note = f"The file is in an older encoding, read as {encoding}; check the special letters."
    return replace(reading, notes=(*reading.notes, note))


def _item(reading: Reading, pictures: Pictures, now: datetime) -> NewsItem:
    fields: dict[str, Any] = {**reading.fields, "body": reading.body}
    words = reading.photo
    src = pictures.taken(words["src"]) if words.get("src") else ""
    if words:
        own = pictures.words(src, reading.fields.get("language", ""))
        fields["lead_figure"] = LeadFigure(
            src=src,
            alt=words.get("photo_alt") or " ".join(own.alt.split()),
            caption=words.get("photo_caption") or " ".join(own.caption.split()),
            credit=words.get("photo_credit") or " ".join(own.credit.split()),
        )
    return NewsItem(id=new_item_id(now), **fields)
