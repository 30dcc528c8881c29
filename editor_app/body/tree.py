"""The text of an item as an immutable tree of blocks; the one form everything reasons about."""

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import NamedTuple


class Mark(StrEnum):
    """What a run of text is marked as; the value is the HTML element's name."""

    STRONG = "strong"
    EMPHASIS = "em"
    STRIKE = "del"
    SUPERSCRIPT = "sup"
    SUBSCRIPT = "sub"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Link:
    """A mark that leads somewhere else."""

    href: str
    title: str = ""


Marks = frozenset[Mark | Link]
NO_MARKS: Marks = frozenset()


# ---------------------------------------------------------------- inline content (flat: no nesting)


@dataclass(frozen=True, slots=True)
class Text:
    """A run of characters that carry the same marks."""

    text: str
    marks: Marks = NO_MARKS


@dataclass(frozen=True, slots=True)
class Break:
    """A line break inside a block."""

    marks: Marks = NO_MARKS


@dataclass(frozen=True, slots=True)
class Image:
    """A picture inside a line of text. A picture alone in its paragraph is a `Figure`."""

    src: str
    alt: str = ""
    title: str = ""
    marks: Marks = NO_MARKS


@dataclass(frozen=True, slots=True)
class RawInline:
    """One piece of inline HTML, kept as it was written; it is cleaned before it is shown."""

    source: str
    marks: Marks = NO_MARKS


Inline = Text | Break | Image | RawInline
Content = tuple[Inline, ...]


# ---------------------------------------------------------------- blocks


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; ``is_tight`` says that it is the bare text of a tight list item (no ``<p>``)."""

    content: Content
    is_tight: bool = False


@dataclass(frozen=True, slots=True)
class CrossHead:
    """A heading inside the body: levels 2 to 4 in the editor, 1 to 6 in text from outside."""

    level: int
    content: Content


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation, made of blocks."""

    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item of a list, made of blocks; it may be empty."""

    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A bullet list, or a numbered one that starts at ``start``."""

    is_numbered: bool
    items: tuple[ListItem, ...]
    start: int = 1


@dataclass(frozen=True, slots=True)
class Figure:
    """A photo with alt text, caption and credit.

    ``src`` is a path inside the library (``media/ab/abcdef….jpg``) or whatever the text said.
    Caption and credit hold no breaks.
    """

    src: str
    alt: str = ""
    title: str = ""
    caption: Content = ()
    credit: Content = ()


@dataclass(frozen=True, slots=True)
class Separator:
    """A rule between two parts of the text."""


class Alignment(StrEnum):
    """How the cells of a table column are set."""

    NONE = ""
    LEFT = "left"
    CENTRE = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one header row; every row has as many cells as ``alignments``."""

    alignments: tuple[Alignment, ...]
    head: tuple[Content, ...]
    rows: tuple[tuple[Content, ...], ...]


@dataclass(frozen=True, slots=True)
class Source:
    """Markdown or HTML that this tree has no words for, kept to the letter and locked."""

    markdown: str


Block = Paragraph | CrossHead | Quote | ListBlock | Figure | Separator | Table | Source


class KeptSource(NamedTuple):
    """A stretch of Markdown as it was read, and the top-level blocks it stands for."""

    blocks: tuple[Block, ...]
    markdown: str


@dataclass(frozen=True, slots=True)
class Body:
    """The text of one item.

    ``blocks`` are in normal form (see `editor_app.body.normal`). ``kept`` are the sources the
    blocks were read from: a block that still equals what was read is written as its source. They
    are a memory, not a part of the value: two bodies with equal blocks are equal.
    """

    blocks: tuple[Block, ...] = ()
    kept: tuple[KeptSource, ...] = field(default=(), compare=False, repr=False)

    def with_blocks(self, blocks: tuple[Block, ...]) -> "Body":
        """Return a body of other blocks that remembers the same sources."""
        return replace(self, blocks=blocks)
