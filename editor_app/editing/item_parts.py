"""The parts of an item that a search can look into or leave out."""

from enum import StrEnum
from typing import NamedTuple


class Part(StrEnum):
    """A part of an item that is searched or left out; the value is its name for people."""

    HEADLINE = "Headlines"
    STANDFIRST = "Standfirsts"
    BODY = "Text"
    CAPTIONS = "Captions"
    CREDITS = "Credits"
    NOTES = "Notes"
    OTHERS = "Other fields"
    LINKS = "Link addresses"


class Place(NamedTuple):
    """Where a line stands: in which part, and what it is called there."""

    part: Part
    name: str
