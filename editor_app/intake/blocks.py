"""Paragraphs and list points of a plain text as blocks of a body."""

from collections.abc import Iterator, Sequence

from editor_app.body.tree import (
    Block,
    Break,
    Content,
    Inline,
    ListBlock,
    ListItem,
    Paragraph,
    Separator,
    Text,
)
from editor_app.intake.chunks import Chunk, without_number


def blocks_of(chunks: Sequence[Chunk]) -> Iterator[Block]:
    """Yield the blocks that chunks are; the words are taken to the letter."""
    at = 0
    while at < len(chunks):
        run = _run(chunks, at)
        if chunks[at].is_rule:
            yield Separator()
        elif chunks[at].is_point:
            yield ListBlock(is_numbered=False, items=tuple(_point(one.text) for one in run))
        elif chunks[at].number and len(run) > 1:
            points = tuple(_point(without_number(one.text)) for one in run)
            yield ListBlock(is_numbered=True, items=points, start=chunks[at].number)
        else:
            yield Paragraph(_content(chunks[at].lines))
        at += len(run)


def _run(chunks: Sequence[Chunk], start: int) -> Sequence[Chunk]:
    """Return the chunks from start on that make one list; a chunk that is none stands alone."""
    first = chunks[start]
    end = start + 1
    while end < len(chunks):
        after = chunks[end]
        goes_on = first.is_point and after.is_point
        counts_on = first.number and after.number == first.number + end - start
        if not (goes_on or counts_on):
            break
        end += 1
    return chunks[start:end]


def _point(text: str) -> ListItem:
    return ListItem((Paragraph((Text(text),), is_tight=True),))


def _content(lines: Sequence[str]) -> Content:
    content: list[Inline] = []
    for line in lines:
        if content:
            content.append(Break())
        content.append(Text(line))
    return tuple(content)
