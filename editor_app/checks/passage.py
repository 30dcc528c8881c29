"""The texts that an item is made of, as rules look at them: one passage for each line of words."""

import dataclasses
from dataclasses import dataclass
from enum import StrEnum

from typing_extensions import override

from editor_app.body.tree import Abbreviation, Language, Link, Mark
from editor_app.checks.finding import Place

OBJECT = "\ufffc"
"""Stands in a passage's text for a picture, a note or a piece of HTML between the words."""


class Kind(StrEnum):
    """What a passage is."""

    FIELD = "field"  # Passage.field says which
    PARAGRAPH = "paragraph"
    CROSS_HEAD = "cross-head"
    CAPTION = "caption"
    CREDIT = "credit"
    ALT = "alt"
    ATTRIBUTION = "attribution"
    PULL_TEXT = "pull quote"
    SPEAKER = "speaker"
    ROLE = "role"
    TITLE = "title"  # of a fact box or a gallery
    TABLE_CAPTION = "table caption"
    HEAD_CELL = "head cell"
    CELL = "cell"
    CARD = "card"  # one value of a card
    NOTE = "note"
    SOURCE = "source"  # Markdown kept to the letter: not words, and never rewritten


@dataclass(frozen=True, slots=True)
class Span:
    """Characters of a passage that carry one mark; neighbours with the same mark are one span."""

    start: int
    end: int
    mark: Mark | Link | Language | Abbreviation


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One line of words: a field, or a leaf of the body.

    It does not know where it stands, so that what is found in it holds wherever it is moved.
    ``text`` has a newline for a break and `OBJECT` for what is no text. ``field`` is the name of a
    field of the item (``headline``, ``lead_figure.caption``), ``body`` in the body. ``language`` is
    a BCP 47 tag. ``containers`` are what it stands in, from the outside: ``quote``,
    ``pull quote``, ``fact box``, ``list``, ``numbered list``, ``passage``, ``gallery``, ``figure``,
    ``table``, ``card``. ``level`` is that of a cross-head, else 0.
    """

    text: str
    kind: Kind = Kind.PARAGRAPH
    field: str = "body"
    language: str = "en-GB"
    spans: tuple[Span, ...] = ()
    containers: tuple[str, ...] = ()
    level: int = 0
    _hash: int = dataclasses.field(init=False, repr=False, compare=False, default=0)

    def __post_init__(self) -> None:
        """Work out the hash once: after every key, every rule asks what it knows of a passage."""
        said = (self.text, self.kind, self.field, self.language, self.spans, self.containers)
        object.__setattr__(self, "_hash", hash((said, self.level)))

    @override
    def __hash__(self) -> int:
        return self._hash

    @property
    def is_quoted(self) -> bool:
        """Whether these are somebody's own words set as a quotation."""
        if self.kind in {Kind.ATTRIBUTION, Kind.SPEAKER, Kind.ROLE}:
            return False
        return "quote" in self.containers or "pull quote" in self.containers

    @property
    def is_prose(self) -> bool:
        """Whether these are sentences: a paragraph, a standfirst, a quotation, a summary, a note.

        Captions are sentences too; headlines, titles, cells, names and alt texts need not be.
        """
        if self.kind is Kind.FIELD:
            return self.field in _PROSE_FIELDS
        return self.kind in _PROSE

    @property
    def links(self) -> tuple[Span, ...]:
        """Return the spans that lead somewhere."""
        return tuple(span for span in self.spans if isinstance(span.mark, Link))

    def words(self, span: Span) -> str:
        """Return the text of a span."""
        return self.text[span.start : span.end]


_PROSE = frozenset({Kind.PARAGRAPH, Kind.CAPTION, Kind.PULL_TEXT, Kind.NOTE})
_PROSE_FIELDS = frozenset(
    {"standfirst", "summary", "lead_figure.caption", "notes_to_editors", "change_notes"}
)


@dataclass(frozen=True, slots=True)
class PlacedPassage:
    """A passage and where in the item it stands."""

    place: Place
    passage: Passage
