"""Which words a house may say in its settings, wherever they come from."""

import re
from urllib.parse import urlsplit

DATE_PATTERNS = ("d MMMM y", "MMMM d, y", "d. MMMM y", "d MMM y", "EEEE, d MMMM y")
"""How dates may be written, as CLDR patterns."""

DATELINE_SLOT = re.compile(r"\{(?:PLACE|Place|date)\}")
_LONGEST_DATELINE = 60
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")


def is_language(tag: str) -> bool:
    """Whether words look like a BCP 47 tag."""
    return _TAG.fullmatch(tag) is not None


def address_problem(words: str) -> str:
    """Return why words are no web address of a site; empty if they are, or there are none."""
    if not words:
        return ""
    wanted = "It should look like https://www.example.org/."
    try:
        parts = urlsplit(words)
        is_web = parts.scheme in {"http", "https"} and "." in (parts.hostname or "")
    except ValueError:
        return wanted
    if not is_web or not words.isprintable() or " " in words:
        return wanted
    if "?" in words or "#" in words or parts.username:
        return "It should end with the name of the site or of a folder in it."
    return ""


def dateline_problem(pattern: str) -> str:
    """Return why a dateline cannot follow a pattern, in a sentence; empty if it can."""
    slots = DATELINE_SLOT.findall(pattern)
    rest = DATELINE_SLOT.sub("", pattern)
    places = len([slot for slot in slots if slot != "{date}"])
    if places != 1:
        return "Write {PLACE} once, for a place in capitals, or {Place}."
    if len(slots) - places > 1:
        return "Write {date} once."
    if "{" in rest or "}" in rest:
        return "Braces stand only around PLACE, Place and date."
    if len(pattern) > _LONGEST_DATELINE:
        return f"It is longer than {_LONGEST_DATELINE} characters."
    return ""
