"""Making a value from a photo's file fit to be shown: clean, decoded rightly, and meant."""

import re
from datetime import date

MAX_CHARACTERS = 20_000

_PARAGRAPHS = frozenset({"long_description", "usage_terms"})
_ADDRESSES = frozenset({"source_address", "licence_address", "licensor_address"})
_SAID_BY_CAMERAS = frozenset({"title", "caption", "photographer", "copyright_notice", "credit"})

_LINE_ENDS = re.compile("\r\n?|[\u0085\u2028\u2029\v\f]")
# Controls, direction overrides and isolates, halves of surrogate pairs, non-characters, byte
# order marks: nothing that can be seen, and much that can mislead.
_UNFIT = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef"
    "\ufeff\ufffe\uffff]"
)
_SPACES = re.compile(r"[^\S\n\u00a0\u202f]+")
_EMPTY_LINES = re.compile(r"\n{2,}")

_CAMERA = re.compile(
    r"""
      (?:(?:olympus|sony|konica|minolta|samsung|kodak|pentax|medion|casio|fuji(?:film)?|canon|nikon
        |panasonic|hp|ricoh|sanyo|kyocera|epson|vivitar|polaroid|praktica|general)[ ]+){0,2}
      digital[ ](?:still[ ])?camera
    | sony[ ]dsc | samsung(?:[ ]camera[ ]pictures)? | <?digimax[^>]*>?
    | exif[_ ]?jpeg(?:[_ ]picture)? | default | untitled(?:-\d+)? | unknown | none | null | n/a
    | (?:no[ ])?description | your[ ]name | owner[ ]name | \(c\) | (?:adobe[ ])?photoshop[ ]?[\d.]*
    | picasa[ ]?[\d.]* | (?:created[ ]with[ ])?gimp | applemark | lead[ ]technologies.*
    | acd[ ]systems.* | creator:[ ]gd-jpeg.* | screenshot | captured[ ]by[ ]snagit.* | oplus_\d+
    | binary[ ]comment | charset=.*
    | (?:img|dsc[nf]?|pict?|pxl|gopr|mvi|sam|hpim|cimg|wp|mg|_mg|_dsc|p)[_-]?\d{3}[\d_-]*
    | (?:photo|image|bild|foto)[_ -]?\d{3}[\d_-]*
    | \S+\.(?:jpe?g|tiff?|png|hei[cf]|webp|gif|avif|nef|cr2|arw|dng)
    | [\W_]+
    """,
    re.IGNORECASE | re.VERBOSE,
)
_ADDRESS = re.compile(r"https?://[^\s<>\"']{3,2000}", re.IGNORECASE)
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,4}")
_DAY = re.compile(r"([0-9]{4})(?:[-:/.]?([0-9]{2}))?(?:[-:/.]?([0-9]{2}))?(?:[^0-9].*)?", re.DOTALL)
_MONTHS = 12
_CODE = re.compile(r"[A-Za-z]{3,60}")


def cleaned(field: str, value: str) -> str:
    """Return a value fit for a text field of `PhotoWords`, or "" where it says nothing."""
    if field == "taken_on":
        return day_of(value)
    if field == "digital_source_type":
        return source_type_of(value)
    text = tidy(value, has_paragraphs=field in _PARAGRAPHS)
    if field in _ADDRESSES:
        return text if is_address(text) else ""
    if field in _SAID_BY_CAMERAS and _CAMERA.fullmatch(text):
        return ""
    return text


def tidy(value: str, *, has_paragraphs: bool) -> str:
    """Return text without invisible characters, as one line or as paragraphs."""
    text = _UNFIT.sub("", _LINE_ENDS.sub("\n", value[: 2 * MAX_CHARACTERS]))
    if has_paragraphs:
        lines = (_SPACES.sub(" ", line).strip() for line in text.split("\n"))
        text = _EMPTY_LINES.sub("\n\n", "\n".join(lines)).strip()
    else:
        text = _SPACES.sub(" ", text.replace("\n", " ")).strip()
    return text[:MAX_CHARACTERS].rstrip()


def is_address(text: str) -> bool:
    """Whether text is a web address and nothing else."""
    return bool(_ADDRESS.fullmatch(text))


def language_of(tag: str) -> str:
    """Return a language tag as BCP 47 writes it, or "" for a default or an impossible one."""
    plain = tag.strip().replace("_", "-")
    return plain if plain.lower() != "x-default" and _LANGUAGE.fullmatch(plain) else ""


def day_of(value: str) -> str:
    """Return the day that a date or moment names, as ISO 8601; month or day may be unknown."""
    found = _DAY.fullmatch(value.strip("\0 \t\r\n")[:100])
    if not found:
        return ""
    year, month, day = found.group(1), found.group(2) or "00", found.group(3) or "00"
    if year == "0000" or int(month) > _MONTHS:
        return ""
    if month == "00":
        return year
    if day == "00":
        return f"{year}-{month}"
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""


def source_type_of(value: str) -> str:
    """Return the last part of a code from the IPTC's list of digital source types."""
    code = re.split(r"[/:#]", value.strip().rstrip("/"))[-1]
    return code if _CODE.fullmatch(code) else ""
