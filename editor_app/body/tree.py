"""The text of an item as an immutable tree of blocks; the one form everything reasons about."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType
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


class Direction(StrEnum):
    """The side that words are written from; none where the language says it."""

    NONE = ""
    LEFT_TO_RIGHT = "ltr"
    RIGHT_TO_LEFT = "rtl"


@dataclass(frozen=True, slots=True)
class Language:
    """A mark for words in another language than the rest; ``tag`` is a BCP 47 language tag."""

    tag: str
    direction: Direction = Direction.NONE


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A mark for a short form; ``expansion`` says what it stands for."""

    expansion: str


Marks = frozenset[Mark | Link | Language | Abbreviation]
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


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note, where its number stands in the text.

    The number is not kept: notes count through the whole text. The content is what a caption can
    hold: no breaks, no pictures, no notes.
    """

    content: "Content"
    marks: Marks = NO_MARKS


Inline = Text | Break | Image | RawInline | Footnote
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
    """A quotation, made of blocks; ``attribution`` says whose words they are, without breaks."""

    blocks: tuple["Block", ...]
    attribution: Content = ()


@dataclass(frozen=True, slots=True)
class PullQuote:
    """A sentence drawn out of the text and set large, with who said it; no breaks in any."""

    content: Content
    speaker: Content = ()
    role: Content = ()


@dataclass(frozen=True, slots=True)
class FactBox:
    """A box beside the story with a title, without breaks, and blocks of its own."""

    title: Content
    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """Blocks in another language than the item's; ``language`` is a BCP 47 language tag."""

    language: str
    blocks: tuple["Block", ...]
    direction: Direction = Direction.NONE


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


class Setting(StrEnum):
    """How a figure is set: as wide as the text, at a side of it, or as wide as the page."""

    NONE = ""
    LEFT = "left"
    RIGHT = "right"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class Figure:
    """A photo with alt text, caption and credit.

    ``src`` is a path inside the library (``media/ab/abcdef….jpg``) or whatever the text said.
    Caption and credit hold no breaks. A decorative photo says nothing that a reader would miss,
    and has no alt text.
    """

    src: str
    alt: str = ""
    title: str = ""
    caption: Content = ()
    credit: Content = ()
    setting: Setting = Setting.NONE
    is_decorative: bool = False


@dataclass(frozen=True, slots=True)
class Gallery:
    """Photos shown side by side, with a title without breaks; none of them is set at a side."""

    figures: tuple[Figure, ...]
    title: Content = ()


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
    """A table with one header row; every row has as many cells as ``alignments``.

    ``has_header_column`` says that the first cell of each row heads the row. The caption holds no
    breaks.
    """

    alignments: tuple[Alignment, ...]
    head: tuple[Content, ...]
    rows: tuple[tuple[Content, ...], ...]
    caption: Content = ()
    has_header_column: bool = False


class CardKind(StrEnum):
    """What a card is about; the value is its name in Markdown."""

    PUBLICATION = "publication"
    EMBED = "embed"
    CONTACT = "contact"


CARD_FIELDS: Mapping[CardKind, tuple[str, ...]] = MappingProxyType(
    {
        CardKind.PUBLICATION: ("title", "type", "language", "size", "link"),
        CardKind.EMBED: ("title", "source", "link"),
        CardKind.CONTACT: ("name", "role", "organisation", "email", "phone"),
    }
)
"""What each kind of card says, in this order; every value is one line of plain text."""


@dataclass(frozen=True, slots=True)
class Card:
    """A publication, an embedded work or a contact, with ``values`` for its `CARD_FIELDS`."""

    kind: CardKind
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """Markdown or HTML that this tree has no words for, kept to the letter and locked."""

    markdown: str


Block = (
    Paragraph
    | CrossHead
    | Quote
    | PullQuote
    | FactBox
    | Passage
    | ListBlock
    | Figure
    | Gallery
    | Separator
    | Table
    | Card
    | Source
)


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
