"""The blocks of a body with the way to each."""

from collections.abc import Iterator, Sequence

from editor_app.body.contents import blocks_inside
from editor_app.body.tree import Block, Body
from editor_app.checks.finding import Place


def placed_blocks(body: Body) -> Iterator[tuple[Place, Block]]:
    """Yield every block of body, those inside others too, in reading order."""
    for number, block in enumerate(body.blocks):
        yield Place("body", (number,)), block
        if inner := blocks_inside(block):
            yield from _inside((number,), inner)


def _inside(way: tuple[int, ...], blocks: Sequence[Block]) -> Iterator[tuple[Place, Block]]:
    # A stack and not recursion: text from outside may be nested deeper than Python can go.
    waiting = [((*way, at), blocks[at]) for at in reversed(range(len(blocks)))]
    while waiting:
        way, block = waiting.pop()
        yield Place("body", way), block
        inner = blocks_inside(block)
        waiting.extend(((*way, at), inner[at]) for at in reversed(range(len(inner))))
