"""Tight and loose lists, as Python-Markdown understands them.

An item is loose (its text stands in ``<p>``) when a blank line parts it from a neighbour; which
neighbour, and what an item's other blocks do to it, follows from `OListProcessor.run` and
`ListIndentProcessor.run`, which move an item's text into a ``<p>`` when something comes after a
blank line. Not every mixture can be expressed: `with_settled_looseness` picks the nearest that can.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from editor_app.body.tree import Block, CrossHead, ListBlock, ListItem, Paragraph

TIGHT = "\n"
LOOSE = "\n\n"


def with_settled_looseness(block: ListBlock) -> ListBlock:
    """Return block with each item as tight or loose as Markdown can say."""
    block = _with_first_paragraphs_only(block)
    if separators(block.items) is not None:
        return block
    if all(_can_be_tight(item) for item in block.items) and any(map(_is_bare, block.items)):
        tight = _tightened(block)
        if separators(tight.items) is not None:
            return tight
    return _loosened(block)


def separators(items: Sequence[ListItem]) -> list[str] | None:
    """Return what to write between items so that each is as tight as it says, or None."""
    if any(_is_bare(item) and not is_written_tight(item) for item in items):
        return None
    if len(items) == 1 and _is_in_paragraph(items[0]) and not _is_closed(items[0]):
        return None
    result: list[str] = []
    for index, (item, following) in enumerate(pairwise(items)):
        is_last_pair = index + 2 == len(items)
        if _needs_blank_line(item, following, result, is_last_pair=is_last_pair):
            if _is_bare(item) or _is_bare(following):
                return None
            result.append(LOOSE)
        else:
            result.append(TIGHT)
    return result


def is_written_tight(item: ListItem) -> bool:
    """Return whether item is written without blank lines."""
    match item.blocks:
        case () | (CrossHead(),):
            return True
        case (Paragraph(is_tight=is_tight),):
            return is_tight
        case (ListBlock(items=items),):
            between = separators(items)
            is_flat = all(is_written_tight(i) and len(i.blocks) == 1 for i in items)
            return is_flat and between is not None and LOOSE not in between
        case (Paragraph(is_tight=True), ListBlock(items=items)):
            return all(is_written_tight(inner) for inner in items)
    return False


def _needs_blank_line(
    item: ListItem, following: ListItem, so_far: list[str], *, is_last_pair: bool
) -> bool:
    if _is_closed(item):
        return True
    if _is_in_paragraph(item) and (not so_far or so_far[-1] == TIGHT):
        return True
    if not _is_in_paragraph(following):
        return False
    return _is_in_paragraph(item) or (is_last_pair and not _is_closed(following))


def _is_bare(item: ListItem) -> bool:
    first = item.blocks[0] if item.blocks else None
    return isinstance(first, Paragraph) and first.is_tight


def _is_in_paragraph(item: ListItem) -> bool:
    first = item.blocks[0] if item.blocks else None
    return isinstance(first, Paragraph) and not first.is_tight


def _is_closed(item: ListItem) -> bool:
    """Return whether item ends in a blank line of its own, whatever follows."""
    if is_written_tight(item):
        return False
    return len(item.blocks) > 1 or not isinstance(item.blocks[0], Paragraph)


def _can_be_tight(item: ListItem) -> bool:
    """Return whether item is one paragraph at most, then one list of such items at most."""
    match item.blocks:
        case () | (Paragraph(),) | (CrossHead(),):
            return True
        case (ListBlock(items=items),) | (Paragraph(), ListBlock(items=items)):
            return all(_can_be_tight(inner) for inner in items)
    return False


def _with_first_paragraphs_only(block: ListBlock) -> ListBlock:
    """Return block with no tight paragraph but at the start of an item."""
    if not any(isinstance(b, Paragraph) and b.is_tight for i in block.items for b in i.blocks[1:]):
        return block
    items = tuple(ListItem((*i.blocks[:1], *_in_paragraphs(i.blocks[1:]))) for i in block.items)
    return replace(block, items=items)


def _in_paragraphs(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    return tuple(replace(b, is_tight=False) if isinstance(b, Paragraph) else b for b in blocks)


def _tightened(block: ListBlock) -> ListBlock:
    """Return block with the text of every item, and of the lists inside, bare."""
    return replace(block, items=tuple(ListItem(_bare(item.blocks)) for item in block.items))


def _bare(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    result: list[Block] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            result.append(replace(block, is_tight=True))
        else:
            result.append(_tightened(block) if isinstance(block, ListBlock) else block)
    return tuple(result)


def _loosened(block: ListBlock) -> ListBlock:
    """Return block with the text of every item in paragraphs.

    A list of one item cannot be loose: nothing can be parted from it by a blank line.
    """
    items = tuple(ListItem(_in_paragraphs(item.blocks)) for item in block.items)
    match items:
        case (ListItem(blocks=(Paragraph(),)),):
            return _tightened(block)
    return replace(block, items=items)
