"""What a photo's file says of itself: its XMP, its IPTC records and its EXIF, fit to be shown."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from editor_app.media.embedded import Block, embedded_in
from editor_app.media.exif import words_in_exif
from editor_app.media.found_words_cleaning import cleaned
from editor_app.media.iptc import words_in_iptc
from editor_app.media.xmp import XmpDamagedError
from editor_app.media.xmp_words import words_in_xmp
from editor_app.model.photo_words import FoundWord, Origin

_MAX_CHARACTERS = 400_000  # of all values together: more is no description of a photo
_MAX_WORDS = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a photo's file says: words by field, whether it tells its position, and remarks.

    ``words`` has one value for each field, origin and language. ``notes`` are sentences on what
    could not be read.
    """

    words: tuple[FoundWord, ...] = ()
    has_position: bool = False
    notes: tuple[str, ...] = ()


def found_in(data: bytes) -> Found:
    """Return what a photo's file says of itself; nothing is decoded, and nothing is refused."""
    embedded = embedded_in(data)
    words: dict[tuple[str, Origin, str], FoundWord] = {}
    has_position = embedded.names_position
    notes = list(embedded.notes)
    room = _MAX_CHARACTERS
    for block in embedded.blocks:
        try:
            read, tells_position = _read(block)
        except (XmpDamagedError, ValueError, struct.error):
            notes.append(f"The photo's {block.origin} is damaged and was not read.")
            continue
        has_position |= tells_position
        for word in read:
            key = (word.field, word.origin, word.language.lower())
            if word.value and key not in words and len(word.value) <= room:
                words[key] = word
                room -= len(word.value)
    return Found(
        words=tuple(sorted(words.values(), key=_order))[:_MAX_WORDS],
        has_position=has_position,
        notes=tuple(dict.fromkeys(notes)),
    )


def _read(block: Block) -> tuple[Iterator[FoundWord], bool]:
    if block.origin is Origin.XMP:
        return (
            FoundWord(field=field, value=value.text, origin=Origin.XMP, language=value.language)
            for field, value in words_in_xmp(block.raw)
        ), False
    if block.origin is Origin.IPTC:
        return _cleaned(words_in_iptc(block.raw), Origin.IPTC), False
    values, has_position = words_in_exif(block.raw)
    return _cleaned(values, Origin.EXIF), has_position


def _cleaned(values: tuple[tuple[str, str], ...], origin: Origin) -> Iterator[FoundWord]:
    for field, value in values:
        yield FoundWord(field=field, value=cleaned(field, value), origin=origin)


def _order(word: FoundWord) -> tuple[int, str]:
    return tuple(Origin).index(word.origin), word.field
