"""A text as the lines that a reader sees, each with what it stands in."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum

from editor_app.body.contents import blocks_inside
from editor_app.body.tree import (
    Block,
    Body,
    Card,
    Content,
    CrossHead,
    FactBox,
    Figure,
    Gallery,
    ListBlock,
    Paragraph,
    Passage,
    PullQuote,
    Quote,
    Source,
    Table,
)
from editor_app.editing.comparing_words import plain


class LineKind(StrEnum):
    """What a line is."""

    PARAGRAPH = "paragraph"
    CROSS_HEAD = "cross-head"
    ATTRIBUTION = "attribution"
    TITLE = "title"
    PULL_QUOTE = "pull quote"
    FIGURE = "photo"
    SEPARATOR = "separator"
    TABLE_CAPTION = "table caption"
    TABLE_HEAD = "table head"
    TABLE_ROW = "table row"
    CARD = "card"
    SOURCE = "source"
    EMPTY = "empty line"


class Around(StrEnum):
    """What a line may stand in."""

    QUOTE = "quote"
    BULLET = "bullet"
    NUMBER = "number"
    BOX = "fact box"
    GALLERY = "gallery"
    PASSAGE = "passage"


@dataclass(frozen=True, slots=True)
class Container:
    """One thing that a line stands in; ``says`` is what else is known of it, such as a language."""

    kind: Around
    says: str = ""


FIGURE_PARTS = ("Alt text", "Title", "Caption", "Credit")
"""What the parts of a line that is a photo are."""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, a heading, a photo, a row of a table.

    ``parts`` are its words: one part for a paragraph, one for each cell of a row. ``says`` is what
    is known of it beside its words. ``number`` counts the items of a list, where the line begins
    one; it comes of its place and is no part of what the line is.
    """

    kind: LineKind
    parts: tuple[Content, ...] = ()
    around: tuple[Container, ...] = ()
    says: str = ""
    src: str = ""
    number: int = field(default=0, compare=False)

    @property
    def shape(self) -> "Line":
        """What the line is without its words."""
        return replace(self, parts=())


def lines_of(body: Body) -> list[Line]:
    """Return the lines of a text, from the top."""
    return [line for block in body.blocks for line in _lines(block, ())]


def _lines(block: Block, around: tuple[Container, ...]) -> Iterator[Line]:
    match block:
        case ListBlock(is_numbered=is_numbered, items=items):
            kind = Around.NUMBER if is_numbered else Around.BULLET
            inside = (*around, Container(kind))
            for number, item in enumerate(items, start=block.start):
                first, *others = _inside(item.blocks, inside)
                yield replace(first, number=number)
                yield from others
        case Quote(attribution=attribution):
            yield from _box(block, (*around, Container(Around.QUOTE)))
            if attribution:
                inside = (*around, Container(Around.QUOTE))
                yield Line(LineKind.ATTRIBUTION, (attribution,), inside)
        case FactBox(title=title) | Gallery(title=title):
            kind = Around.BOX if isinstance(block, FactBox) else Around.GALLERY
            inside = (*around, Container(kind))
            yield Line(LineKind.TITLE, (title,), inside)
            yield from _box(block, inside)
        case Passage(language=language, direction=direction):
            container = Container(Around.PASSAGE, f"{language} {direction.value}".strip())
            yield from _box(block, (*around, container))
        case Table():
            yield from _table(block, around)
        case _:
            yield replace(_line(block), around=around)


def _box(block: Block, around: tuple[Container, ...]) -> Iterator[Line]:
    return _inside(blocks_inside(block), around)


def _inside(blocks: tuple[Block, ...], around: tuple[Container, ...]) -> Iterator[Line]:
    if not blocks:
        yield Line(LineKind.EMPTY, (), around)
    for block in blocks:
        yield from _lines(block, around)


def _table(table: Table, around: tuple[Container, ...]) -> Iterator[Line]:
    if table.caption:
        yield Line(LineKind.TABLE_CAPTION, (table.caption,), around)
    header = "header column" if table.has_header_column else ""
    says = " ".join((*(each.value or "-" for each in table.alignments), header)).strip()
    yield Line(LineKind.TABLE_HEAD, table.head, around, says)
    for row in table.rows:
        yield Line(LineKind.TABLE_ROW, row, around)


def _line(block: Block) -> Line:
    """Return a block that holds no others as a line."""
    line = Line(LineKind.SEPARATOR)
    match block:
        case Paragraph(content=content):
            line = Line(LineKind.PARAGRAPH, (content,))
        case CrossHead(level=level, content=content):
            line = Line(LineKind.CROSS_HEAD, (content,), says=str(level))
        case PullQuote(content=content, speaker=speaker, role=role):
            line = Line(LineKind.PULL_QUOTE, (content, speaker, role))
        case Figure():
            line = _figure(block)
        case Card(kind=kind, values=values):
            line = Line(LineKind.CARD, tuple(map(plain, values)), says=kind.value)
        case Source(markdown=markdown):
            line = Line(LineKind.SOURCE, (plain(markdown),))
    return line


def _figure(figure: Figure) -> Line:
    decorative = "decorative" if figure.is_decorative else ""
    return Line(
        LineKind.FIGURE,
        (plain(figure.alt), plain(figure.title), figure.caption, figure.credit),
        says=f"{figure.setting.value} {decorative}".strip(),
        src=figure.src,
    )
