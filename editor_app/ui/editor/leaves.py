"""A body as a flat list of leaves: the shape that a text widget can hold."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import count

from editor_app.body.tree import (
    Block,
    Card,
    Content,
    CrossHead,
    FactBox,
    Figure,
    Gallery,
    Image,
    ListBlock,
    Paragraph,
    Passage,
    PullQuote,
    Quote,
    RawInline,
    Setting,
    Source,
    Table,
)
from editor_app.ui.editor.paths import Path, passage_token, token


class Kind(StrEnum):
    """What one line of the editor is."""

    PARAGRAPH = "p"
    TIGHT = "t"
    HEAD_1 = "h1"
    HEAD_2 = "h2"
    HEAD_3 = "h3"
    HEAD_4 = "h4"
    HEAD_5 = "h5"
    HEAD_6 = "h6"
    PHOTO = "photo"
    CAPTION = "caption"
    CREDIT = "credit"
    ATTRIBUTION = "attribution"
    PULL_TEXT = "pull"
    SPEAKER = "speaker"
    ROLE = "role"
    BOX_TITLE = "box-title"
    GALLERY_TITLE = "gallery-title"
    CARD = "card"
    SEPARATOR = "rule"
    SOURCE = "source"
    TABLE = "table"

    @property
    def level(self) -> int:
        """Return the level of a cross-head, 0 for everything else."""
        return int(self.value[1]) if self in _HEADS else 0

    @property
    def is_figure_part(self) -> bool:
        """Whether a line of this kind belongs to a figure."""
        return self in {Kind.PHOTO, Kind.CAPTION, Kind.CREDIT}

    @property
    def is_pull_part(self) -> bool:
        """Whether a line of this kind belongs to a pull quote."""
        return self in {Kind.PULL_TEXT, Kind.SPEAKER, Kind.ROLE}

    @property
    def is_part(self) -> bool:
        """Whether a line of this kind is words that have their fixed place in something else."""
        return self in _PARTS

    @property
    def is_whole(self) -> bool:
        """Whether a line of this kind is one thing that takes no text."""
        return self in {Kind.PHOTO, Kind.CARD, Kind.SEPARATOR, Kind.SOURCE}

    @property
    def is_prose(self) -> bool:
        """Whether a line of this kind is a paragraph."""
        return self in {Kind.PARAGRAPH, Kind.TIGHT}


_HEADS = (Kind.HEAD_1, Kind.HEAD_2, Kind.HEAD_3, Kind.HEAD_4, Kind.HEAD_5, Kind.HEAD_6)

_PARTS = {
    *(Kind.CAPTION, Kind.CREDIT, Kind.ATTRIBUTION, Kind.BOX_TITLE, Kind.GALLERY_TITLE),
    *(Kind.PULL_TEXT, Kind.SPEAKER, Kind.ROLE),
}


def head_kind(level: int) -> Kind:
    """Return the kind of a cross-head of this level."""
    return _HEADS[level - 1]


@dataclass(frozen=True, slots=True)
class Leaf:
    """One line of the editor: what it is, what it stands in, what it says."""

    kind: Kind
    path: Path = ()
    content: Content = ()
    source: str = ""
    table: Table | None = None
    card: Card | None = None
    setting: Setting = Setting.NONE
    is_decorative: bool = False

    @property
    def is_solid(self) -> bool:
        """Whether this line keeps the blocks above and below it apart, whatever they are.

        Locked blocks and pieces of HTML do not: what Markdown would make of them and their
        neighbours together is for the normal form to say.
        """
        if self.path or self.kind is Kind.SOURCE:
            return False
        if any(isinstance(node, RawInline) for node in self.content):
            return False
        return bool(self.content) or not self.kind.is_prose


@dataclass(frozen=True, slots=True)
class Line:
    """What one text block of a document is: a leaf, or a part of a table.

    The first block of a table holds the leaf of the whole table, the others hold none.
    """

    leaf: Leaf | None

    @property
    def is_in_table(self) -> bool:
        """Whether this is a cell of a table."""
        return self.leaf is None or self.leaf.kind is Kind.TABLE


INSIDE_TABLE = Line(None)


def to_leaves(blocks: Sequence[Block], *, first_number: int = 1) -> list[Leaf]:
    """Return blocks as lines."""
    numbers = count(first_number)
    return [leaf for block in blocks for leaf in _leaves(block, (), numbers)]


def _leaves(block: Block, path: Path, numbers: Iterator[int]) -> Iterator[Leaf]:
    match block:
        case ListBlock():
            letter = "o" if block.is_numbered else "u"
            inside = (*path, token(letter, next(numbers), block.start))
            for item in block.items:
                yield from _children(item.blocks, (*inside, token("i", next(numbers))), numbers)
        case Quote() | PullQuote() | FactBox() | Passage() | Gallery():
            yield from _container(block, path, numbers)
        case Figure():
            inside = (*path, token("f", next(numbers)))
            yield _photo(block, inside)
            yield Leaf(Kind.CAPTION, inside, block.caption)
            yield Leaf(Kind.CREDIT, inside, block.credit)
        case _:
            yield _single(block, path)


def _container(
    block: Quote | PullQuote | FactBox | Passage | Gallery, path: Path, numbers: Iterator[int]
) -> Iterator[Leaf]:
    number = next(numbers)
    match block:
        case Quote():
            inside = (*path, token("q", number))
            yield from _children(block.blocks, inside, numbers)
            if block.attribution:
                yield Leaf(Kind.ATTRIBUTION, inside, block.attribution)
        case PullQuote():
            inside = (*path, token("p", number))
            yield Leaf(Kind.PULL_TEXT, inside, block.content)
            yield Leaf(Kind.SPEAKER, inside, block.speaker)
            yield Leaf(Kind.ROLE, inside, block.role)
        case FactBox():
            inside = (*path, token("b", number))
            yield Leaf(Kind.BOX_TITLE, inside, block.title)
            yield from _children(block.blocks, inside, numbers)
        case Gallery():
            inside = (*path, token("g", number))
            yield Leaf(Kind.GALLERY_TITLE, inside, block.title)
            yield from _children(block.figures, inside, numbers)
        case Passage():
            name = passage_token(number, block.language, block.direction)
            yield from _children(block.blocks, (*path, name), numbers)


def _photo(figure: Figure, path: Path) -> Leaf:
    image = Image(figure.src, figure.alt, figure.title)
    setting, is_decorative = figure.setting, figure.is_decorative
    return Leaf(Kind.PHOTO, path, (image,), setting=setting, is_decorative=is_decorative)


def _single(block: Block, path: Path) -> Leaf:
    match block:
        case Paragraph():
            return Leaf(Kind.TIGHT if block.is_tight else Kind.PARAGRAPH, path, block.content)
        case CrossHead():
            return Leaf(head_kind(block.level), path, block.content)
        case Source():
            return Leaf(Kind.SOURCE, path, source=block.markdown)
        case Table():
            return Leaf(Kind.TABLE, path, table=block)
        case Card():
            return Leaf(Kind.CARD, path, card=block)
        case _:
            return Leaf(Kind.SEPARATOR, path)


def _children(blocks: Sequence[Block], path: Path, numbers: Iterator[int]) -> Iterator[Leaf]:
    if not blocks:
        yield Leaf(Kind.PARAGRAPH, path)
    for block in blocks:
        yield from _leaves(block, path, numbers)
