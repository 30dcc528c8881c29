"""The normal form of the tree: one value for one look, and only what Markdown can hold.

Everything that makes a tree (reading, the editor, a paste) ends here, so that two texts that
look the same are equal and what is written can be read back as the same value.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from enum import StrEnum

from editor_app.body.bounds import MOST_NESTED
from editor_app.body.inline_html import is_comment, is_single_block_tag
from editor_app.body.looseness import with_settled_looseness
from editor_app.body.normal_content import normalised_content
from editor_app.body.tidy import clean_attribute, clean_source, without_outer_blank_lines
from editor_app.body.tree import (
    Block,
    Break,
    Content,
    CrossHead,
    Figure,
    Image,
    Inline,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    RawInline,
    Source,
    Table,
    Text,
)

__all__ = ["SEPARATING_COMMENT", "normalised", "normalised_content"]

SEPARATING_COMMENT = Source("<!-- -->")
"""Keeps two blocks apart that Markdown would join; it is not seen on the page."""


def normalised(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return blocks, the whole text of an item, in normal form."""
    return _joined(blocks, depth=0)


def _joined(blocks: Iterable[Block], *, depth: int, in_item: bool = False) -> tuple[Block, ...]:
    """Return the normal form of blocks that follow one another in one container."""
    result: list[Block] = []
    for block in blocks:
        for normal in _normal_block(block, depth=depth, in_item=in_item):
            _append(result, normal, depth=depth)
    return tuple(result)


def _append(result: list[Block], block: Block, *, depth: int) -> None:
    """Add block to result, joined to the one before where Markdown cannot keep them apart."""
    neighbour = _neighbour(result)
    match (result[-1] if result else None), block:
        case ListBlock() as before, ListBlock() if before.is_numbered == block.is_numbered:
            joined = replace(before, items=before.items + block.items)
            result[-1] = _normal_list(
                joined, depth=depth + 1
            )  # what is loosened may become a figure
        case Quote() as before, Quote():
            result[-1] = Quote(_joined(before.blocks + block.blocks, depth=depth + 1))
        case before, _ if neighbour and _would_run_together(neighbour, block, before):
            result += [SEPARATING_COMMENT, block]
        case _:
            result.append(block)


class _Start(StrEnum):
    """What a block begins with, as far as it can continue the one before."""

    BULLET = "bullet"
    NUMBER = "number"
    QUOTE = "quote"
    INDENT = "indent"
    OTHER = "other"


_MOST_ROUNDS = 8  # three were never needed
_DEFINITION = re.compile(r"[ ]{0,3}\[[^\[\]]*\]:")
_SOURCE_START = re.compile(
    r"(?P<indent>[ ]{4}|[ ]*\t)"
    r"|[ ]{0,3}(?:(?P<bullet>[*+-][ \t])|(?P<number>[0-9]+\.[ \t])|(?P<quote>>))"
)


def _neighbour(result: list[Block]) -> Block | None:
    """Return the block that the next one comes after on the page: definitions are not seen."""
    visible = (block for block in reversed(result) if not _is_definition(block))
    return next(visible, None)


def _is_definition(block: Block) -> bool:
    return isinstance(block, Source) and _DEFINITION.match(block.markdown) is not None


def _would_run_together(neighbour: Block, block: Block, before: Block | None) -> bool:
    """Return whether Markdown would join two blocks that are not joined in the tree."""
    if neighbour is before and not isinstance(before, Source) and not isinstance(block, Source):
        return False
    first, second = _start(neighbour), _start(block)
    if second is _Start.INDENT:
        return first in (_Start.BULLET, _Start.NUMBER, _Start.INDENT)
    return first is second is not _Start.OTHER


def _start(block: Block) -> _Start:
    match block:
        case ListBlock(is_numbered=is_numbered):
            return _Start.NUMBER if is_numbered else _Start.BULLET
        case Quote():
            return _Start.QUOTE
        case Source(markdown=source) if found := _SOURCE_START.match(source):
            return _Start(found.lastgroup or "other")
    return _Start.OTHER


# ---------------------------------------------------------------- one block


