"""What is known of a photo beside its pixels: words, rights, consent, and what matters in it."""

from dataclasses import dataclass, fields, replace
from datetime import date
from enum import StrEnum
from typing import Any

from editor_app.model.licences import Licence, licence_at, licence_of


class ConsentState(StrEnum):
    """Whether those who can be seen in a photo agreed to its use."""

    UNKNOWN = ""
    NOT_NEEDED = "not needed"  # nobody can be recognised
    GIVEN = "given"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """The consent of those in a photo: who gave it, when, and where it is kept. Never published."""

    state: ConsentState = ConsentState.UNKNOWN
    given_by: str = ""
    day: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Crop:
    """The part of a photo that is shown, in shares (0 to 1) of the upright photo's sides."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Focus:
    """The point of a photo that every cut must keep, in shares of the upright photo's sides."""

    x: float
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoWords:
    """What a photo says of itself, wherever it is shown.

    Where a photo is used, caption, credit and alt text start as these and may then differ.
    ``licence`` is a code of `LICENCES`, ``licence_address`` where terms of one's own stand (the
    IPTC's "web statement of rights"), ``licensor_address`` where a licence can be had.
    ``taken_on`` is an ISO 8601 date that may lack day or month. ``digital_source_type`` is the last
    part of an IPTC code (``digitalCapture``, ``trainedAlgorithmicMedia``).
    """

    title: str = ""
    caption: str = ""
    credit: str = ""
    alt: str = ""
    long_description: str = ""
    photographer: str = ""
    source: str = ""
    source_address: str = ""
    copyright_notice: str = ""
    usage_terms: str = ""
    licence: str = ""
    licence_address: str = ""
    licensor_address: str = ""
    place: str = ""
    taken_on: str = ""
    digital_source_type: str = ""
    consent: Consent = Consent()
    crop: Crop | None = None
    focus: Focus | None = None

    @property
    def known_licence(self) -> Licence | None:
        """The licence chosen, or the one that the address of the terms leads to."""
        return licence_of(self.licence) or licence_at(self.licence_address)


class Origin(StrEnum):
    """Where in a photo's file a word was found, the most trusted first."""

    XMP = "XMP"
    IPTC = "IPTC"  # the older records of the IPTC's Information Interchange Model (IIM)
    EXIF = "EXIF"


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundWord:
    """A value that a photo's file gives for a text field of `PhotoWords`.

    ``language`` is a BCP 47 tag; empty where the file names none (XMP's ``x-default``).
    """

    field: str
    value: str
    origin: Origin
    language: str = ""


TEXT_FIELDS = tuple(field.name for field in fields(PhotoWords) if field.type in ("str", str))
"""The fields of `PhotoWords` that are text, and that a photo's file can fill."""


_RANKS = tuple(Origin)

LEFT_OUT = " "
"""Typed in place of what a photo's file says and shall not be said; nothing in `with_found`."""


def found_word(found: tuple[FoundWord, ...], field: str, language: str) -> FoundWord | None:
    """Return the best of what was found for a field: XMP before IPTC before EXIF.

    Within one origin the asked language comes first, then its relatives, then what names none.
    """
    ours = [word for word in found if word.field == field and word.value.strip()]
    return min(
        ours,
        key=lambda word: (_RANKS.index(word.origin), _distance(word.language, language)),
        default=None,
    )


def with_found(typed: PhotoWords, found: tuple[FoundWord, ...], language: str) -> PhotoWords:
    """Return typed words, and where nothing was typed what the photo's file says."""
    words: dict[str, Any] = {}
    said = {word.field for word in found}
    for field in TEXT_FIELDS:
        own = getattr(typed, field)
        if not own and field in said and (word := found_word(found, field, language)):
            words[field] = word.value
        elif own.isspace():
            words[field] = ""
    return replace(typed, **words) if words else typed


def differing(one: PhotoWords, other: PhotoWords) -> frozenset[str]:
    """Return the names of the fields that differ."""
    names = (field.name for field in fields(PhotoWords))
    return frozenset(name for name in names if getattr(one, name) != getattr(other, name))


def _distance(language: str, asked: str) -> int:
    if language.lower() == asked.lower():
        return 0
    if language and language.lower().partition("-")[0] == asked.lower().partition("-")[0]:
        return 1
    return 2 if not language else 3
