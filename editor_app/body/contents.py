"""All the inline content of a block, whatever it is nested in."""

from collections.abc import Iterator
from itertools import chain

from editor_app.body.tree import (
    Block,
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
    Table,
)


def contents_of(block: Block) -> Iterator[Content]:
    """Yield each stretch of inline content in block, in reading order.

    A note's own words are not among them: they stand elsewhere on the page.
    """
    if not isinstance(block, Quote):
        yield from own_contents(block)
    for inner in blocks_inside(block):
        yield from contents_of(inner)
    if isinstance(block, Quote):
        yield from own_contents(block)


def own_contents(block: Block) -> Iterator[Content]:
    """Yield the inline content of block that is not in blocks inside it."""
    match block:
        case Paragraph(content=content) | CrossHead(content=content):
            yield content
        case PullQuote(content=content, speaker=speaker, role=role):
            yield from (content, speaker, role)
        case Figure(caption=caption, credit=credit):
            yield from (caption, credit)
        case Table(caption=caption, head=head, rows=rows):
            yield from chain((caption,), head, *rows)
        case FactBox(title=line) | Gallery(title=line) | Quote(attribution=line):
            yield line


def blocks_inside(block: Block) -> tuple[Block, ...]:
    """Return the blocks that stand right inside block; none where it holds no blocks."""
    match block:
        case Quote(blocks=blocks) | FactBox(blocks=blocks) | Passage(blocks=blocks):
            return blocks
        case Gallery(figures=figures):
            return figures
        case ListBlock(items=items):
            return tuple(chain.from_iterable(item.blocks for item in items))
    return ()
