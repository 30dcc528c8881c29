"""The line under a photo that says who made it."""

import re

from editor_app.wording.vocabulary import phrase, vocabulary

_WITH_COLON = re.compile(r"(?P<name>[^:\uff1a]{2,40}?)\s*[:\uff1a]\s*(?P<credit>\S.*)")
_BY = re.compile(r"(?:photo|image|picture) (?:by|courtesy of)|foto von|bild von", re.IGNORECASE)
_LONGEST = 200
_LONGEST_WITHOUT_COLON = 80


def credit_of(line: str) -> str:
    """Return whom a line credits with a photo, without “Photo:”; empty if it does no such thing."""
    if len(line) > _LONGEST:
        return ""
    found = _WITH_COLON.fullmatch(line)
    if found and phrase(found["name"]) in vocabulary().credits:
        return found["credit"].strip()
    by = _BY.match(line)
    if by and len(line) <= _LONGEST_WITHOUT_COLON and not line.endswith("."):
        return line[by.end() :].strip(" :")
    return ""
