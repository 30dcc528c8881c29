"""Other words in one line of a long list, quote or passage, without putting it together anew.

Where every line is a paragraph or a cross-head that holds nothing but text, the blocks inside are
those lines, one by one and in order, and none depends on the words of another.
"""

from collections.abc import Iterable
from dataclasses import replace

from editor_app.body.contents import blocks_inside
from editor_app.body.normal import normalised_content
from editor_app.body.tree import (
    Block,
    Content,
    CrossHead,
    ListBlock,
    ListItem,
    Paragraph,
    Passage,
    Quote,
    Text,
)
from editor_app.ui.editor.leaves import Leaf, Line

Blocks = tuple[Block, ...]
_PLAIN = "uoiql"  # containers whose blocks are their lines: lists, items, quotes, passages


def is_reworded(before: Leaf, after: Leaf) -> bool:
    """Whether two versions of a line differ in nothing but their words."""
    if not (_has_words(before) and _has_words(after)):
        return False
    return replace(before, content=after.content) == after


def are_plain(lines: Iterable[Line]) -> bool:
    """Whether each of these lines is one block of words, in containers of nothing else."""
    return all(
        line.leaf is not None
        and _has_words(line.leaf)
        and all(name[0] in _PLAIN for name in line.leaf.path)
        for line in lines
    )


def reworded(blocks: Blocks, number: int, before: Leaf, after: Leaf) -> Blocks | None:
    """Return blocks, made of plain lines, with other words in one of the lines.

    None where the words of that line are not found in their place.
    """
    words = normalised_content(before.content), normalised_content(after.content)
    return _reworded(blocks, number, words)


def _has_words(leaf: Leaf) -> bool:
    if not (leaf.kind.is_prose or leaf.kind.level):
        return False
    is_text = all(isinstance(piece, Text) for piece in leaf.content)
    return is_text and bool(normalised_content(leaf.content))


def _reworded(blocks: Blocks, number: int, words: tuple[Content, Content]) -> Blocks | None:
    for index, block in enumerate(blocks):
        size = _size(block) if index + 1 < len(blocks) else number + 1  # the last it must be
        if number < size:
            new = _with_words(block, number, words)
            return None if new is None else (*blocks[:index], new, *blocks[index + 1 :])
        number -= size
    return None


def _size(block: Block) -> int:
    """Return how many lines a block is."""
    if isinstance(block, Paragraph | CrossHead):
        return 1
    return sum(map(_size, blocks_inside(block)))


def _with_words(block: Block, number: int, words: tuple[Content, Content]) -> Block | None:
    match block:
        case Paragraph(content=content) | CrossHead(content=content):
            return replace(block, content=words[1]) if content == words[0] else None
        case Quote(blocks=blocks) | Passage(blocks=blocks):
            inside = _reworded(blocks, number, words)
            return None if inside is None else replace(block, blocks=inside)
        case ListBlock(items=items):
            return _with_item(block, items, number, words)
    return None


def _with_item(
    block: ListBlock, items: tuple[ListItem, ...], number: int, words: tuple[Content, Content]
) -> Block | None:
    for index, item in enumerate(items):
        size = sum(map(_size, item.blocks))
        if number < size:
            inside = _reworded(item.blocks, number, words)
            if inside is None:
                return None
            return replace(block, items=(*items[:index], ListItem(inside), *items[index + 1 :]))
        number -= size
    return None