def _normal_block(block: Block, *, depth: int, in_item: bool) -> Iterator[Block]:
    match block:
        case Paragraph():
            yield from _normal_paragraph(block, depth=depth, in_item=in_item)
        case CrossHead(level=level, content=content):
            yield CrossHead(min(max(level, 1), 6), normalised_content(content))
        case Quote() | ListBlock():
            yield from _normal_container(block, depth=depth, in_item=in_item)
        case Figure():
            yield _normal_figure(block)
        case Table():
            yield from _normal_table(block)
        case Source(markdown=source):
            yield from _normal_source(source, depth=depth, in_item=in_item)
        case _:
            yield block


def _normal_container(block: Quote | ListBlock, *, depth: int, in_item: bool) -> Iterator[Block]:
    if depth >= MOST_NESTED:
        inner = block.blocks if isinstance(block, Quote) else _lifted(block.items)
        yield from _joined(inner, depth=depth, in_item=in_item)
    elif isinstance(block, Quote):
        yield Quote(_joined(block.blocks, depth=depth + 1))
    elif block.items:
        yield _normal_list(block, depth=depth + 1)


def _lifted(items: Iterable[ListItem]) -> Iterator[Block]:
    for item in items:
        for block in item.blocks:
            yield replace(block, is_tight=False) if isinstance(block, Paragraph) else block


def _normal_list(block: ListBlock, *, depth: int) -> ListBlock:
    start = max(block.start, 0) if block.is_numbered else 1
    before = replace(block, start=start)
    for _ in range(_MOST_ROUNDS):  # a loosened item may hold a figure where a line of text was
        items = tuple(ListItem(_joined(i.blocks, depth=depth, in_item=True)) for i in before.items)
        after = with_settled_looseness(replace(before, items=items))
        if after == before:
            break
        before = after
    return before


def _normal_paragraph(block: Paragraph, *, depth: int, in_item: bool) -> Iterator[Block]:
    content = normalised_content(block.content)
    is_tight = block.is_tight and in_item
    if not depth:
        comments, content = _without_leading_comments(content)
        yield from comments
    if content and _would_be_raw_html(content, is_alone_only=bool(depth)):
        content = normalised_content((_as_text(content[0]), *content[1:]))
    match content:
        case ():
            return
        case (Image(src=src, alt=alt, title=title, marks=marks),) if not marks and not is_tight:
            yield Figure(src, alt, title)
        case _:
            yield Paragraph(content, is_tight)


def _without_leading_comments(content: Content) -> tuple[list[Block], Content]:
    """Return the comments content starts with as blocks: at a line's start they are blocks."""
    comments: list[Block] = []
    while content and isinstance(first := content[0], RawInline) and is_comment(first.source):
        comments.append(Source(first.source))
        content = normalised_content(content[1:])
    return comments, content


def _would_be_raw_html(content: Content, *, is_alone_only: bool) -> bool:
    first = content[0]
    if not isinstance(first, RawInline) or not is_single_block_tag(first.source):
        return False
    return len(content) == 1 or not is_alone_only


def _as_text(raw: Inline) -> Inline:
    return Text(raw.source, raw.marks) if isinstance(raw, RawInline) else raw


def _normal_figure(figure: Figure) -> Figure:
    return Figure(
        clean_attribute(figure.src),
        clean_attribute(figure.alt),
        clean_attribute(figure.title),
        normalised_content(_on_one_line(figure.caption)),
        normalised_content(_on_one_line(figure.credit)),
    )


def _on_one_line(content: Content) -> Content:
    return tuple(Text(" ", n.marks) if isinstance(n, Break) else n for n in content)


def _normal_table(table: Table) -> Iterator[Block]:
    """Yield table with as many cells in each row as it has columns, and at least one row."""
    columns = len(table.alignments)
    if not columns:
        return
    rows = table.rows or ((),)
    head = _normal_row(table.head, columns)
    yield Table(table.alignments, head, tuple(_normal_row(row, columns) for row in rows))


def _normal_row(cells: tuple[Content, ...], columns: int) -> tuple[Content, ...]:
    cells = (*cells, *(((),) * columns))[:columns]
    return tuple(normalised_content(cell) for cell in cells)


def _normal_source(source: str, *, depth: int, in_item: bool) -> Iterator[Block]:
    """Yield source; inside a container it becomes text, since it could not be locked there."""
    source = without_outer_blank_lines(clean_source(source))
    if not source:
        return
    if not depth:
        yield Source(source)
        return
    content: list[Inline] = []
    for line in source.split("\n"):
        content += [Break(), Text(line)]
    yield from _normal_paragraph(Paragraph(tuple(content)), depth=depth, in_item=in_item)
