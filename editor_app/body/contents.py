"""All the inline content of a block, whatever it is nested in."""

from collections.abc import Iterator
from itertools import chain

from editor_app.body.tree import (
    Block,
    Content,
    CrossHead,
    Figure,
    ListBlock,
    Paragraph,
    Quote,
    Table,
)


def contents_of(block: Block) -> Iterator[Content]:
    """Yield each stretch of inline content in block, in reading order."""
    match block:
        case Paragraph(content=content) | CrossHead(content=content):
            yield content
        case Quote(blocks=blocks):
            for inner in blocks:
                yield from contents_of(inner)
        case ListBlock(items=items):
            for inner in chain.from_iterable(item.blocks for item in items):
                yield from contents_of(inner)
        case Figure(caption=caption, credit=credit):
            yield from (caption, credit)
        case Table(head=head, rows=rows):
            yield from chain(head, *rows)
