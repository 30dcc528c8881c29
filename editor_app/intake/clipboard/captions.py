"""Paragraphs, and the figures and captions among them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from editor_app.body.tree import (
    Block,
    Break,
    Content,
    Figure,
    Image,
    Inline,
    Paragraph,
    Table,
    Text,
)
from editor_app.intake.clipboard.words import in_parts, says_something, tidied


@dataclass(frozen=True, slots=True)
class CaptionLine(Paragraph):
    """A paragraph that says of itself that it is a caption, until its figure is found."""


def parts(content: Content) -> Iterator[Content]:
    """Yield the paragraphs of content: an empty line between breaks ends one."""
    part: list[Inline] = []
    breaks: list[Inline] = []
    for piece in content:
        if isinstance(piece, Break):
            breaks.append(piece)
            continue
        if len(breaks) > 1:
            yield tuple(part)
            part = []
        elif part:
            part += breaks
        breaks = []
        part.append(piece)
    yield tuple(part)


def with_figures(content: Content) -> Iterator[Block]:
    """Yield a paragraph; the pictures in it become figures before or after it."""
    pictures = [piece for piece in content if isinstance(piece, Image)]
    words = tidied(piece for piece in content if not isinstance(piece, Image))
    figures = [Figure(picture.src, picture.alt) for picture in pictures]
    is_first = bool(pictures) and content[0] is pictures[0]
    if is_first:
        yield from figures
    if says_something(words):
        yield from (Paragraph(part) for part in in_parts(words))
    if not is_first:
        yield from figures


def with_captions(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return blocks with each caption line put to the figure or table beside it."""
    result: list[Block] = []
    waiting: CaptionLine | None = None
    for block in blocks:
        if isinstance(block, CaptionLine):
            waiting = _captioned_before(result, block)
        elif waiting is not None and isinstance(block, Table) and not block.caption:
            result[-1] = replace(block, caption=waiting.content)
            waiting = None
        else:
            result.append(block)
            waiting = None
    return tuple(Paragraph(b.content) if isinstance(b, CaptionLine) else b for b in result)


def _captioned_before(result: list[Block], line: CaptionLine) -> CaptionLine | None:
    """Give the last block its caption; where it takes none, the line waits for the next."""
    before = result[-1] if result else None
    if isinstance(before, (Figure, Table)) and not before.caption:
        result[-1] = replace(before, caption=line.content)
        return None
    result.append(line)
    return line


def captioned(blocks: list[Block], words: Content) -> list[Block]:
    """Return the blocks of a figure with its caption."""
    if blocks and isinstance(last := blocks[-1], (Figure, Table)):
        return [*blocks[:-1], replace(last, caption=words)]
    return [*blocks, Paragraph(words)]


def without_dash(content: Content) -> Content:
    """Return the words that say whose a quotation is without the dash before them."""
    if content and isinstance(first := content[0], Text):
        return (replace(first, text=first.text.lstrip("-\u2013\u2014 ")), *content[1:])
    return content
